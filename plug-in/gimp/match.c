/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/procedure.h"

#include <glib/gi18n-lib.h>

#include "gimp/hair-match.h"
#include "gimp/plan.h"
#include "gimp/settings.h"

enum
{
  REFERENCE,
  SKIN,
  NAME,
  N_ARGUMENTS
};

enum
{
  LOOK_ID,
  SHADE_ID,
  DIFFERENCE,
  REPORT,
  N_RESULTS
};

static const FolliChoice REFERENCES[] = {
  { "selection", N_ ("What is selected") },
  { NULL },
};

static const FolliChoice SKINS[] = {
  { "", N_ ("Around the hair") },
  { "selection", N_ ("What is selected") },
  { NULL },
};

/* clang-format off */
static const FolliArgument ARGUMENTS[N_ARGUMENTS] = {
  [REFERENCE] = {
    "reference", N_("_Hair"),
    N_("Where the client's own short hair or stubble is: \"selection\", "
       "\"channel:NAME\" or \"path:NAME\""),
    FOLLI_TYPE_STRING, "selection", 0, -1, 0, 0, REFERENCES, FOLLI_HINT_MASKS },
  [SKIN] = {
    "skin", N_("_Bare skin"),
    N_("Where bare skin in the same light is: \"selection\", \"channel:NAME\" "
       "or \"path:NAME\"; empty: to be found around the hair"),
    FOLLI_TYPE_STRING, "", 0, -1, 0, 0, SKINS, FOLLI_HINT_MASKS },
  [NAME] = {
    "name", N_("_Name"),
    N_("What the new look and the new shade are to be called; empty: \"Client's "
       "hair\""),
    FOLLI_TYPE_STRING, "", 0, -1, 0, 0 },
};
/* clang-format on */

static const FolliResult RESULTS[N_RESULTS] = {
  { "look", N_ ("Look"), N_ ("Id of the look that continues the hair's tone"),
    FOLLI_TYPE_STRING },
  { "shade", N_ ("Shade"), N_ ("Id of its shade"), FOLLI_TYPE_STRING },
  { "difference", N_ ("Difference"),
    N_ ("Between the hair's mean tone and the dots', CIEDE2000"),
    FOLLI_TYPE_DOUBLE },
  { "report", N_ ("Report"), N_ ("How near the dots come, a line each"),
    FOLLI_TYPE_STRING },
};

static gboolean
find (FolliHost           *host,
      const FolliSettings *settings,
      const FolliPresets  *presets,
      FolliHairMatch      *found,
      GError             **error)
{
  const char *const names[FOLLI_HAIR_N_MASKS]
      = { settings->text[REFERENCE], settings->text[SKIN], "" };

  return folli_hair_match_find (host, presets, names, found, error);
}

static gboolean
match (FolliHost           *host,
       const FolliSettings *settings,
       FolliValue          *results,
       GError             **error)
{
  g_autoptr (FolliPresets) presets = folli_presets_load_all ();
  g_auto (FolliHairMatch) found = { .missing = NULL };

  if (!find (host, settings, presets, &found, error)
      || !folli_hair_match_save (&found, presets, settings->text[NAME],
                                 &results[LOOK_ID].text,
                                 &results[SHADE_ID].text, error))
    return FALSE;
  results[DIFFERENCE].number = folli_hair_match_difference (&found);
  results[REPORT].text = folli_hair_match_report (&found);
  return TRUE;
}

static char *
describe (FolliHost *host, const FolliSettings *settings, GError **error)
{
  g_autoptr (FolliPresets) presets = folli_presets_load_all ();
  g_auto (FolliHairMatch) found = { .missing = NULL };

  return find (host, settings, presets, &found, error)
             ? folli_hair_match_report (&found)
             : NULL;
}

const FolliProcedure folli_match_procedure = {
  .name = "plug-in-follicle-match",
  .menu_label = N_ ("_Match Hair..."),
  .blurb = N_ ("Make a look that continues the client's own hair"),
  .help = N_ ("Measures short hair or stubble against bare skin in the same "
              "light, finds the dots that have the same tone and as far as "
              "pigment can the same texture, and saves them as a look and a "
              "shade of your own. The image does not change."),
  .image_types = "RGB*, GRAY*",
  .arguments = ARGUMENTS,
  .n_arguments = N_ARGUMENTS,
  .results = RESULTS,
  .n_results = N_RESULTS,
  .work = match,
  .describe = describe,
};
