/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "neighbours.h"
#include "plain-scene.h"

enum
{
  SIDE = 96,    /* cells */
  PER_CELL = 8, /* samples either way */
  N_SAMPLES = SIDE * PER_CELL,
  WIDE = 3 * PER_CELL /* some 10 mm */
};

static const guint64 SEEDS[] = { 0, 7, G_GUINT64_CONSTANT (1) << 63 };

static float
weight_at (guint64 seed, gint32 column, gint32 row, float x, float y)
{
  FolliNeighbours neighbours;

  folli_neighbours_init (&neighbours, seed, column, row);
  return folli_neighbours_weight (&neighbours, x, y);
}

/* On both sides of the plane's middle. */
static float *
sample_weights (guint64 seed)
{
  float *weights = g_new (float, N_SAMPLES *N_SAMPLES);

  for (gint row = 0; row < SIDE; row++)
    for (gint column = 0; column < SIDE; column++)
      {
        FolliNeighbours n;

        folli_neighbours_init (&n, seed, column - SIDE / 2, row - SIDE / 2);
        for (gint j = 0; j < PER_CELL; j++)
          for (gint i = 0; i < PER_CELL; i++)
            weights[(row * PER_CELL + j) * N_SAMPLES + column * PER_CELL + i]
                = folli_neighbours_weight (&n, (i + 0.5f) / PER_CELL,
                                           (j + 0.5f) / PER_CELL);
      }
  return weights;
}

/* Of the means of squares of @side samples. */
static double
find_deviation (const float *weights, gint side)
{
  const gint n = N_SAMPLES / side;
  double     sum2 = 0;

  for (gint y = 0; y < n; y++)
    for (gint x = 0; x < n; x++)
      {
        double sum = 0;

        for (gint j = 0; j < side; j++)
          for (gint i = 0; i < side; i++)
            sum += weights[(y * side + j) * N_SAMPLES + x * side + i];
        sum2 += pow (sum / (side * side), 2);
      }
  return sqrt (sum2 / (n * n));
}

/* A white picture of dots 1 mm apart would have .1 left in squares of 10 mm. */
static void
patches_make_no_clouds (void)
{
  for (guint s = 0; s < G_N_ELEMENTS (SEEDS); s++)
    {
      g_autofree float *weights = sample_weights (SEEDS[s]);
      double            sum = 0;

      for (gsize i = 0; i < N_SAMPLES * N_SAMPLES; i++)
        sum += weights[i];
      g_assert_cmpfloat_with_epsilon (sum / (N_SAMPLES * N_SAMPLES), 0, 0.01);
      g_assert_cmpfloat_with_epsilon (find_deviation (weights, 1), 1, 0.04);
      g_assert_cmpfloat (find_deviation (weights, WIDE), <, 0.09);
    }
}

static void
patches_have_no_seams (void)
{
  for (gint32 at = -3; at < 3; at++)
    for (gint i = 0; i <= 10; i++)
      {
        const float across = i / 10.f;

        g_assert_cmpfloat_with_epsilon (weight_at (5, at, 2, 1, across),
                                        weight_at (5, at + 1, 2, 0, across),
                                        1e-5);
        g_assert_cmpfloat_with_epsilon (weight_at (5, 2, at, across, 1),
                                        weight_at (5, 2, at + 1, across, 0),
                                        1e-5);
      }
}

static void
hair_turns_slowly_about_upright (void)
{
  const gint upright = FOLLI_NEIGHBOURS_TURNS / 2;
  gint       least = upright, most = upright;

  for (gint32 row = -SIDE; row < SIDE; row++)
    for (gint32 column = -SIDE; column < SIDE; column++)
      {
        FolliNeighbours here, right, below;

        folli_neighbours_init (&here, 3, column, row);
        folli_neighbours_init (&right, 3, column + 1, row);
        folli_neighbours_init (&below, 3, column, row + 1);
        /* Of 64: 23 degrees in 3.4 mm at most, beside 39 for each dot. */
        g_assert_cmpint (ABS ((gint)here.turn - (gint)right.turn), <=, 8);
        g_assert_cmpint (ABS ((gint)here.turn - (gint)below.turn), <=, 8);
        least = MIN (least, (gint)here.turn);
        most = MAX (most, (gint)here.turn);
      }
  g_assert_cmpint (least, >=, upright - 18);
  g_assert_cmpint (least, <, upright - 12);
  g_assert_cmpint (most, <=, upright + 18);
  g_assert_cmpint (most, >, upright + 12);
}

static void
grades_stay_as_frequent_as_they_were (void)
{
  const FolliDotStyle       style = folli_test_style ();
  g_autofree FolliDotModel *model = g_new (FolliDotModel, 1);
  g_autofree float         *weights = sample_weights (1);
  guint                     n_of[8] = { 0 };
  const gsize               n = N_SAMPLES * N_SAMPLES;

  folli_dot_model_init (model, &style, 4);
  for (gsize i = 0; i < n; i++)
    n_of[folli_dot_grade (model, i * 167 % FOLLI_DOT_GRADES, weights[i])
         / (FOLLI_DOT_GRADES / 8)]++;
  for (guint i = 0; i < 8; i++)
    {
      g_test_message ("%u: %.4f", i, (double)n_of[i] / n);
      g_assert_cmpfloat_with_epsilon ((double)n_of[i] / n, 0.125, 0.02);
    }
}

/* The dots of a map that is white all over. */
static GArray *
find_dots (void)
{
  const FolliRectangle      skin = { 0, 0, 640, 640 };
  const FolliArrangement    arrangement = folli_test_arrangement ();
  const FolliDotStyle       style = folli_test_style ();
  g_autofree FolliDotModel *model = g_new (FolliDotModel, 1);
  GArray         *dots = g_array_new (FALSE, FALSE, sizeof (FolliDot));
  FolliDensityMap map;

  folli_test_map_init (&map, skin, 1);
  folli_dot_model_init (model, &style, arrangement.px_per_mm);
  folli_scatter (&arrangement, model, &map, skin, dots);
  folli_test_map_clear (&map);
  return dots;
}

/* How alike the strengths are of dots that are @least to @most pixels apart,
 * from -1 to 1. */
static double
find_likeness (const GArray *dots, double least, double most)
{
  double sum = 0, sum2 = 0;

  for (guint i = 0; i < dots->len; i++)
    for (guint j = 0; j < i; j++)
      {
        const FolliDot *a = &g_array_index (dots, FolliDot, i);
        const FolliDot *b = &g_array_index (dots, FolliDot, j);
        const double    distance
            = hypot (a->mark.x - b->mark.x, a->mark.y - b->mark.y);

        if (distance < least || distance >= most)
          continue;
        sum += (a->strength - 127.5) * (b->strength - 127.5);
        sum2 += pow (a->strength - 127.5, 2) / 2
                + pow (b->strength - 127.5, 2) / 2;
      }
  return sum / sum2;
}

/* At 4 pixels a millimetre. */
static void
near_dots_are_alike_and_far_ones_are_not (void)
{
  g_autoptr (GArray) dots = find_dots ();

  g_test_message ("near %.3f, far %.3f", find_likeness (dots, 0, 4),
                  find_likeness (dots, 20, 40));
  g_assert_cmpfloat (find_likeness (dots, 0, 4), >, 0.25);
  g_assert_cmpfloat (fabs (find_likeness (dots, 20, 40)), <, 0.05);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/neighbours/patches-make-no-clouds",
                   patches_make_no_clouds);
  g_test_add_func ("/neighbours/patches-have-no-seams", patches_have_no_seams);
  g_test_add_func ("/neighbours/hair-turns-slowly-about-upright",
                   hair_turns_slowly_about_upright);
  g_test_add_func ("/neighbours/grades-stay-as-frequent-as-they-were",
                   grades_stay_as_frequent_as_they_were);
  g_test_add_func ("/neighbours/near-dots-are-alike-and-far-ones-are-not",
                   near_dots_are_alike_and_far_ones_are_not);
  return g_test_run ();
}
