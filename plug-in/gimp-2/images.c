/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/sheet/images.h"

#include <glib/gi18n-lib.h>

#include "gimp/settings.h"
#include "gimp/sheet/paint.h"
#include "gimp/sheet/text.h"
#include "host.h"

#define FONT "Sans"
#define BOLD_FONT "Sans Bold"

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return *(const gint32 *)a - *(const gint32 *)b;
}

GPtrArray *
folli_host_list_open (FolliHost *host)
{
  GPtrArray *hosts
      = g_ptr_array_new_with_free_func ((GDestroyNotify)folli_host_close);
  int                n_images;
  g_autofree gint32 *images = gimp_image_list (&n_images);

  qsort (images, n_images, sizeof *images, compare_ids);
  for (int i = 0; i < n_images; i++)
    {
      const gint32 active = images[i] == host->image
                                ? host->drawable
                                : gimp_image_get_active_drawable (images[i]);

      if (active != -1)
        g_ptr_array_add (hosts, folli_host_open (images[i], active));
    }
  return hosts;
}

gboolean
folli_host_is_same_image (FolliHost *host, FolliHost *other)
{
  return host->image == other->image;
}

char *
folli_host_get_name (FolliHost *host)
{
  return gimp_image_get_name (host->image);
}

/* Hides all that carries settings of ours. */
static void
hide_made (const gint32 *layers, int n_layers)
{
  for (int i = 0; i < n_layers; i++)
    {
      GimpParasite *parasite
          = gimp_item_get_parasite (layers[i], FOLLI_SETTINGS_PARASITE);

      if (parasite)
        {
          gimp_item_set_visible (layers[i], FALSE);
          gimp_parasite_free (parasite);
        }
      if (gimp_item_is_group (layers[i]))
        {
          int                n_children;
          g_autofree gint32 *children
              = gimp_item_get_children (layers[i], &n_children);

          hide_made (children, n_children);
        }
    }
}

static GeglBuffer *
copy_pixels (gint32 drawable)
{
  g_autoptr (GeglBuffer) pixels = folli_drawable_get_buffer (drawable);

  return gegl_buffer_dup (pixels);
}

GeglBuffer *
folli_host_get_before (FolliHost *host, GError **error)
{
  const gint32       copy = gimp_image_duplicate (host->image);
  int                n_layers;
  g_autofree gint32 *layers = gimp_image_get_layers (copy, &n_layers);
  GeglBuffer        *before = NULL;
  gint32             flat;

  gimp_image_undo_disable (copy);
  hide_made (layers, n_layers);
  flat = gimp_image_flatten (copy);
  if (flat == -1)
    folli_host_set_error (error,
                          _ ("GIMP could not show the photo without dots: %s"));
  else
    before = copy_pixels (flat);
  gimp_image_delete (copy);
  return before;
}

/* Colors of a page are mixed as PDF and cairo do it. */
static void
insert (gint32 image, gint32 layer)
{
  gimp_layer_set_blend_space (layer, GIMP_LAYER_COLOR_SPACE_RGB_PERCEPTUAL);
  gimp_image_insert_layer (image, layer, -1, 0);
}

/* Of text that runs from right to left, GIMP 2.10 puts the lines one below the
   other at the left. */
static gboolean
can_align (const FolliItem *item)
{
  return item->kind == FOLLI_ITEM_TEXT
         && (!folli_text_is_right_to_left (item->text)
             || folli_paint_count_lines (item) == 1);
}

static gboolean
add_text (gint32 image, const FolliItem *item, double dpi)
{
  static const GimpTextJustification JUSTIFICATIONS[]
      = { GIMP_TEXT_JUSTIFY_LEFT, GIMP_TEXT_JUSTIFY_CENTER,
          GIMP_TEXT_JUSTIFY_RIGHT };
  const double  px_per_mm = dpi / FOLLI_MM_PER_INCH;
  const GimpRGB color
      = { (item->color >> 24) / 255.0, (item->color >> 16 & 255) / 255.0,
          (item->color >> 8 & 255) / 255.0, (item->color & 255) / 255.0 };
  const gint32 layer = gimp_text_layer_new (
      image, item->text, item->is_bold ? BOLD_FONT : FONT,
      item->size_pt * dpi / 72, GIMP_UNIT_PIXEL);

  if (layer == -1)
    return FALSE;
  insert (image, layer);
  gimp_text_layer_set_color (layer, &color);
  gimp_text_layer_set_justification (layer, JUSTIFICATIONS[item->align]);
  gimp_text_layer_resize (layer, item->width_mm * px_per_mm,
                          item->height_mm * px_per_mm + 1);
  gimp_layer_set_offsets (layer, item->x_mm * px_per_mm,
                          item->y_mm * px_per_mm);
  return TRUE;
}

static const char *
name_item (const FolliItem *item)
{
  if (item->kind == FOLLI_ITEM_TEXT)
    return item->text;
  return item->kind == FOLLI_ITEM_PICTURE ? _ ("Picture") : _ ("Bar");
}

static gboolean
add_pixels (gint32                  image,
            const FolliItem        *item,
            cairo_surface_t *const *pictures,
            double                  dpi)
{
  int              x, y;
  cairo_surface_t *surface = folli_paint_item (item, pictures, dpi, &x, &y);
  const int        width = cairo_image_surface_get_width (surface);
  const int        height = cairo_image_surface_get_height (surface);
  const gint32     layer
      = gimp_layer_new (image, name_item (item), width, height, GIMP_RGBA_IMAGE,
                        100, GIMP_LAYER_MODE_NORMAL);

  if (layer != -1)
    {
      g_autoptr (GeglBuffer) buffer = gimp_drawable_get_buffer (layer);

      gegl_buffer_set (buffer, NULL, 0, babl_format ("cairo-ARGB32"),
                       cairo_image_surface_get_data (surface),
                       cairo_image_surface_get_stride (surface));
      gegl_buffer_flush (buffer);
      insert (image, layer);
      gimp_layer_set_offsets (layer, x, y);
    }
  cairo_surface_destroy (surface);
  return layer != -1;
}

static gint32
new_page (const FolliPage *page, double dpi)
{
  const double px_per_mm = dpi / FOLLI_MM_PER_INCH;
  const int    width = page->width_mm * px_per_mm + 0.5;
  const int    height = page->height_mm * px_per_mm + 0.5;
  const gint32 image = gimp_image_new (width, height, GIMP_RGB);
  const gint32 paper
      = gimp_layer_new (image, _ ("Paper"), width, height, GIMP_RGB_IMAGE, 100,
                        GIMP_LAYER_MODE_NORMAL);

  gimp_image_undo_disable (image);
  gimp_image_set_resolution (image, dpi, dpi);
  gimp_drawable_fill (paper, GIMP_FILL_WHITE);
  insert (image, paper);
  return image;
}

int
folli_host_open_page (const FolliPage        *page,
                      cairo_surface_t *const *pictures,
                      double                  dpi,
                      GError                **error)
{
  const gint32 image = new_page (page, dpi);

  for (guint i = 0; i < page->items->len; i++)
    {
      const FolliItem *item = &g_array_index (page->items, FolliItem, i);

      if (can_align (item) && add_text (image, item, dpi))
        continue;
      if (!add_pixels (image, item, pictures, dpi))
        {
          folli_host_set_error (error, _ ("GIMP could not make a layer: %s"));
          gimp_image_delete (image);
          return -1;
        }
    }
  gimp_image_undo_enable (image);
  return image;
}
