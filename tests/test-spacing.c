/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "point-set.h"
#include "point-pattern.h"

static const double DENSITIES[] = { 400, 200, 40 };

/* The whole pattern, so that tiles' borders and corners are in it. */
static void
points_keep_their_distance (void)
{
  for (guint64 seed = 0; seed < 4; seed++)
    for (guint d = 0; d < G_N_ELEMENTS (DENSITIES); d++)
      {
        g_autoptr (FolliTestPattern) pattern
            = folli_test_pattern_new (seed, -2, 3, DENSITIES[d]);
        const double rho = folli_test_pattern_rho (pattern);

        g_test_message ("seed %u, %g per square cm: rho %.4f", (guint)seed,
                        DENSITIES[d], rho);
        g_assert_cmpfloat (rho, >=, 0.70);
      }
}

static void
check_density (double density_per_cm2, guint n_tiles, double tolerance)
{
  g_autoptr (FolliTestPattern) pattern
      = folli_test_pattern_new (7, -3, n_tiles, density_per_cm2);
  const double side_cm = pattern->side_mm / 10;
  const double density = pattern->places->len / (side_cm * side_cm);

  g_test_message ("%g per square cm: %.3f", density_per_cm2, density);
  g_assert_cmpfloat (fabs (density / density_per_cm2 - 1), <, tolerance);
}

static void
density_is_what_was_asked_for (void)
{
  const double densities[]
      = { 400, 330, 200, 140, 110, 101, 100, 85, 65, 45, 30, 25, 20 };
  const double low_densities[] = { 10, 7, 5, 1.5 };

  for (guint d = 0; d < G_N_ELEMENTS (densities); d++)
    check_density (densities[d], 7, 0.01);
  for (guint d = 0; d < G_N_ELEMENTS (low_densities); d++)
    check_density (low_densities[d], 24, 0.03);
}

/* Which part of its tile a distance in mm falls into: 0 inside, 1 near one
 * border, 2 near a corner. */
static guint
zone_of (const FolliTestPlace *place, double border_mm)
{
  const double x = fmod (place->x_mm, FOLLI_TILE_MM);
  const double y = fmod (place->y_mm, FOLLI_TILE_MM);

  return (x < border_mm || x >= FOLLI_TILE_MM - border_mm)
         + (y < border_mm || y >= FOLLI_TILE_MM - border_mm);
}

static void
density_is_the_same_at_borders_and_corners (void)
{
  enum
  {
    N_TILES = 24
  };
  const double densities[] = { 100, 60, 30 };
  /* Wider than the coarsest patches around a corner of these densities. */
  const double border_mm = FOLLI_TILE_MM / 8;
  const double share[3] = { 9.0 / 16, 6.0 / 16, 1.0 / 16 };

  for (guint d = 0; d < G_N_ELEMENTS (densities); d++)
    {
      g_autoptr (FolliTestPattern) pattern
          = folli_test_pattern_new (3, 5, N_TILES, densities[d]);
      const double side_cm = pattern->side_mm / 10;
      guint        n_points[3] = { 0, 0, 0 };

      for (guint i = 0; i < pattern->places->len; i++)
        n_points[zone_of (&g_array_index (pattern->places, FolliTestPlace, i),
                          border_mm)]++;
      for (guint z = 0; z < 3; z++)
        {
          const double density = n_points[z] / (side_cm * side_cm * share[z]);

          g_test_message ("%g per square cm, zone %u: %.3f", densities[d], z,
                          density);
          /* A patch packs a little worse along those filled before it. */
          g_assert_cmpfloat (fabs (density / densities[d] - 1), <, 0.015);
        }
    }
}

static void
low_frequencies_are_weak (void)
{
  for (guint d = 0; d < G_N_ELEMENTS (DENSITIES); d++)
    {
      const guint n_tiles
          = ceil (10 * sqrt (20000 / DENSITIES[d]) / FOLLI_TILE_MM);
      g_autoptr (FolliTestPattern) pattern
          = folli_test_pattern_new (11, 0, n_tiles, DENSITIES[d]);
      const double power = folli_test_pattern_low_power (pattern);

      g_test_message ("%g per square cm: E %.4f", DENSITIES[d], power);
      g_assert_cmpfloat (power, <=, 0.10);
      /* A lattice has none at all: that would be another mistake. */
      g_assert_cmpfloat (power, >, 0.02);
    }
}

static void
nothing_repeats (void)
{
  for (guint d = 0; d < G_N_ELEMENTS (DENSITIES); d++)
    {
      const guint n_tiles
          = ceil (10 * 171 / sqrt (DENSITIES[d]) / FOLLI_TILE_MM);
      g_autoptr (FolliTestPattern) pattern
          = folli_test_pattern_new (5, 0, n_tiles, DENSITIES[d]);
      const double strongest = folli_test_pattern_strongest_repeat (pattern);

      g_test_message ("%g per square cm: strongest repeat %.2f sigma",
                      DENSITIES[d], strongest);
      /* Evenly spaced points coincide more evenly than blind ones: 2 is what
       * 130 thousand shifts have, and 3 a repeat of one point in fifty. */
      g_assert_cmpfloat (strongest, <, 3);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spacing/points-keep-their-distance-across-tiles",
                   points_keep_their_distance);
  g_test_add_func ("/spacing/density-is-what-was-asked-for",
                   density_is_what_was_asked_for);
  g_test_add_func ("/spacing/density-is-the-same-at-borders-and-corners",
                   density_is_the_same_at_borders_and_corners);
  g_test_add_func ("/spacing/low-frequencies-are-weak",
                   low_frequencies_are_weak);
  g_test_add_func ("/spacing/nothing-repeats-at-any-shift", nothing_repeats);
  return g_test_run ();
}
