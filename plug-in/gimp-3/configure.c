/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "configure.h"

#include "filter.h"

/* What belongs to one photo, and which nobody but GIMP's Reset takes back. */
static const FolliParameterId PHOTOS_OWN[]
    = { FOLLI_PIXELS_PER_CM, FOLLI_PHOTO_BLUR, FOLLI_PHOTO_GRAIN,
        FOLLI_HEAD_X,        FOLLI_HEAD_Y,     FOLLI_HEAD_WIDTH,
        FOLLI_HEAD_HEIGHT,   FOLLI_ORIGIN_X,   FOLLI_ORIGIN_Y };

static gboolean
has_property (GObject *config, const char *name)
{
  return g_object_class_find_property (G_OBJECT_GET_CLASS (config), name)
         != NULL;
}

static double
get_number (GObject *config, const char *name)
{
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_DOUBLE);
  g_object_get_property (config, name, &value);
  return g_value_get_double (&value);
}

static void
set_number (GObject *config, const char *name, double number)
{
  g_auto (GValue) value = G_VALUE_INIT;

  if (!has_property (config, name))
    return;
  g_value_init (&value, G_TYPE_DOUBLE);
  g_value_set_double (&value, number);
  g_object_set_property (config, name, &value);
}

static void
set_color (GObject *config, const char *name, const char *text)
{
  GeglColor *color;

  if (!has_property (config, name))
    return;
  color = gegl_color_new (text);
  g_object_set (config, name, color, NULL);
  g_object_unref (color);
}

/* These hang on where the layer lies and how large it is now. */
static gboolean
is_place (FolliParameterId id)
{
  return id == FOLLI_PIXELS_PER_CM || id == FOLLI_ORIGIN_X
         || id == FOLLI_ORIGIN_Y;
}

/* What is new has been told from the photo where the head ends; a layer that
   was made otherwise keeps on being guessed it. */
static gboolean
is_told (GimpDrawableFilter *effect, FolliParameterId id)
{
  g_autofree char *name = gimp_drawable_filter_get_operation_name (effect);

  return id != FOLLI_HEAD_CURVATURE || g_strcmp0 (name, FOLLI_HAIRLINE) != 0;
}

/* Under an effect the coordinates start at the layer's corner. */
static FolliRecipe
place_recipe (GimpLayer *layer, FolliRecipe recipe)
{
  int x, y;

  gimp_drawable_get_offsets (GIMP_DRAWABLE (layer), &x, &y);
  recipe.value[FOLLI_ORIGIN_X] = -x;
  recipe.value[FOLLI_ORIGIN_Y] = -y;
  return recipe;
}

gboolean
folli_effect_was_reset (GimpLayer          *layer,
                        GimpDrawableFilter *effect,
                        const FolliRecipe  *made)
{
  GObject *config = G_OBJECT (gimp_drawable_filter_get_config (effect));
  const FolliRecipe placed = place_recipe (layer, *made);
  gboolean          was_made_otherwise = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (PHOTOS_OWN); i++)
    {
      const FolliParameter *parameter = folli_parameter_get (PHOTOS_OWN[i]);

      if (!has_property (config, parameter->name))
        continue;
      if (get_number (config, parameter->name) != parameter->fallback)
        return FALSE;
      was_made_otherwise |= placed.value[PHOTOS_OWN[i]] != parameter->fallback;
    }
  return was_made_otherwise;
}

/* GIMP keeps numbers of effects as 32-bit floats in files. */
static gboolean
is_fallback (GObject *config, const FolliParameter *parameter)
{
  return (float)get_number (config, parameter->name)
         == (float)parameter->fallback;
}

/* The numbers of an effect that its own dialog's Reset has taken back. What the
   user has set since stays; Reset leaves colours alone. */
static void
set_what_was_reset (GimpDrawableFilter *effect, const FolliPlan *plan)
{
  GObject *config = G_OBJECT (gimp_drawable_filter_get_config (effect));

  for (int id = 0; id < FOLLI_N_PARAMETERS; id++)
    {
      const FolliParameter *parameter = folli_parameter_get (id);

      if (is_told (effect, id) && has_property (config, parameter->name)
          && is_fallback (config, parameter))
        set_number (config, parameter->name, plan->recipe.value[id]);
    }
  if (get_number (config, "seed") == 0)
    set_number (config, "seed", plan->seed);
}

static void
set_what_differs (GimpDrawableFilter *effect,
                  const FolliRecipe  *recipe,
                  const FolliRecipe  *old)
{
  GObject *config = G_OBJECT (gimp_drawable_filter_get_config (effect));

  for (int id = 0; id < FOLLI_N_PARAMETERS; id++)
    if (is_told (effect, id)
        && (!old || is_place (id) || recipe->value[id] != old->value[id]))
      set_number (config, folli_parameter_get (id)->name, recipe->value[id]);
  if (!old || g_strcmp0 (recipe->shade, old->shade) != 0)
    set_color (config, "shade", recipe->shade);
  if (!old || g_strcmp0 (recipe->skin, old->skin) != 0)
    set_color (config, "skin", recipe->skin);
}

void
folli_effect_configure (GimpLayer          *layer,
                        GimpDrawableFilter *effect,
                        const FolliPlan    *plan,
                        const char         *before)
{
  GObject *config = G_OBJECT (gimp_drawable_filter_get_config (effect));
  const FolliRecipe recipe = place_recipe (layer, plan->recipe);
  FolliRecipe       old;
  const gboolean    has_numbers
      = before && folli_recipe_from_string (before, &old);
  g_autoptr (FolliSettings) settings = NULL;

  if (has_numbers)
    settings = folli_settings_from_string (&folli_dots_procedure, before, NULL);
  if (has_numbers && folli_effect_was_reset (layer, effect, &old))
    set_what_was_reset (effect, plan);
  set_what_differs (effect, &recipe, has_numbers ? &old : NULL);
  if (!settings || settings->number[FOLLI_ARGUMENT_SEED] != plan->seed)
    set_number (config, "seed", plan->seed);
}

void
folli_effect_copy (GimpDrawableFilter *from, GimpDrawableFilter *to)
{
  GObject *source = G_OBJECT (gimp_drawable_filter_get_config (from));
  GObject *target = G_OBJECT (gimp_drawable_filter_get_config (to));
  guint    n_properties;
  g_autofree GParamSpec **properties = g_object_class_list_properties (
      G_OBJECT_GET_CLASS (source), &n_properties);

  for (guint i = 0; i < n_properties; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      if ((properties[i]->flags & G_PARAM_READWRITE) != G_PARAM_READWRITE)
        continue;
      g_value_init (&value, properties[i]->value_type);
      g_object_get_property (source, properties[i]->name, &value);
      g_object_set_property (target, properties[i]->name, &value);
    }
  gimp_drawable_filter_set_opacity (to,
                                    gimp_drawable_filter_get_opacity (from));
  gimp_drawable_filter_set_blend_mode (
      to, gimp_drawable_filter_get_blend_mode (from));
  gimp_drawable_filter_set_visible (to,
                                    gimp_drawable_filter_get_visible (from));
}
