/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tile-checksum.h"

#include "hash.h"
#include "tile.h"

guint64
folli_test_tile_checksum (void)
{
  static const struct
  {
    guint64 seed;
    gint32  x, y;
    guint   n_levels;
  } TILES[] = {
    { 0, 0, 0, 5 },   { 0, -1, -1, 5 },          { 1, 0, 0, 5 },
    { 42, -3, 7, 4 }, { G_MAXUINT64, 12, 9, 3 }, { 7, 2000000, -2000000, 2 },
    { 7, 1, 2, 1 },
  };
  guint64 sum = 0;

  for (guint t = 0; t < G_N_ELEMENTS (TILES); t++)
    {
      g_autoptr (FolliTile) tile = folli_tile_new (
          TILES[t].seed, TILES[t].x, TILES[t].y, TILES[t].n_levels);

      for (guint i = 0; i < tile->n_points; i++)
        {
          const FolliPoint p = tile->points[i];

          sum = folli_hash_mix (
              sum ^ ((guint64)p.x << 32 | (guint64)p.y << 16 | p.rank));
        }
    }
  return sum;
}
