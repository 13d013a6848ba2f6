/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "follicle/density-map.h"
#include "follicle/pigment.h"
#include "follicle/raster.h"

G_BEGIN_DECLS

/**
 * FolliShadow:
 * @cells_per_px: 1 / distance of its nodes
 * @origin_x: the image's left edge, in px
 * @origin_y: the image's top edge, in px
 * @weight: kernel of the blur, from its middle outwards, in each channel
 * @scale: optical density per unit of @ink, in each channel
 * @rectangle: the pixels to be shaded
 * @first_x: column of the leftmost node, counted from the image's edge
 * @first_y: row of the topmost node
 * @columns: how many nodes across
 * @rows: how many nodes down
 * @ink: shares of dots that fell to each node, fixed point
 * @covered: whether the map is above 0 everywhere
 * @pixels: pixels of the map that belong to each node
 * @painted: those above 0
 * @node: room for three values a node
 * @column: for each pixel across, the node on its left
 * @share: for each pixel across, how far it is towards the node on its right
 * @darkening: for each row of nodes and each pixel across, in each channel
 * @n_nodes: room for nodes
 * @n_across: room for pixels across
 * @n_darkening: room for values of @darkening
 *
 * The diffuse darkening between the dots (optical dot gain) on a coarse grid
 * that is tied to the image in millimetres. All sums are of whole numbers, so
 * that they do not depend on the order.
 */
typedef struct
{
  double         cells_per_px;
  double         origin_x;
  double         origin_y;
  float          weight[FOLLI_CHANNELS][5];
  float          scale[FOLLI_CHANNELS];
  FolliRectangle rectangle;
  gint           first_x;
  gint           first_y;
  gint           columns;
  gint           rows;
  gint32        *ink;
  gboolean       covered;
  gint32        *pixels;
  gint32        *painted;
  float         *node;
  gint32        *column;
  float         *share;
  float         *darkening[FOLLI_CHANNELS];
  gsize          n_nodes;
  gsize          n_across;
  gsize          n_darkening;
} FolliShadow;

/**
 * folli_shadow_reach_px:
 * @px_per_mm: scale of the image
 *
 * Returns: how far from a dot its shadow can end
 */
double folli_shadow_reach_px (double px_per_mm);

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
 * @shadow_mm2: darkening times area of a dot's halo, in each channel
 */
void folli_shadow_set_scale (FolliShadow *shadow,
                             double       px_per_mm,
                             double       origin_x,
                             double       origin_y,
                             const double shadow_mm2[FOLLI_CHANNELS]);

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
 * Empties the grid and notes where the map is above 0.
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
