/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hairline-line.h"

G_BEGIN_DECLS

/**
 * folli_strays_reach_px:
 * @hairline: the hairline
 *
 * Returns: how far from the rectangle a stray's middle may be that touches it
 */
double folli_strays_reach_px (const FolliHairline *hairline);

/**
 * folli_strays_depth_mm:
 * @hairline: the hairline
 *
 * Returns: how far outside the line stray dots lie at most
 */
double folli_strays_depth_mm (const FolliHairline *hairline);

/**
 * folli_strays_draw:
 * @line: the line
 * @rectangle: the pixels of @density
 * @density: density map without strays, to which they are added
 *
 * Draws islands of full density, each with room for one dot.
 */
void folli_strays_draw (const FolliLine      *line,
                        const FolliRectangle *rectangle,
                        float                *density);

G_END_DECLS
