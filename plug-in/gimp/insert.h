/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gimp/plan.h"

G_BEGIN_DECLS

/**
 * folli_insert_layers:
 * @host: the image; all layers that folli_host_new_layer() made go into it, and
 *   their buffers have been dropped
 * @plan: what they are for
 * @group: (nullable): name of a group to put them in, otherwise NULL
 * @error: return location
 *
 * Puts new layers over the photo, or where the first of the plan's past is, as
 * one undo step. A group passes through, so that each layer multiplies with
 * what lies under the group; one that the plan renews gets the layers beside
 * what it has. The parasites go on the group, or on the layer.
 *
 * Errors: FOLLI_ERROR_HOST; the image is as before.
 *
 * Returns: TRUE if they are in the image
 */
gboolean folli_insert_layers (FolliHost       *host,
                              const FolliPlan *plan,
                              const char      *group,
                              GError         **error);

/**
 * folli_insert_find_place:
 * @host: the image
 * @plan: what is going to be made
 * @parent: (out): the group to put it in, or FOLLI_NO_LAYER
 *
 * Returns: the position in @parent
 */
int
folli_insert_find_place (FolliHost *host, const FolliPlan *plan, int *parent);

G_END_DECLS
