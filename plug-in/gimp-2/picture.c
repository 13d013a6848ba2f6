/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "picture.h"

/* Cairo's pixels are native words of ARGB, the colours multiplied by alpha. */
static guint32
to_argb (const guchar *rgba)
{
  const guint32 alpha = rgba[3];

  return alpha << 24 | (rgba[0] * alpha / 255) << 16
         | (rgba[1] * alpha / 255) << 8 | (rgba[2] * alpha / 255);
}

static void
fill_picture (cairo_surface_t *picture, const guchar *rgba)
{
  const int width = cairo_image_surface_get_width (picture);
  const int height = cairo_image_surface_get_height (picture);
  const int stride = cairo_image_surface_get_stride (picture);
  guchar   *row = cairo_image_surface_get_data (picture);

  for (int y = 0; y < height; y++, row += stride)
    {
      guint32 *argb = (guint32 *)(gpointer)row;

      for (int x = 0; x < width; x++, rgba += 4)
        argb[x] = to_argb (rgba);
    }
  cairo_surface_mark_dirty (picture);
}

void
folli_picture_set (FolliPicture        *picture,
                   const GeglRectangle *area,
                   double               scale,
                   const guchar        *pixels)
{
  g_clear_pointer (&picture->surface, cairo_surface_destroy);
  picture->surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                                 area->width, area->height);
  fill_picture (picture->surface, pixels);
  picture->area = *area;
  picture->scale = scale;
}
