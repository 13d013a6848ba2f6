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
 * FolliBetween:
 * @cell: of a line's part, the one on the left of a place or above it
 * @share: how far the place is on from the middle of @cell to the next one's
 *
 * Where between two cells' middles a place lies.
 */
typedef struct
{
  gint  cell;
  float share;
} FolliBetween;

/**
 * folli_line_find_between:
 * @place_px: a place, along one axis
 * @cell_px: width of a cell
 * @first_cell: of the line's part
 *
 * Returns: between which cells it lies
 */
FolliBetween
folli_line_find_between (double place_px, gint cell_px, gint first_cell);

/**
 * folli_line_interpolate_row:
 * @above: the cells above a row of places
 * @below: those below it
 * @across: (array length=n): where each place lies along the row
 * @down: how far the row is on from @above to @below
 * @n: how many places there are
 * @ramp_mm: (array length=n) (out): how far each lies behind the line
 */
void folli_line_interpolate_row (const float        *above,
                                 const float        *below,
                                 const FolliBetween *across,
                                 float               down,
                                 gint                n,
                                 float              *ramp_mm);

/**
 * folli_line_get_ramp_mm:
 * @line: the line
 * @x_px: a place, at most folli_strays_reach_px() from the rectangle
 * @y_px: the same
 *
 * Returns: how far the place lies behind the line
 */
float folli_line_get_ramp_mm (const FolliLine *line, double x_px, double y_px);

G_END_DECLS
