/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "mask.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "follicle/error.h"

/* Words of the contract, indexed by FolliMaskKind. Those that end in a colon
   are followed by a name. */
static const char *const WORDS[] = {
  "auto", "selection", "layer-mask", "channel:", "path:", "layer:",
};

void
folli_mask_pixels_clear (FolliMaskPixels *pixels)
{
  g_clear_object (&pixels->buffer);
}

void
folli_mask_clear (FolliMask *mask)
{
  g_clear_object (&mask->map);
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

/* What is painted is meant as it looks, although GIMP stores layer masks, and
   channels of all but 8-bit images, in linear light: 50 % grey is half the
   density. A selection is not painted: its number is the share selected. */
static const Babl *
choose_format (GeglBuffer *buffer, FolliMaskKind kind)
{
  const Babl *space = babl_format_get_space (gegl_buffer_get_format (buffer));
  gboolean is_share = kind == FOLLI_MASK_SELECTION || kind == FOLLI_MASK_PATH;

  return babl_format_with_space (is_share ? "Y float" : "Y'A float", space);
}

static gboolean
is_marked (const float *pixel, int n_components)
{
  return pixel[0] > 0 && pixel[n_components - 1] > 0;
}

/* Takes everything above 0 in one piece into the box. */
static void
grow_box (const float         *row,
          int                  n_components,
          const GeglRectangle *piece,
          GeglRectangle       *box)
{
  for (int y = 0; y < piece->height; y++, row += piece->width * n_components)
    {
      int left = 0;
      int right = piece->width;

      while (left < right
             && !is_marked (row + left * n_components, n_components))
        left++;
      while (right > left
             && !is_marked (row + (right - 1) * n_components, n_components))
        right--;
      if (left < right)
        gegl_rectangle_bounding_box (
            box, box,
            GEGL_RECTANGLE (piece->x + left, piece->y + y, right - left, 1));
    }
}

/* Bounding box of everything above 0, in the buffer's own coordinates. */
static GeglRectangle
find_box (GeglBuffer *buffer, const Babl *format, const GeglRectangle *within)
{
  GeglRectangle       box = { 0, 0, 0, 0 };
  int                 n_components = babl_format_get_n_components (format);
  GeglBufferIterator *iterator = gegl_buffer_iterator_new (
      buffer, within, 0, format, GEGL_ACCESS_READ, GEGL_ABYSS_NONE, 1);

  while (gegl_buffer_iterator_next (iterator))
    grow_box (iterator->items[0].data, n_components, &iterator->items[0].roi,
              &box);
  return box;
}

/* Copies a rectangle of the mask to the map's 0, 0, alpha multiplied in. */
static void
fill_map (GeglBuffer          *buffer,
          const Babl          *format,
          const GeglRectangle *from,
          GeglBuffer          *map)
{
  int                 n_components = babl_format_get_n_components (format);
  GeglBufferIterator *iterator = gegl_buffer_iterator_new (
      map, GEGL_RECTANGLE (0, 0, from->width, from->height), 0,
      gegl_buffer_get_format (map), GEGL_ACCESS_WRITE, GEGL_ABYSS_NONE, 2);

  gegl_buffer_iterator_add (iterator, buffer, from, 0, format, GEGL_ACCESS_READ,
                            GEGL_ABYSS_NONE);
  while (gegl_buffer_iterator_next (iterator))
    {
      float       *density = iterator->items[0].data;
      const float *pixel = iterator->items[1].data;

      for (int i = 0; i < iterator->length; i++, pixel += n_components)
        {
          density[i] = CLAMP (pixel[0], 0.0f, 1.0f);
          if (n_components > 1)
            density[i] *= CLAMP (pixel[1], 0.0f, 1.0f);
        }
    }
}

gboolean
folli_mask_read (const char            *text,
                 const FolliMaskPixels *pixels,
                 FolliMaskKind          kind,
                 const GeglRectangle   *image,
                 const Babl            *space,
                 FolliMask             *mask,
                 GError               **error)
{
  const Babl   *format = choose_format (pixels->buffer, kind);
  GeglRectangle inside = *image;
  GeglRectangle box;

  inside.x -= pixels->x;
  inside.y -= pixels->y;
  if (gegl_rectangle_intersect (&inside, &inside,
                                gegl_buffer_get_extent (pixels->buffer)))
    box = find_box (pixels->buffer, format, &inside);
  else
    gegl_rectangle_set (&box, 0, 0, 0, 0);
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
  gegl_rectangle_set (&inside, image->x - pixels->x, image->y - pixels->y,
                      image->width, image->height);
  gegl_rectangle_set (&box, box.x - 1, box.y - 1, box.width + 2,
                      box.height + 2);
  gegl_rectangle_intersect (&box, &box, &inside);

  /* The operation tells the image's edge from the mask's by how far the map
     reaches: black beyond the box has to be there, and costs nothing. */
  mask->map
      = gegl_buffer_new (GEGL_RECTANGLE (inside.x - box.x, inside.y - box.y,
                                         inside.width, inside.height),
                         babl_format_with_space ("Y' float", space));
  fill_map (pixels->buffer, format, &box, mask->map);
  gegl_rectangle_set (&mask->box, box.x + pixels->x, box.y + pixels->y,
                      box.width, box.height);
  return TRUE;
}
