/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "host.h"
#include "gimp/plan.h"

G_BEGIN_DECLS

/**
 * folli_effect_find_box:
 * @host: the image
 * @plan: what is wanted
 *
 * Returns: where in the image the layer with the effect has to lie
 */
GeglRectangle folli_effect_find_box (FolliHost *host, const FolliPlan *plan);

/**
 * folli_effect_insert:
 * @host: the image
 * @plan: what is wanted
 * @map: (nullable): a layer that is to carry the effects, or NULL for a new one
 * @error: return location
 *
 * Puts a layer with the effects over the photo, or gives the one that is there
 * its numbers, and keeps the selection out of it.
 *
 * Errors: FOLLI_ERROR_HOST; the image is as before.
 *
 * Returns: (transfer none) (nullable): the layer, or NULL
 */
GimpLayer *folli_effect_insert (FolliHost       *host,
                                const FolliPlan *plan,
                                GimpLayer       *map,
                                GError         **error);

G_END_DECLS
