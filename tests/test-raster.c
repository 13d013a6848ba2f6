/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "follicle/raster.h"

enum
{
  SIDE = 160 /* px, wider than the widest dot here */
};

static const float OPAQUE[FOLLI_CHANNELS] = { 1, 1, 1 };

typedef struct
{
  double diameter_px;
  double blur_px;
  double aspect;
} Dot;

static const Dot DOTS[] = {
  { 0.1, 0.05, 1 },    { 0.4, 0.05, 1 }, { 0.4, 1, 0.85 }, { 1, 0.05, 1 },
  { 0.1, 0.05, 0.65 }, { 1, 0.05, 0.5 }, { 1, 0.4, 0.85 }, { 3, 0.05, 0.85 },
  { 3, 0.5, 1 },       { 3, 3, 0.7 },    { 8, 0.1, 0.4 },  { 16, 1, 0.9 },
  { 20, 0.05, 0.85 },  { 20, 3, 1 },     { 60, 0.05, 1 },  { 60, 1, 0.85 },
  { 60, 3, 0.5 },
};

static void
make_profiles (FolliProfile profile[FOLLI_CHANNELS],
               const Dot   *dot,
               double       peak)
{
  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    folli_profile_init (&profile[c], dot->diameter_px / 2,
                        dot->blur_px * (1 + 0.2 * c), 0.4 * c, peak);
}

static FolliMark
make_mark (GRand *random, double middle, double spread, double aspect)
{
  const double x = middle + g_rand_double_range (random, -spread, spread);
  const double y = middle + g_rand_double_range (random, -spread, spread);
  FolliMark    mark = { (gint)floor (x), (gint)floor (y), x - floor (x),
                        y - floor (y),   { 0 },           1 };

  folli_metric_init (&mark.metric, g_rand_double_range (random, 0, G_PI),
                     aspect);
  return mark;
}

static double
sum_ink (const FolliRaster *raster, guint channel)
{
  const FolliRectangle *r = &raster->rectangle;
  double                ink = 0;

  for (gint i = 0; i < r->width * r->height; i++)
    ink += 1 - (double)raster->plane[channel][i];
  return ink;
}

/* Draws a dot at 100 random places and compares its ink in all channels. */
static void
check_ink (const Dot *dot, double squeeze, double shrink)
{
  const double peak = 0.5;
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  FolliProfile profile[FOLLI_CHANNELS];
  FolliRaster  raster;

  make_profiles (profile, dot, peak);
  folli_raster_init (&raster);
  for (guint i = 0; i < 100; i++)
    {
      FolliMark mark = make_mark (random, SIDE / 2, 1, dot->aspect);

      if (squeeze < 1)
        folli_mark_squeeze (&mark, squeeze, 0.6, 0.8, profile[0].outer2);
      if (shrink < 1)
        folli_mark_shrink (&mark, shrink, profile[0].outer2);
      folli_raster_begin (&raster, (FolliRectangle){ 0, 0, SIDE, SIDE });
      folli_raster_add (&raster, &mark, profile, OPAQUE);
      for (guint c = 0; c < FOLLI_CHANNELS; c++)
        {
          const double ink = profile[c].ink_px2 * squeeze * shrink * shrink;
          const double drawn = sum_ink (&raster, c);

          if (fabs (drawn / ink - 1) > 0.01)
            g_error ("%g px, blur %g, aspect %g at %.3f, %.3f: ink %g for %g",
                     dot->diameter_px, dot->blur_px, dot->aspect,
                     mark.x + mark.fraction_x, mark.y + mark.fraction_y, drawn,
                     ink);
        }
    }
  folli_raster_clear (&raster);
}

static void
ink_is_the_same_wherever_the_centre_falls (void)
{
  for (guint d = 0; d < G_N_ELEMENTS (DOTS); d++)
    check_ink (&DOTS[d], 1, 1);
}

static void
ink_follows_squeezing_and_shrinking (void)
{
  for (guint d = 0; d < G_N_ELEMENTS (DOTS); d++)
    {
      check_ink (&DOTS[d], 0.3, 1);
      check_ink (&DOTS[d], 1, 0.8);
      check_ink (&DOTS[d], 0.25, 0.8);
    }
}

static void
ink_of_a_crisp_dot_is_its_area (void)
{
  for (double diameter_px = 0.3; diameter_px <= 60; diameter_px *= 1.5)
    {
      FolliProfile profile;

      folli_profile_init (&profile, diameter_px / 2, 0.01 * diameter_px, 0,
                          0.8);
      g_assert_cmpfloat_with_epsilon (
          profile.ink_px2 / (0.8 * G_PI / 4 * diameter_px * diameter_px), 1,
          0.01);
    }
}

/* The ink of the profile as an integral over its rings. */
static void
ink_is_the_integral_of_the_profile (void)
{
  for (guint d = 0; d < G_N_ELEMENTS (DOTS); d++)
    {
      FolliProfile profile;
      double       ink = 0;

      folli_profile_init (&profile, DOTS[d].diameter_px / 2, DOTS[d].blur_px,
                          0.6, 0.7);
      for (gint i = 0; i < 10000; i++)
        {
          const double distance2 = (i + 0.5) / 10000 * profile.outer2;
          const double q = 1 - distance2 * profile.per_outer2;

          ink += G_PI * profile.outer2 / 10000 * profile.peak * q
                 * (profile.crispness + (1 - profile.crispness) * q);
        }
      g_assert_cmpfloat_with_epsilon (ink / profile.ink_px2, 1, 1e-3);
    }
}

/* No plateau: each pixel farther from the centre is less dark. */
static void
a_dot_is_darkest_in_its_middle (void)
{
  const Dot    crisp = { 20, 0.05, 1 };
  FolliProfile profile[FOLLI_CHANNELS];
  FolliMark    mark = { SIDE / 2, SIDE / 2, 0.5f, 0.5f, { 1, 0, 1 }, 1 };
  FolliRaster  raster;
  const float *row;

  make_profiles (profile, &crisp, 0.8);
  folli_raster_init (&raster);
  folli_raster_begin (&raster, (FolliRectangle){ 0, 0, SIDE, SIDE });
  folli_raster_add (&raster, &mark, profile, OPAQUE);
  row = raster.plane[0] + (SIDE / 2) * SIDE + SIDE / 2;
  g_assert_cmpfloat_with_epsilon (1 - row[0], 0.8, 0.02);
  for (gint i = 1; i < 14; i++)
    g_assert_cmpfloat (row[i], >, row[i - 1] + 0.003f);
  g_assert_cmpfloat_with_epsilon (1 - row[10], 0.4, 0.02);
  g_assert_cmpfloat (row[15], ==, 1);
  folli_raster_clear (&raster);
}

static void
only_pixels_within_reach_change (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (8);
  FolliRaster raster;

  folli_raster_init (&raster);
  for (guint d = 0; d < G_N_ELEMENTS (DOTS); d++)
    for (guint i = 0; i < 20; i++)
      {
        const FolliMark mark = make_mark (random, SIDE / 2, 30, DOTS[d].aspect);
        FolliProfile    profile[FOLLI_CHANNELS];
        FolliRectangle  bounds;
        float           outer2 = 0;

        make_profiles (profile, &DOTS[d], 0.9);
        for (guint c = 0; c < FOLLI_CHANNELS; c++)
          outer2 = MAX (outer2, profile[c].outer2);
        bounds = folli_mark_bounds (&mark, outer2);
        folli_raster_begin (&raster, (FolliRectangle){ 0, 0, SIDE, SIDE });
        folli_raster_add (&raster, &mark, profile, OPAQUE);

        for (gint p = 0; p < SIDE * SIDE; p++)
          {
            const gint x = p % SIDE, y = p / SIDE;

            if (raster.plane[0][p] == 1 && raster.plane[1][p] == 1
                && raster.plane[2][p] == 1)
              continue;
            g_assert_true (folli_mark_reaches (&mark, outer2, x, y));
            g_assert_true (x >= bounds.x && x < bounds.x + bounds.width
                           && y >= bounds.y && y < bounds.y + bounds.height);
          }
      }
  folli_raster_clear (&raster);
}

static void
add_many (FolliRaster *raster, FolliRectangle rectangle)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (12);

  folli_raster_begin (raster, rectangle);
  for (guint i = 0; i < 400; i++)
    {
      const Dot      *dot = &DOTS[i % G_N_ELEMENTS (DOTS)];
      const FolliMark mark = make_mark (random, SIDE / 2, SIDE, dot->aspect);
      FolliProfile    profile[FOLLI_CHANNELS];

      make_profiles (profile, dot, 0.6);
      folli_raster_add (raster, &mark, profile, OPAQUE);
    }
}

static void
a_split_raster_is_the_whole_to_the_bit (void)
{
  const gint  cuts_x[] = { 0, 1, 2, 31, 32, 97, 150, SIDE };
  const gint  cuts_y[] = { 0, 7, 64, 65, 128, SIDE };
  FolliRaster whole, part;

  folli_raster_init (&whole);
  folli_raster_init (&part);
  add_many (&whole, (FolliRectangle){ 0, 0, SIDE, SIDE });
  for (guint j = 0; j + 1 < G_N_ELEMENTS (cuts_y); j++)
    for (guint i = 0; i + 1 < G_N_ELEMENTS (cuts_x); i++)
      {
        const FolliRectangle r
            = { cuts_x[i], cuts_y[j], cuts_x[i + 1] - cuts_x[i],
                cuts_y[j + 1] - cuts_y[j] };

        add_many (&part, r);
        for (guint c = 0; c < FOLLI_CHANNELS; c++)
          for (gint y = 0; y < r.height; y++)
            g_assert_cmpmem (part.plane[c] + y * r.width,
                             r.width * sizeof (float),
                             whole.plane[c] + (r.y + y) * SIDE + r.x,
                             r.width * sizeof (float));
      }
  folli_raster_clear (&whole);
  folli_raster_clear (&part);
}

static void
far_from_the_origin_a_dot_is_the_same (void)
{
  const gint   far = 10000000;
  FolliProfile profile[FOLLI_CHANNELS];
  FolliMark    mark = { 20, 30, 0.3f, 0.9f, { 1, 0, 1 }, 1 };
  FolliRaster  here, there;

  make_profiles (profile, &(Dot){ 5, 0.5, 1 }, 0.9);
  folli_raster_init (&here);
  folli_raster_init (&there);
  folli_raster_begin (&here, (FolliRectangle){ 0, 0, 64, 64 });
  folli_raster_add (&here, &mark, profile, OPAQUE);
  mark.x += far;
  mark.y -= far;
  folli_raster_begin (&there, (FolliRectangle){ far, -far, 64, 64 });
  folli_raster_add (&there, &mark, profile, OPAQUE);
  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    g_assert_cmpmem (here.plane[c], 64 * 64 * sizeof (float), there.plane[c],
                     64 * 64 * sizeof (float));
  g_assert_cmpfloat (here.plane[0][30 * 64 + 20], <, 0.2f);
  folli_raster_clear (&here);
  folli_raster_clear (&there);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/raster/ink-is-the-same-wherever-the-centre-falls",
                   ink_is_the_same_wherever_the_centre_falls);
  g_test_add_func ("/raster/ink-follows-squeezing-and-shrinking",
                   ink_follows_squeezing_and_shrinking);
  g_test_add_func ("/raster/ink-of-a-crisp-dot-is-its-area",
                   ink_of_a_crisp_dot_is_its_area);
  g_test_add_func ("/raster/ink-is-the-integral-of-the-profile",
                   ink_is_the_integral_of_the_profile);
  g_test_add_func ("/raster/a-dot-is-darkest-in-its-middle",
                   a_dot_is_darkest_in_its_middle);
  g_test_add_func ("/raster/only-pixels-within-reach-change",
                   only_pixels_within_reach_change);
  g_test_add_func ("/raster/a-split-raster-is-the-whole-to-the-bit",
                   a_split_raster_is_the_whole_to_the_bit);
  g_test_add_func ("/raster/far-from-the-origin-a-dot-is-the-same",
                   far_from_the_origin_a_dot_is_the_same);
  return g_test_run ();
}
