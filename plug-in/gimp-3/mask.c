/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/graph.h"
#include "host.h"

/* The selection's bounding box, which GIMP knows, in memory of our own, so
   that the image it belongs to can be closed; NULL where nothing is
   selected. */
static GeglBuffer *
copy_selection (GimpImage *image)
{
  g_autoptr (GeglBuffer) selection = NULL;
  GeglBuffer   *copy;
  GeglRectangle box;
  gboolean      is_there;
  int           right, bottom;

  if (!gimp_selection_bounds (image, &is_there, &box.x, &box.y, &right, &bottom)
      || !is_there)
    return NULL;
  box.width = right - box.x;
  box.height = bottom - box.y;

  selection = gimp_drawable_get_buffer (
      GIMP_DRAWABLE (gimp_image_get_selection (image)));
  copy = gegl_buffer_new (&box, gegl_buffer_get_format (selection));
  folli_graph_copy (selection, &box, copy);
  return copy;
}

static void
copy_strokes (GimpPath *from, GimpPath *to)
{
  gsize           n_strokes;
  g_autofree int *strokes = gimp_path_get_strokes (from, &n_strokes);

  for (gsize i = 0; i < n_strokes; i++)
    {
      gsize              n_points;
      g_autofree double *points = NULL;
      gboolean           is_closed;
      GimpPathStrokeType type = gimp_path_stroke_get_points (
          from, strokes[i], &n_points, &points, &is_closed);

      gimp_path_stroke_new_from_points (to, type, n_points, points, is_closed);
    }
}

/* Fills the path in an image of its own: the user's selection and undo
   history stay as they are. */
static GeglBuffer *
draw_path (GimpImage *image, GimpPath *path)
{
  GimpImage *scratch = gimp_image_new (
      gimp_image_get_width (image), gimp_image_get_height (image), GIMP_GRAY);
  GimpPath   *copy = gimp_path_new (scratch, "path");
  GeglBuffer *inside;

  gimp_image_undo_disable (scratch);
  copy_strokes (path, copy);
  gimp_image_insert_path (scratch, copy, NULL, 0);

  gimp_context_push ();
  gimp_context_set_antialias (TRUE);
  gimp_context_set_feather (FALSE);
  gimp_image_select_item (scratch, GIMP_CHANNEL_OP_REPLACE, GIMP_ITEM (copy));
  gimp_context_pop ();

  inside = copy_selection (scratch);
  gimp_image_delete (scratch);
  return inside;
}

/* The drawable that holds a mask, or NULL. */
static GimpDrawable *
find_drawable (FolliHost *host, FolliMaskKind kind, const char *name)
{
  switch (kind)
    {
    case FOLLI_MASK_LAYER_MASK:
      return host->layer ? GIMP_DRAWABLE (gimp_layer_get_mask (host->layer))
                         : NULL;
    case FOLLI_MASK_CHANNEL:
      return (GimpDrawable *)gimp_image_get_channel_by_name (host->image, name);
    case FOLLI_MASK_LAYER:
      return (GimpDrawable *)gimp_image_get_layer_by_name (host->image, name);
    default:
      return NULL;
    }
}

GeglBuffer *
folli_host_get_mask (FolliHost *host, FolliMaskKind kind, const char *name)
{
  GimpDrawable *drawable;
  GimpPath     *path;

  if (kind == FOLLI_MASK_SELECTION)
    return copy_selection (host->image);
  if (kind == FOLLI_MASK_PATH)
    {
      path = gimp_image_get_path_by_name (host->image, name);
      return path ? draw_path (host->image, path) : NULL;
    }
  drawable = find_drawable (host, kind, name);
  return drawable ? folli_drawable_get_buffer (drawable) : NULL;
}

char **
folli_host_list_names (FolliHost *host, FolliMaskKind kind)
{
  g_autoptr (GList) items = NULL;
  GPtrArray *names = g_ptr_array_new ();

  if (kind == FOLLI_MASK_CHANNEL)
    items = gimp_image_list_channels (host->image);
  else if (kind == FOLLI_MASK_PATH)
    items = gimp_image_list_paths (host->image);
  else
    items = gimp_image_list_layers (host->image);

  for (GList *l = items; l; l = l->next)
    g_ptr_array_add (names, gimp_item_get_name (l->data));
  g_ptr_array_add (names, NULL);
  return (char **)g_ptr_array_free (names, FALSE);
}
