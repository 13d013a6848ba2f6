/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gimp/host.h"

G_BEGIN_DECLS

/**
 * folli_shrink_photo:
 * @host: the image
 * @level: how often the photo is halved
 * @area: a part of the photo so halved, px
 *
 * Reads the photo smaller than it is. Where GIMP itself can halve it, only what
 * is left goes from GIMP to us: of 24 megapixels the whole would take the
 * better part of a second.
 *
 * Returns: (transfer full): that part, at its place in the halved photo
 */
GeglBuffer *
folli_shrink_photo (FolliHost *host, int level, const GeglRectangle *area);

G_END_DECLS
