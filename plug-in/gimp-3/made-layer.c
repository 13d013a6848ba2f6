/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/made-layer.h"

#include "filter.h"

static void
read_numbers (GimpDrawableFilter *effect, FolliRecipe *recipe)
{
  GObject *config = G_OBJECT (gimp_drawable_filter_get_config (effect));

  for (int id = 0; id < FOLLI_N_PARAMETERS; id++)
    {
      const char *name = folli_parameter_get (id)->name;
      g_auto (GValue) value = G_VALUE_INIT;

      if (!g_object_class_find_property (G_OBJECT_GET_CLASS (config), name))
        continue;
      g_value_init (&value, G_TYPE_DOUBLE);
      g_object_get_property (config, name, &value);
      recipe->value[id] = g_value_get_double (&value);
    }
}

static guint32
read_seed (GimpDrawableFilter *effect)
{
  GObject *config = G_OBJECT (gimp_drawable_filter_get_config (effect));
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, G_TYPE_DOUBLE);
  g_object_get_property (config, "seed", &value);
  return g_value_get_double (&value);
}

static void
move_recipe (FolliRecipe *recipe, const GeglRectangle *box)
{
  recipe->value[FOLLI_ORIGIN_X] += box->x;
  recipe->value[FOLLI_ORIGIN_Y] += box->y;
}

/* The numbers as they are now: the user may have changed them in the effects'
   own dialogs. They are the layer's, whose corner lies elsewhere in the
   image. */
gboolean
folli_layer_read_effects (int layer, FolliMadeLayer *made)
{
  GimpLayer          *carrier = gimp_layer_get_by_id (layer);
  GimpDrawableFilter *hairline = folli_filter_find (carrier, FOLLI_HAIRLINE);
  GimpDrawableFilter *dots = folli_filter_find (carrier, FOLLI_DOTS);
  const GeglRectangle box = folli_layer_get_box (layer);

  if (!dots || !folli_recipe_from_string (made->text, &made->recipe))
    return FALSE;
  made->hairline = made->recipe;
  if (hairline)
    read_numbers (hairline, &made->hairline);
  read_numbers (dots, &made->recipe);
  made->seed = read_seed (dots);
  made->has_hairline = hairline && gimp_drawable_filter_get_visible (hairline);
  made->painted = folli_layer_get_buffer (layer);
  move_recipe (&made->hairline, &box);
  move_recipe (&made->recipe, &box);
  return TRUE;
}
