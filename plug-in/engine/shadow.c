/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shadow.h"

#include <math.h>
#include <string.h>

#include "follicle/scatter.h"

#include "floor.h"
#include "wide.h"

enum
{
  KERNEL_REACH = 4, /* cells either side */
  /* One more for a dot that falls between the outermost nodes and the next. */
  BORDER = KERNEL_REACH + 1,
  FIXED_POINT = 1 << 16
};

/* The halo is smooth; half a millimetre resolves it. */
static const double CELL_MM = 0.5;

/* Optical density beyond which no light is left, natural logarithm. */
static const float DEEPEST = 16;

/* Standard deviation of the halo in each channel, in mm. The halo of the
 * doc/numbers.md, "Shadow between the dots", K exp (-r / lambda) / r with
 * lambda = 1.17 / .75 / .64 mm, has longer tails than a bounded neighbourhood
 * allows: these keep the order of the channels and most of the light. */
static const double HALO_MM[FOLLI_CHANNELS] = { 1.0, 0.8, 0.7 };

/* Part of the shadow that the dots cast themselves. With 30 % of it the clouds
 * are more than twice as strong as with none; with none it would not thin out
 * where a dot is missing. Judged on portraits. */
static const double DOTS_SHARE = 0.15;

/* Skin that one fresh dot reddens: 1.25 mm around it. Source: doc/numbers.md,
 * "Redness". */
static const double REDDENED_MM2 = 4.9;

static const double SPREAD_CELLS2 = 1.0 / 3;
static const double LEAST_SIGMA2 = 0.01;

static const double LEAST_CELL_PX = 0.75;

static double
cell_mm (double px_per_mm)
{
  double mm = CELL_MM;

  /* Nodes much closer than the pixels would be work for nothing. */
  while (mm * px_per_mm < LEAST_CELL_PX)
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
folli_shadow_cast_init (FolliShadowCast *cast, double front_fineness)
{
  *cast = (FolliShadowCast){ .dots_per_mm2 = 0 };
  for (guint i = 0; i <= FOLLI_SHADOW_GREYS; i++)
    {
      const double grey = (double)i / FOLLI_SHADOW_GREYS;
      const double density = folli_density_of_linear (grey * grey);

      cast->ink[i] = (guint16)(FOLLI_SHADOW_INK * grey
                                   * folli_front_ink (front_fineness, grey)
                               + 0.5);
      cast->ink_linear[i]
          = (guint16)(FOLLI_SHADOW_INK * density
                          * folli_front_ink (front_fineness, density)
                      + 0.5);
    }
}

void
folli_shadow_init (FolliShadow *shadow)
{
  *shadow = (FolliShadow){ 0 };
}

/* The kernel for a Gaussian of @sigma cells all in all: to spread a dot over
 * nodes and to read between them blurs by a third of a cell squared already. */
static void
set_weights (float weight[KERNEL_REACH + 1], double sigma)
{
  const double left2 = MAX (sigma * sigma - SPREAD_CELLS2, LEAST_SIGMA2);
  double       sum = 0;

  for (gint k = -KERNEL_REACH; k <= KERNEL_REACH; k++)
    sum += exp (-k * k / (2 * left2));
  for (gint k = 0; k <= KERNEL_REACH; k++)
    weight[k] = exp (-k * k / (2 * left2)) / sum;
}

void
folli_shadow_set_scale (FolliShadow           *shadow,
                        double                 px_per_mm,
                        double                 origin_x,
                        double                 origin_y,
                        const FolliShadowCast *cast)
{
  const double cell = cell_mm (px_per_mm);

  shadow->cells_per_px = 1 / (cell * px_per_mm);
  shadow->origin_x = origin_x;
  shadow->origin_y = origin_y;
  shadow->cast = cast;
  shadow->red_rate = cast->fresh_per_mm2 * REDDENED_MM2;
  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    {
      shadow->dot_depth[c]
          = DOTS_SHARE * cast->dot_mm2[c] / (cell * cell) / FIXED_POINT;
      shadow->map_depth[c]
          = (1 - DOTS_SHARE) * cast->dot_mm2[c] * cast->dots_per_mm2;
      shadow->red_depth[c] = cast->redness[c];
      set_weights (shadow->weight[c], HALO_MM[c] / cell);
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
  g_free (shadow->expected);
  g_free (shadow->node);
  g_free (shadow->column);
  g_free (shadow->share);
}

static void
reserve_nodes (FolliShadow *shadow)
{
  const gsize n = (gsize)shadow->columns * shadow->rows;

  if (n > shadow->n_nodes)
    {
      shadow->n_nodes = n;
      shadow->ink = g_renew (gint32, shadow->ink, n);
      shadow->pixels = g_renew (gint32, shadow->pixels, n);
      shadow->painted = g_renew (gint32, shadow->painted, n);
      shadow->expected = g_renew (gint32, shadow->expected, n);
      shadow->node = g_renew (float, shadow->node, 4 * n);
    }
  memset (shadow->ink, 0, n * sizeof *shadow->ink);
  memset (shadow->pixels, 0, n * sizeof *shadow->pixels);
  memset (shadow->painted, 0, n * sizeof *shadow->painted);
  memset (shadow->expected, 0, n * sizeof *shadow->expected);
}

static void
reserve_pixels (FolliShadow *shadow, gsize n_across)
{
  const gsize n = (gsize)shadow->rows * shadow->rectangle.width;

  if (n_across > shadow->n_across)
    {
      shadow->n_across = n_across;
      shadow->column = g_renew (gint32, shadow->column, n_across);
      shadow->share = g_renew (float, shadow->share, n_across);
    }
  if (n > shadow->n_darkening)
    {
      shadow->n_darkening = n;
      for (guint c = 0; c < FOLLI_CHANNELS; c++)
        shadow->darkening[c] = g_renew (float, shadow->darkening[c], n);
    }
}

/* A pixel's centre in cells from the image's edge. */
static double
column_of (const FolliShadow *shadow, gint x)
{
  return (x + 0.5 - shadow->origin_x) * shadow->cells_per_px;
}

static double
row_of (const FolliShadow *shadow, gint y)
{
  return (y + 0.5 - shadow->origin_y) * shadow->cells_per_px;
}

/* The ink expected at a value of the map above 0. */
static inline gint32
expect (const guint16 *ink, gboolean linear, float value)
{
  return ink[(gint)((linear ? sqrtf (value) : value) * FOLLI_SHADOW_GREYS)];
}

/* Adds the map's pixels to the nodes nearest to them. Where it goes on hidden,
 * it goes on as it is beside. */
static void
count_painted (FolliShadow *shadow, const FolliDensityMap *map)
{
  const FolliRectangle *e = &map->extent;
  const float           least = folli_density_map_get_least (map);
  const guint16        *ink
      = map->linear ? shadow->cast->ink_linear : shadow->cast->ink;

  for (gint i = 0; i < e->width; i++)
    shadow->column[i]
        = (gint32)floor (column_of (shadow, e->x + i) + 0.5) - shadow->first_x;

  for (gint j = 0; j < e->height; j++)
    {
      const float *value = map->value + (gsize)j * e->width;
      const gint   row
          = (gint)floor (row_of (shadow, e->y + j) + 0.5) - shadow->first_y;

      if (row < 0 || row >= shadow->rows)
        continue;
      for (gint i = 0; i < e->width; i++)
        {
          const gint column = shadow->column[i];

          if (column < 0 || column >= shadow->columns)
            continue;
          if (value[i] > 0 && value[i] < least)
            continue;
          shadow->pixels[row * shadow->columns + column]++;
          if (value[i] <= 0)
            continue;
          shadow->painted[row * shadow->columns + column]++;
          shadow->expected[row * shadow->columns + column]
              += expect (ink, map->linear, value[i]);
        }
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

  shadow->rectangle = rectangle;
  shadow->first_x = (gint)floor (column_of (shadow, rectangle.x)) - BORDER;
  shadow->first_y = (gint)floor (row_of (shadow, rectangle.y)) - BORDER;
  shadow->columns = last_x + 2 + BORDER - shadow->first_x;
  shadow->rows = last_y + 2 + BORDER - shadow->first_y;
  shadow->white = map->lowest >= 1;
  reserve_nodes (shadow);
  reserve_pixels (shadow, MAX (rectangle.width, map->extent.width));
  if (!shadow->white)
    count_painted (shadow, map);
}

void
folli_shadow_add (FolliShadow *shadow, const FolliMark *mark, float share)
{
  const double x = (mark->x + (double)mark->fraction_x - shadow->origin_x)
                   * shadow->cells_per_px;
  const double y = (mark->y + (double)mark->fraction_y - shadow->origin_y)
                   * shadow->cells_per_px;
  const gint  column = folli_floor (x);
  const gint  row = folli_floor (y);
  const gint  across = column - shadow->first_x;
  const gint  down = row - shadow->first_y;
  const float left = share * (float)(column + 1 - x) * FIXED_POINT;
  const float right = share * (float)(x - column) * FIXED_POINT;
  const float above = row + 1 - y;
  const float below = y - row;
  gint32     *ink;

  if (across < 0 || across + 1 >= shadow->columns || down < 0
      || down + 1 >= shadow->rows)
    return;
  ink = shadow->ink + down * shadow->columns + across;
  ink[0] += (gint32)(left * above);
  ink[1] += (gint32)(right * above);
  ink[shadow->columns] += (gint32)(left * below);
  ink[shadow->columns + 1] += (gint32)(right * below);
}

FOLLI_WIDE static void
blur_across (const FolliShadow *shadow,
             const float       *weight,
             const float *restrict in,
             float *restrict out)
{
  for (gint row = 0; row < shadow->rows; row++)
    {
      const gint start = row * shadow->columns;

      for (gint i = start + KERNEL_REACH;
           i < start + shadow->columns - KERNEL_REACH; i++)
        {
          float sum = in[i] * weight[0];

          for (gint k = 1; k <= KERNEL_REACH; k++)
            sum += (in[i - k] + in[i + k]) * weight[k];
          out[i] = sum;
        }
    }
}

FOLLI_WIDE static void
blur_down (const FolliShadow *shadow,
           const float       *weight,
           const float *restrict in,
           float *restrict out)
{
  const gint columns = shadow->columns;

  for (gint row = KERNEL_REACH; row < shadow->rows - KERNEL_REACH; row++)
    for (gint i = row * columns + KERNEL_REACH;
         i < (row + 1) * columns - KERNEL_REACH; i++)
      {
        float sum = in[i] * weight[0];

        for (gint k = 1; k <= KERNEL_REACH; k++)
          sum += (in[i - k * columns] + in[i + k * columns]) * weight[k];
        out[i] = sum;
      }
}

/* Blurs whole numbers. Nodes within the kernel's reach of the border serve
 * only as neighbours and are left undefined. */
static void
blur (const FolliShadow *shadow,
      const float       *weight,
      const gint32      *in,
      float             *out)
{
  const gsize n = (gsize)shadow->columns * shadow->rows;
  float      *across = shadow->node + 3 * n;

  for (gsize i = 0; i < n; i++)
    out[i] = in[i];
  blur_across (shadow, weight, out, across);
  blur_down (shadow, weight, across, out);
}

/* From no shadow where half of the surroundings are painted, which is at a
 * straight border, to all of it where everything is. */
static float
fade (float painted, float pixels)
{
  float share = pixels > 0 ? CLAMP (2 * painted / pixels - 1, 0, 1) : 0;

  return share * share * (3 - 2 * share);
}

/* How much of the shadow each node gets, and the ink that it is to expect as a
 * share of a white map's. */
static void
read_map_nodes (FolliShadow *shadow, float *factor, float *tone)
{
  const gsize n = (gsize)shadow->columns * shadow->rows;
  float      *pixels = shadow->node + n;

  if (shadow->white)
    {
      for (gsize i = 0; i < n; i++)
        factor[i] = tone[i] = 1;
      return;
    }
  blur (shadow, shadow->weight[1], shadow->pixels, pixels);
  blur (shadow, shadow->weight[1], shadow->painted, factor);
  blur (shadow, shadow->weight[1], shadow->expected, tone);
  for (gsize i = 0; i < n; i++)
    {
      factor[i] = fade (factor[i], pixels[i]);
      tone[i]
          = pixels[i] > 0 ? tone[i] * (1.f / FOLLI_SHADOW_INK) / pixels[i] : 0;
    }
}

/* 1 - exp (-depth), to 1e-7: its series for a 32nd of the depth, doubled five
 * times by f (2 d) = f (d) (2 - f (d)). Plain arithmetic, so that it is the
 * same with every C library. */
static inline float
darken (float depth)
{
  const float d = (depth < DEEPEST ? depth : DEEPEST) * (1 / 32.f);
  float f = d * (1 - d * (1 / 2.f) * (1 - d * (1 / 3.f) * (1 - d * (1 / 4.f))));

  for (guint i = 0; i < 5; i++)
    f = f * (2 - f);
  return f;
}

/* Turns the blurred ink of nodes into darkening. */
FOLLI_WIDE static void
darken_nodes (const FolliShadow *shadow,
              guint              channel,
              float *restrict node,
              const float *restrict factor,
              const float *restrict tone,
              gsize n)
{
  const float dot_depth = shadow->dot_depth[channel];
  const float map_depth = shadow->map_depth[channel];
  const float red_depth = shadow->red_depth[channel];
  const float red_rate = shadow->red_rate;

  for (gsize i = 0; i < n; i++)
    node[i] = darken (node[i] * dot_depth + tone[i] * map_depth
                      + red_depth * darken (tone[i] * red_rate))
              * factor[i];
}

/* Reads between the nodes of each row, so that for a pixel only reading
 * between two such rows is left. */
FOLLI_WIDE static void
widen (const FolliShadow *shadow, const float *node, float *darkening)
{
  const gint width = shadow->rectangle.width;

  for (gint row = KERNEL_REACH; row < shadow->rows - KERNEL_REACH; row++)
    {
      const float *in = node + (gsize)row * shadow->columns;
      float       *out = darkening + (gsize)row * width;

      for (gint i = 0; i < width; i++)
        {
          const float *left = in + shadow->column[i];

          out[i] = left[0] + shadow->share[i] * (left[1] - left[0]);
        }
    }
}

void
folli_shadow_end (FolliShadow *shadow)
{
  const FolliRectangle *r = &shadow->rectangle;
  const gsize           n = (gsize)shadow->columns * shadow->rows;
  const gsize           first = (gsize)shadow->columns * KERNEL_REACH;
  g_autofree float     *factor = g_new (float, 2 * n);
  float                *tone = factor + n;
  float                *node = shadow->node;

  read_map_nodes (shadow, factor, tone);
  for (gint i = 0; i < r->width; i++)
    {
      double column = column_of (shadow, r->x + i);

      shadow->column[i] = (gint32)floor (column) - shadow->first_x;
      shadow->share[i] = column - floor (column);
    }

  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    {
      blur (shadow, shadow->weight[c], shadow->ink, node);
      darken_nodes (shadow, c, node + first, factor + first, tone + first,
                    n - 2 * first);
      widen (shadow, node, shadow->darkening[c]);
    }
}

FOLLI_WIDE void
folli_shadow_row (const FolliShadow *shadow,
                  guint              channel,
                  gint               x,
                  gint               y,
                  gint               n,
                  float             *darkening)
{
  const double down = row_of (shadow, y);
  const gint   row = (gint)floor (down);
  const float  below = down - row;
  const gint   width = shadow->rectangle.width;
  const float *top = shadow->darkening[channel]
                     + (gsize)(row - shadow->first_y) * width
                     + (x - shadow->rectangle.x);
  const float *bottom = top + width;

  for (gint i = 0; i < n; i++)
    darkening[i] = top[i] + below * (bottom[i] - top[i]);
}
