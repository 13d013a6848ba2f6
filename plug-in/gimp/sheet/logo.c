/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/sheet/logo.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>

#include "follicle/error.h"

/* Print wants no more of a logo that is 60 mm wide. */
#define MOST_SIDE_PX 1200

/* Files of vectors have no size of their own worth keeping. */
static GdkPixbuf *
read_picture (const char *file, GError **error)
{
  int width, height;

  if (gdk_pixbuf_get_file_info (file, &width, &height)
      && MAX (width, height) <= MOST_SIDE_PX)
    return gdk_pixbuf_new_from_file (file, error);
  return gdk_pixbuf_new_from_file_at_scale (file, MOST_SIDE_PX, MOST_SIDE_PX,
                                            TRUE, error);
}

static guint8
multiply (guint8 color, guint8 alpha)
{
  return (color * alpha + 127) / 255;
}

/* Cairo's colours have alpha multiplied in. */
static cairo_surface_t *
copy_pixels (GdkPixbuf *pixbuf)
{
  const int        width = gdk_pixbuf_get_width (pixbuf);
  const int        height = gdk_pixbuf_get_height (pixbuf);
  cairo_surface_t *surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);

  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      const guint8 *rgba = gdk_pixbuf_read_pixels (pixbuf)
                           + (gsize)y * gdk_pixbuf_get_rowstride (pixbuf);
      guint32 *pixel
          = (guint32 *)(cairo_image_surface_get_data (surface)
                        + (gsize)y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++, rgba += 4)
        pixel[x] = (guint32)rgba[3] << 24 | multiply (rgba[0], rgba[3]) << 16
                   | multiply (rgba[1], rgba[3]) << 8
                   | multiply (rgba[2], rgba[3]);
    }
  cairo_surface_mark_dirty (surface);
  return surface;
}

cairo_surface_t *
folli_logo_load (const char *file, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GdkPixbuf) picture = read_picture (file, &reason);
  g_autoptr (GdkPixbuf) upright = NULL;
  g_autoptr (GdkPixbuf) rgba = NULL;

  if (!picture)
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_FILE,
                   _ ("Logo \"%s\" cannot be read as a picture: %s"), file,
                   reason->message);
      return NULL;
    }
  upright = gdk_pixbuf_apply_embedded_orientation (picture);
  rgba = gdk_pixbuf_add_alpha (upright, FALSE, 0, 0, 0);
  return copy_pixels (rgba);
}

double
folli_logo_get_aspect (cairo_surface_t *logo)
{
  return logo ? (double)cairo_image_surface_get_width (logo)
                    / cairo_image_surface_get_height (logo)
              : 0;
}
