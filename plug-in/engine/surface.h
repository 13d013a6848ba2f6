/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/pigment.h"

G_BEGIN_DECLS

/**
 * folli_surface_share:
 * @surface: light that the skin's surface reflects, as a share of what falls
 *   on it
 * @skin: what the skin gives back of that light in all, in linear red, green
 *   and blue
 * @share: (out): for each channel the share of the skin's light that comes from
 *   its surface, 0 to 0.5
 *
 * Pigment lies below the surface and leaves that share alone. On skin so dark
 * that more than 15 % of its light would come from the surface, less of it is
 * taken for all channels alike: the surface stays neutral, and dots stay
 * visible.
 *
 * Source: doc/numbers.md, "Surface of the skin" and "Skin tones".
 */
void folli_surface_share (double       surface,
                          const double skin[FOLLI_CHANNELS],
                          double       share[FOLLI_CHANNELS]);

G_END_DECLS
