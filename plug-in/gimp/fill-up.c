/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/channels.h"
#include "gimp/graph.h"
#include "gimp/hair-match.h"
#include "gimp/plan.h"
#include "gimp/settings.h"

#include <glib/gi18n-lib.h>
#include <math.h>

enum
{
  REFERENCE,
  SKIN,
  MASK,
  NAME,
  N_ARGUMENTS
};

enum
{
  LOOK_ID,
  SHADE_ID,
  CHANNEL,
  REPORT,
  N_RESULTS
};

static const FolliChoice SELECTION[] = {
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
    "reference", N_("_Full hair"),
    N_("Where the client's own short hair or stubble is full: \"selection\", "
       "\"channel:NAME\" or \"path:NAME\""),
    FOLLI_TYPE_STRING, "channel:hair", 0, -1, 0, 0, SELECTION,
    FOLLI_HINT_MASKS },
  [SKIN] = {
    "skin", N_("_Bare skin"),
    N_("Where bare skin in the same light is: \"selection\", \"channel:NAME\" "
       "or \"path:NAME\"; empty: to be found around the hair"),
    FOLLI_TYPE_STRING, "", 0, -1, 0, 0, SKINS, FOLLI_HINT_MASKS },
  [MASK] = {
    "mask", N_("_Thin hair"),
    N_("Where it is thin and to be filled up: \"selection\", \"channel:NAME\" "
       "or \"path:NAME\""),
    FOLLI_TYPE_STRING, "selection", 0, -1, 0, 0, SELECTION, FOLLI_HINT_MASKS },
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
  { "channel", N_ ("Channel"),
    N_ ("Name of the channel that is light where hair is missing"),
    FOLLI_TYPE_STRING },
  { "report", N_ ("Report"),
    N_ ("How much is missing, and how near the dots come, a line each"),
    FOLLI_TYPE_STRING },
};

static gboolean
find (FolliHost           *host,
      const FolliSettings *settings,
      const FolliPresets  *presets,
      FolliHairMatch      *found,
      GError             **error)
{
  const char *const names[FOLLI_HAIR_N_MASKS] = {
    settings->text[REFERENCE],
    settings->text[SKIN],
    settings->text[MASK],
  };

  return folli_hair_match_find (host, presets, names, found, error);
}

/* In the image's own pixels. */
static GeglBuffer *
draw_missing (const FolliHairMatch *found)
{
  g_autoptr (GeglNode) graph = gegl_node_new ();
  GeglNode *source = gegl_node_new_child (
      graph, "operation", "gegl:buffer-source", "buffer", found->missing, NULL);
  GeglNode *scale = gegl_node_new_child (
      graph, "operation", "gegl:scale-ratio", "x", 1 / found->scale, "y",
      1 / found->scale, "sampler", GEGL_SAMPLER_LINEAR, NULL);
  GeglRectangle area;
  GeglBuffer   *map;

  gegl_node_link (source, scale);
  area = gegl_node_get_bounding_box (scale);
  map = gegl_buffer_new (&area, babl_format ("Y' float"));
  folli_graph_render (scale, map, &area, NULL, NULL);
  return map;
}

/* Mean of what is missing where anything is, 0 to 1. */
static double
find_mean (GeglBuffer *missing)
{
  const GeglRectangle *extent = gegl_buffer_get_extent (missing);
  const gsize          n = (gsize)extent->width * extent->height;
  g_autofree float    *values = g_new (float, n);
  double               sum = 0;
  gsize                n_marked = 0;

  gegl_buffer_get (missing, extent, 1, NULL, values, GEGL_AUTO_ROWSTRIDE,
                   GEGL_ABYSS_NONE);
  for (gsize i = 0; i < n; i++)
    if (values[i] > 0)
      {
        sum += values[i];
        n_marked++;
      }
  return n_marked > 0 ? sum / n_marked : 0;
}

static char *
write_report (const FolliHairMatch *found)
{
  g_autofree char *dots = folli_hair_match_report (found);

  return g_strdup_printf (
      _ ("Where hair is thin, %.0f %% of it is missing on average.\n%s"),
      100 * find_mean (found->missing), dots);
}

static gboolean
fill_up (FolliHost           *host,
         const FolliSettings *settings,
         FolliValue          *results,
         GError             **error)
{
  g_autoptr (FolliPresets) presets = folli_presets_load_all ();
  g_auto (FolliHairMatch) found = { .missing = NULL };
  g_autoptr (GeglBuffer) map = NULL;

  if (!find (host, settings, presets, &found, error)
      || !folli_hair_match_save (&found, presets, settings->text[NAME],
                                 &results[LOOK_ID].text,
                                 &results[SHADE_ID].text, error))
    return FALSE;
  map = draw_missing (&found);
  results[CHANNEL].text
      = folli_host_add_channel (host, _ ("Missing hair"), map, error);
  results[REPORT].text = write_report (&found);
  return results[CHANNEL].text != NULL;
}

static char *
describe (FolliHost *host, const FolliSettings *settings, GError **error)
{
  g_autoptr (FolliPresets) presets = folli_presets_load_all ();
  g_auto (FolliHairMatch) found = { .missing = NULL };

  return find (host, settings, presets, &found, error) ? write_report (&found)
                                                       : NULL;
}

const FolliProcedure folli_fill_up_procedure = {
  .name = "plug-in-follicle-fill-up",
  .menu_label = N_ ("Fill _Up Thin Hair..."),
  .blurb = N_ ("Find how much thin hair lacks, and dots to fill it up"),
  .help = N_ ("Compares thin hair with full hair of the same client, and makes "
              "a channel that is the lighter the more is missing, and a look "
              "and a shade of your own that continue the hair. Follicle Dots "
              "with that channel as the mask and that look fills the thin hair "
              "up to the full. The photo does not change."),
  .image_types = "RGB*, GRAY*",
  .arguments = ARGUMENTS,
  .n_arguments = N_ARGUMENTS,
  .results = RESULTS,
  .n_results = N_RESULTS,
  .work = fill_up,
  .describe = describe,
};
