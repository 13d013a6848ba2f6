/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gegl.h>

#include "dots-graph.h"

/* How many buffers there are, as GEGL counts them when it ends; it has no
 * header for this one. The gegl command counts the caches of its own graph,
 * too, which it never frees: two for gegl:gaussian-blur, one for each of ours
 * that has GEGL keep what it made. */
gint gegl_buffer_leaks (void);

static const struct
{
  const char *operation;
  gboolean    takes_aux;
} SUBJECTS[] = {
  { "gegl:gaussian-blur", FALSE }, { "follicle:dots", FALSE },
  { "follicle:hairline", FALSE },  { "follicle:bare-scalp", FALSE },
  { "follicle:edges", TRUE },      { "follicle:pigment", FALSE },
  { "follicle:stamp", TRUE },
};

static double
get_density (gint x, gint y)
{
  return x > 20 && x < 120 && y > 20 && y < 90 ? 1 : 0;
}

static GeglNode *
add_source (GeglNode *graph, GeglBuffer *buffer)
{
  return gegl_node_new_child (graph, "operation", "gegl:buffer-source",
                              "buffer", buffer, NULL);
}

static void
draw (GeglBuffer *map, const char *operation, gboolean takes_aux)
{
  g_autoptr (GeglNode) graph = gegl_node_new ();
  g_autoptr (GeglBuffer) drawn = NULL;
  GeglNode *source = add_source (graph, map);
  GeglNode *node = gegl_node_new_child (graph, "operation", operation, NULL);
  GeglNode *sink = gegl_node_new_child (graph, "operation", "gegl:buffer-sink",
                                        "buffer", &drawn, NULL);

  gegl_node_link_many (source, node, sink, NULL);
  if (takes_aux)
    gegl_node_connect_to (add_source (graph, map), "output", node, "aux");
  gegl_node_process (sink);
  g_assert_nonnull (drawn);
}

static void
test_none_is_left (void)
{
  const GeglRectangle extent = { 0, 0, 160, 120 };
  g_autoptr (GeglBuffer) map
      = folli_test_grey_map (&extent, get_density, "R'G'B'A float");

  for (guint i = 0; i < G_N_ELEMENTS (SUBJECTS); i++)
    {
      const gint before = gegl_buffer_leaks ();

      for (int run = 0; run < 3; run++)
        draw (map, SUBJECTS[i].operation, SUBJECTS[i].takes_aux);
      g_test_message ("%s: %d more", SUBJECTS[i].operation,
                      gegl_buffer_leaks () - before);
      g_assert_cmpint (gegl_buffer_leaks (), ==, before);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  folli_test_start_gegl (&argc, &argv);
  g_test_add_func ("/operations/buffers/are-all-gone-with-the-graph",
                   test_none_is_left);
  status = g_test_run ();
  gegl_exit ();
  return status;
}
