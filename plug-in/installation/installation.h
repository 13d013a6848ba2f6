/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FolliData:
 * @FOLLI_DATA_PRESETS: the folder of the presets' files
 * @FOLLI_DATA_TRANSLATIONS: the folder of a folder for each language
 * @FOLLI_DATA_HELP: the folder of a folder of help pages for each language
 *
 * What comes along with the plug-in's executable and the operations' module.
 */
typedef enum
{
  FOLLI_DATA_PRESETS,
  FOLLI_DATA_TRANSLATIONS,
  FOLLI_DATA_HELP,
  FOLLI_DATA_N_KINDS
} FolliData;

/**
 * folli_installation_get_file:
 *
 * Says which file this function is in: the plug-in's executable or, where it
 * is called from there, the operations' module. Links are followed.
 *
 * Returns: (transfer full) (nullable): its absolute path, or NULL if the
 *   system does not tell
 */
char *folli_installation_get_file (void);

/**
 * folli_installation_get_file_of:
 * @address: of a function in this process
 *
 * Returns: (transfer full) (nullable): the absolute path of the executable or
 *   module that the function is in, or NULL if the system does not tell
 */
char *folli_installation_get_file_of (gconstpointer address);

/**
 * folli_installation_find_from:
 * @data: what to look for
 * @folder: where the executable or the module is
 *
 * Looks in @folder itself, then in `share` of each of the six folders above it:
 * as many as there are between a plug-in of GIMP and the prefix of Debian's
 * packages. Translations may also lie in `locale` of a folder above, which is
 * where a user's own are. A folder counts if something is in it.
 *
 * Returns: (transfer full) (nullable): the folder, or NULL if there is none
 */
char *folli_installation_find_from (FolliData data, const char *folder);

/**
 * folli_installation_find:
 * @data: what to look for
 *
 * Looks for what came along with this executable or module, wherever that is
 * now; and if nothing did, in the folder that was foreseen when it was built.
 *
 * Returns: (transfer full): a folder, which may not exist
 */
char *folli_installation_find (FolliData data);

/**
 * folli_installation_bind_translations:
 *
 * Has gettext take our texts from the translations that are found.
 */
void folli_installation_bind_translations (void);

/**
 * folli_installation_is_own:
 *
 * Returns: TRUE if this executable is among the files of the user who runs it,
 *   and not the system's
 */
gboolean folli_installation_is_own (void);

/**
 * folli_installation_get_module_place:
 *
 * Says where the operations' module belongs that goes with this executable: in
 * the user's folder for GEGL, or in the system's.
 *
 * Returns: (transfer full): the path of a file, which may not exist
 */
char *folli_installation_get_module_place (void);

/**
 * folli_installation_get_command:
 *
 * Says how what is installed can be put right: by the script that `install.sh`
 * has noted down for this, or by Debian's package.
 *
 * Returns: (transfer full): a command line
 */
char *folli_installation_get_command (void);

G_END_DECLS
