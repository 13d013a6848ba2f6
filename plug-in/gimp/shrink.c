/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/shrink.h"

/* GIMP makes no thumbnails that are wider or higher. */
#define MOST_SIDE_PX 1024

/* A thumbnail has 8 bits and the photo's colours: such photos lose nothing. */
static gboolean
is_like_thumbnail (const Babl *format)
{
  const Babl *space = babl_format_get_space (format);

  return format == babl_format_with_space ("R'G'B' u8", space)
         || format == babl_format_with_space ("R'G'B'A u8", space)
         || format == babl_format_with_space ("Y' u8", space)
         || format == babl_format_with_space ("Y'A u8", space);
}

/* Returns FALSE if GIMP makes none. */
static gboolean
take_thumbnail (FolliHost           *host,
                int                  level,
                const GeglRectangle *part,
                GeglBuffer          *shrunk)
{
  const Babl         *format = gegl_buffer_get_format (shrunk);
  const GeglRectangle source = { part->x << level, part->y << level,
                                 part->width << level, part->height << level };
  g_autofree guchar  *pixels
      = folli_host_get_thumbnail (host, &source, part->width, part->height,
                                  babl_format_get_bytes_per_pixel (format));

  if (pixels)
    gegl_buffer_set (shrunk, part, 0, format, pixels, GEGL_AUTO_ROWSTRIDE);
  return pixels != NULL;
}

static gboolean
take_thumbnails (FolliHost *host, int level, GeglBuffer *shrunk)
{
  const GeglRectangle *all = gegl_buffer_get_extent (shrunk);

  for (int y = 0; y < all->height; y += MOST_SIDE_PX)
    for (int x = 0; x < all->width; x += MOST_SIDE_PX)
      {
        const GeglRectangle part
            = { all->x + x, all->y + y, MIN (MOST_SIDE_PX, all->width - x),
                MIN (MOST_SIDE_PX, all->height - y) };

        if (!take_thumbnail (host, level, &part, shrunk))
          return FALSE;
      }
  return TRUE;
}

static void
read_shrunk (GeglBuffer *photo, int level, GeglBuffer *shrunk)
{
  const GeglRectangle *all = gegl_buffer_get_extent (shrunk);
  const Babl          *format = gegl_buffer_get_format (shrunk);
  g_autofree guchar   *pixels
      = g_malloc ((gsize)all->width * all->height
                  * babl_format_get_bytes_per_pixel (format));

  gegl_buffer_get (photo, all, 1.0 / (1 << level), format, pixels,
                   GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_NONE);
  gegl_buffer_set (shrunk, all, 0, format, pixels, GEGL_AUTO_ROWSTRIDE);
}

GeglBuffer *
folli_shrink_photo (FolliHost *host, int level, const GeglRectangle *area)
{
  g_autoptr (GeglBuffer) photo = folli_host_get_photo (host);
  const Babl *format = gegl_buffer_get_format (photo);
  GeglBuffer *shrunk = gegl_buffer_new (area, format);

  if (level == 0 || !is_like_thumbnail (format)
      || !take_thumbnails (host, level, shrunk))
    read_shrunk (photo, level, shrunk);
  return shrunk;
}
