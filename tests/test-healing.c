/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "healing.h"

#include "follicle/parameters.h"

static void
a_fresh_dot_is_whole (void)
{
  const FolliHealing fresh = folli_healing_at (0);

  g_assert_cmpfloat (fresh.diameter, ==, 1);
  g_assert_cmpfloat (fresh.strength, ==, 1);
  g_assert_cmpfloat (fresh.opacity, ==, 1);
  g_assert_cmpfloat (fresh.kept, ==, 1);
}

static void
a_month_sheds_the_epidermis (void)
{
  const FolliHealing healed = folli_healing_at (1);

  g_assert_cmpfloat (healed.diameter, >=, 0.80);
  g_assert_cmpfloat (healed.diameter, <=, 0.90);
  g_assert_cmpfloat_with_epsilon (healed.strength, 0.60, 1e-9);
  g_assert_cmpfloat (healed.kept, >=, 0.90);
  g_assert_cmpfloat (healed.kept, <=, 0.95);
}

static void
six_months_take_a_further_tenth (void)
{
  const FolliHealing healed = folli_healing_at (1);
  const FolliHealing settled = folli_healing_at (6);

  g_assert_cmpfloat (settled.diameter, ==, healed.diameter);
  g_assert_cmpfloat (settled.strength, ==, healed.strength);
  g_assert_cmpfloat_with_epsilon (settled.opacity, 0.9 * healed.opacity, 1e-9);
  g_assert_cmpfloat (settled.kept, ==, healed.kept);
}

static void
each_year_after_spreads_and_fades (void)
{
  for (double months = 6; months + 12 <= 240; months += 12)
    {
      const FolliHealing before = folli_healing_at (months);
      const FolliHealing after = folli_healing_at (months + 12);

      g_assert_cmpfloat_with_epsilon (after.diameter / before.diameter, 1.03,
                                      1e-9);
      g_assert_cmpfloat_with_epsilon (after.opacity / before.opacity, 0.88,
                                      1e-9);
      g_assert_cmpfloat (after.strength, ==, before.strength);
      g_assert_cmpfloat (after.kept, ==, before.kept);
    }
}

static void
nothing_jumps_or_gets_darker_again (void)
{
  const double step = 0.05;
  FolliHealing before = folli_healing_at (0);

  for (double months = step; months <= folli_parameter_get (FOLLI_AGE)->maximum;
       months += step)
    {
      const FolliHealing now = folli_healing_at (months);

      g_assert_cmpfloat (now.strength * now.opacity, <,
                         before.strength * before.opacity);
      g_assert_cmpfloat (now.kept, <=, before.kept);
      g_assert_cmpfloat_with_epsilon (now.strength, before.strength, 0.025);
      g_assert_cmpfloat_with_epsilon (now.opacity, before.opacity, 0.025);
      g_assert_cmpfloat_with_epsilon (now.diameter, before.diameter, 0.025);
      g_assert_cmpfloat_with_epsilon (now.kept, before.kept, 0.025);
      before = now;
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/healing/a-fresh-dot-is-whole", a_fresh_dot_is_whole);
  g_test_add_func ("/healing/a-month-sheds-the-epidermis",
                   a_month_sheds_the_epidermis);
  g_test_add_func ("/healing/six-months-take-a-further-tenth",
                   six_months_take_a_further_tenth);
  g_test_add_func ("/healing/each-year-after-spreads-and-fades",
                   each_year_after_spreads_and_fades);
  g_test_add_func ("/healing/nothing-jumps-or-gets-darker-again",
                   nothing_jumps_or_gets_darker_again);
  return g_test_run ();
}
