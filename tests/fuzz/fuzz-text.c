/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "fuzz.h"
#include "gimp/mask.h"
#include "gimp/procedure.h"
#include "gimp/scale.h"
#include "gimp/settings.h"

static FolliPresets *presets;

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  const char *const folders[] = { g_getenv ("FOLLICLE_PRESETS_PATH"), NULL };

  presets = folli_presets_load (folders);
  return 0;
}

static void
check_recipe (const FolliRecipe *recipe)
{
  for (FolliParameterId id = 0; id < FOLLI_N_PARAMETERS; id++)
    g_assert_true (folli_parameter_check (id, recipe->value[id], NULL));
  g_assert_cmpuint (strlen (recipe->shade), ==, 7);
  g_assert_cmpuint (strspn (recipe->shade, "#0123456789abcdefABCDEF"), ==, 7);
}

/* What a hostile image may carry as a layer's parameters */
static void
try_settings (const FolliProcedure *procedure, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (FolliSettings) settings
      = folli_settings_from_string (procedure, text, &error);
  g_autoptr (FolliSettings) again = NULL;
  g_autofree char *written = NULL;

  g_assert_true ((settings == NULL) == (error != NULL));
  if (settings == NULL || !folli_settings_check (settings, NULL))
    return;
  written = folli_settings_to_string (settings, NULL);
  again = folli_settings_from_string (procedure, written, &error);
  g_assert_no_error (error);
  for (int id = 0; id < procedure->n_arguments; id++)
    {
      g_assert_cmpstr (settings->text[id], ==, again->text[id]);
      g_assert_cmpfloat (settings->number[id], ==, again->number[id]);
    }
}

static void
try_recipe (const char *text)
{
  FolliRecipe recipe;

  if (folli_recipe_from_string (text, &recipe))
    check_recipe (&recipe);
}

static void
try_scale (const char *text)
{
  const double scale = folli_scale_from_string (text, 640, 480);

  g_assert_true (scale == 0
                 || folli_parameter_check (FOLLI_PIXELS_PER_CM, scale, NULL));
}

static void
try_mask (const char *text)
{
  g_autoptr (GError) error = NULL;
  FolliMaskKind kind;
  const char   *name;

  if (folli_mask_parse (text, &kind, &name, &error))
    g_assert_true (kind <= FOLLI_MASK_LAYER);
  else
    g_assert_nonnull (strstr (error->message, text));
}

static void
try_request (const char *text)
{
  const char *requests[][4] = {
    { text, "", "", "" },
    { "natural", text, "", "" },
    { "natural", "", text, "" },
    { "natural", "", "", text },
  };

  for (guint i = 0; i < G_N_ELEMENTS (requests); i++)
    {
      const char *const *request = requests[i];
      g_autoptr (GError) error = NULL;
      FolliRecipe recipe;

      if (folli_presets_make_recipe (presets, request[0], request[1],
                                     request[2], request[3], &recipe, &error))
        check_recipe (&recipe);
      else
        g_assert_nonnull (error);
    }
}

/* Every text that comes from scripts or images is refused, or means something
 * that is allowed. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autofree char *text = g_strndup ((const char *)data, length);

  try_settings (&folli_dots_procedure, text);
  try_recipe (text);
  try_scale (text);
  if (!g_utf8_validate (text, -1, NULL))
    return 0;
  try_mask (text);
  try_request (text);
  return 0;
}
