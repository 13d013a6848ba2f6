/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "follicle/density-map.h"
#include "follicle/dot.h"
#include "follicle/head.h"

G_BEGIN_DECLS

/**
 * FolliArrangement:
 * @seed: which of all arrangements
 * @px_per_mm: scale of the image
 * @origin_x: the image's left edge, in px
 * @origin_y: the image's top edge, in px
 * @density_per_cm2: dots where the map is 1, after the last session
 * @earlier_per_cm2: dots of an earlier treatment where its map is 1, which are
 *   kept clear, whatever its map is elsewhere
 * @jitter: how far the hand strays, as a share of half the spacing that a dot
 *   finds when it is set
 * @sessions: how many are done, 1 to FOLLI_SESSIONS_MAX
 * @front_fineness: how much smaller dots are where the map is 0, 0 to 1
 * @head: the head's curvature
 *
 * Where the dots of an image lie.
 */
typedef struct
{
  guint64   seed;
  double    px_per_mm;
  double    origin_x;
  double    origin_y;
  double    density_per_cm2;
  double    earlier_per_cm2;
  double    jitter;
  guint     sessions;
  double    front_fineness;
  FolliHead head;
} FolliArrangement;

/**
 * FolliDot:
 * @mark: where it lies
 * @session: 0 to FOLLI_SESSIONS_MAX - 1
 * @size: grade of its size
 * @strength: grade of its strength
 * @opacity: factor on its darkening; 0 for one that healing has taken
 * @halo: factor on its shadow
 *
 * One dot, its looks by reference to a FolliDotModel.
 */
typedef struct
{
  FolliMark mark;
  guint8    session;
  guint8    size;
  guint8    strength;
  float     opacity;
  float     halo;
} FolliDot;

/**
 * folli_arrangement_stray_px:
 * @arrangement: an arrangement
 *
 * How far a dot can lie from its point. The hand strays by a share of half the
 * mean spacing of the dots of a point's own rank and below, up to that of 60
 * per cm²: neither the density nor the map moves a dot.
 *
 * Returns: a distance in px
 */
double folli_arrangement_stray_px (const FolliArrangement *arrangement);

/**
 * folli_front_ink:
 * @front_fineness: how much smaller dots are where the map is 0, 0 to 0.5
 * @density: of the map, 0 to 1
 *
 * Returns: how much ink a dot has there, relative to one where the map is 1
 */
double folli_front_ink (double front_fineness, double density);

/**
 * folli_scatter:
 * @arrangement: where dots are
 * @model: how they look
 * @map: how dense they are
 * @area: pixels
 * @dots: (element-type FolliDot): appended to
 *
 * Finds every dot with its centre in @area, and some near by. The order of any
 * two dots does not depend on the area. A dot that the map does not hold whole
 * is left out.
 */
void folli_scatter (const FolliArrangement *arrangement,
                    const FolliDotModel    *model,
                    const FolliDensityMap  *map,
                    FolliRectangle          area,
                    GArray                 *dots);

G_END_DECLS
