/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/hairline-past.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "gimp/hairline.h"
#include "gimp/paths.h"

/* Beside the settings, the numbers of the line that was made with them. */
#define GROUP "line"
#define KEY "points"

/* XCF files keep a path's numbers as floats; a hand moves an anchor farther. */
static const double SAME_PX = 0.02;

char *
folli_hairline_to_text (const FolliSettings *settings, GArray *line)
{
  g_autofree char *text = folli_settings_to_string (settings, NULL);
  g_autoptr (GKeyFile) file = g_key_file_new ();

  g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE, NULL);
  g_key_file_set_double_list (file, GROUP, KEY, (double *)line->data,
                              line->len);
  return g_key_file_to_data (file, NULL, NULL);
}

static FolliSettings *
recall (FolliHost *host, const char *name)
{
  g_autofree char *text
      = folli_host_recall_path (host, name, FOLLI_SETTINGS_PARASITE);

  return text ? folli_settings_from_string (&folli_hairline_procedure, text,
                                            NULL)
              : NULL;
}

void
folli_hairline_go_on (FolliHost *host, FolliSettings *settings)
{
  const char *const names[]
      = { folli_hairline_get_name (settings),
          folli_hairline_procedure.arguments[FOLLI_HAIRLINE_NAME].text };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (FolliSettings) made = recall (host, names[i]);

      if (!made)
        continue;
      /* a path may have been given another name since */
      folli_settings_set_text (made, FOLLI_HAIRLINE_NAME, names[i]);
      folli_settings_take (settings, made);
      return;
    }
}

static gboolean
is_as_made (FolliHost *host, const char *name, const GArray *line)
{
  g_autofree char *text
      = folli_host_recall_path (host, name, FOLLI_SETTINGS_PARASITE);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree double *made = NULL;
  gsize              n_made = 0;

  if (!text
      || !g_key_file_load_from_data (file, text, strlen (text), G_KEY_FILE_NONE,
                                     NULL))
    return FALSE;
  made = g_key_file_get_double_list (file, GROUP, KEY, &n_made, NULL);
  if (!made || n_made != line->len)
    return FALSE;
  for (guint i = 0; i < line->len; i++)
    if (!(fabs (g_array_index (line, double, i) - made[i]) < SAME_PX))
      return FALSE;
  return TRUE;
}

static char *
find_free_name (FolliHost *host, const char *name)
{
  g_auto (GStrv) taken = folli_host_list_paths (host);
  char *free_name = g_strdup_printf (_ ("%s (edited)"), name);

  for (int i = 2; g_strv_contains ((const char *const *)taken, free_name); i++)
    {
      g_autofree char *first = g_strdup_printf (_ ("%s (edited)"), name);

      g_free (free_name);
      free_name = g_strdup_printf ("%s %d", first, i);
    }
  return free_name;
}

char *
folli_hairline_find_refuge (FolliHost *host, const char *name)
{
  g_autoptr (GArray) line = folli_host_read_path (host, name);

  if (!line || line->len == 0 || is_as_made (host, name, line))
    return NULL;
  return find_free_name (host, name);
}
