/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "points.h"

#include "tile.h"

enum
{
  MAX_THREADS = 16,
  TILES_PER_THREAD = 64,
  SEED = 1
};

typedef struct
{
  guint  n_levels;
  gint32 row;
  guint  n_points;
} Share;

static gpointer
fill_row (gpointer data)
{
  Share *share = data;

  for (gint32 column = 0; column < TILES_PER_THREAD; column++)
    {
      g_autoptr (FolliTile) tile
          = folli_tile_new (SEED, column, share->row, share->n_levels);

      share->n_points += tile->n_points;
    }
  return NULL;
}

BenchPoints
bench_points_measure (guint n_levels, guint threads)
{
  BenchPoints points = { .n_levels = n_levels, .threads = threads };
  Share       shares[MAX_THREADS];
  GThread    *thread[MAX_THREADS];
  gint64      start;

  g_return_val_if_fail (threads <= MAX_THREADS, points);

  start = g_get_monotonic_time ();
  for (guint t = 0; t < threads; t++)
    {
      shares[t] = (Share){ .n_levels = n_levels, .row = (gint32)t };
      thread[t] = g_thread_new ("points", fill_row, &shares[t]);
    }
  for (guint t = 0; t < threads; t++)
    {
      g_thread_join (thread[t]);
      points.n_points += shares[t].n_points;
    }
  points.seconds = (g_get_monotonic_time () - start) * 1e-6;
  return points;
}
