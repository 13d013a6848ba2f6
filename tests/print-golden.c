/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gegl-plugin.h>
#include <gegl.h>
#include <string.h>

#include "operations.h"

/* Prints a checksum of the bits of what each operation makes of the same
 * inputs: one line for each picture. print-golden [THREADS WIDTH HEIGHT], the
 * last two being the size of GEGL's tiles. */

enum
{
  WIDTH = 230,
  HEIGHT = 170,
  MAX_SETTINGS = 8
};

typedef struct
{
  const char *property;
  double      value;
} Setting;

typedef struct
{
  const char *name;
  const char *operation;
  Setting     settings[MAX_SETTINGS];
} Picture;

static const Picture PICTURES[] = {
  { "dots", "follicle:dots", { { "seed", 1 } } },
  { "dots-of-another-seed", "follicle:dots", { { "seed", 2 } } },
  { "dots-of-the-first-session",
    "follicle:dots",
    { { "seed", 1 }, { "session", 1 } } },
  { "dots-after-two-sessions",
    "follicle:dots",
    { { "seed", 1 }, { "sessions", 2 }, { "age", 0 } } },
  { "dots-after-years",
    "follicle:dots",
    { { "seed", 1 }, { "age", 63 }, { "density", 140 } } },
  { "dots-far-apart-in-a-close-up",
    "follicle:dots",
    { { "seed", 3 }, { "pixels-per-cm", 210 }, { "density", 60 } } },
  { "dots-below-a-pixel",
    "follicle:dots",
    { { "seed", 3 }, { "pixels-per-cm", 11 }, { "depth", 0.3 } } },
  { "dots-on-a-round-head",
    "follicle:dots",
    { { "seed", 4 },
      { "head-curvature", 0.8 },
      { "head-x", 10 },
      { "head-y", -20 },
      { "head-width", 200 },
      { "head-height", 220 },
      { "jitter", 1 },
      { "front-fineness", 0.2 } } },
  { "dots-of-an-image-that-lies-elsewhere",
    "follicle:dots",
    { { "seed", 4 },
      { "origin-x", 37.25 },
      { "origin-y", -12.5 },
      { "strength-variation", 0.5 },
      { "diameter-variation", 0.4 },
      { "dropouts", 0.2 } } },
  { "hairline", "follicle:hairline", { { "seed", 1 } } },
  { "hairline-with-everything",
    "follicle:hairline",
    { { "seed", 5 },
      { "pixels-per-cm", 55 },
      { "softness", 5 },
      { "feather", 3 },
      { "undulation", 4 },
      { "irregularity", 3 },
      { "outliers", 1 } } },
  { "bare-scalp", "follicle:bare-scalp", { { "pixels-per-cm", 60 } } },
  { "stamp", "follicle:stamp", { { "seed", 6 }, { "pixels-per-cm", 50 } } },
};

/* Bits that no rounding and no library has a part in */
static guint
noise (guint x, guint y)
{
  guint bits = x * 0x9e3779b1u ^ y * 0x85ebca77u;

  bits ^= bits >> 15;
  bits *= 0x2c1b3c6du;
  bits ^= bits >> 13;
  return bits & 0xff;
}

/* White within an ellipse, grey within a smaller one, and a soft edge above */
static float
mask_at (gint x, gint y)
{
  const gint dx = x - WIDTH / 2;
  const gint dy = y - HEIGHT / 2;
  const gint far = 4 * dx * dx + 9 * dy * dy;

  if (far < 2500)
    return 0.5f;
  if (far < 40000)
    return y < 60 ? y / 64.0f : 1;
  return 0;
}

static float
photo_at (gint x, gint y, gint channel)
{
  static const float SKIN[] = { 0.53125f, 0.34375f, 0.25f };
  const gboolean     is_hair = (x + 3 * y) % 23 == 0 && x > WIDTH / 2;
  const gboolean     is_glare = x > 20 && x < 50 && y > 60 && y < 90;
  const float        light = is_hair ? 0.0625f : SKIN[channel];

  return (is_glare ? 0.875f : light) + noise (x, y) / 4096.0f;
}

static GeglBuffer *
make_mask (void)
{
  GeglBuffer *buffer = gegl_buffer_new (GEGL_RECTANGLE (0, 0, WIDTH, HEIGHT),
                                        babl_format ("Y' float"));
  g_autofree float *pixels = g_new (float, WIDTH *HEIGHT);

  for (gint i = 0; i < WIDTH * HEIGHT; i++)
    pixels[i] = mask_at (i % WIDTH, i / WIDTH);
  gegl_buffer_set (buffer, NULL, 0, babl_format ("Y' float"), pixels,
                   GEGL_AUTO_ROWSTRIDE);
  return buffer;
}

static GeglBuffer *
make_photo (void)
{
  GeglBuffer *buffer = gegl_buffer_new (GEGL_RECTANGLE (0, 0, WIDTH, HEIGHT),
                                        babl_format ("RGBA float"));
  g_autofree float *pixels = g_new (float, 4 * WIDTH * HEIGHT);

  for (gint i = 0; i < WIDTH * HEIGHT; i++)
    for (gint c = 0; c < 4; c++)
      pixels[4 * i + c] = c < 3 ? photo_at (i % WIDTH, i / WIDTH, c) : 1;
  gegl_buffer_set (buffer, NULL, 0, babl_format ("RGBA float"), pixels,
                   GEGL_AUTO_ROWSTRIDE);
  return buffer;
}

static void
set_property (GeglNode *node, const Setting *setting)
{
  const GParamSpec *spec = gegl_node_find_property (node, setting->property);

  g_assert_nonnull (spec);
  if (spec->value_type == G_TYPE_DOUBLE)
    gegl_node_set (node, setting->property, setting->value, NULL);
  else
    gegl_node_set (node, setting->property, (gint)setting->value, NULL);
}

static GeglNode *
add_source (GeglNode *graph, GeglBuffer *buffer)
{
  return gegl_node_new_child (graph, "operation", "gegl:buffer-source",
                              "buffer", buffer, NULL);
}

/* FNV-1a, over whole floats; a zero is a zero. */
static guint64
add_up (const float *numbers, gsize n_numbers)
{
  guint64 sum = 0xcbf29ce484222325u;

  for (gsize i = 0; i < n_numbers; i++)
    {
      const float number = numbers[i] == 0 ? 0 : numbers[i];
      guint32     bits;

      memcpy (&bits, &number, sizeof bits);
      sum = (sum ^ bits) * 0x100000001b3u;
    }
  return sum;
}

static guint64
draw (const Picture *picture)
{
  const gboolean takes_photo
      = g_str_equal (picture->operation, "follicle:stamp")
        || g_str_equal (picture->operation, "follicle:bare-scalp");
  g_autoptr (GeglNode) graph = gegl_node_new ();
  g_autoptr (GeglBuffer) mask = make_mask ();
  g_autoptr (GeglBuffer) photo = make_photo ();
  g_autoptr (GeglBuffer) made = NULL;
  g_autofree float *numbers = g_new0 (float, 4 * WIDTH * HEIGHT);
  GeglNode         *node
      = gegl_node_new_child (graph, "operation", picture->operation, NULL);
  GeglNode *sink
      = gegl_node_new_child (graph, "operation", "gegl:buffer-sink", "buffer",
                             &made, "format", babl_format ("RGBA float"), NULL);

  for (guint i = 0; i < MAX_SETTINGS && picture->settings[i].property; i++)
    set_property (node, &picture->settings[i]);
  gegl_node_connect_to (add_source (graph, takes_photo ? photo : mask),
                        "output", node, "input");
  if (g_str_equal (picture->operation, "follicle:stamp"))
    gegl_node_connect_to (add_source (graph, mask), "output", node, "aux");
  gegl_node_link (node, sink);
  gegl_node_process (sink);
  gegl_buffer_get (made, GEGL_RECTANGLE (0, 0, WIDTH, HEIGHT), 1.0,
                   babl_format ("RGBA float"), numbers, GEGL_AUTO_ROWSTRIDE,
                   GEGL_ABYSS_NONE);
  return add_up (numbers, 4 * WIDTH * HEIGHT);
}

int
main (int argc, char **argv)
{
  g_object_set (gegl_config (), "application-license", "GPL3", NULL);
  if (argc > 3)
    g_object_set (gegl_config (), "tile-width", atoi (argv[2]), "tile-height",
                  atoi (argv[3]), NULL);
  gegl_init (NULL, NULL);
  if (argc > 1)
    g_object_set (gegl_config (), "threads", atoi (argv[1]), NULL);
  folli_operations_register (NULL);
  for (guint i = 0; i < G_N_ELEMENTS (PICTURES); i++)
    g_print ("%s %016" G_GINT64_MODIFIER "x\n", PICTURES[i].name,
             draw (&PICTURES[i]));
  gegl_exit ();
  return 0;
}
