/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/hairline-path.h"

G_BEGIN_DECLS

/**
 * path_find_distance:
 * @path: (element-type double): FOLLI_PATH_NUMBERS for each anchor
 * @n_anchors: how many of them matter
 * @point: in the photo
 *
 * Returns: how far the point is from the path, px
 */
double path_find_distance (GArray *path, guint n_anchors, FolliPoint point);

G_END_DECLS
