/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gimp/plan.h"

G_BEGIN_DECLS

/**
 * folli_renewal_start:
 * @host: the image as it was opened
 *
 * Finds out whether the user runs us on what we have made. If so, the host's
 * layer becomes the photo under it.
 */
void folli_renewal_start (FolliHost *host);

/**
 * folli_renewal_recall:
 * @host: the image
 *
 * The settings that what is made anew was made with, brought up to date. Of a
 * layer for live effects the mask is the layer itself, as it has been painted;
 * and if image and layer have been scaled since, so is the scale.
 *
 * Returns: (transfer full) (nullable): the settings, or NULL where the user
 * runs us on the photo
 */
FolliSettings *folli_renewal_recall (FolliHost *host);

/**
 * folli_renewal_find_recipe:
 * @host: the image
 * @settings: what is asked for
 * @recipe: (out caller-allocates): untouched if there is none
 *
 * Effects get lost where a file is saved by a GIMP without our operations. The
 * numbers that they were made with bring them back to the bit, and need neither
 * presets nor photo.
 *
 * Returns: TRUE if effects were lost and @settings ask for no others
 */
gboolean folli_renewal_find_recipe (FolliHost           *host,
                                    const FolliSettings *settings,
                                    FolliRecipe         *recipe);

/**
 * folli_renewal_name_mask:
 * @host: the image
 * @settings: everything definite; where the mask is the layer that is made
 *   anew, it becomes the one that this was made with
 *
 * What a layer for live effects is told apart by is the mask that it was once
 * made with.
 */
void folli_renewal_name_mask (FolliHost *host, FolliSettings *settings);

/**
 * folli_renewal_store:
 * @host: the image
 * @plan: what was carried out
 * @made: what came of it
 *
 * Notes on @made all that is needed to make it anew, and the scale on the
 * image; and has the photo no longer hidden by the mask.
 */
void folli_renewal_store (FolliHost *host, const FolliPlan *plan, int made);

G_END_DECLS
