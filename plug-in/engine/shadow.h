/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "follicle/density-map.h"
#include "follicle/pigment.h"
#include "follicle/raster.h"

G_BEGIN_DECLS

/**
 * FOLLI_SHADOW_GREYS:
 *
 * Steps from a density of 0 to 1 at which a cast is worked out.
 */
#define FOLLI_SHADOW_GREYS 1024

/**
 * FolliShadowCast:
 * @dot_mm2: optical density times area of the mean dot's halo, in each channel
 * @dots_per_mm2: how many such dots there are where the map is 1
 * @redness: optical density among fresh dots, in each channel
 * @fresh_per_mm2: how many fresh dots there are where the map is 1
 * @ink: how much of the dots' ink there is at each density, in FOLLI_SHADOW_INK
 * @ink_linear: likewise, by the square root of a linear map's value
 *
 * What casts a shadow.
 */
typedef struct _FolliShadowCast
{
  double  dot_mm2[FOLLI_CHANNELS];
  double  dots_per_mm2;
  double  redness[FOLLI_CHANNELS];
  double  fresh_per_mm2;
  guint16 ink[FOLLI_SHADOW_GREYS + 1];
  guint16 ink_linear[FOLLI_SHADOW_GREYS + 1];
} FolliShadowCast;

/**
 * FOLLI_SHADOW_INK:
 *
 * All of the dots' ink. A power of two, so that a white map's is exact.
 */
#define FOLLI_SHADOW_INK 1024

/**
 * FolliShadow:
 * @cells_per_px: 1 / distance of its nodes
 * @origin_x: the image's left edge, in px
 * @origin_y: the image's top edge, in px
 * @weight: kernel of the blur, from its middle outwards, in each channel
 * @dot_depth: optical density per unit of @ink, in each channel
 * @map_depth: optical density where the map is 1, in each channel
 * @red_depth: optical density of redness, in each channel
 * @red_rate: how soon that is reached with the map
 * @cast: what casts the shadow
 * @rectangle: the pixels to be shaded
 * @first_x: column of the leftmost node, counted from the image's edge
 * @first_y: row of the topmost node
 * @columns: how many nodes across
 * @rows: how many nodes down
 * @ink: shares of dots that fell to each node, fixed point
 * @white: whether the map is 1 everywhere
 * @pixels: pixels of the map that belong to each node
 * @painted: those above 0
 * @expected: ink that the map makes expect there
 * @node: room for four values a node
 * @column: for each pixel across, the node on its left
 * @share: for each pixel across, how far it is towards the node on its right
 * @darkening: for each row of nodes and each pixel across, in each channel
 * @n_nodes: room for nodes
 * @n_across: room for pixels across
 * @n_darkening: room for values of @darkening
 *
 * The diffuse darkening between the dots (optical dot gain) on a coarse grid
 * that is tied to the image in millimetres. Most of it is cast by the density
 * map, as the mean of what dots cast: single dots would only make clouds. All
 * sums are of whole numbers, so that they do not depend on the order.
 */
typedef struct
{
  double                 cells_per_px;
  double                 origin_x;
  double                 origin_y;
  float                  weight[FOLLI_CHANNELS][5];
  float                  dot_depth[FOLLI_CHANNELS];
  float                  map_depth[FOLLI_CHANNELS];
  float                  red_depth[FOLLI_CHANNELS];
  float                  red_rate;
  const FolliShadowCast *cast;
  FolliRectangle         rectangle;
  gint                   first_x;
  gint                   first_y;
  gint                   columns;
  gint                   rows;
  gint32                *ink;
  gboolean               white;
  gint32                *pixels;
  gint32                *painted;
  gint32                *expected;
  float                 *node;
  gint32                *column;
  float                 *share;
  float                 *darkening[FOLLI_CHANNELS];
  gsize                  n_nodes;
  gsize                  n_across;
  gsize                  n_darkening;
} FolliShadow;

/**
 * folli_shadow_reach_px:
 * @px_per_mm: scale of the image
 *
 * Returns: how far from a dot its shadow can end
 */
double folli_shadow_reach_px (double px_per_mm);

/**
 * folli_shadow_cast_init:
 * @cast: (out caller-allocates): one that casts nothing
 * @front_fineness: how much finer dots are where the map is sparse
 */
void folli_shadow_cast_init (FolliShadowCast *cast, double front_fineness);

/**
 * folli_shadow_init:
 * @shadow: (out caller-allocates): a shadow of nothing
 */
void folli_shadow_init (FolliShadow *shadow);

/**
 * folli_shadow_set_scale:
 * @shadow: a shadow
 * @px_per_mm: scale of the image
 * @origin_x: the image's left edge, in px
 * @origin_y: the image's top edge, in px
 * @cast: what casts it; has to live as long as the shadow is being made
 */
void folli_shadow_set_scale (FolliShadow           *shadow,
                             double                 px_per_mm,
                             double                 origin_x,
                             double                 origin_y,
                             const FolliShadowCast *cast);

/**
 * folli_shadow_clear:
 * @shadow: a shadow
 *
 * Frees its grid.
 */
void folli_shadow_clear (FolliShadow *shadow);

/**
 * folli_shadow_begin:
 * @shadow: a shadow
 * @rectangle: the pixels to be shaded
 * @map: the density map, as far as folli_shadow_reach_px() around them
 *
 * Empties the grid and notes how dense the map is.
 */
void folli_shadow_begin (FolliShadow           *shadow,
                         FolliRectangle         rectangle,
                         const FolliDensityMap *map);

/**
 * folli_shadow_add:
 * @shadow: a shadow
 * @mark: a dot
 * @share: factor on its halo
 */
void folli_shadow_add (FolliShadow *shadow, const FolliMark *mark, float share);

/**
 * folli_shadow_end:
 * @shadow: a shadow
 *
 * Works out the darkening from what was added. It fades out towards the border
 * of the painted part of the map, so that it has no edge.
 */
void folli_shadow_end (FolliShadow *shadow);

/**
 * folli_shadow_row:
 * @shadow: a shadow
 * @channel: 0 for red, 1 for green, 2 for blue
 * @x: first pixel, within the rectangle
 * @y: row, within the rectangle
 * @n: how many pixels
 * @darkening: (out): @n values from 0 to 1
 */
void folli_shadow_row (const FolliShadow *shadow,
                       guint              channel,
                       gint               x,
                       gint               y,
                       gint               n,
                       float             *darkening);

G_END_DECLS
