/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/made.h"

#include <glib/gi18n-lib.h>

#include "dot-list.h"
#include "follicle/error.h"
#include "gimp/arguments.h"
#include "gimp/check.h"
#include "gimp/density.h"
#include "gimp/graph.h"
#include "gimp/host.h"

void
folli_made_layer_clear (FolliMadeLayer *layer)
{
  g_clear_pointer (&layer->name, g_free);
  g_clear_pointer (&layer->text, g_free);
  g_clear_object (&layer->painted);
}

void
folli_made_clear (FolliMade *made)
{
  g_clear_pointer (&made->name, g_free);
  g_clear_pointer (&made->dots, g_array_unref);
}

/* What the dots' effect gets from the one under it. */
static GeglBuffer *
draw_painted (const FolliMadeLayer *layer)
{
  const GeglRectangle *extent = gegl_buffer_get_extent (layer->painted);
  const Babl          *space
      = babl_format_get_space (gegl_buffer_get_format (layer->painted));
  g_autoptr (GeglNode) graph = NULL;
  GeglNode   *source, *hairline;
  GeglBuffer *map;

  if (!layer->has_hairline)
    return g_object_ref (layer->painted);
  graph = gegl_node_new ();
  source = gegl_node_new_child (graph, "operation", "gegl:buffer-source",
                                "buffer", layer->painted, NULL);
  hairline = folli_graph_add_operation (graph, "follicle:hairline",
                                        &layer->recipe, layer->seed);
  gegl_node_link (source, hairline);
  map = gegl_buffer_new (extent, babl_format_with_space ("Y'A float", space));
  folli_graph_render (hairline, map, extent, NULL, NULL);
  return map;
}

/* The box of pixels tells whether it is the mask of then: it follows from the
   mask, the recipe and nothing else. */
static gboolean
check_box (const FolliMadeLayer *layer,
           const char           *text,
           const FolliMask      *mask,
           GError              **error)
{
  if (gegl_rectangle_is_empty (&layer->box)
      || gegl_rectangle_equal (&layer->box, &mask->box))
    return TRUE;
  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_MASK,
               _ ("Mask \"%s\" is not the one that \"%s\" was made with: it "
                  "would cover %d × %d pixels at %d, %d, and the layer has "
                  "%d × %d at %d, %d. Bring the mask back or stamp the dots "
                  "anew"),
               text, layer->name, mask->box.width, mask->box.height,
               mask->box.x, mask->box.y, layer->box.width, layer->box.height,
               layer->box.x, layer->box.y);
  return FALSE;
}

/* Makes the density map again that the pixels were drawn by. */
static gboolean
refine_again (FolliHost            *host,
              const FolliMadeLayer *layer,
              const FolliSettings  *settings,
              FolliMask            *mask,
              GError              **error)
{
  const char   *text = settings->text[FOLLI_ARGUMENT_MASK];
  GeglRectangle image = { 0, 0, 0, 0 };
  FolliMaskKind kind;
  const char   *name;
  g_autoptr (GeglBuffer) pixels = NULL;
  g_autoptr (GeglBuffer) photo = NULL;

  if (!folli_mask_parse (text, &kind, &name, error))
    return FALSE;
  pixels = folli_check_get_mask (host, kind, name, error);
  if (!pixels)
    {
      g_prefix_error (error, _ ("The mask that \"%s\" was made with is gone. "),
                      layer->name);
      return FALSE;
    }
  folli_host_get_size (host, &image.width, &image.height);
  if (!folli_mask_read (text, pixels, kind, &image, folli_host_get_space (host),
                        mask, error))
    return FALSE;

  photo = folli_host_get_photo (host);
  folli_density_refine (mask, photo, &layer->recipe, layer->seed, NULL, NULL);
  return check_box (layer, text, mask, error);
}

static double
count_pixels (GeglBuffer *map)
{
  const Babl *space = babl_format_get_space (gegl_buffer_get_format (map));
  GeglBufferIterator *iterator = gegl_buffer_iterator_new (
      map, NULL, 0, babl_format_with_space ("Y'A float", space),
      GEGL_ACCESS_READ, GEGL_ABYSS_NONE, 1);
  double n_pixels = 0;

  while (gegl_buffer_iterator_next (iterator))
    {
      const float *luma_alpha = iterator->items[0].data;

      for (int i = 0; i < iterator->length; i++)
        n_pixels += luma_alpha[2 * i] > 0 && luma_alpha[2 * i + 1] > 0;
    }
  return n_pixels;
}

static void
list_dots (FolliMade *made, const FolliMadeLayer *layer, GeglBuffer *map)
{
  g_autoptr (GeglNode) graph = gegl_node_new ();

  made->name = g_strdup (layer->name);
  made->recipe = layer->recipe;
  made->dots = folli_dots_list (
      folli_graph_add_operation (graph, "follicle:dots", &layer->recipe,
                                 layer->seed),
      map);
  made->area_px = count_pixels (map);
}

gboolean
folli_made_read (FolliHost *host, FolliMade *made, GError **error)
{
  g_auto (FolliMadeLayer) layer = { NULL };
  g_autoptr (FolliSettings) settings = NULL;
  g_autoptr (GeglBuffer) painted = NULL;
  g_auto (FolliMask) mask = { NULL };

  if (!folli_host_find_made (host, &layer, error))
    return FALSE;
  if (layer.painted)
    {
      painted = draw_painted (&layer);
      list_dots (made, &layer, painted);
      return TRUE;
    }

  settings
      = folli_settings_from_string (&folli_dots_procedure, layer.text, error);
  if (!settings)
    return FALSE;
  if (!folli_recipe_from_string (layer.text, &layer.recipe))
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_FILE,
                   _ ("The settings stored with \"%s\" have no recipe"),
                   layer.name);
      return FALSE;
    }
  layer.seed = settings->number[FOLLI_ARGUMENT_SEED];
  if (!refine_again (host, &layer, settings, &mask, error))
    return FALSE;
  list_dots (made, &layer, mask.map);
  return TRUE;
}
