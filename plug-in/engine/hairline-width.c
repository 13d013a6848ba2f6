/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hairline-width.h"

#include <math.h>

#include "floor.h"
#include "rectangle.h"

/* Widths may be coarse: so many of the line's cells are one. */
#define COARSE 4

/* There is room for a line with its ramp where the local half width is so many
 * times as wide, and for so many lines more where what is painted goes on
 * behind its other edge. Source: doc/numbers.md, "Hairlines". */
#define LEAST_WIDTHS 3
#define MORE_LINES 3.f

/* Wider than this, what is painted has room for any line: to know more would
 * take reading more than a head. Up to there the limit fades from here. */
#define WIDEST_MM 20.0
#define WIDE_MM 15.0

/* The distance grows by less than this from a cell to the next on the ridge
 * between two edges, and by 1 on the way there. */
#define RIDGE_SLOPE 0.75f

static double
find_line_mm (const FolliHairline *hairline)
{
  return hairline->softness_mm + hairline->undulation_mm
         + hairline->irregularity_mm;
}

/* The half width from which on there is no limit, in coarse cells. */
static gint
find_most_cells (const FolliHairline *hairline, gint coarse_px)
{
  const double most_mm
      = MIN (LEAST_WIDTHS * find_line_mm (hairline), WIDEST_MM);

  return MAX (1, ceil (most_mm * hairline->px_per_mm / coarse_px));
}

/* From a cell to the middle of a disc, and from there to its edge. */
static gint
find_border_cells (const FolliHairline *hairline, gint coarse_px)
{
  return 2 * find_most_cells (hairline, coarse_px) + FOLLI_FIELD_BORDER + 4;
}

gint
folli_width_margin_px (const FolliHairline *hairline, gint cell_px)
{
  const gint coarse_px = COARSE * cell_px;

  if (find_line_mm (hairline) <= 0)
    return 0;
  return (find_border_cells (hairline, coarse_px) + 2) * coarse_px;
}

/* What discs are drawn on: half widths, in cells. */
typedef struct
{
  const FolliRectangle *part;
  const float          *distance;
  const FolliRectangle *wanted;
  float                *half;
} Discs;

static void
draw_disc (const Discs *discs, gint x, gint y, float radius)
{
  const FolliRectangle *wanted = discs->wanted;
  const float           reach = radius + 1;
  const gint            top = MAX (wanted->y, (gint)(y - reach));
  const gint bottom = MIN (wanted->y + wanted->height - 1, (gint)(y + reach));
  const gint left = MAX (wanted->x, (gint)(x - reach));
  const gint right = MIN (wanted->x + wanted->width - 1, (gint)(x + reach));

  for (gint row = top; row <= bottom; row++)
    for (gint column = left; column <= right; column++)
      {
        const gint dx = column - x;
        const gint dy = row - y;
        float     *half = &discs->half[(gsize)(row - wanted->y) * wanted->width
                                   + column - wanted->x];

        if (dx * dx + dy * dy <= reach * reach)
          *half = MAX (*half, radius);
      }
}

/* Whether no neighbour lies clearly deeper. */
static gboolean
is_ridge (const float *at, gint stride)
{
  for (gint dy = -1; dy <= 1; dy++)
    for (gint dx = -1; dx <= 1; dx++)
      {
        const float slope
            = dx != 0 && dy != 0 ? RIDGE_SLOPE * (float)G_SQRT2 : RIDGE_SLOPE;

        if (at[dy * stride + dx] - at[0] > slope)
          return FALSE;
      }
  return TRUE;
}

/* Whether all around is as deep as distances go. Of such a region, the discs
 * along its end cover what those within it would: on the way from within to a
 * cell outside, one comes through the end, and is no farther away there. */
static gboolean
is_within_deepest (const float *at, gint stride, float most)
{
  for (gint dy = -1; dy <= 1; dy++)
    for (gint dx = -1; dx <= 1; dx++)
      if (at[dy * stride + dx] < most)
        return FALSE;
  return TRUE;
}

static void
draw_cell (const Discs *discs, gint x, gint y, float radius)
{
  const FolliRectangle *wanted = discs->wanted;

  if (folli_rectangle_contains (*wanted, x, y))
    discs->half[(gsize)(y - wanted->y) * wanted->width + x - wanted->x]
        = radius;
}

static void
draw_discs (const Discs *discs, float most)
{
  const FolliRectangle *part = discs->part;

  for (gint y = 1; y < part->height - 1; y++)
    for (gint x = 1; x < part->width - 1; x++)
      {
        const float *at = discs->distance + (gsize)y * part->width + x;

        if (is_within_deepest (at, part->width, most))
          draw_cell (discs, part->x + x, part->y + y, most);
        else if (at[0] > 0 && is_ridge (at, part->width))
          draw_disc (discs, part->x + x, part->y + y, at[0]);
      }
}

/* The half width around each cell wanted. */
static float *
find_half (gint                  coarse_px,
           gint                  most,
           const FolliRectangle *wanted,
           FolliMaskRead         read,
           gpointer              data)
{
  const FolliRectangle part = folli_rectangle_grow (*wanted, most + 3);
  const FolliRectangle around
      = folli_rectangle_grow (part, most + FOLLI_FIELD_BORDER);
  g_autofree float *distance = g_new (float, (gsize)part.width *part.height);
  float *half = g_new0 (float, (gsize)wanted->width * wanted->height);
  g_auto (FolliGrid) grid = { 0 };

  folli_grid_init (&grid, coarse_px, &around, read, data);
  folli_grid_measure (&grid, &part, most, distance);
  draw_discs (&(Discs){ &part, distance, wanted, half }, most);
  return half;
}

/* How many times as wide as a line the local half width has to be. Where the
 * other edge is none, the line may take most of the whole width. */
static float
find_widths (float half, float half_with_more)
{
  return LEAST_WIDTHS
         / (1 + MORE_LINES * CLAMP (half_with_more / half - 1, 0, 1));
}

/* How much deeper a place counts where what is painted is so wide. */
static float
find_stretch (const FolliHairline *hairline, float half_mm, float widths)
{
  const float line_mm = find_line_mm (hairline);
  const float limited = MAX (widths * line_mm / half_mm, 1);
  const float room = CLAMP ((half_mm - WIDE_MM) / (WIDEST_MM - WIDE_MM), 0, 1);

  return limited + (1 - limited) * room;
}

void
folli_width_init (FolliWidth           *width,
                  const FolliHairline  *hairline,
                  gint                  cell_px,
                  const FolliRectangle *cells,
                  FolliMaskRead         read,
                  FolliMaskRead         read_painted,
                  gpointer              data)
{
  const gint coarse_px = COARSE * cell_px;
  const gint most = find_most_cells (hairline, coarse_px);
  const gint left = folli_floor_divide (cells->x, COARSE) - 1;
  const gint top = folli_floor_divide (cells->y, COARSE) - 1;
  const gint right = folli_floor_divide (cells->x + cells->width, COARSE) + 1;
  const gint bottom = folli_floor_divide (cells->y + cells->height, COARSE) + 1;
  const FolliRectangle wanted
      = { left, top, right - left + 1, bottom - top + 1 };
  const gsize       n = (gsize)wanted.width * wanted.height;
  const float       cell_mm = coarse_px / hairline->px_per_mm;
  g_autofree float *more = NULL;
  float *half = find_half (coarse_px, most, &wanted, read_painted, data);

  if (read != read_painted)
    more = find_half (coarse_px, most, &wanted, read, data);
  for (gsize i = 0; i < n; i++)
    /* what no disc covers is nowhere painted */
    half[i] = half[i] <= 0 || half[i] >= most
                  ? 1
                  : find_stretch (hairline, MAX (half[i], 1) * cell_mm,
                                  find_widths (half[i], more ? more[i] : 0));
  width->cell_px = coarse_px;
  width->extent = wanted;
  width->stretch = half;
}

void
folli_width_clear (FolliWidth *width)
{
  g_clear_pointer (&width->stretch, g_free);
}

float
folli_width_get_stretch (const FolliWidth *width, double x_px, double y_px)
{
  const double x = x_px / width->cell_px - 0.5;
  const double y = y_px / width->cell_px - 0.5;
  const double column = floor (x);
  const double row = floor (y);
  const float  across = x - column;
  const float  down = y - row;
  const float *at = width->stretch
                    + (gsize)(row - width->extent.y) * width->extent.width
                    + (gsize)(column - width->extent.x);
  const float *under = at + width->extent.width;
  const float  above = at[0] + (at[1] - at[0]) * across;
  const float  below = under[0] + (under[1] - under[0]) * across;

  return above + (below - above) * down;
}
