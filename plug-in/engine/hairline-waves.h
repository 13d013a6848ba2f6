/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/hairline.h"

G_BEGIN_DECLS

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

G_END_DECLS
