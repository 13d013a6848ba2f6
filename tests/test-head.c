/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "plain-scene.h"

static const FolliHead FLAT = { 0, 10, 20, 300, 400 };
static const FolliHead HEAD = { 1, 10, 20, 300, 400 };

static void
without_curvature_or_size_the_skin_faces_the_camera (void)
{
  const FolliHead heads[] = { FLAT, { 1, 0, 0, 0, 100 }, { 1, 0, 0, 100, 0 } };

  for (guint h = 0; h < G_N_ELEMENTS (heads); h++)
    {
      g_assert_true (folli_head_is_flat (&heads[h]));
      for (gint x = -50; x < 400; x += 9)
        g_assert_cmpfloat (folli_head_slant (&heads[h], x, x).cosine, ==, 1);
    }
  g_assert_false (folli_head_is_flat (&HEAD));
}

static void
the_cosine_is_that_of_half_an_ellipsoid (void)
{
  for (double share = 0; share <= sin (75 * G_PI / 180); share += 0.01)
    {
      const FolliSlant slant = folli_head_slant (&HEAD, 160 + 150 * share, 220);

      g_assert_cmpfloat_with_epsilon (slant.cosine / sqrt (1 - share * share),
                                      1, 0.05);
    }
}

static void
it_turns_away_smoothly_to_the_rim_and_beyond (void)
{
  double before = folli_head_slant (&HEAD, 160, 220).cosine;

  g_assert_cmpfloat (before, ==, 1);
  for (double y = 220; y < 2000; y += 0.5)
    {
      const double cosine = folli_head_slant (&HEAD, 160, y).cosine;

      g_assert_cmpfloat (cosine, >, 0);
      g_assert_cmpfloat (cosine, <=, before);
      g_assert_cmpfloat (before - cosine, <, 0.04);
      before = cosine;
    }
  g_assert_cmpfloat (before, <, 0.2);
}

static void
it_turns_away_from_the_middle (void)
{
  for (double angle = 0; angle < 2 * G_PI; angle += 0.1)
    {
      const FolliHead  round = { 1, -100, -100, 200, 200 };
      const FolliSlant slant
          = folli_head_slant (&round, 70 * cos (angle), 70 * sin (angle));

      g_assert_cmpfloat_with_epsilon (slant.direction_x, cos (angle), 1e-9);
      g_assert_cmpfloat_with_epsilon (slant.direction_y, sin (angle), 1e-9);
    }
}

static void
no_cosine_is_less_than_the_least (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (9);

  for (guint i = 0; i < 300; i++)
    {
      const FolliRectangle area = { g_rand_int_range (random, -200, 500),
                                    g_rand_int_range (random, -200, 500),
                                    g_rand_int_range (random, 1, 300),
                                    g_rand_int_range (random, 1, 300) };
      const double         least = folli_head_least_cosine (&HEAD, area);

      for (guint k = 0; k < 50; k++)
        {
          const double x
              = g_rand_double_range (random, area.x, area.x + area.width);
          const double y
              = g_rand_double_range (random, area.y, area.y + area.height);

          g_assert_cmpfloat (folli_head_slant (&HEAD, x, y).cosine, >=,
                             least - 1e-12);
        }
    }
}

/* Half a sphere of 16 cm, seen from above; counts its dots by their slant. */
static void
the_density_on_the_skin_is_constant (void)
{
  enum
  {
    N_BANDS = 5, /* of 15 degrees */
    N_SEEDS = 4
  };
  const FolliRectangle      skin = { 0, 0, 640, 640 };
  const double              radius_px = 320, px_per_cm = 40;
  FolliArrangement          arrangement = folli_test_arrangement ();
  FolliDotStyle             style = folli_test_style ();
  g_autofree FolliDotModel *model = g_new (FolliDotModel, 1);
  guint                     n_dots[N_BANDS] = { 0 };
  FolliDensityMap           map;

  style.age_months = 0;
  arrangement.density_per_cm2 = 80;
  arrangement.head = (FolliHead){ 1, 0, 0, 2 * radius_px, 2 * radius_px };
  folli_dot_model_init (model, &style, arrangement.px_per_mm);
  folli_test_map_init (&map, skin, 1);
  for (arrangement.seed = 0; arrangement.seed < N_SEEDS; arrangement.seed++)
    {
      g_autoptr (GArray) dots = g_array_new (FALSE, FALSE, sizeof (FolliDot));

      folli_scatter (&arrangement, model, &map, skin, dots);
      for (guint i = 0; i < dots->len; i++)
        {
          const FolliMark *m = &g_array_index (dots, FolliDot, i).mark;
          const double     distance = hypot (m->x + m->fraction_x - radius_px,
                                             m->y + m->fraction_y - radius_px);
          const double     degrees
              = asin (MIN (distance / radius_px, 1)) * 180 / G_PI;

          if (degrees < 15 * N_BANDS)
            n_dots[(guint)(degrees / 15)]++;
        }
    }

  for (guint b = 0; b < N_BANDS; b++)
    {
      const double from = cos (15 * b * G_PI / 180);
      const double to = cos (15 * (b + 1) * G_PI / 180);
      const double radius_cm = radius_px / px_per_cm;
      const double cm2 = 2 * G_PI * radius_cm * radius_cm * (from - to);
      const double density = n_dots[b] / cm2 / N_SEEDS;

      g_test_message ("%u to %u degrees: %.2f per square cm of skin", 15 * b,
                      15 * (b + 1), density);
      g_assert_cmpfloat_with_epsilon (density / arrangement.density_per_cm2, 1,
                                      0.05);
    }
  folli_test_map_clear (&map);
}

static void
test_a_row_is_on_the_head_where_it_does_not_end (void)
{
  const FolliHead head = { 0.6, -20.3, 10.7, 130.5, 90 };
  const FolliHead flat = { 0, -20.3, 10.7, 130.5, 90 };
  const gint      left = -40;
  const gint      n = 200;
  const double    origin_x = 3.25;
  gint            n_on_head, first;

  for (gint y = -5; y < 120; y++)
    {
      first
          = folli_head_find_row (&head, left, n, origin_x, y + 0.5, &n_on_head);
      for (gint i = 0; i < n; i++)
        g_assert_true (
            folli_head_ends (&head, left + i + 0.5 - origin_x, y + 0.5)
            == (i < first || i >= first + n_on_head));
      first
          = folli_head_find_row (&flat, left, n, origin_x, y + 0.5, &n_on_head);
      g_assert_cmpint (first, ==, 0);
      g_assert_cmpint (n_on_head, ==, n);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/head/without-curvature-or-size-the-skin-faces-the-camera",
                   without_curvature_or_size_the_skin_faces_the_camera);
  g_test_add_func ("/head/the-cosine-is-that-of-half-an-ellipsoid",
                   the_cosine_is_that_of_half_an_ellipsoid);
  g_test_add_func ("/head/it-turns-away-smoothly-to-the-rim-and-beyond",
                   it_turns_away_smoothly_to_the_rim_and_beyond);
  g_test_add_func ("/head/it-turns-away-from-the-middle",
                   it_turns_away_from_the_middle);
  g_test_add_func ("/head/no-cosine-is-less-than-the-least",
                   no_cosine_is_less_than_the_least);
  g_test_add_func ("/head/a-row-is-on-the-head-where-it-does-not-end",
                   test_a_row_is_on_the_head_where_it_does_not_end);
  g_test_add_func ("/head/the-density-on-the-skin-is-constant",
                   the_density_on_the_skin_is_constant);
  return g_test_run ();
}
