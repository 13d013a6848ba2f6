/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/pose.h"

G_BEGIN_DECLS

/**
 * FOLLI_PATH_NUMBERS:
 *
 * How many numbers an anchor of a path has: x and y in px of the handle before
 * it, of the anchor and of the handle after it, as GIMP has them.
 */
#define FOLLI_PATH_NUMBERS 6

/**
 * folli_hairline_path_project:
 * @line: (element-type FolliHairlineAnchor): over a head, from one side to the
 *   other
 * @pose: of that head in a photo
 * @n_visible: (out) (nullable): how many anchors, from the first, are on the
 *   line that can be seen; the others close it round the head
 *
 * Draws the part of a line that the camera sees, and closes it round the
 * head's outline over its top, a little outside.
 *
 * Returns: (transfer full) (element-type double): a closed path,
 * FOLLI_PATH_NUMBERS for each anchor
 */
GArray *folli_hairline_path_project (GArray          *line,
                                     const FolliPose *pose,
                                     guint           *n_visible);

G_END_DECLS
