/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/density-map.h"

gboolean
folli_density_map_set_luma_alpha (FolliDensityMap *map, const float *luma_alpha)
{
  const gsize n = (gsize)map->extent.width * map->extent.height;
  float       highest = 0;

  for (gsize i = 0; i < n; i++)
    {
      float density = luma_alpha[2 * i] * luma_alpha[2 * i + 1];

      /* Written so that a NaN becomes 0. */
      density = density > 0 ? density : 0;
      density = density < 1 ? density : 1;
      map->value[i] = density;
      highest = density > highest ? density : highest;
    }
  return highest > 0;
}

gboolean
folli_density_map_holds (const FolliDensityMap *map,
                         const FolliMark       *mark,
                         float                  outer2)
{
  const FolliRectangle bounds = folli_mark_bounds (mark, outer2);

  for (gint y = bounds.y; y < bounds.y + bounds.height; y++)
    for (gint x = bounds.x; x < bounds.x + bounds.width; x++)
      if (folli_density_map_at (map, x, y) <= 0
          && folli_mark_reaches (mark, outer2, x, y))
        return FALSE;
  return TRUE;
}
