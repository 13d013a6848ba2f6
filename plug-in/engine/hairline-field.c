/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hairline-field.h"

#include <math.h>

/* Distances are counted in 1/64 of a cell. */
#define UNITS 64
#define NOWHERE G_MAXINT32
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
  grid->mask = g_new0 (float, (gsize)extent->width * extent->height);
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

static float
find_extreme (const float *values, gint n, gsize stride, gint at, gint sign)
{
  float extreme = values[at * stride];

  for (gint i = MAX (at - SURROUNDINGS, 0); i <= MIN (at + SURROUNDINGS, n - 1);
       i++)
    {
      const float value = values[i * stride];

      if (sign > 0 ? value > extreme : value < extreme)
        extreme = value;
    }
  return extreme;
}

static float *
spread_extreme (const FolliGrid *grid, gint sign)
{
  const gint        width = grid->extent.width;
  const gint        height = grid->extent.height;
  const gsize       n = (gsize)width * height;
  g_autofree float *rows = g_new (float, n);
  float            *extreme = g_new (float, n);

  for (gint y = 0; y < height; y++)
    for (gint x = 0; x < width; x++)
      rows[(gsize)y * width + x]
          = find_extreme (grid->mask + (gsize)y * width, width, 1, x, sign);
  for (gint y = 0; y < height; y++)
    for (gint x = 0; x < width; x++)
      extreme[(gsize)y * width + x]
          = find_extreme (rows + x, height, width, y, sign);
  return extreme;
}

/* How much of each cell the painted area covers. Only an edge against black
 * is one: a step between two greys is a change of density. */
static float *
find_coverage (const FolliGrid *grid)
{
  const gsize       n = (gsize)grid->extent.width * grid->extent.height;
  g_autofree float *lowest = spread_extreme (grid, -1);
  float            *coverage = spread_extreme (grid, 1);

  for (gsize i = 0; i < n; i++)
    coverage[i] = lowest[i] >= FOLLI_MASK_BLACK
                      ? 1
                      : grid->mask[i] / MAX (coverage[i], 2 * FOLLI_MASK_BLACK);
  return coverage;
}

/* Where the edge crosses between a cell of a line and the one before. */
static gint32
find_crossing (const float *coverage, gint at, gsize stride)
{
  const float before = coverage[(at - 1) * stride];
  const float after = coverage[at * stride];

  if ((before >= 0.5f) == (after >= 0.5f))
    return NOWHERE;
  return (at - 1) * UNITS
         + (gint32)(UNITS * (before - 0.5f) / (before - after) + 0.5f);
}

/* Distance from each of @n cells of a line to the nearest crossing on it. */
static void
scan_line (const float *coverage, gint n, gsize stride, gint32 *nearest)
{
  gint32 last = NOWHERE;

  nearest[0] = NOWHERE;
  for (gint i = 1; i < n; i++)
    {
      const gint32 crossing = find_crossing (coverage, i, stride);

      if (crossing != NOWHERE)
        last = crossing;
      nearest[i * stride] = last == NOWHERE ? NOWHERE : i * UNITS - last;
    }
  last = NOWHERE;
  for (gint i = n - 2; i >= 0; i--)
    {
      const gint32 crossing = find_crossing (coverage, i + 1, stride);

      if (crossing != NOWHERE)
        last = crossing;
      if (last != NOWHERE)
        nearest[i * stride] = MIN (nearest[i * stride], last - i * UNITS);
    }
}

typedef struct
{
  gint   site;
  gint32 from;
} Arc;

/* First cell at which the later of two sites is strictly nearer. */
static gint32
find_takeover (const gint32 *offset, gint a, gint b)
{
  const gint64 rise = (gint64)offset[b] * offset[b]
                      - (gint64)offset[a] * offset[a]
                      + (gint64)UNITS * UNITS * ((gint64)b * b - (gint64)a * a);
  const gint64 run = 2 * (gint64)UNITS * UNITS * (b - a);
  const gint64 last = rise / run - (rise % run < 0);

  return CLAMP (last + 1, G_MININT32, G_MAXINT32);
}

/* Lower envelope of the parabolas offset² + (UNITS * distance)²: replaces
 * @squared, from cell @first on, where it is less. */
static void
sweep_line (const gint32 *offset,
            gint          n,
            Arc          *arcs,
            gint          first,
            gint          n_wanted,
            gsize         stride,
            gint32       *squared)
{
  gint n_arcs = 0;
  gint arc = 0;

  for (gint i = 0; i < n; i++)
    {
      gint32 from = G_MININT32;

      if (offset[i] == NOWHERE)
        continue;
      while (n_arcs > 0)
        {
          from = find_takeover (offset, arcs[n_arcs - 1].site, i);
          if (from > arcs[n_arcs - 1].from)
            break;
          n_arcs--;
          from = G_MININT32;
        }
      arcs[n_arcs++] = (Arc){ i, from };
    }
  if (n_arcs == 0)
    return;
  for (gint i = 0; i < n_wanted; i++)
    {
      gint64 along, total;

      while (arc + 1 < n_arcs && arcs[arc + 1].from <= first + i)
        arc++;
      along = (gint64)(first + i - arcs[arc].site) * UNITS;
      total = along * along
              + (gint64)offset[arcs[arc].site] * offset[arcs[arc].site];
      if (total < squared[i * stride])
        squared[i * stride] = total;
    }
}

/* What is farther than @reach is as good as nowhere; that also keeps squares
 * within 32 bits. */
static void
forget_far (gint32 *offset, gsize n, gint reach)
{
  for (gsize i = 0; i < n; i++)
    if (offset[i] > (reach + 1) * UNITS)
      offset[i] = NOWHERE;
}

static void
sweep_columns (const FolliGrid      *grid,
               const FolliRectangle *part,
               const gint32         *offset,
               Arc                  *arcs,
               gint32               *squared)
{
  const gint         width = grid->extent.width;
  const gint         height = grid->extent.height;
  g_autofree gint32 *column = g_new (gint32, height);

  for (gint x = 0; x < part->width; x++)
    {
      const gint32 *top = offset + part->x - grid->extent.x + x;

      for (gint y = 0; y < height; y++)
        column[y] = top[(gsize)y * width];
      sweep_line (column, height, arcs, part->y - grid->extent.y, part->height,
                  part->width, squared + x);
    }
}

static void
sweep_rows (const FolliGrid      *grid,
            const FolliRectangle *part,
            const gint32         *offset,
            Arc                  *arcs,
            gint32               *squared)
{
  for (gint y = 0; y < part->height; y++)
    sweep_line (
        offset + (gsize)(part->y - grid->extent.y + y) * grid->extent.width,
        grid->extent.width, arcs, part->x - grid->extent.x, part->width, 1,
        squared + (gsize)y * part->width);
}

void
folli_grid_measure (const FolliGrid      *grid,
                    const FolliRectangle *part,
                    gint                  reach,
                    float                *distance)
{
  const gint         width = grid->extent.width;
  const gint         height = grid->extent.height;
  const gsize        n = (gsize)width * height;
  const gsize        n_part = (gsize)part->width * part->height;
  g_autofree float  *coverage = find_coverage (grid);
  g_autofree gint32 *offset = g_new (gint32, n);
  g_autofree gint32 *squared = g_new (gint32, n_part);
  g_autofree Arc    *arcs = g_new (Arc, MAX (width, height));

  for (gsize i = 0; i < n_part; i++)
    squared[i] = (reach * UNITS) * (reach * UNITS);

  for (gint y = 0; y < height; y++)
    scan_line (coverage + (gsize)y * width, width, 1,
               offset + (gsize)y * width);
  forget_far (offset, n, reach);
  sweep_columns (grid, part, offset, arcs, squared);

  for (gint x = 0; x < width; x++)
    scan_line (coverage + x, height, width, offset + x);
  forget_far (offset, n, reach);
  sweep_rows (grid, part, offset, arcs, squared);

  for (gint y = 0; y < part->height; y++)
    for (gint x = 0; x < part->width; x++)
      {
        const gsize i = (gsize)y * part->width + x;
        const gsize at = (gsize)(part->y - grid->extent.y + y) * width + part->x
                         - grid->extent.x + x;
        const float length = sqrtf ((float)squared[i]) / UNITS;

        distance[i] = coverage[at] >= 0.5f ? length : -length;
      }
}
