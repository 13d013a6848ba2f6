/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "filter.h"

#include "follicle/error.h"
#include "gimp/place.h"
#include "gimp/scale.h"

/* Layers have layer masks, and a layer mask is a drawable that can be
   selected: the photo is the layer that it belongs to. */
FolliHost *
folli_host_open (GimpImage *image, GimpDrawable *drawable)
{
  FolliHost *host = g_new0 (FolliHost, 1);
  GimpItem  *item = GIMP_ITEM (drawable);

  host->image = image;
  host->own = FOLLI_NO_LAYER;
  host->fresh = g_array_new (FALSE, FALSE, sizeof (int));
  host->inserted = g_array_new (FALSE, FALSE, sizeof (int));
  host->made = FOLLI_NO_LAYER;
  if (gimp_item_is_layer_mask (item))
    host->layer = gimp_layer_from_mask (GIMP_LAYER_MASK (item));
  else if (gimp_item_is_layer (item))
    host->layer = GIMP_LAYER (item);
  return host;
}

void
folli_host_close (FolliHost *host)
{
  for (guint i = 0; i < host->fresh->len; i++)
    gimp_item_delete (
        gimp_item_get_by_id (g_array_index (host->fresh, int, i)));
  if (host->kept)
    gimp_item_delete (GIMP_ITEM (host->kept));
  g_array_unref (host->fresh);
  g_array_unref (host->inserted);
  g_clear_object (&host->before);
  g_clear_pointer (&host->notes, folli_notes_free);
  g_free (host);
}

void
folli_host_set_error (GError **error, const char *format)
{
  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_HOST, format,
               gimp_pdb_get_last_error (gimp_get_pdb ()));
}

void
folli_host_get_facts (FolliHost *host, FolliFacts *facts)
{
  GimpItem *layer = (GimpItem *)host->layer;
  g_autoptr (GList) layers = gimp_image_list_layers (host->image);

  *facts = (FolliFacts){
    .is_indexed = gimp_image_get_base_type (host->image) == GIMP_INDEXED,
    .has_floating_selection = gimp_image_get_floating_sel (host->image) != NULL,
    .has_layers = layers != NULL,
    .has_photo = layer != NULL,
    .is_channel = layer == NULL,
    .is_group = layer && gimp_item_is_group (layer),
    .is_locked = layer && gimp_item_get_lock_content (layer),
    .has_selection = !gimp_selection_is_empty (host->image),
    .has_layer_mask = layer && gimp_layer_get_mask (host->layer) != NULL,
    .has_effects = TRUE,
    .knows_operations = layer && folli_filter_is_known (host),
  };
}

void
folli_host_get_size (FolliHost *host, int *width, int *height)
{
  *width = gimp_image_get_width (host->image);
  *height = gimp_image_get_height (host->image);
}

const Babl *
folli_host_get_space (FolliHost *host)
{
  return babl_format_get_space (
      gimp_drawable_get_format (GIMP_DRAWABLE (host->layer)));
}

double
folli_host_get_scale (FolliHost *host)
{
  GimpParasite *parasite
      = gimp_image_get_parasite (host->image, FOLLI_SCALE_PARASITE);
  g_autofree char *text = NULL;
  const void      *data;
  guint32          size;

  if (!parasite)
    return 0;
  data = gimp_parasite_get_data (parasite, &size);
  text = g_strndup (data, size);
  gimp_parasite_free (parasite);
  return folli_scale_from_string (text, gimp_image_get_width (host->image),
                                  gimp_image_get_height (host->image));
}

GeglBuffer *
folli_drawable_get_buffer (GimpDrawable *drawable)
{
  int x, y;

  gimp_drawable_get_offsets (drawable, &x, &y);
  return folli_place_buffer (gimp_drawable_get_buffer (drawable), x, y);
}

GeglBuffer *
folli_host_get_photo (FolliHost *host)
{
  return folli_drawable_get_buffer (GIMP_DRAWABLE (host->layer));
}

guchar *
folli_host_get_thumbnail (FolliHost           *host,
                          const GeglRectangle *part,
                          int                  width,
                          int                  height,
                          int                  n_bytes)
{
  GimpDrawable *layer = GIMP_DRAWABLE (host->layer);
  int           left, top, made_width, made_height, made_bytes;
  g_autoptr (GBytes) pixels = NULL;
  gsize size;

  gimp_drawable_get_offsets (layer, &left, &top);
  pixels = gimp_drawable_get_sub_thumbnail_data (
      layer, part->x - left, part->y - top, part->width, part->height, width,
      height, &made_width, &made_height, &made_bytes);
  if (!pixels || made_width != width || made_height != height
      || made_bytes != n_bytes)
    return NULL;
  return g_bytes_unref_to_data (g_steal_pointer (&pixels), &size);
}

void
folli_host_show_progress (double fraction, gpointer host)
{
  gimp_progress_update (fraction);
}

void
folli_host_show_photo (FolliHost *host)
{
  if (!gimp_layer_get_apply_mask (host->layer))
    return;
  gimp_layer_set_apply_mask (host->layer, FALSE);
  host->shown = host->layer;
}

void
folli_host_hide_photo (FolliHost *host)
{
  if (host->shown && gimp_item_is_valid (GIMP_ITEM (host->shown)))
    gimp_layer_set_apply_mask (host->shown, TRUE);
  host->shown = NULL;
}
