/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/sheet/document.h"

#include <cairo-pdf.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "follicle/error.h"
#include "gimp/sheet/paint.h"

/* Source: doc/numbers.md, "Sheets". */
#define JPEG_QUALITY "95"

static cairo_status_t
append (void *bytes, const guint8 *data, guint length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
check_status (cairo_status_t status, GError **error)
{
  if (status == CAIRO_STATUS_SUCCESS)
    return TRUE;
  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_HOST,
               _ ("The sheet cannot be drawn: %s"),
               cairo_status_to_string (status));
  return FALSE;
}

GDateTime *
folli_document_get_date (void)
{
  const char  *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  const gint64 seconds = epoch ? g_ascii_strtoll (epoch, NULL, 10) : 0;

  return epoch ? g_date_time_new_from_unix_utc (seconds)
               : g_date_time_new_now_local ();
}

/* By itself, cairo would take the time of the clock. */
static void
set_date (cairo_surface_t *surface)
{
  g_autoptr (GDateTime) date = folli_document_get_date ();
  g_autofree char *text = g_date_time_format (date, "%Y-%m-%dT%H:%M:%S");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                  text);
}

/* Of an opaque picture. */
static GdkPixbuf *
copy_pixels (cairo_surface_t *surface)
{
  const int     width = cairo_image_surface_get_width (surface);
  const int     height = cairo_image_surface_get_height (surface);
  const int     from_stride = cairo_image_surface_get_stride (surface);
  const guint8 *from = cairo_image_surface_get_data (surface);
  GdkPixbuf    *pixbuf
      = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);

  for (int y = 0; pixbuf && y < height; y++)
    {
      const guint32 *pixel = (const guint32 *)(from + (gsize)y * from_stride);
      guint8        *rgb = gdk_pixbuf_get_pixels (pixbuf)
                    + (gsize)y * gdk_pixbuf_get_rowstride (pixbuf);

      for (int x = 0; x < width; x++, rgb += 3)
        {
          rgb[0] = pixel[x] >> 16;
          rgb[1] = pixel[x] >> 8;
          rgb[2] = pixel[x];
        }
    }
  return pixbuf;
}

/* A seventh of what cairo packs without loss; what is left out is not seen at
   300 dpi. Logos stay as they are: they have alpha, and sharp edges. A picture
   that cannot be packed so goes into the file as it is. */
static void
pack_photo (cairo_surface_t *picture)
{
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  char *data = NULL;
  gsize length;

  if (!picture
      || cairo_image_surface_get_format (picture) != CAIRO_FORMAT_RGB24)
    return;
  pixbuf = copy_pixels (picture);
  if (pixbuf
      && gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "jpeg", NULL,
                                    "quality", JPEG_QUALITY, NULL)
      && cairo_surface_set_mime_data (picture, CAIRO_MIME_TYPE_JPEG,
                                      (guint8 *)data, length, g_free, data)
             != CAIRO_STATUS_SUCCESS)
    g_free (data);
}

static void
pack_photos (const FolliPage *page, cairo_surface_t *const *pictures)
{
  for (guint i = 0; i < page->items->len; i++)
    {
      const FolliItem *item = &g_array_index (page->items, FolliItem, i);

      if (item->kind == FOLLI_ITEM_PICTURE)
        pack_photo (pictures[item->picture]);
    }
}

GByteArray *
folli_document_make_pdf (const FolliPage        *page,
                         cairo_surface_t *const *pictures,
                         const char             *title,
                         const char             *subject,
                         GError                **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (
      append, bytes, page->width_mm * FOLLI_PT_PER_MM,
      page->height_mm * FOLLI_PT_PER_MM);
  cairo_t       *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, subject);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR,
                                  "Follicle " FOLLI_VERSION);
  set_date (surface);
  pack_photos (page, pictures);
  folli_paint_page (page, pictures, cr);
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return check_status (status, error) ? g_steal_pointer (&bytes) : NULL;
}

static cairo_surface_t *
draw_white_page (const FolliPage        *page,
                 cairo_surface_t *const *pictures,
                 double                  dpi)
{
  const double     px_per_mm = dpi / FOLLI_MM_PER_INCH;
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, lround (page->width_mm * px_per_mm),
      lround (page->height_mm * px_per_mm));
  cairo_t *cr = cairo_create (surface);

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, dpi / 72, dpi / 72);
  folli_paint_page (page, pictures, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* The chunks of text in a PNG know no more than Latin letters. */
static const char *
choose_latin (const char *text, const char *otherwise)
{
  g_autofree char *latin
      = g_convert (text, -1, "ISO-8859-1", "UTF-8", NULL, NULL, NULL);

  return latin ? text : otherwise;
}

GByteArray *
folli_document_make_png (const FolliPage        *page,
                         cairo_surface_t *const *pictures,
                         double                  dpi,
                         const char             *title,
                         const char             *subject,
                         GError                **error)
{
  cairo_surface_t *surface = draw_white_page (page, pictures, dpi);
  g_autoptr (GdkPixbuf) pixbuf = NULL;
  g_autoptr (GError) reason = NULL;
  g_autofree char *resolution = g_strdup_printf ("%.0f", dpi);
  cairo_status_t   status = cairo_surface_status (surface);
  char            *data;
  gsize            length;

  if (status == CAIRO_STATUS_SUCCESS)
    pixbuf = copy_pixels (surface);
  if (!pixbuf)
    status = CAIRO_STATUS_NO_MEMORY;
  cairo_surface_destroy (surface);
  if (!check_status (status, error))
    return NULL;
  if (!gdk_pixbuf_save_to_buffer (
          pixbuf, &data, &length, "png", &reason, "x-dpi", resolution, "y-dpi",
          resolution, "compression", "6", "tEXt::Title",
          choose_latin (title, "Consultation Sheet"), "tEXt::Description",
          choose_latin (subject, "Simulation. Not a guarantee of results."),
          "tEXt::Software", "Follicle " FOLLI_VERSION, NULL))
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_HOST,
                   _ ("The sheet cannot be drawn: %s"), reason->message);
      return NULL;
    }
  return g_byte_array_new_take ((guint8 *)data, length);
}

gboolean
folli_document_save (const char   *file,
                     gconstpointer data,
                     gsize         length,
                     GError      **error)
{
  g_autoptr (GError) reason = NULL;

  if (g_file_set_contents (file, data, length, &reason))
    return TRUE;
  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_FILE,
               _ ("File \"%s\" cannot be written: %s"), file, reason->message);
  return FALSE;
}
