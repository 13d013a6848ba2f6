/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hairline-field.h"

#include <string.h>

#include "wide.h"

/* Cells to either side that tell what the mask is away from its edge: beyond
 * the blur of an edge that was drawn smooth. */
#define SURROUNDINGS 2
/* Rows of pixels read at a time: as high as the tiles they come from, since
 * each call and each tile of it costs. */
#define BAND_PX 64

/* Adds up the cells of a row of pixels. */
static void
add_row (float *restrict mask, gint n, gint cell_px, const float *restrict row)
{
  if (cell_px == 1)
    for (gint x = 0; x < n; x++)
      mask[x] += row[x];
  else
    for (gint x = 0; x < n; x++)
      for (gint i = 0; i < cell_px; i++)
        mask[x] += *row++;
}

void
folli_grid_init (FolliGrid            *grid,
                 gint                  cell_px,
                 const FolliRectangle *extent,
                 FolliMaskRead         read,
                 gpointer              data)
{
  const gsize       row_px = (gsize)extent->width * cell_px;
  const gint        n_rows = MAX (BAND_PX / cell_px, 1);
  const float       share = 1.f / (cell_px * cell_px);
  g_autofree float *band = g_new (float, row_px *cell_px *n_rows);
  float            *mask;

  grid->cell_px = cell_px;
  grid->extent = *extent;
  grid->mask = g_new (float, (gsize)extent->width * extent->height);
  mask = grid->mask;
  for (gint row = 0; row < extent->height; row += n_rows)
    {
      const gint           n = MIN (n_rows, extent->height - row);
      const FolliRectangle rectangle
          = { extent->x * cell_px, (extent->y + row) * cell_px, row_px,
              n * cell_px };
      const float *pixels = band;

      read (data, &rectangle, band);
      for (gint i = 0; i < n; i++, mask += extent->width)
        {
          memset (mask, 0, extent->width * sizeof (float));
          for (gint y = 0; y < cell_px; y++, pixels += row_px)
            add_row (mask, extent->width, cell_px, pixels);
          for (gint x = 0; x < extent->width; x++)
            mask[x] *= share;
        }
    }
}

void
folli_grid_clear (FolliGrid *grid)
{
  g_clear_pointer (&grid->mask, g_free);
}

/* The least and the most of the cells up to SURROUNDINGS above and below. */
FOLLI_WIDE static void
find_extremes_down (const FolliGrid *grid,
                    gint             y,
                    float *restrict lowest,
                    float *restrict highest)
{
  const gint   width = grid->extent.width;
  const gint   first = MAX (y - SURROUNDINGS, 0);
  const gint   last = MIN (y + SURROUNDINGS, grid->extent.height - 1);
  const float *mask = grid->mask + (gsize)first * width;

  memcpy (lowest, mask, width * sizeof (float));
  memcpy (highest, mask, width * sizeof (float));
  for (gint row = first + 1; row <= last; row++)
    {
      mask += width;
      for (gint x = 0; x < width; x++)
        {
          lowest[x] = MIN (lowest[x], mask[x]);
          highest[x] = MAX (highest[x], mask[x]);
        }
    }
}

/* The row goes on, to either side, as it ends. */
static void
pad_row (float *row, gint width)
{
  for (gint i = 1; i <= SURROUNDINGS; i++)
    {
      row[-i] = row[0];
      row[width - 1 + i] = row[width - 1];
    }
}

FOLLI_WIDE static void
find_coverage_row (const float *restrict mask,
                   const float *restrict lowest,
                   const float *restrict highest,
                   gint width,
                   float *restrict coverage)
{
  for (gint x = 0; x < width; x++)
    {
      float least = lowest[x];
      float most = highest[x];

      for (gint i = -SURROUNDINGS; i <= SURROUNDINGS; i++)
        {
          least = MIN (least, lowest[x + i]);
          most = MAX (most, highest[x + i]);
        }
      coverage[x] = least >= FOLLI_MASK_BLACK
                        ? 1
                        : mask[x] / MAX (most, 2 * FOLLI_MASK_BLACK);
    }
}

float *
folli_grid_get_coverage (const FolliGrid *grid)
{
  const gint        width = grid->extent.width;
  const gint        height = grid->extent.height;
  const gint        padded = width + 2 * SURROUNDINGS;
  g_autofree float *rows = g_new (float, 2 * padded);
  float            *lowest = rows + SURROUNDINGS;
  float            *highest = lowest + padded;
  float            *coverage = g_new (float, (gsize)width *height);

  for (gint y = 0; y < height; y++)
    {
      const gsize at = (gsize)y * width;

      find_extremes_down (grid, y, lowest, highest);
      pad_row (lowest, width);
      pad_row (highest, width);
      find_coverage_row (grid->mask + at, lowest, highest, width,
                         coverage + at);
    }
  return coverage;
}
