/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gegl.h>
#include <stdlib.h>
#include <string.h>

#include "dots-graph.h"
#include "look.h"

/* Lays a parameter that is written as NAME=VALUE over a recipe. */
static gboolean
set_parameter (FolliRecipe *recipe, const char *text, GError **error)
{
  const char *value = strchr (text, '=');

  for (guint id = 0; id < FOLLI_N_PARAMETERS; id++)
    {
      const char *name = folli_parameter_get (id)->name;

      if (strlen (name) == (gsize)(value - text)
          && g_str_has_prefix (text, name))
        {
          recipe->value[id] = g_ascii_strtod (value + 1, NULL);
          return folli_parameter_check (id, recipe->value[id], error);
        }
    }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_FAILED,
               "There is no parameter \"%s\"", text);
  return FALSE;
}

static void
print_head (void)
{
  g_print ("%-18s %4s %4s %4s %4s %4s %4s  %5s %5s  %5s %5s %5s %6s %5s %5s "
           "%5s %5s %5s\n",
           "look", "Mk3", "Mk4", "Mk5", "Mk6", "Mk8", "Mk10", "ash", "hue",
           "cover", "width", "contr", "mottle", "fine", "grain", "lag", "dots",
           "near");
  g_print ("%-18s %29s  %5s %5s  %5s %5s %5s %6s %5s %5s %5s %5s %5s\n", "",
           "darkening, L*", "least", "most", "%", "mm", "L*", "L*", "L*", "c/f",
           "", "/cm2", "var");
}

static void
print_look (const char *name, const FolliRecipe *recipe)
{
  static const guint TONES[] = { 3, 4, 5, 6, 8, 10 };
  double             least_ash = G_MAXDOUBLE, most_hue_deg = 0;
  g_auto (FolliLook) middle = folli_look_draw (recipe, 4);
  const FolliAppearance a = folli_look_measure (&middle);

  g_print ("%-18s", name);
  for (guint i = 0; i < G_N_ELEMENTS (TONES); i++)
    {
      g_auto (FolliLook) look = folli_look_draw (recipe, TONES[i]);
      const FolliTone tone = folli_look_measure_tone (&look);

      g_print (" %4.1f", tone.darkening);
      if (TONES[i] > 6)
        continue;
      least_ash = MIN (least_ash, tone.ash);
      if (ABS (tone.hue_turn_deg) > ABS (most_hue_deg))
        most_hue_deg = tone.hue_turn_deg;
    }
  g_print ("  %5.2f %5.1f  %5.1f %5.2f %5.1f %6.3f %5.2f %5.2f %5.2f %5.0f "
           "%5.2f\n",
           least_ash, most_hue_deg, 100 * a.covered, a.width_mm, a.contrast,
           a.mottle, a.fine, folli_look_measure_grain (recipe), a.lag,
           a.dots_per_cm2, a.spacing_variation);
}

/* Prints one look, with what was laid over it. */
static gboolean
report (const FolliPresets *presets,
        const char         *id,
        char              **words,
        GError            **error)
{
  FolliRecipe recipe;

  if (!folli_presets_make_recipe (presets, id, "", "", "", &recipe, error))
    return FALSE;
  recipe.value[FOLLI_PIXELS_PER_CM] = FOLLI_LOOK_PIXELS_PER_CM;
  for (guint i = 0; words[i] != NULL; i++)
    if (strchr (words[i], '=') != NULL
        && !set_parameter (&recipe, words[i], error))
      return FALSE;
  print_look (id, &recipe);
  return TRUE;
}

static gboolean
report_all (char **words, GError **error)
{
  g_auto (GStrv) folders = folli_presets_list_folders (PRESETS);
  g_autoptr (FolliPresets) presets
      = folli_presets_load ((const char *const *)folders);
  guint                  n_looks, n_named = 0;
  const FolliPresetInfo *looks
      = folli_presets_list (presets, FOLLI_PRESET_LOOK, &n_looks);

  print_head ();
  for (guint i = 0; words[i] != NULL; i++)
    if (strchr (words[i], '=') == NULL)
      {
        n_named++;
        if (!report (presets, words[i], words, error))
          return FALSE;
      }
  for (guint i = 0; i < n_looks && n_named == 0; i++)
    if (!report (presets, looks[i].id, words, error))
      return FALSE;
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  folli_test_start_gegl (&argc, &argv);
  if (report_all (argv + 1, &error))
    return EXIT_SUCCESS;
  g_printerr ("%s\n", error->message);
  return EXIT_FAILURE;
}
