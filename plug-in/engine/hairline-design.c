/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/hairline-design.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "follicle/error.h"

/* From doc/numbers.md, "Shapes of hairlines". */
/* clang-format off */
static const FolliHairlineTemplate TEMPLATES[] = {
  { "linear", N_ ("Straight"),
    75, 10, 136, 0, { 0.55, 0.15 }, 0.22, 50, 0.7 },
  { "m-shape", N_ ("M-shaped"),
    76, 36, 108, 4, { 0.45, 0.08 }, 0.28, 52, 0.7 },
  { "round", N_ ("Round"),
    76, -12, 132, 0, { 0.55, 0.22 }, 0.90, 42, 0.9 },
  { "feminine", N_ ("Feminine"),
    64, -4, 120, 3, { 0.50, 0.00 }, 0.90, 40, 0.9 },
  { "mature", N_ ("Mature"),
    80, 26, 122, 0, { 0.45, 0.10 }, 0.38, 52, 0.7 },
  { "receded", N_ ("Receded"),
    84, 52, 98, 3, { 0.42, 0.08 }, 0.35, 60, 0.7 },
};
/* clang-format on */

/* What a person may set. */
typedef struct
{
  const char *label;
  double      minimum_mm;
  double      maximum_mm;
} Measure;

static const Measure HEIGHT = { N_ ("Height"), FOLLI_HAIRLINE_HEIGHT_RANGE };
static const Measure RECESSION
    = { N_ ("Recession"), FOLLI_HAIRLINE_RECESSION_RANGE };
static const Measure WIDTH = { N_ ("Width"), FOLLI_HAIRLINE_WIDTH_RANGE };

const FolliHairlineTemplate *
folli_hairline_list_templates (guint *n_templates)
{
  *n_templates = G_N_ELEMENTS (TEMPLATES);
  return TEMPLATES;
}

static const FolliHairlineTemplate *
find_template (const char *id, GError **error)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (TEMPLATES); i++)
    {
      if (g_strcmp0 (TEMPLATES[i].id, id) == 0)
        return &TEMPLATES[i];
      g_string_append_printf (ids, i == 0 ? "%s" : ", %s", TEMPLATES[i].id);
    }
  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_UNKNOWN,
               _ ("Template \"%s\" is unknown; there are: %s"), id ? id : "",
               ids->str);
  return NULL;
}

/* A stated number, or the template's in place of 0. */
static gboolean
choose (const Measure *limits,
        double         stated_mm,
        double         own_mm,
        double        *chosen_mm,
        GError       **error)
{
  *chosen_mm = stated_mm == 0 ? own_mm : stated_mm;
  if (stated_mm == 0
      || (stated_mm >= limits->minimum_mm && stated_mm <= limits->maximum_mm))
    return TRUE;

  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_RANGE,
               _ ("%s %g mm is not between %g and %g mm; 0 takes the "
                  "template's own"),
               _ (limits->label), stated_mm, limits->minimum_mm,
               limits->maximum_mm);
  return FALSE;
}

gboolean
folli_hairline_design_make (const char          *template_id,
                            double               height_mm,
                            double               recession_mm,
                            double               width_mm,
                            FolliHairlineDesign *design,
                            GError             **error)
{
  FolliHairlineDesign made = { find_template (template_id, error) };

  if (!made.kind
      || !choose (&HEIGHT, height_mm, made.kind->height_mm, &made.height_mm,
                  error)
      || !choose (&RECESSION, recession_mm, made.kind->recession_mm,
                  &made.recession_mm, error)
      || !choose (&WIDTH, width_mm, made.kind->width_mm, &made.width_mm, error))
    return FALSE;
  *design = made;
  return TRUE;
}
