/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "presets-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "follicle/error.h"

static gboolean
is_key_file (const char *text, gsize length)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();

  return g_key_file_load_from_data (keys, text, length, G_KEY_FILE_NONE, NULL);
}

/* ends[n] is where the first n lines end */
static GArray *
find_line_ends (const char *text)
{
  GArray     *ends = g_array_new (FALSE, TRUE, sizeof (gsize));
  const char *end = text;

  g_array_set_size (ends, 1);
  while (*end != '\0')
    {
      gsize length;

      end += strcspn (end, "\n");
      if (*end == '\n')
        end++;
      length = end - text;
      g_array_append_val (ends, length);
    }
  return ends;
}

guint
folli_preset_lines_find_fault (const char *text)
{
  g_autoptr (GArray) ends = find_line_ends (text);
  guint n_good = 0;
  guint n_bad = ends->len - 1;

  /* What follows a line cannot mend it: the shortest beginning of the text
   * that is refused ends with the line that is wrong. */
  while (n_bad > n_good + 1)
    {
      guint n_lines = (n_good + n_bad) / 2;

      if (is_key_file (text, g_array_index (ends, gsize, n_lines)))
        n_good = n_lines;
      else
        n_bad = n_lines;
    }
  return n_bad;
}

static char *
make_place (const char *group, const char *key)
{
  return key == NULL ? g_strdup (group) : g_strconcat (group, "\n", key, NULL);
}

/* Notes that a group or key stands on a line, the first time it does */
static gboolean
note_line (GHashTable *lines,
           const char *group,
           const char *key,
           guint       line,
           GError    **error)
{
  g_autofree char *place = make_place (group, key);

  if (g_hash_table_contains (lines, place))
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_FILE,
                   _ ("line %u: '%s' is already there on line %u"), line,
                   key == NULL ? group : key,
                   folli_preset_lines_find (lines, group, key));
      return FALSE;
    }
  return g_hash_table_insert (lines, g_steal_pointer (&place),
                              GUINT_TO_POINTER (line));
}

GHashTable *
folli_preset_lines_index (const char *text, GError **error)
{
  g_autoptr (GHashTable) lines
      = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GStrv) texts = g_strsplit (text, "\n", -1);
  g_autofree char *group = g_strdup ("");

  for (guint i = 0; texts[i] != NULL; i++)
    {
      char *line = g_strstrip (texts[i]);
      char *key = NULL;

      if (*line == '#' || *line == '\0')
        continue;

      if (*line == '[')
        {
          g_free (group);
          group = g_strndup (line + 1, strcspn (line + 1, "]"));
        }
      else
        {
          line[strcspn (line, "=")] = '\0';
          key = g_strchomp (line);
        }

      if (!note_line (lines, group, key, i + 1, error))
        return NULL;
    }
  return g_steal_pointer (&lines);
}

guint
folli_preset_lines_find (GHashTable *lines, const char *group, const char *key)
{
  g_autofree char *place = make_place (group, key);
  gpointer         line = g_hash_table_lookup (lines, place);

  if (line == NULL)
    line = g_hash_table_lookup (lines, group);
  return MAX (1, GPOINTER_TO_UINT (line));
}
