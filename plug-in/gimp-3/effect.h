/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "host.h"
#include "gimp/plan.h"

G_BEGIN_DECLS

#define FOLLI_HAIRLINE "follicle:hairline"
#define FOLLI_DOTS "follicle:dots"

/**
 * folli_effect_find:
 * @layer: a layer
 * @operation: FOLLI_HAIRLINE or FOLLI_DOTS
 *
 * Returns: (transfer none) (nullable): the first live effect of that kind that
 * the layer carries
 */
GimpDrawableFilter *folli_effect_find (GimpLayer *layer, const char *operation);

/**
 * folli_effect_is_known:
 * @host: an image with a layer
 *
 * Returns: TRUE if GIMP knows our operations
 */
gboolean folli_effect_is_known (FolliHost *host);

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
 * Errors: FOLLI_ERROR_HOST.
 *
 * Returns: (transfer none) (nullable): the layer, or NULL
 */
GimpLayer *folli_effect_insert (FolliHost       *host,
                                const FolliPlan *plan,
                                GimpLayer       *map,
                                GError         **error);

/**
 * folli_effect_configure:
 * @layer: the one that carries the effect
 * @effect: the effect
 * @plan: the numbers wanted
 * @before: (nullable): the text of FOLLI_SETTINGS_PARASITE if the effect has
 *   numbers already: one that the user has changed in the effect's own dialog
 *   stays, unless the plan wants another than before
 *
 * Gives an effect its numbers.
 */
void folli_effect_configure (GimpLayer          *layer,
                             GimpDrawableFilter *effect,
                             const FolliPlan    *plan,
                             const char         *before);

/**
 * folli_effect_copy:
 * @from: an effect
 * @to: another with the same operation, not yet appended
 *
 * Makes the second look like the first.
 */
void folli_effect_copy (GimpDrawableFilter *from, GimpDrawableFilter *to);

G_END_DECLS
