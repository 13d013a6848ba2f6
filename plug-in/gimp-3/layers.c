/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "host.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "follicle/error.h"
#include "gimp/graph.h"
#include "gimp/place.h"
#include "gimp/plan.h"
#include "gimp/scale.h"

GeglBuffer *
folli_host_new_layer (FolliHost           *host,
                      const char          *name,
                      const GeglRectangle *box,
                      GError             **error)
{
  GimpImageType type = gimp_image_get_base_type (host->image) == GIMP_GRAY
                           ? GIMP_GRAYA_IMAGE
                           : GIMP_RGBA_IMAGE;
  GimpLayer *layer = gimp_layer_new (host->image, name, box->width, box->height,
                                     type, 100, GIMP_LAYER_MODE_MULTIPLY);

  if (!layer)
    {
      folli_host_set_error (error, _ ("GIMP could not make a layer: %s"));
      return NULL;
    }
  g_ptr_array_add (host->new_layers, layer);
  gimp_layer_set_blend_space (layer, GIMP_LAYER_COLOR_SPACE_RGB_LINEAR);
  gimp_layer_set_composite_space (layer, GIMP_LAYER_COLOR_SPACE_RGB_LINEAR);
  gimp_layer_set_composite_mode (layer, GIMP_LAYER_COMPOSITE_CLIP_TO_BACKDROP);
  gimp_layer_set_offsets (layer, box->x, box->y);
  return folli_drawable_get_buffer (GIMP_DRAWABLE (layer));
}

gboolean
folli_host_place_layer (FolliHost *host,
                        GimpLayer *layer,
                        GimpLayer *parent,
                        int        position,
                        GError   **error)
{
  if (!gimp_image_insert_layer (host->image, layer, parent, position))
    {
      folli_host_set_error (error, _ ("GIMP could not insert the layers: %s"));
      return FALSE;
    }
  g_ptr_array_remove (host->new_layers, layer);
  host->made_is_new = TRUE;
  return TRUE;
}

static GimpParasite *
new_parasite (const char *name, const char *text)
{
  return gimp_parasite_new (name,
                            GIMP_PARASITE_PERSISTENT | GIMP_PARASITE_UNDOABLE,
                            strlen (text) + 1, text);
}

void
folli_layer_store (GimpLayer *layer, const char *name, const char *text)
{
  GimpParasite *parasite = new_parasite (name, text);

  gimp_item_attach_parasite (GIMP_ITEM (layer), parasite);
  gimp_parasite_free (parasite);
}

/* Where none was stated it is the one remembered, which from now on holds for
   the size that the image has now. */
static void
keep_scale (FolliHost *host, double scale)
{
  g_autofree char *text = NULL;
  GimpParasite    *parasite;

  if (scale == 0)
    scale = folli_host_get_scale (host);
  if (scale == 0)
    return;
  text = folli_scale_to_string (scale, gimp_image_get_width (host->image),
                                gimp_image_get_height (host->image));
  parasite = new_parasite (FOLLI_SCALE_PARASITE, text);
  gimp_image_attach_parasite (host->image, parasite);
  gimp_parasite_free (parasite);
}

void
folli_host_finish (FolliHost *host, const FolliPlan *plan, GimpLayer *made)
{
  folli_layer_store (made, FOLLI_SETTINGS_PARASITE, plan->settings);
  keep_scale (host, plan->stated_scale);
  host->made = made;
}

void
folli_host_show_photo (FolliHost *host, GimpLayer *photo, const FolliPlan *plan)
{
  if (!folli_plan_has_layer_mask (plan) || !gimp_layer_get_apply_mask (photo))
    return;
  gimp_layer_set_apply_mask (photo, FALSE);
  host->shown = photo;
}

void
folli_host_hide_photo (FolliHost *host)
{
  if (host->shown && gimp_item_is_valid (GIMP_ITEM (host->shown)))
    gimp_layer_set_apply_mask (host->shown, TRUE);
  host->shown = NULL;
}

/* What is selected in the lists of layers and channels. */
typedef struct
{
  GList *layers;
  GList *channels;
} Active;

static Active
get_active (GimpImage *image)
{
  Active active = { gimp_image_list_selected_layers (image),
                    gimp_image_list_selected_channels (image) };

  return active;
}

/* The photo stays active, so that the procedure can be run again. */
static void
set_active (GimpImage *image, Active active)
{
  if (active.layers)
    gimp_image_take_selected_layers (image, active.layers);
  if (active.channels)
    gimp_image_take_selected_channels (image, active.channels);
}

/* The group that holds the photo, and the place right above it. */
static GimpLayer *
find_place (FolliHost *host, int *position)
{
  *position
      = gimp_image_get_item_position (host->image, GIMP_ITEM (host->layer));
  return (GimpLayer *)gimp_item_get_parent (GIMP_ITEM (host->layer));
}

/* A group right above the photo, or NULL. */
static GimpLayer *
insert_group (FolliHost *host, const char *name, GError **error)
{
  int        position;
  GimpLayer *parent = find_place (host, &position);
  GimpLayer *group = GIMP_LAYER (gimp_group_layer_new (host->image, name));

  gimp_layer_set_mode (group, GIMP_LAYER_MODE_PASS_THROUGH);
  g_ptr_array_add (host->new_layers, group);
  return folli_host_place_layer (host, group, parent, position, error) ? group
                                                                       : NULL;
}

/* Returns the group or the last layer, or NULL. */
static GimpLayer *
insert_all (FolliHost *host, const char *group, GError **error)
{
  int        position = 0;
  GimpLayer *parent = group ? insert_group (host, group, error)
                            : find_place (host, &position);
  GimpLayer *made = group ? parent : NULL;

  if (group && !parent)
    return NULL;
  while (host->new_layers->len > 0)
    {
      GimpLayer *layer = g_ptr_array_index (host->new_layers, 0);

      if (!folli_host_place_layer (host, layer, parent, position, error))
        {
          if (made)
            gimp_image_remove_layer (host->image, made);
          return NULL;
        }
      if (!group)
        made = layer;
    }
  return made;
}

gboolean
folli_host_insert_layers (FolliHost       *host,
                          const FolliPlan *plan,
                          const char      *group,
                          GError         **error)
{
  Active     active = get_active (host->image);
  GimpLayer *made;

  gimp_image_undo_group_start (host->image);
  made = insert_all (host, group, error);
  if (made)
    {
      folli_host_show_photo (host, host->layer, plan);
      folli_host_finish (host, plan, made);
    }
  set_active (host->image, active);
  gimp_image_undo_group_end (host->image);
  return made != NULL;
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
  Active        active = get_active (host->image);
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
  set_active (host->image, active);
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
}

void
folli_host_take_back (FolliHost *host)
{
  if (host->before)
    {
      GimpDrawable *layer = GIMP_DRAWABLE (host->layer);
      g_autoptr (GeglBuffer) photo = folli_drawable_get_buffer (layer);

      gegl_buffer_copy (host->before, NULL, GEGL_ABYSS_NONE, photo,
                        gegl_buffer_get_extent (host->before));
      gegl_buffer_flush (photo);
      gimp_drawable_update (layer, 0, 0, gimp_drawable_get_width (layer),
                            gimp_drawable_get_height (layer));
      gimp_item_detach_parasite (GIMP_ITEM (layer), FOLLI_SETTINGS_PARASITE);
    }
  else if (host->made && host->made_is_new)
    gimp_image_remove_layer (host->image, host->made);
  folli_host_hide_photo (host);
  host->made = NULL;
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
  if (!gegl_rectangle_intersect (&box, &photo, &plan->mask.box))
    {
      g_set_error_literal (error, FOLLI_ERROR, FOLLI_ERROR_MASK,
                           _ ("The mask does not touch the layer that it is "
                              "to be merged into"));
      return FALSE;
    }
  fill_shadow (host, pigment);

  gimp_image_undo_group_start (host->image);
  if (host->keeps_before)
    keep_before (host, &box);
  is_done = merge_shadow (host, &box, error);
  if (is_done)
    {
      folli_host_show_photo (host, host->layer, plan);
      folli_host_finish (host, plan, host->layer);
    }
  gimp_image_undo_group_end (host->image);
  return is_done;
}
