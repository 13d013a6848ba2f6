/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/kept-mask.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "follicle/density-steps.h"
#include "follicle/error.h"
#include "gimp/host.h"
#include "gimp/layer.h"
#include "gimp/made-layer.h"

/* Ten numbers (what was made then, the image, the mask's box) and the pixels of
   that box, deflated, in base 64. */
#define KEPT_PARASITE "follicle-kept-mask"

/* No image of GIMP's is larger. */
#define MOST_PX 524288

/* Deflating gains no more than this. Source: zlib's own documentation. */
#define MOST_GAIN 1032

void
folli_kept_mask_clear (FolliKeptMask *kept)
{
  g_clear_object (&kept->pixels);
}

static guint8 *
read_steps (const FolliMask *mask, gsize n_pixels)
{
  g_autofree float *density = g_new (float, n_pixels);
  guint8           *steps = g_new (guint8, n_pixels);

  gegl_buffer_get (mask->map, &mask->box, 1, gegl_buffer_get_format (mask->map),
                   density, GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_NONE);
  for (gsize i = 0; i < n_pixels; i++)
    steps[i] = density[i] * FOLLI_DENSITY_STEPS + 0.5f;
  return steps;
}

/* Reads all that comes of bytes by a converter, which is dropped. */
static GBytes *
convert (GConverter *converter, const void *bytes, gsize n_bytes)
{
  g_autoptr (GInputStream) source
      = g_memory_input_stream_new_from_data (bytes, n_bytes, NULL);
  g_autoptr (GInputStream) stream
      = g_converter_input_stream_new (source, converter);
  g_autoptr (GOutputStream) target = g_memory_output_stream_new_resizable ();
  const gssize n_read = g_output_stream_splice (
      target, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, NULL);

  g_object_unref (converter);
  return n_read < 0 ? NULL
                    : g_memory_output_stream_steal_as_bytes (
                        G_MEMORY_OUTPUT_STREAM (target));
}

char *
folli_kept_mask_pack (const FolliMask *mask)
{
  const GeglRectangle *image = gegl_buffer_get_extent (mask->map);
  const GeglRectangle *box = &mask->box;
  const gsize          n_pixels = (gsize)box->width * box->height;
  g_autofree guint8   *steps = read_steps (mask, n_pixels);
  g_autoptr (GBytes) bytes = convert (
      G_CONVERTER (g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, -1)),
      steps, n_pixels);
  gsize            n_bytes;
  const void      *data = g_bytes_get_data (bytes, &n_bytes);
  g_autofree char *digits = g_base64_encode (data, n_bytes);

  return g_strdup_printf ("%d %d %d %d %d %d %s", image->width, image->height,
                          box->x, box->y, box->width, box->height, digits);
}

void
folli_kept_mask_store (FolliHost *host, int made, const char *packed)
{
  const GeglRectangle box = folli_made_layer_find_box (host, made);
  g_autofree char    *text = g_strdup_printf ("%d %d %d %d %s", box.x, box.y,
                                              box.width, box.height, packed);

  folli_layer_store (made, KEPT_PARASITE, text);
}

gboolean
folli_kept_mask_is_there (int made)
{
  g_autofree char *text = folli_layer_recall (made, KEPT_PARASITE);

  return text != NULL;
}

/* What a file says need not be so. */
static gboolean
is_sound (const GeglRectangle *box)
{
  return ABS (box->x) <= MOST_PX && ABS (box->y) <= MOST_PX && box->width > 0
         && box->width <= MOST_PX && box->height > 0 && box->height <= MOST_PX;
}

/* Returns NULL if the digits are not the pixels of such a box. */
static GeglBuffer *
unpack (const char *digits, const GeglRectangle *box)
{
  const gsize        n_pixels = (gsize)box->width * box->height;
  gsize              n_bytes;
  g_autofree guchar *bytes = g_base64_decode (digits, &n_bytes);
  g_autoptr (GBytes) steps = NULL;
  GeglBuffer *pixels;

  if (n_pixels / MOST_GAIN > n_bytes)
    return NULL;
  steps = convert (
      G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB)),
      bytes, n_bytes);
  if (!steps || g_bytes_get_size (steps) != n_pixels)
    return NULL;
  pixels = gegl_buffer_new (box, babl_format ("Y' u8"));
  gegl_buffer_set (pixels, box, 0, babl_format ("Y' u8"),
                   g_bytes_get_data (steps, NULL), GEGL_AUTO_ROWSTRIDE);
  return pixels;
}

/* Leaves the pixels out where the text is none of ours. */
static void
parse (const char *text, GeglRectangle *then, FolliKeptMask *kept)
{
  GeglRectangle box;
  int           start = 0;

  if (sscanf (text, "%d %d %d %d %d %d %d %d %d %d %n", &then->x, &then->y,
              &then->width, &then->height, &kept->image.width,
              &kept->image.height, &box.x, &box.y, &box.width, &box.height,
              &start)
          == 10
      && start > 0 && is_sound (then) && is_sound (&kept->image)
      && is_sound (&box) && gegl_rectangle_contains (&kept->image, &box))
    kept->pixels = unpack (text + start, &box);
}

/* Whether the image was scaled, and with it what was made. */
static gboolean
is_scaled (const GeglRectangle *then,
           const GeglRectangle *now,
           const GeglRectangle *image_then,
           const GeglRectangle *image_now)
{
  const double scale = (double)image_now->width / image_then->width;

  return scale != 1 && fabs (scale * image_then->height - image_now->height) < 2
         && fabs (scale * then->width - now->width) < 2
         && fabs (scale * then->height - now->height) < 2;
}

/* How far what was made has been moved along a side of the image: where it was
   cut at one end, the other one tells. */
static gboolean
find_shift (int  then,
            int  then_size,
            int  now,
            int  now_size,
            int  image,
            int *shift)
{
  const int      end = now + now_size;
  const gboolean is_cut = now_size < then_size;

  *shift = now - then;
  if (now_size == then_size || (is_cut && now > 0 && end == image))
    return TRUE;
  *shift = end - then - then_size;
  return is_cut && now == 0 && end < image;
}

static gboolean
find_shifts (FolliHost           *host,
             const GeglRectangle *then,
             const GeglRectangle *now,
             FolliKeptMask       *kept)
{
  GeglRectangle image = { 0, 0, 0, 0 };

  folli_host_get_size (host, &image.width, &image.height);
  return !is_scaled (then, now, &kept->image, &image)
         && find_shift (then->x, then->width, now->x, now->width, image.width,
                        &kept->shift_x)
         && find_shift (then->y, then->height, now->y, now->height,
                        image.height, &kept->shift_y);
}

void
folli_kept_mask_set_error (int made, GError **error)
{
  g_autofree char *name = folli_layer_get_name (made);

  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_MASK,
               _ ("\"%s\" has been cropped, scaled or turned since it was "
                  "made, so that its dots are not known any longer. Stamp "
                  "them anew"),
               name);
}

gboolean
folli_kept_mask_read (FolliHost     *host,
                      int            made,
                      FolliKeptMask *kept,
                      GError       **error)
{
  const GeglRectangle now = folli_made_layer_find_box (host, made);
  g_autofree char    *text = folli_layer_recall (made, KEPT_PARASITE);
  GeglRectangle       then;
  g_auto (FolliKeptMask) found = { NULL };

  if (text)
    parse (text, &then, &found);
  if (found.pixels && !find_shifts (host, &then, &now, &found))
    {
      folli_kept_mask_set_error (made, error);
      return FALSE;
    }
  *kept = found;
  found = (FolliKeptMask){ NULL };
  return TRUE;
}
