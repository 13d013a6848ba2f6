/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hairline-field.h"

G_BEGIN_DECLS

/**
 * FolliLine:
 * @hairline: the hairline
 * @grid: the mask in and around the rectangle
 * @part: the cells of @ramp_mm
 * @ramp_mm: how far each cell's middle lies behind the line, below 0 before it
 *
 * The line in and around a rectangle of pixels.
 */
typedef struct
{
  const FolliHairline *hairline;
  FolliGrid            grid;
  FolliRectangle       part;
  float               *ramp_mm;
} FolliLine;

/**
 * folli_line_get_ramp_mm:
 * @line: the line
 * @x_px: a place, at most folli_strays_reach_px() from the rectangle
 * @y_px: the same
 *
 * Returns: how far the place lies behind the line
 */
float folli_line_get_ramp_mm (const FolliLine *line, double x_px, double y_px);

/**
 * folli_waves_displace_row:
 * @hairline: the hairline
 * @x_mm: (array length=n): where each place of a row is, from the image's left
 *   edge
 * @y_mm: where all are, from its top edge
 * @n: how many
 * @outermost_mm: what lies farther before the edge stays where it is
 * @deepest_mm: what lies farther behind it does, too
 * @ramp_mm: (array length=n) (inout): how far the places lie behind the edge;
 *   then behind the line
 *
 * Moves the edge to where the line runs, by folli_hairline_displacement_mm().
 */
void folli_waves_displace_row (const FolliHairline *hairline,
                               const double        *x_mm,
                               double               y_mm,
                               gint                 n,
                               float                outermost_mm,
                               float                deepest_mm,
                               float               *ramp_mm);

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
