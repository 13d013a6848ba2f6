/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dots-graph.h"

#include "operations.h"

void
folli_test_start_gegl (int *argc, char ***argv)
{
  g_object_set (gegl_config (), "application-license", "GPL3", NULL);
  gegl_init (argc, argv);
  folli_operations_register (NULL);
}

FolliTestDots
folli_test_dots_new (GeglBuffer *map, ...)
{
  FolliTestDots dots = { .graph = gegl_node_new () };
  GeglNode     *source = gegl_node_new_child (
          dots.graph, "operation", "gegl:buffer-source", "buffer", map, NULL);
  const char *first;
  va_list     properties;

  dots.operation
      = gegl_node_new_child (dots.graph, "operation", "follicle:dots", NULL);
  va_start (properties, map);
  first = va_arg (properties, const char *);
  if (first != NULL)
    gegl_node_set_valist (dots.operation, first, properties);
  va_end (properties);
  gegl_node_link (source, dots.operation);
  return dots;
}

void
folli_test_dots_clear (FolliTestDots *dots)
{
  g_clear_object (&dots->graph);
}

float *
folli_test_dots_draw (const FolliTestDots *dots, const GeglRectangle *rectangle)
{
  float *rgba = g_new (float, 4 * (gsize)rectangle->width * rectangle->height);

  gegl_node_blit (dots->operation, 1.0, rectangle, babl_format ("RGBA float"),
                  rgba, GEGL_AUTO_ROWSTRIDE, GEGL_BLIT_DEFAULT);
  return rgba;
}

GeglBuffer *
folli_test_grey_map (const GeglRectangle *extent,
                     double (*density) (gint x, gint y),
                     const char *format)
{
  GeglBuffer       *map = gegl_buffer_new (extent, babl_format (format));
  g_autofree float *grey = g_new (float, (gsize)extent->width * extent->height);

  for (gint j = 0; j < extent->height; j++)
    for (gint i = 0; i < extent->width; i++)
      grey[(gsize)j * extent->width + i]
          = density (extent->x + i, extent->y + j);
  gegl_buffer_set (map, extent, 0, babl_format ("Y' float"), grey,
                   GEGL_AUTO_ROWSTRIDE);
  return map;
}
