/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "host.h"
#include "gimp/plan.h"

G_BEGIN_DECLS

/**
 * folli_effect_configure:
 * @layer: the one that carries the effect
 * @effect: the effect
 * @plan: the numbers wanted
 * @before: (nullable): the text of FOLLI_SETTINGS_PARASITE if the effect has
 *   numbers already: one that the user has changed in the effect's own dialog
 *   stays, unless the plan wants another than before, or unless it is where
 *   that dialog's Reset has put it
 *
 * Gives an effect its numbers.
 */
void folli_effect_configure (GimpLayer          *layer,
                             GimpDrawableFilter *effect,
                             const FolliPlan    *plan,
                             const char         *before);

/**
 * folli_effect_was_reset:
 * @layer: the one that carries the effect
 * @effect: the effect
 * @made: the numbers that it was made with
 *
 * Returns: TRUE if all that belongs to the photo (scale, origin, head, blur and
 * grain) is where the Reset of GIMP's dialog puts it, and was not made so
 */
gboolean folli_effect_was_reset (GimpLayer          *layer,
                                 GimpDrawableFilter *effect,
                                 const FolliRecipe  *made);

/**
 * folli_effect_copy:
 * @from: an effect
 * @to: another with the same operation, not yet appended
 *
 * Makes the second look like the first.
 */
void folli_effect_copy (GimpDrawableFilter *from, GimpDrawableFilter *to);

G_END_DECLS
