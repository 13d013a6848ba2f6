/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/made.h"

#include <glib/gi18n-lib.h>

#include "effect.h"
#include "follicle/error.h"

/* Appends what carries settings of ours, groups before what is in them. */
static void
collect (GList *layers, GPtrArray *made)
{
  for (GList *l = layers; l; l = l->next)
    {
      g_autofree char *text
          = folli_layer_recall (l->data, FOLLI_SETTINGS_PARASITE);

      if (text)
        g_ptr_array_add (made, l->data);
      if (gimp_item_is_group (l->data))
        {
          g_autoptr (GList) children = gimp_item_list_children (l->data);

          collect (children, made);
        }
    }
}

static void
set_error (GPtrArray *made, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (made->len == 0)
    {
      g_set_error_literal (error, FOLLI_ERROR, FOLLI_ERROR_UNKNOWN,
                           _ ("Follicle has made nothing in this image yet: "
                              "stamp dots first"));
      return;
    }
  for (guint i = 0; i < made->len; i++)
    {
      g_autofree char *name = gimp_item_get_name (g_ptr_array_index (made, i));

      g_string_append_printf (names, i == 0 ? "%s" : ", %s", name);
    }
  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_IMAGE,
               _ ("Follicle has made several layers; select one of them: %s"),
               names->str);
}

static GimpLayer *
find_layer (FolliHost *host, GError **error)
{
  g_autoptr (GPtrArray) made = g_ptr_array_new ();
  g_autoptr (GList) layers = gimp_image_list_layers (host->image);

  collect (layers, made);
  for (GimpItem *item = (GimpItem *)host->layer; item;
       item = gimp_item_get_parent (item))
    if (g_ptr_array_find (made, item, NULL))
      return GIMP_LAYER (item);
  if (made->len == 1)
    return g_ptr_array_index (made, 0);
  set_error (made, error);
  return NULL;
}

static GeglRectangle
find_box (GimpDrawable *drawable)
{
  GeglRectangle box = { 0, 0, gimp_drawable_get_width (drawable),
                        gimp_drawable_get_height (drawable) };

  gimp_drawable_get_offsets (drawable, &box.x, &box.y);
  return box;
}

/* What was merged lies in the photo's own pixels. */
static gboolean
is_merged (const char *text)
{
  g_autoptr (FolliSettings) settings
      = folli_settings_from_string (&folli_dots_procedure, text, NULL);

  return settings
         && g_strcmp0 (settings->text[FOLLI_ARGUMENT_OUTPUT], "merged") == 0;
}

/* The photo: what lies under a layer of ours and under all others of ours. */
static GimpItem *
find_below (FolliHost *host, GimpItem *item)
{
  GimpItem *parent = gimp_item_get_parent (item);
  g_autoptr (GList) siblings = parent ? gimp_item_list_children (parent)
                                      : gimp_image_list_layers (host->image);
  GList *link = g_list_find (siblings, item);

  for (link = link ? link->next : NULL; link; link = link->next)
    {
      g_autofree char *text
          = folli_layer_recall (link->data, FOLLI_SETTINGS_PARASITE);

      if (!text || is_merged (text))
        return link->data;
    }
  return NULL;
}

static void
take_pixels (FolliHost *host, GimpLayer *made, FolliMadeLayer *layer)
{
  GimpItem *below = find_below (host, GIMP_ITEM (made));
  g_autoptr (GList) children = NULL;

  if (is_merged (layer->text))
    return;
  if (gimp_item_is_group (GIMP_ITEM (made)))
    children = gimp_item_list_children (GIMP_ITEM (made));
  layer->box = find_box (GIMP_DRAWABLE (children ? children->data : made));
  if (below)
    host->layer = GIMP_LAYER (below);
}

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
move_recipe (FolliRecipe *recipe, int x, int y)
{
  recipe->value[FOLLI_ORIGIN_X] += x;
  recipe->value[FOLLI_ORIGIN_Y] += y;
}

/* The numbers as they are now: the user may have changed them in the effects'
   own dialogs. They are the layer's, whose corner lies elsewhere in the
   image. */
static void
take_effects (FolliHost *host, GimpLayer *made, FolliMadeLayer *layer)
{
  GimpDrawableFilter *hairline, *dots;
  int                 x, y;

  hairline = folli_host_find_effect (host, FOLLI_HAIRLINE);
  dots = folli_host_find_effect (host, FOLLI_DOTS);
  folli_recipe_from_string (layer->text, &layer->recipe);
  layer->hairline = layer->recipe;
  if (hairline)
    read_numbers (hairline, &layer->hairline);
  read_numbers (dots, &layer->recipe);
  layer->seed = read_seed (dots);
  layer->has_hairline = hairline && gimp_drawable_filter_get_visible (hairline);
  layer->painted = folli_drawable_get_buffer (GIMP_DRAWABLE (made));
  gimp_drawable_get_offsets (GIMP_DRAWABLE (made), &x, &y);
  move_recipe (&layer->hairline, x, y);
  move_recipe (&layer->recipe, x, y);
}

gboolean
folli_host_find_made (FolliHost *host, FolliMadeLayer *layer, GError **error)
{
  GimpLayer *made = find_layer (host, error);

  if (!made)
    return FALSE;
  layer->name = gimp_item_get_name (GIMP_ITEM (made));
  layer->text = folli_layer_recall (made, FOLLI_SETTINGS_PARASITE);
  host->layer = made;
  if (folli_host_find_effect (host, FOLLI_DOTS))
    take_effects (host, made, layer);
  else
    take_pixels (host, made, layer);
  return TRUE;
}
