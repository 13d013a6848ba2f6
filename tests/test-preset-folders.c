/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include "preset-folder.h"

static const char GOOD_FILE[]
    = FOLLI_TEST_HEADER ("density") "[good]\nName=Good\ndensity=123\n";

enum
{
  NOBODY = 65534
};

/* Loads a folder in which one file is to be left out and another not. */
static void
assert_left_out (const char *folder, const char *name, const char *reason)
{
  g_autofree char *expected
      = g_strdup_printf ("Presets %s" G_DIR_SEPARATOR_S "%s are left out: %s",
                         folder, name, reason);
  const gint64 start = g_get_monotonic_time ();
  g_autoptr (FolliPresets) presets = NULL;

  folli_test_write_file (folder, "good.ini", GOOD_FILE);
  presets = folli_test_load_presets (folder);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
  g_assert_cmpstr (folli_presets_get_warnings (presets)[0], ==, expected);
  g_assert_null (folli_presets_get_warnings (presets)[1]);
  g_assert_cmpfloat (folli_test_make_recipe (presets, "fresh", "good", "", "")
                         .value[FOLLI_DENSITY],
                     ==, 123);
}

static void
a_pipe_keeps_nobody_waiting (void)
{
  g_autofree char *folder = folli_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "pipe.ini", NULL);

  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  assert_left_out (folder, "pipe.ini", "it is no plain file");
  folli_test_remove_folder (folder);
}

static void
a_device_is_not_opened (void)
{
  g_autofree char *folder = folli_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "zero.ini", NULL);

  if (mknod (path, S_IFCHR | 0600, makedev (1, 5)) != 0)
    g_test_skip ("only root makes devices");
  else
    assert_left_out (folder, "zero.ini", "it is no plain file");
  folli_test_remove_folder (folder);
}

static void
a_folder_is_no_file (void)
{
  g_autofree char *folder = folli_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "folder.ini", NULL);

  g_assert_cmpint (mkdir (path, 0700), ==, 0);
  assert_left_out (folder, "folder.ini", "it is no plain file");
  folli_test_remove_folder (folder);
}

static void
a_huge_file_is_not_read (void)
{
  g_autofree char *folder = folli_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "huge.ini", NULL);

  folli_test_write_file (folder, "huge.ini", GOOD_FILE);
  g_assert_cmpint (truncate (path, (off_t)1 << 40), ==, 0);
  assert_left_out (folder, "huge.ini",
                   "4294967295 bytes are above the 1048576 maximum");
  folli_test_remove_folder (folder);
}

static void
a_link_of_the_users_leads_nowhere (void)
{
  g_autofree char *folder = folli_test_make_folder ();
  g_autofree char *elsewhere = folli_test_make_folder ();
  g_autofree char *target = g_build_filename (elsewhere, "target.ini", NULL);
  g_autofree char *path = g_build_filename (folder, "link.ini", NULL);

  folli_test_write_file (elsewhere, "target.ini",
                         FOLLI_TEST_HEADER ("size") "[a]\nName=A\n"
                                                    "diameter=1\n");
  g_assert_cmpint (symlink (target, path), ==, 0);
  assert_left_out (folder, "link.ini",
                   "it is a link; put the file itself there");
  folli_test_remove_folder (folder);
  folli_test_remove_folder (elsewhere);
}

static void
a_link_where_we_are_installed_is_followed (void)
{
  g_autofree char  *installed = folli_test_make_folder ();
  g_autofree char  *elsewhere = folli_test_make_folder ();
  g_autofree char  *target = g_build_filename (elsewhere, "target.ini", NULL);
  g_autofree char  *path = g_build_filename (installed, "link.ini", NULL);
  const char *const folders[] = { installed, "/nonexistent", NULL };
  g_autoptr (FolliPresets) presets = NULL;
  guint n_presets;

  folli_test_write_file (elsewhere, "target.ini", GOOD_FILE);
  g_assert_cmpint (symlink (target, path), ==, 0);
  presets = folli_presets_load (folders);
  folli_test_assert_no_warnings (presets);
  folli_presets_list (presets, FOLLI_PRESET_DENSITY, &n_presets);
  g_assert_cmpuint (n_presets, ==, 1);
  folli_test_remove_folder (installed);
  folli_test_remove_folder (elsewhere);
}

static void
of_ten_thousand_files_the_first_thousand_are_read (void)
{
  g_autofree char *folder = folli_test_make_folder ();
  g_autofree char *expected = g_strdup_printf (
      "Presets %s" G_DIR_SEPARATOR_S "p01000.ini are left out: it and what "
      "follows are too many files for one folder",
      folder);
  const gint64 start = g_get_monotonic_time ();
  g_autoptr (FolliPresets) presets = NULL;
  guint n_before, n_after;

  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *name = g_strdup_printf ("p%05u.ini", i);
      g_autofree char *text = g_strdup_printf (
          FOLLI_TEST_HEADER ("size") "[p%u]\nName=P\ndiameter=1\n", i / 2);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      FILE            *file = fopen (path, "w");

      fputs (text, file);
      fclose (file);
    }
  presets = folli_test_load_presets (NULL);
  folli_presets_list (presets, FOLLI_PRESET_SIZE, &n_before);
  folli_presets_free (presets);
  presets = folli_test_load_presets (folder);
  folli_presets_list (presets, FOLLI_PRESET_SIZE, &n_after);

  g_assert_cmpuint (n_after, ==, n_before + 500);
  g_assert_cmpstr (folli_presets_get_warnings (presets)[0], ==, expected);
  g_assert_null (folli_presets_get_warnings (presets)[1]);
  g_assert_cmpint (g_get_monotonic_time () - start, <, 30 * G_USEC_PER_SEC);
  folli_test_remove_folder (folder);
}

static void
more_than_a_thousand_presets_are_too_many (void)
{
  g_autofree char *folder = folli_test_make_folder ();
  g_autoptr (GString) text = g_string_new (FOLLI_TEST_HEADER ("size"));

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "[p%u]\nName=P\ndiameter=1\n", i);
  folli_test_write_file (folder, "many.ini", text->str);
  assert_left_out (folder, "many.ini", "with them there are more than 1000");
  folli_test_remove_folder (folder);
}

static void
a_few_warnings_stand_for_many (void)
{
  g_autofree char *folder = folli_test_make_folder ();
  g_autoptr (FolliPresets) presets = NULL;

  for (guint i = 0; i < 50; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.ini", i);

      folli_test_write_file (folder, name, "nonsense");
    }
  presets = folli_test_load_presets (folder);
  g_assert_cmpuint (
      g_strv_length ((char **)folli_presets_get_warnings (presets)), ==, 21);
  g_assert_cmpstr (folli_presets_get_warnings (presets)[20], ==,
                   "Other presets are left out, too");
  folli_test_remove_folder (folder);
}

static void
load_as_nobody (const char *folder)
{
  g_autoptr (FolliPresets) presets = NULL;
  const char *warning;

  if (geteuid () == 0 && seteuid (NOBODY) != 0)
    g_error ("cannot be nobody: %s", g_strerror (errno));
  presets = folli_test_load_presets (folder);
  warning = folli_presets_get_warnings (presets)[0];
  g_assert_nonnull (warning);
  g_assert_nonnull (g_strstr_len (warning, -1, folder));
  g_assert_nonnull (g_strstr_len (warning, -1, "Permission denied"));
  folli_test_make_recipe (presets, "fresh", "", "", "");
}

/* In a process of its own, which stops being root */
static void
what_cannot_be_read_is_named (void)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  folder = folli_test_make_folder ();
  path = g_build_filename (folder, "good.ini", NULL);
  folli_test_write_file (folder, "good.ini", GOOD_FILE);
  g_assert_cmpint (chmod (path, 0), ==, 0);
  g_assert_cmpint (chmod (folder, 0755), ==, 0);
  load_as_nobody (folder);
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_cmpint (chmod (folder, 0), ==, 0);
  load_as_nobody (folder);
  if (getuid () == 0)
    g_assert_cmpint (seteuid (0), ==, 0);
  g_assert_cmpint (chmod (folder, 0700), ==, 0);
  folli_test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/preset-folders/a-pipe/keeps-nobody-waiting",
                   a_pipe_keeps_nobody_waiting);
  g_test_add_func ("/preset-folders/a-device/is-not-opened",
                   a_device_is_not_opened);
  g_test_add_func ("/preset-folders/a-folder/is-no-file", a_folder_is_no_file);
  g_test_add_func ("/preset-folders/a-huge-file/is-not-read",
                   a_huge_file_is_not_read);
  g_test_add_func ("/preset-folders/a-link-of-the-users/leads-nowhere",
                   a_link_of_the_users_leads_nowhere);
  g_test_add_func ("/preset-folders/a-link-where-we-are-installed/is-followed",
                   a_link_where_we_are_installed_is_followed);
  g_test_add_func ("/preset-folders/ten-thousand-files/are-read-up-to-a-point",
                   of_ten_thousand_files_the_first_thousand_are_read);
  g_test_add_func ("/preset-folders/more-than-a-thousand-presets/are-too-many",
                   more_than_a_thousand_presets_are_too_many);
  g_test_add_func ("/preset-folders/a-few-warnings/stand-for-many",
                   a_few_warnings_stand_for_many);
  g_test_add_func ("/preset-folders/what-cannot-be-read/is-named",
                   what_cannot_be_read_is_named);
  return g_test_run ();
}
