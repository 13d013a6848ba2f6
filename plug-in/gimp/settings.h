/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gimp/arguments.h"
#include "follicle/presets.h"

G_BEGIN_DECLS

/**
 * FolliSettings:
 * @procedure: whose arguments these are
 * @text: the strings, in the order of the arguments; NULL for numbers
 * @number: the numbers, in the order of the arguments; whole ones for
 *   FOLLI_TYPE_INT
 *
 * What a user asked for: one value for each of a procedure's arguments.
 */
struct _FolliSettings
{
  const FolliProcedure *procedure;
  char                **text;
  double               *number;
};

/**
 * folli_settings_new:
 * @procedure: a procedure
 *
 * Returns: (transfer full): every argument's default
 */
FolliSettings *folli_settings_new (const FolliProcedure *procedure);

void folli_settings_free (FolliSettings *settings);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FolliSettings, folli_settings_free)

/**
 * folli_settings_copy:
 * @settings: the settings
 *
 * Returns: (transfer full): settings of their own
 */
FolliSettings *folli_settings_copy (const FolliSettings *settings);

/**
 * folli_settings_set_text:
 * @settings: the settings
 * @id: index of an argument of type FOLLI_TYPE_STRING
 * @text: (nullable): copied; NULL is ""
 */
void
folli_settings_set_text (FolliSettings *settings, int id, const char *text);

/**
 * folli_settings_check:
 * @settings: the settings
 * @error: return location
 *
 * Checks each number on its own. Strings are checked where they are resolved.
 *
 * Errors: FOLLI_ERROR_RANGE, naming the argument, the value and the limit.
 *
 * Returns: TRUE if all are allowed
 */
gboolean folli_settings_check (const FolliSettings *settings, GError **error);

/**
 * folli_settings_forget_image:
 * @settings: what was chosen last
 *
 * Takes back what was meant for one image alone: its scale, that its own
 * pixels were to be changed, and what is private.
 */
void folli_settings_forget_image (FolliSettings *settings);

/**
 * folli_settings_take:
 * @settings: changed
 * @from: of the same procedure
 *
 * Makes all values those of @from.
 */
void folli_settings_take (FolliSettings *settings, const FolliSettings *from);

/**
 * folli_settings_lay_over:
 * @settings: (inout): what something was made with
 * @given: of the same procedure
 *
 * Takes on whatever of @given is not at its default.
 */
void folli_settings_lay_over (FolliSettings       *settings,
                              const FolliSettings *given);

/**
 * folli_settings_to_string:
 * @settings: the settings
 * @recipe: (nullable): what was made of them, to be stored beside them
 *
 * Returns: (transfer full): a key file with the plug-in's version, for GIMP's
 * last values and for the parasite FOLLI_SETTINGS_PARASITE
 */
char *folli_settings_to_string (const FolliSettings *settings,
                                const FolliRecipe   *recipe);

/**
 * folli_settings_from_string:
 * @procedure: whose settings they are
 * @text: what folli_settings_to_string() wrote
 * @error: return location
 *
 * Reads settings back. An argument that @text does not have keeps its default.
 *
 * Errors: FOLLI_ERROR_FILE for text that is no such key file or that is of a
 * later format.
 *
 * Returns: (transfer full): the settings, or NULL
 */
FolliSettings *folli_settings_from_string (const FolliProcedure *procedure,
                                           const char           *text,
                                           GError              **error);

/**
 * folli_recipe_from_string:
 * @text: what folli_settings_to_string() wrote
 * @recipe: (out caller-allocates): untouched if there is none; a parameter that
 *   @text does not have, or with a value that is not allowed, is at its
 *   fallback
 *
 * Reads the recipe back.
 *
 * Returns: TRUE if @text has one
 */
gboolean folli_recipe_from_string (const char *text, FolliRecipe *recipe);

/**
 * folli_recipe_get_digest:
 * @recipe: numbers
 *
 * Returns: (transfer full): a short text that is another for other numbers
 */
char *folli_recipe_get_digest (const FolliRecipe *recipe);

/**
 * FOLLI_SETTINGS_PARASITE:
 *
 * Name of the parasite that a layer or group of ours carries: the text of
 * folli_settings_to_string(), with everything resolved that had to be found
 * out (the scale, the mask, the output) and with the recipe.
 */
#define FOLLI_SETTINGS_PARASITE "follicle-settings"

G_END_DECLS
