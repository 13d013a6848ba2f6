/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "measure.h"

#include <math.h>
#include <stdlib.h>

#include "plane.h"

/* Standard deviation of a blur that leaves clouds alone. */
static const double MOTTLE_MM = 3;

/* Widths between which grain is looked for, and what makes a width at half
 * height a standard deviation. */
static const double GRAIN_MM[] = { 0.4, 1.2, 3.6 };
static const double PER_WIDTH = 1 / 2.3548;

/* What is lighter than this below the median is no dot. */
static const double LEAST_DEPTH = 2;

enum
{
  PEAK_REACH = 3, /* px around a dot's centre in which it is the darkest */
  BORDER = 40     /* px where a wide blur knows too little */
};

FolliTone
folli_tone_measure (const float *transmittance,
                    gsize        n_pixels,
                    const double skin[3])
{
  double         mean[3] = { 0 };
  const FolliLab bare = folli_lab_of_linear (skin);
  FolliLab       treated;

  for (gsize i = 0; i < n_pixels; i++)
    for (guint c = 0; c < 3; c++)
      mean[c] += transmittance[3 * i + c] * skin[c] / n_pixels;
  treated = folli_lab_of_linear (mean);
  return (FolliTone){
    .darkening = bare.l - treated.l,
    .ash = (1 - folli_lab_chroma (treated) / folli_lab_chroma (bare))
           / (1 - treated.l / bare.l),
    .hue_turn_deg = folli_lab_hue_turn_deg (bare, treated),
  };
}

static FolliPlane
make_lightness (const float *transmittance,
                gint         width,
                gint         height,
                const double skin[3])
{
  FolliPlane lightness = folli_plane_new (width, height);

  for (gsize i = 0; i < (gsize)width * height; i++)
    {
      const double rgb[3] = { transmittance[3 * i] * skin[0],
                              transmittance[3 * i + 1] * skin[1],
                              transmittance[3 * i + 2] * skin[2] };

      lightness.value[i] = folli_lab_of_linear (rgb).l;
    }
  return lightness;
}

static gboolean
is_peak (const FolliPlane *plane, gint x, gint y)
{
  const float here = plane->value[(gsize)y * plane->width + x];

  for (gint j = -PEAK_REACH; j <= PEAK_REACH; j++)
    for (gint i = -PEAK_REACH; i <= PEAK_REACH; i++)
      if (plane->value[(gsize)(y + j) * plane->width + x + i] < here)
        return FALSE;
  return TRUE;
}

/* Where dots are, as indices of pixels. */
static GArray *
find_peaks (const FolliPlane *lightness)
{
  GArray      *peaks = g_array_new (FALSE, FALSE, sizeof (gint));
  const double darkest_skin
      = folli_plane_quantile (lightness, 0.5) - LEAST_DEPTH;

  for (gint y = PEAK_REACH; y < lightness->height - PEAK_REACH; y++)
    for (gint x = PEAK_REACH; x < lightness->width - PEAK_REACH; x++)
      {
        const gint at = y * lightness->width + x;

        if (lightness->value[at] < darkest_skin && is_peak (lightness, x, y))
          g_array_append_val (peaks, at);
      }
  return peaks;
}

static int
compare (const void *a, const void *b)
{
  const double p = *(const double *)a, q = *(const double *)b;

  return (p > q) - (p < q);
}

static double
find_contrast (const FolliPlane *lightness, const GArray *peaks, double skin)
{
  g_autofree double *depth = g_new (double, peaks->len + 1);

  for (guint i = 0; i < peaks->len; i++)
    depth[i] = skin - lightness->value[g_array_index (peaks, gint, i)];
  qsort (depth, peaks->len, sizeof (double), compare);
  return peaks->len > 0 ? depth[peaks->len / 2] : 0;
}

static double
distance_to_nearest (const GArray *peaks, gint width, guint i)
{
  const gint at = g_array_index (peaks, gint, i);
  double     least = G_MAXDOUBLE;

  for (guint j = 0; j < peaks->len; j++)
    {
      const gint other = g_array_index (peaks, gint, j);

      if (j != i)
        least = MIN (least, hypot (other % width - at % width,
                                   other / width - at / width));
    }
  return least;
}

static double
find_spacing_variation (const GArray *peaks, gint width)
{
  double sum = 0, sum2 = 0;

  for (guint i = 0; i < peaks->len; i++)
    {
      const double distance = distance_to_nearest (peaks, width, i);

      sum += distance;
      sum2 += distance * distance;
    }
  sum /= peaks->len;
  return sqrt (MAX (sum2 / peaks->len - sum * sum, 0)) / sum;
}

static void
find_dots (FolliAppearance *look, const FolliPlane *lightness, double px_per_mm)
{
  const double mm2
      = lightness->width * lightness->height / (px_per_mm * px_per_mm);
  const double skin = folli_plane_quantile (lightness, 0.75);
  const gsize  n = (gsize)lightness->width * lightness->height;
  gsize        n_dark = 0;
  g_autoptr (GArray) peaks = find_peaks (lightness);

  look->contrast = find_contrast (lightness, peaks, skin);
  for (gsize i = 0; i < n; i++)
    n_dark += lightness->value[i] < skin - look->contrast / 2;
  look->covered = (double)n_dark / n;
  look->dots_per_cm2 = 100 * peaks->len / mm2;
  look->width_mm = sqrt (4 / G_PI * look->covered * mm2 / MAX (peaks->len, 1));
  look->spacing_variation
      = peaks->len > 1 ? find_spacing_variation (peaks, lightness->width) : 0;
}

static void
find_grain (FolliAppearance  *look,
            const FolliPlane *lightness,
            double            px_per_mm)
{
  const double per_mm = PER_WIDTH * px_per_mm;
  g_auto (FolliPlane) fine = folli_plane_blur (lightness, GRAIN_MM[0] * per_mm);
  g_auto (FolliPlane) middle
      = folli_plane_blur (lightness, GRAIN_MM[1] * per_mm);
  g_auto (FolliPlane) coarse
      = folli_plane_blur (lightness, GRAIN_MM[2] * per_mm);
  g_auto (FolliPlane) blotches
      = folli_plane_blur (lightness, MOTTLE_MM * px_per_mm);

  folli_plane_subtract (&fine, &middle);
  folli_plane_subtract (&middle, &coarse);
  look->fine = folli_plane_deviation (&fine, BORDER);
  look->coarse = folli_plane_deviation (&middle, BORDER);
  look->mottle = folli_plane_deviation (&blotches, BORDER);
}

FolliAppearance
folli_appearance_measure (const float *transmittance,
                          gint         width,
                          gint         height,
                          double       px_per_mm,
                          const double skin[3])
{
  FolliAppearance look = { .contrast = 0 };
  g_auto (FolliPlane) lightness
      = make_lightness (transmittance, width, height, skin);

  find_dots (&look, &lightness, px_per_mm);
  find_grain (&look, &lightness, px_per_mm);
  look.lag = folli_plane_lag (&lightness);
  return look;
}
