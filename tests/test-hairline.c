/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "hairline-mask.h"

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
is_inside (const FolliTestMask *mask, double x, double y)
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
      FolliHairline hairline = FOLLI_TEST_SMOOTH_HAIRLINE;
      g_auto (FolliTestMask) mask = folli_test_mask_new (180, 170);
      g_autofree float *density = NULL;
      const double      x0 = 90.37, y0 = 81.81;

      hairline.px_per_mm = SCALES[i / G_N_ELEMENTS (ANGLES)];
      hairline.softness_mm = 18 / hairline.px_per_mm;
      folli_test_mask_paint_half (&mask, x0, y0, angle, 1);
      density = folli_test_mask_render (&hairline, &mask);
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
      FolliHairline hairline = FOLLI_TEST_SMOOTH_HAIRLINE;
      g_auto (FolliTestMask) mask = folli_test_mask_new (160, 160);
      g_autofree float *density = NULL;

      hairline.px_per_mm = SCALES[i];
      hairline.softness_mm = 17 / hairline.px_per_mm;
      folli_test_mask_paint_disc (&mask, 80.2, 79.7, 60.4, 1);
      density = folli_test_mask_render (&hairline, &mask);
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

/* A strip of 9 mm, a ramp of 8 mm and waves of 5 mm: most of it is left. */
static void
test_ramp_takes_a_third_of_a_strip (void)
{
  FolliHairline hairline = FOLLI_TEST_SMOOTH_HAIRLINE;
  g_auto (FolliTestMask) strip = folli_test_mask_new (120, 120);
  g_autofree float *density = NULL;

  hairline.undulation_mm = 3;
  hairline.irregularity_mm = 2;
  for (gint i = 0; i < strip.width * strip.height; i++)
    strip.value[i] = i % 120 >= 40 && i % 120 < 76;
  density = folli_test_mask_render (&hairline, &strip);
  for (gint y = 0; y < strip.height; y++)
    for (gint x = 48; x < 68; x++)
      g_assert_cmpfloat (density[y * strip.width + x], >, 0.95);
}

/* What is nearly black here is where the map only goes on. */
static void
read_painted (gpointer data, const FolliRectangle *rectangle, float *values)
{
  const gsize n = (gsize)rectangle->width * rectangle->height;

  folli_test_mask_read (data, rectangle, values);
  for (gsize i = 0; i < n; i++)
    values[i] = values[i] < 0.5 ? 0 : values[i];
}

/* The same strip where no line begins at its right edge, as beside a head's
 * outline: the ramp may be as soft as elsewhere, up to 6 mm. */
static void
test_ramp_is_soft_beside_an_outline (void)
{
  FolliHairline hairline = FOLLI_TEST_SMOOTH_HAIRLINE;
  g_auto (FolliTestMask) strip = folli_test_mask_new (200, 60);
  g_autofree float    *density = g_new (float, strip.width *strip.height);
  const FolliRectangle all = { 0, 0, strip.width, strip.height };

  for (gint i = 0; i < strip.width * strip.height; i++)
    strip.value[i] = i % 200 < 40 ? 0 : i % 200 < 76 ? 1 : 0.1;
  folli_hairline_render (&hairline, folli_test_mask_read, read_painted, &strip,
                         &all, density);
  for (gint y = 0; y < strip.height; y++)
    {
      g_assert_cmpfloat (density[y * strip.width + 48], <, 0.6);
      g_assert_cmpfloat (density[y * strip.width + 68], >, 0.95);
    }
}

static void
test_grey_is_density (void)
{
  g_auto (FolliTestMask) mask = folli_test_mask_new (200, 40);
  g_autofree float *density = NULL;

  /* black, two fifths, white: only the first step is a hairline */
  for (gint i = 0; i < mask.width * mask.height; i++)
    mask.value[i] = i % 200 < 40 ? 0 : i % 200 < 120 ? 0.4f : 1;
  density = folli_test_mask_render (&FOLLI_TEST_SMOOTH_HAIRLINE, &mask);
  g_assert_cmpfloat (density[20 * 200 + 39], ==, 0);
  for (gint x = 40; x < 200; x++)
    g_assert_cmpfloat_with_epsilon (
        density[20 * 200 + x],
        (x < 120 ? 0.4 : 1)
            * expect_share (&FOLLI_TEST_SMOOTH_HAIRLINE, (x + 0.5 - 40) / 4),
        0.01);
}

static void
test_image_border_is_no_hairline (void)
{
  FolliHairline hairline = FOLLI_TEST_SMOOTH_HAIRLINE;
  g_auto (FolliTestMask) white = folli_test_mask_new (50, 40);
  g_auto (FolliTestMask) half = folli_test_mask_new (160, 90);
  g_autofree float *all = NULL;
  g_autofree float *density = NULL;

  hairline.irregularity_mm = 2;
  for (gint i = 0; i < white.width * white.height; i++)
    white.value[i] = 1;
  all = folli_test_mask_render (&hairline, &white);
  for (gint i = 0; i < white.width * white.height; i++)
    g_assert_cmpfloat (all[i], ==, 1);

  folli_test_mask_paint_half (&half, 40, 0, 0, 1);
  density = folli_test_mask_render (&FOLLI_TEST_SMOOTH_HAIRLINE, &half);
  for (gint x = 0; x < half.width; x++)
    {
      g_assert_cmpfloat (density[x], ==, density[45 * half.width + x]);
      g_assert_cmpfloat (density[89 * half.width + x], ==,
                         density[45 * half.width + x]);
    }
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
      g_auto (FolliTestMask) mask = folli_test_mask_new (211, 190);
      g_autofree float *whole = NULL;
      g_autoptr (GRand) rand = g_rand_new_with_seed (3);

      folli_test_mask_paint_disc (&mask, 80, 110, 70.3, 0.9f);
      whole = folli_test_mask_render (&hairline, &mask);
      for (gint part = 0; part < 60; part++)
        {
          const gint           x = g_rand_int_range (rand, 0, mask.width);
          const gint           y = g_rand_int_range (rand, 0, mask.height);
          const FolliRectangle rectangle
              = { x, y, g_rand_int_range (rand, 1, mask.width - x + 1),
                  g_rand_int_range (rand, 1, mask.height - y + 1) };
          g_autofree float *values
              = g_new (float, rectangle.width *rectangle.height);

          folli_hairline_render (&hairline, folli_test_mask_read,
                                 folli_test_mask_read, &mask, &rectangle,
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
test_a_cutting_has_the_same_line (void)
{
  static const double SCALES[] = { 4, 16, 23 };

  for (gsize i = 0; i < G_N_ELEMENTS (SCALES); i++)
    {
      const gint           left = 29, top = 40;
      const FolliHairline  hairline = make_wild (SCALES[i]);
      const FolliRectangle part = { 100, 120, 60, 50 };
      const FolliRectangle same
          = { part.x - left, part.y - top, part.width, part.height };
      FolliHairline in_cutting = hairline;
      g_auto (FolliTestMask) mask = folli_test_mask_new (260, 240);
      g_auto (FolliTestMask) cutting = folli_test_mask_new (231, 200);
      g_autofree float *expected = g_new (float, part.width *part.height);
      g_autofree float *found = g_new (float, part.width *part.height);

      in_cutting.origin_x -= left;
      in_cutting.origin_y -= top;
      folli_test_mask_paint_disc (&mask, 130, 180, 60.3, 0.9f);
      folli_test_mask_read (
          &mask, &(FolliRectangle){ left, top, cutting.width, cutting.height },
          cutting.value);
      folli_hairline_render (&hairline, folli_test_mask_read,
                             folli_test_mask_read, &mask, &part, expected);
      folli_hairline_render (&in_cutting, folli_test_mask_read,
                             folli_test_mask_read, &cutting, &same, found);
      g_assert_cmpmem (found, part.width * part.height * sizeof (float),
                       expected, part.width * part.height * sizeof (float));
    }
}

static void
test_nothing_is_read_beyond_the_margin (void)
{
  FolliHairline        hairline = make_wild (4);
  const FolliRectangle middle = { 150, 150, 8, 8 };
  g_auto (FolliTestMask) mask = folli_test_mask_new (308, 308);
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  float before[64], after[64];
  gint  margin;

  hairline.softness_mm = 1;
  margin = folli_hairline_margin_px (&hairline);
  g_assert_cmpint (margin, <, 150);
  folli_test_mask_paint_disc (&mask, 150, 170, 30.3, 1);
  folli_hairline_render (&hairline, folli_test_mask_read, folli_test_mask_read,
                         &mask, &middle, before);
  for (gint y = 0; y < mask.height; y++)
    for (gint x = 0; x < mask.width; x++)
      if (x < middle.x - margin || x >= middle.x + middle.width + margin
          || y < middle.y - margin || y >= middle.y + middle.height + margin)
        mask.value[y * mask.width + x] = g_rand_boolean (rand);
  folli_hairline_render (&hairline, folli_test_mask_read, folli_test_mask_read,
                         &mask, &middle, after);
  g_assert_cmpmem (before, sizeof before, after, sizeof after);
}

static void
test_black_stays_black_and_identity_is_one (void)
{
  const FolliHairline plain = { .px_per_mm = 4, .edge_density = 0.2 };
  FolliHairline       hairline = make_wild (4);
  g_auto (FolliTestMask) black = folli_test_mask_new (30, 30);
  g_auto (FolliTestMask) half = folli_test_mask_new (30, 30);
  g_autofree float *none = folli_test_mask_render (&hairline, &black);
  g_autofree float *same = NULL;

  for (gint i = 0; i < 900; i++)
    g_assert_cmpfloat (none[i], ==, 0);

  folli_test_mask_paint_half (&half, 15.3, 12, 0.4, 0.8f);
  g_assert_true (folli_hairline_is_identity (&plain));
  same = folli_test_mask_render (&plain, &half);
  g_assert_cmpmem (same, 900 * sizeof (float), half.value,
                   900 * sizeof (float));
}

static void
test_ramp_may_have_no_width (void)
{
  FolliHairline hairline = FOLLI_TEST_SMOOTH_HAIRLINE;
  g_auto (FolliTestMask) half = folli_test_mask_new (60, 30);
  g_autofree float *density = NULL;

  hairline.softness_mm = 0;
  hairline.irregularity_mm = 2;
  folli_test_mask_paint_half (&half, 20, 0, 0, 1);
  density = folli_test_mask_render (&hairline, &half);
  for (gint y = 0; y < half.height; y++)
    for (gint x = 0; x < half.width; x++)
      {
        const float share = density[y * half.width + x];

        if (x < 20)
          g_assert_cmpfloat (share, ==, 0);
        else if (x >= 28)
          g_assert_cmpfloat (share, ==, 1);
        else
          g_assert_true (share >= 0 && share <= 1);
      }
}

static void
test_one_pixel_works (void)
{
  const FolliHairline hairline = make_wild (200);
  g_auto (FolliTestMask) mask = folli_test_mask_new (1, 1);
  g_autofree float *density = NULL;

  mask.value[0] = 1;
  density = folli_test_mask_render (&hairline, &mask);
  g_assert_cmpfloat (density[0], ==, 1);
}

/* The most of everything reaches over more cells than any usual line does. */
static void
test_extremes_are_numbers (void)
{
  for (double px_per_mm = 0.1; px_per_mm < 30; px_per_mm *= 1.15)
    for (gint feathered = 0; feathered < 2; feathered++)
      {
        const FolliHairline hairline = { .seed = 4,
                                         .px_per_mm = px_per_mm,
                                         .softness_mm = 40,
                                         .feather_mm = feathered ? 20 : 0,
                                         .edge_density = 0.2,
                                         .undulation_mm = 15,
                                         .irregularity_mm = 10,
                                         .outliers = 1 };
        g_auto (FolliTestMask) mask = folli_test_mask_new (64, 48);
        g_autofree float *density = NULL;
        float             most = 0;

        folli_test_mask_paint_half (&mask, 30.4, 20.3, 0.4, 1);
        density = folli_test_mask_render (&hairline, &mask);
        for (gint i = 0; i < mask.width * mask.height; i++)
          {
            g_assert_true (density[i] >= 0 && density[i] <= 1);
            most = MAX (most, density[i]);
          }
        /* elsewhere the line withdraws from all of it */
        if (px_per_mm < 0.5)
          g_assert_cmpfloat (most, >, 0.5);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hairline/ramp/is-linear-behind-a-straight-edge",
                   test_ramp_is_linear);
  g_test_add_func ("/hairline/ramp/follows-curves", test_ramp_follows_curves);
  g_test_add_func ("/hairline/ramp/may-have-no-width",
                   test_ramp_may_have_no_width);
  g_test_add_func ("/hairline/ramp/takes-a-third-of-a-strips-half-width",
                   test_ramp_takes_a_third_of_a_strip);
  g_test_add_func ("/hairline/ramp/is-soft-beside-an-outline",
                   test_ramp_is_soft_beside_an_outline);
  g_test_add_func ("/hairline/grey/is-density", test_grey_is_density);
  g_test_add_func ("/hairline/image-border/is-no-hairline",
                   test_image_border_is_no_hairline);
  g_test_add_func ("/hairline/split/any-is-the-whole-to-the-bit",
                   test_any_split_is_the_whole);
  g_test_add_func ("/hairline/origin/a-cutting-has-the-same-line-to-the-bit",
                   test_a_cutting_has_the_same_line);
  g_test_add_func ("/hairline/margin/nothing-beyond-is-read",
                   test_nothing_is_read_beyond_the_margin);
  g_test_add_func ("/hairline/black/stays-black-and-no-line-is-the-mask",
                   test_black_stays_black_and_identity_is_one);
  g_test_add_func ("/hairline/one-pixel/works", test_one_pixel_works);
  g_test_add_func ("/hairline/extremes/are-densities-at-any-scale",
                   test_extremes_are_numbers);
  return g_test_run ();
}
