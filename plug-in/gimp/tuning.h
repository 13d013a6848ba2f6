/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gimp/settings.h"

G_BEGIN_DECLS

/**
 * folli_tuning_get_look:
 * @settings: the settings
 *
 * Returns: (transfer full): the id of the look alone, without what differs
 * from it
 */
char *folli_tuning_get_look (const FolliSettings *settings);

/**
 * folli_tuning_take_look:
 * @settings: the settings
 * @look: id of a look
 *
 * Takes all of a look: nothing differs from it afterwards. What belongs to the
 * photo (scale, mask, output, seed) stays.
 */
void folli_tuning_take_look (FolliSettings *settings, const char *look);

/**
 * folli_tuning_make_recipe:
 * @settings: the settings
 * @presets: all presets
 * @recipe: (out caller-allocates): untouched on error
 * @error: return location
 *
 * Lays what the user has set over the look.
 *
 * Errors: of folli_settings_check() and folli_presets_make_recipe().
 *
 * Returns: TRUE if @recipe was filled in
 */
gboolean folli_tuning_make_recipe (const FolliSettings *settings,
                                   const FolliPresets  *presets,
                                   FolliRecipe         *recipe,
                                   GError             **error);

/**
 * folli_tuning_make_look:
 * @settings: the settings
 * @presets: all presets
 * @look: (out caller-allocates): what the look says, whatever the user has set;
 *   untouched on error
 * @error: return location
 *
 * Errors: of folli_presets_make_recipe().
 *
 * Returns: TRUE if @look was filled in
 */
gboolean folli_tuning_make_look (const FolliSettings *settings,
                                 const FolliPresets  *presets,
                                 FolliRecipe         *look,
                                 GError             **error);

/**
 * folli_tuning_set:
 * @settings: the settings
 * @presets: all presets
 * @id: a number that a look has
 * @value: in the parameter's unit
 *
 * Sets one number. One that the look has, too, is no longer stated.
 */
void folli_tuning_set (FolliSettings      *settings,
                       const FolliPresets *presets,
                       FolliParameterId    id,
                       double              value);

/**
 * folli_tuning_set_shade:
 * @settings: the settings
 * @presets: all presets
 * @shade: id of a shade or a colour as #rrggbb
 *
 * Sets the colour. One that the look has, too, is no longer stated.
 */
void folli_tuning_set_shade (FolliSettings      *settings,
                             const FolliPresets *presets,
                             const char         *shade);

G_END_DECLS
