/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

/**
 * folli_logo_load:
 * @file: of a picture, in any format that GDK-Pixbuf reads
 * @error: return location
 *
 * Errors: FOLLI_ERROR_FILE if it cannot be read or is no picture.
 *
 * Returns: (transfer full): its pixels, CAIRO_FORMAT_ARGB32, or NULL
 */
cairo_surface_t *folli_logo_load (const char *file, GError **error);

/**
 * folli_logo_get_aspect:
 * @logo: (nullable): a picture
 *
 * Returns: width by height, or 0 without one
 */
double folli_logo_get_aspect (cairo_surface_t *logo);

G_END_DECLS
