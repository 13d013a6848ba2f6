/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/pixels.h"

#include <math.h>

/* Bytes in sRGB, by number of components. */
static const char *const BYTES[]
    = { NULL, "Y' u8", "Y'A u8", "R'G'B' u8", "R'G'B'A u8" };

/* Bytes as they are stored. */
static guchar *
get_stored (GeglBuffer *buffer, const GeglRectangle *area)
{
  const Babl *format = gegl_buffer_get_format (buffer);
  guchar     *stored = g_malloc ((gsize)area->width * area->height
                                 * babl_format_get_bytes_per_pixel (format));

  gegl_buffer_get (buffer, area, 1, format, stored, GEGL_AUTO_ROWSTRIDE,
                   GEGL_ABYSS_NONE);
  return stored;
}

/* Only the order differs. */
static void
copy_bytes (const guchar *stored, int n_components, guchar *rgba, gsize n)
{
  const gboolean has_alpha = n_components % 2 == 0;
  const int      n_colors = n_components - has_alpha;

  for (gsize i = 0; i < n; i++, stored += n_components, rgba += 4)
    {
      for (int c = 0; c < 3; c++)
        rgba[c] = stored[MIN (c, n_colors - 1)];
      rgba[3] = has_alpha ? stored[n_colors] : 255;
    }
}

static guchar
to_byte (float value)
{
  return lrintf (255 * CLAMP (value, 0.0f, 1.0f));
}

/* No table is made for numbers of so many bytes, three to a pixel. Alpha comes
   from what is stored. */
static void
convert_colors (GeglBuffer *buffer, const GeglRectangle *area, guchar *rgba)
{
  const gsize       n = (gsize)area->width * area->height;
  g_autofree float *rgb = g_new (float, 3 * n);

  gegl_buffer_get (buffer, area, 1, babl_format ("R'G'B' float"), rgb,
                   GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_NONE);
  for (gsize i = 0; i < n; i++)
    for (int c = 0; c < 3; c++)
      rgba[4 * i + c] = to_byte (rgb[3 * i + c]);
}

void
folli_pixels_get (GeglBuffer *buffer, const GeglRectangle *area, guchar *rgba)
{
  const Babl        *format = gegl_buffer_get_format (buffer);
  const int          n_components = babl_format_get_n_components (format);
  g_autofree guchar *stored = NULL;

  if (babl_format_get_type (format, 0) != babl_type ("u8") || n_components > 4)
    {
      gegl_buffer_get (buffer, area, 1, babl_format ("R'G'B'A u8"), rgba,
                       GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_NONE);
      return;
    }
  stored = get_stored (buffer, area);
  copy_bytes (stored, n_components, rgba, (gsize)area->width * area->height);
  if (format != babl_format (BYTES[n_components]))
    convert_colors (buffer, area, rgba);
}
