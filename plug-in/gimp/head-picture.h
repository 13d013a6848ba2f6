/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/head-outline.h"
#include "gimp/host.h"

G_BEGIN_DECLS

/**
 * folli_head_picture_new:
 * @host: the image
 *
 * Returns: (transfer full) (nullable): the photo, reduced; NULL if the layer
 * has no pixels to be read
 */
FolliHeadPicture *folli_head_picture_new (FolliHost *host);

G_END_DECLS
