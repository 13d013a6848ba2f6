/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fuzz.h"
#include "presets-private.h"

static FolliPresets *presets;

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  const char *const folders[] = { g_getenv ("FOLLICLE_PRESETS_PATH"), NULL };

  presets = folli_presets_load (folders);
  return 0;
}

static void
check_preset (const FolliPresetInfo *info)
{
  g_assert_true (folli_preset_id_is_valid (info->id));
  g_assert_true (g_utf8_validate (info->name, -1, NULL));
  for (FolliParameterId id = 0; id < FOLLI_N_PARAMETERS; id++)
    g_assert_true (folli_parameter_check (id, info->recipe.value[id], NULL));
  g_assert_cmpuint (strlen (info->recipe.shade), ==, 7);
  g_assert_cmpuint (strspn (info->recipe.shade, "#0123456789abcdef"), ==, 7);
}

/* A preset file of any content is refused with its line, or is right. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autofree char *text = g_strndup ((const char *)data, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (FolliPresetFile) file = NULL;
  g_autoptr (GArray) found = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    return 0;
  file = folli_preset_file_parse ("fuzz", text, strlen (text), &error);
  if (file != NULL)
    found = folli_preset_file_read (file, presets, &error);
  if (found == NULL)
    {
      g_assert_nonnull (error);
      g_assert_true (g_str_has_prefix (error->message, "line "));
      g_assert_cmpstr (error->message + strlen ("line "), >, "0");
    }
  for (guint i = 0; found != NULL && i < found->len; i++)
    check_preset (&g_array_index (found, FolliPresetInfo, i));
  return 0;
}
