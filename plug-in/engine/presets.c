/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/presets.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "presets-private.h"

/* More than a person keeps, and little enough to be read at every start */
#define MAX_FILES 1000
#define MAX_BYTES (8 * 1024 * 1024)
#define MAX_PRESETS 1000

/* Names in a folder that are looked at, of whatever kind */
#define MAX_NAMES 20000

/* More of them would hide what they say. */
#define MAX_WARNINGS 20

/* In the place of one with the same id if there is one */
static void
put (GArray *infos, const FolliPresetInfo *info)
{
  for (guint i = 0; i < infos->len; i++)
    if (g_str_equal (g_array_index (infos, FolliPresetInfo, i).id, info->id))
      {
        g_array_index (infos, FolliPresetInfo, i) = *info;
        return;
      }
  g_array_append_vals (infos, info, 1);
}

static void
warn (FolliPresets *presets, const char *path, const char *reason)
{
  g_autofree char *name = g_filename_display_name (path);

  if (presets->warnings->len < MAX_WARNINGS)
    g_ptr_array_add (
        presets->warnings,
        g_strdup_printf (_ ("Presets %s are left out: %s"), name, reason));
  else if (presets->warnings->len == MAX_WARNINGS)
    g_ptr_array_add (presets->warnings,
                     g_strdup (_ ("Other presets are left out, too")));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* The paths of a folder's .ini files, in the order of their names */
static GPtrArray *
list_paths (FolliPresets *presets, const char *folder)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  if (dir == NULL && !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    warn (presets, folder, error->message);

  for (guint i = 0;
       dir != NULL && i < MAX_NAMES && (name = g_dir_read_name (dir)) != NULL;
       i++)
    if (*name != '.' && g_str_has_suffix (name, ".ini"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));

  g_ptr_array_sort (paths, compare_names);
  return g_steal_pointer (&paths);
}

static void
open_files (FolliPresets *presets,
            const char   *folder,
            gboolean      is_own,
            GPtrArray    *files)
{
  g_autoptr (GPtrArray) paths = list_paths (presets, folder);
  gsize n_bytes = 0;

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (FolliPresetFile) file = NULL;

      if (i == MAX_FILES || n_bytes > MAX_BYTES)
        {
          warn (presets, path,
                _ ("it and what follows are too many files for one folder"));
          return;
        }
      file = folli_preset_file_open (path, is_own, &error);
      if (file == NULL)
        {
          warn (presets, path, error->message);
          continue;
        }
      n_bytes += file->length;
      g_ptr_array_add (files, g_steal_pointer (&file));
    }
}

static void
read_file (FolliPresets *presets, const FolliPresetFile *file)
{
  GArray *infos = presets->infos[file->kind];
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) found = folli_preset_file_read (file, presets, &error);

  if (found != NULL && infos->len + found->len > MAX_PRESETS)
    {
      g_clear_pointer (&found, g_array_unref);
      folli_preset_refuse (&error, _ ("with them there are more than %u"),
                           MAX_PRESETS);
    }
  if (error != NULL)
    warn (presets, file->path, error->message);
  for (guint i = 0; found != NULL && i < found->len; i++)
    put (infos, &g_array_index (found, FolliPresetInfo, i));
}

GStrv
folli_presets_list_folders (const char *installed)
{
  const char *instead = g_getenv ("FOLLICLE_PRESETS_PATH");
  g_autoptr (GStrvBuilder) folders = g_strv_builder_new ();
  g_autofree char *own = g_build_filename (g_get_user_config_dir (), "follicle",
                                           "presets", NULL);

  g_return_val_if_fail (installed != NULL, NULL);

  g_strv_builder_add (folders, instead != NULL ? instead : installed);
  g_strv_builder_add (folders, own);
  return g_strv_builder_end (folders);
}

FolliPresets *
folli_presets_load (const char *const *folders)
{
  FolliPresets *presets;
  g_autoptr (GPtrArray) files
      = g_ptr_array_new_with_free_func ((GDestroyNotify)folli_preset_file_free);

  g_return_val_if_fail (folders != NULL, NULL);

  presets = g_new0 (FolliPresets, 1);
  presets->folders = g_strdupv ((char **)folders);
  presets->strings = g_string_chunk_new (4096);
  presets->warnings = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; folders[i] != NULL; i++)
    open_files (presets, folders[i], folders[i + 1] == NULL, files);

  /* Looks come last, since they name presets of the other kinds. */
  for (FolliPresetKind kind = 0; kind < FOLLI_PRESET_N_KINDS; kind++)
    {
      presets->infos[kind]
          = g_array_new (FALSE, FALSE, sizeof (FolliPresetInfo));
      for (guint i = 0; i < files->len; i++)
        {
          const FolliPresetFile *file = g_ptr_array_index (files, i);

          if (file->kind == kind)
            read_file (presets, file);
        }
    }
  g_ptr_array_add (presets->warnings, NULL);
  return presets;
}

void
folli_presets_free (FolliPresets *presets)
{
  for (FolliPresetKind kind = 0; kind < FOLLI_PRESET_N_KINDS; kind++)
    g_array_unref (presets->infos[kind]);
  g_strfreev (presets->folders);
  g_string_chunk_free (presets->strings);
  g_ptr_array_unref (presets->warnings);
  g_free (presets);
}

const char *const *
folli_presets_get_warnings (const FolliPresets *presets)
{
  g_return_val_if_fail (presets != NULL, NULL);

  return (const char *const *)presets->warnings->pdata;
}
