/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/presets.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "presets-private.h"

FolliPresetTable *
folli_preset_table_new (void)
{
  FolliPresetTable *table = g_new (FolliPresetTable, 1);

  table->infos = g_array_new (FALSE, FALSE, sizeof (FolliPresetInfo));
  table->recipes = g_array_new (FALSE, FALSE, sizeof (FolliRecipe));
  return table;
}

void
folli_preset_table_free (FolliPresetTable *table)
{
  g_array_unref (table->infos);
  g_array_unref (table->recipes);
  g_free (table);
}

/* The number of presets if there is none of that id */
static guint
find_index (const FolliPresetTable *table, const char *id)
{
  guint i = 0;

  while (
      i < table->infos->len
      && !g_str_equal (g_array_index (table->infos, FolliPresetInfo, i).id, id))
    i++;
  return i;
}

void
folli_preset_table_put (FolliPresetTable      *table,
                        const FolliPresetInfo *info,
                        const FolliRecipe     *recipe)
{
  guint i = find_index (table, info->id);

  if (i == table->infos->len)
    {
      g_array_set_size (table->infos, i + 1);
      g_array_set_size (table->recipes, i + 1);
    }
  g_array_index (table->infos, FolliPresetInfo, i) = *info;
  g_array_index (table->recipes, FolliRecipe, i) = *recipe;
}

const FolliRecipe *
folli_preset_table_find (const FolliPresetTable *table, const char *id)
{
  guint i = find_index (table, id);

  return i < table->infos->len ? &g_array_index (table->recipes, FolliRecipe, i)
                               : NULL;
}

static void
merge_table (FolliPresetTable *table, const FolliPresetTable *newer)
{
  for (guint i = 0; i < newer->infos->len; i++)
    folli_preset_table_put (table,
                            &g_array_index (newer->infos, FolliPresetInfo, i),
                            &g_array_index (newer->recipes, FolliRecipe, i));
}

static void
warn (FolliPresets *presets, const char *path, const GError *error)
{
  g_autofree char *name = g_filename_display_name (path);

  g_ptr_array_add (presets->warnings,
                   g_strdup_printf (_ ("Presets %s are left out: %s"), name,
                                    error->message));
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
    warn (presets, folder, error);

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (*name != '.' && g_str_has_suffix (name, ".ini"))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));

  g_ptr_array_sort (paths, compare_names);
  return g_steal_pointer (&paths);
}

static void
open_files (FolliPresets *presets, const char *folder, GPtrArray *files)
{
  g_autoptr (GPtrArray) paths = list_paths (presets, folder);

  for (guint i = 0; i < paths->len; i++)
    {
      const char *path = g_ptr_array_index (paths, i);
      g_autoptr (GError) error = NULL;
      FolliPresetFile *file = folli_preset_file_open (path, &error);

      if (file != NULL)
        g_ptr_array_add (files, file);
      else
        warn (presets, path, error);
    }
}

static void
read_files (FolliPresets *presets, GPtrArray *files, FolliPresetKind kind)
{
  for (guint i = 0; i < files->len; i++)
    {
      const FolliPresetFile *file = g_ptr_array_index (files, i);
      g_autoptr (GError) error = NULL;
      g_autoptr (FolliPresetTable) table = NULL;

      if (file->kind != kind)
        continue;
      table = folli_preset_file_read (file, presets, &error);
      if (table != NULL)
        merge_table (presets->table[kind], table);
      else
        warn (presets, file->path, error);
    }
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
  presets->strings = g_string_chunk_new (4096);
  presets->warnings = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; folders[i] != NULL; i++)
    open_files (presets, folders[i], files);

  /* Looks come last, since they name presets of the other kinds. */
  for (FolliPresetKind kind = 0; kind < FOLLI_PRESET_N_KINDS; kind++)
    {
      presets->table[kind] = folli_preset_table_new ();
      read_files (presets, files, kind);
    }
  g_ptr_array_add (presets->warnings, NULL);
  return presets;
}

void
folli_presets_free (FolliPresets *presets)
{
  for (FolliPresetKind kind = 0; kind < FOLLI_PRESET_N_KINDS; kind++)
    folli_preset_table_free (presets->table[kind]);
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

const FolliPresetInfo *
folli_presets_list (const FolliPresets *presets,
                    FolliPresetKind     kind,
                    guint              *n_presets)
{
  g_return_val_if_fail (presets != NULL && n_presets != NULL, NULL);
  g_return_val_if_fail (kind < FOLLI_PRESET_N_KINDS, NULL);

  *n_presets = presets->table[kind]->infos->len;
  return (const FolliPresetInfo *)presets->table[kind]->infos->data;
}
