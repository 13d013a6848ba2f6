/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gimp/host.h"

G_BEGIN_DECLS

/**
 * FOLLI_KNOWN_LENGTHS:
 *
 * Lengths that heads have alike, in mm; the last has no value.
 */
extern const FolliChoice FOLLI_KNOWN_LENGTHS[];

/**
 * folli_scale_from_length:
 * @host: the image
 * @length_px: between two marks
 * @length_mm: the true length between them
 * @px_per_cm: (out): the scale
 * @error: return location
 *
 * Errors: FOLLI_ERROR_RANGE if the marks are too near each other, or of
 * folli_parameter_check(), or of folli_scale_check_head() where the image says
 * how broad the head is.
 *
 * Returns: TRUE if it makes sense
 */
gboolean folli_scale_from_length (FolliHost *host,
                                  double     length_px,
                                  double     length_mm,
                                  double    *px_per_cm,
                                  GError   **error);

/**
 * folli_scale_check_head:
 * @px_per_cm: the scale
 * @breadth_px: of the head, or of a part of it
 * @what: the mask that says so, as scripts write it
 * @error: return location
 *
 * Errors: FOLLI_ERROR_RANGE if the head would be broader than any, or if what
 * shows all of it would make it narrower.
 *
 * Returns: TRUE if there are such heads
 */
gboolean folli_scale_check_head (double      px_per_cm,
                                 int         breadth_px,
                                 const char *what,
                                 GError    **error);

/**
 * folli_scale_describe:
 * @host: the image
 * @px_per_cm: its scale
 *
 * Returns: (transfer full): how much of the world the photo then shows
 */
char *folli_scale_describe (FolliHost *host, double px_per_cm);

G_END_DECLS
