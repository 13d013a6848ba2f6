/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/presets.h"

G_BEGIN_DECLS

/**
 * FolliPresetTable:
 * @infos: (element-type FolliPresetInfo): what a list shows; the strings
 *   belong to the presets
 * @recipes: (element-type FolliRecipe): as long as @infos. Of a density, a
 *   size or a shade only that one part is meant, of a look everything is
 *
 * The presets of one kind.
 */
typedef struct
{
  GArray *infos;
  GArray *recipes;
} FolliPresetTable;

struct _FolliPresets
{
  FolliPresetTable *table[FOLLI_PRESET_N_KINDS];
  GStringChunk     *strings;
  GPtrArray        *warnings;
};

FolliPresetTable *folli_preset_table_new (void);
void              folli_preset_table_free (FolliPresetTable *table);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FolliPresetTable, folli_preset_table_free)

/**
 * folli_preset_table_put:
 * @table: the presets of one kind
 * @info: what a list shows; its strings are not copied
 * @recipe: what it stands for
 *
 * Adds a preset, in the place of one with the same id if there is one.
 */
void folli_preset_table_put (FolliPresetTable      *table,
                             const FolliPresetInfo *info,
                             const FolliRecipe     *recipe);

/**
 * folli_preset_table_find:
 * @table: the presets of one kind
 * @id: which one
 *
 * Returns: (transfer none) (nullable): its recipe
 */
const FolliRecipe *folli_preset_table_find (const FolliPresetTable *table,
                                            const char             *id);

/**
 * FolliPresetFile:
 * @path: of the file
 * @keys: what it says
 * @lines: where it says it, see folli_preset_lines_index()
 * @kind: of all its presets
 *
 * One .ini file whose syntax and header are right.
 */
typedef struct
{
  char           *path;
  GKeyFile       *keys;
  GHashTable     *lines;
  FolliPresetKind kind;
} FolliPresetFile;

/**
 * FOLLI_PRESET_HEADER:
 *
 * The group that makes a key file a preset file.
 */
#define FOLLI_PRESET_HEADER "Follicle Presets"

/**
 * folli_preset_file_open:
 * @path: of the file
 * @error: return location
 *
 * Errors: FOLLI_ERROR_FILE, with the line, for a file that cannot be read or
 * is no preset file of a format that is known.
 *
 * Returns: (transfer full) (nullable): the file
 */
FolliPresetFile *folli_preset_file_open (const char *path, GError **error);
void             folli_preset_file_free (FolliPresetFile *file);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FolliPresetFile, folli_preset_file_free)

/**
 * folli_preset_file_get_value:
 * @file: a file
 * @group: one of its groups
 * @key: one of the group's keys
 * @error: return location
 *
 * Errors: FOLLI_ERROR_FILE, without the line, for a broken escape sequence.
 *
 * Returns: (transfer full) (nullable): the text without the blanks around it
 */
char *folli_preset_file_get_value (const FolliPresetFile *file,
                                   const char            *group,
                                   const char            *key,
                                   GError               **error);

/**
 * folli_preset_file_check_key:
 * @file: a file
 * @group: one of its groups
 * @key: a key that the group needs
 * @error: return location
 *
 * Errors: FOLLI_ERROR_FILE, with the line, if it is not there.
 *
 * Returns: TRUE if it is
 */
gboolean folli_preset_file_check_key (const FolliPresetFile *file,
                                      const char            *group,
                                      const char            *key,
                                      GError               **error);

/**
 * folli_preset_file_locate:
 * @file: a file
 * @group: one of its groups
 * @key: (nullable): one of the group's keys
 * @error: (inout): what is wrong there
 *
 * Puts the line's number before an error's message.
 *
 * Returns: FALSE
 */
gboolean folli_preset_file_locate (const FolliPresetFile *file,
                                   const char            *group,
                                   const char            *key,
                                   GError               **error);

/**
 * folli_preset_file_read:
 * @file: a file
 * @presets: the presets that the file's looks may name, and the owner of the
 *   strings
 * @error: return location
 *
 * Errors: any code, with the line, for the first preset that is not right.
 *
 * Returns: (transfer full) (nullable): all presets of the file
 */
FolliPresetTable *folli_preset_file_read (const FolliPresetFile *file,
                                          FolliPresets          *presets,
                                          GError               **error);

/**
 * folli_preset_lines_find_fault:
 * @text: of a key file that GLib refuses
 *
 * GLib quotes the offending line at best, and does not count.
 *
 * Returns: the number of the first line that it refuses
 */
guint folli_preset_lines_find_fault (const char *text);

/**
 * folli_preset_lines_index:
 * @text: of a key file that GLib accepts
 * @error: return location
 *
 * Finds out where each group and key stands.
 *
 * Errors: FOLLI_ERROR_FILE, with the line, for a group or key that is there
 * twice, which GLib would merge without a word.
 *
 * Returns: (transfer full) (nullable): to be asked with
 * folli_preset_lines_find()
 */
GHashTable *folli_preset_lines_index (const char *text, GError **error);

/**
 * folli_preset_lines_find:
 * @lines: from folli_preset_lines_index()
 * @group: a group
 * @key: (nullable): one of its keys, or NULL for the group itself
 *
 * Returns: the number of its line; that of the group for a key that is not
 * there, 1 for a group that is not there
 */
guint
folli_preset_lines_find (GHashTable *lines, const char *group, const char *key);

/**
 * folli_number_parse:
 * @text: a number, the same in every locale
 * @value: (out): not necessarily finite
 *
 * Returns: TRUE if all of @text is a number
 */
gboolean folli_number_parse (const char *text, double *value);

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
 * folli_presets_read_number:
 * @presets: the presets
 * @kind: density or size
 * @text: an id or a number
 * @recipe: (inout): untouched on error
 * @error: return location
 *
 * Errors: FOLLI_ERROR_UNKNOWN for what is neither, FOLLI_ERROR_RANGE for a
 * number out of range.
 *
 * Returns: TRUE if the density or diameter of @recipe was set
 */
gboolean folli_presets_read_number (const FolliPresets *presets,
                                    FolliPresetKind     kind,
                                    const char         *text,
                                    FolliRecipe        *recipe,
                                    GError            **error);

/**
 * folli_presets_read_shade:
 * @presets: the presets
 * @text: an id or a colour as #rgb or #rrggbb
 * @recipe: (inout): untouched on error
 * @error: return location
 *
 * Errors: FOLLI_ERROR_COLOR for what is neither.
 *
 * Returns: TRUE if the shade of @recipe was set
 */
gboolean folli_presets_read_shade (const FolliPresets *presets,
                                   const char         *text,
                                   FolliRecipe        *recipe,
                                   GError            **error);

G_END_DECLS
