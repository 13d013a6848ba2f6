/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BenchPoints:
 * @n_levels: of each tile
 * @threads: that filled tiles at the same time
 * @n_points: how many all of them made
 * @seconds: how long they took
 *
 * How fast the point set alone is.
 */
typedef struct
{
  guint  n_levels;
  guint  threads;
  guint  n_points;
  double seconds;
} BenchPoints;

/**
 * bench_points_measure:
 * @n_levels: of each tile
 * @threads: that fill tiles at the same time
 *
 * Fills tiles that nobody has filled before, without the cache.
 *
 * Returns: what came out
 */
BenchPoints bench_points_measure (guint n_levels, guint threads);

G_END_DECLS
