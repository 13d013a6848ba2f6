/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "follicle/photo.h"
#include "plain-scene.h"

/* What a photo does to dots, and skin to their colour. */
static const FolliRectangle SKIN = { 5, -9, 300, 260 };

static float *
draw (const FolliArrangement *arrangement,
      const FolliDotStyle    *style,
      gint                    session,
      float                   density)
{
  g_autoptr (FolliScene) scene = folli_scene_new (arrangement, style, session);
  const gint      margin = folli_scene_margin_px (scene);
  FolliRectangle  around = { SKIN.x - margin, SKIN.y - margin,
                             SKIN.width + 2 * margin, SKIN.height + 2 * margin };
  FolliDensityMap map;
  float          *rgba;

  folli_test_map_init (&map, around, density);
  rgba = folli_test_draw (scene, &map, SKIN);
  folli_test_map_clear (&map);
  return rgba;
}

/* By how much more or less each pixel is darkened with grain. */
static double *
draw_grain (double grain)
{
  const FolliArrangement arrangement = folli_test_arrangement ();
  FolliDotStyle          style = folli_test_style ();
  g_autofree float      *plain = NULL;
  g_autofree float      *grained = NULL;
  double                *factor = g_new (double, SKIN.width *SKIN.height);

  plain = draw (&arrangement, &style, FOLLI_SESSION_ALL, 1);
  style.photo_grain = grain;
  grained = draw (&arrangement, &style, FOLLI_SESSION_ALL, 1);
  for (gint i = 0; i < SKIN.width * SKIN.height; i++)
    factor[i] = (1 - folli_test_transmittance (grained + 4 * i, 1))
                / (1 - folli_test_transmittance (plain + 4 * i, 1));
  return factor;
}

/* Covariance of each pixel and that so far away. */
static double
covary (const double *value, gint right, gint down)
{
  double sum = 0, sum_a = 0, sum_b = 0;
  gint   n = 0;

  for (gint y = 0; y < SKIN.height - down; y++)
    for (gint x = 0; x < SKIN.width - right; x++, n++)
      {
        const double a = value[y * SKIN.width + x];
        const double b = value[(y + down) * SKIN.width + x + right];

        sum += a * b;
        sum_a += a;
        sum_b += b;
      }
  return sum / n - sum_a / n * sum_b / n;
}

static double
find_mean (const double *value)
{
  double sum = 0;

  for (gint i = 0; i < SKIN.width * SKIN.height; i++)
    sum += value[i];
  return sum / (SKIN.width * SKIN.height);
}

/* A camera makes each pixel of its neighbours, too. */
static void
grain_is_as_fine_as_a_cameras (void)
{
  g_autofree double *factor = draw_grain (0.03);
  const double       variance = covary (factor, 0, 0);

  g_assert_cmpfloat_with_epsilon (find_mean (factor), 1, 0.002);
  g_assert_cmpfloat_with_epsilon (covary (factor, 1, 0) / variance, 0.5, 0.03);
  g_assert_cmpfloat_with_epsilon (covary (factor, 0, 1) / variance, 0.5, 0.03);
  g_assert_cmpfloat_with_epsilon (covary (factor, 1, 1) / variance, 0.25, 0.03);
  g_assert_cmpfloat_with_epsilon (covary (factor, 2, 0) / variance, 0, 0.03);
  g_assert_cmpfloat_with_epsilon (covary (factor, 0, 3) / variance, 0, 0.03);
}

/* Light that is darkened to T has noise of sqrt (T) of what it had, which is
 * more of what is left: the photo's own and that of the dots make it up. */
static void
grain_is_as_strong_as_that_of_darker_light (void)
{
  const double grains[] = { 0.01, 0.03, 0.06 };

  for (guint g = 0; g < G_N_ELEMENTS (grains); g++)
    {
      g_autofree double *factor = draw_grain (grains[g]);
      const double       deviation = sqrt (covary (factor, 0, 0));

      for (double left = 0.6; left <= 0.76; left += 0.05)
        {
          const double drawn = deviation * (1 - left) / left;

          g_assert_cmpfloat_with_epsilon (hypot (grains[g], drawn),
                                          grains[g] / sqrt (left),
                                          0.1 * grains[g]);
        }
    }
}

static void
no_grain_is_none (void)
{
  g_autofree double *factor = draw_grain (0);

  for (gint i = 0; i < SKIN.width * SKIN.height; i++)
    g_assert_cmpfloat (factor[i], ==, 1);
}

/* Share of each channel's light that pigment leaves alone. */
static void
find_spared (const double skin[FOLLI_CHANNELS], double spared[FOLLI_CHANNELS])
{
  const FolliArrangement arrangement = folli_test_arrangement ();
  FolliDotStyle          style = folli_test_style ();
  g_autofree float      *all = NULL;
  g_autofree float      *seen = NULL;

  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    style.skin[c] = skin[c];
  style.surface = 0.04;
  seen = draw (&arrangement, &style, FOLLI_SESSION_ALL, 1);
  style.surface = 0;
  all = draw (&arrangement, &style, FOLLI_SESSION_ALL, 1);
  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    spared[c] = 1
                - (1 - folli_test_transmittance (seen, c))
                      / (1 - folli_test_transmittance (all, c));
}

static void
light_skin_keeps_what_its_surface_reflects (void)
{
  const double skin[FOLLI_CHANNELS] = { 0.68, 0.51, 0.304 };
  double       spared[FOLLI_CHANNELS];

  find_spared (skin, spared);
  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    g_assert_cmpfloat_with_epsilon (spared[c], 0.04 / skin[c], 1e-3);
}

/* The eighth to the tenth tone. Source: doc/numbers.md, "Skin tones". */
static void
dark_skin_is_not_taken_for_surface (void)
{
  const double skins[][FOLLI_CHANNELS] = { { 0.117, 0.053, 0.034 },
                                           { 0.042, 0.031, 0.023 },
                                           { 0.022, 0.018, 0.0145 } };

  for (guint s = 0; s < G_N_ELEMENTS (skins); s++)
    {
      const double *skin = skins[s];
      const double  luminance
          = 0.2126 * skin[0] + 0.7152 * skin[1] + 0.0722 * skin[2];
      double spared[FOLLI_CHANNELS];

      find_spared (skin, spared);
      for (guint c = 0; c < FOLLI_CHANNELS; c++)
        {
          g_assert_cmpfloat (spared[c], <=, 0.5);
          g_assert_cmpfloat_with_epsilon (spared[c] * skin[c], 0.15 * luminance,
                                          1e-3);
        }
    }
}

/* Optical density that redness adds in a channel, on the mean. */
static double
find_redness (guint channel, double months, double erythema, gint session)
{
  const FolliArrangement arrangement = folli_test_arrangement ();
  FolliDotStyle          style = folli_test_style ();
  g_autofree float      *pale = NULL;
  g_autofree float      *red = NULL;
  double                 sum = 0;

  style.age_months = months;
  style.surface = 0;
  style.erythema = 0;
  pale = draw (&arrangement, &style, session, 1);
  style.erythema = erythema;
  red = draw (&arrangement, &style, session, 1);
  for (gint i = 0; i < SKIN.width * SKIN.height; i++)
    sum += log (folli_test_transmittance (pale + 4 * i, channel))
           - log (folli_test_transmittance (red + 4 * i, channel));
  return sum / (SKIN.width * SKIN.height);
}

static void
fresh_dots_are_red_for_a_week (void)
{
  const double day = 1 / 30.4;
  double       before = 1;

  for (gint days = 0; days <= 6; days++)
    {
      const double now = find_redness (1, days * day, 1, FOLLI_SESSION_ALL);

      g_test_message ("after %d days: %.4f", days, now);
      g_assert_cmpfloat (now, <, before);
      g_assert_cmpfloat (now, >, 0);
      before = now;
    }
  for (gint days = 7; days <= 40; days += 11)
    g_assert_cmpfloat (find_redness (1, days * day, 1, FOLLI_SESSION_ALL), ==,
                       0);
}

/* Blood takes green light and blue. */
static void
redness_is_red (void)
{
  const double red = find_redness (0, 0, 1, FOLLI_SESSION_ALL);
  const double green = find_redness (1, 0, 1, FOLLI_SESSION_ALL);
  const double blue = find_redness (2, 0, 1, FOLLI_SESSION_ALL);

  g_test_message ("%.3f %.3f %.3f", red, green, blue);
  g_assert_cmpfloat (green, >, 5 * red);
  g_assert_cmpfloat (blue, >, 3 * red);
  g_assert_cmpfloat (green, >, 0.05);
  g_assert_cmpfloat (find_redness (1, 0, 0.5, FOLLI_SESSION_ALL), <,
                     0.7 * green);
  g_assert_cmpfloat (find_redness (1, 0, 0, FOLLI_SESSION_ALL), ==, 0);
}

/* Weeks lie between sessions. */
static void
only_the_last_session_is_red (void)
{
  g_assert_cmpfloat (find_redness (1, 0, 1, 1), ==, 0);
  g_assert_cmpfloat (find_redness (1, 0, 1, 2), ==, 0);
  g_assert_cmpfloat (find_redness (1, 0, 1, 3), >, 0.02);
}

/* How far beyond the edge of a white area, in a dark one, half of the redness
 * is left. */
static void
redness_reaches_a_millimetre_or_two (void)
{
  FolliArrangement arrangement = folli_test_arrangement ();
  FolliDotStyle    style = folli_test_style ();
  const double     px_per_mm = arrangement.px_per_mm;
  FolliDensityMap  map;
  FolliRectangle   all = { -100, -100, 500, 460 };
  double           redness[120] = { 0 };
  gint             half = 0;

  style.age_months = 0;
  style.surface = 0;
  folli_test_map_init (&map, all, 1);
  for (gint y = 0; y < all.height; y++)
    for (gint x = 0; x < all.width; x++)
      if (x + all.x > 100)
        map.value[y * all.width + x] = 0.12f;
  folli_test_map_touch (&map);
  for (gint pass = 0; pass < 2; pass++)
    {
      g_autoptr (FolliScene) scene = NULL;
      g_autofree float *rgba = NULL;

      style.erythema = pass;
      scene = folli_scene_new (&arrangement, &style, FOLLI_SESSION_ALL);
      rgba = folli_test_draw (scene, &map,
                              (FolliRectangle){ 90, 0, 120, SKIN.height });
      for (gint y = 0; y < SKIN.height; y++)
        for (gint x = 0; x < 120; x++)
          redness[x]
              += (pass ? -1 : 1)
                 * log (folli_test_transmittance (rgba + 4 * (120 * y + x), 1));
    }
  folli_test_map_clear (&map);
  while (redness[10 + half] > (redness[10] + redness[100]) / 2)
    half++;
  g_test_message ("half of it is %.2f mm beyond the edge", half / px_per_mm);
  g_assert_cmpfloat (redness[10], >, redness[30]);
  g_assert_cmpfloat (half / px_per_mm, >, 0.3);
  g_assert_cmpfloat (half / px_per_mm, <, 2);
  g_assert_cmpfloat_with_epsilon (redness[10 + (gint)(4 * px_per_mm)],
                                  redness[100], 0.1 * redness[10]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/photo-likeness/grain/is-as-fine-as-a-cameras",
                   grain_is_as_fine_as_a_cameras);
  g_test_add_func ("/photo-likeness/grain/is-as-strong-as-that-of-darker-light",
                   grain_is_as_strong_as_that_of_darker_light);
  g_test_add_func ("/photo-likeness/grain/of-0-is-none", no_grain_is_none);
  g_test_add_func ("/photo-likeness/surface/of-light-skin-is-kept",
                   light_skin_keeps_what_its_surface_reflects);
  g_test_add_func ("/photo-likeness/surface/is-not-all-of-dark-skin",
                   dark_skin_is_not_taken_for_surface);
  g_test_add_func ("/photo-likeness/redness/lasts-a-week",
                   fresh_dots_are_red_for_a_week);
  g_test_add_func ("/photo-likeness/redness/is-red-and-0-for-none",
                   redness_is_red);
  g_test_add_func ("/photo-likeness/redness/is-of-the-last-session-alone",
                   only_the_last_session_is_red);
  g_test_add_func ("/photo-likeness/redness/reaches-a-millimetre-or-two",
                   redness_reaches_a_millimetre_or_two);
  return g_test_run ();
}
