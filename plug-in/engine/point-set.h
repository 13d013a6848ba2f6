/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "tile.h"

G_BEGIN_DECLS

/**
 * FOLLI_POINT_SET_BYTES:
 *
 * Memory that the cache keeps at the most, in bytes: about 350 tiles of all
 * levels, or 1 m² of scalp. When one image needs more, every pass over it
 * fills all its tiles anew.
 */
#define FOLLI_POINT_SET_BYTES (24 << 20)

/**
 * folli_point_set_tile:
 * @seed: the arrangement
 * @tile_x: column of the tile
 * @tile_y: row of the tile
 * @n_levels: how many levels it needs to have at least
 *
 * Gives a tile of the point set, from the cache of the process or else newly
 * filled. Safe to call from every thread; the result does not depend on what
 * was asked before, but for levels beyond @n_levels.
 *
 * Returns: (transfer full): the tile
 */
FolliTile *folli_point_set_tile (guint64 seed,
                                 gint32  tile_x,
                                 gint32  tile_y,
                                 guint   n_levels);

/**
 * folli_point_set_forget:
 *
 * Empties the cache.
 */
void folli_point_set_forget (void);

/**
 * folli_point_set_levels:
 * @density_per_cm2: a density
 *
 * Returns: how many levels hold all points of that density
 */
guint folli_point_set_levels (double density_per_cm2);

G_END_DECLS
