/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presets-private.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "follicle/error.h"

/* Far above any list that a person would write, and small enough that a
 * wrong file cannot keep the plug-in from starting. */
#define MAX_BYTES (1024 * 1024)

static const char *const HEADER_KEYS[] = { "Format", "Kind", NULL };
static const char *const FORMATS[] = { FOLLI_PRESET_FORMAT, NULL };
const char *const        FOLLI_PRESET_KINDS[FOLLI_PRESET_N_KINDS + 1] = {
         [FOLLI_PRESET_DENSITY] = "density",
         [FOLLI_PRESET_SIZE] = "size",
         [FOLLI_PRESET_SHADE] = "shade",
         [FOLLI_PRESET_LOOK] = "look",
};

gboolean
folli_preset_refuse (GError **error, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list          arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, FOLLI_ERROR, FOLLI_ERROR_FILE, message);
  return FALSE;
}

static gboolean
check_file (const GStatBuf *info, GError **error)
{
#ifdef S_ISLNK
  if (S_ISLNK (info->st_mode))
    return folli_preset_refuse (error,
                                _ ("it is a link; put the file itself there"));
#endif
  if (!S_ISREG (info->st_mode))
    return folli_preset_refuse (error, _ ("it is no plain file"));
  if (info->st_size > MAX_BYTES)
    return folli_preset_refuse (error, _ ("%u bytes are above the %u maximum"),
                                (guint)MIN (info->st_size, G_MAXUINT),
                                MAX_BYTES);
  return TRUE;
}

/* A pipe would keep us waiting and a device does what it likes when it is
 * opened: neither is opened at all, nor, should one have come in between,
 * read. */
static FILE *
open_plain_file (const char *path, gboolean is_own, GError **error)
{
  const int flags
      = O_RDONLY | FOLLI_OPEN_SAFELY | (is_own ? FOLLI_OPEN_NO_LINK : 0);
  FILE    *file = NULL;
  int      number;
  GStatBuf info;

  if ((is_own ? g_lstat (path, &info) : g_stat (path, &info)) == 0)
    {
      if (!check_file (&info, error))
        return NULL;
      number = g_open (path, flags, 0);
      file = number < 0 ? NULL : fdopen (number, "rb");
    }
  if (file == NULL || fstat (fileno (file), &info) != 0)
    folli_preset_refuse (error, "%s", g_strerror (errno));
  else if (check_file (&info, error))
    return file;
  if (file != NULL)
    fclose (file);
  return NULL;
}

static guint
count_lines (const char *text, const char *end)
{
  guint n_lines = 1;

  while ((text = memchr (text, '\n', end - text)) != NULL)
    {
      text++;
      n_lines++;
    }
  return n_lines;
}

/* It may have grown since it was looked at. */
static gboolean
read_all (FILE *file, char *text, gsize *length, GError **error)
{
  *length = fread (text, 1, MAX_BYTES + 1, file);
  text[*length] = '\0';
  if (ferror (file))
    return folli_preset_refuse (error, "%s", g_strerror (errno));
  if (*length > MAX_BYTES)
    return folli_preset_refuse (error, _ ("%u bytes are above the %u maximum"),
                                (guint)*length, MAX_BYTES);
  return TRUE;
}

static char *
read_text (const char *path, gboolean is_own, gsize *length, GError **error)
{
  g_autofree char *text = NULL;
  const char      *end;
  gboolean         is_read;
  FILE            *file = open_plain_file (path, is_own, error);

  if (file == NULL)
    return NULL;
  text = g_malloc (MAX_BYTES + 2);
  is_read = read_all (file, text, length, error);
  fclose (file);
  if (!is_read)
    return NULL;
  if (!g_utf8_validate (text, *length, &end))
    {
      folli_preset_refuse (error, _ ("line %u: this is not text in UTF-8"),
                           count_lines (text, end));
      return NULL;
    }
  return g_steal_pointer (&text);
}

/* GLib does not count lines: where it refuses a text, it is given one line
 * after the other. */
static guint
find_fault (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  const char *group = "";

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char      *line = g_strstrip (lines[i]);
      g_autofree char *part = g_strconcat (group, line, NULL);

      if (!g_key_file_load_from_data (keys, part, strlen (part),
                                      G_KEY_FILE_NONE, NULL))
        return i + 1;
      if (*line == '[')
        group = "[a group]\n";
    }
  return 1;
}

/* "[group" or, for one of its keys, "[group]key" */
static char *
make_place (const char *group, const char *key)
{
  return key == NULL ? g_strconcat ("[", group, NULL)
                     : g_strconcat ("[", group, "]", key, NULL);
}

static guint
find_line (const FolliPresetFile *file, const char *group, const char *key)
{
  g_autofree char *place = make_place (group, key);
  gpointer         line = g_hash_table_lookup (file->lines, place);

  if (line == NULL && key != NULL)
    return find_line (file, group, NULL);
  return MAX (1, GPOINTER_TO_UINT (line));
}

/* Notes where each group and key stands. GLib merges what is there twice
 * without a word. */
static gboolean
index_lines (FolliPresetFile *file, const char *text, GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *group = g_strdup ("");

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char    *line = g_strstrip (lines[i]);
      gboolean is_group = *line == '[';
      char    *place;

      if (*line == '#' || *line == '\0')
        continue;
      line[strcspn (line, is_group ? "]" : "=")] = '\0';
      if (is_group)
        {
          g_free (group);
          group = g_strdup (++line);
        }
      place = make_place (group, is_group ? NULL : g_strchomp (line));
      if (g_hash_table_contains (file->lines, place))
        {
          g_free (place);
          return folli_preset_refuse (
              error, _ ("line %u: '%s' is already there on line %u"), i + 1,
              line, find_line (file, group, is_group ? NULL : line));
        }
      g_hash_table_insert (file->lines, place, GUINT_TO_POINTER (i + 1));
    }
  return TRUE;
}

gboolean
folli_preset_file_locate (const FolliPresetFile *file,
                          const char            *group,
                          const char            *key,
                          GError               **error)
{
  g_prefix_error (error, _ ("line %u: "), find_line (file, group, key));
  return FALSE;
}

gboolean
folli_preset_file_check_keys (const FolliPresetFile *file,
                              const char            *group,
                              const char *const     *keys,
                              GError               **error)
{
  for (; *keys != NULL; keys++)
    if (!g_key_file_has_key (file->keys, group, *keys, NULL))
      {
        folli_preset_refuse (error, _ ("[%s] lacks the key '%s'"), group,
                             *keys);
        return folli_preset_file_locate (file, group, NULL, error);
      }
  return TRUE;
}

gboolean
folli_preset_file_read_group (const FolliPresetFile *file,
                              const char            *group,
                              FolliPresetReadKey     read_key,
                              gpointer               data,
                              GError               **error)
{
  g_auto (GStrv) keys = g_key_file_get_keys (file->keys, group, NULL, NULL);

  for (guint i = 0; keys != NULL && keys[i] != NULL; i++)
    {
      g_autoptr (GError) cause = NULL;
      g_autofree char *text
          = g_key_file_get_string (file->keys, group, keys[i], &cause);

      /* GLib returns what it could make of a broken value, too. */
      if (cause != NULL)
        folli_preset_refuse (error, "%s", cause->message);
      if (cause != NULL || !read_key (data, keys[i], g_strstrip (text), error))
        return folli_preset_file_locate (file, group, keys[i], error);
    }
  return TRUE;
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
  return folli_preset_refuse (error, _ ("%s '%s' is none of: %s"), what, name,
                              all);
}

static gboolean
read_header_key (gpointer    data,
                 const char *key,
                 const char *text,
                 GError    **error)
{
  FolliPresetFile *file = data;
  guint            index;

  if (!find_name (HEADER_KEYS, _ ("Key"), key, &index, error))
    return FALSE;
  if (g_str_equal (key, "Format"))
    return find_name (FORMATS, key, text, &index, error);
  if (!find_name (FOLLI_PRESET_KINDS, key, text, &index, error))
    return FALSE;
  file->kind = index;
  return TRUE;
}

FolliPresetFile *
folli_preset_file_parse (const char *path,
                         const char *text,
                         gsize       length,
                         GError    **error)
{
  g_autoptr (FolliPresetFile) file = g_new0 (FolliPresetFile, 1);
  g_autoptr (GError) cause = NULL;

  file->path = g_strdup (path);
  file->length = length;
  file->keys = g_key_file_new ();
  file->lines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!g_key_file_load_from_data (file->keys, text, length,
                                  G_KEY_FILE_KEEP_TRANSLATIONS, &cause))
    folli_preset_refuse (error, _ ("line %u: %s"), find_fault (text),
                         cause->message);
  else if (index_lines (file, text, error)
           && folli_preset_file_read_group (file, FOLLI_PRESET_HEADER,
                                            read_header_key, file, error)
           && folli_preset_file_check_keys (file, FOLLI_PRESET_HEADER,
                                            HEADER_KEYS, error))
    return g_steal_pointer (&file);
  return NULL;
}

FolliPresetFile *
folli_preset_file_open (const char *path, gboolean is_own, GError **error)
{
  FolliPresetFile *file;
  gsize            length;
  g_autofree char *text = read_text (path, is_own, &length, error);

  if (text == NULL)
    return NULL;
  file = folli_preset_file_parse (path, text, length, error);
  if (file != NULL)
    file->is_own = is_own;
  return file;
}

void
folli_preset_file_free (FolliPresetFile *file)
{
  g_free (file->path);
  g_key_file_free (file->keys);
  g_hash_table_unref (file->lines);
  g_free (file);
}
