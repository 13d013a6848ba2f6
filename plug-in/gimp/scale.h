/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FOLLI_SCALE_PARASITE:
 *
 * Name of the parasite that an image carries once a user has stated its scale:
 * the text of folli_scale_to_string().
 */
#define FOLLI_SCALE_PARASITE "follicle-scale"

/**
 * folli_scale_to_string:
 * @px_per_cm: the scale
 * @width: of the image, px
 * @height: of the image, px
 *
 * Returns: (transfer full): the three numbers in C notation
 */
char *folli_scale_to_string (double px_per_cm, int width, int height);

/**
 * folli_scale_from_string:
 * @text: what folli_scale_to_string() wrote, or a scale alone
 * @width: of the image now, px
 * @height: of the image now, px
 *
 * Reads a scale back. If the image has been scaled since, so is the result.
 *
 * Returns: pixels per cm, or 0 if @text has none that is allowed
 */
double folli_scale_from_string (const char *text, int width, int height);

/**
 * folli_scale_find_growth:
 * @then: lengths before, px
 * @now: the same lengths now, px
 * @n_lengths: how many there are
 *
 * Lengths grow by one factor if what they belong to is scaled; whatever else
 * changes them (cropping, a new canvas) leaves the scale as it was.
 *
 * Returns: that factor, or 1
 */
double folli_scale_find_growth (const int *then, const int *now, int n_lengths);

G_END_DECLS
