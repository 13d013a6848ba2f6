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
 * layer for live effects the mask is the layer itself, as it has been painted,
 * and of other dots the mask that they keep, if it was a selection and nothing
 * is selected now;
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
 * @asked: (nullable): folli_recipe_get_digest() of what presets make of that,
 *   or NULL where they are gone
 * @recipe: (out caller-allocates): untouched if there is none
 *
 * Who asks for the same gets the same: the numbers that effects were made with,
 * which need neither presets nor photo. Where a GIMP without our operations has
 * dropped the effects, they come back to the bit. Where they are there, nothing
 * changes, unless a preset of that name says something else by now, or the
 * layer or the image was moved, cropped or scaled.
 *
 * Returns: TRUE if @recipe holds for what @settings ask for
 */
gboolean folli_renewal_find_recipe (FolliHost           *host,
                                    const FolliSettings *settings,
                                    const char          *asked,
                                    FolliRecipe         *recipe);

/**
 * folli_renewal_name_mask:
 * @host: the image
 * @settings: everything definite; where the mask is the layer that is made
 *   anew, it becomes the one that this was made with
 *
 * What a layer for live effects, or one that keeps its mask, is told apart by
 * is the mask that it was once made with.
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
