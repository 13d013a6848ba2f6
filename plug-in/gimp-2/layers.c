/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "gimp/graph.h"
#include "gimp/layer.h"
#include "gimp/made-layer.h"
#include "gimp/place.h"
#include "gimp/renewal.h"
#include "host.h"

static gint32
remember_layer (FolliHost *host, gint32 layer)
{
  if (layer != -1)
    g_array_append_val (host->fresh, layer);
  return layer;
}

GeglBuffer *
folli_host_new_layer (FolliHost           *host,
                      const char          *name,
                      int                  session,
                      const GeglRectangle *box,
                      GError             **error)
{
  gboolean is_gray = gimp_image_base_type (host->image) == GIMP_GRAY;
  gint32   layer = gimp_layer_new (host->image, name, box->width, box->height,
                                 is_gray ? GIMP_GRAYA_IMAGE : GIMP_RGBA_IMAGE,
                                   100, GIMP_LAYER_MODE_MULTIPLY);

  if (remember_layer (host, layer) == -1)
    {
      folli_host_set_error (error, _ ("GIMP could not make a layer: %s"));
      return NULL;
    }
  gimp_layer_set_offsets (layer, box->x, box->y);
  gimp_layer_set_blend_space (layer, GIMP_LAYER_COLOR_SPACE_RGB_LINEAR);
  gimp_layer_set_composite_space (layer, GIMP_LAYER_COLOR_SPACE_RGB_LINEAR);
  gimp_layer_set_composite_mode (layer, GIMP_LAYER_COMPOSITE_CLIP_TO_BACKDROP);
  folli_made_layer_mark_session (layer, session);
  return folli_drawable_get_buffer (layer);
}

int
folli_host_new_group (FolliHost *host, const char *name, GError **error)
{
  gint32 group = gimp_layer_group_new (host->image);

  if (remember_layer (host, group) == -1)
    {
      folli_host_set_error (error, _ ("GIMP could not make a layer group: %s"));
      return FOLLI_NO_LAYER;
    }
  gimp_item_set_name (group, name);
  gimp_layer_set_mode (group, GIMP_LAYER_MODE_PASS_THROUGH);
  return group;
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

  if (!gimp_image_insert_layer (host->image, layer, parent, position))
    {
      folli_host_set_error (error, _ ("GIMP could not insert the layers: %s"));
      return FALSE;
    }
  while (g_array_index (host->fresh, gint32, i) != layer)
    i++;
  g_array_remove_index (host->fresh, i);
  g_array_append_val (host->inserted, layer);
  return TRUE;
}

/* What is in a group goes with it. */
void
folli_host_take_back (FolliHost *host)
{
  for (guint i = 0; i < host->inserted->len; i++)
    {
      const gint32 layer = g_array_index (host->inserted, gint32, i);

      if (gimp_item_is_valid (layer))
        gimp_image_remove_layer (host->image, layer);
    }
  g_array_set_size (host->inserted, 0);
  host->made = -1;
}

void
folli_host_start_step (FolliHost *host)
{
  gimp_image_undo_group_start (host->image);
  host->active_layer = gimp_image_get_active_layer (host->image);
  host->active_channel = gimp_image_get_active_channel (host->image);
}

/* The photo stays active, so that the procedure can be run again. */
void
folli_host_end_step (FolliHost *host)
{
  if (host->active_channel != -1)
    gimp_image_set_active_channel (host->image, host->active_channel);
  else if (host->active_layer != -1)
    gimp_image_set_active_layer (host->image, host->active_layer);
  gimp_image_undo_group_end (host->image);
}

/* Takes a rectangle of the shadow buffer into the photo. GIMP does so within
   the selection, which therefore has to make way. */
static gboolean
merge_shadow (FolliHost *host, const GeglRectangle *box, GError **error)
{
  gint32   saved = -1;
  gboolean is_done;

  if (!gimp_selection_is_empty (host->image))
    saved = gimp_selection_save (host->image);
  gimp_context_push ();
  gimp_context_set_feather (FALSE);
  gimp_image_select_rectangle (host->image, GIMP_CHANNEL_OP_REPLACE, box->x,
                               box->y, box->width, box->height);
  gimp_context_pop ();

  is_done = gimp_drawable_merge_shadow (host->layer, TRUE);
  if (!is_done)
    folli_host_set_error (error, _ ("GIMP could not change the layer: %s"));

  if (saved == -1)
    gimp_selection_none (host->image);
  else
    {
      gimp_image_select_item (host->image, GIMP_CHANNEL_OP_REPLACE, saved);
      gimp_image_remove_channel (host->image, saved);
    }
  return is_done;
}

/* Has windows show what has become of a rectangle of the photo. */
static void
show_change (FolliHost *host, const GeglRectangle *box)
{
  int x, y;

  gimp_drawable_offsets (host->layer, &x, &y);
  gimp_drawable_update (host->layer, box->x - x, box->y - y, box->width,
                        box->height);
}

static void
fill_shadow (FolliHost *host, GeglBuffer *pigment)
{
  g_autoptr (GeglBuffer) photo = folli_drawable_get_buffer (host->layer);
  const GeglRectangle *extent = gegl_buffer_get_extent (photo);
  g_autoptr (GeglBuffer) shadow = folli_place_buffer (
      gimp_drawable_get_shadow_buffer (host->layer), extent->x, extent->y);

  folli_graph_multiply (photo, pigment, shadow);
  gegl_buffer_flush (shadow);
}

gboolean
folli_host_merge (FolliHost       *host,
                  const FolliPlan *plan,
                  GeglBuffer      *pigment,
                  GError         **error)
{
  GeglRectangle box = { 0, 0, gimp_drawable_width (host->layer),
                        gimp_drawable_height (host->layer) };
  gboolean      is_done;

  gimp_drawable_offsets (host->layer, &box.x, &box.y);
  gegl_rectangle_intersect (&box, &box, &plan->mask.box);
  fill_shadow (host, pigment);

  folli_host_start_step (host);
  is_done = merge_shadow (host, &box, error);
  if (is_done)
    {
      show_change (host, &box);
      /* On redo GIMP 2.10 warns of an undo group that it did not open; the
         parasite comes back all the same. */
      folli_renewal_store (host, plan, host->layer);
    }
  folli_host_end_step (host);
  return is_done;
}
