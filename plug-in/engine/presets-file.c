/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presets-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "follicle/error.h"

/* Far above any list that a person would write, and small enough that a
 * wrong file cannot keep the plug-in from starting. */
#define MAX_BYTES (1024 * 1024)

static const char *const HEADER_KEYS[] = { "Format", "Kind", NULL };
static const char *const FORMATS[] = { "1", NULL };
static const char *const KINDS[FOLLI_PRESET_N_KINDS + 1] = {
  [FOLLI_PRESET_DENSITY] = "density",
  [FOLLI_PRESET_SIZE] = "size",
  [FOLLI_PRESET_SHADE] = "shade",
  [FOLLI_PRESET_LOOK] = "look",
};

static guint
count_lines (const char *text, gsize length)
{
  guint n_lines = 1;

  for (gsize i = 0; i < length; i++)
    n_lines += text[i] == '\n';
  return n_lines;
}

static char *
read_text (const char *path, GError **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *text = NULL;
  const char      *end;
  gsize            length;

  if (!g_file_get_contents (path, &text, &length, &cause))
    {
      g_set_error_literal (error, FOLLI_ERROR, FOLLI_ERROR_FILE,
                           cause->message);
      return NULL;
    }
  if (length > MAX_BYTES)
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_FILE,
                   _ ("%u bytes are above the %u maximum"), (guint)length,
                   MAX_BYTES);
      return NULL;
    }
  if (!g_utf8_validate (text, length, &end))
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_FILE,
                   _ ("line %u: this is not text in UTF-8"),
                   count_lines (text, end - text));
      return NULL;
    }
  return g_steal_pointer (&text);
}

static gboolean
read_keys (FolliPresetFile *file, const char *text, GError **error)
{
  g_autoptr (GError) cause = NULL;

  if (!g_key_file_load_from_data (file->keys, text, strlen (text),
                                  G_KEY_FILE_NONE, &cause))
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_FILE, _ ("line %u: %s"),
                   folli_preset_lines_find_fault (text), cause->message);
      return FALSE;
    }
  file->lines = folli_preset_lines_index (text, error);
  return file->lines != NULL;
}

static gboolean
find_name (const char *const *names,
           const char        *what,
           const char        *name,
           guint             *index,
           GError           **error)
{
  g_autofree char *all = NULL;

  for (*index = 0; names[*index] != NULL; (*index)++)
    if (g_str_equal (names[*index], name))
      return TRUE;

  all = g_strjoinv (", ", (char **)names);
  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_FILE,
               _ ("%s '%s' is none of: %s"), what, name, all);
  return FALSE;
}

static gboolean
read_header_key (FolliPresetFile *file, const char *key, GError **error)
{
  g_autofree char *value
      = folli_preset_file_get_value (file, FOLLI_PRESET_HEADER, key, error);
  guint index;

  if (value == NULL || !find_name (HEADER_KEYS, _ ("Key"), key, &index, error))
    return FALSE;
  if (g_str_equal (key, "Format"))
    return find_name (FORMATS, key, value, &index, error);
  if (!find_name (KINDS, key, value, &index, error))
    return FALSE;
  file->kind = index;
  return TRUE;
}

static gboolean
read_header (FolliPresetFile *file, GError **error)
{
  g_auto (GStrv) keys
      = g_key_file_get_keys (file->keys, FOLLI_PRESET_HEADER, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    if (!read_header_key (file, keys[i], error))
      return folli_preset_file_locate (file, FOLLI_PRESET_HEADER, keys[i],
                                       error);

  for (guint i = 0; HEADER_KEYS[i] != NULL; i++)
    if (!folli_preset_file_check_key (file, FOLLI_PRESET_HEADER, HEADER_KEYS[i],
                                      error))
      return FALSE;
  return TRUE;
}

FolliPresetFile *
folli_preset_file_open (const char *path, GError **error)
{
  g_autoptr (FolliPresetFile) file = g_new0 (FolliPresetFile, 1);
  g_autofree char *text = read_text (path, error);

  file->path = g_strdup (path);
  file->keys = g_key_file_new ();
  if (text == NULL || !read_keys (file, text, error)
      || !read_header (file, error))
    return NULL;
  return g_steal_pointer (&file);
}

void
folli_preset_file_free (FolliPresetFile *file)
{
  g_free (file->path);
  g_key_file_free (file->keys);
  g_clear_pointer (&file->lines, g_hash_table_unref);
  g_free (file);
}

char *
folli_preset_file_get_value (const FolliPresetFile *file,
                             const char            *group,
                             const char            *key,
                             GError               **error)
{
  g_autoptr (GError) cause = NULL;
  g_autofree char *text
      = g_key_file_get_string (file->keys, group, key, &cause);

  /* GLib returns what it could make of a broken value, too. */
  if (cause == NULL)
    return g_strstrip (g_steal_pointer (&text));
  g_set_error_literal (error, FOLLI_ERROR, FOLLI_ERROR_FILE, cause->message);
  return NULL;
}

gboolean
folli_preset_file_check_key (const FolliPresetFile *file,
                             const char            *group,
                             const char            *key,
                             GError               **error)
{
  if (g_key_file_has_key (file->keys, group, key, NULL))
    return TRUE;
  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_FILE,
               _ ("[%s] lacks the key '%s'"), group, key);
  return folli_preset_file_locate (file, group, NULL, error);
}

gboolean
folli_preset_file_locate (const FolliPresetFile *file,
                          const char            *group,
                          const char            *key,
                          GError               **error)
{
  g_prefix_error (error, _ ("line %u: "),
                  folli_preset_lines_find (file->lines, group, key));
  return FALSE;
}
