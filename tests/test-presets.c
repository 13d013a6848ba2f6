/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preset-folder.h"

#include <libintl.h>
#include <locale.h>

#include "follicle/error.h"

static void
assert_ids (const FolliPresets *presets, FolliPresetKind kind, const char *ids)
{
  guint                  n_presets;
  const FolliPresetInfo *infos = folli_presets_list (presets, kind, &n_presets);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < n_presets; i++)
    {
      g_string_append_printf (found, "%s%s", i > 0 ? " " : "", infos[i].id);
      g_assert_cmpstr (infos[i].name, !=, "");
      g_assert_cmpstr (infos[i].description, !=, "");
    }
  g_assert_cmpstr (found->str, ==, ids);
}

static void
all_that_ship_load_without_a_warning (void)
{
  g_autoptr (FolliPresets) presets = folli_test_load_presets (NULL);

  folli_test_assert_no_warnings (presets);
  assert_ids (presets, FOLLI_PRESET_DENSITY, "sparse light natural full dense");
  assert_ids (presets, FOLLI_PRESET_SIZE, "ultra-fine fine medium bold");
  assert_ids (presets, FOLLI_PRESET_SHADE,
              "jet-black soft-black dark-brown brown light-brown dark-blond "
              "auburn grey silver");
  assert_ids (presets, FOLLI_PRESET_LOOK,
              "natural buzz-cut edge-up soft-fade receding thinning-crown "
              "alopecia-patch transplant-top-up scar-line scar-dots parting "
              "first-session fresh five-years");
}

static void
ids_stand_for_the_numbers_of_the_contract (void)
{
  static const struct
  {
    const char *density, *size;
    double      per_cm2, mm;
  } cases[] = {
    { "sparse", "ultra-fine", 45, 0.24 }, { "light", "fine", 65, 0.30 },
    { "natural", "medium", 85, 0.36 },    { "full", "bold", 105, 0.44 },
    { "dense", "bold", 140, 0.44 },
  };
  g_autoptr (FolliPresets) presets = folli_test_load_presets (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      FolliRecipe recipe = folli_test_make_recipe (
          presets, "natural", cases[i].density, cases[i].size, "");

      g_assert_cmpfloat (recipe.value[FOLLI_DENSITY], ==, cases[i].per_cm2);
      g_assert_cmpfloat (recipe.value[FOLLI_DIAMETER], ==, cases[i].mm);
    }
}

static void
a_look_may_be_followed_by_what_differs (void)
{
  g_autoptr (FolliPresets) presets = folli_test_load_presets (NULL);
  const FolliRecipe look
      = folli_test_make_recipe (presets, "natural", "", "", "");
  const FolliRecipe other = folli_test_make_recipe (
      presets, "natural softness=12.5 strength=2", "", "", "");

  for (FolliParameterId id = 0; id < FOLLI_N_PARAMETERS; id++)
    g_assert_cmpfloat (other.value[id], ==,
                       id == FOLLI_SOFTNESS   ? 12.5
                       : id == FOLLI_STRENGTH ? 2
                                              : look.value[id]);
}

static void
soft_black_is_the_shade_that_nobody_named (void)
{
  g_autoptr (FolliPresets) presets = folli_test_load_presets (NULL);
  FolliRecipe recipe
      = folli_test_make_recipe (presets, "natural", "", "", "soft-black");

  g_assert_cmpstr (recipe.shade, ==, FOLLI_SHADE_FALLBACK);
}

static void
what_a_look_does_not_name_is_the_fallback (void)
{
  g_autofree char *folder = folli_test_make_folder ();
  g_autoptr (FolliPresets) presets = NULL;
  FolliRecipe recipe;

  folli_test_write_file (
      folder, "own.ini",
      FOLLI_TEST_HEADER ("look") "[own]\nName=Own\ndensity=sparse\nsize=bold\n"
                                 "shade=#ABC\nage=24\nsessions=2\n");
  presets = folli_test_load_presets (folder);
  folli_test_assert_no_warnings (presets);
  recipe = folli_test_make_recipe (presets, "own", NULL, NULL, NULL);

  for (FolliParameterId id = 0; id < FOLLI_N_PARAMETERS; id++)
    {
      double expected = folli_parameter_get (id)->fallback;

      if (id == FOLLI_DENSITY)
        expected = 45;
      else if (id == FOLLI_DIAMETER)
        expected = 0.44;
      else if (id == FOLLI_AGE)
        expected = 24;
      else if (id == FOLLI_SESSIONS)
        expected = 2;
      g_assert_cmpfloat (recipe.value[id], ==, expected);
    }
  g_assert_cmpstr (recipe.shade, ==, "#aabbcc");
  folli_test_remove_folder (folder);
}

static void
the_users_own_win_in_the_same_place (void)
{
  g_autofree char *folder = folli_test_make_folder ();
  g_autoptr (FolliPresets) presets = NULL;

  folli_test_write_file (
      folder, "a.ini",
      FOLLI_TEST_HEADER ("density") "[dense]\nName=Mine\nComment=Thicker\n"
                                    "density=99\n");
  presets = folli_test_load_presets (folder);
  folli_test_assert_no_warnings (presets);
  assert_ids (presets, FOLLI_PRESET_DENSITY, "sparse light natural full dense");
  /* The looks that come with us follow, since they name it. */
  g_assert_cmpfloat (folli_test_make_recipe (presets, "fresh", "", "", "")
                         .value[FOLLI_DENSITY],
                     ==, 99);
  folli_test_remove_folder (folder);
}

static void
a_folder_that_is_not_there_is_passed_over (void)
{
  const char *const folders[] = { "/nonexistent/follicle", NULL };
  g_autoptr (FolliPresets) presets = folli_presets_load (folders);
  g_autoptr (GError) error = NULL;
  FolliRecipe recipe;

  folli_test_assert_no_warnings (presets);
  g_assert_false (folli_presets_make_recipe (presets, "natural", "", "", "",
                                             &recipe, &error));
  g_assert_cmpstr (error->message, ==,
                   "Look 'natural' is not one of: none, since no such presets "
                   "were found");
}

static void
a_request_may_be_a_number_or_a_colour (void)
{
  g_autoptr (FolliPresets) presets = folli_test_load_presets (NULL);
  FolliRecipe recipe
      = folli_test_make_recipe (presets, "natural", "12,5", "3e-1", "#F80");

  g_assert_cmpfloat (recipe.value[FOLLI_DENSITY], ==, 12.5);
  g_assert_cmpfloat (recipe.value[FOLLI_DIAMETER], ==, 0.3);
  g_assert_cmpstr (recipe.shade, ==, "#ff8800");
}

static void
check_refusal (const char *look,
               const char *density,
               const char *size,
               const char *shade,
               FolliError  code,
               const char *message)
{
  g_autoptr (FolliPresets) presets = folli_test_load_presets (NULL);
  g_autoptr (GError) error = NULL;
  FolliRecipe recipe = { .value = { 42 }, .shade = "#424242" };

  g_assert_false (folli_presets_make_recipe (presets, look, density, size,
                                             shade, &recipe, &error));
  g_assert_error (error, FOLLI_ERROR, (int)code);
  g_assert_cmpstr (error->message, ==, message);
  g_assert_cmpfloat (recipe.value[0], ==, 42);
  g_assert_cmpstr (recipe.shade, ==, "#424242");
}

static void
a_refusal_says_what_is_allowed (void)
{
  check_refusal ("natural", "thick", "", "", FOLLI_ERROR_UNKNOWN,
                 "Density 'thick' is neither a number nor one of: sparse, "
                 "light, natural, full, dense");
  check_refusal ("natural", "", "85 mm", "", FOLLI_ERROR_UNKNOWN,
                 "Size '85 mm' is neither a number nor one of: ultra-fine, "
                 "fine, medium, bold");
  check_refusal ("natural", "", "", "pink", FOLLI_ERROR_COLOR,
                 "Shade 'pink' is neither a colour as #rgb or #rrggbb nor one "
                 "of: jet-black, soft-black, dark-brown, brown, light-brown, "
                 "dark-blond, auburn, grey, silver");
  check_refusal ("natural", "-1", "", "", FOLLI_ERROR_RANGE,
                 "Density -1 /cm² is below the 0 /cm² minimum");
  check_refusal ("natural", "1e9", "", "", FOLLI_ERROR_RANGE,
                 "Density 1000000000 /cm² is above the 400 /cm² maximum");
  check_refusal ("natural", "", "nan", "", FOLLI_ERROR_RANGE,
                 "Diameter nan mm is not a number from 0.05 to 2");
  check_refusal ("natural softness", "", "", "", FOLLI_ERROR_UNKNOWN,
                 "Look: 'softness' is not the name of one of its numbers, = "
                 "and a value");
  check_refusal ("natural origin-x=3", "", "", "", FOLLI_ERROR_UNKNOWN,
                 "Look: 'origin-x=3' is not the name of one of its numbers, = "
                 "and a value");
  check_refusal ("natural softness=41", "", "", "", FOLLI_ERROR_RANGE,
                 "Softness 41 mm is above the 40 mm maximum");
  check_refusal ("", "", "", "", FOLLI_ERROR_UNKNOWN,
                 "Look '' is not one of: natural, buzz-cut, edge-up, "
                 "soft-fade, receding, thinning-crown, alopecia-patch, "
                 "transplant-top-up, scar-line, scar-dots, parting, "
                 "first-session, fresh, five-years");
}

static void
the_example_of_the_readme_loads (void)
{
  g_autofree char *path
      = g_test_build_filename (G_TEST_DIST, "..", "README.md", NULL);
  g_autofree char *folder = folli_test_make_folder ();
  g_autofree char *text = NULL;
  g_auto (GStrv) before = NULL;
  g_auto (GStrv) example = NULL;
  g_autoptr (FolliPresets) presets = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  before = g_strsplit (text, "```ini\n", 2);
  example = g_strsplit (before[1], "```", 2);
  folli_test_write_file (folder, "studio.ini", example[0]);
  presets = folli_test_load_presets (folder);
  folli_test_remove_folder (folder);
  folli_test_assert_no_warnings (presets);
  folli_test_make_recipe (presets, "studio", "", "", "");
}

static void
the_users_folder_comes_after_the_installed_one (void)
{
  g_autofree char *own = g_build_filename (g_get_user_config_dir (), "follicle",
                                           "presets", NULL);
  g_auto (GStrv) folders = NULL;

  g_unsetenv ("FOLLICLE_PRESETS_PATH");
  folders = folli_presets_list_folders ("/usr/share/follicle/presets");
  g_assert_cmpuint (g_strv_length (folders), ==, 2);
  g_assert_cmpstr (folders[0], ==, "/usr/share/follicle/presets");
  g_assert_cmpstr (folders[1], ==, own);
}

static void
the_environment_replaces_the_installed_folder (void)
{
  g_auto (GStrv) folders = NULL;

  g_setenv ("FOLLICLE_PRESETS_PATH", "/build/presets", TRUE);
  folders = folli_presets_list_folders ("/usr/share/follicle/presets");
  g_unsetenv ("FOLLICLE_PRESETS_PATH");
  g_assert_cmpuint (g_strv_length (folders), ==, 2);
  g_assert_cmpstr (folders[0], ==, "/build/presets");
}

static void
copy_catalogue (const char *folder)
{
  static const char name[] = GETTEXT_PACKAGE ".mo";

  g_autofree char *from = g_test_build_filename (G_TEST_BUILT, "..", "po", "es",
                                                 "LC_MESSAGES", name, NULL);
  g_autofree char *to = g_build_filename (folder, "es", "LC_MESSAGES", NULL);
  g_autofree char *data = NULL;
  gsize            length;

  g_assert_true (g_file_get_contents (from, &data, &length, NULL));
  g_assert_cmpint (g_mkdir_with_parents (to, 0700), ==, 0);
  g_free (to);
  to = g_build_filename (folder, "es", "LC_MESSAGES", name, NULL);
  g_assert_true (g_file_set_contents (to, data, length, NULL));
}

static gboolean
succeeds (const char *const *command)
{
  int status = -1;

  return g_spawn_sync (NULL, (char **)command, NULL,
                       G_SPAWN_SEARCH_PATH | G_SPAWN_STDERR_TO_DEV_NULL
                           | G_SPAWN_STDOUT_TO_DEV_NULL,
                       NULL, NULL, NULL, NULL, &status, NULL)
         && g_spawn_check_wait_status (status, NULL);
}

/* A machine seldom has a Spanish locale, but often what it takes to make one.
 * Where not, C.UTF-8 under another name does: by its own, it is never
 * translated. */
static void
speak_spanish (const char *folder)
{
  g_autofree char  *locale = g_build_filename (folder, "es_ES.UTF-8", NULL);
  const char *const make[] = { "localedef", "--no-archive", "-i",   "es_ES",
                               "-f",        "UTF-8",        locale, NULL };
  const char *const copy[]
      = { "cp", "-R", "/usr/lib/locale/C.utf8/.", locale, NULL };

  g_assert_true (succeeds (make) || succeeds (copy));
  g_setenv ("LOCPATH", folder, TRUE);
  g_setenv ("LANGUAGE", "es", TRUE);
  g_assert_nonnull (setlocale (LC_ALL, "es_ES.UTF-8"));

  copy_catalogue (folder);
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
}

static void
assert_name (const FolliPresets *presets,
             FolliPresetKind     kind,
             const char         *id,
             const char         *name,
             const char         *description)
{
  guint                  n_presets;
  const FolliPresetInfo *infos = folli_presets_list (presets, kind, &n_presets);
  guint                  i = 0;

  while (i < n_presets && !g_str_equal (infos[i].id, id))
    i++;
  g_assert_cmpuint (i, <, n_presets);
  g_assert_cmpstr (infos[i].name, ==, name);
  g_assert_cmpstr (infos[i].description, ==, description);
}

/* Runs in a process of its own: the language cannot be taken back. */
static void
names_come_in_the_users_language (void)
{
  g_autofree char *own = NULL;
  g_autoptr (FolliPresets) presets = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }

  speak_spanish (g_get_user_runtime_dir ());
  own = folli_test_make_folder ();
  folli_test_write_file (own, "own.ini",
                         FOLLI_TEST_HEADER ("shade") "[own]\nName=Mine\n"
                                                     "Name[es]=Mío\n"
                                                     "Name[de]=Meins\n"
                                                     "shade=#123\n");
  presets = folli_test_load_presets (own);
  folli_test_remove_folder (own);
  folli_test_assert_no_warnings (presets);
  assert_name (presets, FOLLI_PRESET_LOOK, "fresh", "Recién hecho",
               "El día de la última sesión, antes de cicatrizar");
  assert_name (presets, FOLLI_PRESET_SHADE, "soft-black", "Negro suave",
               "La elección habitual para pelo negro y castaño oscuro");
  assert_name (presets, FOLLI_PRESET_SHADE, "own", "Mío", "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/presets/all-that-ship/load-without-a-warning",
                   all_that_ship_load_without_a_warning);
  g_test_add_func ("/presets/ids/stand-for-the-numbers-of-the-contract",
                   ids_stand_for_the_numbers_of_the_contract);
  g_test_add_func ("/presets/a-look/may-be-followed-by-what-differs",
                   a_look_may_be_followed_by_what_differs);
  g_test_add_func ("/presets/soft-black/is-the-shade-that-nobody-named",
                   soft_black_is_the_shade_that_nobody_named);
  g_test_add_func ("/presets/what-a-look-does-not-name/is-the-fallback",
                   what_a_look_does_not_name_is_the_fallback);
  g_test_add_func ("/presets/the-users-own/win-in-the-same-place",
                   the_users_own_win_in_the_same_place);
  g_test_add_func ("/presets/a-folder-that-is-not-there/is-passed-over",
                   a_folder_that_is_not_there_is_passed_over);
  g_test_add_func ("/presets/a-request/may-be-a-number-or-a-colour",
                   a_request_may_be_a_number_or_a_colour);
  g_test_add_func ("/presets/a-refusal/says-what-is-allowed",
                   a_refusal_says_what_is_allowed);
  g_test_add_func ("/presets/the-example-of-the-readme/loads",
                   the_example_of_the_readme_loads);
  g_test_add_func ("/presets/the-users-folder/comes-after-the-installed-one",
                   the_users_folder_comes_after_the_installed_one);
  g_test_add_func ("/presets/the-environment/replaces-the-installed-folder",
                   the_environment_replaces_the_installed_folder);
  g_test_add_func ("/presets/names/come-in-the-users-language",
                   names_come_in_the_users_language);
  return g_test_run ();
}
