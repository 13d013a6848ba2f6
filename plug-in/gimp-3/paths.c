/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/paths.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "follicle/error.h"
#include "gimp/layer.h"
#include "gimp/settings.h"
#include "host.h"

/* The path that has the name, or a new one. */
static GimpPath *
get_path (FolliHost *host, const char *name)
{
  GimpPath *path = gimp_image_get_path_by_name (host->image, name);

  if (path)
    return path;
  path = gimp_path_new (host->image, name);
  if (path && !gimp_image_insert_path (host->image, path, NULL, 0))
    return NULL;
  return path;
}

static void
remove_strokes (GimpPath *path)
{
  gsize           n_strokes;
  g_autofree int *strokes = gimp_path_get_strokes (path, &n_strokes);

  for (gsize i = 0; i < n_strokes; i++)
    gimp_path_remove_stroke (path, strokes[i]);
}

static void
attach_settings (GimpPath *path, const char *text)
{
  GimpParasite *parasite
      = gimp_parasite_new (FOLLI_SETTINGS_PARASITE,
                           GIMP_PARASITE_PERSISTENT | GIMP_PARASITE_UNDOABLE,
                           strlen (text) + 1, text);

  gimp_item_attach_parasite (GIMP_ITEM (path), parasite);
  gimp_parasite_free (parasite);
}

gint
folli_host_put_path (FolliHost  *host,
                     const char *name,
                     GArray     *points,
                     gboolean    is_closed,
                     const char *settings,
                     GError    **error)
{
  GimpPath *path = get_path (host, name);

  if (path)
    remove_strokes (path);
  if (!path
      || gimp_path_stroke_new_from_points (
             path, GIMP_PATH_STROKE_TYPE_BEZIER, points->len,
             (const double *)points->data, is_closed)
             == -1)
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_HOST,
                   _ ("GIMP could not make the path \"%s\""), name);
      return -1;
    }
  if (settings)
    attach_settings (path, settings);
  return gimp_item_get_id (GIMP_ITEM (path));
}

static void
append_numbers (GArray *points, GimpPath *path, int stroke)
{
  gsize              n_numbers;
  gboolean           is_closed;
  g_autofree double *numbers = NULL;

  gimp_path_stroke_get_points (path, stroke, &n_numbers, &numbers, &is_closed);
  g_array_append_vals (points, numbers, n_numbers);
}

GArray *
folli_host_read_path (FolliHost *host, const char *name)
{
  GimpPath       *path = gimp_image_get_path_by_name (host->image, name);
  g_autofree int *strokes = NULL;
  gsize           n_strokes;
  GArray         *points;

  if (!path)
    return NULL;
  points = g_array_new (FALSE, FALSE, sizeof (double));
  strokes = gimp_path_get_strokes (path, &n_strokes);
  for (gsize i = 0; i < n_strokes; i++)
    append_numbers (points, path, strokes[i]);
  return points;
}

char *
folli_host_recall_path (FolliHost *host, const char *name, const char *parasite)
{
  GimpPath *path = gimp_image_get_path_by_name (host->image, name);

  return path ? folli_layer_recall (gimp_item_get_id (GIMP_ITEM (path)),
                                    parasite)
              : NULL;
}

void
folli_host_rename_path (FolliHost *host, const char *name, const char *new_name)
{
  GimpPath *path = gimp_image_get_path_by_name (host->image, name);

  gimp_item_set_name (GIMP_ITEM (path), new_name);
}

void
folli_host_show_path (FolliHost *host, gint id)
{
  GimpPath       *path = gimp_path_get_by_id (id);
  const GimpPath *paths[] = { path, NULL };

  gimp_item_set_visible (GIMP_ITEM (path), TRUE);
  gimp_image_set_selected_paths (host->image, paths);
}

GStrv
folli_host_list_paths (FolliHost *host)
{
  g_autoptr (GList) paths = gimp_image_list_paths (host->image);
  GStrv names = g_new0 (char *, g_list_length (paths) + 1);
  int   i = 0;

  for (GList *l = paths; l; l = l->next)
    names[i++] = gimp_item_get_name (l->data);
  return names;
}
