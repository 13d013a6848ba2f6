/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gegl.h>
#include <stdlib.h>

#include "head/render.h"

static HeadScene scene = HEAD_SCENE_FALLBACK;

static const GOptionEntry OPTIONS[]
    = { { "width", 0, 0, G_OPTION_ARG_INT, &scene.width, "width, px", "N" },
        { "height", 0, 0, G_OPTION_ARG_INT, &scene.height, "height, px", "N" },
        { "pixels-per-cm", 0, 0, G_OPTION_ARG_DOUBLE, &scene.pixels_per_cm,
          "scale", "N" },
        { "tone", 0, 0, G_OPTION_ARG_INT, &scene.tone, "skin, 1-10 (Monk)",
          "N" },
        { "stubble", 0, 0, G_OPTION_ARG_DOUBLE, &scene.stubble,
          "share of the scalp that cut hair covers, 0-1", "X" },
        { "noise", 0, 0, G_OPTION_ARG_DOUBLE, &scene.noise,
          "the camera's noise, standard deviation, 0-1", "X" },
        { "glare", 0, 0, G_OPTION_ARG_DOUBLE, &scene.glare, "highlights", "X" },
        { "warmth", 0, 0, G_OPTION_ARG_DOUBLE, &scene.warmth,
          "light's colour, from -1 (blue) to 1 (orange)", "X" },
        { "yaw", 0, 0, G_OPTION_ARG_DOUBLE, &scene.yaw_deg,
          "how far the head is turned", "DEGREES" },
        { "pitch", 0, 0, G_OPTION_ARG_DOUBLE, &scene.pitch_deg,
          "how far it is bowed", "DEGREES" },
        { NULL } };

static gboolean
save_png (const char *path, const char *encoding, const float *pixels)
{
  const GeglRectangle extent = { 0, 0, scene.width, scene.height };
  g_autofree char    *format_name = g_strconcat (encoding, " float", NULL);
  g_autoptr (GeglBuffer) buffer
      = gegl_buffer_new (&extent, babl_format (format_name));
  g_autoptr (GeglNode) graph = gegl_node_new ();
  GeglNode *source;
  GeglNode *sink;

  gegl_buffer_set (buffer, &extent, 0, NULL, pixels, GEGL_AUTO_ROWSTRIDE);
  source = gegl_node_new_child (graph, "operation", "gegl:buffer-source",
                                "buffer", buffer, NULL);
  sink = gegl_node_new_child (graph, "operation", "gegl:png-save", "path", path,
                              "bitdepth", 8, NULL);
  gegl_node_link (source, sink);
  gegl_node_process (sink);
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static gboolean
is_possible (void)
{
  return scene.width >= 1 && scene.height >= 1
         && (gint64)scene.width * scene.height <= 400 * 1000 * 1000
         && scene.pixels_per_cm > 0 && scene.tone >= 1 && scene.tone <= 10;
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("PHOTO MASK");
  g_autoptr (GError) error = NULL;
  g_autofree float *photo = NULL;
  g_autofree float *mask = NULL;
  gsize             n_pixels;

  g_option_context_add_main_entries (context, OPTIONS, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("render-head: %s\n", error->message);
      return EXIT_FAILURE;
    }
  if (argc != 3 || !is_possible ())
    {
      g_autofree char *help = g_option_context_get_help (context, TRUE, NULL);

      g_printerr ("%s", help);
      return EXIT_FAILURE;
    }

  gegl_init (NULL, NULL);
  n_pixels = (gsize)scene.width * scene.height;
  photo = g_new (float, n_pixels * 3);
  mask = g_new (float, n_pixels);
  head_render (&scene, photo, mask);
  if (!save_png (argv[1], "R'G'B'", photo) || !save_png (argv[2], "Y'", mask))
    {
      g_printerr ("render-head: could not write the pictures\n");
      return EXIT_FAILURE;
    }
  gegl_exit ();
  return EXIT_SUCCESS;
}
