/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "hairline-mask.h"

static void
test_line_is_where_it_should_be (void)
{
  FolliHairline hairline = FOLLI_TEST_SMOOTH_HAIRLINE;
  g_auto (FolliTestMask) mask = folli_test_mask_new (80, 1600);
  g_autofree float *density = NULL;
  double            least = G_MAXDOUBLE, most = 0;

  /* a sharp line of slow waves can be read off row by row */
  hairline.softness_mm = 0.5;
  hairline.edge_density = 1;
  hairline.undulation_mm = 1.5;
  folli_test_mask_paint_half (&mask, 20, 0, 0, 1);
  density = folli_test_mask_render (&hairline, &mask);
  for (gint y = 0; y < mask.height; y++)
    {
      double bare_px = 0, expected, at_mm = 0;

      for (gint x = 0; x < mask.width; x++)
        bare_px += 1 - density[y * mask.width + x];
      /* the line's own softness is half a pixel to the outside */
      bare_px += 0.5;
      for (gint i = 0; i < 20; i++)
        at_mm = folli_hairline_displacement_mm (&hairline, 5 + at_mm,
                                                (y + 0.5) / 4);
      expected = 20 + 4 * at_mm;
      g_assert_cmpfloat_with_epsilon (bare_px, expected, 0.6);
      least = MIN (least, (bare_px - 20) / 4);
      most = MAX (most, (bare_px - 20) / 4);
    }
  g_assert_cmpfloat (least, >=, -0.1);
  g_assert_cmpfloat (least, <, 0.15 * 1.5);
  g_assert_cmpfloat (most, <=, 1.6);
  g_assert_cmpfloat (most, >, 0.85 * 1.5);
}

/* What the displacement does along a straight line. */
typedef struct
{
  double mean_mm;
  double deviation_mm;
  double crest_mm;  /* mean distance of crests over the mean */
  double in_band;   /* share of the power at the wavelengths asked for */
  double strongest; /* share of the power in the strongest frequency */
} Waves;

enum
{
  N_SAMPLES = 1024,
  N_SEGMENTS = 12
};

static const double STEP_MM = 0.4;

static double
get_power (const double *value, double mean, gint k)
{
  double re = 0, im = 0;

  for (gint i = 0; i < N_SAMPLES; i++)
    {
      const double window = 0.5 - 0.5 * cos (2 * G_PI * (i + 0.5) / N_SAMPLES);

      re += window * (value[i] - mean) * cos (2 * G_PI * k * i / N_SAMPLES);
      im += window * (value[i] - mean) * sin (2 * G_PI * k * i / N_SAMPLES);
    }
  return re * re + im * im;
}

static Waves
measure_waves (const double *value, double from_mm, double to_mm)
{
  const gint n = N_SAMPLES * N_SEGMENTS;
  double     sum = 0, sum2 = 0, all = 0;
  gint       n_crossings = 0;
  Waves      waves = { 0 };

  for (gint i = 0; i < n; i++)
    {
      sum += value[i];
      sum2 += value[i] * value[i];
    }
  waves.mean_mm = sum / n;
  waves.deviation_mm = sqrt (sum2 / n - waves.mean_mm * waves.mean_mm);
  for (gint i = 1; i < n; i++)
    n_crossings += (value[i] > waves.mean_mm) != (value[i - 1] > waves.mean_mm);
  waves.crest_mm = 2 * n * STEP_MM / n_crossings;

  for (gint k = 1; k < N_SAMPLES / 2; k++)
    {
      const double wavelength_mm = N_SAMPLES * STEP_MM / k;
      double       power = 0;

      for (gint segment = 0; segment < N_SEGMENTS; segment++)
        power += get_power (value + segment * N_SAMPLES, waves.mean_mm, k);
      all += power;
      waves.strongest = MAX (waves.strongest, power);
      if (wavelength_mm >= from_mm && wavelength_mm <= to_mm)
        waves.in_band += power;
    }
  waves.in_band /= all;
  waves.strongest /= all;
  return waves;
}

static Waves
follow_line (const FolliHairline *hairline,
             double               angle,
             double               from_mm,
             double               to_mm)
{
  const gint         n = N_SAMPLES * N_SEGMENTS;
  g_autofree double *value = g_new (double, n);

  for (gint i = 0; i < n; i++)
    value[i] = folli_hairline_displacement_mm (
        hairline, 3 + i * STEP_MM * cos (angle), 7 + i * STEP_MM * sin (angle));
  return measure_waves (value, from_mm, to_mm);
}

/* A line through noise of the plane also meets its waves aslant, so that
 * longer ones than asked for are always there. */
static void
test_waves_have_their_lengths (void)
{
  static const double ANGLES[] = { 0, G_PI / 2, 0.6 };

  for (gsize i = 0; i < G_N_ELEMENTS (ANGLES); i++)
    {
      FolliHairline slow = FOLLI_TEST_SMOOTH_HAIRLINE;
      FolliHairline fine = FOLLI_TEST_SMOOTH_HAIRLINE;
      Waves         waves;

      slow.seed = fine.seed = 5 + i;
      slow.undulation_mm = 4;
      fine.irregularity_mm = 2;

      waves = follow_line (&slow, ANGLES[i], 14, 45);
      g_assert_cmpfloat_with_epsilon (waves.crest_mm, 22, 5);
      g_assert_cmpfloat (waves.in_band, >, 0.5);
      g_assert_cmpfloat (waves.strongest, <, 0.12);
      g_assert_cmpfloat_with_epsilon (waves.mean_mm, 2, 0.4);
      g_assert_cmpfloat_with_epsilon (waves.deviation_mm, 1.1, 0.25);

      waves = follow_line (&fine, ANGLES[i], 3, 12);
      g_assert_cmpfloat_with_epsilon (waves.crest_mm, 5, 1.5);
      g_assert_cmpfloat (waves.in_band, >, 0.5);
      g_assert_cmpfloat (waves.strongest, <, 0.05);
      g_assert_cmpfloat_with_epsilon (waves.mean_mm, 1, 0.1);
      g_assert_cmpfloat_with_epsilon (waves.deviation_mm, 0.55, 0.12);
    }
}

static void
test_seeds_differ (void)
{
  FolliHairline one = FOLLI_TEST_SMOOTH_HAIRLINE;
  FolliHairline two;
  gint          n_alike = 0;

  one.irregularity_mm = 2;
  one.undulation_mm = 2;
  two = one;
  two.seed = 2;
  for (gint i = 0; i < 1000; i++)
    n_alike += fabs (folli_hairline_displacement_mm (&one, i, 0)
                     - folli_hairline_displacement_mm (&two, i, 0))
               < 0.1;
  g_assert_cmpint (n_alike, <, 150);
}

static void
test_only_strays_lie_outside (void)
{
  FolliHairline hairline = { .seed = 3,
                             .px_per_mm = 8,
                             .softness_mm = 8,
                             .edge_density = 0.2,
                             .irregularity_mm = 1.5 };
  g_auto (FolliTestMask) mask = folli_test_mask_new (260, 1200);
  g_autofree float *none = NULL;
  g_autofree float *some = NULL;
  double            stray_px2 = 0;
  const double      edge_px = 120.4;

  folli_test_mask_paint_half (&mask, edge_px, 0, 0, 1);
  none = folli_test_mask_render (&hairline, &mask);
  hairline.outliers = 1;
  some = folli_test_mask_render (&hairline, &mask);
  for (gint y = 0; y < mask.height; y++)
    for (gint x = 0; x < mask.width; x++)
      {
        const gint   i = y * mask.width + x;
        const double outside_mm = (edge_px - x - 0.5) / 8;

        g_assert_cmpfloat (none[i], <=, mask.value[i]);
        g_assert_cmpfloat (some[i], >=, none[i]);
        if (outside_mm > 3.0 + 0.55 + 0.2)
          g_assert_cmpfloat (some[i], ==, 0);
        if (outside_mm > 0.2)
          stray_px2 += some[i];
      }
  /* single islands: fewer than 1 in 10 mm², more than 1 in 100 mm² */
  stray_px2 /= 1200 * 3 * 8;
  g_assert_cmpfloat (stray_px2, <, 0.10);
  g_assert_cmpfloat (stray_px2, >, 0.01);
}

/* Half the size at half the scale is the same line. */
static void
test_scale_keeps_the_line (void)
{
  FolliHairline large = { .seed = 8,
                          .px_per_mm = 12,
                          .softness_mm = 6,
                          .edge_density = 0.2,
                          .undulation_mm = 4,
                          .irregularity_mm = 1.5 };
  FolliHairline small = large;
  g_auto (FolliTestMask) wide = folli_test_mask_new (480, 400);
  g_auto (FolliTestMask) narrow = folli_test_mask_new (240, 200);
  g_autofree float *fine = NULL;
  g_autofree float *coarse = NULL;
  double            apart = 0;

  small.px_per_mm = 6;
  folli_test_mask_paint_half (&wide, 120, 40, 0.5, 1);
  folli_test_mask_paint_half (&narrow, 60, 20, 0.5, 1);
  fine = folli_test_mask_render (&large, &wide);
  coarse = folli_test_mask_render (&small, &narrow);
  for (gint y = 0; y < 200; y++)
    for (gint x = 0; x < 240; x++)
      {
        const float *at = fine + 2 * y * 480 + 2 * x;
        const double mean = (at[0] + at[1] + at[480] + at[481]) / 4;

        apart += fabs (mean - coarse[y * 240 + x]) / (200 * 240);
      }
  g_assert_cmpfloat (apart, <, 0.004);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hairline/line/runs-where-its-displacement-says",
                   test_line_is_where_it_should_be);
  g_test_add_func ("/hairline/waves/have-their-lengths-and-no-single-line",
                   test_waves_have_their_lengths);
  g_test_add_func ("/hairline/seeds/differ", test_seeds_differ);
  g_test_add_func ("/hairline/outliers/alone-lie-outside-and-are-single",
                   test_only_strays_lie_outside);
  g_test_add_func ("/hairline/scale/keeps-the-line", test_scale_keeps_the_line);
  return g_test_run ();
}
