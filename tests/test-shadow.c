/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "plain-scene.h"
#include "shadow.h"

static const FolliRectangle SKIN = { 0, 0, 480, 320 };

/* A picture of the shadow alone: what is darker with it than without. */
typedef struct
{
  float *with;
  float *without;
} Pair;

static Pair
draw_pair (const FolliArrangement *arrangement,
           const FolliDotStyle    *style,
           const FolliDensityMap  *map)
{
  FolliDotStyle bare = *style;
  g_autoptr (FolliScene) scene
      = folli_scene_new (arrangement, style, FOLLI_SESSION_ALL);
  g_autoptr (FolliScene) bare_scene = NULL;

  bare.shadow = 0;
  bare_scene = folli_scene_new (arrangement, &bare, FOLLI_SESSION_ALL);
  return (Pair){ folli_test_draw (scene, map, SKIN),
                 folli_test_draw (bare_scene, map, SKIN) };
}

static void
clear_pair (Pair *pair)
{
  g_free (pair->with);
  g_free (pair->without);
}

/* Only between the dots, where the skin is bare without the shadow. */
static double
shadow_at (const Pair *pair, gint x, gint y, guint channel)
{
  const gsize at = 4 * ((gsize)y * SKIN.width + x);

  if (pair->without[at + 3] > 0)
    return NAN;
  return 1 - folli_test_transmittance (pair->with + at, channel);
}

static double
mean_darkening (const float *rgba, guint channel)
{
  double sum = 0;

  for (gint i = 0; i < SKIN.width * SKIN.height; i++)
    sum += 1 - folli_test_transmittance (rgba + 4 * i, channel);
  return sum / (SKIN.width * SKIN.height);
}

/* Source: doc/numbers.md, "Shadow between the dots", for the optical density
 * that its halo is stated for. */
static void
mean_darkening_is_as_measured_on_skin (void)
{
  const double     expected[FOLLI_CHANNELS] = { 0.12, 0.11, 0.10 };
  const double     depths_mm[] = { 0.10, 0.15, 0.20 };
  FolliArrangement arrangement = folli_test_arrangement ();
  FolliDotStyle    style = folli_test_style ();
  FolliDensityMap  map;

  style.diameter_mm = 0.175;
  style.diameter_variation = 0;
  style.strength = 2;
  style.strength_variation = 0;
  style.surface = 0;
  style.erythema = 0;
  style.age_months = 0;
  style.shadow = 1;
  arrangement.density_per_cm2 = 100;
  folli_test_map_init (&map, SKIN, 1);
  for (guint d = 0; d < G_N_ELEMENTS (depths_mm); d++)
    {
      Pair pair;

      style.depth_mm = depths_mm[d];
      pair = draw_pair (&arrangement, &style, &map);
      for (guint c = 0; c < FOLLI_CHANNELS; c++)
        {
          const double darkening = mean_darkening (pair.with, c);

          g_test_message ("%.2f mm, channel %u: %.4f, of it dots %.4f",
                          depths_mm[d], c, darkening,
                          mean_darkening (pair.without, c));
          g_assert_cmpfloat_with_epsilon (darkening, expected[c], 0.03);
        }
      clear_pair (&pair);
    }
  folli_test_map_clear (&map);
}

static void
more_shadow_is_darker (void)
{
  const FolliArrangement arrangement = folli_test_arrangement ();
  FolliDotStyle          style = folli_test_style ();
  double                 before = 0;
  FolliDensityMap        map;

  folli_test_map_init (&map, SKIN, 1);
  for (style.shadow = 0; style.shadow <= 3; style.shadow += 0.5)
    {
      Pair   pair = draw_pair (&arrangement, &style, &map);
      double darkening = mean_darkening (pair.with, 1);

      g_assert_cmpfloat (darkening, >, before);
      before = darkening;
      clear_pair (&pair);
    }
  folli_test_map_clear (&map);
}

static void
there_is_none_without_dots (void)
{
  FolliArrangement    arrangement = folli_test_arrangement ();
  const FolliDotStyle style = folli_test_style ();
  FolliDensityMap     map;
  Pair                pair;

  arrangement.density_per_cm2 = 0;
  folli_test_map_init (&map, SKIN, 1);
  pair = draw_pair (&arrangement, &style, &map);
  g_assert_cmpfloat (mean_darkening (pair.with, 0), ==, 0);
  clear_pair (&pair);
  folli_test_map_clear (&map);
}

/* The largest change between neighbours of the shadow alone. */
static double
largest_step (const Pair *pair)
{
  double step = 0;

  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    for (gint y = 0; y + 1 < SKIN.height; y++)
      for (gint x = 0; x + 1 < SKIN.width; x++)
        {
          const double here = shadow_at (pair, x, y, c);
          const double right = shadow_at (pair, x + 1, y, c);
          const double below = shadow_at (pair, x, y + 1, c);

          if (!isnan (here) && !isnan (right))
            step = MAX (step, fabs (right - here));
          if (!isnan (here) && !isnan (below))
            step = MAX (step, fabs (below - here));
        }
  return step;
}

typedef double (*Profile) (double mm);

static double
hard (double mm)
{
  return mm > 0;
}

static double
ramp_of_8_mm (double mm)
{
  return CLAMP (mm / 8, 0, 1);
}

static double
ramp_of_3_mm (double mm)
{
  return CLAMP (mm / 3, 0, 1);
}

/* Paints a band whose border, 10 mm from the left, is at an angle. */
static Pair
draw_border (Profile profile, double px_per_mm, double shadow)
{
  FolliArrangement arrangement = folli_test_arrangement ();
  FolliDotStyle    style = folli_test_style ();
  FolliDensityMap  map;
  Pair             pair;

  arrangement.px_per_mm = px_per_mm;
  arrangement.density_per_cm2 = 110;
  style.age_months = 0;
  style.shadow = shadow;
  folli_test_map_init (&map, SKIN, 0);
  for (gint y = 0; y < SKIN.height; y++)
    for (gint x = 0; x < SKIN.width; x++)
      map.value[y * SKIN.width + x] = profile ((x + 0.2 * y) / px_per_mm - 10);
  folli_test_map_touch (&map);
  pair = draw_pair (&arrangement, &style, &map);
  folli_test_map_clear (&map);
  return pair;
}

static void
check_border (const char *name, Profile profile, double bound_per_mm)
{
  const double px_per_mm = 8;
  Pair         pair = draw_border (profile, px_per_mm, 1);
  const double step = largest_step (&pair) * px_per_mm;

  g_test_message ("%s: at most %.3f a mm", name, step);
  g_assert_cmpfloat (step, <, bound_per_mm);
  clear_pair (&pair);
}

/* The shadow is about 0.2 dark and soft over about 1 mm. */
static void
it_has_no_edge_of_its_own (void)
{
  check_border ("8 mm ramp", ramp_of_8_mm, 0.12);
  check_border ("3 mm ramp", ramp_of_3_mm, 0.15);
  check_border ("hard border", hard, 0.3);
}

static void
it_thins_out_with_the_dots (void)
{
  const double px_per_mm = 8;
  Pair         pair = draw_border (ramp_of_8_mm, px_per_mm, 1);
  double       before = 0;

  /* Means of bands of 2 mm along the border, from outside to inside. */
  for (gint band = 0; band < 6; band++)
    {
      double sum = 0;
      guint  n = 0;

      for (gint y = 40; y < SKIN.height - 40; y++)
        for (gint x = 0; x < SKIN.width; x++)
          {
            const double mm = (x + 0.2 * y) / px_per_mm - 10;
            const double shadow = shadow_at (&pair, x, y, 1);

            if (mm >= 2 * band - 2 && mm < 2 * band && !isnan (shadow))
              {
                sum += shadow;
                n++;
              }
          }
      g_test_message ("%d mm: %.4f", 2 * band - 1, sum / n);
      if (band == 0)
        g_assert_cmpfloat (sum, ==, 0);
      else if (band <= 4)
        g_assert_cmpfloat (sum / n, >, before + 0.01);
      before = sum / n;
    }
  clear_pair (&pair);
}

/* Mean of the shadow from @from_mm to @to_mm within what is painted, beside a
 * border to what has that value. */
static double
mean_beside (float beyond, double from_mm, double to_mm)
{
  const double           px_per_mm = 8;
  const gint             border = 320;
  const gint             first = border - (gint)(to_mm * px_per_mm);
  const gint             end = border - (gint)(from_mm * px_per_mm);
  const FolliArrangement arrangement = folli_test_arrangement ();
  const FolliDotStyle    style = folli_test_style ();
  double                 sum = 0;
  guint                  n = 0;
  FolliDensityMap        map;
  Pair                   pair;

  folli_test_map_init (&map, SKIN, 1);
  for (gint y = 0; y < SKIN.height; y++)
    for (gint x = border; x < SKIN.width; x++)
      map.value[y * SKIN.width + x] = beyond;
  folli_test_map_touch (&map);
  pair = draw_pair (&arrangement, &style, &map);
  for (gint y = 0; y < SKIN.height; y++)
    for (gint x = first; x < SKIN.width; x++)
      {
        const double shadow = shadow_at (&pair, x, y, 1);

        if (x >= border)
          g_assert_cmpfloat (shadow, ==, 0);
        else if (x < end && !isnan (shadow))
          {
            sum += shadow;
            n++;
          }
      }
  g_assert_cmpuint (n, >, 0);
  clear_pair (&pair);
  folli_test_map_clear (&map);
  return sum / n;
}

/* The outline of a head is no edge of what is on it: no pale rim. */
static void
it_goes_on_behind_what_hides_it (void)
{
  const double inside = mean_beside (FOLLI_DENSITY_GOES_ON, 10, 15);
  const double rim = mean_beside (FOLLI_DENSITY_GOES_ON, 0, 0.5);
  const double faded = mean_beside (0, 0, 0.5);

  g_test_message ("%.4f at the rim, %.4f inside; %.4f where the map ends", rim,
                  inside, faded);
  g_assert_cmpfloat_with_epsilon (rim / inside, 1, 0.1);
  g_assert_cmpfloat (faded, <, inside / 2);
}

/* On an even map the dots' own halos must not show as blotches. */
static void
it_is_even_where_the_map_is (void)
{
  FolliArrangement arrangement = folli_test_arrangement ();
  FolliDotStyle    style = folli_test_style ();
  double           sum = 0, sum2 = 0;
  guint            n = 0;
  FolliDensityMap  map;
  Pair             pair;

  style.age_months = 0;
  arrangement.density_per_cm2 = 100;
  arrangement.px_per_mm = 8;
  folli_test_map_init (&map, SKIN, 1);
  pair = draw_pair (&arrangement, &style, &map);
  for (gint y = 0; y < SKIN.height; y++)
    for (gint x = 0; x < SKIN.width; x++)
      {
        const double shadow = shadow_at (&pair, x, y, 1);

        if (isnan (shadow))
          continue;
        sum += shadow;
        sum2 += shadow * shadow;
        n++;
      }
  sum /= n;
  sum2 = sqrt (sum2 / n - sum * sum);
  g_test_message ("shadow %.4f, standard deviation %.4f", sum, sum2);
  g_assert_cmpfloat (sum, >, 0.05);
  g_assert_cmpfloat (sum2 / sum, <, 0.15);
  clear_pair (&pair);
  folli_test_map_clear (&map);
}

/* How far from the middle of one row the shadow of the row has fallen to half,
 * in mm: a stripe of map in the middle, wide enough to be shaded. */
static double
half_width_mm (double px_per_mm)
{
  const gint        width = SKIN.width, middle = width / 2;
  FolliShadowCast   cast;
  FolliShadow       shadow;
  FolliDensityMap   map;
  g_autofree float *row = g_new (float, width);
  double            half = 0;
  gint              x = middle;

  folli_shadow_cast_init (&cast, 0);
  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    cast.dot_mm2[c] = 0.01;
  folli_test_map_init (&map, SKIN, 1);
  folli_shadow_init (&shadow);
  folli_shadow_set_scale (&shadow, px_per_mm, 0, 0, &cast);
  folli_shadow_begin (&shadow, SKIN, &map);
  for (gint y = 0; y < SKIN.height; y++)
    folli_shadow_add (
        &shadow, &(FolliMark){ .x = middle, .y = y, .fraction_x = 0.5f }, 1);
  folli_shadow_end (&shadow);
  folli_shadow_row (&shadow, 0, 0, SKIN.height / 2, width, row);
  half = row[middle] / 2;
  while (x < width - 1 && row[x] > half)
    x++;
  half = x - (half - row[x]) / (row[x - 1] - row[x]) - middle;
  folli_shadow_clear (&shadow);
  folli_test_map_clear (&map);
  return half / px_per_mm;
}

/* A Gaussian of 1 mm falls to half at 1.18 mm. */
static void
a_halo_is_as_wide_at_every_scale (void)
{
  const double px_per_mm[] = { 12.8, 6.4, 2.1, 1.9, 1.2, 0.9 };

  for (guint i = 0; i < G_N_ELEMENTS (px_per_mm); i++)
    {
      const double mm = half_width_mm (px_per_mm[i]);

      g_test_message ("%.1f px per mm: half at %.2f mm", px_per_mm[i], mm);
      g_assert_cmpfloat_with_epsilon (mm, 1.18, 0.25);
    }
}

static void
map_casts_what_its_dots_would_on_average (void)
{
  const float     greys[] = { 1, 0.5, 0.25 };
  FolliDensityMap map;

  for (guint g = 0; g < G_N_ELEMENTS (greys); g++)
    for (guint linear = 0; linear < 2; linear++)
      {
        FolliShadowCast cast;
        FolliShadow     shadow;
        float           row[1], density = greys[g];

        folli_shadow_cast_init (&cast, 0);
        cast.dots_per_mm2 = 1;
        cast.dot_mm2[0] = cast.dot_mm2[1] = cast.dot_mm2[2] = 0.2;
        folli_test_map_init (&map, SKIN, greys[g]);
        map.linear = linear;
        if (linear)
          density = folli_density_of_linear (greys[g]);
        folli_shadow_init (&shadow);
        folli_shadow_set_scale (&shadow, 8, 0, 0, &cast);
        folli_shadow_begin (&shadow, SKIN, &map);
        folli_shadow_end (&shadow);
        folli_shadow_row (&shadow, 0, 200, 150, 1, row);
        /* The dots' own share is missing, since none were added. */
        g_assert_cmpfloat_with_epsilon (row[0], -expm1 (-0.85 * 0.2 * density),
                                        0.001);
        folli_shadow_clear (&shadow);
        folli_test_map_clear (&map);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/shadow/mean-darkening-is-as-measured-on-skin",
                   mean_darkening_is_as_measured_on_skin);
  g_test_add_func ("/shadow/more-shadow-is-darker", more_shadow_is_darker);
  g_test_add_func ("/shadow/there-is-none-without-dots",
                   there_is_none_without_dots);
  g_test_add_func ("/shadow/it-has-no-edge-of-its-own",
                   it_has_no_edge_of_its_own);
  g_test_add_func ("/shadow/it-thins-out-with-the-dots",
                   it_thins_out_with_the_dots);
  g_test_add_func ("/shadow/it-goes-on-behind-what-hides-it",
                   it_goes_on_behind_what_hides_it);
  g_test_add_func ("/shadow/it-is-even-where-the-map-is",
                   it_is_even_where_the_map_is);
  g_test_add_func ("/shadow/a-halo-is-as-wide-at-every-scale",
                   a_halo_is_as_wide_at_every_scale);
  g_test_add_func ("/shadow/map-casts-what-its-dots-would-on-average",
                   map_casts_what_its_dots_would_on_average);
  return g_test_run ();
}
