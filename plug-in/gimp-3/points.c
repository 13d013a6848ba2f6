/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/points.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "follicle/error.h"
#include "gimp/scale.h"
#include "host.h"

GArray *
folli_host_list_sample_points (FolliHost *host)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (FolliPoint));
  guint32 id = 0;

  while ((id = gimp_image_find_next_sample_point (host->image, id)) != 0)
    {
      int        y;
      const int  x = gimp_image_get_sample_point_position (host->image, id, &y);
      FolliPoint point = { x, y };

      g_array_append_val (points, point);
    }
  return points;
}

GArray *
folli_host_list_guides (FolliHost *host)
{
  GArray *guides = g_array_new (FALSE, FALSE, sizeof (FolliGuide));
  guint32 id = 0;

  while ((id = gimp_image_find_next_guide (host->image, id)) != 0)
    {
      FolliGuide guide = { gimp_image_get_guide_orientation (host->image, id)
                               == GIMP_ORIENTATION_HORIZONTAL,
                           gimp_image_get_guide_position (host->image, id) };

      g_array_append_val (guides, guide);
    }
  return guides;
}

static void
set_missing_error (FolliHost *host, const char *path, GError **error)
{
  g_autoptr (GList) paths = gimp_image_list_paths (host->image);
  g_autoptr (GString) names = g_string_new (NULL);

  for (GList *l = paths; l; l = l->next)
    {
      g_autofree char *name = gimp_item_get_name (l->data);

      g_string_append_printf (names, l == paths ? "%s" : ", %s", name);
    }
  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_MASK,
               _ ("Path \"%s\" is not in the image, which has: %s"), path,
               paths ? names->str : _ ("none"));
}

/* Between two anchors stand the handles of both. */
static void
append_anchors (GArray *points, GimpPath *path, int stroke)
{
  gsize              n_numbers;
  gboolean           is_closed;
  g_autofree double *numbers = NULL;

  gimp_path_stroke_get_points (path, stroke, &n_numbers, &numbers, &is_closed);
  for (gsize i = 2; i + 3 < n_numbers; i += 6)
    {
      FolliPoint point = { numbers[i], numbers[i + 1] };

      g_array_append_val (points, point);
    }
}

GArray *
folli_host_list_anchors (FolliHost *host, const char *path, GError **error)
{
  GimpPath       *vectors = gimp_image_get_path_by_name (host->image, path);
  g_autofree int *strokes = NULL;
  gsize           n_strokes;
  GArray         *points;

  if (!vectors)
    {
      set_missing_error (host, path, error);
      return NULL;
    }
  points = g_array_new (FALSE, FALSE, sizeof (FolliPoint));
  strokes = gimp_path_get_strokes (vectors, &n_strokes);
  for (gsize i = 0; i < n_strokes; i++)
    append_anchors (points, vectors, strokes[i]);
  return points;
}

void
folli_host_store_scale (FolliHost *host, double px_per_cm)
{
  g_autofree char *text
      = folli_scale_to_string (px_per_cm, gimp_image_get_width (host->image),
                               gimp_image_get_height (host->image));
  GimpParasite *parasite = gimp_parasite_new (
      FOLLI_SCALE_PARASITE, GIMP_PARASITE_PERSISTENT | GIMP_PARASITE_UNDOABLE,
      strlen (text) + 1, text);

  gimp_image_attach_parasite (host->image, parasite);
  gimp_parasite_free (parasite);
}
