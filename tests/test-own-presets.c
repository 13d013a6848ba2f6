/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <glib/gstdio.h>
#include <math.h>
#include <signal.h>
#include <string.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "follicle/error.h"
#include "preset-folder.h"

enum
{
  NOBODY = 65534
};

/* Nothing of it is a fallback. */
static FolliRecipe
make_recipe (void)
{
  FolliRecipe recipe = { .shade = "#0a141e" };

  for (FolliParameterId id = 0; id < FOLLI_N_PARAMETERS; id++)
    {
      const FolliParameter *parameter = folli_parameter_get (id);

      recipe.value[id] = parameter->fallback;
      if (!g_str_has_prefix (parameter->unit, "px"))
        recipe.value[id] = parameter->minimum
                           + (parameter->maximum - parameter->minimum) * 0.37;
    }
  recipe.value[FOLLI_SESSIONS] = 2;
  return recipe;
}

static FolliPresetInfo
make_info (const char *id)
{
  return (
      FolliPresetInfo){ .id = id, .name = "Name", .recipe = make_recipe () };
}

static gboolean
save (const char     *folder,
      FolliPresetKind kind,
      const char     *id,
      gboolean        may_replace,
      GError        **error)
{
  g_autoptr (FolliPresets) presets = folli_test_load_presets (folder);
  const FolliPresetInfo info = make_info (id);

  return folli_presets_save (presets, kind, &info, may_replace, error);
}

static void
save_well (const char *folder, FolliPresetKind kind, const char *id)
{
  g_autoptr (GError) error = NULL;

  save (folder, kind, id, FALSE, &error);
  g_assert_no_error (error);
}

static char *
read_file (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  char            *text = NULL;

  g_file_get_contents (path, &text, NULL, NULL);
  return text;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Names of all files but the lock, one after the other */
static char *
list_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (!g_str_equal (name, ".lock"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return g_strjoinv (" ", (char **)names->pdata);
}

static const FolliPresetInfo *
find (const FolliPresets *presets, FolliPresetKind kind, const char *id)
{
  guint                  n_presets;
  const FolliPresetInfo *infos = folli_presets_list (presets, kind, &n_presets);

  for (guint i = 0; i < n_presets; i++)
    if (g_str_equal (infos[i].id, id))
      return &infos[i];
  return NULL;
}

static void
assert_same_recipe (const FolliRecipe *a, const FolliRecipe *b)
{
  for (FolliParameterId id = 0; id < FOLLI_N_PARAMETERS; id++)
    g_assert_cmpfloat (a->value[id], ==, b->value[id]);
  g_assert_cmpstr (a->shade, ==, b->shade);
}

static void
what_is_saved_is_there_again (void)
{
  g_autofree char *folder = folli_test_make_folder ();
  FolliPresetInfo  info = make_info ("studio-2");
  g_autoptr (GError) error = NULL;
  g_autoptr (FolliPresets) before = folli_test_load_presets (folder);
  g_autoptr (FolliPresets) presets = NULL;
  const FolliPresetInfo *found;

  info.name = "[Studio]; München = \"2\" # \\ 猫";
  info.description = "One\nand two\t";
  folli_presets_save (before, FOLLI_PRESET_LOOK, &info, FALSE, &error);
  g_assert_no_error (error);

  presets = folli_test_load_presets (folder);
  folli_test_assert_no_warnings (presets);
  found = find (presets, FOLLI_PRESET_LOOK, "studio-2");
  g_assert_cmpstr (found->name, ==, info.name);
  g_assert_cmpstr (found->description, ==, info.description);
  g_assert_true (found->is_own);
  assert_same_recipe (&found->recipe, &info.recipe);
  folli_test_remove_folder (folder);
}

static void
each_kind_keeps_its_part (void)
{
  g_autofree char  *folder = folli_test_make_folder ();
  const FolliRecipe recipe = make_recipe ();
  g_autoptr (FolliPresets) presets = NULL;
  g_autofree char *names = NULL;

  for (FolliPresetKind kind = 0; kind < FOLLI_PRESET_N_KINDS; kind++)
    save_well (folder, kind, "own");
  presets = folli_test_load_presets (folder);
  folli_test_assert_no_warnings (presets);
  g_assert_cmpfloat (
      find (presets, FOLLI_PRESET_DENSITY, "own")->recipe.value[FOLLI_DENSITY],
      ==, recipe.value[FOLLI_DENSITY]);
  g_assert_cmpfloat (
      find (presets, FOLLI_PRESET_SIZE, "own")->recipe.value[FOLLI_DIAMETER],
      ==, recipe.value[FOLLI_DIAMETER]);
  g_assert_cmpstr (find (presets, FOLLI_PRESET_SHADE, "own")->recipe.shade, ==,
                   recipe.shade);
  names = list_files (folder);
  g_assert_cmpstr (names, ==,
                   "density-own.ini look-own.ini shade-own.ini size-own.ini");
  folli_test_remove_folder (folder);
}

static void
the_folder_is_made_when_it_is_needed (void)
{
  g_auto (GStrv) folders = folli_presets_list_folders ("/nonexistent");
  g_autoptr (FolliPresets) presets
      = folli_presets_load ((const char *const *)folders);
  g_autoptr (GError) error = NULL;
  const FolliPresetInfo info = make_info ("own");

  g_assert_false (g_file_test (folders[1], G_FILE_TEST_EXISTS));
  folli_presets_save (presets, FOLLI_PRESET_LOOK, &info, FALSE, &error);
  g_assert_no_error (error);
  folli_presets_free (presets);
  presets = folli_presets_load ((const char *const *)folders);
  g_assert_nonnull (find (presets, FOLLI_PRESET_LOOK, "own"));
}

static void
what_is_there_is_replaced_only_when_asked (void)
{
  g_autofree char *folder = folli_test_make_folder ();
  g_autoptr (GError) error = NULL;

  save_well (folder, FOLLI_PRESET_LOOK, "own");
  g_assert_false (save (folder, FOLLI_PRESET_LOOK, "own", FALSE, &error));
  g_assert_error (error, FOLLI_ERROR, FOLLI_ERROR_EXISTS);
  g_clear_error (&error);
  g_assert_false (save (folder, FOLLI_PRESET_LOOK, "natural", FALSE, &error));
  g_assert_error (error, FOLLI_ERROR, FOLLI_ERROR_EXISTS);
  g_clear_error (&error);
  save (folder, FOLLI_PRESET_LOOK, "own", TRUE, &error);
  g_assert_no_error (error);
  save (folder, FOLLI_PRESET_LOOK, "natural", TRUE, &error);
  g_assert_no_error (error);
  folli_test_remove_folder (folder);
}

/* Files that saving must not touch, though they have the name it would take */
static const char *const FOREIGN_FILES[] = {
  "",
  "my shopping list",
  FOLLI_TEST_HEADER ("look") "[own]\nName=Own\n=\n",
  FOLLI_TEST_HEADER ("size") "[own]\nName=Own\ndiameter=1\n",
  FOLLI_TEST_HEADER ("look") "[other]\nName=O\ndensity=1\nsize=1\nshade=#123\n",
  FOLLI_TEST_HEADER ("look") "[own]\nName=O\ndensity=1\nsize=1\nshade=#123\n"
                             "[more]\nName=O\ndensity=1\nsize=1\nshade=#123\n",
};

static void
a_broken_or_foreign_file_is_never_written_to (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (FOREIGN_FILES); i++)
    {
      g_autofree char *folder = folli_test_make_folder ();
      g_autofree char *text = NULL;
      g_autofree char *names = NULL;
      g_autoptr (GError) error = NULL;

      folli_test_write_file (folder, "look-own.ini", FOREIGN_FILES[i]);
      g_assert_false (save (folder, FOLLI_PRESET_LOOK, "own", TRUE, &error));
      g_assert_error (error, FOLLI_ERROR, FOLLI_ERROR_FILE);
      g_assert_nonnull (strstr (error->message, "look-own.ini is left alone"));
      text = read_file (folder, "look-own.ini");
      g_assert_cmpstr (text, ==, FOREIGN_FILES[i]);
      names = list_files (folder);
      g_assert_cmpstr (names, ==, "look-own.ini");
      folli_test_remove_folder (folder);
    }
}

static void
a_preset_of_a_list_stays_in_its_list (void)
{
  static const char list[] = FOLLI_TEST_HEADER (
      "size") "[own]\nName=Own\ndiameter=1\n[more]\nName=M\ndiameter=1\n";
  g_autofree char *folder = folli_test_make_folder ();
  g_autofree char *text = NULL;
  g_autoptr (FolliPresets) presets = NULL;
  g_autoptr (GError) error = NULL;

  folli_test_write_file (folder, "zzz.ini", list);
  presets = folli_test_load_presets (folder);
  g_assert_false (save (folder, FOLLI_PRESET_SIZE, "own", TRUE, &error));
  g_assert_nonnull (strstr (error->message, "zzz.ini has a preset 'own'"));
  g_clear_error (&error);
  g_assert_false (
      folli_presets_remove (presets, FOLLI_PRESET_SIZE, "own", &error));
  g_assert_error (error, FOLLI_ERROR, FOLLI_ERROR_FILE);
  g_clear_error (&error);
  g_assert_false (folli_presets_rename (presets, FOLLI_PRESET_SIZE, "own",
                                        "new", "New", &error));
  g_assert_error (error, FOLLI_ERROR, FOLLI_ERROR_FILE);
  text = read_file (folder, "zzz.ini");
  g_assert_cmpstr (text, ==, list);
  folli_test_remove_folder (folder);
}

static void
an_id_cannot_lead_out_of_the_folder (void)
{
  g_autofree char  *too_long = g_strnfill (101, 'a');
  const char *const ids[]
      = { "../evil", "a/b", "", "A", "-a", "a--b", "a.b", "%s", "ä", too_long };
  g_autofree char *folder = folli_test_make_folder ();

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *names = NULL;

      g_assert_false (save (folder, FOLLI_PRESET_LOOK, ids[i], TRUE, &error));
      g_assert_error (error, FOLLI_ERROR, FOLLI_ERROR_FILE);
      names = list_files (folder);
      g_assert_cmpstr (names, ==, "");
    }
  folli_test_remove_folder (folder);
}

static void
assert_refused (const FolliPresetInfo *info, int code)
{
  g_autofree char *folder = folli_test_make_folder ();
  g_autofree char *names = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FolliPresets) presets = folli_test_load_presets (folder);

  g_assert_false (
      folli_presets_save (presets, FOLLI_PRESET_LOOK, info, TRUE, &error));
  g_assert_error (error, FOLLI_ERROR, code);
  names = list_files (folder);
  g_assert_cmpstr (names, ==, "");
  folli_test_remove_folder (folder);
}

static void
what_could_not_be_read_is_not_written (void)
{
  FolliPresetInfo info = make_info ("own");

  info.recipe.value[FOLLI_DEPTH] = NAN;
  assert_refused (&info, FOLLI_ERROR_RANGE);
  info.recipe.value[FOLLI_DEPTH] = 7;
  assert_refused (&info, FOLLI_ERROR_RANGE);
  info = make_info ("own");
  g_strlcpy (info.recipe.shade, "pink", sizeof info.recipe.shade);
  assert_refused (&info, FOLLI_ERROR_COLOR);
  info = make_info ("own");
  info.name = " \t";
  assert_refused (&info, FOLLI_ERROR_FILE);
  info.name = "\xff";
  assert_refused (&info, FOLLI_ERROR_FILE);
}

static void
renaming_keeps_all_but_the_name (void)
{
  g_autofree char *folder = folli_test_make_folder ();
  g_autofree char *names = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FolliPresets) presets = NULL;
  g_autofree char *text = NULL;

  folli_test_write_file (
      folder, "size-own.ini",
      FOLLI_TEST_HEADER ("size") "[own]\nName=Own\nName[es]=Mío\n"
                                 "Comment=Mine\nComment[es]=Mi tamaño\n"
                                 "diameter=0.7\n");
  presets = folli_test_load_presets (folder);
  folli_presets_rename (presets, FOLLI_PRESET_SIZE, "own", "new", "New",
                        &error);
  g_assert_no_error (error);
  names = list_files (folder);
  g_assert_cmpstr (names, ==, "size-new.ini");
  text = read_file (folder, "size-new.ini");
  g_assert_nonnull (strstr (text, "[new]\nName=New\nComment=Mine\n"
                                  "Comment[es]=Mi tamaño\ndiameter=0.7\n"));
  folli_presets_rename (presets, FOLLI_PRESET_SIZE, "new", "new", "Newer",
                        &error);
  g_assert_no_error (error);
  g_free (text);
  text = read_file (folder, "size-new.ini");
  g_assert_nonnull (strstr (text, "Name=Newer\n"));
  folli_test_remove_folder (folder);
}

static void
renaming_replaces_nothing (void)
{
  g_autofree char *folder = folli_test_make_folder ();
  g_autofree char *names = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FolliPresets) presets = NULL;

  save_well (folder, FOLLI_PRESET_LOOK, "one");
  save_well (folder, FOLLI_PRESET_LOOK, "two");
  presets = folli_test_load_presets (folder);
  g_assert_false (folli_presets_rename (presets, FOLLI_PRESET_LOOK, "one",
                                        "two", "Two", &error));
  g_assert_error (error, FOLLI_ERROR, FOLLI_ERROR_EXISTS);
  names = list_files (folder);
  g_assert_cmpstr (names, ==, "look-one.ini look-two.ini");
  folli_test_remove_folder (folder);
}

static void
only_the_users_own_are_removed (void)
{
  g_autofree char *folder = folli_test_make_folder ();
  g_autofree char *names = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FolliPresets) presets = NULL;

  save_well (folder, FOLLI_PRESET_LOOK, "own");
  presets = folli_test_load_presets (folder);
  folli_presets_remove (presets, FOLLI_PRESET_LOOK, "own", &error);
  g_assert_no_error (error);
  names = list_files (folder);
  g_assert_cmpstr (names, ==, "");
  g_assert_false (
      folli_presets_remove (presets, FOLLI_PRESET_LOOK, "own", &error));
  g_assert_error (error, FOLLI_ERROR, FOLLI_ERROR_UNKNOWN);
  g_clear_error (&error);
  g_assert_false (
      folli_presets_remove (presets, FOLLI_PRESET_LOOK, "natural", &error));
  g_assert_error (error, FOLLI_ERROR, FOLLI_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, "is not your own"));
  folli_test_remove_folder (folder);
}

static void
what_is_exported_is_the_same_elsewhere (void)
{
  g_autofree char *here = folli_test_make_folder ();
  g_autofree char *there = folli_test_make_folder ();
  g_autofree char *path = g_build_filename (here, "for-you.follicle", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (FolliPresets) presets = NULL;
  FolliRecipe recipe;
  guint       n_presets = 0;

  folli_test_write_file (here, "densities.ini",
                         FOLLI_TEST_HEADER ("density") "[mine]\nName=Mine\n"
                                                       "density=77\n");
  folli_test_write_file (
      here, "looks.ini",
      FOLLI_TEST_HEADER ("look") "[own]\nName=Own\nName[es]=Mío\n"
                                 "density=mine\nsize=bold\nshade=grey\n"
                                 "age=3\n");
  presets = folli_test_load_presets (here);
  recipe = find (presets, FOLLI_PRESET_LOOK, "own")->recipe;
  folli_presets_export (presets, FOLLI_PRESET_LOOK, "own", path, FALSE, &error);
  g_assert_no_error (error);
  folli_presets_free (presets);

  presets = folli_test_load_presets (there);
  folli_presets_import (presets, path, FALSE, &n_presets, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_presets, ==, 1);
  folli_presets_free (presets);
  presets = folli_test_load_presets (there);
  assert_same_recipe (&find (presets, FOLLI_PRESET_LOOK, "own")->recipe,
                      &recipe);
  folli_test_remove_folder (here);
  folli_test_remove_folder (there);
}

static void
exporting_replaces_only_presets (void)
{
  g_autofree char *folder = folli_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "photo.jpg", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FolliPresets) presets = folli_test_load_presets (NULL);

  folli_test_write_file (folder, "photo.jpg", "the client's photo");
  g_assert_false (folli_presets_export (presets, FOLLI_PRESET_LOOK, "natural",
                                        path, TRUE, &error));
  g_assert_error (error, FOLLI_ERROR, FOLLI_ERROR_FILE);
  g_clear_error (&error);
  text = read_file (folder, "photo.jpg");
  g_assert_cmpstr (text, ==, "the client's photo");

  g_assert_cmpint (g_remove (path), ==, 0);
  folli_presets_export (presets, FOLLI_PRESET_LOOK, "natural", path, FALSE,
                        &error);
  g_assert_no_error (error);
  g_assert_false (folli_presets_export (presets, FOLLI_PRESET_LOOK, "fresh",
                                        path, FALSE, &error));
  g_assert_error (error, FOLLI_ERROR, FOLLI_ERROR_EXISTS);
  g_clear_error (&error);
  folli_presets_export (presets, FOLLI_PRESET_LOOK, "fresh", path, TRUE,
                        &error);
  g_assert_no_error (error);
  folli_test_remove_folder (folder);
}

static void
a_list_is_imported_whole_or_not_at_all (void)
{
  static const char list[] = FOLLI_TEST_HEADER (
      "size") "[one]\nName=1\ndiameter=1\n[two]\nName=2\ndiameter=2\n";
  g_autofree char *elsewhere = folli_test_make_folder ();
  g_autofree char *path = g_build_filename (elsewhere, "list.ini", NULL);
  g_autofree char *folder = folli_test_make_folder ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (FolliPresets) presets = NULL;

  folli_test_write_file (elsewhere, "list.ini", list);
  save_well (folder, FOLLI_PRESET_SIZE, "two");
  presets = folli_test_load_presets (folder);
  g_assert_false (folli_presets_import (presets, path, FALSE, NULL, &error));
  g_assert_error (error, FOLLI_ERROR, FOLLI_ERROR_EXISTS);
  g_clear_error (&error);
  before = list_files (folder);
  g_assert_cmpstr (before, ==, "size-two.ini");

  folli_presets_import (presets, path, TRUE, NULL, &error);
  g_assert_no_error (error);
  after = list_files (folder);
  g_assert_cmpstr (after, ==, "size-one.ini size-two.ini");
  folli_presets_free (presets);
  presets = folli_test_load_presets (folder);
  g_assert_cmpfloat (
      find (presets, FOLLI_PRESET_SIZE, "two")->recipe.value[FOLLI_DIAMETER],
      ==, 2);
  folli_test_remove_folder (folder);
  folli_test_remove_folder (elsewhere);
}

static void
ids_are_made_of_names (void)
{
  g_autofree char *folder = folli_test_make_folder ();
  g_autoptr (FolliPresets) presets = folli_test_load_presets (folder);
  static const char *const cases[][2] = {
    { "Studio München, 2", "studio-munchen-2" },
    { "Natural", "natural-2" },
    { "  --  ", "own" },
    { "2 weeks", "own-2-weeks" },
    { "猫", "own" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *id
          = folli_presets_make_id (presets, FOLLI_PRESET_LOOK, cases[i][0]);

      g_assert_cmpstr (id, ==, cases[i][1]);
      save_well (folder, FOLLI_PRESET_LOOK, id);
      if (i + 1 < G_N_ELEMENTS (cases))
        {
          g_autofree char *path
              = g_strdup_printf ("%s/look-%s.ini", folder, id);

          g_assert_cmpint (g_remove (path), ==, 0);
        }
    }
  folli_test_remove_folder (folder);
}

/* Runs in another process, which ends with 0 if it returns TRUE. */
static pid_t
start (gboolean (*work) (const char *folder, guint number),
       const char *folder,
       guint       number)
{
  pid_t child = fork ();

  g_assert_cmpint (child, >=, 0);
  if (child == 0)
    _exit (work (folder, number) ? 0 : 1);
  return child;
}

static int
wait_for (pid_t child)
{
  int status;

  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  return status;
}

enum
{
  N_PROCESSES = 6,
  N_SAVED = 10,
  N_TRIES = 20
};

/* Who is told on a slow machine that others keep the folder tries again. */
static gboolean
save_patiently (const char *folder, const char *id)
{
  for (guint i = 0; i < N_TRIES; i++)
    {
      g_autoptr (GError) error = NULL;

      if (save (folder, FOLLI_PRESET_LOOK, id, FALSE, &error))
        return TRUE;
      if (strstr (error->message, "locked") == NULL)
        return FALSE;
    }
  return FALSE;
}

static gboolean
save_some (const char *folder, guint number)
{
  for (guint i = 0; i < N_SAVED; i++)
    {
      g_autofree char *id = g_strdup_printf ("p%u-%u", number, i);

      if (!save_patiently (folder, id))
        return FALSE;
    }
  return TRUE;
}

static void
programs_that_save_at_once_lose_nothing (void)
{
  g_autofree char *folder = folli_test_make_folder ();
  g_autoptr (FolliPresets) before = folli_test_load_presets (NULL);
  g_autoptr (FolliPresets) presets = NULL;
  pid_t children[N_PROCESSES];
  guint n_before, n_after;

  for (guint i = 0; i < N_PROCESSES; i++)
    children[i] = start (save_some, folder, i);
  for (guint i = 0; i < N_PROCESSES; i++)
    g_assert_cmpint (wait_for (children[i]), ==, 0);
  presets = folli_test_load_presets (folder);
  folli_test_assert_no_warnings (presets);
  folli_presets_list (before, FOLLI_PRESET_LOOK, &n_before);
  folli_presets_list (presets, FOLLI_PRESET_LOOK, &n_after);
  g_assert_cmpuint (n_after, ==, n_before + N_PROCESSES * N_SAVED);
  folli_test_remove_folder (folder);
}

static gboolean
save_one (const char *folder, guint number)
{
  return save (folder, FOLLI_PRESET_LOOK, "the-one", FALSE, NULL);
}

static void
of_two_with_one_name_one_is_told (void)
{
  for (guint round = 0; round < 5; round++)
    {
      g_autofree char *folder = folli_test_make_folder ();
      pid_t            children[N_PROCESSES];
      guint            n_well = 0;

      for (guint i = 0; i < N_PROCESSES; i++)
        children[i] = start (save_one, folder, i);
      for (guint i = 0; i < N_PROCESSES; i++)
        n_well += wait_for (children[i]) == 0;
      g_assert_cmpuint (n_well, ==, 1);
      folli_test_remove_folder (folder);
    }
}

static gboolean
save_for_ever (const char *folder, guint number)
{
  while (save (folder, FOLLI_PRESET_LOOK, "own", TRUE, NULL))
    ;
  return FALSE;
}

static void
a_program_killed_while_it_saves_leaves_a_whole_file (void)
{
  g_autofree char *folder = folli_test_make_folder ();
  g_autofree char *text = NULL;

  save_well (folder, FOLLI_PRESET_LOOK, "own");
  text = read_file (folder, "look-own.ini");
  for (guint round = 0; round < 20; round++)
    {
      pid_t            child = start (save_for_ever, folder, 0);
      g_autofree char *now = NULL;

      g_usleep (g_test_rand_int_range (2000, 40000));
      g_assert_cmpint (kill (child, SIGKILL), ==, 0);
      wait_for (child);
      now = read_file (folder, "look-own.ini");
      g_assert_cmpstr (now, ==, text);
      g_assert_true (save (folder, FOLLI_PRESET_LOOK, "own", TRUE, NULL));
    }
  folli_test_remove_folder (folder);
}

static gboolean
fail_for_want_of_room (const char *folder, guint number)
{
  const struct rlimit limit = { 100, 100 };
  g_autoptr (GError) error = NULL;

  signal (SIGXFSZ, SIG_IGN);
  return setrlimit (RLIMIT_FSIZE, &limit) == 0
         && !save (folder, FOLLI_PRESET_LOOK, "own", TRUE, &error)
         && g_error_matches (error, FOLLI_ERROR, FOLLI_ERROR_FILE)
         && strstr (error->message, g_strerror (EFBIG)) != NULL;
}

static void
a_full_disk_leaves_the_old_file (void)
{
  g_autofree char *folder = folli_test_make_folder ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *names = NULL;

  save_well (folder, FOLLI_PRESET_LOOK, "own");
  before = read_file (folder, "look-own.ini");
  g_assert_cmpint (wait_for (start (fail_for_want_of_room, folder, 0)), ==, 0);
  after = read_file (folder, "look-own.ini");
  g_assert_cmpstr (after, ==, before);
  names = list_files (folder);
  g_assert_cmpstr (names, ==, "look-own.ini");
  folli_test_remove_folder (folder);
}

static gboolean
fail_for_want_of_rights (const char *folder, guint number)
{
  g_autoptr (GError) error = NULL;

  return (geteuid () != 0 || seteuid (NOBODY) == 0)
         && !save (folder, FOLLI_PRESET_LOOK, "own", TRUE, &error)
         && g_error_matches (error, FOLLI_ERROR, FOLLI_ERROR_FILE)
         && strstr (error->message, folder) != NULL
         && strstr (error->message, g_strerror (EACCES)) != NULL;
}

static void
a_folder_that_takes_nothing_is_named (void)
{
  g_autofree char *folder = folli_test_make_folder ();
  g_autofree char *parent = g_path_get_dirname (folder);
  GStatBuf         status;

  /* Newer GLibs keep what others may not even reach. */
  g_assert_cmpint (g_stat (parent, &status), ==, 0);
  if (!(status.st_mode & S_IXOTH))
    g_assert_cmpint (g_chmod (parent, 0711), ==, 0);
  g_assert_cmpint (g_chmod (folder, 0555), ==, 0);
  g_assert_cmpint (wait_for (start (fail_for_want_of_rights, folder, 0)), ==,
                   0);
  g_assert_cmpint (g_chmod (folder, 0700), ==, 0);
  folli_test_remove_folder (folder);
}

static gboolean
hold_the_lock (const char *folder, guint number)
{
  g_autofree char *path = g_build_filename (folder, ".lock", NULL);
  int              file = g_open (path, O_RDWR | O_CREAT, 0600);

  if (file < 0 || flock (file, LOCK_EX) != 0)
    return FALSE;
  folli_test_write_file (folder, "held", "");
  g_usleep (300000);
  return TRUE;
}

static void
a_lock_is_waited_for (void)
{
  g_autofree char *folder = folli_test_make_folder ();
  g_autofree char *held = g_build_filename (folder, "held", NULL);
  pid_t            child = start (hold_the_lock, folder, 0);
  gint64           began;

  while (!g_file_test (held, G_FILE_TEST_EXISTS))
    g_usleep (1000);
  began = g_get_monotonic_time ();
  save_well (folder, FOLLI_PRESET_LOOK, "own");
  g_assert_cmpint (g_get_monotonic_time () - began, >, 100000);
  g_assert_cmpint (wait_for (child), ==, 0);
  folli_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/own-presets/what-is-saved/is-there-again",
                   what_is_saved_is_there_again);
  g_test_add_func ("/own-presets/each-kind/keeps-its-part",
                   each_kind_keeps_its_part);
  g_test_add_func ("/own-presets/the-folder/is-made-when-it-is-needed",
                   the_folder_is_made_when_it_is_needed);
  g_test_add_func ("/own-presets/what-is-there/is-replaced-only-when-asked",
                   what_is_there_is_replaced_only_when_asked);
  g_test_add_func ("/own-presets/a-broken-or-foreign-file/is-never-written-to",
                   a_broken_or_foreign_file_is_never_written_to);
  g_test_add_func ("/own-presets/a-preset-of-a-list/stays-in-its-list",
                   a_preset_of_a_list_stays_in_its_list);
  g_test_add_func ("/own-presets/an-id/cannot-lead-out-of-the-folder",
                   an_id_cannot_lead_out_of_the_folder);
  g_test_add_func ("/own-presets/what-could-not-be-read/is-not-written",
                   what_could_not_be_read_is_not_written);
  g_test_add_func ("/own-presets/renaming/keeps-all-but-the-name",
                   renaming_keeps_all_but_the_name);
  g_test_add_func ("/own-presets/renaming/replaces-nothing",
                   renaming_replaces_nothing);
  g_test_add_func ("/own-presets/only-the-users-own/are-removed",
                   only_the_users_own_are_removed);
  g_test_add_func ("/own-presets/what-is-exported/is-the-same-elsewhere",
                   what_is_exported_is_the_same_elsewhere);
  g_test_add_func ("/own-presets/exporting/replaces-only-presets",
                   exporting_replaces_only_presets);
  g_test_add_func ("/own-presets/a-list/is-imported-whole-or-not-at-all",
                   a_list_is_imported_whole_or_not_at_all);
  g_test_add_func ("/own-presets/ids/are-made-of-names", ids_are_made_of_names);
  g_test_add_func ("/own-presets/programs-that-save-at-once/lose-nothing",
                   programs_that_save_at_once_lose_nothing);
  g_test_add_func ("/own-presets/of-two-with-one-name/one-is-told",
                   of_two_with_one_name_one_is_told);
  g_test_add_func ("/own-presets/a-program-killed-while-it-saves/"
                   "leaves-a-whole-file",
                   a_program_killed_while_it_saves_leaves_a_whole_file);
  g_test_add_func ("/own-presets/a-full-disk/leaves-the-old-file",
                   a_full_disk_leaves_the_old_file);
  g_test_add_func ("/own-presets/a-folder-that-takes-nothing/is-named",
                   a_folder_that_takes_nothing_is_named);
  g_test_add_func ("/own-presets/a-lock/is-waited-for", a_lock_is_waited_for);
  return g_test_run ();
}
