/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "host.h"
#include "gimp/plan.h"

G_BEGIN_DECLS

#define FOLLI_HAIRLINE "follicle:hairline"
#define FOLLI_DOTS "follicle:dots"

/**
 * folli_host_find_effect:
 * @host: the image
 * @operation: FOLLI_HAIRLINE or FOLLI_DOTS
 *
 * Returns: (transfer none) (nullable): the first live effect of that kind that
 * the layer carries
 */
GimpDrawableFilter *folli_host_find_effect (FolliHost  *host,
                                            const char *operation);

/**
 * folli_effect_is_known:
 * @host: an image with a layer
 *
 * Returns: TRUE if GIMP knows our operations
 */
gboolean folli_effect_is_known (FolliHost *host);

/**
 * folli_host_store_sizes:
 * @host: the image
 *
 * Notes how large image and layer are, so that folli_host_recall_settings()
 * can tell whether they have been scaled since.
 */
void folli_host_store_sizes (FolliHost *host);

/**
 * folli_layer_recall:
 * @layer: a layer
 * @name: of a parasite
 *
 * Returns: (transfer full) (nullable): the text that folli_layer_store() kept
 */
char *folli_layer_recall (GimpLayer *layer, const char *name);

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
 * @host: the image; its layer is the photo, and afterwards the layer that
 *   carries the effects, or that layer already
 * @plan: what is wanted
 * @error: return location
 *
 * Puts a layer with the effects over the photo, or gives the one that is there
 * its numbers, and keeps the selection out of it.
 *
 * Errors: FOLLI_ERROR_HOST.
 *
 * Returns: TRUE if it was done
 */
gboolean
folli_effect_insert (FolliHost *host, const FolliPlan *plan, GError **error);

/**
 * folli_effect_configure:
 * @host: the image, its layer the one that carries the effect
 * @effect: the effect
 * @plan: the numbers wanted
 * @before: (nullable): the text of FOLLI_SETTINGS_PARASITE if the effect has
 *   numbers already: one that the user has changed in the effect's own dialog
 *   stays, unless the plan wants another than before
 *
 * Gives an effect its numbers.
 */
void folli_effect_configure (FolliHost          *host,
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
