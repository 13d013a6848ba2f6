/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/render.h"

G_BEGIN_DECLS

/**
 * folli_test_arrangement:
 *
 * Returns: what the operation's properties make where nobody has said anything
 */
FolliArrangement folli_test_arrangement (void);

/**
 * folli_test_style:
 *
 * Returns: what the operation's properties make where nobody has said anything
 */
FolliDotStyle folli_test_style (void);

/**
 * folli_test_map_init:
 * @map: (out caller-allocates): a map, to be cleared by
 *   folli_test_map_clear()
 * @extent: its pixels
 * @value: the density of them all
 */
void
folli_test_map_init (FolliDensityMap *map, FolliRectangle extent, float value);

void folli_test_map_clear (FolliDensityMap *map);

/**
 * folli_test_map_touch:
 * @map: a map whose values have been written to
 *
 * Brings up to date what the map says about its values.
 */
void folli_test_map_touch (FolliDensityMap *map);

/**
 * folli_test_random_rectangles:
 * @random: a source of random numbers
 * @whole: what to cut up
 * @n_cuts: how often to cut one of the pieces in two
 *
 * Returns: (transfer full) (element-type FolliRectangle): pieces in random
 * order that make up @whole
 */
GArray *folli_test_random_rectangles (GRand         *random,
                                      FolliRectangle whole,
                                      guint          n_cuts);

/**
 * folli_test_draw:
 * @scene: what to draw
 * @map: the whole density map
 * @rectangle: pixels
 *
 * Returns: (transfer full) (array): the pigment layer, four floats a pixel
 */
float *folli_test_draw (const FolliScene      *scene,
                        const FolliDensityMap *map,
                        FolliRectangle         rectangle);

/**
 * folli_test_transmittance:
 * @rgba: a pixel of the pigment layer
 * @channel: 0 for red, 1 for green, 2 for blue
 *
 * Returns: what the pixel multiplies skin by
 */
double folli_test_transmittance (const float *rgba, guint channel);

G_END_DECLS
