/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/count.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "follicle/dot-list.h"
#include "gimp/host.h"

/* Source: doc/numbers.md, "Dots as practised". */
#define DOTS_AN_HOUR 7000

/* A dot stands for a hair: no more than nature has of them.
   Source: doc/numbers.md, "Follicles and hair" and "Dots as practised". */
#define NATURAL_DENSITY_PER_CM2 200

/* Mean spacing in mm at a density of 1 per cm², and how much nearer than that
   some are. Source: doc/numbers.md, "Spacing". */
#define SPACING_MM 10.7
#define NEAREST 0.7

enum
{
  FIRST_SESSION,
  SECOND_SESSION,
  THIRD_SESSION,
  AREA_CM2,
  DOTS_PER_CM2,
  HOURS,
  WARNINGS,
  N_RESULTS
};

static const FolliResult RESULTS[N_RESULTS] = {
  { "first-session", N_ ("First session"), N_ ("Dots of the first session"),
    FOLLI_TYPE_INT },
  { "second-session", N_ ("Second session"), N_ ("Dots of the second session"),
    FOLLI_TYPE_INT },
  { "third-session", N_ ("Third session"), N_ ("Dots of the third session"),
    FOLLI_TYPE_INT },
  { "area-cm2", N_ ("Area"),
    N_ ("Skin where the density map is not black, in square centimetres"),
    FOLLI_TYPE_DOUBLE },
  { "dots-per-cm2", N_ ("Density"),
    N_ ("Dots per square centimetre, on average"), FOLLI_TYPE_DOUBLE },
  { "hours", N_ ("Hours"), N_ ("Hours of work at 7000 dots an hour"),
    FOLLI_TYPE_DOUBLE },
  { "warnings", N_ ("Warnings"), N_ ("What to look at, a line each"),
    FOLLI_TYPE_STRING },
};

static void
warn (GString *warnings, const char *sentence)
{
  g_string_append_printf (warnings, warnings->len > 0 ? "\n%s" : "%s",
                          sentence);
}

static char *
list_warnings (const FolliMade  *made,
               const FolliCount *count,
               gboolean          is_guess)
{
  const double density = made->recipe.value[FOLLI_DENSITY];
  const double diameter_mm = made->recipe.value[FOLLI_DIAMETER];
  const double nearest_mm = NEAREST * SPACING_MM / sqrt (MAX (density, 1));
  GString     *warnings = g_string_new (NULL);

  if (count->n_dots == 0)
    warn (warnings, _ ("There are no dots: the density map is empty here, or "
                       "too narrow for one dot."));
  if (diameter_mm > nearest_mm)
    {
      g_autofree char *sentence = g_strdup_printf (
          _ ("Dots merge: they are %.2f mm wide, and the nearest are %.2f mm "
             "apart."),
          diameter_mm, nearest_mm);

      warn (warnings, sentence);
    }
  if (density > NATURAL_DENSITY_PER_CM2)
    {
      g_autofree char *sentence = g_strdup_printf (
          _ ("%.0f dots per cm² are more than looks natural; %d are usual at "
             "the most."),
          density, NATURAL_DENSITY_PER_CM2);

      warn (warnings, sentence);
    }
  if (is_guess)
    warn (warnings, _ ("The scale is a guess: set it with Set Scale."));
  return g_string_free (warnings, FALSE);
}

void
folli_count_clear (FolliCount *count)
{
  g_clear_pointer (&count->warnings, g_free);
}

void
folli_count_made (const FolliMade *made, gboolean is_guess, FolliCount *count)
{
  const double px_per_cm = made->recipe.value[FOLLI_PIXELS_PER_CM];

  *count = (FolliCount){ .n_dots = made->dots->len };
  for (guint i = 0; i < made->dots->len; i++)
    count->n_dots_of[g_array_index (made->dots, FolliPlacedDot, i).session
                     - 1]++;
  count->area_cm2 = made->area_px / (px_per_cm * px_per_cm);
  if (count->area_cm2 > 0)
    count->dots_per_cm2 = count->n_dots / count->area_cm2;
  count->hours = (double)count->n_dots / DOTS_AN_HOUR;
  count->warnings = list_warnings (made, count, is_guess);
}

/* A scale that a user has stated is kept with the image. */
static gboolean
count_image (FolliHost *host, FolliCount *count, GError **error)
{
  g_auto (FolliMade) made = { NULL };

  if (!folli_made_read (host, &made, error))
    return FALSE;
  folli_count_made (&made, folli_host_get_scale (host) == 0, count);
  return TRUE;
}

static gboolean
count (FolliHost           *host,
       const FolliSettings *settings,
       FolliValue          *results,
       GError             **error)
{
  g_auto (FolliCount) found = { 0 };

  if (!count_image (host, &found, error))
    return FALSE;
  for (int i = 0; i < FOLLI_SESSIONS_MAX; i++)
    results[FIRST_SESSION + i].number = found.n_dots_of[i];
  results[AREA_CM2].number = found.area_cm2;
  results[DOTS_PER_CM2].number = found.dots_per_cm2;
  results[HOURS].number = found.hours;
  results[WARNINGS].text = g_steal_pointer (&found.warnings);
  return TRUE;
}

static char *
describe (FolliHost *host, const FolliSettings *settings, GError **error)
{
  g_auto (FolliCount) found = { 0 };

  if (!count_image (host, &found, error))
    return NULL;
  return g_strdup_printf (
      _ ("%u dots: %u in the first session, %u in the second, %u in the "
         "third.\n%.1f cm² as the photo shows them, %.0f dots per cm².\n"
         "%.1f hours of work at %d dots an hour.\n\n%s"),
      found.n_dots, found.n_dots_of[0], found.n_dots_of[1], found.n_dots_of[2],
      found.area_cm2, found.dots_per_cm2, found.hours, DOTS_AN_HOUR,
      found.warnings);
}

const FolliProcedure folli_count_procedure = {
  .name = "plug-in-follicle-count",
  .menu_label = N_ ("_Count Dots..."),
  .blurb = N_ ("Count the dots of a layer that Follicle made"),
  .help = N_ ("Counts the dots of each session in a layer, group or live "
              "effect that Follicle made, and tells the area, the density, "
              "the hours of work and what to look at. The image does not "
              "change."),
  .image_types = "RGB*, GRAY*",
  .results = RESULTS,
  .n_results = N_RESULTS,
  .work = count,
  .describe = describe,
};
