/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FOLLI_TILE_UNITS:
 *
 * Side of a tile in units, the whole numbers that points are placed on.
 */
#define FOLLI_TILE_UNITS 65536

/**
 * FOLLI_TILE_MM:
 *
 * Side of a tile on the scalp, chosen so that the points of all levels make
 * FOLLI_POINTS_PER_CM2. Source: 11773.6 points a tile, counted over 900 tiles.
 */
#define FOLLI_TILE_MM 54.2532

/**
 * FOLLI_POINTS_PER_CM2:
 *
 * Density of the points of rank 1 and below, the densest there is.
 */
#define FOLLI_POINTS_PER_CM2 400

/**
 * FOLLI_RANK_ONE:
 *
 * The rank that stands for FOLLI_POINTS_PER_CM2; every rank is below it.
 */
#define FOLLI_RANK_ONE 65536

/**
 * FOLLI_TILE_LEVELS:
 *
 * Levels of a tile. The points of the first n levels have ranks up to
 * 4 ^ (n - FOLLI_TILE_LEVELS).
 */
#define FOLLI_TILE_LEVELS 5

/**
 * FOLLI_TILE_CELLS:
 *
 * A tile's points are sorted into this many cells along each side.
 */
#define FOLLI_TILE_CELLS 16

/**
 * FolliPoint:
 * @x: units from the tile's left edge
 * @y: units from the tile's top edge
 * @rank: the density at which the point appears, in FOLLI_POINTS_PER_CM2 /
 *   FOLLI_RANK_ONE
 *
 * A place where a dot can be.
 */
typedef struct
{
  guint16 x;
  guint16 y;
  guint16 rank;
} FolliPoint;

/**
 * FolliTile:
 * @n_levels: how many levels it has been filled with
 * @n_points: how many points
 * @cell_start: index of each cell's first point, row by row, and of the end
 * @points: cell by cell, by rising rank in each
 *
 * The points of one square of the plane. Immutable.
 */
typedef struct
{
  guint      n_levels;
  guint      n_points;
  guint32    cell_start[FOLLI_TILE_CELLS * FOLLI_TILE_CELLS + 1];
  FolliPoint points[];
} FolliTile;

/**
 * folli_tile_new:
 * @seed: the arrangement
 * @tile_x: column of the tile in the plane
 * @tile_y: row of the tile in the plane
 * @n_levels: 1 to FOLLI_TILE_LEVELS
 *
 * Fills one tile of an endless progressive Poisson-disc set: for every rank t
 * the points of rank t and below, of all tiles together, keep a distance that
 * goes with 1 / sqrt (t). Of the same seed and place, fewer levels give the
 * first points of more levels, to the bit.
 *
 * Source: point-set page of the design; Cook 1986 for dart throwing, Lagae &
 * Dutré 2006 for tiles with fixed corners and edges.
 *
 * Returns: (transfer full): the tile
 */
FolliTile *
folli_tile_new (guint64 seed, gint32 tile_x, gint32 tile_y, guint n_levels);

/**
 * folli_tile_unref:
 * @tile: (transfer full): a tile
 *
 * Gives a tile back. A tile is an atomic g_atomic_rc_box.
 */
void folli_tile_unref (FolliTile *tile);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FolliTile, folli_tile_unref)

/**
 * folli_tile_get_size:
 * @tile: a tile
 *
 * Returns: the memory it takes, in bytes
 */
gsize folli_tile_get_size (const FolliTile *tile);

G_END_DECLS
