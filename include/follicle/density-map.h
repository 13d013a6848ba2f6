/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "follicle/raster.h"

G_BEGIN_DECLS

/**
 * FOLLI_DENSITY_GOES_ON:
 *
 * The least density that a map of 8 bits holds. So little is none, but what is
 * beside goes on there, hidden: beyond the head's outline. At 0 instead it
 * ends.
 */
#define FOLLI_DENSITY_GOES_ON (1 / 255.0f)

/**
 * FOLLI_DENSITY_LEAST:
 *
 * From this density on, there is something to draw.
 */
#define FOLLI_DENSITY_LEAST (1.5f * FOLLI_DENSITY_GOES_ON)

/**
 * FolliDensityMap:
 * @extent: the pixels that @value holds
 * @value: density from 0 to 1, row by row, extent.width a row
 * @linear: whether @value stands for linear light, of which the density is the
 *   perceptual value
 * @lowest: the smallest of all values
 * @highest: the largest of all values
 *
 * A part of a density map. Beyond its extent the map goes on as at the nearest
 * pixel: whoever cuts a part out of a larger map cuts it so wide that nothing
 * asked of it lies beyond.
 */
typedef struct
{
  FolliRectangle extent;
  float         *value;
  gboolean       linear;
  float          lowest;
  float          highest;
} FolliDensityMap;

/**
 * folli_density_map_begin:
 * @map: a map with room for its values
 * @extent: the pixels that it will hold
 * @linear: whether they will be in linear light
 *
 * Makes the map ready to be filled.
 */
void folli_density_map_begin (FolliDensityMap *map,
                              FolliRectangle   extent,
                              gboolean         linear);

/**
 * folli_density_map_set_luma_alpha:
 * @map: a map that is not linear
 * @part: some of its pixels
 * @luma_alpha: (array): perceptual luma and alpha of each of those
 *
 * Fills a part of the map: density is luma × alpha, limited to 0 to 1; what is
 * not a number is 0.
 */
void folli_density_map_set_luma_alpha (FolliDensityMap *map,
                                       FolliRectangle   part,
                                       const float     *luma_alpha);

/**
 * folli_density_map_set_rgba:
 * @map: a linear map
 * @part: some of its pixels
 * @rgba: (array): linear red, green, blue and alpha of each of those
 * @luminance: of red, green and blue; 1 in sum
 *
 * Fills a part of the map, with the same density as
 * folli_density_map_set_luma_alpha() would for sRGB.
 */
void folli_density_map_set_rgba (FolliDensityMap *map,
                                 FolliRectangle   part,
                                 const float     *rgba,
                                 const float      luminance[3]);

/**
 * folli_density_map_is_empty_rgba:
 * @rgba: (array): linear red, green, blue and alpha of each pixel
 * @n_pixels: how many
 *
 * Returns: whether the density of all of them is 0; FALSE may also mean that
 *   only a map of them would tell
 */
gboolean folli_density_map_is_empty_rgba (const float *rgba, gsize n_pixels);

/**
 * folli_density_of_linear:
 * @linear: a value of a linear map, 0 to 1
 *
 * Returns: the density that it stands for
 */
float folli_density_of_linear (float linear);

/**
 * folli_density_map_at:
 * @map: a map
 * @x: a pixel
 * @y: a pixel
 *
 * Returns: the density there
 */
float folli_density_map_at (const FolliDensityMap *map, gint x, gint y);

/**
 * folli_density_map_get_least:
 * @map: a map
 *
 * Returns: the value of the map that stands for FOLLI_DENSITY_LEAST
 */
float folli_density_map_get_least (const FolliDensityMap *map);

/**
 * folli_density_map_holds:
 * @map: a map
 * @mark: a dot
 * @outer2: the largest of its profiles' outer2
 *
 * Returns: whether the map is above 0 under the whole dot, though some of it
 *   may be hidden
 */
gboolean folli_density_map_holds (const FolliDensityMap *map,
                                  const FolliMark       *mark,
                                  float                  outer2);

G_END_DECLS
