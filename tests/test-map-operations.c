/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gegl.h>
#include <gegl-plugin.h>
#include <math.h>
#include <string.h>

#include "operations.h"

enum
{
  WIDTH = 420,
  HEIGHT = 380
};

static const char *const OPERATIONS[]
    = { "follicle:hairline", "follicle:bare-scalp" };

/* A graph of one operation behind an input. */
typedef struct
{
  GeglNode *graph;
  GeglNode *operation;
} Chain;

static void
clear_chain (Chain *chain)
{
  g_clear_object (&chain->graph);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Chain, clear_chain)

static Chain
make_chain (const char *name, GeglNode *(*add_input) (GeglNode *graph))
{
  Chain     chain = { gegl_node_new (), NULL };
  GeglNode *input = add_input (chain.graph);

  chain.operation = gegl_node_new_child (chain.graph, "operation", name,
                                         "pixels-per-cm", 40.0, NULL);
  if (g_str_has_suffix (name, "hairline"))
    gegl_node_set (chain.operation, "undulation", 2.0, "irregularity", 1.5,
                   "outliers", 1.0, "seed", 5, NULL);
  gegl_node_link (input, chain.operation);
  return chain;
}

/* A photo that is a mask as well: a pale disc with dark specks and a
 * highlight before a dark ground, half transparent on one side. */
static void
fill_photo (float *rgba)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (7);

  for (gint y = 0; y < HEIGHT; y++)
    for (gint x = 0; x < WIDTH; x++)
      {
        float       *at = rgba + 4 * (y * WIDTH + x);
        const double far = hypot (x - 200.3, y - 190.8);
        const double inside = CLAMP (150.2 - far, 0, 1);
        const double shine = far < 30 ? 0.3 : 0;
        const double speck = g_rand_int_range (rand, 0, 12) == 0 ? 0.4 : 1;

        at[0] = inside * (0.80 * speck + shine) + 0.01;
        at[1] = inside * (0.62 * speck + shine) + 0.01;
        at[2] = inside * (0.50 * speck + shine) + 0.01;
        at[3] = x < 60 ? 0.5 : 1;
      }
}

static GeglNode *
add_photo (GeglNode *graph)
{
  const GeglRectangle extent = { 0, 0, WIDTH, HEIGHT };
  g_autofree float   *rgba = g_new (float, WIDTH *HEIGHT * 4);
  g_autoptr (GeglBuffer) buffer
      = gegl_buffer_new (&extent, babl_format ("R'G'B'A float"));
  GeglNode *source;
  GeglNode *filter;

  fill_photo (rgba);
  gegl_buffer_set (buffer, &extent, 0, NULL, rgba, GEGL_AUTO_ROWSTRIDE);
  source = gegl_node_new_child (graph, "operation", "gegl:buffer-source",
                                "buffer", buffer, NULL);
  /* a filter computes no more than it is asked for: what an operation reads
     without having asked for it is missing */
  filter = gegl_node_new_child (graph, "operation", "gegl:brightness-contrast",
                                "contrast", 1.1, NULL);
  gegl_node_link (source, filter);
  return filter;
}

static GeglNode *
add_pixel (GeglNode *graph)
{
  const GeglRectangle extent = { -3, 8, 1, 1 };
  const float         white[4] = { 0.8f, 0.6f, 0.5f, 1 };
  g_autoptr (GeglBuffer) buffer
      = gegl_buffer_new (&extent, babl_format ("R'G'B'A float"));

  gegl_buffer_set (buffer, &extent, 0, NULL, white, GEGL_AUTO_ROWSTRIDE);
  return gegl_node_new_child (graph, "operation", "gegl:buffer-source",
                              "buffer", buffer, NULL);
}

static GeglNode *
add_plane (GeglNode *graph)
{
  GeglColor *color = gegl_color_new ("rgb(0.8,0.6,0.5)");
  GeglNode  *plane = gegl_node_new_child (graph, "operation", "gegl:color",
                                          "value", color, NULL);

  g_object_unref (color);
  return plane;
}

static void
draw (const Chain *chain, const GeglRectangle *part, float *values)
{
  gegl_node_blit (chain->operation, 1.0, part, babl_format ("Y' float"), values,
                  GEGL_AUTO_ROWSTRIDE, GEGL_BLIT_DEFAULT);
}

static float *
draw_all (const char *name, gint n_threads)
{
  const GeglRectangle all = { 0, 0, WIDTH, HEIGHT };
  g_auto (Chain) chain = make_chain (name, add_photo);
  float *values = g_new (float, WIDTH *HEIGHT);

  g_object_set (gegl_config (), "threads", n_threads, NULL);
  draw (&chain, &all, values);
  return values;
}

static void
test_split_is_the_whole (gconstpointer name)
{
  g_autofree float *whole = draw_all (name, 1);
  g_autoptr (GRand) rand = g_rand_new_with_seed (11);
  float least = 1, most = 0;

  for (gint i = 0; i < WIDTH * HEIGHT; i++)
    {
      least = MIN (least, whole[i]);
      most = MAX (most, whole[i]);
    }
  g_assert_cmpfloat (least, <, 0.1);
  g_assert_cmpfloat (most, >, 0.9);

  for (gint i = 0; i < 10; i++)
    {
      g_auto (Chain) chain = make_chain (name, add_photo);
      const gint          x = g_rand_int_range (rand, 0, WIDTH);
      const gint          y = g_rand_int_range (rand, 0, HEIGHT);
      const GeglRectangle part
          = { x, y, g_rand_int_range (rand, 1, WIDTH - x + 1),
              g_rand_int_range (rand, 1, HEIGHT - y + 1) };
      g_autofree float *values = g_new (float, part.width *part.height);

      g_object_set (gegl_config (), "threads", 1 + i % 2, NULL);
      draw (&chain, &part, values);
      for (gint row = 0; row < part.height; row++)
        g_assert_cmpmem (values + row * part.width, part.width * sizeof (float),
                         whole + (y + row) * WIDTH + x,
                         part.width * sizeof (float));
    }
}

static void
test_threads_agree (gconstpointer name)
{
  g_autofree float *one = draw_all (name, 1);
  g_autofree float *two = draw_all (name, 2);
  g_autofree float *four = draw_all (name, 4);

  g_assert_cmpmem (one, WIDTH * HEIGHT * sizeof (float), two,
                   WIDTH * HEIGHT * sizeof (float));
  g_assert_cmpmem (one, WIDTH * HEIGHT * sizeof (float), four,
                   WIDTH * HEIGHT * sizeof (float));
}

static void
test_any_extent_works (gconstpointer name)
{
  const GeglRectangle far = { 30000, -20000, 33, 17 };
  const GeglRectangle one = { -3, 8, 1, 1 };
  g_auto (Chain) plane = make_chain (name, add_plane);
  g_auto (Chain) pixel = make_chain (name, add_pixel);
  GeglRectangle bounds = gegl_node_get_bounding_box (pixel.operation);
  float         values[33 * 17];

  g_assert_true (gegl_rectangle_equal (&bounds, &one));
  draw (&pixel, &one, values);
  g_assert_cmpfloat (values[0], >, 0.6);

  bounds = gegl_node_get_bounding_box (plane.operation);
  g_assert_true (gegl_rectangle_is_infinite_plane (&bounds));
  draw (&plane, &far, values);
  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    g_assert_cmpfloat (values[i], >, 0.6);
}

/* A change of the input reaches as far as the operation reads. */
static void
test_change_reaches_the_margin (gconstpointer name)
{
  const GeglRectangle spot = { 200, 190, 2, 2 };
  g_auto (Chain) chain = make_chain (name, add_photo);
  GeglOperation *operation = gegl_node_get_gegl_operation (chain.operation);
  GeglRectangle  needed;
  GeglRectangle  changed;

  gegl_node_get_bounding_box (chain.operation);
  needed = gegl_operation_get_required_for_output (operation, "input", &spot);
  changed
      = gegl_operation_get_invalidated_by_change (operation, "input", &spot);
  g_assert_cmpint (needed.x, <, spot.x - 20);
  g_assert_cmpint (needed.x, >=, 0);
  g_assert_cmpint (changed.x, <, spot.x - 20);
  g_assert_cmpint (changed.width, >, 40);
}

static void
add_tests (const char *kind, GTestDataFunc function)
{
  for (gsize i = 0; i < G_N_ELEMENTS (OPERATIONS); i++)
    {
      g_autofree char *path = g_strdup_printf (
          "/map-operations/%s/%s", strchr (OPERATIONS[i], ':') + 1, kind);

      g_test_add_data_func (path, OPERATIONS[i], function);
    }
}

int
main (int argc, char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  g_object_set (gegl_config (), "application-license", "GPL3", NULL);
  gegl_init (NULL, NULL);
  folli_operations_register (NULL);
  add_tests ("any-split-is-the-whole-to-the-bit", test_split_is_the_whole);
  add_tests ("any-number-of-threads-agrees-to-the-bit", test_threads_agree);
  add_tests ("one-pixel-and-an-endless-plane-work", test_any_extent_works);
  add_tests ("a-change-reaches-the-margin", test_change_reaches_the_margin);
  status = g_test_run ();
  gegl_exit ();
  return status;
}
