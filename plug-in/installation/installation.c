/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "installation.h"

#include <gmodule.h>
#include <libintl.h>
#include <string.h>

#ifdef G_OS_WIN32
#include <windows.h>
#else
#include <dlfcn.h>
#include <stdlib.h>
#endif

/* From a plug-in's own folder, in lib/TRIPLET/gimp/3.0/plug-ins, to the prefix
   of a Debian package; other layouts are less deep. */
#define MAX_LEVELS 6

/* Catalogues of other programs lie in the same folder. */
#define CATALOGUE "LC_MESSAGES/" GETTEXT_PACKAGE ".mo"

/* As install.sh and Meson call it. */
#define MODULE "follicle." G_MODULE_SUFFIX

#define DEBIAN_PACKAGE "/var/lib/dpkg/info/gimp-follicle.list"

typedef struct
{
  const char *beside;
  const char *above[3];
  const char *mark; /* a file that is always there; NULL: any catalogue */
  const char *last_resort;
} Place;

static const Place PLACES[FOLLI_DATA_N_KINDS] = {
  [FOLLI_DATA_PRESETS]
  = { "presets", { "share/follicle/presets" }, "looks.ini", FOLLI_PRESETSDIR },
  [FOLLI_DATA_TRANSLATIONS]
  = { "locale", { "share/locale", "locale" }, NULL, FOLLI_LOCALEDIR },
  [FOLLI_DATA_HELP]
  = { "help", { "share/follicle/help" }, "en/index.html", FOLLI_HELPDIR },
};

#ifdef G_OS_WIN32
char *
folli_installation_get_file_of (gconstpointer address)
{
  wchar_t path[32768];
  HMODULE module;

  if (!GetModuleHandleExW (GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS
                               | GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT,
                           (LPCWSTR)address, &module)
      || GetModuleFileNameW (module, path, G_N_ELEMENTS (path)) == 0)
    return NULL;
  return g_utf16_to_utf8 ((gunichar2 *)path, -1, NULL, NULL, NULL);
}
#else
/* An executable is known by the name that it was started with. */
char *
folli_installation_get_file_of (gconstpointer address)
{
  Dl_info info;

  if (dladdr ((gpointer)address, &info) != 0
      && strchr (info.dli_fname, '/') != NULL)
    return realpath (info.dli_fname, NULL);
  return realpath ("/proc/self/exe", NULL);
}
#endif

char *
folli_installation_get_file (void)
{
  return folli_installation_get_file_of (
      (gconstpointer)folli_installation_get_file);
}

static gboolean
has_catalogue (const char *folder)
{
  g_autoptr (GDir) languages = g_dir_open (folder, 0, NULL);
  const char *language;

  while (languages != NULL && (language = g_dir_read_name (languages)) != NULL)
    {
      g_autofree char *catalogue
          = g_build_filename (folder, language, CATALOGUE, NULL);

      if (g_file_test (catalogue, G_FILE_TEST_IS_REGULAR))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_there (const Place *place, const char *folder)
{
  g_autofree char *file = NULL;

  if (place->mark == NULL)
    return has_catalogue (folder);
  file = g_build_filename (folder, place->mark, NULL);
  return g_file_test (file, G_FILE_TEST_IS_REGULAR);
}

static char *
find_in (const Place *place, const char *folder, const char *name)
{
  g_autofree char *found = g_build_filename (folder, name, NULL);

  return is_there (place, found) ? g_steal_pointer (&found) : NULL;
}

char *
folli_installation_find_from (FolliData data, const char *folder)
{
  const Place     *place = &PLACES[data];
  g_autofree char *level = NULL;
  char            *found;

  g_return_val_if_fail (data < FOLLI_DATA_N_KINDS, NULL);
  g_return_val_if_fail (folder != NULL, NULL);

  found = find_in (place, folder, place->beside);
  level = g_strdup (folder);
  for (int n_up = 0; found == NULL && n_up < MAX_LEVELS; n_up++)
    {
      char *up = g_path_get_dirname (level);

      g_free (level);
      level = up;
      for (int i = 0; found == NULL && place->above[i] != NULL; i++)
        found = find_in (place, level, place->above[i]);
    }
  return found;
}

char *
folli_installation_find (FolliData data)
{
  g_autofree char *file = folli_installation_get_file ();
  g_autofree char *folder = NULL;
  char            *found;

  g_return_val_if_fail (data < FOLLI_DATA_N_KINDS, NULL);

  if (file == NULL)
    return g_strdup (PLACES[data].last_resort);
  folder = g_path_get_dirname (file);
  found = folli_installation_find_from (data, folder);
  return found != NULL ? found : g_strdup (PLACES[data].last_resort);
}

void
folli_installation_bind_translations (void)
{
  g_autofree char *folder = folli_installation_find (FOLLI_DATA_TRANSLATIONS);

  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}

gboolean
folli_installation_is_own (void)
{
  g_autofree char *file = folli_installation_get_file ();
  g_autofree char *home = g_build_filename (g_get_home_dir (), "", NULL);

  return file != NULL && g_str_has_prefix (file, home);
}

char *
folli_installation_get_module_place (void)
{
  if (folli_installation_is_own ())
    return g_build_filename (g_get_user_data_dir (), "gegl-0.4/plug-ins",
                             MODULE, NULL);
  return g_build_filename (FOLLI_OPERATIONSDIR, MODULE, NULL);
}

char *
folli_installation_get_command (void)
{
  g_autofree char *note = g_build_filename (g_get_user_data_dir (),
                                            "follicle/installed-by", NULL);
  g_autofree char *command = NULL;

  if (!folli_installation_is_own ()
      && g_file_test (DEBIAN_PACKAGE, G_FILE_TEST_EXISTS))
    return g_strdup ("sudo apt install --reinstall gimp-follicle");
  if (!g_file_get_contents (note, &command, NULL, NULL)
      || *g_strstrip (command) == '\0')
    return g_strdup ("./install.sh");
  return g_steal_pointer (&command);
}
