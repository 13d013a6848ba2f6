/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "hash.h"
#include "point-set.h"

enum
{
  N_THREADS = 4
};

/* The tiles that the threads ask for. */
typedef struct
{
  guint64 seed;
  guint   side; /* tiles across */
  guint   n_levels;
  guint   most_levels; /* asked for in turns */
  guint   n_rounds;    /* of each thread */
} Plane;

typedef struct
{
  const Plane *plane;
  guint64     *checksums; /* of each tile, as filled by one thread alone */
  guint        number;
  guint        n_wrong;
} Worker;

/* Of the points of the plane's levels, whatever there is beyond. */
static guint64
sum_up (const FolliTile *tile, guint n_levels)
{
  const guint end_rank = FOLLI_RANK_ONE >> 2 * (FOLLI_TILE_LEVELS - n_levels);
  guint64     sum = 0;

  for (guint i = 0; i < tile->n_points; i++)
    if (tile->points[i].rank < end_rank)
      sum = folli_hash_mix (sum
                            ^ ((guint64)tile->points[i].x << 32
                               | (guint64)tile->points[i].y << 16
                               | tile->points[i].rank));
  return sum;
}

static gpointer
ask_for_tiles (gpointer data)
{
  Worker      *worker = data;
  const Plane *plane = worker->plane;
  const guint  n_tiles = plane->side * plane->side;
  g_autoptr (GRand) random = g_rand_new_with_seed (worker->number);

  for (guint i = 0; i < plane->n_rounds; i++)
    {
      const guint t = g_rand_int_range (random, 0, n_tiles);
      const guint n_levels
          = g_rand_int_range (random, plane->n_levels, plane->most_levels + 1);
      g_autoptr (FolliTile) tile = folli_point_set_tile (
          plane->seed, t % plane->side, t / plane->side, n_levels);

      worker->n_wrong
          += tile->n_levels < n_levels
             || sum_up (tile, plane->n_levels) != worker->checksums[t];
    }
  return NULL;
}

static void
hammer (const Plane *plane)
{
  const guint         n_tiles = plane->side * plane->side;
  g_autofree guint64 *checksums = g_new (guint64, n_tiles);
  Worker              workers[N_THREADS];
  GThread            *threads[N_THREADS];

  for (guint t = 0; t < n_tiles; t++)
    {
      g_autoptr (FolliTile) tile = folli_tile_new (
          plane->seed, t % plane->side, t / plane->side, plane->n_levels);

      checksums[t] = sum_up (tile, plane->n_levels);
    }

  folli_point_set_forget ();
  for (guint w = 0; w < N_THREADS; w++)
    {
      workers[w] = (Worker){ plane, checksums, w, 0 };
      threads[w] = g_thread_new ("asks", ask_for_tiles, &workers[w]);
    }
  for (guint w = 0; w < N_THREADS; w++)
    {
      g_thread_join (threads[w]);
      g_assert_cmpuint (workers[w].n_wrong, ==, 0);
    }
}

/* Many small ones, so that threads meet while they add them. */
static void
threads_agree_on_tiles_that_are_kept (void)
{
  hammer (&(Plane){ .seed = 5,
                    .side = 40,
                    .n_levels = 1,
                    .most_levels = 2,
                    .n_rounds = 3000 });
}

/* Tiles of all levels that do not fit into the cache together: one thread's is
 * dropped by another while it is being read. */
static void
threads_agree_on_more_tiles_than_are_kept (void)
{
  g_autoptr (FolliTile) tile = folli_tile_new (6, 0, 0, FOLLI_TILE_LEVELS);
  const guint n_kept = FOLLI_POINT_SET_BYTES / folli_tile_get_size (tile);
  const guint side = ceil (sqrt (1.3 * n_kept));

  hammer (&(Plane){ .seed = 6,
                    .side = side,
                    .n_levels = 3,
                    .most_levels = FOLLI_TILE_LEVELS,
                    .n_rounds = side * side });
}

static void
the_same_tile_is_filled_once (void)
{
  g_autoptr (FolliTile) tile = NULL;
  g_autoptr (FolliTile) again = NULL;
  g_autoptr (FolliTile) fewer = NULL;
  g_autoptr (FolliTile) more = NULL;

  folli_point_set_forget ();
  tile = folli_point_set_tile (1, 0, 0, 3);
  again = folli_point_set_tile (1, 0, 0, 3);
  fewer = folli_point_set_tile (1, 0, 0, 2);
  more = folli_point_set_tile (1, 0, 0, 4);
  g_assert_true (tile == again);
  g_assert_true (tile == fewer);
  g_assert_true (tile != more);
  g_assert_cmpuint (more->n_levels, ==, 4);
}

/* Asks for tiles that another reference keeps alive, so that a tile filled
 * anew has an address of its own. */
static void
the_cache_is_bounded_and_drops_the_oldest (void)
{
  g_autoptr (FolliTile) first = folli_tile_new (2, 0, 0, FOLLI_TILE_LEVELS);
  const guint n_tiles
      = 1.1 * FOLLI_POINT_SET_BYTES / folli_tile_get_size (first);
  g_autoptr (GPtrArray) tiles
      = g_ptr_array_new_with_free_func ((GDestroyNotify)folli_tile_unref);
  gsize n_bytes = 0;
  guint n_kept = 0;

  folli_point_set_forget ();
  for (guint t = 0; t < n_tiles; t++)
    g_ptr_array_add (tiles, folli_point_set_tile (2, t, 0, FOLLI_TILE_LEVELS));

  for (guint t = n_tiles; t-- > 0; n_kept++)
    {
      g_autoptr (FolliTile) again
          = folli_point_set_tile (2, t, 0, FOLLI_TILE_LEVELS);

      if (again != tiles->pdata[t])
        break;
      n_bytes += folli_tile_get_size (again);
    }
  g_assert_cmpuint (n_bytes, <=, FOLLI_POINT_SET_BYTES);
  g_assert_cmpuint (n_bytes, >, FOLLI_POINT_SET_BYTES * 9 / 10);
  g_assert_cmpuint (n_kept, <, n_tiles);
}

static void
forgetting_leaves_tiles_in_use_alone (void)
{
  g_autoptr (FolliTile) tile = folli_point_set_tile (3, 0, 0, 2);
  const guint64 sum = sum_up (tile, 2);
  g_autoptr (FolliTile) again = NULL;

  folli_point_set_forget ();
  again = folli_point_set_tile (3, 0, 0, 2);
  g_assert_true (tile != again);
  g_assert_cmphex (sum_up (tile, 2), ==, sum);
  g_assert_cmphex (sum_up (again, 2), ==, sum);
}

static void
levels_hold_the_density_asked_for (void)
{
  for (double density = 0.5; density <= FOLLI_POINTS_PER_CM2; density += 0.5)
    {
      const guint n_levels = folli_point_set_levels (density);
      double      held = FOLLI_POINTS_PER_CM2;

      for (guint l = n_levels; l < FOLLI_TILE_LEVELS; l++)
        held /= 4;
      g_assert_cmpfloat (held, >=, density);
      g_assert_true (n_levels == 1 || held / 4 < density);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/point-set/threads-agree-on-tiles-that-are-kept",
                   threads_agree_on_tiles_that_are_kept);
  g_test_add_func ("/point-set/threads-agree-on-more-tiles-than-are-kept",
                   threads_agree_on_more_tiles_than_are_kept);
  g_test_add_func ("/point-set/the-same-tile-is-filled-once",
                   the_same_tile_is_filled_once);
  g_test_add_func ("/point-set/the-cache-is-bounded-and-drops-the-oldest",
                   the_cache_is_bounded_and_drops_the_oldest);
  g_test_add_func ("/point-set/forgetting-leaves-tiles-in-use-alone",
                   forgetting_leaves_tiles_in_use_alone);
  g_test_add_func ("/point-set/levels-hold-the-density-asked-for",
                   levels_hold_the_density_asked_for);
  return g_test_run ();
}
