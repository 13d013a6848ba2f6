/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hairline-line.h"

#include <math.h>

#include "wide.h"

/* The fraction comes from the place alone, before anything is subtracted, or a
 * place would round differently in another window. */
FolliBetween
folli_line_find_between (double place_px, gint cell_px, gint first_cell)
{
  const double place = place_px / cell_px - 0.5;
  const double cell = floor (place);

  return (FolliBetween){ (gint)cell - first_cell, place - cell };
}

static inline float
interpolate (const float        *above,
             const float        *below,
             const FolliBetween *across,
             float               down)
{
  const gint  cell = across->cell;
  const float upper
      = above[cell] + (above[cell + 1] - above[cell]) * across->share;
  const float lower
      = below[cell] + (below[cell + 1] - below[cell]) * across->share;

  return upper + (lower - upper) * down;
}

FOLLI_WIDE void
folli_line_interpolate_row (const float *above,
                            const float *below,
                            const FolliBetween *restrict across,
                            float down,
                            gint  n,
                            float *restrict ramp_mm)
{
  for (gint x = 0; x < n; x++)
    ramp_mm[x] = interpolate (above, below, &across[x], down);
}

float
folli_line_get_ramp_mm (const FolliLine *line, double x_px, double y_px)
{
  const gint         cell_px = line->grid.cell_px;
  const FolliBetween across
      = folli_line_find_between (x_px, cell_px, line->part.x);
  const FolliBetween down
      = folli_line_find_between (y_px, cell_px, line->part.y);
  const float *above = line->ramp_mm + (gsize)down.cell * line->part.width;

  return interpolate (above, above + line->part.width, &across, down.share);
}
