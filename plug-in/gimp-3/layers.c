/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "host.h"

#include <glib/gi18n-lib.h>

#include "gimp/graph.h"
#include "gimp/made-layer.h"
#include "gimp/place.h"
#include "gimp/renewal.h"

static int
remember_layer (FolliHost *host, GimpLayer *layer)
{
  const int id = layer ? gimp_item_get_id (GIMP_ITEM (layer)) : FOLLI_NO_LAYER;

  if (layer)
    g_array_append_val (host->fresh, id);
  return id;
}

GeglBuffer *
folli_host_new_layer (FolliHost           *host,
                      const char          *name,
                      int                  session,
                      const GeglRectangle *box,
                      GError             **error)
{
  GimpImageType type = gimp_image_get_base_type (host->image) == GIMP_GRAY
                           ? GIMP_GRAYA_IMAGE
                           : GIMP_RGBA_IMAGE;
  GimpLayer *layer = gimp_layer_new (host->image, name, box->width, box->height,
                                     type, 100, GIMP_LAYER_MODE_MULTIPLY);

  if (remember_layer (host, layer) == FOLLI_NO_LAYER)
    {
      folli_host_set_error (error, _ ("GIMP could not make a layer: %s"));
      return NULL;
    }
  gimp_layer_set_blend_space (layer, GIMP_LAYER_COLOR_SPACE_RGB_LINEAR);
  gimp_layer_set_composite_space (layer, GIMP_LAYER_COLOR_SPACE_RGB_LINEAR);
  gimp_layer_set_composite_mode (layer, GIMP_LAYER_COMPOSITE_CLIP_TO_BACKDROP);
  gimp_layer_set_offsets (layer, box->x, box->y);
  folli_made_layer_mark_session (gimp_item_get_id (GIMP_ITEM (layer)), session);
  return folli_drawable_get_buffer (GIMP_DRAWABLE (layer));
}

int
folli_host_new_group (FolliHost *host, const char *name, GError **error)
{
  GimpLayer *group = GIMP_LAYER (gimp_group_layer_new (host->image, name));
  const int  id = remember_layer (host, group);

  if (group)
    gimp_layer_set_mode (group, GIMP_LAYER_MODE_PASS_THROUGH);
  else
    folli_host_set_error (error, _ ("GIMP could not make a layer group: %s"));
  return id;
}

const GArray *
folli_host_get_fresh (FolliHost *host)
{
  return host->fresh;
}

gboolean
folli_host_insert_layer (FolliHost *host,
                         int        layer,
                         int        parent,
                         int        position,
                         GError   **error)
{
  guint i = 0;

  if (!gimp_image_insert_layer (host->image, gimp_layer_get_by_id (layer),
                                gimp_layer_get_by_id (parent), position))
    {
      folli_host_set_error (error, _ ("GIMP could not insert the layers: %s"));
      return FALSE;
    }
  while (g_array_index (host->fresh, int, i) != layer)
    i++;
  g_array_remove_index (host->fresh, i);
  g_array_append_val (host->inserted, layer);
  return TRUE;
}

void
folli_host_start_step (FolliHost *host)
{
  gimp_image_undo_group_start (host->image);
  host->active_layers = gimp_image_list_selected_layers (host->image);
  host->active_channels = gimp_image_list_selected_channels (host->image);
}

/* The photo stays active, so that the procedure can be run again. */
void
folli_host_end_step (FolliHost *host)
{
  if (host->active_layers)
    gimp_image_take_selected_layers (host->image,
                                     g_steal_pointer (&host->active_layers));
  if (host->active_channels)
    gimp_image_take_selected_channels (
        host->image, g_steal_pointer (&host->active_channels));
  gimp_image_undo_group_end (host->image);
}

GimpChannel *
folli_host_park_selection (FolliHost *host)
{
  GimpChannel *parked;

  if (gimp_selection_is_empty (host->image))
    return NULL;
  parked = gimp_selection_save (host->image);
  gimp_selection_none (host->image);
  return parked;
}

void
folli_host_restore_selection (FolliHost *host, GimpChannel *parked)
{
  if (!parked)
    {
      gimp_selection_none (host->image);
      return;
    }
  gimp_image_select_item (host->image, GIMP_CHANNEL_OP_REPLACE,
                          GIMP_ITEM (parked));
  gimp_image_remove_channel (host->image, parked);
}

/* Takes a rectangle of the shadow buffer into the photo. GIMP does so within
   the selection, which therefore has to make way. */
static gboolean
merge_shadow (FolliHost *host, const GeglRectangle *box, GError **error)
{
  GimpDrawable *layer = GIMP_DRAWABLE (host->layer);
  int           x, y;
  GimpChannel  *parked = folli_host_park_selection (host);
  gboolean      is_done;

  gimp_context_push ();
  gimp_context_set_feather (FALSE);
  gimp_image_select_rectangle (host->image, GIMP_CHANNEL_OP_REPLACE, box->x,
                               box->y, box->width, box->height);
  gimp_context_pop ();
  is_done = gimp_drawable_merge_shadow (layer, TRUE);
  if (!is_done)
    folli_host_set_error (error, _ ("GIMP could not change the layer: %s"));
  folli_host_restore_selection (host, parked);
  gimp_drawable_get_offsets (layer, &x, &y);
  gimp_drawable_update (layer, box->x - x, box->y - y, box->width, box->height);
  return is_done;
}

static void
fill_shadow (FolliHost *host, GeglBuffer *pigment)
{
  GimpDrawable *layer = GIMP_DRAWABLE (host->layer);
  g_autoptr (GeglBuffer) photo = folli_drawable_get_buffer (layer);
  const GeglRectangle *extent = gegl_buffer_get_extent (photo);
  g_autoptr (GeglBuffer) shadow = folli_place_buffer (
      gimp_drawable_get_shadow_buffer (layer), extent->x, extent->y);

  folli_graph_multiply (photo, pigment, shadow);
  gegl_buffer_flush (shadow);
}

static void
keep_before (FolliHost *host, const GeglRectangle *box)
{
  g_autoptr (GeglBuffer) photo
      = folli_drawable_get_buffer (GIMP_DRAWABLE (host->layer));

  host->before = gegl_buffer_new (box, gegl_buffer_get_format (photo));
  gegl_buffer_copy (photo, box, GEGL_ABYSS_NONE, host->before, box);
  host->notes = folli_notes_take (host->image, host->layer);
}

static void
put_before_back (FolliHost *host)
{
  GimpDrawable *layer = GIMP_DRAWABLE (host->layer);
  g_autoptr (GeglBuffer) photo = folli_drawable_get_buffer (layer);

  gegl_buffer_copy (host->before, NULL, GEGL_ABYSS_NONE, photo,
                    gegl_buffer_get_extent (host->before));
  gegl_buffer_flush (photo);
  gimp_drawable_update (layer, 0, 0, gimp_drawable_get_width (layer),
                        gimp_drawable_get_height (layer));
  folli_notes_put_back (host->notes);
}

void
folli_host_keep_layer (FolliHost *host, GimpLayer *layer)
{
  host->renewed = layer;
  host->kept = gimp_layer_copy (layer);
}

static void
replace_in_list (GList *layers, GimpLayer *before, GimpLayer *now)
{
  GList *found = g_list_find (layers, before);

  if (found)
    found->data = now;
}

static void
put_kept_back (FolliHost *host)
{
  GimpItem        *renewed = GIMP_ITEM (host->renewed);
  g_autofree char *name = gimp_item_get_name (renewed);
  GList           *selected = gimp_image_list_selected_layers (host->image);

  gimp_image_insert_layer (host->image, host->kept,
                           GIMP_LAYER (gimp_item_get_parent (renewed)),
                           gimp_image_get_item_position (host->image, renewed));
  gimp_image_remove_layer (host->image, host->renewed);
  gimp_item_set_name (GIMP_ITEM (host->kept), name);
  replace_in_list (selected, host->renewed, host->kept);
  replace_in_list (host->active_layers, host->renewed, host->kept);
  if (selected)
    gimp_image_take_selected_layers (host->image, selected);
  host->kept = NULL;
}

/* What is in a group goes with it. */
void
folli_host_take_back (FolliHost *host)
{
  for (guint i = 0; i < host->inserted->len; i++)
    {
      GimpLayer *layer
          = gimp_layer_get_by_id (g_array_index (host->inserted, int, i));

      if (layer && gimp_item_is_valid (GIMP_ITEM (layer)))
        gimp_image_remove_layer (host->image, layer);
    }
  g_array_set_size (host->inserted, 0);
  if (host->before)
    put_before_back (host);
  if (host->kept)
    put_kept_back (host);
  folli_host_hide_photo (host);
  host->made = FOLLI_NO_LAYER;
}

gboolean
folli_host_merge (FolliHost       *host,
                  const FolliPlan *plan,
                  GeglBuffer      *pigment,
                  GError         **error)
{
  GimpDrawable *layer = GIMP_DRAWABLE (host->layer);
  GeglRectangle photo = { 0, 0, gimp_drawable_get_width (layer),
                          gimp_drawable_get_height (layer) };
  GeglRectangle box;
  gboolean      is_done;

  gimp_drawable_get_offsets (layer, &photo.x, &photo.y);
  gegl_rectangle_intersect (&box, &photo, &plan->mask.box);
  fill_shadow (host, pigment);

  folli_host_start_step (host);
  if (host->keeps_before)
    keep_before (host, &box);
  is_done = merge_shadow (host, &box, error);
  if (is_done)
    folli_renewal_store (host, plan, folli_host_get_layer (host));
  folli_host_end_step (host);
  return is_done;
}
