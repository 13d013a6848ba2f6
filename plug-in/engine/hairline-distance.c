/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hairline-field.h"

#include <math.h>

#include "floor.h"
#include "wide.h"

/* Distances are counted in 1/64 of a cell: squares of the farthest fit into 32
 * bits without a sign. */
#define UNITS 64
G_STATIC_ASSERT ((guint64)
                     FOLLI_FIELD_FARTHEST *UNITS *FOLLI_FIELD_FARTHEST *UNITS
                 <= G_MAXUINT32);

#define NOWHERE G_MAXINT32
/* Farther than any place, but so that distances to it are numbers, too. */
#define FAR (G_MAXINT32 / 2)

/* Columns that are swept together: what one line of the cache holds. */
#define COLUMNS 16

static inline gboolean
has_crossing (float before, float after)
{
  return (before >= 0.5f) != (after >= 0.5f);
}

/* How far behind the middle of one cell the edge crosses on the way to the
 * next; any number where it does not. */
static inline gint32
find_crossing (float before, float after)
{
  const float drop = has_crossing (before, after) ? before - after : UNITS;

  return (gint32)(UNITS * (before - 0.5f) / drop + 0.5f);
}

/* What is farther than @reach is as good as nowhere. */
static inline gint32
forget_far (gint32 offset, gint reach)
{
  return offset > (reach + 1) * UNITS ? NOWHERE : offset;
}

/* Distance of the cells @from to @end of a row, of which @nearest holds those
 * from @first on, to the nearer of the crossings before and after them. */
static void
fill_between (gint    first,
              gint    from,
              gint    end,
              gint32  before,
              gint32  after,
              gint    reach,
              gint32 *nearest)
{
  for (gint i = from; i < end; i++)
    nearest[i - first]
        = forget_far (MIN (i * UNITS - before, after - i * UNITS), reach);
}

/* Distance from @n_wanted cells of a row, from @first on, to the nearest
 * crossing on it. */
static void
scan_row (const float *coverage,
          gint         n,
          gint         first,
          gint         n_wanted,
          gint         reach,
          gint32      *nearest)
{
  const gint end = first + n_wanted;
  gint32     last = -FAR;
  gint       from = first;

  for (gint i = 1; i < n; i++)
    {
      gint32 crossing;

      if (!has_crossing (coverage[i - 1], coverage[i]))
        continue;
      crossing = (i - 1) * UNITS + find_crossing (coverage[i - 1], coverage[i]);
      fill_between (first, from, MIN (i, end), last, crossing, reach, nearest);
      from = MAX (i, first);
      last = crossing;
    }
  fill_between (first, from, end, last, FAR, reach, nearest);
}

/* Goes down to the next row of cells: @last is where the nearest crossing above
 * each cell is. */
FOLLI_WIDE static void
step_down (const float *restrict above,
           const float *restrict here,
           gint   n,
           gint32 y,
           gint32 *restrict last)
{
  for (gint x = 0; x < n; x++)
    {
      const gint32 crossing
          = (y - 1) * UNITS + find_crossing (above[x], here[x]);

      last[x] = has_crossing (above[x], here[x]) ? crossing : last[x];
    }
}

/* Goes up to the next row of cells: @last is where the nearest crossing below
 * each cell is. */
FOLLI_WIDE static void
step_up (const float *restrict here,
         const float *restrict below,
         gint   n,
         gint32 y,
         gint32 *restrict last)
{
  for (gint x = 0; x < n; x++)
    {
      const gint32 crossing = y * UNITS + find_crossing (here[x], below[x]);

      last[x] = has_crossing (here[x], below[x]) ? crossing : last[x];
    }
}

FOLLI_WIDE static void
note_above (const gint32 *restrict last, gint n, gint32 y, gint32 *restrict out)
{
  for (gint x = 0; x < n; x++)
    out[x] = y * UNITS - last[x];
}

FOLLI_WIDE static void
note_below (const gint32 *restrict last,
            gint   n,
            gint32 y,
            gint   reach,
            gint32 *restrict out)
{
  for (gint x = 0; x < n; x++)
    out[x] = forget_far (MIN (out[x], last[x] - y * UNITS), reach);
}

/* Distance from each cell of the rows wanted to the nearest crossing above or
 * below it. */
static void
scan_columns (const float *coverage,
              gint         width,
              gint         height,
              gint         first,
              gint         n_wanted,
              gint         reach,
              gint32      *nearest)
{
  g_autofree gint32 *last = g_new (gint32, width);

  for (gint x = 0; x < width; x++)
    last[x] = -FAR;
  for (gint y = 0; y < first + n_wanted; y++)
    {
      const float *here = coverage + (gsize)y * width;

      if (y > 0)
        step_down (here - width, here, width, y, last);
      if (y >= first)
        note_above (last, width, y, nearest + (gsize)(y - first) * width);
    }
  for (gint x = 0; x < width; x++)
    last[x] = FAR;
  for (gint y = height - 1; y >= first; y--)
    {
      const float *here = coverage + (gsize)y * width;

      if (y < height - 1)
        step_up (here, here + width, width, y, last);
      if (y < first + n_wanted)
        note_below (last, width, y, reach,
                    nearest + (gsize)(y - first) * width);
    }
}

/* A site, the square of its distance to the origin, and the first cell that it
 * is the nearest one to. */
typedef struct
{
  gint   site;
  gint32 from;
  gint64 square;
} Arc;

static Arc
make_arc (gint site, gint32 offset)
{
  return (Arc){ site, G_MININT32,
                (gint64)offset * offset + (gint64)UNITS * UNITS * site * site };
}

/* First cell at which the later of two sites is strictly nearer. Most are
 * neighbours: dividing by a constant is quick. */
static gint32
find_takeover (const Arc *a, const Arc *b)
{
  const gint64 unit = 2 * UNITS * UNITS;
  const gint   apart = b->site - a->site;
  const gint64 rise = b->square - a->square;
  const gint64 last = apart == 1 ? folli_floor_divide (rise, unit)
                                 : folli_floor_divide (rise, unit * apart);

  return CLAMP (last + 1, G_MININT32, G_MAXINT32);
}

/* Lower envelope of the parabolas offset² + (UNITS * distance)². */
static gint
find_arcs (const gint32 *offset, gint n, Arc *arcs)
{
  gint n_arcs = 0;

  for (gint i = 0; i < n; i++)
    {
      Arc arc;

      if (offset[i] == NOWHERE)
        continue;
      arc = make_arc (i, offset[i]);
      while (n_arcs > 0)
        {
          arc.from = find_takeover (&arcs[n_arcs - 1], &arc);
          if (arc.from > arcs[n_arcs - 1].from)
            break;
          n_arcs--;
          arc.from = G_MININT32;
        }
      arcs[n_arcs++] = arc;
    }
  return n_arcs;
}

/* Replaces @squared, from cell @first of the line on, where the squared
 * distance to a site is less. */
static void
sweep_line (const gint32 *offset,
            gint          n,
            gint          first,
            gint          n_wanted,
            gint          reach,
            Arc          *arcs,
            guint32      *squared)
{
  const gint n_arcs = find_arcs (offset, n, arcs);

  for (gint arc = 0; arc < n_arcs; arc++)
    {
      const gint   site = arcs[arc].site;
      const gint64 across = (gint64)offset[site] * offset[site];
      const gint32 next = arc + 1 < n_arcs ? arcs[arc + 1].from : G_MAXINT32;
      const gint   from = MAX (MAX (arcs[arc].from, first), site - reach);
      const gint   end = MIN (MIN (next, first + n_wanted), site + reach + 1);

      for (gint i = from; i < end; i++)
        {
          const gint64 along = (gint64)(i - site) * UNITS;
          const gint64 total = along * along + across;

          squared[i - first] = MIN ((gint64)squared[i - first], total);
        }
    }
}

/* @offset holds the part's columns of all rows. Some columns at a time are
 * turned into rows and back. */
static void
sweep_columns (const FolliGrid      *grid,
               const FolliRectangle *part,
               const gint32         *offset,
               gint                  reach,
               Arc                  *arcs,
               guint32              *squared)
{
  const gint          height = grid->extent.height;
  const guint32       far = (guint32)(reach * UNITS) * (reach * UNITS);
  g_autofree gint32  *column = g_new (gint32, COLUMNS * height);
  g_autofree guint32 *swept = g_new (guint32, COLUMNS * part->height);

  for (gint left = 0; left < part->width; left += COLUMNS)
    {
      const gint n = MIN (COLUMNS, part->width - left);

      for (gint y = 0; y < height; y++)
        for (gint x = 0; x < n; x++)
          column[x * height + y] = offset[(gsize)y * part->width + left + x];
      for (gint i = 0; i < n * part->height; i++)
        swept[i] = far;
      for (gint x = 0; x < n; x++)
        sweep_line (column + x * height, height, part->y - grid->extent.y,
                    part->height, reach, arcs, swept + x * part->height);
      for (gint y = 0; y < part->height; y++)
        for (gint x = 0; x < n; x++)
          squared[(gsize)y * part->width + left + x]
              = swept[x * part->height + y];
    }
}

FOLLI_WIDE static void
take_roots (const guint32 *restrict squared,
            const float *restrict coverage,
            gint n,
            float *restrict distance)
{
  for (gint x = 0; x < n; x++)
    {
      const float length = sqrtf ((float)squared[x]) / UNITS;

      distance[x] = coverage[x] >= 0.5f ? length : -length;
    }
}

void
folli_grid_measure (const FolliGrid      *grid,
                    const FolliRectangle *part,
                    gint                  reach,
                    float                *distance)
{
  const gint  width = grid->extent.width;
  const gint  height = grid->extent.height;
  const gint  left = part->x - grid->extent.x;
  const gint  top = part->y - grid->extent.y;
  const gsize n_part = (gsize)part->width * part->height;
  const gsize n_offsets
      = MAX ((gsize)part->width * height, (gsize)part->height * width);
  g_autofree float   *coverage = folli_grid_get_coverage (grid);
  g_autofree gint32  *offset = g_new (gint32, n_offsets);
  g_autofree guint32 *squared = g_new (guint32, n_part);
  g_autofree Arc     *arcs = g_new (Arc, MAX (width, height));

  g_return_if_fail (reach <= FOLLI_FIELD_FARTHEST);

  for (gint y = 0; y < height; y++)
    scan_row (coverage + (gsize)y * width, width, left, part->width, reach,
              offset + (gsize)y * part->width);
  sweep_columns (grid, part, offset, reach, arcs, squared);

  scan_columns (coverage, width, height, top, part->height, reach, offset);
  for (gint y = 0; y < part->height; y++)
    {
      const gsize at = (gsize)y * part->width;

      sweep_line (offset + (gsize)y * width, width, left, part->width, reach,
                  arcs, squared + at);
      take_roots (squared + at, coverage + (gsize)(top + y) * width + left,
                  part->width, distance + at);
    }
}
