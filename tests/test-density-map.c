/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "follicle/density-map.h"
#include "plain-scene.h"

enum
{
  SIDE = 24
};

typedef struct
{
  float luma, alpha, density;
} Case;

static void
density_is_luma_times_alpha_within_0_and_1 (void)
{
  static const Case CASES[] = {
    { 0, 1, 0 },         { 1, 1, 1 },           { 0.5f, 1, 0.5f },
    { 1, 0.25f, 0.25f }, { 0.5f, 0.5f, 0.25f }, { 1, 0, 0 },
    { 7, 1, 1 },         { -3, 1, 0 },          { NAN, 1, 0 },
    { 1, NAN, 0 },       { INFINITY, 1, 1 },    { -INFINITY, 1, 0 },
    { INFINITY, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      const float     luma_alpha[2] = { CASES[i].luma, CASES[i].alpha };
      float           value;
      FolliDensityMap map = { .value = &value };

      folli_density_map_begin (&map, (FolliRectangle){ 5, 6, 1, 1 }, FALSE);
      folli_density_map_set_luma_alpha (&map, map.extent, luma_alpha);
      g_assert_cmpfloat (folli_density_map_at (&map, 5, 6), ==,
                         CASES[i].density);
      g_assert_cmpfloat (map.lowest, ==, CASES[i].density);
      g_assert_cmpfloat (map.highest, ==, CASES[i].density);
    }
}

/* The transfer function of sRGB. */
static float
linear_of (float perceptual)
{
  return perceptual <= 0.04045f ? perceptual / 12.92f
                                : powf ((perceptual + 0.055f) / 1.055f, 2.4f);
}

static void
linear_light_means_what_it_looks_like (void)
{
  const float luminance[3] = { 0.2126f, 0.7152f, 0.0722f };

  for (float grey = 0; grey <= 1; grey += 0.01f)
    for (float alpha = 0; alpha <= 1; alpha += 0.125f)
      {
        const float     y = linear_of (grey);
        const float     rgba[4] = { y, y, y, alpha };
        float           value;
        FolliDensityMap map = { .value = &value };

        folli_density_map_begin (&map, (FolliRectangle){ 0, 0, 1, 1 }, TRUE);
        folli_density_map_set_rgba (&map, map.extent, rgba, luminance);
        g_assert_cmpfloat_with_epsilon (folli_density_map_at (&map, 0, 0),
                                        grey * alpha, 1e-4);
      }
}

static void
what_is_no_colour_is_no_density (void)
{
  const float luminance[3] = { 0.2126f, 0.7152f, 0.0722f };
  const float pixels[][4]
      = { { NAN, 1, 1, 1 }, { 1, 1, 1, NAN },       { -5, -5, -5, 1 },
          { 1, 1, 1, -1 },  { -INFINITY, 0, 0, 1 }, { 0, 0, 0, 1 } };

  for (guint i = 0; i < G_N_ELEMENTS (pixels); i++)
    {
      float           value;
      FolliDensityMap map = { .value = &value };

      folli_density_map_begin (&map, (FolliRectangle){ 0, 0, 1, 1 }, TRUE);
      folli_density_map_set_rgba (&map, map.extent, pixels[i], luminance);
      g_assert_cmpfloat (folli_density_map_at (&map, 0, 0), ==, 0);
      g_assert_cmpfloat (map.highest, ==, 0);
    }
}

static void
a_map_filled_in_parts_knows_its_range (void)
{
  const float     luminance[3] = { 0, 1, 0 };
  const float     left[8] = { 0, 0.5f, 0, 1, 0, 0.25f, 0, 1 };
  const float     right[4] = { 0, 0.75f, 0, 1 };
  float           value[3];
  FolliDensityMap map = { .value = value };

  folli_density_map_begin (&map, (FolliRectangle){ 0, 0, 3, 1 }, TRUE);
  folli_density_map_set_rgba (&map, (FolliRectangle){ 0, 0, 2, 1 }, left,
                              luminance);
  folli_density_map_set_rgba (&map, (FolliRectangle){ 2, 0, 1, 1 }, right,
                              luminance);
  g_assert_cmpfloat (map.lowest, ==, 0.25f);
  g_assert_cmpfloat (map.highest, ==, 0.75f);
  g_assert_cmpfloat (value[0], ==, 0.5f);
  g_assert_cmpfloat (value[2], ==, 0.75f);
}

static void
beyond_its_extent_a_map_goes_on (void)
{
  FolliDensityMap map;

  folli_test_map_init (&map, (FolliRectangle){ -3, 4, SIDE, SIDE }, 0.5f);
  map.value[0] = 0.1f;
  map.value[SIDE * SIDE - 1] = 0.9f;
  folli_test_map_touch (&map);
  g_assert_cmpfloat (folli_density_map_at (&map, -3, 4), ==, 0.1f);
  g_assert_cmpfloat (folli_density_map_at (&map, -2, 4), ==, 0.5f);
  g_assert_cmpfloat (folli_density_map_at (&map, -1000, -1000), ==, 0.1f);
  g_assert_cmpfloat (folli_density_map_at (&map, 1000, 1000), ==, 0.9f);
  g_assert_cmpfloat (folli_density_map_at (&map, -1000, 1000), ==, 0.5f);
  folli_test_map_clear (&map);
}

/* Whether any pixel that the dot darkens has density 0, by drawing it. */
static gboolean
spills (const FolliDensityMap *map, const FolliMark *mark, double radius_px)
{
  const float  opaque[FOLLI_CHANNELS] = { 1, 1, 1 };
  FolliProfile profile[FOLLI_CHANNELS];
  FolliRaster  raster;
  gboolean     found = FALSE;

  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    folli_profile_init (&profile[c], radius_px, 0.3, 0, 0.9);
  folli_raster_init (&raster);
  folli_raster_begin (&raster, map->extent);
  folli_raster_add (&raster, mark, profile, opaque);
  for (guint i = 0; i < SIDE * SIDE; i++)
    found = found || (map->value[i] <= 0 && raster.plane[0][i] < 1);
  folli_raster_clear (&raster);
  return found;
}

static void
a_map_holds_the_dots_that_do_not_spill (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (4);
  FolliDensityMap map;
  guint           n_held = 0, n_spilling = 0;

  folli_test_map_init (&map, (FolliRectangle){ 0, 0, SIDE, SIDE }, 1);
  for (guint i = 0; i < 8; i++)
    map.value[g_rand_int_range (random, 0, SIDE * SIDE)] = 0;
  folli_test_map_touch (&map);

  for (guint i = 0; i < 2000; i++)
    {
      const double radius_px = g_rand_double_range (random, 0.1, 4);
      FolliMark    mark = { g_rand_int_range (random, 0, SIDE),
                            g_rand_int_range (random, 0, SIDE),
                            g_rand_double (random),
                            g_rand_double (random),
                            { 0 },
                            1 };
      FolliProfile profile;
      gboolean     holds;

      folli_metric_init (&mark.metric, g_rand_double (random) * G_PI, 0.7);
      folli_profile_init (&profile, radius_px, 0.3, 0, 0.9);
      holds = folli_density_map_holds (&map, &mark, profile.outer2);
      if (spills (&map, &mark, radius_px))
        {
          g_assert_false (holds);
          n_spilling++;
        }
      n_held += holds;
    }
  /* A dot whose weight on the last pixel rounds to nothing spills no ink. */
  g_assert_cmpuint (n_held + n_spilling, >=, 1980);
  g_assert_cmpuint (n_held, >, 200);
  g_assert_cmpuint (n_spilling, >, 200);
  folli_test_map_clear (&map);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/density-map/density-is-luma-times-alpha-within-0-and-1",
                   density_is_luma_times_alpha_within_0_and_1);
  g_test_add_func ("/density-map/linear-light-means-what-it-looks-like",
                   linear_light_means_what_it_looks_like);
  g_test_add_func ("/density-map/what-is-no-colour-is-no-density",
                   what_is_no_colour_is_no_density);
  g_test_add_func ("/density-map/a-map-filled-in-parts-knows-its-range",
                   a_map_filled_in_parts_knows_its_range);
  g_test_add_func ("/density-map/beyond-its-extent-a-map-goes-on",
                   beyond_its_extent_a_map_goes_on);
  g_test_add_func ("/density-map/a-map-holds-the-dots-that-do-not-spill",
                   a_map_holds_the_dots_that_do_not_spill);
  return g_test_run ();
}
