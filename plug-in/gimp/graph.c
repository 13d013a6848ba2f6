/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/graph.h"

#include <gio/gio.h>

#include "regions.h"

/* Fewer are not worth a thread of their own. Estimated. */
#define PIXELS_PER_THREAD 4096

static void
set_number (GeglNode *node, GParamSpec *property, double number)
{
  if (G_IS_PARAM_SPEC_INT (property))
    gegl_node_set (node, property->name, (int)number, NULL);
  else
    gegl_node_set (node, property->name, number, NULL);
}

static void
set_color (GeglNode   *node,
           const char *operation,
           const char *name,
           const char *text)
{
  g_autoptr (GObject) color = G_OBJECT (gegl_color_new (text));

  if (gegl_operation_find_property (operation, name))
    gegl_node_set (node, name, color, NULL);
}

GeglNode *
folli_graph_add_operation (GeglNode          *graph,
                           const char        *operation,
                           const FolliRecipe *recipe,
                           guint32            seed)
{
  GeglNode *node = gegl_node_new_child (graph, "operation", operation, NULL);

  for (int id = 0; id < FOLLI_N_PARAMETERS; id++)
    {
      GParamSpec *property = gegl_operation_find_property (
          operation, folli_parameter_get (id)->name);

      if (property)
        set_number (node, property, recipe->value[id]);
    }
  set_color (node, operation, "shade", recipe->shade);
  set_color (node, operation, "skin", recipe->skin);
  if (gegl_operation_find_property (operation, "seed"))
    gegl_node_set (node, "seed", seed, NULL);
  return node;
}

void
folli_graph_render (GeglNode            *node,
                    GeglBuffer          *target,
                    const GeglRectangle *area,
                    FolliProgressFunc    progress,
                    gpointer             data)
{
  GeglNode *sink
      = gegl_node_new_child (gegl_node_get_parent (node), "operation",
                             "gegl:write-buffer", "buffer", target, NULL);
  g_autoptr (GeglProcessor) processor = NULL;
  double fraction = 0;

  gegl_node_link (node, sink);
  processor = gegl_node_new_processor (sink, area);
  while (!g_cancellable_is_cancelled (g_cancellable_get_current ())
         && gegl_processor_work (processor, &fraction))
    if (progress)
      progress (fraction, data);
}

void
folli_graph_copy (GeglBuffer *from, const GeglRectangle *area, GeglBuffer *to)
{
  GeglRectangle band = { 0, 0, 0, 0 };

  while (!g_cancellable_is_cancelled (g_cancellable_get_current ())
         && folli_region_next_band (area, &band))
    gegl_buffer_copy (from, &band, GEGL_ABYSS_NONE, to, &band);
}

void
folli_graph_draw_dots (GeglBuffer        *map,
                       const FolliRecipe *recipe,
                       guint32            seed,
                       int                session,
                       GeglBuffer        *target,
                       FolliProgressFunc  progress,
                       gpointer           data)
{
  g_autoptr (GeglNode) graph = gegl_node_new ();
  GeglNode *source = gegl_node_new_child (
      graph, "operation", "gegl:buffer-source", "buffer", map, NULL);
  GeglNode *dots
      = folli_graph_add_operation (graph, "follicle:dots", recipe, seed);

  gegl_node_set (dots, "session", session, NULL);
  gegl_node_link (source, dots);
  folli_graph_render (dots, target, gegl_buffer_get_extent (target), progress,
                      data);
}

/* What the threads share that lay pigment over a photo. */
typedef struct
{
  GeglBuffer *photo;
  GeglBuffer *pigment;
  GeglBuffer *target;
  const Babl *photo_format;
  const Babl *pigment_format;
} Multiplication;

static void
multiply (const float *photo,
          int          n_photo_components,
          const float *pigment,
          int          n_colors,
          float       *target,
          int          n_pixels)
{
  for (int i = 0; i < n_pixels; i++)
    {
      float alpha = pigment[n_colors];

      for (int c = 0; c < n_colors; c++)
        target[c] = photo[c] * (1 - alpha + alpha * pigment[c]);
      if (n_photo_components > n_colors)
        target[n_colors] = photo[n_colors];

      photo += n_photo_components;
      pigment += n_colors + 1;
      target += n_photo_components;
    }
}

static void
multiply_area (const GeglRectangle *area, gpointer data)
{
  const Multiplication *m = data;
  const int n_components = babl_format_get_n_components (m->photo_format);
  const int n_colors = babl_format_get_n_components (m->pigment_format) - 1;
  GeglBufferIterator *iterator
      = gegl_buffer_iterator_new (m->target, area, 0, m->photo_format,
                                  GEGL_ACCESS_WRITE, GEGL_ABYSS_NONE, 3);

  gegl_buffer_iterator_add (iterator, m->photo, area, 0, m->photo_format,
                            GEGL_ACCESS_READ, GEGL_ABYSS_NONE);
  gegl_buffer_iterator_add (iterator, m->pigment, area, 0, m->pigment_format,
                            GEGL_ACCESS_READ, GEGL_ABYSS_NONE);
  while (gegl_buffer_iterator_next (iterator))
    multiply (iterator->items[1].data, n_components, iterator->items[2].data,
              n_colors, iterator->items[0].data, iterator->length);
}

void
folli_graph_multiply (GeglBuffer *photo,
                      GeglBuffer *pigment,
                      GeglBuffer *target)
{
  const Babl    *stored = gegl_buffer_get_format (photo);
  const Babl    *space = babl_format_get_space (stored);
  const gboolean is_gray
      = !(babl_get_model_flags (stored) & BABL_MODEL_FLAG_RGB);
  const Babl *pigment_format
      = babl_format_with_space (is_gray ? "YA float" : "RGBA float", space);
  /* What looked for hair has already had babl find a way from there to RGB,
     which takes it longer than to go it. */
  const gboolean is_opaque = !is_gray && !babl_format_has_alpha (stored);
  Multiplication multiplication = {
    .photo = photo,
    .pigment = pigment,
    .target = target,
    .photo_format
    = is_opaque ? babl_format_with_space ("RGB float", space) : pigment_format,
    .pigment_format = pigment_format,
  };
  GeglRectangle area;

  if (gegl_rectangle_intersect (&area, gegl_buffer_get_extent (pigment),
                                gegl_buffer_get_extent (photo)))
    gegl_parallel_distribute_area (&area, PIXELS_PER_THREAD,
                                   GEGL_SPLIT_STRATEGY_AUTO, multiply_area,
                                   &multiplication);
}
