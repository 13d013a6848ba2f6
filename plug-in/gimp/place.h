/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gegl.h>

G_BEGIN_DECLS

/**
 * folli_place_buffer:
 * @buffer: (transfer full): pixels, their own corner at 0, 0
 * @x: where that corner lies in the image, px
 * @y: where that corner lies in the image, px
 *
 * Takes pixels of a host to where they are in the image. Reading and writing
 * go through to @buffer.
 *
 * Returns: (transfer full): the same pixels in the image's coordinates
 */
GeglBuffer *folli_place_buffer (GeglBuffer *buffer, int x, int y);

G_END_DECLS
