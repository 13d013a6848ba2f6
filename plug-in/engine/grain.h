/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * folli_grain_row:
 * @seed: which of all grains
 * @x: first pixel, from the image's edge
 * @y: row, from the image's edge
 * @n: how many pixels
 * @deviation: standard deviation
 * @most: the largest factor
 * @factor: (out): @n factors around 1, 0 to @most
 *
 * Noise as a camera's, which makes a pixel from its neighbours: half of a
 * pixel's deviation is also that of the one beside it. A pure function of the
 * place.
 */
void folli_grain_row (guint64 seed,
                      gint    x,
                      gint    y,
                      gint    n,
                      float   deviation,
                      float   most,
                      float  *factor);

G_END_DECLS
