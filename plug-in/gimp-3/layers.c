/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "host.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "follicle/error.h"
#include "gimp/graph.h"
#include "gimp/place.h"
#include "gimp/plan.h"
#include "gimp/scale.h"

/* @format takes GIMP's own words. */
static void
set_error (GError **error, const char *format)
{
  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_HOST, format,
               gimp_pdb_get_last_error (gimp_get_pdb ()));
}

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
      set_error (error, _ ("GIMP could not make a layer: %s"));
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
                        int        position)
{
  if (!gimp_image_insert_layer (host->image, layer, parent, position))
    return FALSE;
  g_ptr_array_remove (host->new_layers, layer);
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

static GimpLayer *
insert_group (FolliHost *host, const char *name)
{
  int        position;
  GimpLayer *parent = find_place (host, &position);
  GimpLayer *group = GIMP_LAYER (gimp_group_layer_new (host->image, name));

  gimp_layer_set_mode (group, GIMP_LAYER_MODE_PASS_THROUGH);
  gimp_image_insert_layer (host->image, group, parent, position);
  return group;
}

gboolean
folli_host_insert_layers (FolliHost       *host,
                          const FolliPlan *plan,
                          const char      *group,
                          GError         **error)
{
  Active     active = get_active (host->image);
  GimpLayer *parent;
  GimpLayer *made;
  int        position = 0;
  gboolean   is_done = TRUE;

  gimp_image_undo_group_start (host->image);
  made = parent
      = group ? insert_group (host, group) : find_place (host, &position);
  while (is_done && host->new_layers->len > 0)
    {
      GimpLayer *layer = g_ptr_array_index (host->new_layers, 0);

      is_done = folli_host_place_layer (host, layer, parent, position);
      if (!group)
        made = layer;
    }
  if (is_done)
    folli_host_finish (host, plan, made);
  set_active (host->image, active);
  gimp_image_undo_group_end (host->image);
  if (!is_done)
    set_error (error, _ ("GIMP could not insert the layers: %s"));
  return is_done;
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
merge_shadow (FolliHost *host, const GeglRectangle *box)
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
  is_done = merge_shadow (host, &box);
  if (is_done)
    folli_host_finish (host, plan, host->layer);
  gimp_image_undo_group_end (host->image);
  if (!is_done)
    set_error (error, _ ("GIMP could not change the layer: %s"));
  return is_done;
}
