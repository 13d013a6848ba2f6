/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/sheet/images.h"

#include <glib/gi18n-lib.h>

#include "gimp/sheet/paint.h"
#include "gimp/sheet/text.h"
#include "host.h"

#define FONT "Sans-serif"
#define BOLD_FONT "Sans-serif Bold"

static int
compare_images (gconstpointer a, gconstpointer b)
{
  return gimp_image_get_id ((GimpImage *)a)
         - gimp_image_get_id ((GimpImage *)b);
}

/* The layer that is worked on, or any. */
static GimpLayer *
find_active (GimpImage *image)
{
  g_autoptr (GList) selected = gimp_image_list_selected_layers (image);
  g_autoptr (GList) layers = gimp_image_list_layers (image);
  GList *found = selected ? selected : layers;

  return found ? found->data : NULL;
}

GPtrArray *
folli_host_list_open (FolliHost *host)
{
  GPtrArray *hosts
      = g_ptr_array_new_with_free_func ((GDestroyNotify)folli_host_close);
  g_autoptr (GList) images = g_list_sort (gimp_list_images (), compare_images);

  for (GList *l = images; l; l = l->next)
    {
      GimpLayer *layer
          = l->data == host->image ? host->layer : find_active (l->data);

      if (layer)
        g_ptr_array_add (hosts,
                         folli_host_open (l->data, GIMP_DRAWABLE (layer)));
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
hide_made (GList *layers)
{
  for (GList *l = layers; l; l = l->next)
    {
      GimpParasite *parasite
          = gimp_item_get_parasite (l->data, FOLLI_SETTINGS_PARASITE);

      if (parasite)
        {
          gimp_item_set_visible (l->data, FALSE);
          gimp_parasite_free (parasite);
        }
      if (gimp_item_is_group (l->data))
        {
          g_autoptr (GList) children = gimp_item_list_children (l->data);

          hide_made (children);
        }
    }
}

static GeglBuffer *
copy_pixels (GimpDrawable *drawable)
{
  g_autoptr (GeglBuffer) pixels = folli_drawable_get_buffer (drawable);

  return gegl_buffer_dup (pixels);
}

GeglBuffer *
folli_host_get_before (FolliHost *host, GError **error)
{
  GimpImage *copy = gimp_image_duplicate (host->image);
  g_autoptr (GList) layers = gimp_image_list_layers (copy);
  GeglBuffer *before = NULL;
  GimpLayer  *flat;

  gimp_image_undo_disable (copy);
  hide_made (layers);
  flat = gimp_image_flatten (copy);
  if (flat)
    before = copy_pixels (GIMP_DRAWABLE (flat));
  else
    folli_host_set_error (error,
                          _ ("GIMP could not show the photo without dots: %s"));
  gimp_image_delete (copy);
  return before;
}

static GimpTextLayer *
new_text (GimpImage *image, const FolliItem *item, double dpi)
{
  GimpFont *font = gimp_font_get_by_name (item->is_bold ? BOLD_FONT : FONT);

  if (!font)
    return NULL;
  return gimp_text_layer_new (image, item->text, font, item->size_pt * dpi / 72,
                              gimp_unit_pixel ());
}

static void
set_color (GimpTextLayer *layer, guint32 color)
{
  GeglColor *gegl = gegl_color_new (NULL);

  gegl_color_set_rgba_with_space (
      gegl, (color >> 24) / 255.0, (color >> 16 & 255) / 255.0,
      (color >> 8 & 255) / 255.0, (color & 255) / 255.0, NULL);
  gimp_text_layer_set_color (layer, gegl);
  g_object_unref (gegl);
}

/* Colors of a page are mixed as PDF and cairo do it. */
static void
insert (GimpImage *image, GimpLayer *layer)
{
  gimp_layer_set_blend_space (layer, GIMP_LAYER_COLOR_SPACE_RGB_NON_LINEAR);
  gimp_image_insert_layer (image, layer, NULL, 0);
}

static gboolean
add_text (GimpImage *image, const FolliItem *item, double dpi)
{
  static const GimpTextJustification JUSTIFICATIONS[]
      = { GIMP_TEXT_JUSTIFY_LEFT, GIMP_TEXT_JUSTIFY_CENTER,
          GIMP_TEXT_JUSTIFY_RIGHT };
  const double   px_per_mm = dpi / FOLLI_MM_PER_INCH;
  GimpTextLayer *layer = new_text (image, item, dpi);

  if (!layer)
    return FALSE;
  insert (image, GIMP_LAYER (layer));
  set_color (layer, item->color);
  gimp_text_layer_set_justification (layer, JUSTIFICATIONS[item->align]);
  if (folli_text_is_right_to_left (item->text))
    gimp_text_layer_set_base_direction (layer, GIMP_TEXT_DIRECTION_RTL);
  gimp_text_layer_resize (layer, item->width_mm * px_per_mm,
                          item->height_mm * px_per_mm + 1);
  gimp_layer_set_offsets (GIMP_LAYER (layer), item->x_mm * px_per_mm,
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
add_pixels (GimpImage              *image,
            const FolliItem        *item,
            cairo_surface_t *const *pictures,
            double                  dpi)
{
  int              x, y;
  cairo_surface_t *surface = folli_paint_item (item, pictures, dpi, &x, &y);
  GimpLayer       *layer = gimp_layer_new (
            image, name_item (item), cairo_image_surface_get_width (surface),
            cairo_image_surface_get_height (surface), GIMP_RGBA_IMAGE, 100,
            GIMP_LAYER_MODE_NORMAL);

  if (layer)
    {
      g_autoptr (GeglBuffer) buffer
          = gimp_drawable_get_buffer (GIMP_DRAWABLE (layer));

      gegl_buffer_set (buffer, NULL, 0, babl_format ("cairo-ARGB32"),
                       cairo_image_surface_get_data (surface),
                       cairo_image_surface_get_stride (surface));
      gegl_buffer_flush (buffer);
      insert (image, layer);
      gimp_layer_set_offsets (layer, x, y);
    }
  cairo_surface_destroy (surface);
  return layer != NULL;
}

static GimpImage *
new_page (const FolliPage *page, double dpi)
{
  const double px_per_mm = dpi / FOLLI_MM_PER_INCH;
  const int    width = page->width_mm * px_per_mm + 0.5;
  const int    height = page->height_mm * px_per_mm + 0.5;
  GimpImage   *image = gimp_image_new (width, height, GIMP_RGB);
  GimpLayer   *paper
      = gimp_layer_new (image, _ ("Paper"), width, height, GIMP_RGB_IMAGE, 100,
                        GIMP_LAYER_MODE_NORMAL);

  gimp_image_undo_disable (image);
  gimp_image_set_resolution (image, dpi, dpi);
  gimp_drawable_fill (GIMP_DRAWABLE (paper), GIMP_FILL_WHITE);
  gimp_image_insert_layer (image, paper, NULL, 0);
  return image;
}

int
folli_host_open_page (const FolliPage        *page,
                      cairo_surface_t *const *pictures,
                      double                  dpi,
                      GError                **error)
{
  GimpImage *image = new_page (page, dpi);

  for (guint i = 0; i < page->items->len; i++)
    {
      const FolliItem *item = &g_array_index (page->items, FolliItem, i);

      if (item->kind == FOLLI_ITEM_TEXT && add_text (image, item, dpi))
        continue;
      if (!add_pixels (image, item, pictures, dpi))
        {
          folli_host_set_error (error, _ ("GIMP could not make a layer: %s"));
          gimp_image_delete (image);
          return -1;
        }
    }
  gimp_image_undo_enable (image);
  return gimp_image_get_id (image);
}
