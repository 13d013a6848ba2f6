/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/layer.h"

#include <string.h>

#include "configure.h"
#include "filter.h"

static GimpItem *
get_item (int layer)
{
  return gimp_item_get_by_id (layer);
}

static int
get_id (gpointer item)
{
  return item ? gimp_item_get_id (item) : FOLLI_NO_LAYER;
}

int
folli_host_get_layer (FolliHost *host)
{
  return get_id (host->layer);
}

void
folli_host_set_layer (FolliHost *host, int layer)
{
  host->layer = gimp_layer_get_by_id (layer);
}

int
folli_host_get_own (FolliHost *host)
{
  return host->own;
}

void
folli_host_set_own (FolliHost *host, int layer)
{
  host->own = layer;
}

int
folli_host_get_made (FolliHost *host)
{
  return host->made;
}

void
folli_host_set_made (FolliHost *host, int layer)
{
  host->made = layer;
}

GArray *
folli_host_list_layers (FolliHost *host, int parent)
{
  g_autoptr (GList) items = parent == FOLLI_NO_LAYER
                                ? gimp_image_list_layers (host->image)
                                : gimp_item_list_children (get_item (parent));
  GArray *layers = g_array_new (FALSE, FALSE, sizeof (int));

  for (GList *l = items; l; l = l->next)
    {
      const int id = get_id (l->data);

      g_array_append_val (layers, id);
    }
  return layers;
}

void
folli_host_remove_layer (FolliHost *host, int layer)
{
  gimp_image_remove_layer (host->image, gimp_layer_get_by_id (layer));
}

void
folli_host_select_layer (FolliHost *host, int layer)
{
  gimp_image_take_selected_layers (
      host->image, g_list_append (NULL, gimp_layer_get_by_id (layer)));
}

void
folli_layer_take_after (int layer, int before)
{
  GimpLayer *new = gimp_layer_get_by_id (layer);
  GimpLayer     *old = gimp_layer_get_by_id (before);
  GimpLayerMask *old_mask = gimp_layer_get_mask (old);
  GimpLayerMask *new_mask;
  g_autoptr (GeglBuffer) from = NULL;
  g_autoptr (GeglBuffer) to = NULL;

  gimp_layer_set_opacity (new, gimp_layer_get_opacity (old));
  if (!old_mask)
    return;
  new_mask = gimp_layer_create_mask (new, GIMP_ADD_MASK_WHITE);
  gimp_layer_add_mask (new, new_mask);
  from = folli_drawable_get_buffer (GIMP_DRAWABLE (old_mask));
  to = folli_drawable_get_buffer (GIMP_DRAWABLE (new_mask));
  gegl_buffer_copy (from, NULL, GEGL_ABYSS_NONE, to,
                    gegl_buffer_get_extent (from));
  gegl_buffer_flush (to);
  gimp_layer_set_apply_mask (new, gimp_layer_get_apply_mask (old));
}

int
folli_layer_get_parent (int layer)
{
  return get_id (gimp_item_get_parent (get_item (layer)));
}

gboolean
folli_layer_is_group (int layer)
{
  return gimp_item_is_group (get_item (layer));
}

gboolean
folli_layer_is_visible (int layer)
{
  return gimp_item_get_visible (get_item (layer));
}

void
folli_layer_set_visible (int layer, gboolean is_visible)
{
  gimp_item_set_visible (get_item (layer), is_visible);
}

char *
folli_layer_get_name (int layer)
{
  return gimp_item_get_name (get_item (layer));
}

void
folli_layer_set_name (int layer, const char *name)
{
  gimp_item_set_name (get_item (layer), name);
}

GeglRectangle
folli_layer_get_box (int layer)
{
  GimpDrawable *drawable = gimp_drawable_get_by_id (layer);
  GeglRectangle box = { 0, 0, gimp_drawable_get_width (drawable),
                        gimp_drawable_get_height (drawable) };

  gimp_drawable_get_offsets (drawable, &box.x, &box.y);
  return box;
}

GeglBuffer *
folli_layer_get_buffer (int layer)
{
  return folli_drawable_get_buffer (gimp_drawable_get_by_id (layer));
}

char *
folli_layer_recall (int layer, const char *name)
{
  GimpParasite *parasite = gimp_item_get_parasite (get_item (layer), name);
  const void   *data;
  guint32       size;
  char         *text;

  if (!parasite)
    return NULL;
  data = gimp_parasite_get_data (parasite, &size);
  text = g_strndup (data, size);
  gimp_parasite_free (parasite);
  return text;
}

void
folli_layer_store (int layer, const char *name, const char *text)
{
  GimpParasite *parasite = gimp_parasite_new (
      name, GIMP_PARASITE_PERSISTENT | GIMP_PARASITE_UNDOABLE,
      strlen (text) + 1, text);

  gimp_item_attach_parasite (get_item (layer), parasite);
  gimp_parasite_free (parasite);
}

double
folli_layer_get_effect_scale (int layer)
{
  GimpDrawableFilter *dots
      = folli_filter_find (gimp_layer_get_by_id (layer), FOLLI_DOTS);
  double scale = 0;

  if (dots)
    g_object_get (gimp_drawable_filter_get_config (dots), "pixels-per-cm",
                  &scale, NULL);
  return scale;
}

gboolean
folli_layer_was_reset (int layer)
{
  GimpLayer          *carrier = gimp_layer_get_by_id (layer);
  GimpDrawableFilter *dots = folli_filter_find (carrier, FOLLI_DOTS);
  g_autofree char *text = folli_layer_recall (layer, FOLLI_SETTINGS_PARASITE);
  FolliRecipe      made;

  return dots && text && folli_recipe_from_string (text, &made)
         && folli_effect_was_reset (carrier, dots, &made);
}
