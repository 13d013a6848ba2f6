/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/density-map.h"

#include <math.h>
#include <string.h>

#include "wide.h"

/* The transfer function of sRGB, IEC 61966-2-1. */
static float
perceptual_of_linear (float linear)
{
  /* White is what most of a map is. */
  if (linear >= 1)
    return 1;
  return linear <= 0.0031308f ? 12.92f * linear
                              : 1.055f * powf (linear, 1 / 2.4f) - 0.055f;
}

static float
linear_of_perceptual (float perceptual)
{
  return perceptual <= 0.04045f ? perceptual / 12.92f
                                : powf ((perceptual + 0.055f) / 1.055f, 2.4f);
}

/* White is to be 1, though the luminances that it is summed up from may be a
 * little less together. */
static const float WHITE = 0.999999f;

/* Written so that what is not a number becomes 0. */
static inline float
limit (float value)
{
  value = value > 0 ? value : 0;
  return value < WHITE ? value : 1;
}

void
folli_density_map_begin (FolliDensityMap *map,
                         FolliRectangle   extent,
                         gboolean         linear)
{
  map->extent = extent;
  map->linear = linear;
  map->lowest = 1;
  map->highest = 0;
}

/* Values are never negative, so that their bits are in the same order: whole
 * numbers have a smallest and a largest in every order of comparing, and the
 * compiler may take several at once. */
typedef struct
{
  gint32 lowest;
  gint32 highest;
} Range;

static inline gint32
bits_of (float value)
{
  gint32 bits;

  memcpy (&bits, &value, sizeof bits);
  return bits;
}

static inline void
widen_range (Range *range, float value)
{
  const gint32 bits = bits_of (value);

  range->lowest = bits < range->lowest ? bits : range->lowest;
  range->highest = bits > range->highest ? bits : range->highest;
}

FOLLI_WIDE static Range
find_range (const float *value, gsize n)
{
  Range range = { G_MAXINT32, 0 };

  for (gsize i = 0; i < n; i++)
    widen_range (&range, value[i]);
  return range;
}

static void
note_range (FolliDensityMap *map, Range range)
{
  float lowest, highest;

  memcpy (&lowest, &range.lowest, sizeof lowest);
  memcpy (&highest, &range.highest, sizeof highest);
  map->lowest = MIN (map->lowest, lowest);
  map->highest = MAX (map->highest, highest);
}

static float *
find_row (FolliDensityMap *map, const FolliRectangle *part, gint y)
{
  return map->value + (gsize)(part->y - map->extent.y + y) * map->extent.width
         + (part->x - map->extent.x);
}

FOLLI_WIDE static Range
multiply_row (float *restrict value, gint n, const float *restrict luma_alpha)
{
  Range range = { G_MAXINT32, 0 };

  for (gint i = 0; i < n; i++)
    {
      value[i] = limit (luma_alpha[2 * i] * luma_alpha[2 * i + 1]);
      widen_range (&range, value[i]);
    }
  return range;
}

void
folli_density_map_set_luma_alpha (FolliDensityMap *map,
                                  FolliRectangle   part,
                                  const float     *luma_alpha)
{
  g_return_if_fail (!map->linear);

  for (gint y = 0; y < part.height; y++)
    note_range (map, multiply_row (find_row (map, &part, y), part.width,
                                   luma_alpha + 2 * (gsize)y * part.width));
}

/* The linear value whose density is that of @luminance times @alpha. */
static float
fade_linear (float luminance, float alpha)
{
  if (luminance <= 0 || alpha <= 0)
    return 0;
  return linear_of_perceptual (perceptual_of_linear (luminance) * alpha);
}

/* Returns how many pixels are not opaque. */
FOLLI_WIDE static gint
set_opaque_row (float *restrict value,
                gint n,
                const float *restrict rgba,
                const float luminance[3],
                Range *restrict range)
{
  const float red = luminance[0], green = luminance[1], blue = luminance[2];
  Range       found = { G_MAXINT32, 0 };
  gint        n_soft = 0;

  for (gint i = 0; i < n; i++)
    {
      value[i] = limit (red * rgba[4 * i] + green * rgba[4 * i + 1]
                        + blue * rgba[4 * i + 2]);
      widen_range (&found, value[i]);
      /* A NaN is not opaque. */
      n_soft += rgba[4 * i + 3] >= 1 ? 0 : 1;
    }
  *range = found;
  return n_soft;
}

void
folli_density_map_set_rgba (FolliDensityMap *map,
                            FolliRectangle   part,
                            const float     *rgba,
                            const float      luminance[3])
{
  g_return_if_fail (map->linear);

  for (gint y = 0; y < part.height; y++)
    {
      float       *value = find_row (map, &part, y);
      const float *in = rgba + 4 * (gsize)y * part.width;
      Range        range;

      if (set_opaque_row (value, part.width, in, luminance, &range) > 0)
        {
          for (gint i = 0; i < part.width; i++)
            if (!(in[4 * i + 3] >= 1))
              value[i] = limit (fade_linear (value[i], in[4 * i + 3]));
          range = find_range (value, part.width);
        }
      note_range (map, range);
    }
}

/* The highest of the bits, as whole numbers: above 0 only if a float is. */
FOLLI_WIDE gboolean
folli_density_map_is_empty_rgba (const float *rgba, gsize n_pixels)
{
  enum
  {
    ALPHA = 3,
    COMPONENTS
  };
  gint32 highest[COMPONENTS] = { 0 };

  for (gsize i = 0; i < n_pixels; i++)
    for (guint c = 0; c < COMPONENTS; c++)
      highest[c] = MAX (highest[c], bits_of (rgba[i * COMPONENTS + c]));
  return highest[ALPHA] == 0
         || (highest[0] == 0 && highest[1] == 0 && highest[2] == 0);
}

float
folli_density_of_linear (float linear)
{
  return perceptual_of_linear (linear);
}

float
folli_density_map_at (const FolliDensityMap *map, gint x, gint y)
{
  const FolliRectangle *e = &map->extent;
  const gint            column = CLAMP (x - e->x, 0, e->width - 1);
  const gint            row = CLAMP (y - e->y, 0, e->height - 1);
  const float           value = map->value[(gsize)row * e->width + column];

  return map->linear ? perceptual_of_linear (value) : value;
}

float
folli_density_map_get_least (const FolliDensityMap *map)
{
  return map->linear ? linear_of_perceptual (FOLLI_DENSITY_LEAST)
                     : FOLLI_DENSITY_LEAST;
}

gboolean
folli_density_map_holds (const FolliDensityMap *map,
                         const FolliMark       *mark,
                         float                  outer2)
{
  FolliRectangle bounds;

  if (map->lowest > 0)
    return TRUE;

  bounds = folli_mark_bounds (mark, outer2);
  for (gint y = bounds.y; y < bounds.y + bounds.height; y++)
    for (gint x = bounds.x; x < bounds.x + bounds.width; x++)
      if (folli_density_map_at (map, x, y) <= 0
          && folli_mark_reaches (mark, outer2, x, y))
        return FALSE;
  return TRUE;
}
