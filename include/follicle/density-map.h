/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "follicle/raster.h"

G_BEGIN_DECLS

/**
 * FolliDensityMap:
 * @extent: the pixels that @value holds
 * @value: density from 0 to 1, row by row, extent.width a row
 *
 * A part of a density map. Beyond its extent the map goes on as at the nearest
 * pixel: whoever cuts a part out of a larger map cuts it so wide that nothing
 * asked of it lies beyond.
 */
typedef struct
{
  FolliRectangle extent;
  float         *value;
} FolliDensityMap;

/**
 * folli_density_map_set_luma_alpha:
 * @map: a map with its extent and room for its values
 * @luma_alpha: (array): perceptual luma and alpha of each pixel
 *
 * Fills the map: density is luma × alpha, limited to 0 to 1; what is not a
 * number is 0.
 *
 * Returns: whether any value is above 0
 */
gboolean folli_density_map_set_luma_alpha (FolliDensityMap *map,
                                           const float     *luma_alpha);

/**
 * folli_density_map_at:
 * @map: a map
 * @x: a pixel
 * @y: a pixel
 *
 * Returns: the density there
 */
static inline float
folli_density_map_at (const FolliDensityMap *map, gint x, gint y)
{
  const FolliRectangle *e = &map->extent;
  const gint            column = CLAMP (x - e->x, 0, e->width - 1);
  const gint            row = CLAMP (y - e->y, 0, e->height - 1);

  return map->value[(gsize)row * e->width + column];
}

/**
 * folli_density_map_holds:
 * @map: a map
 * @mark: a dot
 * @outer2: the largest of its profiles' outer2
 *
 * Returns: whether the map is above 0 under the whole dot
 */
gboolean folli_density_map_holds (const FolliDensityMap *map,
                                  const FolliMark       *mark,
                                  float                  outer2);

G_END_DECLS
