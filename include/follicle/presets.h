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
 * @skin: the skin's own colour as "#rrggbb", which no preset states
 *
 * All that an arrangement of dots needs but the mask, the seed and the place.
 */
typedef struct
{
  double value[FOLLI_N_PARAMETERS];
  char   shade[8];
  char   skin[8];
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
 * @look: id of a look; after it, each behind a space, what differs from it:
 *   "natural softness=10 strength=3"
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
 * with those that there are, and for a number that a look cannot set;
 * FOLLI_ERROR_FILE for what is no number; FOLLI_ERROR_RANGE for a number out of
 * range; FOLLI_ERROR_COLOR for a shade that is neither.
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

/**
 * folli_color_parse:
 * @text: a colour as #rgb or #rrggbb
 * @color: (out): the same as #rrggbb in lower case; untouched on error
 * @error: return location
 *
 * Errors: FOLLI_ERROR_COLOR for anything else.
 *
 * Returns: TRUE if it is one
 */
gboolean folli_color_parse (const char *text, char color[8], GError **error);

/**
 * folli_presets_make_id:
 * @presets: the presets
 * @kind: of which kind
 * @name: what the user calls a new preset
 *
 * Returns: (transfer full): an id like the name that no preset of the kind has
 */
char *folli_presets_make_id (const FolliPresets *presets,
                             FolliPresetKind     kind,
                             const char         *name);

/**
 * folli_presets_save:
 * @presets: the presets; to see what was saved, load them again
 * @kind: of which kind
 * @info: id, name, description (nullable) and recipe of the preset
 * @may_replace: whether one of the same id is to be replaced
 * @error: return location
 *
 * Writes a preset of the user's own into the last of the folders, each to a
 * file of its own, "look-studio.ini". A file is there whole or not at all,
 * whatever happens; programs that write at the same time wait for each other;
 * and a file that has anything else in it, or a mistake, is never written to.
 *
 * Errors: FOLLI_ERROR_EXISTS for an id that one has, be it ours or the
 * user's, unless @may_replace; FOLLI_ERROR_FILE for what is not an id, for a
 * file that may not be touched and for a disk that does not take it;
 * FOLLI_ERROR_RANGE and FOLLI_ERROR_COLOR for what cannot be in a recipe.
 *
 * Returns: TRUE if it was written
 */
gboolean folli_presets_save (const FolliPresets    *presets,
                             FolliPresetKind        kind,
                             const FolliPresetInfo *info,
                             gboolean               may_replace,
                             GError               **error);

/**
 * folli_presets_rename:
 * @presets: the presets
 * @kind: of which kind
 * @id: which one
 * @new_id: the same or another
 * @new_name: what a list is to show
 * @error: return location
 *
 * Gives a preset of the user's own another name.
 *
 * Errors: as folli_presets_save() does, and FOLLI_ERROR_UNKNOWN if there is no
 * such preset. One that comes with the plug-in, or that stands with others in
 * a file, is left alone: FOLLI_ERROR_FILE.
 *
 * Returns: TRUE if it was done
 */
gboolean folli_presets_rename (const FolliPresets *presets,
                               FolliPresetKind     kind,
                               const char         *id,
                               const char         *new_id,
                               const char         *new_name,
                               GError            **error);

/**
 * folli_presets_remove:
 * @presets: the presets
 * @kind: of which kind
 * @id: which one
 * @error: return location
 *
 * Removes a preset of the user's own, with its file.
 *
 * Errors: as folli_presets_rename() does.
 *
 * Returns: TRUE if it was done
 */
gboolean folli_presets_remove (const FolliPresets *presets,
                               FolliPresetKind     kind,
                               const char         *id,
                               GError            **error);

/**
 * folli_presets_export:
 * @presets: the presets
 * @kind: of which kind
 * @id: which one, ours or the user's
 * @path: of the file to write
 * @may_replace: whether a preset file may be replaced there
 * @error: return location
 *
 * Writes one preset to a file that can be given to others. What a look names
 * goes into it as numbers.
 *
 * Errors: as folli_presets_save() does; what is no preset file is never
 * replaced.
 *
 * Returns: TRUE if it was written
 */
gboolean folli_presets_export (FolliPresets   *presets,
                               FolliPresetKind kind,
                               const char     *id,
                               const char     *path,
                               gboolean        may_replace,
                               GError        **error);

/**
 * folli_presets_import:
 * @presets: the presets
 * @path: of a preset file, of up to 100 presets
 * @may_replace: whether those of the same ids are to be replaced
 * @n_presets: (out) (optional): how many it has; untouched on error
 * @error: return location
 *
 * Makes the presets of a file the user's own. All are looked at before the
 * first is written.
 *
 * Errors: as folli_presets_save() and folli_presets_load() have them.
 *
 * Returns: TRUE if all were written
 */
gboolean folli_presets_import (const FolliPresets *presets,
                               const char         *path,
                               gboolean            may_replace,
                               guint              *n_presets,
                               GError            **error);

G_END_DECLS
