/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preset-folder.h"

typedef struct
{
  const char *name;
  const char *text;
  const char *reason;
} BrokenFile;

/* Reasons in GLib's words are given up to where versions of it may differ. */

static const BrokenFile BROKEN_FILES[] = {
  { "line-without-key",
    FOLLI_TEST_HEADER ("density") "[a]\nName=A\noops\ndensity=1\n",
    "line 6: Key file" },
  { "text-before-any-group", "Format=1\n[Follicle Presets]\n",
    "line 1: Key file" },
  { "text-in-latin-1",
    FOLLI_TEST_HEADER ("density") "[a]\nName=\xe9\ndensity=1\n",
    "line 5: this is not text in UTF-8" },
  { "empty-file", "", "line 1: [Follicle Presets] lacks the key 'Format'" },
  { "format-of-the-future", "[Follicle Presets]\nFormat=2\nKind=size\n",
    "line 2: Format '2' is none of: 1" },
  { "missing-format", "\n[Follicle Presets]\nKind=size\n",
    "line 2: [Follicle Presets] lacks the key 'Format'" },
  { "missing-kind", "[Follicle Presets]\nFormat=1\n",
    "line 1: [Follicle Presets] lacks the key 'Kind'" },
  { "unknown-kind", FOLLI_TEST_HEADER ("brush"),
    "line 3: Kind 'brush' is none of: density, size, shade, look" },
  { "unknown-key-in-the-header", FOLLI_TEST_HEADER ("size") "Author=me\n",
    "line 4: Key 'Author' is none of: Format, Kind" },
  { "unknown-key",
    FOLLI_TEST_HEADER ("size") "[a]\nName=A\ndiameter=1\ncolour=red\n",
    "line 7: the key 'colour' is unknown; there are: Name, Comment, "
    "diameter" },
  { "id-in-capitals",
    FOLLI_TEST_HEADER ("size") "[Big]\nName=Big\ndiameter=1\n",
    "line 4: [Big] is not an id of lower-case words joined by hyphens" },
  { "id-with-an-empty-word",
    FOLLI_TEST_HEADER ("size") "[a--b]\nName=B\ndiameter=1\n",
    "line 4: [a--b] is not an id of lower-case words joined by hyphens" },
  { "id-like-a-number", FOLLI_TEST_HEADER ("size") "[5]\nName=B\ndiameter=1\n",
    "line 4: [5] is not an id of lower-case words joined by hyphens" },
  { "missing-name", FOLLI_TEST_HEADER ("size") "[a]\ndiameter=1\n",
    "line 4: [a] lacks the key 'Name'" },
  { "missing-value", FOLLI_TEST_HEADER ("size") "[a]\nName=A\n",
    "line 4: [a] lacks the key 'diameter'" },
  { "group-twice",
    FOLLI_TEST_HEADER ("size") "[a]\nName=A\ndiameter=1\n\n[a]\nName=B\n",
    "line 8: 'a' is already there on line 4" },
  { "key-twice",
    FOLLI_TEST_HEADER ("size") "[a]\nName=A\ndiameter=1\ndiameter=2\n",
    "line 7: 'diameter' is already there on line 6" },
  { "comma-for-a-point",
    FOLLI_TEST_HEADER ("size") "[a]\nName=A\ndiameter=0,2\n",
    "line 6: diameter '0,2' is not a number" },
  { "number-missing", FOLLI_TEST_HEADER ("density") "[a]\nName=A\ndensity=\n",
    "line 6: density '' is not a number" },
  { "number-out-of-range",
    FOLLI_TEST_HEADER ("size") "[a]\nName=A\ndiameter=3.1\n",
    "line 6: Diameter 3.1 mm is above the 2 mm maximum" },
  { "nan", FOLLI_TEST_HEADER ("density") "[a]\nName=A\ndensity=nan\n",
    "line 6: Density nan /cm² is not a number from 0 to 400" },
  { "overflow", FOLLI_TEST_HEADER ("density") "[a]\nName=A\ndensity=1e999\n",
    "line 6: Density inf /cm² is not a number from 0 to 400" },
  { "colour-of-five-digits",
    FOLLI_TEST_HEADER ("shade") "[a]\nName=A\nshade=#12345\n",
    "line 6: Shade '#12345' is not a colour as #rgb or #rrggbb" },
  { "colour-name", FOLLI_TEST_HEADER ("shade") "[a]\nName=A\nshade=red\n",
    "line 6: Shade 'red' is not a colour as #rgb or #rrggbb" },
  { "broken-escape", FOLLI_TEST_HEADER ("shade") "[a]\nName=A\\q\nshade=#123\n",
    "line 5: Key file" },
  { "look-without-a-shade",
    FOLLI_TEST_HEADER ("look") "[a]\nName=A\ndensity=full\nsize=fine\n",
    "line 4: [a] lacks the key 'shade'" },
  { "look-with-an-unknown-density",
    FOLLI_TEST_HEADER (
        "look") "[a]\nName=A\nsize=fine\nshade=grey\ndensity=thick\n",
    "line 8: Density 'thick' is neither a number nor one of: sparse, light, "
    "natural, full, dense, good" },
  { "look-with-a-parameter-out-of-range",
    FOLLI_TEST_HEADER (
        "look") "[a]\nName=A\nsize=fine\nshade=grey\ndensity=full\n"
                "# deep\n\ndepth=7\n",
    "line 11: Depth 7 mm is above the 1 mm maximum" },
  { "look-with-a-place-in-one-photo",
    FOLLI_TEST_HEADER ("look") "[a]\nName=A\nsize=fine\nshade=grey\n"
                               "density=full\norigin-x=3\n",
    "line 9: the key 'origin-x' is unknown; there are: Name, Comment, "
    "density, size, shade, diameter-variation, " },
  { "look-with-half-a-session",
    FOLLI_TEST_HEADER (
        "look") "[a]\nName=A\nsize=fine\nshade=grey\ndensity=full\n"
                "sessions=1.5\n",
    "line 9: sessions 1.5 is not a whole number" },
};

static const char GOOD_FILE[]
    = FOLLI_TEST_HEADER ("density") "[good]\nName=Good\ndensity=123\n";

static void
a_broken_file_is_named_with_its_line (gconstpointer data)
{
  const BrokenFile *broken = data;
  g_autofree char  *folder = folli_test_make_folder ();
  g_autofree char  *expected = g_strdup_printf ("Presets %s" G_DIR_SEPARATOR_S
                                                "broken.ini are left out: %s",
                                                folder, broken->reason);
  g_autoptr (FolliPresets) before = folli_test_load_presets (NULL);
  g_autoptr (FolliPresets) presets = NULL;
  const char *const *warnings;
  guint              n_before, n_after;

  folli_test_write_file (folder, "broken.ini", broken->text);
  folli_test_write_file (folder, "good.ini", GOOD_FILE);
  presets = folli_test_load_presets (folder);

  warnings = folli_presets_get_warnings (presets);
  g_assert_nonnull (warnings[0]);
  g_assert_true (g_str_has_prefix (warnings[0], expected));
  g_assert_cmpstr (warnings[1], ==, NULL);

  for (FolliPresetKind kind = 0; kind < FOLLI_PRESET_N_KINDS; kind++)
    {
      folli_presets_list (before, kind, &n_before);
      folli_presets_list (presets, kind, &n_after);
      g_assert_cmpuint (n_after, ==, n_before + (kind == FOLLI_PRESET_DENSITY));
    }
  folli_test_remove_folder (folder);
}

static void
a_nul_byte_is_not_the_end_of_a_file (void)
{
  static const char text[]
      = FOLLI_TEST_HEADER ("size") "\0[a]\nName=A\ndiameter=1\n";
  g_autofree char *folder = folli_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "nul.ini", NULL);
  g_autoptr (FolliPresets) presets = NULL;

  g_assert_true (g_file_set_contents (path, text, sizeof text - 1, NULL));
  presets = folli_test_load_presets (folder);
  g_assert_true (g_str_has_suffix (folli_presets_get_warnings (presets)[0],
                                   "nul.ini are left out: line 4: this is not "
                                   "text in UTF-8"));
  folli_test_remove_folder (folder);
}

static void
a_fault_late_in_a_long_file_is_found (void)
{
  g_autofree char *folder = folli_test_make_folder ();
  g_autoptr (GString) text = g_string_new (FOLLI_TEST_HEADER ("size"));
  g_autoptr (FolliPresets) presets = NULL;

  for (int i = 0; i < 5000; i++)
    g_string_append (text, "# one of many lines\r\n");
  g_string_append (text, "[a]\r\nName=A\r\ndiameter 1\r\n# more\r\n");
  folli_test_write_file (folder, "long.ini", text->str);
  presets = folli_test_load_presets (folder);
  g_assert_nonnull (
      g_strstr_len (folli_presets_get_warnings (presets)[0], -1,
                    "long.ini are left out: line 5006: Key file"));
  folli_test_remove_folder (folder);
}

static void
lines_may_end_as_on_windows (void)
{
  g_autofree char *folder = folli_test_make_folder ();
  g_autoptr (FolliPresets) presets = NULL;

  folli_test_write_file (folder, "own.ini",
                         "[Follicle Presets]\r\nFormat=1\r\nKind=size\r\n"
                         "[own]\r\nName=Own\r\ndiameter = 0.4 \r\n");
  presets = folli_test_load_presets (folder);
  folli_test_assert_no_warnings (presets);
  g_assert_cmpfloat (folli_test_make_recipe (presets, "fresh", "", "own", "")
                         .value[FOLLI_DIAMETER],
                     ==, 0.4);
  folli_test_remove_folder (folder);
}

static void
a_broken_file_of_the_user_hides_nothing (void)
{
  g_autofree char *folder = folli_test_make_folder ();
  g_autoptr (FolliPresets) presets = NULL;

  folli_test_write_file (
      folder, "a.ini",
      FOLLI_TEST_HEADER ("density") "[dense]\nName=Mine\ndensity=99\n"
                                    "[full]\nName=Mine\ndensity=-1\n");
  presets = folli_test_load_presets (folder);
  g_assert_nonnull (folli_presets_get_warnings (presets)[0]);
  g_assert_cmpfloat (folli_test_make_recipe (presets, "fresh", "", "", "")
                         .value[FOLLI_DENSITY],
                     ==, 140);
  folli_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (BROKEN_FILES); i++)
    {
      g_autofree char *name = g_strdup_printf (
          "/preset-files/%s/is-named-with-its-line", BROKEN_FILES[i].name);

      g_test_add_data_func (name, &BROKEN_FILES[i],
                            a_broken_file_is_named_with_its_line);
    }
  g_test_add_func ("/preset-files/a-nul-byte/is-not-the-end-of-a-file",
                   a_nul_byte_is_not_the_end_of_a_file);
  g_test_add_func ("/preset-files/a-fault-late-in-a-long-file/is-found",
                   a_fault_late_in_a_long_file_is_found);
  g_test_add_func ("/preset-files/lines/may-end-as-on-windows",
                   lines_may_end_as_on_windows);
  g_test_add_func ("/preset-files/a-broken-file-of-the-user/hides-nothing",
                   a_broken_file_of_the_user_hides_nothing);
  return g_test_run ();
}
