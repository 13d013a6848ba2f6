/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/raster.h"

#include <math.h>

#include "wide.h"

enum
{
  /* Up to this width of its bounds a dot's weights are summed up and scaled
   * to its ink; the sums of wider ones are right to 0.1 % by themselves. */
  MAX_SCALED_WIDTH = 24,
  LANES = 8 /* floats in a vector; divides the width above */
};

/* Mean squared distance from its centre to a pixel's points, px². */
static const double PIXEL_SPREAD = 1.0 / 6;

/* Weight of the blur's variance in the squared radius of half darkness, fitted
 * to the widths in doc/numbers.md, "Optics of pigment in skin". */
static const double HALF_WIDTH_BLUR = 1.2;

/* No dot takes all: pixels are multiplied. */
static const float MAX_DARKENING = 0.999f;

void
folli_profile_init (FolliProfile *profile,
                    double        radius_px,
                    double        blur_px,
                    double        photo_blur_px,
                    double        peak)
{
  /* A paraboloid of @peak and the ink of a disc is at half of the peak where
   * the disc ends, and ends at twice its squared radius. Blurred it has tails,
   * as its square has. With c for crispness the ink is (2 + c) pi / 6 times
   * outer2 and the peak, the mean squared distance (1 + c) / (4 + 2 c) times
   * outer2. */
  const double half
      = radius_px * radius_px + HALF_WIDTH_BLUR * blur_px * blur_px;
  const double ink = G_PI * half * peak;
  const double own_spread = 2 * half / 3;
  const double spread
      = own_spread + PIXEL_SPREAD + 2 * photo_blur_px * photo_blur_px;
  const double crispness = own_spread / spread;
  const double outer2 = spread * (4 + 2 * crispness) / (1 + crispness);

  profile->outer2 = outer2;
  profile->per_outer2 = 1 / outer2;
  profile->crispness = crispness;
  profile->peak = 6 * ink / ((2 + crispness) * G_PI * outer2);
  profile->ink_px2 = ink;
}

void
folli_metric_init (FolliMetric *metric, double angle_rad, double aspect)
{
  double c = cos (angle_rad), s = sin (angle_rad);

  metric->xx = c * c * aspect + s * s / aspect;
  metric->yy = s * s * aspect + c * c / aspect;
  metric->xy = c * s * (aspect - 1 / aspect);
}

/* A dot that reaches less far than this can fall between the pixels' centres:
 * half the diagonal of a pixel, and some. */
static const float LEAST_REACH_PX = 0.79f;

static float
limit_factor (const FolliMark *mark, double factor, float outer2)
{
  const float widest = MAX (mark->metric.xx, mark->metric.yy);
  const float least = LEAST_REACH_PX * sqrtf (widest / outer2);

  return MIN (MAX ((float)factor, least), 1);
}

void
folli_mark_squeeze (FolliMark *mark,
                    double     factor,
                    double     direction_x,
                    double     direction_y,
                    float      outer2)
{
  const float limited = limit_factor (mark, factor, outer2);
  const float s = 1 / limited - 1;
  /* Distance is measured after stretching along the direction. */
  const float       axx = 1 + s * (float)(direction_x * direction_x);
  const float       axy = s * (float)(direction_x * direction_y);
  const float       ayy = 1 + s * (float)(direction_y * direction_y);
  const FolliMetric m = mark->metric;
  const float       bxx = m.xx * axx + m.xy * axy;
  const float       bxy = m.xx * axy + m.xy * ayy;
  const float       byx = m.xy * axx + m.yy * axy;
  const float       byy = m.xy * axy + m.yy * ayy;

  mark->metric.xx = axx * bxx + axy * byx;
  mark->metric.xy = axx * bxy + axy * byy;
  mark->metric.yy = axy * bxy + ayy * byy;
  mark->ink *= (float)factor;
}

void
folli_mark_shrink (FolliMark *mark, double factor, float outer2)
{
  const float limited = limit_factor (mark, factor, outer2);
  const float stretch = 1 / (limited * limited);

  mark->metric.xx *= stretch;
  mark->metric.xy *= stretch;
  mark->metric.yy *= stretch;
  mark->ink *= (float)(factor * factor);
}

/* More than what bounds can be wrong by, px: beyond them a dot is 0. */
static const float ROUNDING = 0.01f;

/* The pixels whose centres, at x + 0.5, lie within the bounding box of the
 * ellipse where the dot ends. */
static inline FolliRectangle
find_bounds (const FolliMark *mark, float outer2)
{
  const FolliMetric *m = &mark->metric;
  const float        stretch = outer2 / (m->xx * m->yy - m->xy * m->xy);
  const float        half_width = sqrtf (stretch * m->yy) + ROUNDING;
  const float        half_height = sqrtf (stretch * m->xx) + ROUNDING;
  const float        x = mark->fraction_x - 0.5f;
  const float        y = mark->fraction_y - 0.5f;
  const gint         x0 = (gint)ceilf (x - half_width);
  const gint         y0 = (gint)ceilf (y - half_height);
  const gint         x1 = (gint)floorf (x + half_width) + 1;
  const gint         y1 = (gint)floorf (y + half_height) + 1;

  return (FolliRectangle){ mark->x + x0, mark->y + y0, x1 - x0, y1 - y0 };
}

FOLLI_WIDE FolliRectangle
folli_mark_bounds (const FolliMark *mark, float outer2)
{
  return find_bounds (mark, outer2);
}

/* Squared distance of a pixel's centre, dx and dy from the dot's centre. */
static inline float
measure (const FolliMetric *metric, float dx, float dy)
{
  return metric->xx * dx * dx
         + (2 * metric->xy * dy * dx + metric->yy * dy * dy);
}

gboolean
folli_mark_reaches (const FolliMark *mark, float outer2, gint x, gint y)
{
  return measure (&mark->metric, x - mark->x + (0.5f - mark->fraction_x),
                  y - mark->y + (0.5f - mark->fraction_y))
         < outer2;
}

/* A row of pixels, as seen from a dot's centre. */
typedef struct
{
  gint  start;  /* of the first pixel, across */
  float offset; /* of a pixel's centre, across */
  float xx;
  float xy;
  float yy;
} Row;

static inline Row
find_row (const FolliMark *mark, gint x, gint y)
{
  const float dy = y - mark->y + (0.5f - mark->fraction_y);

  return (Row){ x - mark->x, 0.5f - mark->fraction_x, mark->metric.xx,
                2 * mark->metric.xy * dy, mark->metric.yy * dy * dy };
}

static inline float
measure_in_row (const Row *row, gint i)
{
  const float dx = (float)(row->start + i) + row->offset;

  return row->xx * dx * dx + (row->xy * dx + row->yy);
}

/* Share of the peak. */
static inline float
weigh (const FolliProfile *profile, float distance2)
{
  float q = 1 - distance2 * profile->per_outer2;

  q = q < 0 ? 0 : q;
  return q * (profile->crispness + (1 - profile->crispness) * q);
}

static inline float
keep (float left, float darkening)
{
  darkening = darkening > MAX_DARKENING ? MAX_DARKENING : darkening;
  return left * (1 - darkening);
}

/* Adds up in LANES sums, in an order that no compiler has to keep to one by
 * one. */
static inline float
sum_of (const float *weights, gint n_vectors)
{
  float lane[LANES] = { 0 };

  for (gint i = 0; i < n_vectors; i++)
    for (gint k = 0; k < LANES; k++)
      lane[k] += weights[i * LANES + k];
  return ((lane[0] + lane[1]) + (lane[2] + lane[3]))
         + ((lane[4] + lane[5]) + (lane[6] + lane[7]));
}

static inline gsize
find_start (const FolliRaster *raster, gint x, gint y)
{
  return (gsize)(y - raster->rectangle.y) * raster->rectangle.width
         + (x - raster->rectangle.x);
}

/* Weights of @n pixels of a row, in each channel. */
static inline void
weigh_row (const Row          *row,
           const FolliProfile *profile,
           gint                n,
           float *restrict red,
           float *restrict green,
           float *restrict blue)
{
  for (gint i = 0; i < n; i++)
    {
      const float distance2 = measure_in_row (row, i);

      red[i] = weigh (&profile[0], distance2);
      green[i] = weigh (&profile[1], distance2);
      blue[i] = weigh (&profile[2], distance2);
    }
}

static inline void
darken_row (float *restrict left,
            const float *restrict weights,
            gint  n,
            float scale)
{
  for (gint i = 0; i < n; i++)
    left[i] = keep (left[i], weights[i] * scale);
}

/* Whole bounds at once, scaled so that the sum is the dot's ink. Rows are
 * rounded up to whole vectors: weights beyond the bounds are 0, and to
 * multiply by 1 changes nothing, be it the next row that is multiplied. */
FOLLI_WIDE static void
add_scaled (FolliRaster        *raster,
            const FolliMark    *mark,
            const FolliProfile *profile,
            const float        *opacity,
            FolliRectangle      bounds,
            FolliRectangle      part)
{
  const gint     n_vectors = (bounds.width + LANES - 1) / LANES;
  const gint     stride = n_vectors * LANES;
  const gboolean is_whole = part.width == bounds.width;
  const gint     skipped = (part.y - bounds.y) * stride + (part.x - bounds.x);
  float          weights[FOLLI_CHANNELS][MAX_SCALED_WIDTH * MAX_SCALED_WIDTH];

  for (gint j = 0; j < bounds.height; j++)
    {
      const Row row = find_row (mark, bounds.x, bounds.y + j);

      weigh_row (&row, profile, n_vectors * LANES, weights[0] + j * stride,
                 weights[1] + j * stride, weights[2] + j * stride);
    }
  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    {
      const float sum = sum_of (weights[c], n_vectors * bounds.height);
      const float scale
          = sum > 0 ? opacity[c] * profile[c].ink_px2 * mark->ink / sum : 0;
      const float *from = weights[c] + skipped;
      float *left = raster->plane[c] + find_start (raster, part.x, part.y);

      for (gint j = 0; j < part.height; j++)
        {
          if (is_whole)
            darken_row (left, from, n_vectors * LANES, scale);
          else
            darken_row (left, from, part.width, scale);
          from += stride;
          left += raster->rectangle.width;
        }
    }
}

/* Row by row, the pixels of the raster alone. */
FOLLI_WIDE static void
add_wide (FolliRaster        *raster,
          const FolliMark    *mark,
          const FolliProfile *profile,
          const float        *opacity,
          FolliRectangle      part)
{
  const FolliMetric *m = &mark->metric;
  /* The metric's determinant is the square of how much it takes the area
   * down. */
  const float density = sqrtf (m->xx * m->yy - m->xy * m->xy);

  for (gint j = 0; j < part.height; j++)
    {
      const Row   row = find_row (mark, part.x, part.y + j);
      const gsize start = find_start (raster, part.x, part.y + j);

      for (guint c = 0; c < FOLLI_CHANNELS; c++)
        {
          const float scale
              = opacity[c] * profile[c].peak * mark->ink * density;
          float *left = raster->plane[c] + start;

          for (gint i = 0; i < part.width; i++)
            left[i] = keep (
                left[i], weigh (&profile[c], measure_in_row (&row, i)) * scale);
        }
    }
}

static gboolean
intersect (FolliRectangle a, FolliRectangle b, FolliRectangle *both)
{
  gint x1 = MIN (a.x + a.width, b.x + b.width);
  gint y1 = MIN (a.y + a.height, b.y + b.height);

  both->x = MAX (a.x, b.x);
  both->y = MAX (a.y, b.y);
  both->width = x1 - both->x;
  both->height = y1 - both->y;
  return both->width > 0 && both->height > 0;
}

FOLLI_WIDE void
folli_raster_add (FolliRaster       *raster,
                  const FolliMark   *mark,
                  const FolliProfile profile[FOLLI_CHANNELS],
                  const float        opacity[FOLLI_CHANNELS])
{
  const float outer2
      = MAX (MAX (profile[0].outer2, profile[1].outer2), profile[2].outer2);
  const FolliRectangle bounds = find_bounds (mark, outer2);
  FolliRectangle       part;

  if (!intersect (bounds, raster->rectangle, &part))
    return;
  if (MAX (bounds.width, bounds.height) <= MAX_SCALED_WIDTH)
    add_scaled (raster, mark, profile, opacity, bounds, part);
  else
    add_wide (raster, mark, profile, opacity, part);
}

void
folli_raster_init (FolliRaster *raster)
{
  *raster = (FolliRaster){ { 0 } };
}

void
folli_raster_clear (FolliRaster *raster)
{
  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    g_free (raster->plane[c]);
}

void
folli_raster_begin (FolliRaster *raster, FolliRectangle rectangle)
{
  const gsize n = (gsize)rectangle.width * rectangle.height;

  raster->rectangle = rectangle;
  if (n > raster->n_pixels)
    {
      folli_raster_clear (raster);
      raster->n_pixels = n;
      for (guint c = 0; c < FOLLI_CHANNELS; c++)
        raster->plane[c] = g_new (float, n + LANES);
    }
  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    for (gsize i = 0; i < n; i++)
      raster->plane[c][i] = 1;
}
