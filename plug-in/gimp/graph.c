/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "graph.h"

static void
set_number (GeglNode *node, GParamSpec *property, double number)
{
  if (G_IS_PARAM_SPEC_INT (property))
    gegl_node_set (node, property->name, (int)number, NULL);
  else
    gegl_node_set (node, property->name, number, NULL);
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
  if (gegl_operation_find_property (operation, "shade"))
    {
      g_autoptr (GObject) shade = G_OBJECT (gegl_color_new (recipe->shade));

      gegl_node_set (node, "shade", shade, NULL);
    }
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
  while (gegl_processor_work (processor, &fraction))
    if (progress)
      progress (fraction, data);
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

static void
multiply (const float *photo,
          const float *pigment,
          float       *target,
          int          n_pixels,
          int          n_components)
{
  int n_colors = n_components - 1;

  for (int i = 0; i < n_pixels; i++)
    {
      float alpha = pigment[n_colors];

      for (int c = 0; c < n_colors; c++)
        target[c] = photo[c] * (1 - alpha + alpha * pigment[c]);
      target[n_colors] = photo[n_colors];

      photo += n_components;
      pigment += n_components;
      target += n_components;
    }
}

void
folli_graph_multiply (GeglBuffer *photo,
                      GeglBuffer *pigment,
                      int         offset_x,
                      int         offset_y,
                      GeglBuffer *target)
{
  const Babl *stored = gegl_buffer_get_format (photo);
  gboolean    is_gray = !(babl_get_model_flags (stored) & BABL_MODEL_FLAG_RGB);
  const Babl *format = babl_format_with_space (
      is_gray ? "YA float" : "RGBA float", babl_format_get_space (stored));
  GeglRectangle       here = *gegl_buffer_get_extent (pigment);
  GeglRectangle       there;
  GeglBufferIterator *iterator;

  here.x += offset_x;
  here.y += offset_y;
  if (!gegl_rectangle_intersect (&here, &here, gegl_buffer_get_extent (photo)))
    return;
  there = here;
  there.x -= offset_x;
  there.y -= offset_y;

  iterator = gegl_buffer_iterator_new (target, &here, 0, format,
                                       GEGL_ACCESS_WRITE, GEGL_ABYSS_NONE, 3);
  gegl_buffer_iterator_add (iterator, photo, &here, 0, format, GEGL_ACCESS_READ,
                            GEGL_ABYSS_NONE);
  gegl_buffer_iterator_add (iterator, pigment, &there, 0, format,
                            GEGL_ACCESS_READ, GEGL_ABYSS_NONE);
  while (gegl_buffer_iterator_next (iterator))
    multiply (iterator->items[1].data, iterator->items[2].data,
              iterator->items[0].data, iterator->length, is_gray ? 2 : 4);
}
