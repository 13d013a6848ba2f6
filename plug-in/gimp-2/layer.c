/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/layer.h"

#include <string.h>

#include "host.h"

int
folli_host_get_layer (FolliHost *host)
{
  return host->layer;
}

void
folli_host_set_layer (FolliHost *host, int layer)
{
  host->layer = layer;
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
  int                n;
  g_autofree gint32 *ids = parent == FOLLI_NO_LAYER
                               ? gimp_image_get_layers (host->image, &n)
                               : gimp_item_get_children (parent, &n);
  GArray            *layers = g_array_new (FALSE, FALSE, sizeof (int));

  return g_array_append_vals (layers, ids, n);
}

void
folli_host_remove_layer (FolliHost *host, int layer)
{
  gimp_image_remove_layer (host->image, layer);
}

void
folli_host_select_layer (FolliHost *host, int layer)
{
  gimp_image_set_active_layer (host->image, layer);
}

void
folli_layer_take_after (int layer, int before)
{
  const gint32 old = gimp_layer_get_mask (before);
  gint32       mask;
  g_autoptr (GeglBuffer) from = NULL;
  g_autoptr (GeglBuffer) to = NULL;

  gimp_layer_set_opacity (layer, gimp_layer_get_opacity (before));
  if (old == -1)
    return;
  mask = gimp_layer_create_mask (layer, GIMP_ADD_MASK_WHITE);
  gimp_layer_add_mask (layer, mask);
  from = folli_drawable_get_buffer (old);
  to = folli_drawable_get_buffer (mask);
  gegl_buffer_copy (from, NULL, GEGL_ABYSS_NONE, to,
                    gegl_buffer_get_extent (from));
  gegl_buffer_flush (to);
  gimp_layer_set_apply_mask (layer, gimp_layer_get_apply_mask (before));
}

int
folli_layer_get_parent (int layer)
{
  return gimp_item_get_parent (layer);
}

gboolean
folli_layer_is_group (int layer)
{
  return gimp_item_is_group (layer);
}

gboolean
folli_layer_is_visible (int layer)
{
  return gimp_item_get_visible (layer);
}

void
folli_layer_set_visible (int layer, gboolean is_visible)
{
  gimp_item_set_visible (layer, is_visible);
}

char *
folli_layer_get_name (int layer)
{
  return gimp_item_get_name (layer);
}

void
folli_layer_set_name (int layer, const char *name)
{
  gimp_item_set_name (layer, name);
}

GeglRectangle
folli_layer_get_box (int layer)
{
  GeglRectangle box
      = { 0, 0, gimp_drawable_width (layer), gimp_drawable_height (layer) };

  gimp_drawable_offsets (layer, &box.x, &box.y);
  return box;
}

GeglBuffer *
folli_layer_get_buffer (int layer)
{
  return folli_drawable_get_buffer (layer);
}

char *
folli_layer_recall (int layer, const char *name)
{
  GimpParasite *parasite = gimp_item_get_parasite (layer, name);
  char         *text;

  if (!parasite)
    return NULL;
  text = g_strndup (gimp_parasite_data (parasite),
                    gimp_parasite_data_size (parasite));
  gimp_parasite_free (parasite);
  return text;
}

void
folli_layer_store (int layer, const char *name, const char *text)
{
  GimpParasite *parasite = gimp_parasite_new (
      name, GIMP_PARASITE_PERSISTENT | GIMP_PARASITE_UNDOABLE,
      strlen (text) + 1, text);

  gimp_item_attach_parasite (layer, parasite);
  gimp_parasite_free (parasite);
}

/* GIMP 2.10 has no live effects. */
double
folli_layer_get_effect_scale (int layer)
{
  return 0;
}

gboolean
folli_layer_was_reset (int layer)
{
  return FALSE;
}
