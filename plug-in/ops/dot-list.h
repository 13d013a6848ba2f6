/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gegl.h>

#include "follicle/dot-list.h"

G_BEGIN_DECLS

/**
 * FolliListFunc:
 * @operation: a follicle:dots
 * @map: its input
 * @dots: (element-type FolliPlacedDot): appended to
 *
 * Lists what an operation draws.
 */
typedef void (*FolliListFunc) (GeglOperation *operation,
                               GeglBuffer    *map,
                               GArray        *dots);

/**
 * folli_dots_offer_list:
 * @type: the type of follicle:dots
 * @list: what lists its dots
 *
 * The operation may come from GEGL's module or from the program itself; so
 * what lists its dots goes with its type, and is the code that draws them.
 */
void folli_dots_offer_list (GType type, FolliListFunc list);

/**
 * folli_dots_list:
 * @node: a follicle:dots with all its properties set
 * @map: the density map
 *
 * Returns: (transfer full) (element-type FolliPlacedDot): every dot that the
 * node draws of @map, by rows of chunks
 */
GArray *folli_dots_list (GeglNode *node, GeglBuffer *map);

G_END_DECLS
