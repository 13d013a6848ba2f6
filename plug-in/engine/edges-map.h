/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/edges.h"

G_BEGIN_DECLS

/* Steps of the map. */
#define FOLLI_MAP_STEPS 255

/* Alpha where the map goes on on the head: in whole steps, rounded to the
 * nearest, and no less than that needs. The second is a mark for what lies
 * beyond. */
static inline float
folli_map_round (float alpha)
{
  const gint steps = CLAMP (alpha, 0, 1) * FOLLI_MAP_STEPS + 0.5f;

  return (steps < 2 ? 1 : MAX (steps, 3)) / (float)FOLLI_MAP_STEPS;
}

/* How far from a mask anything is drawn, or said to go on, mm. */
static inline double
folli_edges_reach_mm (const FolliEdges *edges)
{
  return MAX (edges->reach_mm, edges->feather_mm);
}

G_END_DECLS
