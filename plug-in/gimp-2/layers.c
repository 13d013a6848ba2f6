/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <string.h>

#include "follicle/error.h"
#include "gimp/graph.h"
#include "host.h"
#include "gimp/place.h"
#include "gimp/plan.h"
#include "gimp/scale.h"

static gint32
remember_layer (FolliHost *host, gint32 layer)
{
  if (layer != -1)
    g_array_append_val (host->layers, layer);
  return layer;
}

GeglBuffer *
folli_host_new_layer (FolliHost           *host,
                      const char          *name,
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
  return folli_drawable_get_buffer (layer);
}

static void
attach_text (gboolean (*attach) (gint32, const GimpParasite *),
             gint32      id,
             const char *name,
             const char *text)
{
  GimpParasite *parasite = gimp_parasite_new (
      name, GIMP_PARASITE_PERSISTENT | GIMP_PARASITE_UNDOABLE,
      strlen (text) + 1, text);

  attach (id, parasite);
  gimp_parasite_free (parasite);
}

/* Where none was stated it is the one remembered, which from now on holds for
   the size that the image has now. */
static void
keep_scale (FolliHost *host, double scale)
{
  g_autofree char *text = NULL;

  if (scale == 0)
    scale = folli_host_get_scale (host);
  if (scale == 0)
    return;
  text = folli_scale_to_string (scale, gimp_image_width (host->image),
                                gimp_image_height (host->image));
  attach_text (gimp_image_attach_parasite, host->image, FOLLI_SCALE_PARASITE,
               text);
}

typedef struct
{
  gint32 layer;
  gint32 channel;
} Active;

static Active
get_active (gint32 image)
{
  Active active = { gimp_image_get_active_layer (image),
                    gimp_image_get_active_channel (image) };

  return active;
}

/* The photo stays active, so that the procedure can be run again. */
static void
set_active (gint32 image, Active active)
{
  if (active.channel != -1)
    gimp_image_set_active_channel (image, active.channel);
  else if (active.layer != -1)
    gimp_image_set_active_layer (image, active.layer);
}

/* A mask that has been read for follicles is none that hides the photo. It
   stays where a renewal finds it. */
static void
show_photo (FolliHost *host, const FolliPlan *plan)
{
  if (!folli_plan_has_layer_mask (plan))
    return;
  gimp_layer_set_apply_mask (host->layer, FALSE);
  gimp_layer_set_show_mask (host->layer, FALSE);
}

static gint32
new_group (FolliHost *host, const char *name, GError **error)
{
  gint32 group = gimp_layer_group_new (host->image);

  if (remember_layer (host, group) == -1)
    {
      folli_host_set_error (error, _ ("GIMP could not make a layer group: %s"));
      return -1;
    }
  gimp_item_set_name (group, name);
  gimp_layer_set_mode (group, GIMP_LAYER_MODE_PASS_THROUGH);
  return group;
}

/* Puts in one of the new layers, which is none any more. */
static gboolean
insert_layer (FolliHost *host,
              guint      index,
              gint32     parent,
              int        position,
              GError   **error)
{
  gint32 layer = g_array_index (host->layers, gint32, index);

  if (!gimp_image_insert_layer (host->image, layer, parent, position))
    {
      folli_host_set_error (error, _ ("GIMP could not insert the layers: %s"));
      return FALSE;
    }
  g_array_remove_index (host->layers, index);
  return TRUE;
}

/* Puts the new layers in, the group first, which was made last. */
static gboolean
insert_all (FolliHost *host, GError **error)
{
  const guint  last = host->layers->len - 1;
  const gint32 top = g_array_index (host->layers, gint32, last);

  if (!insert_layer (host, last, gimp_item_get_parent (host->layer),
                     gimp_image_get_item_position (host->image, host->layer),
                     error))
    return FALSE;
  while (host->layers->len > 0)
    if (!insert_layer (host, 0, top, 0, error))
      {
        gimp_image_remove_layer (host->image, top);
        return FALSE;
      }
  host->result = top;
  return TRUE;
}

gboolean
folli_host_insert_layers (FolliHost       *host,
                          const FolliPlan *plan,
                          const char      *group,
                          GError         **error)
{
  Active   active = get_active (host->image);
  gboolean is_done;

  g_return_val_if_fail (host->layers->len > 0, FALSE);

  if (group && new_group (host, group, error) == -1)
    return FALSE;
  attach_text (gimp_item_attach_parasite,
               g_array_index (host->layers, gint32, host->layers->len - 1),
               FOLLI_SETTINGS_PARASITE, plan->settings);

  gimp_image_undo_group_start (host->image);
  is_done = insert_all (host, error);
  if (is_done)
    {
      show_photo (host, plan);
      keep_scale (host, plan->stated_scale);
    }
  set_active (host->image, active);
  gimp_image_undo_group_end (host->image);
  return is_done;
}

/* Takes a rectangle of the shadow buffer into the photo. GIMP does so within
   the selection, which therefore has to make way. */
static gboolean
merge_shadow (FolliHost *host, const GeglRectangle *box, GError **error)
{
  Active   active = get_active (host->image);
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
  set_active (host->image, active);
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
  if (!gegl_rectangle_intersect (&box, &box, &plan->mask.box))
    {
      g_set_error_literal (error, FOLLI_ERROR, FOLLI_ERROR_MASK,
                           _ ("The mask does not touch the layer that it is "
                              "to be merged into"));
      return FALSE;
    }
  fill_shadow (host, pigment);

  gimp_image_undo_group_start (host->image);
  is_done = merge_shadow (host, &box, error);
  if (is_done)
    {
      show_photo (host, plan);
      show_change (host, &box);
      /* On redo GIMP 2.10 warns of an undo group that it did not open; the
         parasite comes back all the same. */
      attach_text (gimp_item_attach_parasite, host->layer,
                   FOLLI_SETTINGS_PARASITE, plan->settings);
      keep_scale (host, plan->stated_scale);
      host->result = host->layer;
    }
  gimp_image_undo_group_end (host->image);
  return is_done;
}
