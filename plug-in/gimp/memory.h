/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gegl.h>

G_BEGIN_DECLS

/**
 * folli_memory_check:
 * @box: the pixels that are going to be worked on
 * @error: return location
 *
 * Looks whether as much memory can be had as finding edges and drawing dots
 * takes: GLib and GEGL end the process where some is refused to them half-way.
 *
 * Errors: FOLLI_ERROR_HOST, naming how much it is.
 *
 * Returns: TRUE if so
 */
gboolean folli_memory_check (const GeglRectangle *box, GError **error);

G_END_DECLS
