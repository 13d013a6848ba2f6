/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/render.h"

G_BEGIN_DECLS

/**
 * FolliPlacedDot:
 * @x: of its centre, px
 * @y: of its centre, px
 * @diameter_mm: as it is at the scene's age, seen from straight above
 * @session: which session stamps it, from 1
 *
 * A dot as a list tells it.
 */
typedef struct
{
  double x;
  double y;
  double diameter_mm;
  guint  session;
} FolliPlacedDot;

/**
 * folli_scene_list:
 * @scene: a scene of all sessions
 * @map: how dense the dots are, with the scene's margin around @area
 * @area: pixels
 * @dots: (element-type FolliPlacedDot): appended to
 *
 * Lists the dots that folli_render_get() draws with their centres in @area:
 * each is in one area alone, and one that the skin has not kept in none.
 */
void folli_scene_list (const FolliScene      *scene,
                       const FolliDensityMap *map,
                       FolliRectangle         area,
                       GArray                *dots);

G_END_DECLS
