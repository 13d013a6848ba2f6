/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "tile.h"
#include "tile-checksum.h"

static void
assert_same (const FolliTile *a, const FolliTile *b)
{
  g_assert_cmpuint (a->n_points, ==, b->n_points);
  g_assert_cmpmem (a->cell_start, sizeof a->cell_start, b->cell_start,
                   sizeof b->cell_start);
  g_assert_cmpmem (a->points, a->n_points * sizeof (FolliPoint), b->points,
                   b->n_points * sizeof (FolliPoint));
}

static void
the_same_place_has_the_same_points (void)
{
  for (guint64 seed = 0; seed < 3; seed++)
    {
      g_autoptr (FolliTile) first = folli_tile_new (seed, 3, -8, 4);
      g_autoptr (FolliTile) other = folli_tile_new (seed, 4, -8, 4);
      g_autoptr (FolliTile) again = folli_tile_new (seed, 3, -8, 4);

      assert_same (first, again);
    }
}

/* Points of two tiles at the same place in both. */
static guint
count_common (const FolliTile *a, const FolliTile *b)
{
  guint n_common = 0;

  for (guint i = 0; i < a->n_points; i++)
    for (guint j = 0; j < b->n_points; j++)
      n_common += a->points[i].x == b->points[j].x
                  && a->points[i].y == b->points[j].y;
  return n_common;
}

static void
other_seeds_and_places_have_other_points (void)
{
  static const struct
  {
    guint64 seed;
    gint32  x, y;
  } OTHERS[] = { { 1, 0, 0 },  { G_GUINT64_CONSTANT (1) << 32, 0, 0 },
                 { 0, 1, 0 },  { 0, 0, 1 },
                 { 0, -1, 0 }, { 0, 0, -1 },
                 { 0, 4, 4 },  { 0, 1 << 20, 0 } };
  g_autoptr (FolliTile) tile = folli_tile_new (0, 0, 0, 4);

  g_assert_cmpuint (tile->n_points, >, 2900);
  for (guint i = 0; i < G_N_ELEMENTS (OTHERS); i++)
    {
      g_autoptr (FolliTile) other
          = folli_tile_new (OTHERS[i].seed, OTHERS[i].x, OTHERS[i].y, 4);

      /* On the 2^26 places of the fourth level's lattice two sets of 2940
       * points each meet by chance once in eight pairs. */
      g_assert_cmpuint (count_common (tile, other), <=, 3);
    }
}

/* A tile without the points that a rank excludes. */
static FolliTile *
cut_off (const FolliTile *tile, guint end_rank)
{
  FolliTile *less = g_atomic_rc_box_alloc (folli_tile_get_size (tile));

  less->n_levels = tile->n_levels;
  less->n_points = 0;
  for (guint c = 0; c < FOLLI_TILE_CELLS * FOLLI_TILE_CELLS; c++)
    {
      less->cell_start[c] = less->n_points;
      for (guint i = tile->cell_start[c]; i < tile->cell_start[c + 1]; i++)
        if (tile->points[i].rank < end_rank)
          less->points[less->n_points++] = tile->points[i];
    }
  less->cell_start[FOLLI_TILE_CELLS * FOLLI_TILE_CELLS] = less->n_points;
  return less;
}

static void
fewer_levels_are_the_first_points_of_more (void)
{
  for (gint32 x = -3; x < 3; x++)
    {
      g_autoptr (FolliTile) all = folli_tile_new (9, x, 2, FOLLI_TILE_LEVELS);

      for (guint n_levels = 1; n_levels < FOLLI_TILE_LEVELS; n_levels++)
        {
          const guint end_rank
              = FOLLI_RANK_ONE >> 2 * (FOLLI_TILE_LEVELS - n_levels);
          g_autoptr (FolliTile) tile = folli_tile_new (9, x, 2, n_levels);
          g_autoptr (FolliTile) first = cut_off (tile, end_rank);
          g_autoptr (FolliTile) first_of_all = cut_off (all, end_rank);

          g_assert_cmpuint (first->n_points, >, 0);
          assert_same (first, first_of_all);
        }
    }
}

static void
points_are_sorted_by_cell_and_rank (void)
{
  const guint units_per_cell = FOLLI_TILE_UNITS / FOLLI_TILE_CELLS;
  g_autoptr (FolliTile) tile = folli_tile_new (3, 1, 1, FOLLI_TILE_LEVELS);

  g_assert_cmpuint (tile->cell_start[0], ==, 0);
  g_assert_cmpuint (tile->cell_start[FOLLI_TILE_CELLS * FOLLI_TILE_CELLS], ==,
                    tile->n_points);
  for (guint c = 0; c < FOLLI_TILE_CELLS * FOLLI_TILE_CELLS; c++)
    for (guint i = tile->cell_start[c]; i < tile->cell_start[c + 1]; i++)
      {
        g_assert_cmpuint (tile->points[i].x / units_per_cell, ==,
                          c % FOLLI_TILE_CELLS);
        g_assert_cmpuint (tile->points[i].y / units_per_cell, ==,
                          c / FOLLI_TILE_CELLS);
        if (i > tile->cell_start[c])
          g_assert_cmpuint (tile->points[i].rank, >=, tile->points[i - 1].rank);
      }
}

/* A pattern on a lattice, or ranks that favour a corner, would show in the
 * mean place of the first points. */
static void
ranks_do_not_depend_on_the_place (void)
{
  double sum_x = 0, sum_y = 0;
  guint  n = 0;

  for (gint32 x = 0; x < 20; x++)
    {
      g_autoptr (FolliTile) tile = folli_tile_new (5, x, 0, 3);

      for (guint i = 0; i < tile->n_points; i++)
        if (tile->points[i].rank < FOLLI_RANK_ONE / 32)
          {
            sum_x += tile->points[i].x;
            sum_y += tile->points[i].y;
            n++;
          }
    }
  g_assert_cmpfloat_with_epsilon (sum_x / n, FOLLI_TILE_UNITS / 2.0, 400);
  g_assert_cmpfloat_with_epsilon (sum_y / n, FOLLI_TILE_UNITS / 2.0, 400);
}

static void
every_machine_has_the_same_points (void)
{
  g_assert_cmphex (folli_test_tile_checksum (), ==, FOLLI_TEST_TILE_CHECKSUM);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tile/the-same-place-has-the-same-points",
                   the_same_place_has_the_same_points);
  g_test_add_func ("/tile/other-seeds-and-places-have-other-points",
                   other_seeds_and_places_have_other_points);
  g_test_add_func ("/tile/fewer-levels-are-the-first-points-of-more",
                   fewer_levels_are_the_first_points_of_more);
  g_test_add_func ("/tile/points-are-sorted-by-cell-and-rank",
                   points_are_sorted_by_cell_and_rank);
  g_test_add_func ("/tile/ranks-do-not-depend-on-the-place",
                   ranks_do_not_depend_on_the_place);
  g_test_add_func ("/tile/every-machine-has-the-same-points",
                   every_machine_has_the_same_points);
  return g_test_run ();
}
