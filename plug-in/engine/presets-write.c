/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "follicle/error.h"
#include "presets-folder.h"

/* Each becomes a file of its own. */
#define MAX_IMPORTED 100

static GKeyFile *
make_keys (FolliPresetKind kind)
{
  GKeyFile *keys = g_key_file_new ();

  g_key_file_set_string (keys, FOLLI_PRESET_HEADER, "Format",
                         FOLLI_PRESET_FORMAT);
  g_key_file_set_string (keys, FOLLI_PRESET_HEADER, "Kind",
                         FOLLI_PRESET_KINDS[kind]);
  return keys;
}

/* As few digits as make it the same number again */
static void
set_number (GKeyFile *keys, const char *id, const char *key, double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  for (guint n_digits = 6; n_digits <= 17; n_digits++)
    {
      char format[] = "%.00g";

      format[2] = '0' + n_digits / 10;
      format[3] = '0' + n_digits % 10;
      g_ascii_formatd (text, sizeof text, format, value);
      if (g_ascii_strtod (text, NULL) == value)
        break;
    }
  g_key_file_set_value (keys, id, key, text);
}

/* Density, size and shade of a look as numbers, since what it named may not
 * be there where its file is read */
static void
set_main_numbers (GKeyFile *keys, const char *id, const FolliRecipe *recipe)
{
  set_number (keys, id, "density", recipe->value[FOLLI_DENSITY]);
  set_number (keys, id, "size", recipe->value[FOLLI_DIAMETER]);
  g_key_file_set_string (keys, id, "shade", recipe->shade);
}

static void
set_recipe (GKeyFile          *keys,
            FolliPresetKind    kind,
            const char        *id,
            const FolliRecipe *recipe)
{
  if (kind == FOLLI_PRESET_DENSITY)
    set_number (keys, id, "density", recipe->value[FOLLI_DENSITY]);
  else if (kind == FOLLI_PRESET_SIZE)
    set_number (keys, id, "diameter", recipe->value[FOLLI_DIAMETER]);
  else if (kind == FOLLI_PRESET_SHADE)
    g_key_file_set_string (keys, id, "shade", recipe->shade);
  else
    {
      set_main_numbers (keys, id, recipe);
      for (FolliParameterId p = 0; p < FOLLI_N_PARAMETERS; p++)
        if (folli_parameter_is_of_a_look (p))
          set_number (keys, id, folli_parameter_get (p)->name,
                      recipe->value[p]);
    }
}

/* One preset of a file as it stands there, with what it says in other
 * languages, under another id perhaps */
static GKeyFile *
copy_preset (const FolliPresetFile *file, const char *from, const char *to)
{
  GKeyFile *keys = make_keys (file->kind);
  g_auto (GStrv) names = g_key_file_get_keys (file->keys, from, NULL, NULL);

  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autofree char *value
          = g_key_file_get_value (file->keys, from, names[i], NULL);

      g_key_file_set_value (keys, to, names[i], value);
    }
  return keys;
}

/* The old file or the new one is there, whatever happens. Nothing is written
 * that could not be read again. */
static gboolean
write_keys (GKeyFile     *keys,
            FolliPresets *presets,
            const char   *path,
            GError      **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (FolliPresetFile) file = NULL;
  g_autoptr (GArray) found = NULL;
  gsize            length;
  g_autofree char *text = g_key_file_to_data (keys, &length, NULL);

  file = folli_preset_file_parse (path, text, length, error);
  if (file != NULL)
    found = folli_preset_file_read (file, presets, error);
  if (found == NULL)
    return FALSE;
  if (g_file_set_contents_full (path, text, length,
                                G_FILE_SET_CONTENTS_CONSISTENT
                                    | G_FILE_SET_CONTENTS_DURABLE,
                                0666, &cause))
    return TRUE;
  return folli_preset_refuse (error, "%s", cause->message);
}

static gboolean
check_name (const char *name, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (name));

  if (*text != '\0' && g_utf8_validate (text, -1, NULL))
    return TRUE;
  return folli_preset_refuse (error, _ ("A preset has to have a name"));
}

gboolean
folli_presets_save (const FolliPresets    *presets,
                    FolliPresetKind        kind,
                    const FolliPresetInfo *info,
                    gboolean               may_replace,
                    GError               **error)
{
  g_auto (FolliPresetFolder) folder = { .lock = -1 };
  g_autoptr (GKeyFile) keys = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (presets != NULL && info != NULL, FALSE);
  g_return_val_if_fail (kind < FOLLI_PRESET_N_KINDS, FALSE);
  g_return_val_if_fail (info->id != NULL && info->name != NULL, FALSE);

  if (!check_name (info->name, error)
      || !folli_preset_folder_enter (&folder, presets, error)
      || !folli_preset_folder_check_target (&folder, kind, info->id,
                                            may_replace, error))
    return FALSE;
  keys = make_keys (kind);
  g_key_file_set_string (keys, info->id, "Name", info->name);
  if (info->description != NULL && *info->description != '\0')
    g_key_file_set_string (keys, info->id, "Comment", info->description);
  set_recipe (keys, kind, info->id, &info->recipe);
  path = folli_preset_folder_make_path (&folder, kind, info->id);
  return write_keys (keys, folder.presets, path, error);
}

/* A name in another language would be shown instead. */
static void
set_only_name (GKeyFile *keys, const char *id, const char *name)
{
  g_auto (GStrv) names = g_key_file_get_keys (keys, id, NULL, NULL);

  for (guint i = 0; names[i] != NULL; i++)
    if (g_str_has_prefix (names[i], "Name["))
      g_key_file_remove_key (keys, id, names[i], NULL);
  g_key_file_set_string (keys, id, "Name", name);
}

static gboolean
remove_file (const char *path, GError **error)
{
  return g_remove (path) == 0
         || folli_preset_refuse (error, _ ("%s cannot be removed: %s"), path,
                                 g_strerror (errno));
}

gboolean
folli_presets_rename (const FolliPresets *presets,
                      FolliPresetKind     kind,
                      const char         *id,
                      const char         *new_id,
                      const char         *new_name,
                      GError            **error)
{
  g_auto (FolliPresetFolder) folder = { .lock = -1 };
  g_autoptr (FolliPresetFile) file = NULL;
  g_autoptr (GKeyFile) keys = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (presets != NULL && id != NULL, FALSE);
  g_return_val_if_fail (new_id != NULL && new_name != NULL, FALSE);

  if (!check_name (new_name, error)
      || !folli_preset_folder_enter (&folder, presets, error))
    return FALSE;
  file = folli_preset_folder_open_own (&folder, kind, id, error);
  if (file == NULL
      || !folli_preset_folder_check_target (&folder, kind, new_id,
                                            g_str_equal (id, new_id), error))
    return FALSE;
  keys = copy_preset (file, id, new_id);
  set_only_name (keys, new_id, new_name);
  path = folli_preset_folder_make_path (&folder, kind, new_id);
  return write_keys (keys, folder.presets, path, error)
         && (g_str_equal (path, file->path) || remove_file (file->path, error));
}

gboolean
folli_presets_remove (const FolliPresets *presets,
                      FolliPresetKind     kind,
                      const char         *id,
                      GError            **error)
{
  g_auto (FolliPresetFolder) folder = { .lock = -1 };
  g_autoptr (FolliPresetFile) file = NULL;

  g_return_val_if_fail (presets != NULL && id != NULL, FALSE);

  if (!folli_preset_folder_enter (&folder, presets, error))
    return FALSE;
  file = folli_preset_folder_open_own (&folder, kind, id, error);
  return file != NULL && remove_file (file->path, error);
}

/* Whether a place that the user has named may be written to */
static gboolean
check_export (const char *path,
              const char *id,
              gboolean    may_replace,
              GError    **error)
{
  g_autoptr (GError) cause = NULL;
  g_autoptr (FolliPresetFile) file = NULL;

  if (!folli_preset_path_is_there (path))
    return TRUE;
  file = folli_preset_file_open (path, TRUE, &cause);
  if (file == NULL)
    return folli_preset_refuse (error, _ ("%s is left alone: %s"), path,
                                cause->message);
  return may_replace || folli_preset_refuse_existing (id, path, error);
}

gboolean
folli_presets_export (FolliPresets   *presets,
                      FolliPresetKind kind,
                      const char     *id,
                      const char     *path,
                      gboolean        may_replace,
                      GError        **error)
{
  const FolliPresetInfo *info;
  g_autoptr (FolliPresetFile) file = NULL;
  g_autoptr (GKeyFile) keys = NULL;

  g_return_val_if_fail (presets != NULL && id != NULL && path != NULL, FALSE);

  info = folli_presets_find (presets, kind, id);
  if (info == NULL)
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_UNKNOWN,
                   _ ("There is no preset '%s'"), id);
      return FALSE;
    }
  if (!check_export (path, id, may_replace, error))
    return FALSE;
  file = folli_preset_file_open (info->path, info->is_own, error);
  if (file == NULL)
    return FALSE;
  if (file->kind != kind || !g_key_file_has_group (file->keys, id))
    return folli_preset_refuse (error, _ ("%s has no preset '%s' any more"),
                                info->path, id);
  keys = copy_preset (file, id, id);
  if (kind == FOLLI_PRESET_LOOK)
    set_main_numbers (keys, id, &info->recipe);
  return write_keys (keys, presets, path, error);
}

static gboolean
check_imported (const FolliPresetFolder *folder,
                FolliPresetKind          kind,
                const GArray            *found,
                gboolean                 may_replace,
                GError                 **error)
{
  if (found->len > MAX_IMPORTED)
    return folli_preset_refuse (error,
                                _ ("%u presets are above the %u maximum"),
                                found->len, MAX_IMPORTED);
  for (guint i = 0; i < found->len; i++)
    if (!folli_preset_folder_check_target (
            folder, kind, g_array_index (found, FolliPresetInfo, i).id,
            may_replace, error))
      return FALSE;
  return TRUE;
}

gboolean
folli_presets_import (const FolliPresets *presets,
                      const char         *path,
                      gboolean            may_replace,
                      guint              *n_presets,
                      GError            **error)
{
  g_auto (FolliPresetFolder) folder = { .lock = -1 };
  g_autoptr (FolliPresetFile) file = NULL;
  g_autoptr (GArray) found = NULL;

  g_return_val_if_fail (presets != NULL && path != NULL, FALSE);

  if (!folli_preset_folder_enter (&folder, presets, error))
    return FALSE;
  file = folli_preset_file_open (path, FALSE, error);
  if (file != NULL)
    found = folli_preset_file_read (file, folder.presets, error);
  if (found == NULL
      || !check_imported (&folder, file->kind, found, may_replace, error))
    return FALSE;
  for (guint i = 0; i < found->len; i++)
    {
      const char      *id = g_array_index (found, FolliPresetInfo, i).id;
      g_autofree char *target
          = folli_preset_folder_make_path (&folder, file->kind, id);
      g_autoptr (GKeyFile) keys = copy_preset (file, id, id);

      if (!write_keys (keys, folder.presets, target, error))
        return FALSE;
    }
  if (n_presets != NULL)
    *n_presets = found->len;
  return TRUE;
}

/* Leaves room for the number that makes it the only one. */
#define MAX_SIMPLE_LENGTH 60

/* "Studio München, 2" → "studio-munchen-2" */
static char *
simplify (const char *name)
{
  g_autofree char *ascii = g_str_to_ascii (name, "C");
  GString         *id = g_string_new (NULL);

  for (const char *c = ascii; *c != '\0' && id->len < MAX_SIMPLE_LENGTH; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (id, g_ascii_tolower (*c));
    else if (id->len > 0 && id->str[id->len - 1] != '-')
      g_string_append_c (id, '-');
  if (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);
  if (!g_ascii_isalpha (*id->str))
    g_string_prepend (id, id->len > 0 ? "own-" : "own");
  return g_string_free (id, FALSE);
}

char *
folli_presets_make_id (const FolliPresets *presets,
                       FolliPresetKind     kind,
                       const char         *name)
{
  g_autofree char *simple = NULL;
  char            *id;

  g_return_val_if_fail (presets != NULL && name != NULL, NULL);

  simple = simplify (name);
  id = g_strdup (simple);
  for (guint i = 2; folli_presets_find (presets, kind, id) != NULL; i++)
    {
      g_free (id);
      id = g_strdup_printf ("%s-%u", simple, i);
    }
  return id;
}
