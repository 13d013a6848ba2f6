/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/graph.h"
#include "host.h"

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
  folli_graph_copy (selection, &box, copy);
  return copy;
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
draw_path (gint32 image, gint32 path)
{
  gint32      scratch = gimp_image_new (gimp_image_width (image),
                                        gimp_image_height (image), GIMP_GRAY);
  gint32      copy = gimp_vectors_new (scratch, "path");
  GeglBuffer *inside;

  gimp_image_undo_disable (scratch);
  gimp_image_insert_vectors (scratch, copy, -1, 0);
  copy_strokes (path, copy);
  gimp_context_push ();
  gimp_context_set_antialias (TRUE);
  gimp_context_set_feather (FALSE);
  gimp_image_select_item (scratch, GIMP_CHANNEL_OP_REPLACE, copy);
  gimp_context_pop ();

  inside = copy_selection (scratch);
  gimp_image_delete (scratch);
  return inside;
}

/* Returns the id, or -1. */
static gint32
find_item (FolliHost *host, FolliMaskKind kind, const char *name)
{
  switch (kind)
    {
    case FOLLI_MASK_LAYER_MASK:
      return gimp_layer_get_mask (host->layer);
    case FOLLI_MASK_CHANNEL:
      return gimp_image_get_channel_by_name (host->image, name);
    case FOLLI_MASK_PATH:
      return gimp_image_get_vectors_by_name (host->image, name);
    default:
      return gimp_image_get_layer_by_name (host->image, name);
    }
}

GeglBuffer *
folli_host_get_mask (FolliHost *host, FolliMaskKind kind, const char *name)
{
  gint32 item;

  if (kind == FOLLI_MASK_SELECTION)
    return copy_selection (host->image);
  item = find_item (host, kind, name);
  if (item == -1)
    return NULL;
  if (kind == FOLLI_MASK_PATH)
    return draw_path (host->image, item);
  return folli_drawable_get_buffer (item);
}

char **
folli_host_list_names (FolliHost *host, FolliMaskKind kind)
{
  g_autofree gint32 *items = NULL;
  int                n_items;
  char             **names;

  if (kind == FOLLI_MASK_CHANNEL)
    items = gimp_image_get_channels (host->image, &n_items);
  else if (kind == FOLLI_MASK_PATH)
    items = gimp_image_get_vectors (host->image, &n_items);
  else
    items = gimp_image_get_layers (host->image, &n_items);

  names = g_new0 (char *, n_items + 1);
  for (int i = 0; i < n_items; i++)
    names[i] = gimp_item_get_name (items[i]);
  return names;
}
