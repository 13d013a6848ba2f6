/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/mask.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "follicle/density-steps.h"
#include "follicle/edges.h"
#include "follicle/error.h"

/* Words of the contract, indexed by FolliMaskKind. Those that end in a colon
   are followed by a name. */
static const char *const WORDS[] = {
  "auto", "selection", "layer-mask", "channel:", "path:", "layer:",
};

void
folli_mask_clear (FolliMask *mask)
{
  g_clear_object (&mask->map);
}

gboolean
folli_mask_is_layer_mask (const char *text)
{
  return strcmp (text, WORDS[FOLLI_MASK_LAYER_MASK]) == 0;
}

gboolean
folli_mask_parse (const char    *text,
                  FolliMaskKind *kind,
                  const char   **name,
                  GError       **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (WORDS); i++)
    {
      gboolean takes_name = g_str_has_suffix (WORDS[i], ":");

      if (takes_name ? g_str_has_prefix (text, WORDS[i])
                     : strcmp (text, WORDS[i]) == 0)
        {
          *kind = i;
          *name = takes_name ? text + strlen (WORDS[i]) : NULL;
          return TRUE;
        }
    }
  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_UNKNOWN,
               _ ("Mask \"%s\" is none of auto, selection, layer-mask, "
                  "channel:NAME, path:NAME and layer:NAME"),
               text);
  return FALSE;
}

/* How a mask's pixels become luma or share, and perhaps alpha. */
typedef struct
{
  const Babl *stored;
  const Babl *format;
  const Babl *fish;
  int         n_components;
} Conversion;

/* What is painted is meant as it looks, although GIMP stores layer masks, and
   channels of all but 8-bit images, in linear light: 50 % grey is half the
   density. A selection is not painted: its number is the share selected. */
static Conversion
choose_conversion (GeglBuffer *buffer, FolliMaskKind kind)
{
  const Babl *stored = gegl_buffer_get_format (buffer);
  const Babl *space = babl_format_get_space (stored);
  gboolean is_share = kind == FOLLI_MASK_SELECTION || kind == FOLLI_MASK_PATH;
  const Babl *bytes
      = babl_format_with_space (is_share ? "Y u8" : "Y' u8", space);
  Conversion conversion = { .stored = stored, .n_components = 1 };

  /* Where bytes only have to be divided, babl would first spend far longer
     on timing its ways to do so, in each process anew. */
  if (stored == bytes)
    return conversion;
  conversion.format
      = babl_format_with_space (is_share ? "Y float" : "Y'A float", space);
  conversion.fish = babl_fish (stored, conversion.format);
  conversion.n_components = babl_format_get_n_components (conversion.format);
  return conversion;
}

static void
convert (const Conversion *conversion,
         const guint8     *stored,
         float            *pixels,
         int               n_pixels)
{
  if (conversion->fish)
    babl_process (conversion->fish, stored, pixels, n_pixels);
  else
    for (int i = 0; i < n_pixels; i++)
      pixels[i] = stored[i] / 255.0f;
}

static float
get_density (const float *pixel, int n_components)
{
  const float luma = CLAMP (pixel[0], 0.0f, 1.0f);

  return n_components > 1 ? luma * CLAMP (pixel[1], 0.0f, 1.0f) : luma;
}

/* In the layer of an effect, the least alphas say where the map goes on without
   any dots: so little is nothing, wherever it comes from. */
static gboolean
is_marked (const float *pixel, int n_components)
{
  return get_density (pixel, n_components) >= FOLLI_EDGES_LEAST;
}

/* Takes everything above 0 in one row into the box. */
static void
grow_box (const float   *pixels,
          int            n_components,
          int            x,
          int            y,
          int            width,
          GeglRectangle *box)
{
  int left = 0;
  int right = width;

  while (left < right
         && !is_marked (pixels + left * n_components, n_components))
    left++;
  while (right > left
         && !is_marked (pixels + (right - 1) * n_components, n_components))
    right--;
  if (left < right)
    gegl_rectangle_bounding_box (box, box,
                                 GEGL_RECTANGLE (x + left, y, right - left, 1));
}

/* Zero means 0 in every format that GIMP has, and most of most masks is. */
static gboolean
is_blank (const guint8 *bytes, gsize n_bytes)
{
  return bytes[0] == 0 && memcmp (bytes, bytes + 1, n_bytes - 1) == 0;
}

static gboolean
is_cancelled (void)
{
  return g_cancellable_is_cancelled (g_cancellable_get_current ());
}

/* Looks at a piece more, unless that is no longer wanted. */
static gboolean
next_piece (GeglBufferIterator *iterator)
{
  if (!gegl_buffer_iterator_next (iterator))
    return FALSE;
  if (!is_cancelled ())
    return TRUE;
  gegl_buffer_iterator_stop (iterator);
  return FALSE;
}

/* Bounding box of everything above 0. */
static GeglRectangle
find_box (GeglBuffer          *buffer,
          const Conversion    *conversion,
          const GeglRectangle *within)
{
  const gsize pixel_size = babl_format_get_bytes_per_pixel (conversion->stored);
  g_autofree float *pixels
      = g_new (float, (gsize)within->width * conversion->n_components);
  GeglRectangle       box = { 0, 0, 0, 0 };
  GeglBufferIterator *iterator
      = gegl_buffer_iterator_new (buffer, within, 0, conversion->stored,
                                  GEGL_ACCESS_READ, GEGL_ABYSS_NONE, 1);

  while (next_piece (iterator))
    {
      const GeglRectangle *piece = &iterator->items[0].roi;
      const gsize          row_size = piece->width * pixel_size;
      const guint8        *row = iterator->items[0].data;

      for (int y = 0; y < piece->height; y++, row += row_size)
        {
          if (is_blank (row, row_size))
            continue;
          convert (conversion, row, pixels, piece->width);
          grow_box (pixels, conversion->n_components, piece->x, piece->y + y,
                    piece->width, &box);
        }
    }
  return box;
}

static void
fill_row (const float *pixel, int n_components, float *density, int n_pixels)
{
  for (int i = 0; i < n_pixels; i++, pixel += n_components)
    density[i] = is_marked (pixel, n_components)
                     ? get_density (pixel, n_components)
                     : 0;
}

/* Copies a rectangle of the mask, alpha multiplied in. */
static void
fill_map (GeglBuffer          *buffer,
          const Conversion    *conversion,
          const GeglRectangle *box,
          GeglBuffer          *map)
{
  const gsize pixel_size = babl_format_get_bytes_per_pixel (conversion->stored);
  g_autofree float *pixels
      = g_new (float, (gsize)box->width * conversion->n_components);
  GeglBufferIterator *iterator
      = gegl_buffer_iterator_new (map, box, 0, gegl_buffer_get_format (map),
                                  GEGL_ACCESS_WRITE, GEGL_ABYSS_NONE, 2);

  gegl_buffer_iterator_add (iterator, buffer, box, 0, conversion->stored,
                            GEGL_ACCESS_READ, GEGL_ABYSS_NONE);
  while (next_piece (iterator))
    {
      const int     width = iterator->items[0].roi.width;
      float        *density = iterator->items[0].data;
      const guint8 *row = iterator->items[1].data;

      for (int i = 0; i < iterator->length; i += width)
        {
          convert (conversion, row + i * pixel_size, pixels, width);
          fill_row (pixels, conversion->n_components, density + i, width);
        }
      folli_density_round (density, iterator->length);
    }
}

static gboolean
set_cancelled (GError **error)
{
  return g_cancellable_set_error_if_cancelled (g_cancellable_get_current (),
                                               error);
}

gboolean
folli_mask_read (const char          *text,
                 GeglBuffer          *pixels,
                 FolliMaskKind        kind,
                 const GeglRectangle *image,
                 const Babl          *space,
                 FolliMask           *mask,
                 GError             **error)
{
  const Conversion conversion = choose_conversion (pixels, kind);
  GeglRectangle    box = { 0, 0, 0, 0 };
  GeglRectangle    inside;

  if (gegl_rectangle_intersect (&inside, image,
                                gegl_buffer_get_extent (pixels)))
    box = find_box (pixels, &conversion, &inside);
  if (set_cancelled (error))
    return FALSE;
  if (gegl_rectangle_is_empty (&box))
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_MASK,
                   _ ("Mask \"%s\" is empty: nothing of it is brighter than "
                      "black within the image"),
                   text);
      return FALSE;
    }

  mask->n_columns = box.width;
  /* Black around the mask tells its edge from the image's own. */
  gegl_rectangle_set (&box, box.x - 1, box.y - 1, box.width + 2,
                      box.height + 2);
  gegl_rectangle_intersect (&mask->box, &box, image);

  /* The operation tells the image's edge from the mask's by how far the map
     reaches: black beyond the box has to be there, and costs nothing. */
  mask->map
      = gegl_buffer_new (image, babl_format_with_space ("Y' float", space));
  fill_map (pixels, &conversion, &mask->box, mask->map);
  if (!set_cancelled (error))
    return TRUE;
  folli_mask_clear (mask);
  return FALSE;
}
