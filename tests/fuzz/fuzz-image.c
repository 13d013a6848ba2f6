/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fuzz.h"
#include "gimp/footprint.h"
#include "gimp/hairline-past.h"
#include "gimp/hairline.h"
#include "gimp/made-layer.h"
#include "gimp/past.h"
#include "gimp/renewal.h"
#include "hostile-image.h"

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  gegl_init (NULL, NULL);
  return 0;
}

static void
check_recipe (const FolliRecipe *recipe)
{
  for (FolliParameterId id = 0; id < FOLLI_N_PARAMETERS; id++)
    g_assert_true (folli_parameter_check (id, recipe->value[id], NULL));
  g_assert_cmpuint (strspn (recipe->shade, "#0123456789abcdefABCDEF"), ==, 7);
  g_assert_cmpuint (strspn (recipe->skin, "#0123456789abcdefABCDEF"), ==, 7);
}

/* The scale may have grown beyond its range with the image since; whoever
 * takes it says so. */
static void
check_settings (FolliSettings *settings, int scale)
{
  if (scale >= 0)
    settings->number[scale] = settings->procedure->arguments[scale].number;
  g_assert_true (folli_settings_check (settings, NULL));
  for (int id = 0; id < settings->procedure->n_arguments; id++)
    if (settings->procedure->arguments[id].type == FOLLI_TYPE_STRING)
      g_assert_true (g_utf8_validate (settings->text[id], -1, NULL));
}

/* What a renewal starts from. */
static void
try_renewal (FolliHost *host)
{
  g_autoptr (FolliSettings) settings = NULL;
  FolliRecipe recipe;

  folli_renewal_start (host);
  settings = folli_renewal_recall (host);
  if (!settings)
    return;
  if (folli_renewal_find_recipe (
          host, settings, hostile_image_get (host, HOSTILE_ASKED), &recipe))
    check_recipe (&recipe);
  folli_renewal_name_mask (host, settings);
  check_settings (settings, FOLLI_ARGUMENT_PIXELS_PER_CM);
}

/* A selection of all of the image. */
#define EIGHT_DIGITS "ffffffff"
#define FOUR_ROWS EIGHT_DIGITS EIGHT_DIGITS EIGHT_DIGITS EIGHT_DIGITS
#define SELECTED                                                               \
  "0 0 1 1 " FOUR_ROWS FOUR_ROWS FOUR_ROWS FOUR_ROWS FOUR_ROWS FOUR_ROWS       \
      FOUR_ROWS FOUR_ROWS

static void
fill_plan (FolliOutput output, FolliPlan *plan)
{
  *plan = (FolliPlan){ .output = output };
  for (FolliParameterId id = 0; id < FOLLI_N_PARAMETERS; id++)
    plan->recipe.value[id] = folli_parameter_get (id)->fallback;
  plan->mask_text = g_strdup ("selection");
  plan->footprint = g_strdup (SELECTED);
  plan->settings = g_strdup ("");
}

static void
clear_plan (FolliPlan *plan)
{
  g_clear_pointer (&plan->past, g_array_unref);
  g_free (plan->mask_text);
  g_free (plan->footprint);
  g_free (plan->settings);
}

/* What a run on the photo replaces. */
static void
try_past (FolliHost *host, FolliOutput output)
{
  FolliPlan        plan;
  g_autofree char *remark = NULL;

  fill_plan (output, &plan);
  folli_host_set_layer (host, HOSTILE_PHOTO);
  folli_past_choose (host, &plan);
  for (guint i = 0; i < plan.past->len; i++)
    g_assert_cmpint (g_array_index (plan.past, int, i), >, HOSTILE_PHOTO);
  folli_past_find_map (host, &plan);
  folli_host_set_made (host, HOSTILE_SESSION);
  folli_renewal_store (host, &plan, HOSTILE_SESSION);
  remark = folli_past_retire (host, &plan);
  clear_plan (&plan);
}

/* What counts, exports and sheets start from. */
static void
try_made (FolliHost *host)
{
  g_autoptr (GError) error = NULL;
  g_auto (FolliMadeLayer) made = { NULL };

  folli_host_set_layer (host, HOSTILE_MADE);
  if (folli_made_layer_read (host, &made, &error))
    g_assert_nonnull (made.text);
  else
    g_assert_nonnull (error);
  g_assert_cmpint (folli_made_layer_get_session (HOSTILE_SESSION), >=, 0);
  g_assert_cmpint (folli_made_layer_get_session (HOSTILE_SESSION), <=, 3);
}

static void
try_footprint (FolliHost *host)
{
  const char *text = hostile_image_get (host, HOSTILE_FOOTPRINT);
  const char *other = hostile_image_get (host, HOSTILE_MAP);
  double      alike;

  if (!text || !other)
    return;
  alike = folli_footprint_compare (text, other);
  g_assert_true (alike >= 0 && alike <= 1);
  g_assert_cmpfloat (alike, ==, folli_footprint_compare (other, text));
}

static void
try_path (FolliHost *host)
{
  g_autoptr (FolliSettings) settings
      = folli_settings_new (&folli_hairline_procedure);
  g_autofree char *refuge = NULL;

  folli_hairline_go_on (host, settings);
  check_settings (settings, -1);
  refuge = folli_hairline_find_refuge (host, "hairline");
}

/* Whatever a file says that we have made in it is left alone, or means
 * something that is allowed; and the photo is never taken for it. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  g_autofree char *text = g_strndup ((const char *)data, length);
  FolliHost       *host = hostile_image_open (text);

  try_renewal (host);
  folli_host_set_own (host, FOLLI_NO_LAYER);
  for (int output = FOLLI_OUTPUT_EFFECT; output <= FOLLI_OUTPUT_MERGED;
       output++)
    try_past (host, output);
  try_made (host);
  try_footprint (host);
  try_path (host);
  hostile_image_close (host);
  return 0;
}
