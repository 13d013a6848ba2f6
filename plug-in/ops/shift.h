/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gegl-plugin.h>

G_BEGIN_DECLS

/**
 * FolliShift:
 * @x: px, to the right
 * @y: px, downwards
 */
typedef struct
{
  double x;
  double y;
} FolliShift;

/**
 * folli_shift_find:
 * @operation: an operation whose pixels hang on where they are
 *
 * How far GIMP has moved the input of a live effect before the operation gets
 * to see it. In GIMP 3 that is to where the layer's corner lies as seen from
 * the selection's, and in 3.2 the selection is the one of today, not the one
 * that the effect was made with. Elsewhere nothing has been moved.
 *
 * Returns: what has to be added to an origin
 */
FolliShift folli_shift_find (GeglOperation *operation);

G_END_DECLS
