/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FOLLI_DENSITY_STEPS:
 *
 * Steps from black to white of what may be kept in a layer's pixels: painted
 * masks, and where skin is visible. An image of 8 bits rounds both to as many,
 * but only where a live effect has its layer; and whether a dot is there hangs
 * on the least difference of its density. Of what comes in these steps, all
 * outputs make the same dots in an image of any precision.
 */
#define FOLLI_DENSITY_STEPS 255

/**
 * folli_density_round:
 * @density: (array length=n): of any value
 * @n: how many
 *
 * Limits densities to 0 to 1 and rounds them to whole steps. What is not a
 * number becomes 0.
 */
void folli_density_round (float *density, gsize n);

G_END_DECLS
