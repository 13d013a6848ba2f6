/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "look.h"

#include <gegl-plugin.h>

#include "dots-graph.h"
#include "follicle/skin.h"

/* Source: doc/numbers.md, "Skin tones". */
static const char *const TONES[FOLLI_MONK_TONES]
    = { "#f6ede4", "#f3e7db", "#f7ead0", "#eadaba", "#d7bd96",
        "#a07e56", "#825c43", "#604134", "#3a312a", "#292420" };

enum
{
  SIDE = 640,
  MIDDLE_TONE = 4
};

/* A usual portrait. Source: doc/numbers.md, "Appearance". */
static const double PORTRAIT_PX_PER_CM = 40, PORTRAIT_BLUR_PX = 0.7;

static const GeglRectangle SKIN = { 0, 0, SIDE, SIDE };

static double
white (gint x, gint y)
{
  return 1;
}

static void
set_number (GeglNode *node, const FolliParameter *parameter, double value)
{
  const GParamSpec *spec
      = gegl_operation_find_property ("follicle:dots", parameter->name);

  if (spec == NULL)
    return;
  if (G_IS_PARAM_SPEC_INT (spec))
    gegl_node_set (node, parameter->name, (gint)value, NULL);
  else
    gegl_node_set (node, parameter->name, value, NULL);
}

static void
set_recipe (GeglNode *node, const FolliRecipe *recipe, GeglColor *skin)
{
  const FolliParameter *strength = folli_parameter_get (FOLLI_STRENGTH);
  g_autoptr (GObject) shade = G_OBJECT (gegl_color_new (recipe->shade));
  double rgb[3];

  for (guint id = 0; id < FOLLI_N_PARAMETERS; id++)
    set_number (node, folli_parameter_get (id), recipe->value[id]);
  gegl_color_get_pixel (skin, babl_format ("RGB double"), rgb);
  set_number (node, strength,
              MIN (recipe->value[FOLLI_STRENGTH] * folli_skin_strength (rgb),
                   strength->maximum));
  gegl_node_set (node, "shade", shade, "skin", skin, "head-curvature", 0.0,
                 NULL);
}

FolliLook
folli_look_draw (const FolliRecipe *recipe, guint tone)
{
  FolliLook  look = { .px_per_mm = recipe->value[FOLLI_PIXELS_PER_CM] / 10 };
  GeglColor *skin = gegl_color_new (TONES[tone - 1]);
  g_autoptr (GObject) owned = G_OBJECT (skin);
  g_autoptr (GeglBuffer) map = folli_test_grey_map (&SKIN, white, "Y' u8");
  g_auto (FolliTestDots) dots = folli_test_dots_new (map, NULL);
  g_autofree float *rgba = NULL;

  set_recipe (dots.operation, recipe, skin);
  rgba = folli_test_dots_draw (&dots, &SKIN);
  look.transmittance = g_new (float, 3 * SIDE * SIDE);
  for (gsize i = 0; i < (gsize)SIDE * SIDE; i++)
    for (guint c = 0; c < 3; c++)
      look.transmittance[3 * i + c]
          = 1 - rgba[4 * i + 3] * (1 - rgba[4 * i + c]);
  gegl_color_get_pixel (skin, babl_format ("RGB double"), look.skin);
  return look;
}

void
folli_look_clear (FolliLook *look)
{
  g_clear_pointer (&look->transmittance, g_free);
}

FolliTone
folli_look_measure_tone (const FolliLook *look)
{
  return folli_tone_measure (look->transmittance, SIDE * SIDE, look->skin);
}

FolliAppearance
folli_look_measure (const FolliLook *look)
{
  return folli_appearance_measure (look->transmittance, SIDE, SIDE,
                                   look->px_per_mm, look->skin);
}

double
folli_look_measure_grain (const FolliRecipe *recipe)
{
  FolliRecipe portrait = *recipe;

  portrait.value[FOLLI_PIXELS_PER_CM] = PORTRAIT_PX_PER_CM;
  portrait.value[FOLLI_PHOTO_BLUR] = PORTRAIT_BLUR_PX;
  g_auto (FolliLook) look = folli_look_draw (&portrait, MIDDLE_TONE);
  const FolliAppearance a = folli_look_measure (&look);

  return a.coarse / a.fine;
}
