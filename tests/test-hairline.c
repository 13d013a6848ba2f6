/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "follicle/hairline.h"

/* A painted mask, and the image that it is. */
typedef struct
{
  gint   width;
  gint   height;
  float *value;
} Mask;

static void
clear_mask (Mask *mask)
{
  g_clear_pointer (&mask->value, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Mask, clear_mask)

static Mask
make_mask (gint width, gint height)
{
  return (Mask){ width, height, g_new0 (float, (gsize)width *height) };
}

static void
read_mask (gpointer data, const FolliRectangle *rectangle, float *values)
{
  const Mask *mask = data;

  for (gint y = 0; y < rectangle->height; y++)
    for (gint x = 0; x < rectangle->width; x++)
      {
        const gint column = CLAMP (rectangle->x + x, 0, mask->width - 1);
        const gint row = CLAMP (rectangle->y + y, 0, mask->height - 1);

        values[(gsize)y * rectangle->width + x]
            = mask->value[(gsize)row * mask->width + column];
      }
}

static float *
render (const FolliHairline *hairline, Mask *mask)
{
  const FolliRectangle all = { 0, 0, mask->width, mask->height };
  float *density = g_new (float, (gsize)mask->width * mask->height);

  folli_hairline_render (hairline, read_mask, mask, &all, density);
  return density;
}

/* White behind a straight edge through a place, with the exact share of each
 * pixel that lies behind it, by many looks. */
static void
paint_half (Mask *mask, double x, double y, double angle, float level)
{
  const gint looks = 16;

  for (gint row = 0; row < mask->height; row++)
    for (gint column = 0; column < mask->width; column++)
      {
        gint inside = 0;

        for (gint i = 0; i < looks * looks; i++)
          inside += (column + (i % looks + 0.5) / looks - x) * cos (angle)
                        + (row + (i / looks + 0.5) / looks - y) * sin (angle)
                    > 0;
        mask->value[(gsize)row * mask->width + column]
            = level * inside / (looks * looks);
      }
}

static void
paint_disc (Mask *mask, double x, double y, double radius, float level)
{
  for (gint row = 0; row < mask->height; row++)
    for (gint column = 0; column < mask->width; column++)
      {
        const double far = hypot (column + 0.5 - x, row + 0.5 - y);

        mask->value[(gsize)row * mask->width + column]
            = level * CLAMP (radius - far + 0.5, 0, 1);
      }
}

static const FolliHairline SMOOTH
    = { .seed = 1, .px_per_mm = 4, .softness_mm = 8, .edge_density = 0.2 };

static double
expect_share (const FolliHairline *hairline, double behind_mm)
{
  return behind_mm <= 0
             ? 0
             : hairline->edge_density
                   + (1 - hairline->edge_density)
                         * MIN (behind_mm / hairline->softness_mm, 1);
}

static gboolean
is_inside (const Mask *mask, double x, double y)
{
  return x > 1 && x < mask->width - 1 && y > 1 && y < mask->height - 1;
}

static void
test_ramp_is_linear (void)
{
  static const double ANGLES[] = { 0, 0.3, G_PI / 4, 1.9, G_PI, 4.5 };
  static const double SCALES[] = { 4, 13 };

  for (gsize i = 0; i < G_N_ELEMENTS (ANGLES) * G_N_ELEMENTS (SCALES); i++)
    {
      const double  angle = ANGLES[i % G_N_ELEMENTS (ANGLES)];
      FolliHairline hairline = SMOOTH;
      g_auto (Mask) mask = make_mask (180, 170);
      g_autofree float *density = NULL;
      const double      x0 = 90.37, y0 = 81.81;

      hairline.px_per_mm = SCALES[i / G_N_ELEMENTS (ANGLES)];
      hairline.softness_mm = 28 / hairline.px_per_mm;
      paint_half (&mask, x0, y0, angle, 1);
      density = render (&hairline, &mask);
      for (gint y = 0; y < mask.height; y++)
        for (gint x = 0; x < mask.width; x++)
          {
            const double behind
                = ((x + 0.5 - x0) * cos (angle) + (y + 0.5 - y0) * sin (angle))
                  / hairline.px_per_mm;
            const double share = density[y * mask.width + x];
            const double foot_x
                = x + 0.5 - behind * hairline.px_per_mm * cos (angle);
            const double foot_y
                = y + 0.5 - behind * hairline.px_per_mm * sin (angle);

            if (is_inside (&mask, foot_x, foot_y)
                && fabs (behind * hairline.px_per_mm) > 0.75)
              g_assert_cmpfloat_with_epsilon (
                  share, expect_share (&hairline, behind), 0.02);
          }
    }
}

static void
test_ramp_follows_curves (void)
{
  static const double SCALES[] = { 4, 11 };

  for (gsize i = 0; i < G_N_ELEMENTS (SCALES); i++)
    {
      FolliHairline hairline = SMOOTH;
      g_auto (Mask) mask = make_mask (160, 160);
      g_autofree float *density = NULL;

      hairline.px_per_mm = SCALES[i];
      hairline.softness_mm = 40 / hairline.px_per_mm;
      paint_disc (&mask, 80.2, 79.7, 60.4, 1);
      density = render (&hairline, &mask);
      for (gint y = 0; y < mask.height; y++)
        for (gint x = 0; x < mask.width; x++)
          {
            const double behind
                = (60.4 - hypot (x + 0.5 - 80.2, y + 0.5 - 79.7))
                  / hairline.px_per_mm;

            if (fabs (behind * hairline.px_per_mm) > 0.75)
              g_assert_cmpfloat_with_epsilon (density[y * mask.width + x],
                                              expect_share (&hairline, behind),
                                              0.02);
          }
    }
}

static void
test_grey_is_density (void)
{
  g_auto (Mask) mask = make_mask (200, 40);
  g_autofree float *density = NULL;

  /* black, two fifths, white: only the first step is a hairline */
  for (gint i = 0; i < mask.width * mask.height; i++)
    mask.value[i] = i % 200 < 40 ? 0 : i % 200 < 120 ? 0.4f : 1;
  density = render (&SMOOTH, &mask);
  g_assert_cmpfloat (density[20 * 200 + 39], ==, 0);
  for (gint x = 40; x < 200; x++)
    g_assert_cmpfloat_with_epsilon (
        density[20 * 200 + x],
        (x < 120 ? 0.4 : 1) * expect_share (&SMOOTH, (x + 0.5 - 40) / 4), 0.01);
}

static void
test_image_border_is_no_hairline (void)
{
  FolliHairline hairline = SMOOTH;
  g_auto (Mask) white = make_mask (50, 40);
  g_auto (Mask) half = make_mask (160, 90);
  g_autofree float *all = NULL;
  g_autofree float *density = NULL;

  hairline.irregularity_mm = 2;
  for (gint i = 0; i < white.width * white.height; i++)
    white.value[i] = 1;
  all = render (&hairline, &white);
  for (gint i = 0; i < white.width * white.height; i++)
    g_assert_cmpfloat (all[i], ==, 1);

  paint_half (&half, 40, 0, 0, 1);
  density = render (&SMOOTH, &half);
  for (gint x = 0; x < half.width; x++)
    {
      g_assert_cmpfloat (density[x], ==, density[45 * half.width + x]);
      g_assert_cmpfloat (density[89 * half.width + x], ==,
                         density[45 * half.width + x]);
    }
}

static void
test_line_is_where_it_should_be (void)
{
  FolliHairline hairline = SMOOTH;
  g_auto (Mask) mask = make_mask (80, 1600);
  g_autofree float *density = NULL;
  double            least = G_MAXDOUBLE, most = 0;

  /* a sharp line of slow waves can be read off row by row */
  hairline.softness_mm = 0.5;
  hairline.edge_density = 1;
  hairline.undulation_mm = 1.5;
  paint_half (&mask, 20, 0, 0, 1);
  density = render (&hairline, &mask);
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
      FolliHairline slow = SMOOTH;
      FolliHairline fine = SMOOTH;
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
  FolliHairline one = SMOOTH;
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

static FolliHairline
make_wild (double px_per_mm)
{
  return (FolliHairline){ .seed = 9,
                          .px_per_mm = px_per_mm,
                          .origin_x = -3.3,
                          .origin_y = 7.7,
                          .softness_mm = 28 / px_per_mm,
                          .edge_density = 0.2,
                          .undulation_mm = 6 / px_per_mm,
                          .irregularity_mm = 6 / px_per_mm,
                          .outliers = 1 };
}

static void
test_any_split_is_the_whole (void)
{
  static const double SCALES[] = { 4, 16 };

  for (gsize i = 0; i < G_N_ELEMENTS (SCALES); i++)
    {
      const FolliHairline hairline = make_wild (SCALES[i]);
      g_auto (Mask) mask = make_mask (211, 190);
      g_autofree float *whole = NULL;
      g_autoptr (GRand) rand = g_rand_new_with_seed (3);

      paint_disc (&mask, 80, 110, 70.3, 0.9f);
      whole = render (&hairline, &mask);
      for (gint part = 0; part < 60; part++)
        {
          const gint           x = g_rand_int_range (rand, 0, mask.width);
          const gint           y = g_rand_int_range (rand, 0, mask.height);
          const FolliRectangle rectangle
              = { x, y, g_rand_int_range (rand, 1, mask.width - x + 1),
                  g_rand_int_range (rand, 1, mask.height - y + 1) };
          g_autofree float *values
              = g_new (float, rectangle.width *rectangle.height);

          folli_hairline_render (&hairline, read_mask, &mask, &rectangle,
                                 values);
          for (gint row = 0; row < rectangle.height; row++)
            g_assert_cmpmem (values + row * rectangle.width,
                             rectangle.width * sizeof (float),
                             whole + (y + row) * mask.width + x,
                             rectangle.width * sizeof (float));
        }
    }
}

static void
test_nothing_is_read_beyond_the_margin (void)
{
  const FolliHairline  hairline = make_wild (4);
  const gint           margin = folli_hairline_margin_px (&hairline);
  const FolliRectangle middle = { 150, 150, 8, 8 };
  g_auto (Mask) mask = make_mask (308, 308);
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  float  before[64], after[64];
  double mm = hairline.softness_mm + hairline.undulation_mm
              + hairline.irregularity_mm;

  g_assert_cmpint (margin, <, ceil (mm * 4) + 16);
  paint_disc (&mask, 150, 170, 30.3, 1);
  folli_hairline_render (&hairline, read_mask, &mask, &middle, before);
  for (gint y = 0; y < mask.height; y++)
    for (gint x = 0; x < mask.width; x++)
      if (x < middle.x - margin || x >= middle.x + middle.width + margin
          || y < middle.y - margin || y >= middle.y + middle.height + margin)
        mask.value[y * mask.width + x] = g_rand_boolean (rand);
  folli_hairline_render (&hairline, read_mask, &mask, &middle, after);
  g_assert_cmpmem (before, sizeof before, after, sizeof after);
}

static void
test_only_strays_lie_outside (void)
{
  FolliHairline hairline = { .seed = 3,
                             .px_per_mm = 8,
                             .softness_mm = 8,
                             .edge_density = 0.2,
                             .irregularity_mm = 1.5 };
  g_auto (Mask) mask = make_mask (260, 1200);
  g_autofree float *none = NULL;
  g_autofree float *some = NULL;
  double            stray_px2 = 0;
  const double      edge_px = 120.4;

  paint_half (&mask, edge_px, 0, 0, 1);
  none = render (&hairline, &mask);
  hairline.outliers = 1;
  some = render (&hairline, &mask);
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

static void
test_black_stays_black_and_identity_is_one (void)
{
  const FolliHairline plain = { .px_per_mm = 4, .edge_density = 0.2 };
  FolliHairline       hairline = make_wild (4);
  g_auto (Mask) black = make_mask (30, 30);
  g_auto (Mask) half = make_mask (30, 30);
  g_autofree float *none = render (&hairline, &black);
  g_autofree float *same = NULL;

  for (gint i = 0; i < 900; i++)
    g_assert_cmpfloat (none[i], ==, 0);

  paint_half (&half, 15.3, 12, 0.4, 0.8f);
  g_assert_true (folli_hairline_is_identity (&plain));
  same = render (&plain, &half);
  g_assert_cmpmem (same, 900 * sizeof (float), half.value,
                   900 * sizeof (float));
}

static void
test_one_pixel_works (void)
{
  const FolliHairline hairline = make_wild (200);
  g_auto (Mask) mask = make_mask (1, 1);
  g_autofree float *density = NULL;

  mask.value[0] = 1;
  density = render (&hairline, &mask);
  g_assert_cmpfloat (density[0], ==, 1);
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
  g_auto (Mask) wide = make_mask (480, 400);
  g_auto (Mask) narrow = make_mask (240, 200);
  g_autofree float *fine = NULL;
  g_autofree float *coarse = NULL;
  double            apart = 0;

  small.px_per_mm = 6;
  paint_half (&wide, 120, 40, 0.5, 1);
  paint_half (&narrow, 60, 20, 0.5, 1);
  fine = render (&large, &wide);
  coarse = render (&small, &narrow);
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
  g_test_add_func ("/hairline/ramp/is-linear-behind-a-straight-edge",
                   test_ramp_is_linear);
  g_test_add_func ("/hairline/ramp/follows-curves", test_ramp_follows_curves);
  g_test_add_func ("/hairline/grey/is-density", test_grey_is_density);
  g_test_add_func ("/hairline/image-border/is-no-hairline",
                   test_image_border_is_no_hairline);
  g_test_add_func ("/hairline/line/runs-where-its-displacement-says",
                   test_line_is_where_it_should_be);
  g_test_add_func ("/hairline/waves/have-their-lengths-and-no-single-line",
                   test_waves_have_their_lengths);
  g_test_add_func ("/hairline/seeds/differ", test_seeds_differ);
  g_test_add_func ("/hairline/split/any-is-the-whole-to-the-bit",
                   test_any_split_is_the_whole);
  g_test_add_func ("/hairline/margin/nothing-beyond-is-read",
                   test_nothing_is_read_beyond_the_margin);
  g_test_add_func ("/hairline/outliers/alone-lie-outside-and-are-single",
                   test_only_strays_lie_outside);
  g_test_add_func ("/hairline/black/stays-black-and-no-line-is-the-mask",
                   test_black_stays_black_and_identity_is_one);
  g_test_add_func ("/hairline/one-pixel/works", test_one_pixel_works);
  g_test_add_func ("/hairline/scale/keeps-the-line", test_scale_keeps_the_line);
  return g_test_run ();
}
