/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/made.h"

#include <glib/gi18n-lib.h>

#include "dot-list.h"
#include "follicle/error.h"
#include "gimp/amount.h"
#include "gimp/arguments.h"
#include "gimp/check.h"
#include "gimp/density.h"
#include "gimp/graph.h"
#include "gimp/host.h"
#include "gimp/kept-mask.h"
#include "gimp/layer.h"
#include "gimp/place.h"
#include "gimp/plan.h"

void
folli_made_map_clear (FolliMadeMap *made)
{
  folli_made_layer_clear (&made->layer);
  g_clear_pointer (&made->settings, folli_settings_free);
  g_clear_object (&made->map);
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
                                        &layer->hairline, layer->seed);
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

/* The mask as it is in the image, where none was kept. */
static gboolean
read_named_mask (FolliHost            *host,
                 const FolliMadeLayer *layer,
                 const char           *text,
                 FolliMask            *mask,
                 GError              **error)
{
  GeglRectangle image = { 0, 0, 0, 0 };
  FolliMaskKind kind;
  const char   *name;
  g_autoptr (GeglBuffer) pixels = NULL;

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
  return folli_mask_read (text, pixels, kind, &image,
                          folli_host_get_space (host), mask, error);
}

static int
get_made (FolliHost *host)
{
  const int own = folli_host_get_own (host);

  return own != FOLLI_NO_LAYER ? own : folli_host_get_layer (host);
}

/* The mask that the pixels were drawn by, where the image had it then. */
static gboolean
read_mask (FolliHost      *host,
           FolliMadeLayer *layer,
           const char     *text,
           FolliKeptMask  *kept,
           FolliMask      *mask,
           GError        **error)
{
  if (!folli_kept_mask_read (host, get_made (host), kept, error))
    return FALSE;
  layer->keeps_mask = kept->pixels != NULL;
  if (!kept->pixels)
    return read_named_mask (host, layer, text, mask, error);
  return folli_mask_read (text, kept->pixels, FOLLI_MASK_CHANNEL, &kept->image,
                          folli_host_get_space (host), mask, error);
}

/* From where the image had it to where what was made of it is now. */
static void
move_mask (FolliMask *mask, FolliRecipe *recipe, int x, int y)
{
  mask->map = folli_place_buffer (mask->map, x, y);
  mask->box.x += x;
  mask->box.y += y;
  recipe->value[FOLLI_ORIGIN_X] += x;
  recipe->value[FOLLI_ORIGIN_Y] += y;
}

/* A crop may have left a part of what was made. */
static gboolean
cut_mask (FolliHost            *host,
          const FolliMadeLayer *layer,
          FolliMask            *mask,
          GError              **error)
{
  GeglRectangle image = { 0, 0, 0, 0 };
  GeglBuffer   *part;

  if (gegl_rectangle_is_empty (&layer->box)
      || gegl_rectangle_equal (&layer->box, &mask->box))
    return TRUE;
  folli_host_get_size (host, &image.width, &image.height);
  gegl_rectangle_intersect (&mask->box, &mask->box, &image);
  if (!gegl_rectangle_equal (&layer->box, &mask->box))
    {
      folli_kept_mask_set_error (get_made (host), error);
      return FALSE;
    }
  part = gegl_buffer_create_sub_buffer (mask->map, &mask->box);
  g_object_unref (mask->map);
  mask->map = part;
  return TRUE;
}

/* Makes the density map again that the pixels were drawn by. */
static gboolean
refine_again (FolliHost           *host,
              FolliMadeLayer      *layer,
              const FolliSettings *settings,
              FolliMask           *mask,
              GError             **error)
{
  const char *text = settings->text[FOLLI_ARGUMENT_MASK];
  g_auto (FolliKeptMask) kept = { NULL };
  g_autoptr (GeglBuffer) photo = NULL;

  if (!read_mask (host, layer, text, &kept, mask, error))
    return FALSE;
  photo = folli_place_buffer (folli_host_get_photo (host), -kept.shift_x,
                              -kept.shift_y);
  folli_density_refine (mask, photo, &layer->recipe, layer->seed, NULL, NULL);
  if (!layer->keeps_mask)
    return check_box (layer, text, mask, error);
  move_mask (mask, &layer->recipe, kept.shift_x, kept.shift_y);
  return cut_mask (host, layer, mask, error);
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
        n_pixels
            += luma_alpha[2 * i] * luma_alpha[2 * i + 1] >= FOLLI_DENSITY_LEAST;
    }
  return n_pixels;
}

/* Of pixels, the recipe and the mask that the map is made of again. */
static gboolean
find_pixels (FolliHost *host, FolliMadeMap *found, GError **error)
{
  g_auto (FolliMask) mask = { NULL };

  if (!folli_recipe_from_string (found->layer.text, &found->layer.recipe))
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_FILE,
                   _ ("The settings stored with \"%s\" have no recipe"),
                   found->layer.name);
      return FALSE;
    }
  found->layer.seed = found->settings->number[FOLLI_ARGUMENT_SEED];
  if (!refine_again (host, &found->layer, found->settings, &mask, error))
    return FALSE;
  found->map = g_steal_pointer (&mask.map);
  return TRUE;
}

gboolean
folli_made_find_map (FolliHost *host, FolliMadeMap *made, GError **error)
{
  g_auto (FolliMadeMap) found = { { NULL } };

  if (!folli_made_layer_read (host, &found.layer, error))
    return FALSE;
  found.settings = folli_settings_from_string (&folli_dots_procedure,
                                               found.layer.text, error);
  if (!found.settings)
    return FALSE;
  if (found.layer.painted)
    found.map = draw_painted (&found.layer);
  else if (!find_pixels (host, &found, error))
    return FALSE;
  if (!folli_amount_check (found.map, gegl_buffer_get_extent (found.map),
                           &found.layer.recipe, NULL, error))
    return FALSE;
  *made = found;
  found = (FolliMadeMap){ { NULL } };
  return TRUE;
}

/* The same mask: under live effects what is painted there now, or what the dots
   keep. */
static FolliSettings *
change_look (const FolliMadeMap *made, const char *look)
{
  FolliSettings   *settings = folli_settings_new (&folli_dots_procedure);
  g_autofree char *own = g_strconcat ("layer:", made->layer.name, NULL);

  folli_settings_set_text (settings, FOLLI_ARGUMENT_LOOK, look);
  folli_settings_set_text (settings, FOLLI_ARGUMENT_MASK,
                           made->layer.painted || made->layer.keeps_mask
                               ? own
                               : made->settings->text[FOLLI_ARGUMENT_MASK]);
  folli_settings_set_text (settings, FOLLI_ARGUMENT_OUTPUT, "layer");
  settings->number[FOLLI_ARGUMENT_PIXELS_PER_CM]
      = made->layer.recipe.value[FOLLI_PIXELS_PER_CM];
  settings->number[FOLLI_ARGUMENT_SEED] = made->layer.seed;
  return settings;
}

static void
take_plan (FolliMadeMap *tried, const FolliMadeMap *made, const FolliPlan *plan)
{
  const double curvature = made->layer.hairline.value[FOLLI_HEAD_CURVATURE];

  tried->layer.name = g_strdup (made->layer.name);
  tried->layer.recipe = tried->layer.hairline = plan->recipe;
  tried->layer.hairline.value[FOLLI_HEAD_CURVATURE] = curvature;
  tried->layer.seed = plan->seed;
  tried->layer.has_hairline = made->layer.has_hairline;
  if (made->layer.painted)
    tried->layer.painted = g_object_ref (made->layer.painted);
}

gboolean
folli_made_try_look (FolliHost          *host,
                     const FolliMadeMap *made,
                     const char         *look,
                     const FolliPresets *presets,
                     FolliMadeMap       *tried,
                     GError            **error)
{
  g_autoptr (FolliSettings) settings = change_look (made, look);
  g_autoptr (FolliPlan) plan = folli_plan_new (host, settings, presets, error);

  if (!plan)
    return FALSE;
  *tried = (FolliMadeMap){ { NULL } };
  take_plan (tried, made, plan);
  tried->settings = g_steal_pointer (&settings);
  if (tried->layer.painted)
    tried->map = draw_painted (&tried->layer);
  else
    {
      g_autoptr (GeglBuffer) edges = folli_plan_find_edges (plan, host);

      folli_density_take_edges (&plan->mask, edges, &plan->recipe, plan->seed,
                                NULL, NULL);
      tried->map = g_steal_pointer (&plan->mask.map);
    }
  return TRUE;
}

void
folli_made_list (FolliMade         *made,
                 const FolliRecipe *recipe,
                 guint32            seed,
                 GeglBuffer        *map)
{
  g_autoptr (GeglNode) graph = gegl_node_new ();
  GeglNode *dots
      = folli_graph_add_operation (graph, "follicle:dots", recipe, seed);

  *made = (FolliMade){ .recipe = *recipe };
  made->dots = folli_dots_list (dots, map);
  made->area_px = count_pixels (map);
}

gboolean
folli_made_read (FolliHost *host, FolliMade *made, GError **error)
{
  g_auto (FolliMadeMap) found = { { NULL } };

  if (!folli_made_find_map (host, &found, error))
    return FALSE;
  folli_made_list (made, &found.layer.recipe, found.layer.seed, found.map);
  made->name = g_strdup (found.layer.name);
  return TRUE;
}
