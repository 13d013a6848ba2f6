/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "host.h"

#include "follicle/error.h"
#include "gimp/place.h"
#include "gimp/plan.h"
#include "gimp/scale.h"

static gint32
find_photo (gint32 image, gint32 drawable)
{
  g_autofree gint32 *layers = NULL;
  int                n_layers;

  if (gimp_item_is_layer_mask (drawable))
    return gimp_layer_from_mask (drawable);
  if (gimp_item_is_layer (drawable))
    return drawable;
  layers = gimp_image_get_layers (image, &n_layers);
  return n_layers > 0 ? layers[0] : -1;
}

FolliHost *
folli_host_open (gint32 image, gint32 drawable)
{
  FolliHost *host = g_new0 (FolliHost, 1);

  host->image = image;
  host->drawable = drawable;
  host->layer = find_photo (image, drawable);
  host->own = -1;
  host->fresh = g_array_new (FALSE, FALSE, sizeof (gint32));
  host->inserted = g_array_new (FALSE, FALSE, sizeof (gint32));
  host->made = -1;
  return host;
}

void
folli_host_close (FolliHost *host)
{
  for (guint i = 0; i < host->fresh->len; i++)
    gimp_item_delete (g_array_index (host->fresh, gint32, i));
  g_array_unref (host->fresh);
  g_array_unref (host->inserted);
  g_free (host);
}

void
folli_host_set_error (GError **error, const char *format)
{
  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_HOST, format,
               gimp_get_pdb_error ());
}

void
folli_host_get_facts (FolliHost *host, FolliFacts *facts)
{
  const gint32   layer = host->layer;
  const gboolean has_photo = layer != -1;

  *facts = (FolliFacts){
    .is_indexed = gimp_image_base_type (host->image) == GIMP_INDEXED,
    .has_floating_selection = gimp_image_get_floating_sel (host->image) != -1,
    .has_layers = has_photo,
    .has_photo = has_photo,
    .is_channel = gimp_item_is_channel (host->drawable)
                  && !gimp_item_is_layer_mask (host->drawable),
    .is_group = has_photo && gimp_item_is_group (layer),
    .is_locked = has_photo && gimp_item_get_lock_content (layer),
    .has_selection = !gimp_selection_is_empty (host->image),
    .has_layer_mask = has_photo && gimp_layer_get_mask (layer) != -1,
  };
}

void
folli_host_get_size (FolliHost *host, int *width, int *height)
{
  *width = gimp_image_width (host->image);
  *height = gimp_image_height (host->image);
}

const Babl *
folli_host_get_space (FolliHost *host)
{
  return babl_format_get_space (gimp_drawable_get_format (host->layer));
}

double
folli_host_get_scale (FolliHost *host)
{
  GimpParasite *parasite
      = gimp_image_get_parasite (host->image, FOLLI_SCALE_PARASITE);
  g_autofree char *text = NULL;

  if (!parasite)
    return 0;
  text = g_strndup (gimp_parasite_data (parasite),
                    gimp_parasite_data_size (parasite));
  gimp_parasite_free (parasite);
  return folli_scale_from_string (text, gimp_image_width (host->image),
                                  gimp_image_height (host->image));
}

GeglBuffer *
folli_drawable_get_buffer (gint32 drawable)
{
  int x, y;

  gimp_drawable_offsets (drawable, &x, &y);
  return folli_place_buffer (gimp_drawable_get_buffer (drawable), x, y);
}

GeglBuffer *
folli_host_get_photo (FolliHost *host)
{
  return folli_drawable_get_buffer (host->layer);
}

guchar *
folli_host_get_thumbnail (FolliHost           *host,
                          const GeglRectangle *part,
                          int                  width,
                          int                  height,
                          int                  n_bytes)
{
  g_autofree guchar *pixels = NULL;
  int                left, top;
  int                made_width = width;
  int                made_height = height;
  int                made_bytes;

  gimp_drawable_offsets (host->layer, &left, &top);
  pixels = gimp_drawable_get_sub_thumbnail_data (
      host->layer, part->x - left, part->y - top, part->width, part->height,
      &made_width, &made_height, &made_bytes);
  if (made_width != width || made_height != height || made_bytes != n_bytes)
    return NULL;
  return g_steal_pointer (&pixels);
}

void
folli_host_show_progress (double fraction, gpointer host)
{
  gimp_progress_update (fraction);
}

gboolean
folli_host_add_effect (FolliHost *host, const FolliPlan *plan, GError **error)
{
  g_return_val_if_reached (FALSE);
}

void
folli_host_show_photo (FolliHost *host)
{
  gimp_layer_set_apply_mask (host->layer, FALSE);
  gimp_layer_set_show_mask (host->layer, FALSE);
}
