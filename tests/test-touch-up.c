/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "follicle/dot-list.h"
#include "plain-scene.h"

/* 10 × 10 cm */
static const FolliRectangle SKIN = { 0, 0, 400, 400 };

/* From nothing at the left to all at the right, or the other way. */
static void
init_ramp (FolliDensityMap *map, gboolean is_full_right)
{
  folli_test_map_init (map, SKIN, 0);
  for (gint i = 0; i < SKIN.width * SKIN.height; i++)
    {
      const float share = (i % SKIN.width + 0.5f) / SKIN.width;

      map->value[i] = is_full_right ? share : 1 - share;
    }
  folli_test_map_touch (map);
}

static GArray *
list (const FolliArrangement *arrangement, const FolliDensityMap *map)
{
  FolliDotStyle style = folli_test_style ();
  g_autoptr (FolliScene) scene = NULL;
  GArray *dots = g_array_new (FALSE, FALSE, sizeof (FolliPlacedDot));

  /* Healing takes none yet. */
  style.age_months = 0;
  scene = folli_scene_new (arrangement, &style, FOLLI_SESSION_ALL);
  folli_scene_list (scene, map, SKIN, dots);
  return dots;
}

static guint
hash_place (gconstpointer key)
{
  const FolliPlacedDot *dot = key;

  return g_double_hash (&dot->x) ^ g_double_hash (&dot->y);
}

static gboolean
is_same_place (gconstpointer a, gconstpointer b)
{
  const FolliPlacedDot *p = a, *q = b;

  return p->x == q->x && p->y == q->y;
}

/* How many of some dots lie where one of others lies. */
static guint
count_shared (const GArray *dots, const GArray *others)
{
  g_autoptr (GHashTable) places = g_hash_table_new (hash_place, is_same_place);
  guint n = 0;

  for (guint i = 0; i < others->len; i++)
    g_hash_table_add (places, &g_array_index (others, FolliPlacedDot, i));
  for (guint i = 0; i < dots->len; i++)
    n += g_hash_table_contains (places,
                                &g_array_index (dots, FolliPlacedDot, i));
  return n;
}

static void
both_treatments_are_one_that_is_denser (void)
{
  FolliArrangement arrangement = folli_test_arrangement ();
  FolliDensityMap  map;
  g_autoptr (GArray) all = NULL;
  g_autoptr (GArray) old = NULL;
  g_autoptr (GArray) new = NULL;

  folli_test_map_init (&map, SKIN, 1);
  arrangement.density_per_cm2 = 140;
  all = list (&arrangement, &map);
  arrangement.density_per_cm2 = 80;
  old = list (&arrangement, &map);
  arrangement.density_per_cm2 = 60;
  arrangement.earlier_per_cm2 = 80;
  new = list (&arrangement, &map);

  g_assert_cmpuint (new->len, >, 1000);
  g_assert_cmpuint (old->len + new->len, ==, all->len);
  g_assert_cmpuint (count_shared (old, all), ==, old->len);
  g_assert_cmpuint (count_shared (new, all), ==, new->len);
  g_assert_cmpuint (count_shared (new, old), ==, 0);
  folli_test_map_clear (&map);
}

/* Whatever the maps: where the older one is thin, too. */
static void
no_dot_falls_on_an_old_one (void)
{
  FolliArrangement arrangement = folli_test_arrangement ();
  FolliDensityMap  old_map, new_map;

  init_ramp (&old_map, TRUE);
  init_ramp (&new_map, FALSE);
  for (guint is_round = 0; is_round < 2; is_round++)
    {
      g_autoptr (GArray) old = NULL;
      g_autoptr (GArray) new = NULL;

      arrangement.head = (FolliHead){ is_round, -40, -40, 480, 480 };
      arrangement.density_per_cm2 = 90;
      arrangement.earlier_per_cm2 = 0;
      old = list (&arrangement, &old_map);
      arrangement.earlier_per_cm2 = 90;
      arrangement.density_per_cm2 = 50;
      new = list (&arrangement, &new_map);

      g_assert_cmpuint (old->len, >, 1000);
      g_assert_cmpuint (new->len, >, 1000);
      g_assert_cmpuint (count_shared (new, old), ==, 0);
    }
  folli_test_map_clear (&old_map);
  folli_test_map_clear (&new_map);
}

static void
its_sessions_and_density_are_its_own (void)
{
  FolliArrangement arrangement = folli_test_arrangement ();
  FolliDensityMap  map;
  guint            n[3];

  folli_test_map_init (&map, SKIN, 0.5f);
  arrangement.density_per_cm2 = 100;
  arrangement.earlier_per_cm2 = 120;
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GArray) dots = NULL;

      arrangement.sessions = i + 1;
      dots = list (&arrangement, &map);
      n[i] = dots->len;
    }
  folli_test_map_clear (&map);

  g_assert_cmpfloat_with_epsilon (n[2], 0.5 * 100 * 100, 100);
  g_assert_cmpfloat_with_epsilon (n[0] / (double)n[2], 0.3, 0.02);
  g_assert_cmpfloat_with_epsilon (n[1] / (double)n[2], 0.7, 0.02);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/touch-up/both-treatments-are-one-that-is-denser",
                   both_treatments_are_one_that_is_denser);
  g_test_add_func ("/touch-up/no-dot-falls-on-an-old-one",
                   no_dot_falls_on_an_old_one);
  g_test_add_func ("/touch-up/its-sessions-and-density-are-its-own",
                   its_sessions_and_density_are_its_own);
  return g_test_run ();
}
