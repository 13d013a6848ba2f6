/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gegl.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "head/landmarks.h"
#include "head/render.h"

static HeadScene scene = HEAD_SCENE_FALLBACK;

typedef struct
{
  double mm[2];
} Point;

static GArray  *points;
static gboolean landmarks;

static const char *const SKINS[HEAD_N_SKINS]
    = { "monk", "light", "medium", "brown", "dark" };

static const char *const CASES[HEAD_N_CASES]
    = { "shaved", "norwood-6", "receding",  "crown",    "patch",
        "top-up", "parting",   "scar-line", "scar-dots" };

/* One of @n names, or -1 with an error. */
static int
parse_name (const char        *what,
            const char *const *names,
            int                n,
            const char        *value,
            GError           **error)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (int i = 0; i < n; i++)
    {
      if (g_str_equal (value, names[i]))
        return i;
      g_string_append_printf (all, "%s%s", i ? ", " : "", names[i]);
    }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               "There is no %s \"%s\"; there are %s", what, value, all->str);
  return -1;
}

static gboolean
parse_skin (const char *option,
            const char *value,
            gpointer    data,
            GError    **error)
{
  const int skin = parse_name ("skin", SKINS, HEAD_N_SKINS, value, error);

  scene.skin = MAX (skin, 0);
  return skin >= 0;
}

static gboolean
parse_case (const char *option,
            const char *value,
            gpointer    data,
            GError    **error)
{
  const int hair_case = parse_name ("case", CASES, HEAD_N_CASES, value, error);

  scene.hair_case = MAX (hair_case, 0);
  return hair_case >= 0;
}

static gboolean
parse_shade (const char *option,
             const char *value,
             gpointer    data,
             GError    **error)
{
  guint64 rgb;

  if (*value == '#' && strlen (value) == 7
      && g_ascii_string_to_unsigned (value + 1, 16, 0, 0xffffff, &rgb, NULL))
    {
      scene.hair_shade = rgb;
      return TRUE;
    }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               "\"%s\" is no colour; one is #33261f", value);
  return FALSE;
}

/* "A,B": two numbers */
static gboolean
parse_pair (const char *value, double pair[2])
{
  g_auto (GStrv) parts = g_strsplit (value, ",", 2);

  for (guint i = 0; i < 2; i++)
    {
      char *end;

      if (!parts[i] || !*parts[i])
        return FALSE;
      pair[i] = g_ascii_strtod (parts[i], &end);
      if (*end || !isfinite (pair[i]))
        return FALSE;
    }
  return TRUE;
}

static gboolean
parse_view (const char *option,
            const char *value,
            gpointer    data,
            GError    **error)
{
  double view[2];

  if (parse_pair (value, view) && fabs (view[0]) <= 30 && fabs (view[1]) <= 30)
    {
      scene.yaw_deg = view[0];
      scene.pitch_deg = view[1];
      return TRUE;
    }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               "\"%s\" is no view; one is TURN,TILT in degrees from -30 to 30",
               value);
  return FALSE;
}

static gboolean
parse_point (const char *option,
             const char *value,
             gpointer    data,
             GError    **error)
{
  Point point;

  if (parse_pair (value, point.mm) && fabs (point.mm[0]) <= 400
      && fabs (point.mm[1]) <= 150)
    {
      points = points ? points : g_array_new (FALSE, FALSE, sizeof (Point));
      g_array_append_val (points, point);
      return TRUE;
    }
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               "\"%s\" is no point; one is UP,ASIDE in mm, at most 400 and 150",
               value);
  return FALSE;
}

static const GOptionEntry OPTIONS[]
    = { { "width", 0, 0, G_OPTION_ARG_INT, &scene.width, "width, px", "N" },
        { "height", 0, 0, G_OPTION_ARG_INT, &scene.height, "height, px", "N" },
        { "pixels-per-cm", 0, 0, G_OPTION_ARG_DOUBLE, &scene.pixels_per_cm,
          "scale", "N" },
        { "skin", 0, 0, G_OPTION_ARG_CALLBACK, parse_skin,
          "light, medium, brown or dark; else --tone says it", "SKIN" },
        { "view", 0, 0, G_OPTION_ARG_CALLBACK, parse_view,
          "how far the head is turned and bowed, degrees from -30 to 30",
          "TURN,TILT" },
        { "landmarks", 0, 0, G_OPTION_ARG_NONE, &landmarks,
          "print where glabella and eyes are in the picture, as JSON", NULL },
        { "point", 0, 0, G_OPTION_ARG_CALLBACK, parse_point,
          "and where a tape ends that is laid so many mm up from the glabella, "
          "then to the side; can be given again",
          "UP,ASIDE" },
        { "case", 0, 0, G_OPTION_ARG_CALLBACK, parse_case,
          "where there is stubble and what is to be treated: shaved, "
          "norwood-6, receding, crown, patch, top-up, parting, scar-line, "
          "scar-dots",
          "CASE" },
        { "hair-density", 0, 0, G_OPTION_ARG_DOUBLE, &scene.hairs_per_cm2,
          "the stubble's, hairs per cm²", "N" },
        { "hair-mm", 0, 0, G_OPTION_ARG_DOUBLE, &scene.hair_mm,
          "a hair's diameter", "X" },
        { "hair-length", 0, 0, G_OPTION_ARG_DOUBLE, &scene.hair_length_mm,
          "a hair's length, mm", "X" },
        { "shade", 0, 0, G_OPTION_ARG_CALLBACK, parse_shade,
          "the hairs' colour", "#RRGGBB" },
        { "blur", 0, 0, G_OPTION_ARG_DOUBLE, &scene.blur_px,
          "the lens's, standard deviation, px", "X" },
        { "busy", 0, 0, G_OPTION_ARG_NONE, &scene.busy,
          "a room behind the head, not a wall", NULL },
        { "mask-offset", 0, 0, G_OPTION_ARG_DOUBLE, &scene.mask_offset_mm,
          "how far the mask reaches beyond the scalp, mm; below 0 it ends "
          "before",
          "X" },
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

static void
print_spot (HeadSpot spot)
{
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];

  g_print ("\"x\": %s, \"y\": %s, \"visible\": %s }",
           g_ascii_formatd (x, sizeof x, "%.2f", spot.x),
           g_ascii_formatd (y, sizeof y, "%.2f", spot.y),
           spot.visible ? "true" : "false");
}

static void
print_landmarks (void)
{
  static const char *const NAMES[HEAD_N_MARKS]
      = { "glabella", "left-eye", "right-eye" };
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_print ("{\n  \"pixels-per-cm\": %s",
           g_ascii_dtostr (buffer, sizeof buffer, scene.pixels_per_cm));
  for (int mark = 0; mark < HEAD_N_MARKS; mark++)
    {
      g_print (",\n  \"%s\": { ", NAMES[mark]);
      print_spot (head_landmark (&scene, mark));
    }
  g_print (",\n  \"points\": [");
  for (guint i = 0; points && i < points->len; i++)
    {
      const double *mm = g_array_index (points, Point, i).mm;

      g_print ("%s\n    { \"up-mm\": %s, ", i ? "," : "",
               g_ascii_dtostr (buffer, sizeof buffer, mm[0]));
      g_print ("\"aside-mm\": %s, ",
               g_ascii_dtostr (buffer, sizeof buffer, mm[1]));
      print_spot (head_find_on_scalp (&scene, mm[0], mm[1]));
    }
  g_print (" ]\n}\n");
}

static gboolean
is_possible (void)
{
  return scene.width >= 1 && scene.height >= 1
         && (gint64)scene.width * scene.height <= 400 * 1000 * 1000
         && scene.pixels_per_cm > 0 && scene.hairs_per_cm2 >= 0
         && scene.hairs_per_cm2 <= 1000 && scene.blur_px >= 0
         && scene.blur_px <= 4 && scene.tone >= 1 && scene.tone <= 10;
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

  if (landmarks || points)
    print_landmarks ();
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
