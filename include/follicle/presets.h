/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "follicle/parameters.h"

G_BEGIN_DECLS

/**
 * FolliPresetKind:
 * @FOLLI_PRESET_DENSITY: a number of dots per cm²
 * @FOLLI_PRESET_SIZE: a diameter of fresh dots in mm
 * @FOLLI_PRESET_SHADE: a colour of pigment
 * @FOLLI_PRESET_LOOK: one of each and everything else
 */
typedef enum
{
  FOLLI_PRESET_DENSITY,
  FOLLI_PRESET_SIZE,
  FOLLI_PRESET_SHADE,
  FOLLI_PRESET_LOOK,
  FOLLI_PRESET_N_KINDS
} FolliPresetKind;

/**
 * FolliRecipe:
 * @value: every number, indexed by FolliParameterId, each within its range
 * @shade: the pigment's own colour as "#rrggbb"
 *
 * All that an arrangement of dots needs but the mask, the seed and the place.
 */
typedef struct
{
  double value[FOLLI_N_PARAMETERS];
  char   shade[8];
} FolliRecipe;

/**
 * FolliPresetInfo:
 * @id: lower-case words with hyphens, part of the contract
 * @name: in the user's language
 * @description: in the user's language, or ""
 * @recipe: what it stands for. Of a density, a size or a shade only that one
 *   part is meant, of a look everything is
 * @path: of the file that it stands in
 * @is_own: whether that file is in the user's own folder
 *
 * A preset.
 */
typedef struct
{
  const char *id;
  const char *name;
  const char *description;
  FolliRecipe recipe;
  const char *path;
  gboolean    is_own;
} FolliPresetInfo;

/**
 * FolliPresets:
 *
 * Every preset that was found.
 */
typedef struct _FolliPresets FolliPresets;

/**
 * folli_presets_list_folders:
 * @installed: where the presets that come with the plug-in were installed
 *
 * Lists the folders to load presets from: the installed one, or in its place
 * the one that the environment variable FOLLICLE_PRESETS_PATH names, so that
 * the plug-in runs from a build folder; then the user's own.
 *
 * Returns: (transfer full): for folli_presets_load()
 */
GStrv folli_presets_list_folders (const char *installed);

/**
 * folli_presets_load:
 * @folders: (array zero-terminated=1): folders of .ini files, in rising order
 *   of precedence, the last being the user's own; those that do not exist are
 *   passed over
 *
 * Reads the presets of all folders, in each the files in the order of their
 * names; of two presets with the same id the later one wins. A file that does
 * not parse, states a value out of range or names a preset that is not there
 * is left out whole, and a warning says which, the line and why. So is
 * whatever is more than 1 MB or no plain file, and in the user's own folder a
 * link; and what is beyond 1000 files, 8 MB or 1000 presets of a kind.
 *
 * Returns: (transfer full): the presets, which may be none
 */
FolliPresets *folli_presets_load (const char *const *folders);

void folli_presets_free (FolliPresets *presets);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FolliPresets, folli_presets_free)

/**
 * folli_presets_get_warnings:
 * @presets: the presets
 *
 * Returns: (transfer none) (array zero-terminated=1): a sentence for each file
 * that was left out
 */
const char *const *folli_presets_get_warnings (const FolliPresets *presets);

/**
 * folli_presets_list:
 * @presets: the presets
 * @kind: of which kind
 * @n_presets: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_presets): in the order of the files;
 * valid as long as @presets
 */
const FolliPresetInfo *folli_presets_list (const FolliPresets *presets,
                                           FolliPresetKind     kind,
                                           guint              *n_presets);

/**
 * folli_presets_make_recipe:
 * @presets: the presets
 * @look: id of a look
 * @density: (nullable): id of a density, a number of dots per cm², or "" for
 *   the look's
 * @size: (nullable): id of a size, a diameter in mm, or "" for the look's
 * @shade: (nullable): id of a shade, a colour as #rgb or #rrggbb, or "" for
 *   the look's
 * @recipe: (out caller-allocates): untouched on error
 * @error: return location
 *
 * Puts together what a user asked for. Numbers are written the same way in
 * every locale, with a point.
 *
 * Errors: FOLLI_ERROR_UNKNOWN for a look, density or size that no file has,
 * with those that there are; FOLLI_ERROR_RANGE for a number out of range;
 * FOLLI_ERROR_COLOR for a shade that is neither.
 *
 * Returns: TRUE if @recipe was filled in
 */
gboolean folli_presets_make_recipe (const FolliPresets *presets,
                                    const char         *look,
                                    const char         *density,
                                    const char         *size,
                                    const char         *shade,
                                    FolliRecipe        *recipe,
                                    GError            **error);

G_END_DECLS
