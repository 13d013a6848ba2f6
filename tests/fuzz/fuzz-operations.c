/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gegl-plugin.h>
#include <gegl.h>
#include <math.h>

#include "fuzz.h"
#include "operations.h"

enum
{
  MAX_SIDE = 96,
  CELL = 8, /* px that are alike, of a picture */
  /* Pixels per cm that most pictures have. Below, there are millions of dots;
   * beyond, neighbourhoods of millions of pixels: sanitizers take a while. */
  LEAST_SCALE = 8,
  MOST_SCALE = 200
};

static const char *const OPERATIONS[]
    = { "follicle:dots", "follicle:hairline", "follicle:bare-scalp",
        "follicle:stamp" };

/* What a picture may hold, be it made by mistake */
static const float VALUES[]
    = { 0,      1,        0.5f,      0.2f,       0.73f,     0.02f,
        NAN,    INFINITY, -INFINITY, -1,         1e30f,     -1e30f,
        1e-40f, 2,        0.999f,    1 / 255.0f, 1 / 32.0f, 0.8f };

/* Where rectangles lie */
static const gint PLACES[]
    = { 0,       1,       -1,       37,        -1000,     100000,
        -100000, 1000000, -1000000, 100000000, -100000000 };

/* The bytes that decide everything; after their end, 0 */
typedef struct
{
  const guint8 *data;
  gsize         length;
} Bytes;

static guint
take (Bytes *bytes)
{
  if (bytes->length == 0)
    return 0;
  bytes->length--;
  return *bytes->data++;
}

static gint
take_place (Bytes *bytes)
{
  return PLACES[take (bytes) % G_N_ELEMENTS (PLACES)]
         + (gint)(take (bytes) % 64);
}

static GeglRectangle
take_rectangle (Bytes *bytes)
{
  GeglRectangle rectangle;

  rectangle.x = take_place (bytes);
  rectangle.y = take_place (bytes);
  rectangle.width = take (bytes) % (MAX_SIDE + 1);
  rectangle.height = take (bytes) % (MAX_SIDE + 1);
  return rectangle;
}

/* Of the range: an end, or any part of it */
static double
take_number (Bytes *bytes, double minimum, double maximum)
{
  const guint choice = take (bytes);

  if (choice < 32)
    return minimum;
  if (choice < 64)
    return maximum;
  return minimum + (maximum - minimum) * pow (take (bytes) / 255.0, 3);
}

static void
take_property (Bytes *bytes, GeglNode *node, GParamSpec *spec)
{
  if (take (bytes) % 2 == 0)
    return;
  if (G_IS_PARAM_SPEC_DOUBLE (spec))
    {
      double value = take_number (bytes, G_PARAM_SPEC_DOUBLE (spec)->minimum,
                                  G_PARAM_SPEC_DOUBLE (spec)->maximum);

      if (g_str_equal (spec->name, "pixels-per-cm") && take (bytes) % 16 != 0)
        value = CLAMP (value, LEAST_SCALE, MOST_SCALE);
      gegl_node_set (node, spec->name, value, NULL);
    }
  else if (G_IS_PARAM_SPEC_INT (spec))
    gegl_node_set (node, spec->name,
                   (gint)take_number (bytes, G_PARAM_SPEC_INT (spec)->minimum,
                                      G_PARAM_SPEC_INT (spec)->maximum),
                   NULL);
  else if (G_IS_PARAM_SPEC_UINT (spec))
    gegl_node_set (node, spec->name, take (bytes) * 16843009u, NULL);
  else if (G_IS_PARAM_SPEC_ENUM (spec))
    gegl_node_set (
        node, spec->name,
        (gint)(take (bytes) % G_PARAM_SPEC_ENUM (spec)->enum_class->n_values),
        NULL);
  else if (G_IS_PARAM_SPEC_BOOLEAN (spec))
    gegl_node_set (node, spec->name, take (bytes) % 2 == 0, NULL);
  else if (g_type_is_a (spec->value_type, GEGL_TYPE_COLOR))
    {
      GeglColor *color = gegl_color_new ("black");

      gegl_color_set_rgba (color, VALUES[take (bytes) % 6],
                           VALUES[take (bytes) % 6], VALUES[take (bytes) % 6],
                           1);
      gegl_node_set (node, spec->name, color, NULL);
      g_object_unref (color);
    }
}

static void
take_properties (Bytes *bytes, GeglNode *node, const char *operation)
{
  guint                   n_specs;
  g_autofree GParamSpec **specs
      = gegl_operation_list_properties (operation, &n_specs);

  for (guint i = 0; i < n_specs; i++)
    take_property (bytes, node, specs[i]);
}

static float *
take_picture (Bytes *bytes, const GeglRectangle *extent)
{
  float *rgba = g_new0 (float, 4 * (gsize)extent->width * extent->height + 1);

  for (gint top = 0; top < extent->height; top += CELL)
    for (gint left = 0; left < extent->width; left += CELL)
      {
        float pixel[4];

        for (guint c = 0; c < 4; c++)
          pixel[c] = VALUES[take (bytes) % G_N_ELEMENTS (VALUES)];
        for (gint y = top; y < MIN (top + CELL, extent->height); y++)
          for (gint x = left; x < MIN (left + CELL, extent->width); x++)
            for (guint c = 0; c < 4; c++)
              rgba[4 * ((gsize)y * extent->width + x) + c] = pixel[c];
      }
  return rgba;
}

static GeglNode *
add_picture (GeglNode *graph, const GeglRectangle *extent, const float *rgba)
{
  g_autoptr (GeglBuffer) buffer
      = gegl_buffer_new (extent, babl_format ("RGBA float"));

  gegl_buffer_set (buffer, extent, 0, babl_format ("RGBA float"), rgba,
                   GEGL_AUTO_ROWSTRIDE);
  return gegl_node_new_child (graph, "operation", "gegl:buffer-source",
                              "buffer", buffer, NULL);
}

/* Maps and pigment: nothing but numbers from 0 to 1. */
static void
check_range (const float *rgba, gsize n_pixels)
{
  for (gsize i = 0; i < 4 * n_pixels; i++)
    g_assert_true (rgba[i] >= 0 && rgba[i] <= 1.0001f);
}

/* A photo with pigment over it: what was a number still is, darker or the
 * same, and alpha is untouched. */
static void
check_photo (const float         *rgba,
             const GeglRectangle *rectangle,
             const float         *photo,
             const GeglRectangle *extent)
{
  GeglRectangle common;

  gegl_rectangle_intersect (&common, rectangle, extent);
  for (gint y = common.y; y < common.y + common.height; y++)
    for (gint x = common.x; x < common.x + common.width; x++)
      {
        const float *after
            = rgba
              + 4
                    * ((gsize)(y - rectangle->y) * rectangle->width
                       + (x - rectangle->x));
        const float *before
            = photo
              + 4 * ((gsize)(y - extent->y) * extent->width + x - extent->x);

        g_assert_true (after[3] == before[3] || isnan (before[3]));
        for (guint c = 0; c < 3; c++)
          if (isfinite (before[c]))
            g_assert_true (fabsf (after[c]) <= 1.0001f * fabsf (before[c])
                           && after[c] * before[c] >= 0);
      }
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_object_set (gegl_config (), "application-license", "GPL3", NULL);
  gegl_init (NULL, NULL);
  g_object_set (gegl_config (), "threads", 1, NULL);
  folli_operations_register (NULL);
  return 0;
}

/* Any properties in their ranges, any picture, any rectangle of it */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize length)
{
  Bytes          bytes = { data, length };
  const char    *name = OPERATIONS[take (&bytes) % G_N_ELEMENTS (OPERATIONS)];
  const gboolean is_stamp = g_str_equal (name, "follicle:stamp");
  g_autoptr (GeglNode) graph = gegl_node_new ();
  GeglNode *node = gegl_node_new_child (graph, "operation", name, NULL);
  const GeglRectangle extent = take_rectangle (&bytes);
  GeglRectangle       wanted = take_rectangle (&bytes);
  g_autofree float   *picture = NULL;
  g_autofree float   *mask = NULL;
  g_autofree float   *result = NULL;

  /* Half of the time, what is wanted is where the picture is. */
  if (take (&bytes) % 2 == 0)
    {
      wanted.x = extent.x + wanted.x % 64;
      wanted.y = extent.y + wanted.y % 64;
    }
  take_properties (&bytes, node, name);
  picture = take_picture (&bytes, &extent);
  gegl_node_connect_to (add_picture (graph, &extent, picture), "output", node,
                        "input");
  if (is_stamp)
    {
      mask = take_picture (&bytes, &extent);
      gegl_node_connect_to (add_picture (graph, &extent, mask), "output", node,
                            "aux");
    }

  result = g_new0 (float, 4 * (gsize)wanted.width * wanted.height + 1);
  gegl_node_blit (node, 1.0, &wanted, babl_format ("RGBA float"), result,
                  GEGL_AUTO_ROWSTRIDE, GEGL_BLIT_DEFAULT);
  if (is_stamp)
    check_photo (result, &wanted, picture, &extent);
  else
    check_range (result, (gsize)wanted.width * wanted.height);
  return 0;
}
