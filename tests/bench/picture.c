/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"

#include <math.h>

typedef void (*FillRow) (float *row, int y, const GeglRectangle *extent);

const char *
bench_format_name (BenchFormat format)
{
  static const char *const NAMES[BENCH_N_FORMATS]
      = { "float", "float, map in a layer", "8-bit" };

  return NAMES[format];
}

const char *
bench_map_name (BenchMap map)
{
  static const char *const NAMES[BENCH_N_MAPS]
      = { "white", "hairline", "black", "unpainted" };

  return NAMES[map];
}

static GeglRectangle
make_extent (int megapixels)
{
  /* As cameras have them, three by two where that comes out even. */
  switch (megapixels)
    {
    case 24:
      return (GeglRectangle){ 0, 0, 6000, 4000 };
    case 100:
      return (GeglRectangle){ 0, 0, 12500, 8000 };
    default:
      return (GeglRectangle){ 0, 0, 1000, megapixels * 1000 };
    }
}

/* Skin in a light that falls off, with the camera's noise: flat colour would
 * let a processor guess. */
static void
fill_skin (float *row, int y, const GeglRectangle *extent)
{
  guint32 noise = 2654435761u * (guint32)(y + 1);

  for (int x = 0; x < extent->width; x++, row += 4)
    {
      float light = 1 - 0.28f * x / extent->width - 0.18f * y / extent->height;
      float grain;

      noise = noise * 1664525u + 1013904223u;
      grain = 0.04f * ((noise >> 8) / 16777216.0f - 0.5f);
      row[0] = 0.75f * light + grain;
      row[1] = 0.42f * light + grain;
      row[2] = 0.28f * light + grain;
      row[3] = 1;
    }
}

static void
fill_white (float *row, int y, const GeglRectangle *extent)
{
  for (int x = 0; x < extent->width; x++)
    row[x] = 1;
}

static void
fill_black (float *row, int y, const GeglRectangle *extent)
{
  for (int x = 0; x < extent->width; x++)
    row[x] = 0;
}

/* How far a place is inside the upper half of an ellipse whose lower border
 * recedes at the temples and waves a little; in half heads. */
static float
hairline_distance (float across, float down)
{
  const float radius = sqrtf (across * across + down * down);
  const float line
      = -0.12f + 0.35f * across * across * across * across
        - 0.25f
              * expf (-60 * (fabsf (across) - 0.55f) * (fabsf (across) - 0.55f))
        + 0.02f * sinf (40 * across);

  return fminf (1 - radius, line - down);
}

static void
fill_hairline (float *row, int y, const GeglRectangle *extent)
{
  const float half_width = 0.42f * extent->width;
  const float half_height = 0.72f * extent->height;
  const float down = (y + 0.5f - 0.78f * extent->height) / half_height;

  for (int x = 0; x < extent->width; x++)
    {
      float across = (x + 0.5f - 0.5f * extent->width) / half_width;
      float inside_px = hairline_distance (across, down) * half_height;

      row[x] = CLAMP (inside_px / 4 + 0.5f, 0, 1);
    }
}

static GeglBuffer *
paint (const GeglRectangle *extent,
       const char          *stored,
       const char          *painted,
       FillRow              fill)
{
  const Babl       *format = babl_format (painted);
  GeglBuffer       *buffer = gegl_buffer_new (extent, babl_format (stored));
  g_autofree float *row = g_new (float, 4 * (gsize)extent->width);

  for (int y = 0; y < extent->height; y++)
    {
      fill (row, y, extent);
      gegl_buffer_set (buffer, GEGL_RECTANGLE (0, y, extent->width, 1), 0,
                       format, row, GEGL_AUTO_ROWSTRIDE);
    }
  return buffer;
}

BenchPicture *
bench_picture_new (int megapixels, BenchFormat format, BenchMap map)
{
  static const char *const PHOTO[BENCH_N_FORMATS]
      = { "RGBA float", "RGBA float", "R'G'B'A u8" };
  static const char *const MAP[BENCH_N_FORMATS]
      = { "Y' float", "RGBA float", "R'G'B'A u8" };
  static const FillRow FILL[BENCH_N_MAPS]
      = { fill_white, fill_hairline, fill_black, NULL };
  BenchPicture *picture = g_new (BenchPicture, 1);

  picture->megapixels = megapixels;
  picture->extent = make_extent (megapixels);
  picture->photo
      = paint (&picture->extent, PHOTO[format], "RGBA float", fill_skin);
  picture->map
      = FILL[map] != NULL
            ? paint (&picture->extent, MAP[format], "Y' float", FILL[map])
            : gegl_buffer_new (&picture->extent, babl_format (MAP[format]));
  picture->result_format = babl_format (PHOTO[format]);
  picture->piece = megapixels > 1 ? bench_picture_new (1, format, map) : NULL;
  return picture;
}

void
bench_picture_free (BenchPicture *picture)
{
  g_object_unref (picture->photo);
  g_object_unref (picture->map);
  g_clear_pointer (&picture->piece, bench_picture_free);
  g_free (picture);
}
