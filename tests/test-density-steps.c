/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/density-steps.h"

#include <math.h>

enum
{
  N_LEVELS = FOLLI_DENSITY_STEPS + 1
};

static void
fill_levels (float *level)
{
  for (gint i = 0; i < N_LEVELS; i++)
    level[i] = i / (float)FOLLI_DENSITY_STEPS;
}

static void
test_eight_bits_stay (void)
{
  float level[N_LEVELS], nearly[N_LEVELS];

  fill_levels (level);
  for (gint i = 0; i < N_LEVELS; i++)
    nearly[i] = level[i] + (i % 2 ? 2e-6f : -2e-6f);
  folli_density_round (nearly, N_LEVELS);
  g_assert_cmpmem (nearly, sizeof nearly, level, sizeof level);
  folli_density_round (level, N_LEVELS);
  g_assert_cmpmem (nearly, sizeof nearly, level, sizeof level);
}

static void
test_nearest_step (void)
{
  float density[] = { 0.49f / 255, 0.51f / 255, 99.49f / 255, 99.51f / 255 };

  folli_density_round (density, G_N_ELEMENTS (density));
  g_assert_cmpfloat (density[0], ==, 0);
  g_assert_cmpfloat (density[1], ==, 1 / 255.0f);
  g_assert_cmpfloat (density[2], ==, 99 / 255.0f);
  g_assert_cmpfloat (density[3], ==, 100 / 255.0f);
}

static void
test_limits (void)
{
  float       density[] = { -1, -0.0f, NAN, 1.5f, INFINITY, -INFINITY };
  const float expected[] = { 0, 0, 0, 1, 1, 0 };

  folli_density_round (density, G_N_ELEMENTS (density));
  g_assert_cmpmem (density, sizeof density, expected, sizeof expected);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/density-steps/eight-bits-stay-to-the-bit",
                   test_eight_bits_stay);
  g_test_add_func ("/density-steps/goes-to-the-nearest-step",
                   test_nearest_step);
  g_test_add_func ("/density-steps/limits-and-takes-nan-for-0", test_limits);
  return g_test_run ();
}
