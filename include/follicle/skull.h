/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FolliPlace:
 * @x: mm to the side, as the camera that faces the head sees it: to the right
 * @y: mm up
 * @z: mm towards that camera
 *
 * A place in a head, from its skull's centre, or a direction there.
 */
typedef struct
{
  double x;
  double y;
  double z;
} FolliPlace;

/**
 * FolliSkull:
 * @radius_mm: half of its breadth, height and length
 *
 * An ellipsoid as large as a head, on which lengths are a tape's.
 *
 * Source: doc/numbers.md, "A head's shape".
 */
typedef struct
{
  FolliPlace radius_mm;
} FolliSkull;

/**
 * FOLLI_SKULL_MEAN:
 *
 * Source: doc/numbers.md, "Scale of a photograph" and "A head's shape".
 */
#define FOLLI_SKULL_MEAN ((FolliSkull){ { 75, 84, 94 } })

FolliPlace folli_place_add (FolliPlace a, FolliPlace b);
FolliPlace folli_place_scale (FolliPlace a, double factor);
double     folli_place_dot (FolliPlace a, FolliPlace b);
FolliPlace folli_place_cross (FolliPlace a, FolliPlace b);
FolliPlace folli_place_normalize (FolliPlace a);

/**
 * folli_skull_look:
 * @skull: a skull
 * @azimuth_deg: from the face, 0, by an ear, 90 or -90, to the nape
 * @elevation_deg: over the centre's height
 *
 * Returns: where its surface lies in that direction, both angles of the ball
 * that the ellipsoid is a stretched copy of
 */
FolliPlace folli_skull_look (const FolliSkull *skull,
                             double            azimuth_deg,
                             double            elevation_deg);

/**
 * folli_skull_walk:
 * @skull: a skull
 * @up_mm: along the midline from the glabella towards the vertex
 * @aside_mm: from there square to the midline, to the right
 *
 * Returns: where a tape laid like that over the skin ends
 */
FolliPlace
folli_skull_walk (const FolliSkull *skull, double up_mm, double aside_mm);

/**
 * folli_skull_measure:
 * @skull: a skull
 * @from: a place on its surface
 * @to: a place on its surface, not opposite to @from
 *
 * Returns: length in mm of a tape from one to the other
 */
double
folli_skull_measure (const FolliSkull *skull, FolliPlace from, FolliPlace to);

/**
 * folli_skull_get_vertex:
 * @skull: a skull
 *
 * Returns: how far the vertex is from the glabella along the midline, in mm
 */
double folli_skull_get_vertex (const FolliSkull *skull);

G_END_DECLS
