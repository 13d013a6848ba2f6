/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "installation.h"

/* Wherever a person unpacks it. */
#define SET "Ångström's own %s set"

typedef struct
{
  char *top;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *scratch = g_dir_make_tmp ("follicle-installed-XXXXXX", NULL);

  g_assert_nonnull (scratch);
  fixture->top = g_build_filename (scratch, SET, NULL);
}

static void
remove_all (const char *folder)
{
  g_autoptr (GDir) names = g_dir_open (folder, 0, NULL);
  const char *name;

  while (names && (name = g_dir_read_name (names)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      remove_all (path);
      g_remove (path);
    }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *scratch = g_path_get_dirname (fixture->top);

  remove_all (scratch);
  g_rmdir (scratch);
  g_free (fixture->top);
}

static void
put (Fixture *fixture, const char *name)
{
  g_autofree char *path = g_build_filename (fixture->top, name, NULL);
  g_autofree char *folder = g_path_get_dirname (path);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
}

/* Whether what is looked for from one folder of the set is in another. */
static void
expect (Fixture *fixture, FolliData data, const char *from, const char *folder)
{
  g_autofree char *start = g_build_filename (fixture->top, from, NULL);
  g_autofree char *found = folli_installation_find_from (data, start);
  g_autofree char *expected
      = folder ? g_build_filename (fixture->top, folder, NULL) : NULL;

  g_assert_cmpstr (found, ==, expected);
}

static void
finds_what_lies_beside (Fixture *fixture, gconstpointer data)
{
  put (fixture, "plug-ins/follicle-dots/presets/looks.ini");
  put (fixture, "plug-ins/follicle-dots/locale/es/LC_MESSAGES/follicle.mo");
  put (fixture, "plug-ins/follicle-dots/help/en/index.html");
  put (fixture, "share/follicle/presets/looks.ini");

  expect (fixture, FOLLI_DATA_PRESETS, "plug-ins/follicle-dots",
          "plug-ins/follicle-dots/presets");
  expect (fixture, FOLLI_DATA_TRANSLATIONS, "plug-ins/follicle-dots",
          "plug-ins/follicle-dots/locale");
  expect (fixture, FOLLI_DATA_HELP, "plug-ins/follicle-dots",
          "plug-ins/follicle-dots/help");
}

static void
finds_share_of_a_prefix (Fixture *fixture, gconstpointer data)
{
  const char *const from[] = {
    "lib/gimp/2.0/plug-ins/follicle-dots",
    "lib/x86_64-linux-gnu/gimp/3.0/plug-ins/follicle-dots",
    "lib64/gegl-0.4",
    "gimp-3/plug-ins/follicle-dots",
  };

  put (fixture, "share/follicle/presets/looks.ini");
  put (fixture, "share/locale/es/LC_MESSAGES/follicle.mo");
  put (fixture, "share/follicle/help/en/index.html");
  for (guint i = 0; i < G_N_ELEMENTS (from); i++)
    {
      expect (fixture, FOLLI_DATA_PRESETS, from[i], "share/follicle/presets");
      expect (fixture, FOLLI_DATA_TRANSLATIONS, from[i], "share/locale");
      expect (fixture, FOLLI_DATA_HELP, from[i], "share/follicle/help");
    }
}

static void
finds_a_users_translations_from_the_module (Fixture      *fixture,
                                            gconstpointer data)
{
  put (fixture, ".local/share/locale/es/LC_MESSAGES/follicle.mo");

  expect (fixture, FOLLI_DATA_TRANSLATIONS, ".local/share/gegl-0.4/plug-ins",
          ".local/share/locale");
}

static void
passes_over_what_belongs_to_others (Fixture *fixture, gconstpointer data)
{
  put (fixture, "gimp/plug-ins/follicle-dots/locale/es/LC_MESSAGES/gimp30.mo");
  put (fixture, "gimp/plug-ins/follicle-dots/presets/mine.ini");
  put (fixture, "gimp/plug-ins/follicle-dots/help/readme");

  for (int kind = 0; kind < FOLLI_DATA_N_KINDS; kind++)
    expect (fixture, kind, "gimp/plug-ins/follicle-dots", NULL);
}

/* The user's own presets lie above the plug-in's folder, too. */
static void
takes_the_users_own_presets_for_none_of_ours (Fixture      *fixture,
                                              gconstpointer data)
{
  put (fixture, ".config/follicle/presets/looks.ini");

  expect (fixture, FOLLI_DATA_PRESETS,
          ".config/GIMP/3.0/plug-ins/follicle-dots", NULL);
}

static void
looks_no_higher_than_the_prefix (Fixture *fixture, gconstpointer data)
{
  put (fixture, "share/follicle/presets/looks.ini");

  expect (fixture, FOLLI_DATA_PRESETS, "1/2/3/4/5/6", "share/follicle/presets");
  expect (fixture, FOLLI_DATA_PRESETS, "1/2/3/4/5/6/7", NULL);
}

static void
knows_its_own_file (void)
{
  g_autofree char *file = folli_installation_get_file ();
  g_autofree char *name = g_path_get_basename (file);

  g_assert_true (g_path_is_absolute (file));
  g_assert_true (g_str_has_prefix (name, "test-installation"));
}

static void
falls_back_on_what_was_foreseen (void)
{
  g_autofree char *presets = folli_installation_find (FOLLI_DATA_PRESETS);

  g_assert_true (g_path_is_absolute (presets));
  g_assert_true (g_str_has_suffix (presets, "follicle/presets"));
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add ("/installation/finds-what-lies-beside", finds_what_lies_beside);
  add ("/installation/finds-share-of-a-prefix", finds_share_of_a_prefix);
  add ("/installation/finds-a-users-translations-from-the-module",
       finds_a_users_translations_from_the_module);
  add ("/installation/passes-over-what-belongs-to-others",
       passes_over_what_belongs_to_others);
  add ("/installation/takes-the-users-own-presets-for-none-of-ours",
       takes_the_users_own_presets_for_none_of_ours);
  add ("/installation/looks-no-higher-than-the-prefix",
       looks_no_higher_than_the_prefix);
  g_test_add_func ("/installation/knows-its-own-file", knows_its_own_file);
  g_test_add_func ("/installation/falls-back-on-what-was-foreseen",
                   falls_back_on_what_was_foreseen);
  return g_test_run ();
}
