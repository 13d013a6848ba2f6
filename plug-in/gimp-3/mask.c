/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "host.h"

#include <glib/gi18n-lib.h>

#include "follicle/error.h"

static void
set_missing_error (const char *kind,
                   const char *name,
                   GList      *items,
                   GError    **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (GList *l = items; l; l = l->next)
    {
      g_autofree char *item = gimp_item_get_name (l->data);

      g_string_append_printf (names, l == items ? "%s" : ", %s", item);
    }
  if (items)
    g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_MASK,
                 _ ("Mask \"%s:%s\" is not in the image, which has: %s"), kind,
                 name, names->str);
  else
    g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_MASK,
                 _ ("Mask \"%s:%s\" is not in the image, which has none of "
                    "that kind"),
                 kind, name);
  g_list_free (items);
}

static void
set_error (FolliHost    *host,
           FolliMaskKind kind,
           const char   *name,
           GError      **error)
{
  GimpImage *image = host->image;

  switch (kind)
    {
    case FOLLI_MASK_CHANNEL:
      set_missing_error ("channel", name, gimp_image_list_channels (image),
                         error);
      break;
    case FOLLI_MASK_PATH:
      set_missing_error ("path", name, gimp_image_list_paths (image), error);
      break;
    case FOLLI_MASK_LAYER:
      set_missing_error ("layer", name, gimp_image_list_layers (image), error);
      break;
    case FOLLI_MASK_LAYER_MASK:
      g_set_error_literal (error, FOLLI_ERROR, FOLLI_ERROR_MASK,
                           _ ("Mask \"layer-mask\": the layer has none"));
      break;
    default:
      g_set_error_literal (error, FOLLI_ERROR, FOLLI_ERROR_MASK,
                           _ ("Mask \"selection\": nothing is selected"));
    }
}

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
  gegl_buffer_copy (selection, &box, GEGL_ABYSS_NONE, copy, &box);
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

gboolean
folli_host_has_mask (FolliHost *host, FolliMaskKind kind)
{
  if (kind == FOLLI_MASK_SELECTION)
    return !gimp_selection_is_empty (host->image);
  return find_drawable (host, kind, NULL) != NULL;
}

static GeglBuffer *
get_selection (FolliHost *host, GError **error)
{
  GeglBuffer *selection = copy_selection (host->image);

  if (!selection)
    set_error (host, FOLLI_MASK_SELECTION, NULL, error);
  return selection;
}

static GeglBuffer *
get_path (FolliHost *host, const char *name, GError **error)
{
  GimpPath   *path = gimp_image_get_path_by_name (host->image, name);
  GeglBuffer *inside = path ? draw_path (host->image, path) : NULL;

  if (!path)
    set_error (host, FOLLI_MASK_PATH, name, error);
  else if (!inside)
    g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_MASK,
                 _ ("Mask \"path:%s\" is empty: it encloses nothing of the "
                    "image"),
                 name);
  return inside;
}

GeglBuffer *
folli_host_get_mask (FolliHost    *host,
                     FolliMaskKind kind,
                     const char   *name,
                     GError      **error)
{
  GimpDrawable *drawable;

  if (kind == FOLLI_MASK_SELECTION)
    return get_selection (host, error);
  if (kind == FOLLI_MASK_PATH)
    return get_path (host, name, error);

  drawable = find_drawable (host, kind, name);
  if (drawable)
    return folli_drawable_get_buffer (drawable);
  set_error (host, kind, name, error);
  return NULL;
}
