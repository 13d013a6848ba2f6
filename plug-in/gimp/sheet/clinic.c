/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/sheet/clinic.h"

#include <glib/gstdio.h>
#include <string.h>

#define GROUP "clinic"
#define KEY "title"

static char *
find_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "follicle", "clinic.ini",
                           NULL);
}

static int
find_title (const FolliSettings *settings)
{
  int id = 0;

  while (strcmp (settings->procedure->arguments[id].name, KEY) != 0)
    id++;
  return id;
}

void
folli_clinic_recall (FolliSettings *settings)
{
  const int id = find_title (settings);
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = find_path ();
  g_autofree char *title = NULL;

  if (*settings->text[id]
      || !g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return;
  title = g_key_file_get_string (file, GROUP, KEY, NULL);
  if (title)
    folli_settings_set_text (settings, id, title);
}

/* A disk that does not take it costs the user some typing, no more. */
void
folli_clinic_keep (const FolliSettings *settings)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();
  g_autofree char *path = find_path ();
  g_autofree char *folder = g_path_get_dirname (path);

  g_key_file_set_string (file, GROUP, KEY,
                         settings->text[find_title (settings)]);
  g_mkdir_with_parents (folder, 0700);
  g_key_file_save_to_file (file, path, NULL);
}
