/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edges-cells.h"

#include <string.h>

#include "floor.h"
#include "hair-private.h"
#include "hairline-field.h"
#include "rectangle.h"
#include "wide.h"

/* Fine enough for an outline that dots end at, since pixels refine it; coarse
 * enough that a window of 7 cm costs little. */
#define CELL_MM 0.5

/* White, as a whole number, and the most that is told apart from it. */
#define WHITE 4096
#define BRIGHTEST 4

/* Rows of pixels read at a time. */
#define BAND_PX 32

gint
folli_cells_find_width_px (double px_per_mm)
{
  return MAX (1, (gint)(px_per_mm * CELL_MM + 0.5));
}

void
folli_cells_init (FolliCells           *cells,
                  double                px_per_mm,
                  const FolliRectangle *core,
                  gint                  border)
{
  const FolliRectangle extent = folli_rectangle_grow (*core, border);

  *cells = (FolliCells){ .cell_px = folli_cells_find_width_px (px_per_mm),
                         .px_per_mm = px_per_mm,
                         .extent = extent,
                         .n = (gsize)extent.width * extent.height };
}

gint
folli_cells_count (const FolliCells *cells, double mm)
{
  return MAX (1, (gint)(mm * cells->px_per_mm / cells->cell_px + 0.5));
}

FolliRectangle
folli_cells_find_part (const FolliRectangle *rectangle, gint cell_px)
{
  const gint left = folli_floor_divide (rectangle->x, cell_px);
  const gint top = folli_floor_divide (rectangle->y, cell_px);
  const gint right
      = folli_floor_divide (rectangle->x + rectangle->width - 1, cell_px);
  const gint bottom
      = folli_floor_divide (rectangle->y + rectangle->height - 1, cell_px);

  return (FolliRectangle){ left, top, right - left + 1, bottom - top + 1 };
}

gsize
folli_cells_find (const FolliCells *cells, gint x, gint y)
{
  const gint column = folli_floor_divide (x, cells->cell_px);
  const gint row = folli_floor_divide (y, cells->cell_px);

  return (gsize)(row - cells->extent.y) * cells->extent.width + column
         - cells->extent.x;
}

void
folli_cells_read_mask (FolliCells *cells, FolliMaskRead read, gpointer data)
{
  FolliGrid grid;

  folli_grid_init (&grid, cells->cell_px, &cells->extent, read, data);
  cells->mask = grid.mask;
}

FolliRectangle
folli_cells_find_painted (const FolliCells *cells)
{
  const gint   width = cells->extent.width;
  const float *mask = cells->mask;
  gint         left = width, right = -1, top = -1, bottom = -1;

  for (gint y = 0; y < cells->extent.height; y++)
    for (gint x = 0; x < width; x++, mask++)
      if (*mask > 0)
        {
          left = MIN (left, x);
          right = MAX (right, x);
          top = top < 0 ? y : top;
          bottom = y;
        }
  if (right < 0)
    return (FolliRectangle){ 0, 0, 0, 0 };
  return (FolliRectangle){ cells->extent.x + left, cells->extent.y + top,
                           right - left + 1, bottom - top + 1 };
}

void
folli_cells_crop (FolliCells *cells, FolliRectangle part)
{
  const FolliRectangle extent = cells->extent;
  const FolliRectangle kept = folli_rectangle_intersect (part, extent);
  const float *from = cells->mask + (gsize)(kept.y - extent.y) * extent.width
                      + kept.x - extent.x;

  /* row by row towards the beginning, so that none is lost */
  for (gint y = 0; y < kept.height; y++)
    memmove (cells->mask + (gsize)y * kept.width,
             from + (gsize)y * extent.width, kept.width * sizeof *from);
  cells->extent = kept;
  cells->n = (gsize)kept.width * kept.height;
}

/* Of the pixels of a cell. */
typedef struct
{
  double color[FOLLI_CELL_COLORS];
  double light;
  double square;
} Sum;

/* Adds a row of pixels to the row of cells that it crosses. */
static void
add_row (const FolliCells *cells, const float *rgb, Sum *sum)
{
  for (gint cell = 0; cell < cells->extent.width; cell++, sum++)
    for (gint x = 0; x < cells->cell_px; x++, rgb += FOLLI_CELL_COLORS)
      {
        const double light = MIN (folli_hair_luminance (rgb), 1);

        for (gint c = 0; c < FOLLI_CELL_COLORS; c++)
          sum->color[c] += MIN (rgb[c], BRIGHTEST);
        sum->light += light;
        sum->square += light * light;
      }
}

static void
set_row (FolliCells *cells, gint row, const Sum *sum)
{
  const double share = 1.0 / (cells->cell_px * cells->cell_px);
  const gsize  first = (gsize)row * cells->extent.width;

  for (gint x = 0; x < cells->extent.width; x++, sum++)
    {
      for (gint c = 0; c < FOLLI_CELL_COLORS; c++)
        cells->color[c][first + x] = sum->color[c] * share * WHITE + 0.5;
      cells->light[first + x] = sum->light * share * FOLLI_CELL_LIGHT + 0.5;
      cells->square[first + x] = sum->square * share * FOLLI_CELL_SQUARE + 0.5;
    }
}

void
folli_cells_read_photo (FolliCells *cells, FolliPhotoRead read, gpointer data)
{
  const gint        cell_px = cells->cell_px;
  const gint        n_rows = MAX (BAND_PX / cell_px, 1);
  const gint        row_px = cells->extent.width * cell_px;
  const gsize       row_size = (gsize)row_px * FOLLI_CELL_COLORS;
  g_autofree float *band = g_new (float, row_size *cell_px *n_rows);
  g_autofree Sum   *sum = g_new (Sum, cells->extent.width);

  for (gint c = 0; c < FOLLI_CELL_COLORS; c++)
    cells->color[c] = g_new (gint32, cells->n);
  cells->light = g_new (gint32, cells->n);
  cells->square = g_new (gint32, cells->n);
  for (gint row = 0; row < cells->extent.height; row += n_rows)
    {
      const gint           n = MIN (n_rows, cells->extent.height - row);
      const FolliRectangle rectangle
          = { cells->extent.x * cell_px, (cells->extent.y + row) * cell_px,
              row_px, n * cell_px };
      const float *pixels = band;

      read (data, &rectangle, band);
      for (gint i = 0; i < n; i++)
        {
          memset (sum, 0, cells->extent.width * sizeof (Sum));
          for (gint y = 0; y < cell_px; y++, pixels += row_size)
            add_row (cells, pixels, sum);
          set_row (cells, row + i, sum);
        }
    }
}

void
folli_cells_clear (FolliCells *cells)
{
  g_clear_pointer (&cells->mask, g_free);
  for (gint c = 0; c < FOLLI_CELL_COLORS; c++)
    g_clear_pointer (&cells->color[c], g_free);
  g_clear_pointer (&cells->light, g_free);
  g_clear_pointer (&cells->square, g_free);
}

static void
sum_row (const gint32 *value, gint n, gint radius, gint64 *sum)
{
  gint64 running = 0;

  for (gint x = 0; x < MIN (radius, n); x++)
    running += value[x];
  for (gint x = 0; x < n; x++)
    {
      if (x + radius < n)
        running += value[x + radius];
      sum[x] = running;
      if (x - radius >= 0)
        running -= value[x - radius];
    }
}

FOLLI_WIDE static void
add_values (const gint64 *value, gint n, gint64 *sum)
{
  for (gint x = 0; x < n; x++)
    sum[x] += value[x];
}

FOLLI_WIDE static void
take_values (const gint64 *value, gint n, gint64 *sum)
{
  for (gint x = 0; x < n; x++)
    sum[x] -= value[x];
}

void
folli_cells_sum (const FolliCells *cells,
                 const gint32     *value,
                 gint              radius,
                 gint64           *sum)
{
  const gint         width = cells->extent.width;
  const gint         height = cells->extent.height;
  g_autofree gint64 *row = g_new (gint64, width);
  g_autofree gint64 *running = g_new0 (gint64, width);

  /* a row is summed when it comes in and when it goes again: to keep it would
     take fresh pages, which cost more */
  for (gint y = -radius; y < height; y++)
    {
      const gint come = y + radius, gone = y - radius - 1;

      if (come < height)
        {
          sum_row (value + (gsize)come * width, width, radius, row);
          add_values (row, width, running);
        }
      if (gone >= 0)
        {
          sum_row (value + (gsize)gone * width, width, radius, row);
          take_values (row, width, running);
        }
      if (y >= 0)
        memcpy (sum + (gsize)y * width, running, width * sizeof (gint64));
    }
}

float *
folli_cells_average (const FolliCells *cells,
                     const gint32     *value,
                     const gboolean   *is_there,
                     double            mm)
{
  const gint         radius = folli_cells_count (cells, mm);
  g_autofree gint32 *kept = g_new (gint32, cells->n);
  g_autofree gint32 *count = g_new (gint32, cells->n);
  g_autofree gint64 *sum = g_new (gint64, cells->n);
  g_autofree gint64 *n = g_new (gint64, cells->n);
  float             *mean = g_new (float, cells->n);

  for (gsize i = 0; i < cells->n; i++)
    {
      kept[i] = is_there[i] ? value[i] : 0;
      count[i] = is_there[i];
    }
  for (guint pass = 0; pass < 2; pass++)
    {
      folli_cells_sum (cells, kept, radius, sum);
      folli_cells_sum (cells, count, radius, n);
      for (gsize i = 0; i < cells->n; i++)
        {
          kept[i] = sum[i];
          count[i] = n[i];
        }
    }
  for (gsize i = 0; i < cells->n; i++)
    mean[i] = n[i] > 0 ? (double)sum[i] / n[i] : 0;
  return mean;
}

gboolean *
folli_cells_find_near (const FolliCells *cells,
                       const gboolean   *is_there,
                       gint              radius)
{
  g_autofree gint64 *sum = g_new (gint64, cells->n);
  gboolean          *is_near = g_new (gboolean, cells->n);

  folli_cells_sum (cells, is_there, radius, sum);
  for (gsize i = 0; i < cells->n; i++)
    is_near[i] = sum[i] > 0;
  return is_near;
}

float *
folli_cells_measure (const FolliCells *cells,
                     const gboolean   *is_inside,
                     gint              reach)
{
  const FolliRectangle part
      = folli_rectangle_grow (cells->extent, -(reach + FOLLI_FIELD_BORDER));
  float            *distance = g_new (float, cells->n);
  g_autofree float *mask = g_new (float, cells->n);
  g_autofree float *inner = NULL;
  const FolliGrid   grid = { cells->cell_px, cells->extent, mask };

  for (gsize i = 0; i < cells->n; i++)
    {
      mask[i] = is_inside[i] ? 1 : 0;
      distance[i] = -reach;
    }
  if (part.width <= 0 || part.height <= 0)
    return distance;
  inner = g_new (float, (gsize)part.width *part.height);
  folli_grid_measure (&grid, &part, reach, inner);
  for (gint y = 0; y < part.height; y++)
    memcpy (distance
                + (gsize)(y + part.y - cells->extent.y) * cells->extent.width
                + part.x - cells->extent.x,
            inner + (gsize)y * part.width, part.width * sizeof (float));
  return distance;
}
