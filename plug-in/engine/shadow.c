/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/shadow.h"

#include <math.h>
#include <string.h>

enum
{
  KERNEL_REACH = 4, /* cells either side */
  FIXED_POINT = 1 << 16
};

/* The halo is smooth; half a millimetre resolves it. */
static const double CELL_MM = 0.5;

/* Standard deviation of the halo in each channel, in mm. The halo of the
 * numbers page, K exp (-r / lambda) / r with lambda = 1.17 / .75 / .64 mm, has
 * longer tails than a bounded neighbourhood allows: these keep the order of
 * the channels and most of the light. */
static const double HALO_MM[FOLLI_CHANNELS] = { 0.85, 0.65, 0.6 };

static double
cell_mm (double px_per_mm)
{
  double mm = CELL_MM;

  /* Nodes closer than the pixels would be work for nothing. */
  while (mm * px_per_mm < 1)
    mm *= 2;
  return mm;
}

double
folli_shadow_reach_px (double px_per_mm)
{
  /* One cell more for spreading a dot over its nodes, one for reading between
   * nodes. */
  return (KERNEL_REACH + 2) * cell_mm (px_per_mm) * px_per_mm;
}

void
folli_shadow_init (FolliShadow *shadow,
                   double       px_per_mm,
                   double       origin_x,
                   double       origin_y,
                   const double shadow_mm2[FOLLI_CHANNELS])
{
  const double cell = cell_mm (px_per_mm);

  memset (shadow, 0, sizeof *shadow);
  shadow->cell_px = cell * px_per_mm;
  shadow->origin_x = origin_x;
  shadow->origin_y = origin_y;
  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    {
      const double sigma = HALO_MM[c] / CELL_MM;
      double       sum = 0;

      shadow->scale[c] = shadow_mm2[c] / (cell * cell) / FIXED_POINT;
      for (gint k = -KERNEL_REACH; k <= KERNEL_REACH; k++)
        sum += exp (-k * k / (2 * sigma * sigma));
      for (gint k = 0; k <= KERNEL_REACH; k++)
        shadow->weight[c][k] = exp (-k * k / (2 * sigma * sigma)) / sum;
    }
}

void
folli_shadow_clear (FolliShadow *shadow)
{
  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    g_free (shadow->darkening[c]);
  g_free (shadow->ink);
  g_free (shadow->pixels);
  g_free (shadow->painted);
  g_free (shadow->blurred);
}

static void
reserve (FolliShadow *shadow, gsize n)
{
  if (n > shadow->n_allocated)
    {
      shadow->n_allocated = n;
      for (guint c = 0; c < FOLLI_CHANNELS; c++)
        shadow->darkening[c] = g_renew (float, shadow->darkening[c], n);
      shadow->ink = g_renew (gint32, shadow->ink, n);
      shadow->pixels = g_renew (gint32, shadow->pixels, n);
      shadow->painted = g_renew (gint32, shadow->painted, n);
      shadow->blurred = g_renew (float, shadow->blurred, n);
    }

  memset (shadow->ink, 0, n * sizeof *shadow->ink);
  memset (shadow->pixels, 0, n * sizeof *shadow->pixels);
  memset (shadow->painted, 0, n * sizeof *shadow->painted);
}

/* A pixel's centre in cells from the image's edge. */
static double
column_of (const FolliShadow *shadow, gint x)
{
  return (x + 0.5 - shadow->origin_x) / shadow->cell_px;
}

static double
row_of (const FolliShadow *shadow, gint y)
{
  return (y + 0.5 - shadow->origin_y) / shadow->cell_px;
}

static gint
nearest_column (const FolliShadow *shadow, gint x)
{
  return (gint)floor (column_of (shadow, x) + 0.5);
}

static gint
left_column (const FolliShadow *shadow, gint x)
{
  return (gint)floor (column_of (shadow, x));
}

/* The first pixel right of @x in another column; asked of the pixels
 * themselves, since a bound that was rounded could differ from them. */
static gint
skip_column (const FolliShadow *shadow,
             gint (*column_at) (const FolliShadow *, gint),
             gint x,
             gint end)
{
  const gint column = column_at (shadow, x);
  gint       next = MIN (x + MAX ((gint)shadow->cell_px - 1, 1), end);

  while (next > x + 1 && column_at (shadow, next - 1) != column)
    next--;
  while (next < end && column_at (shadow, next) == column)
    next++;
  return next;
}

/* Adds a row of the map to the nodes nearest to its pixels. */
static void
count_row (FolliShadow *shadow, const FolliDensityMap *map, gint y)
{
  const FolliRectangle *e = &map->extent;
  const float          *value = map->value + (gsize)(y - e->y) * e->width;
  const gint row = (gint)floor (row_of (shadow, y) + 0.5) - shadow->first_y;
  gint       x = e->x;

  if (row < 0 || row >= shadow->rows)
    return;
  while (x < e->x + e->width)
    {
      const gint column = nearest_column (shadow, x);
      const gint end = skip_column (shadow, nearest_column, x, e->x + e->width);
      const gint node = row * shadow->columns + column - shadow->first_x;
      gint32     painted = 0;

      for (gint i = x; i < end; i++)
        painted += value[i - e->x] > 0;
      if (column >= shadow->first_x
          && column < shadow->first_x + shadow->columns)
        {
          shadow->pixels[node] += end - x;
          shadow->painted[node] += painted;
        }
      x = end;
    }
}

void
folli_shadow_begin (FolliShadow           *shadow,
                    FolliRectangle         rectangle,
                    const FolliDensityMap *map)
{
  const gint last_x
      = (gint)floor (column_of (shadow, rectangle.x + rectangle.width - 1));
  const gint last_y
      = (gint)floor (row_of (shadow, rectangle.y + rectangle.height - 1));

  shadow->first_x
      = (gint)floor (column_of (shadow, rectangle.x)) - KERNEL_REACH;
  shadow->first_y = (gint)floor (row_of (shadow, rectangle.y)) - KERNEL_REACH;
  shadow->columns = last_x + 2 + KERNEL_REACH - shadow->first_x;
  shadow->rows = last_y + 2 + KERNEL_REACH - shadow->first_y;
  reserve (shadow, (gsize)shadow->columns * shadow->rows);

  for (gint y = map->extent.y; y < map->extent.y + map->extent.height; y++)
    count_row (shadow, map, y);
}

void
folli_shadow_add (FolliShadow *shadow, const FolliMark *mark, float share)
{
  const double x = (mark->x + (double)mark->fraction_x - shadow->origin_x)
                   / shadow->cell_px;
  const double y = (mark->y + (double)mark->fraction_y - shadow->origin_y)
                   / shadow->cell_px;
  const gint  column = (gint)floor (x);
  const gint  row = (gint)floor (y);
  const float share_x[2] = { column + 1 - x, x - column };
  const float share_y[2] = { row + 1 - y, y - row };

  for (gint j = 0; j < 2; j++)
    for (gint i = 0; i < 2; i++)
      {
        const gint  across = column + i - shadow->first_x;
        const gint  down = row + j - shadow->first_y;
        const gsize node = (gsize)down * shadow->columns + across;

        if (across >= 0 && across < shadow->columns && down >= 0
            && down < shadow->rows)
          shadow->ink[node]
              += (gint32)(share * share_x[i] * share_y[j] * FIXED_POINT);
      }
}

/* Blurs one way, step being the distance of neighbours in memory. Nodes near
 * the border have no use but as neighbours. */
static void
blur_across (const FolliShadow *shadow, const float *weight, float *values)
{
  for (gint row = 0; row < shadow->rows; row++)
    {
      const float *in = values + (gsize)row * shadow->columns;
      float       *out = shadow->blurred + (gsize)row * shadow->columns;

      for (gint i = KERNEL_REACH; i < shadow->columns - KERNEL_REACH; i++)
        {
          float sum = in[i] * weight[0];

          for (gint k = 1; k <= KERNEL_REACH; k++)
            sum += (in[i - k] + in[i + k]) * weight[k];
          out[i] = sum;
        }
    }
}

static void
blur_down (const FolliShadow *shadow, const float *weight, float *values)
{
  const gint columns = shadow->columns;

  for (gint row = KERNEL_REACH; row < shadow->rows - KERNEL_REACH; row++)
    for (gint i = KERNEL_REACH; i < columns - KERNEL_REACH; i++)
      {
        const float *in = shadow->blurred + (gsize)row * columns + i;
        float        sum = in[0] * weight[0];

        for (gint k = 1; k <= KERNEL_REACH; k++)
          sum += (in[-k * columns] + in[k * columns]) * weight[k];
        values[(gsize)row * columns + i] = sum;
      }
}

static void
blur (const FolliShadow *shadow, const float *weight, float *values)
{
  blur_across (shadow, weight, values);
  blur_down (shadow, weight, values);
}

/* From no shadow where half of the surroundings are painted, which is at a
 * straight border, to all of it where everything is. */
static float
fade (float painted, float pixels)
{
  float share = pixels > 0 ? CLAMP (2 * painted / pixels - 1, 0, 1) : 0;

  return share * share * (3 - 2 * share);
}

void
folli_shadow_end (FolliShadow *shadow)
{
  const gsize       n = (gsize)shadow->columns * shadow->rows;
  g_autofree float *pixels = g_new (float, n);
  g_autofree float *painted = g_new (float, n);

  for (gsize i = 0; i < n; i++)
    {
      pixels[i] = shadow->pixels[i];
      painted[i] = shadow->painted[i];
    }
  blur (shadow, shadow->weight[1], pixels);
  blur (shadow, shadow->weight[1], painted);

  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    {
      float *darkening = shadow->darkening[c];

      for (gsize i = 0; i < n; i++)
        darkening[i] = shadow->ink[i] * shadow->scale[c];
      blur (shadow, shadow->weight[c], darkening);
      for (gsize i = 0; i < n; i++)
        darkening[i] = -expm1f (-darkening[i]) * fade (painted[i], pixels[i]);
    }
}

void
folli_shadow_row (const FolliShadow *shadow,
                  gint               x,
                  gint               y,
                  gint               n,
                  float             *darkening[FOLLI_CHANNELS])
{
  const double down = row_of (shadow, y);
  const gint   row = (gint)floor (down);
  const float  below = down - row;
  const gsize  start = (gsize)(row - shadow->first_y) * shadow->columns;

  for (gint i = 0; i < n;)
    {
      const gint  column = left_column (shadow, x + i);
      const gint  end = skip_column (shadow, left_column, x + i, x + n) - x;
      const gsize node = start + column - shadow->first_x;

      for (guint c = 0; c < FOLLI_CHANNELS; c++)
        {
          const float *top = shadow->darkening[c] + node;
          const float *bottom = top + shadow->columns;
          const float  left = top[0] + below * (bottom[0] - top[0]);
          const float  right = top[1] + below * (bottom[1] - top[1]);

          for (gint k = i; k < end; k++)
            {
              float share = column_of (shadow, x + k) - column;

              darkening[c][k] = left + share * (right - left);
            }
        }
      i = end;
    }
}
