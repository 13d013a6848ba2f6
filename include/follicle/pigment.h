/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FOLLI_CHANNELS:
 *
 * Red, green and blue, in linear light.
 */
#define FOLLI_CHANNELS 3

/**
 * FolliPigment:
 * @absorbance: optical density of the pigment in each channel, relative to
 *   black
 * @blur_mm: standard deviation of a dot's edge as seen through the skin
 * @core: darkening that an opaque dot as wide as a plain surface would have
 * @solid: darkening that no amount of pigment exceeds
 * @shadow_mm2: darkening times area of the halo of an opaque dot, for each
 *   mm² of the dot
 *
 * A pigment at a depth in the skin, seen from outside. Everything for red,
 * green and blue.
 */
typedef struct
{
  double absorbance[FOLLI_CHANNELS];
  double blur_mm[FOLLI_CHANNELS];
  double core[FOLLI_CHANNELS];
  double solid[FOLLI_CHANNELS];
  double shadow_mm2[FOLLI_CHANNELS];
} FolliPigment;

/**
 * folli_pigment_init:
 * @pigment: (out caller-allocates): the pigment
 * @shade: its own colour as linear red, green and blue, each from 0 to 1
 * @depth_mm: top of the pigment under the surface, 0.05 to 1
 *
 * Source: doc/numbers.md, "Optics of pigment in skin": a Monte Carlo of light
 * skin with in-vivo scattering; its table interpolated over the depth, and
 * estimated below 0.1 and above 0.7 mm.
 */
void folli_pigment_init (FolliPigment *pigment,
                         const double  shade[FOLLI_CHANNELS],
                         double        depth_mm);

/**
 * folli_pigment_opacity:
 * @pigment: the pigment
 * @channel: 0 for red, 1 for green, 2 for blue
 * @strength: optical density (natural logarithm) at the dot's centre
 *
 * Source: doc/numbers.md, "Strength of a dot".
 *
 * Returns: darkening relative to that of an opaque dot, 0 to 1
 */
double folli_pigment_opacity (const FolliPigment *pigment,
                              guint               channel,
                              double              strength);

/**
 * folli_pigment_peak:
 * @pigment: the pigment
 * @channel: 0 for red, 1 for green, 2 for blue
 * @radius_mm: of the pigment
 *
 * Returns: darkening at the centre of an opaque dot, 0 to below @solid
 */
double folli_pigment_peak (const FolliPigment *pigment,
                           guint               channel,
                           double              radius_mm);

G_END_DECLS
