/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preset-folder.h"

#include <glib/gstdio.h>

static char *
get_shipped_folder (void)
{
  return g_test_build_filename (G_TEST_DIST, "..", "presets", NULL);
}

char *
folli_test_make_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("follicle-presets-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

void
folli_test_write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

void
folli_test_remove_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

/* What ships, and then a user's own folder if there is one */
FolliPresets *
folli_test_load_presets (const char *own_folder)
{
  g_autofree char  *shipped = get_shipped_folder ();
  const char *const folders[] = { shipped, own_folder, NULL };

  return folli_presets_load (folders);
}

void
folli_test_assert_no_warnings (const FolliPresets *presets)
{
  const char *const *warnings = folli_presets_get_warnings (presets);

  g_assert_cmpstr (warnings[0], ==, NULL);
}

FolliRecipe
folli_test_make_recipe (const FolliPresets *presets,
                        const char         *look,
                        const char         *density,
                        const char         *size,
                        const char         *shade)
{
  FolliRecipe recipe;
  g_autoptr (GError) error = NULL;

  folli_presets_make_recipe (presets, look, density, size, shade, &recipe,
                             &error);
  g_assert_no_error (error);
  return recipe;
}
