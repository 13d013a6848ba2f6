/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "host-3.h"

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

/* The inside of a path as a selection would have it. Drawn in an image of its
   own, so that neither the user's selection nor the undo history changes. */
static GeglBuffer *
draw_path (GimpImage *image, GimpPath *path)
{
  GimpImage *scratch = gimp_image_new (
      gimp_image_get_width (image), gimp_image_get_height (image), GIMP_GRAY);
  GimpPath       *copy = gimp_path_new (scratch, "path");
  gsize           n_strokes;
  g_autofree int *strokes = gimp_path_get_strokes (path, &n_strokes);
  g_autoptr (GeglBuffer) selection = NULL;
  GeglBuffer *coverage;

  for (gsize i = 0; i < n_strokes; i++)
    {
      gsize              n_points;
      g_autofree double *points = NULL;
      gboolean           is_closed;
      GimpPathStrokeType type = gimp_path_stroke_get_points (
          path, strokes[i], &n_points, &points, &is_closed);

      gimp_path_stroke_new_from_points (copy, type, n_points, points,
                                        is_closed);
    }
  gimp_image_insert_path (scratch, copy, NULL, 0);

  gimp_context_push ();
  gimp_context_set_antialias (TRUE);
  gimp_context_set_feather (FALSE);
  gimp_image_select_item (scratch, GIMP_CHANNEL_OP_REPLACE, GIMP_ITEM (copy));
  gimp_context_pop ();

  selection = gimp_drawable_get_buffer (
      GIMP_DRAWABLE (gimp_image_get_selection (scratch)));
  coverage = gegl_buffer_new (gegl_buffer_get_extent (selection),
                              gegl_buffer_get_format (selection));
  gegl_buffer_copy (selection, NULL, GEGL_ABYSS_NONE, coverage, NULL);
  g_clear_object (&selection);
  gimp_image_delete (scratch);
  return coverage;
}

/* The drawable that holds a mask, or NULL: a path has none. */
static GimpDrawable *
find_drawable (FolliHost *host, FolliMaskKind kind, const char *name)
{
  switch (kind)
    {
    case FOLLI_MASK_SELECTION:
      if (gimp_selection_is_empty (host->image))
        return NULL;
      return GIMP_DRAWABLE (gimp_image_get_selection (host->image));
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
  return find_drawable (host, kind, NULL) != NULL;
}

gboolean
folli_host_get_mask (FolliHost       *host,
                     FolliMaskKind    kind,
                     const char      *name,
                     FolliMaskPixels *pixels,
                     GError         **error)
{
  GimpDrawable *drawable = find_drawable (host, kind, name);
  GimpPath     *path = NULL;

  if (kind == FOLLI_MASK_PATH)
    path = gimp_image_get_path_by_name (host->image, name);
  if (!drawable && !path)
    {
      set_error (host, kind, name, error);
      return FALSE;
    }

  pixels->x = 0;
  pixels->y = 0;
  if (path)
    pixels->buffer = draw_path (host->image, path);
  else
    {
      pixels->buffer = gimp_drawable_get_buffer (drawable);
      gimp_drawable_get_offsets (drawable, &pixels->x, &pixels->y);
    }
  return TRUE;
}
