/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "follicle/error.h"
#include "host.h"

gboolean
folli_host_has_mask (FolliHost *host, FolliMaskKind kind)
{
  if (kind == FOLLI_MASK_SELECTION)
    return !gimp_selection_is_empty (host->image);
  return kind == FOLLI_MASK_LAYER_MASK && host->layer != -1
         && gimp_layer_get_mask (host->layer) != -1;
}

/* The selection's bounding box, in memory of our own, so that the image it
   belongs to can be changed or closed; NULL where nothing is selected. */
static GeglBuffer *
copy_selection (gint32 image)
{
  g_autoptr (GeglBuffer) selection = NULL;
  GeglBuffer   *copy;
  GeglRectangle box;
  gboolean      is_there;
  int           right, bottom;

  gimp_selection_bounds (image, &is_there, &box.x, &box.y, &right, &bottom);
  if (!is_there)
    return NULL;
  box.width = right - box.x;
  box.height = bottom - box.y;

  selection = gimp_drawable_get_buffer (gimp_image_get_selection (image));
  copy = gegl_buffer_new (&box, gegl_buffer_get_format (selection));
  gegl_buffer_copy (selection, &box, GEGL_ABYSS_NONE, copy, &box);
  return copy;
}

static GeglBuffer *
get_selection (FolliHost *host, GError **error)
{
  GeglBuffer *selection = copy_selection (host->image);

  if (!selection)
    g_set_error_literal (error, FOLLI_ERROR, FOLLI_ERROR_MASK,
                         _ ("Mask \"selection\": nothing is selected"));
  return selection;
}

static GeglBuffer *
get_layer_mask (FolliHost *host, GError **error)
{
  gint32 mask = gimp_layer_get_mask (host->layer);

  if (mask == -1)
    {
      g_set_error_literal (error, FOLLI_ERROR, FOLLI_ERROR_MASK,
                           _ ("Mask \"layer-mask\": the layer has none"));
      return NULL;
    }
  return folli_drawable_get_buffer (mask);
}

static void
copy_strokes (gint32 from, gint32 to)
{
  int             n_strokes;
  g_autofree int *strokes = gimp_vectors_get_strokes (from, &n_strokes);

  for (int i = 0; i < n_strokes; i++)
    {
      int                   n_numbers;
      gboolean              is_closed;
      g_autofree double    *numbers = NULL;
      GimpVectorsStrokeType type = gimp_vectors_stroke_get_points (
          from, strokes[i], &n_numbers, &numbers, &is_closed);

      gimp_vectors_stroke_new_from_points (to, type, n_numbers, numbers,
                                           is_closed);
    }
}

/* Fills the path in an image of its own: the user's selection and undo
   history stay as they are. */
static GeglBuffer *
get_path (FolliHost *host, const char *name, gint32 path, GError **error)
{
  gint32      image = gimp_image_new (gimp_image_width (host->image),
                                      gimp_image_height (host->image), GIMP_GRAY);
  gint32      copy = gimp_vectors_new (image, "path");
  GeglBuffer *inside;

  gimp_image_undo_disable (image);
  gimp_image_insert_vectors (image, copy, -1, 0);
  copy_strokes (path, copy);
  gimp_context_push ();
  gimp_context_set_antialias (TRUE);
  gimp_context_set_feather (FALSE);
  gimp_image_select_item (image, GIMP_CHANNEL_OP_REPLACE, copy);
  gimp_context_pop ();

  inside = copy_selection (image);
  gimp_image_delete (image);
  if (!inside)
    g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_MASK,
                 _ ("Mask \"path:%s\" is empty: it encloses nothing of the "
                    "image"),
                 name);
  return inside;
}

/* "channel "a" is not in the image, which has: b, c" */
static void
set_missing_error (const char *kind,
                   const char *name,
                   gint32     *items,
                   int         n_items,
                   GError    **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (int i = 0; i < n_items; i++)
    {
      g_autofree char *item = gimp_item_get_name (items[i]);

      g_string_append_printf (names, i ? ", %s" : "%s", item);
    }
  if (n_items > 0)
    g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_MASK,
                 _ ("Mask \"%s:%s\" is not in the image, which has: %s"), kind,
                 name, names->str);
  else
    g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_MASK,
                 _ ("Mask \"%s:%s\" is not in the image, which has none of "
                    "that kind"),
                 kind, name);
}

static GeglBuffer *
get_named (FolliHost    *host,
           FolliMaskKind kind,
           const char   *name,
           GError      **error)
{
  g_autofree gint32 *items = NULL;
  gint32             image = host->image;
  gint32             found;
  int                n_items;

  if (kind == FOLLI_MASK_CHANNEL)
    {
      found = gimp_image_get_channel_by_name (image, name);
      items = gimp_image_get_channels (image, &n_items);
    }
  else if (kind == FOLLI_MASK_PATH)
    {
      found = gimp_image_get_vectors_by_name (image, name);
      items = gimp_image_get_vectors (image, &n_items);
    }
  else
    {
      found = gimp_image_get_layer_by_name (image, name);
      items = gimp_image_get_layers (image, &n_items);
    }

  if (found == -1)
    {
      static const char *const KINDS[] = { [FOLLI_MASK_CHANNEL] = "channel",
                                           [FOLLI_MASK_PATH] = "path",
                                           [FOLLI_MASK_LAYER] = "layer" };

      set_missing_error (KINDS[kind], name, items, n_items, error);
      return NULL;
    }
  if (kind == FOLLI_MASK_PATH)
    return get_path (host, name, found, error);
  return folli_drawable_get_buffer (found);
}

GeglBuffer *
folli_host_get_mask (FolliHost    *host,
                     FolliMaskKind kind,
                     const char   *name,
                     GError      **error)
{
  switch (kind)
    {
    case FOLLI_MASK_SELECTION:
      return get_selection (host, error);
    case FOLLI_MASK_LAYER_MASK:
      return get_layer_mask (host, error);
    default:
      return get_named (host, kind, name, error);
    }
}
