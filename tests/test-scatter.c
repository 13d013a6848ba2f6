/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "plain-scene.h"

static const FolliRectangle SKIN = { 0, 0, 640, 560 }; /* 16 by 14 cm */

/* The dots with their centres in @area, in the order they are drawn. */
static GArray *
find_dots (const FolliArrangement *arrangement,
           const FolliDotStyle    *style,
           const FolliDensityMap  *map,
           FolliRectangle          area)
{
  g_autofree FolliDotModel *model = g_new (FolliDotModel, 1);
  GArray *dots = g_array_new (FALSE, FALSE, sizeof (FolliDot));

  folli_dot_model_init (model, style, arrangement->px_per_mm);
  folli_scatter (arrangement, model, map, area, dots);
  for (guint i = dots->len; i-- > 0;)
    {
      const FolliMark *mark = &g_array_index (dots, FolliDot, i).mark;

      if (mark->x < area.x || mark->x >= area.x + area.width || mark->y < area.y
          || mark->y >= area.y + area.height)
        g_array_remove_index (dots, i);
    }
  return dots;
}

/* The dots of a map of one density. */
static GArray *
find_even_dots (const FolliArrangement *arrangement, float density)
{
  FolliDotStyle   style = folli_test_style ();
  FolliDensityMap map;
  GArray         *dots;

  style.age_months = 0;
  folli_test_map_init (&map, SKIN, density);
  dots = find_dots (arrangement, &style, &map, SKIN);
  folli_test_map_clear (&map);
  return dots;
}

static const FolliDot *
dot_at (const GArray *dots, guint i)
{
  return &g_array_index (dots, FolliDot, i);
}

static gboolean
lie_together (const FolliMark *a, const FolliMark *b)
{
  return a->x == b->x && a->y == b->y && a->fraction_x == b->fraction_x
         && a->fraction_y == b->fraction_y;
}

/* Takes dots of @more out until one lies where @dot does. Both lists are in
 * the same order. */
static const FolliDot *
advance_to (const FolliDot *dot, const GArray *more, guint *next)
{
  while (*next < more->len)
    {
      const FolliDot *other = dot_at (more, (*next)++);

      if (lie_together (&dot->mark, &other->mark))
        return other;
    }
  return NULL;
}

static void
there_are_as_many_as_asked_for (void)
{
  const double cm2 = SKIN.width / 40.0 * SKIN.height / 40.0;
  const double densities[] = { 400, 200, 40 };
  const double greys[] = { 1, 0.5, 0.3 };

  for (guint d = 0; d < G_N_ELEMENTS (densities); d++)
    for (guint g = 0; g < G_N_ELEMENTS (greys); g++)
      {
        FolliArrangement arrangement = folli_test_arrangement ();
        double           n;

        arrangement.density_per_cm2 = densities[d];
        arrangement.jitter = g == 0 ? 0 : 0.4;
        arrangement.seed = 10 * d + g;
        g_autoptr (GArray) dots = find_even_dots (&arrangement, greys[g]);

        n = densities[d] * greys[g] * cm2;
        g_test_message ("%g per square cm on %g: %u for %.0f", densities[d],
                        greys[g], dots->len, n);
        g_assert_cmpfloat_with_epsilon (dots->len / n, 1, 0.03);
      }
}

static void
raising_the_density_only_adds (void)
{
  const double     densities[] = { 5, 25, 26, 60, 99, 100, 101, 110, 250, 400 };
  FolliArrangement arrangement = folli_test_arrangement ();

  arrangement.density_per_cm2 = densities[0];
  g_autoptr (GArray) fewer = find_even_dots (&arrangement, 1);

  for (guint d = 1; d < G_N_ELEMENTS (densities); d++)
    {
      guint next = 0;

      arrangement.density_per_cm2 = densities[d];
      g_autoptr (GArray) more = find_even_dots (&arrangement, 1);

      g_assert_cmpuint (more->len, >, fewer->len);
      for (guint i = 0; i < fewer->len; i++)
        g_assert_nonnull (advance_to (dot_at (fewer, i), more, &next));
      g_array_unref (fewer);
      fewer = g_steal_pointer (&more);
    }
}

static void
every_session_only_adds (void)
{
  FolliArrangement arrangement = folli_test_arrangement ();
  const double     shares[FOLLI_SESSIONS_MAX] = { 0.3, 0.7, 1 };

  arrangement.density_per_cm2 = 150;
  g_autoptr (GArray) all = find_even_dots (&arrangement, 1);

  for (guint sessions = 1; sessions <= FOLLI_SESSIONS_MAX; sessions++)
    {
      guint next = 0;

      arrangement.sessions = sessions;
      g_autoptr (GArray) dots = find_even_dots (&arrangement, 1);

      g_assert_cmpfloat_with_epsilon ((double)dots->len / all->len,
                                      shares[sessions - 1], 0.03);
      for (guint i = 0; i < dots->len; i++)
        {
          const FolliDot *other = advance_to (dot_at (dots, i), all, &next);

          g_assert_nonnull (other);
          g_assert_cmpuint (other->session, ==, dot_at (dots, i)->session);
          g_assert_cmpuint (other->session, <, sessions);
        }
    }
}

static void
grey_is_density (void)
{
  FolliArrangement arrangement = folli_test_arrangement ();

  arrangement.density_per_cm2 = 160;
  g_autoptr (GArray) half_white = find_even_dots (&arrangement, 0.5f);
  arrangement.density_per_cm2 = 80;
  g_autoptr (GArray) white = find_even_dots (&arrangement, 1);

  g_assert_cmpuint (half_white->len, ==, white->len);
  for (guint i = 0; i < white->len; i++)
    {
      g_assert_true (lie_together (&dot_at (white, i)->mark,
                                   &dot_at (half_white, i)->mark));
      g_assert_cmpuint (dot_at (white, i)->session, ==,
                        dot_at (half_white, i)->session);
    }
}

static void
seeds_differ (void)
{
  FolliArrangement arrangement = folli_test_arrangement ();
  guint            n_together = 0;

  arrangement.jitter = 0;
  g_autoptr (GArray) dots = find_even_dots (&arrangement, 1);
  arrangement.seed = 1;
  g_autoptr (GArray) others = find_even_dots (&arrangement, 1);

  for (guint i = 0; i < dots->len; i++)
    for (guint j = 0; j < others->len; j++)
      n_together
          += lie_together (&dot_at (dots, i)->mark, &dot_at (others, j)->mark);
  g_assert_cmpuint (n_together, ==, 0);
}

/* Looks for the dots of a piece among those of the whole. Returns how many the
 * piece has. */
static guint
check_piece (const FolliArrangement *arrangement,
             const FolliDensityMap  *map,
             const GArray           *whole,
             FolliRectangle          piece)
{
  const FolliDotStyle style = folli_test_style ();
  guint               next = 0;
  g_autoptr (GArray) dots = find_dots (arrangement, &style, map, piece);

  for (guint i = 0; i < dots->len; i++)
    {
      const FolliDot *other = advance_to (dot_at (dots, i), whole, &next);

      g_assert_nonnull (other);
      g_assert_cmpuint (other->size, ==, dot_at (dots, i)->size);
      g_assert_cmpuint (other->strength, ==, dot_at (dots, i)->strength);
      g_assert_cmpuint (other->session, ==, dot_at (dots, i)->session);
    }
  return dots->len;
}

static void
dots_do_not_depend_on_what_is_asked_for (void)
{
  const FolliDotStyle style = folli_test_style ();
  FolliArrangement    arrangement = folli_test_arrangement ();
  g_autoptr (GRand) random = g_rand_new_with_seed (2);
  FolliDensityMap map;
  guint           n_dots = 0;

  arrangement.jitter = 1;
  folli_test_map_init (&map, SKIN, 1);
  g_autoptr (GArray) whole = find_dots (&arrangement, &style, &map, SKIN);
  g_autoptr (GArray) pieces = folli_test_random_rectangles (random, SKIN, 60);

  for (guint p = 0; p < pieces->len; p++)
    n_dots += check_piece (&arrangement, &map, whole,
                           g_array_index (pieces, FolliRectangle, p));
  g_assert_cmpuint (n_dots, ==, whole->len);

  /* Column by column, since tiles end at 217 and 434. */
  n_dots = 0;
  for (gint x = 0; x < SKIN.width; x++)
    n_dots += check_piece (&arrangement, &map, whole,
                           (FolliRectangle){ x, 0, 1, SKIN.height });
  g_assert_cmpuint (n_dots, ==, whole->len);
  folli_test_map_clear (&map);
}

static void
half_the_scale_has_the_same_dots (void)
{
  const FolliRectangle half = { 0, 0, SKIN.width / 2, SKIN.height / 2 };
  FolliDotStyle        style = folli_test_style ();
  FolliArrangement     arrangement = folli_test_arrangement ();
  FolliDensityMap      map;

  style.age_months = 0;
  g_autoptr (GArray) large = find_even_dots (&arrangement, 1);
  arrangement.px_per_mm /= 2;
  folli_test_map_init (&map, half, 1);
  g_autoptr (GArray) small = find_dots (&arrangement, &style, &map, half);

  g_assert_cmpuint (small->len, ==, large->len);
  for (guint i = 0; i < small->len; i++)
    {
      const FolliMark *s = &dot_at (small, i)->mark;
      const FolliMark *l = &dot_at (large, i)->mark;

      g_assert_cmpfloat_with_epsilon (2 * (s->x + s->fraction_x),
                                      l->x + l->fraction_x, 0.01);
      g_assert_cmpfloat_with_epsilon (2 * (s->y + s->fraction_y),
                                      l->y + l->fraction_y, 0.01);
      g_assert_cmpuint (dot_at (small, i)->size, ==, dot_at (large, i)->size);
    }
  folli_test_map_clear (&map);
}

static void
the_origin_moves_all_dots (void)
{
  const FolliRectangle moved = { 1013, -77, SKIN.width, SKIN.height };
  FolliDotStyle        style = folli_test_style ();
  FolliArrangement     arrangement = folli_test_arrangement ();
  FolliDensityMap      map;

  style.age_months = 0;
  g_autoptr (GArray) dots = find_even_dots (&arrangement, 1);
  arrangement.origin_x = moved.x;
  arrangement.origin_y = moved.y;
  folli_test_map_init (&map, moved, 1);
  g_autoptr (GArray) others = find_dots (&arrangement, &style, &map, moved);

  g_assert_cmpuint (dots->len, ==, others->len);
  for (guint i = 0; i < dots->len; i++)
    {
      const FolliMark *here = &dot_at (dots, i)->mark;
      const FolliMark *there = &dot_at (others, i)->mark;

      g_assert_cmpint (there->x - here->x, ==, moved.x);
      g_assert_cmpint (there->y - here->y, ==, moved.y);
      g_assert_cmpfloat_with_epsilon (there->fraction_x, here->fraction_x,
                                      1e-6);
      g_assert_cmpfloat_with_epsilon (there->fraction_y, here->fraction_y,
                                      1e-6);
    }
  folli_test_map_clear (&map);
}

static void
no_dot_touches_where_the_map_is_0 (void)
{
  FolliArrangement          arrangement = folli_test_arrangement ();
  const FolliDotStyle       style = folli_test_style ();
  g_autofree FolliDotModel *model = g_new (FolliDotModel, 1);
  FolliDensityMap           map;

  arrangement.px_per_mm = 16;
  arrangement.density_per_cm2 = 300;
  folli_dot_model_init (model, &style, arrangement.px_per_mm);
  folli_test_map_init (&map, SKIN, 1);
  for (gint y = 0; y < SKIN.height; y++)
    for (gint x = 0; x < SKIN.width; x++)
      if (hypot (x - 300, y - 250) > 200 || (x + 2 * y) % 97 == 0)
        map.value[y * SKIN.width + x] = 0;
  folli_test_map_touch (&map);
  g_autoptr (GArray) dots = find_dots (&arrangement, &style, &map, SKIN);

  g_assert_cmpuint (dots->len, >, 100);
  for (guint i = 0; i < dots->len; i++)
    {
      const FolliDot *dot = dot_at (dots, i);
      const float     outer2 = model->outer2[dot->session][dot->size];

      for (gint y = dot->mark.y - 8; y <= dot->mark.y + 8; y++)
        for (gint x = dot->mark.x - 8; x <= dot->mark.x + 8; x++)
          if (folli_density_map_at (&map, x, y) <= 0)
            g_assert_false (folli_mark_reaches (&dot->mark, outer2, x, y));
    }
  folli_test_map_clear (&map);
}

/* Of 22 thousand dots. */
static double
measure_kept (double age_months, double dropouts)
{
  FolliDotStyle          style = folli_test_style ();
  const FolliArrangement arrangement = folli_test_arrangement ();
  double                 n_kept = 0;
  FolliDensityMap        map;

  style.age_months = age_months;
  style.dropouts = dropouts;
  folli_test_map_init (&map, SKIN, 1);
  g_autoptr (GArray) fresh = find_even_dots (&arrangement, 1);
  g_autoptr (GArray) dots = find_dots (&arrangement, &style, &map, SKIN);

  for (guint i = 0; i < dots->len; i++)
    n_kept += dot_at (dots, i)->opacity > 0;
  folli_test_map_clear (&map);
  return n_kept / fresh->len;
}

static void
healing_and_scars_take_their_share_of_dots (void)
{
  g_assert_cmpfloat (measure_kept (0, 0), ==, 1);
  g_assert_cmpfloat_with_epsilon (measure_kept (1, 0), 0.925, 0.01);
  g_assert_cmpfloat_with_epsilon (measure_kept (0, 0.15), 0.85, 0.01);
  g_assert_cmpfloat_with_epsilon (measure_kept (1, 0.15), 0.925 * 0.85, 0.01);
  g_assert_cmpfloat (measure_kept (0, 1), ==, 0);
}

static void
front_dots_are_finer_and_lighter (void)
{
  FolliArrangement arrangement = folli_test_arrangement ();

  arrangement.front_fineness = 0.2;
  g_autoptr (GArray) full = find_even_dots (&arrangement, 1);
  g_autoptr (GArray) sparse = find_even_dots (&arrangement, 0.25f);

  for (guint i = 0; i < full->len; i++)
    g_assert_cmpfloat (dot_at (full, i)->mark.ink, ==, 1);
  for (guint i = 0; i < sparse->len; i++)
    {
      /* 0.75 of the fineness, in both directions. */
      g_assert_cmpfloat_with_epsilon (dot_at (sparse, i)->mark.ink, 0.7225,
                                      1e-4);
      g_assert_cmpfloat (dot_at (sparse, i)->opacity, <, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scatter/there-are-as-many-as-asked-for",
                   there_are_as_many_as_asked_for);
  g_test_add_func ("/scatter/raising-the-density-only-adds",
                   raising_the_density_only_adds);
  g_test_add_func ("/scatter/every-session-only-adds", every_session_only_adds);
  g_test_add_func ("/scatter/grey-is-density", grey_is_density);
  g_test_add_func ("/scatter/seeds-differ", seeds_differ);
  g_test_add_func ("/scatter/dots-do-not-depend-on-what-is-asked-for",
                   dots_do_not_depend_on_what_is_asked_for);
  g_test_add_func ("/scatter/half-the-scale-has-the-same-dots",
                   half_the_scale_has_the_same_dots);
  g_test_add_func ("/scatter/the-origin-moves-all-dots",
                   the_origin_moves_all_dots);
  g_test_add_func ("/scatter/no-dot-touches-where-the-map-is-0",
                   no_dot_touches_where_the_map_is_0);
  g_test_add_func ("/scatter/healing-and-scars-take-their-share-of-dots",
                   healing_and_scars_take_their_share_of_dots);
  g_test_add_func ("/scatter/front-dots-are-finer-and-lighter",
                   front_dots_are_finer_and_lighter);
  return g_test_run ();
}
