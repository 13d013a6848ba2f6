/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/paths.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "follicle/error.h"
#include "gimp/layer.h"
#include "gimp/settings.h"
#include "host.h"

/* Where a path is that has the name, or a new one. */
static gint32
get_path (FolliHost *host, const char *name)
{
  gint32 path = gimp_image_get_vectors_by_name (host->image, name);

  if (path != -1)
    return path;
  path = gimp_vectors_new (host->image, name);
  if (path != -1 && !gimp_image_insert_vectors (host->image, path, -1, 0))
    return -1;
  return path;
}

static void
remove_strokes (gint32 path)
{
  int             n_strokes;
  g_autofree int *strokes = gimp_vectors_get_strokes (path, &n_strokes);

  for (int i = 0; i < n_strokes; i++)
    gimp_vectors_remove_stroke (path, strokes[i]);
}

static void
attach_settings (gint32 path, const char *text)
{
  GimpParasite *parasite
      = gimp_parasite_new (FOLLI_SETTINGS_PARASITE,
                           GIMP_PARASITE_PERSISTENT | GIMP_PARASITE_UNDOABLE,
                           strlen (text) + 1, text);

  gimp_item_attach_parasite (path, parasite);
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
  const gint32 path = get_path (host, name);

  if (path != -1)
    remove_strokes (path);
  if (path == -1
      || gimp_vectors_stroke_new_from_points (
             path, GIMP_VECTORS_STROKE_TYPE_BEZIER, points->len,
             (const double *)points->data, is_closed)
             == -1)
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_HOST,
                   _ ("GIMP could not make the path \"%s\""), name);
      return -1;
    }
  if (settings)
    attach_settings (path, settings);
  return path;
}

static void
append_numbers (GArray *points, gint32 path, int stroke)
{
  int                n_numbers;
  gboolean           is_closed;
  g_autofree double *numbers = NULL;

  gimp_vectors_stroke_get_points (path, stroke, &n_numbers, &numbers,
                                  &is_closed);
  g_array_append_vals (points, numbers, n_numbers);
}

GArray *
folli_host_read_path (FolliHost *host, const char *name)
{
  const gint32    path = gimp_image_get_vectors_by_name (host->image, name);
  g_autofree int *strokes = NULL;
  int             n_strokes;
  GArray         *points;

  if (path == -1)
    return NULL;
  points = g_array_new (FALSE, FALSE, sizeof (double));
  strokes = gimp_vectors_get_strokes (path, &n_strokes);
  for (int i = 0; i < n_strokes; i++)
    append_numbers (points, path, strokes[i]);
  return points;
}

char *
folli_host_recall_path (FolliHost *host, const char *name, const char *parasite)
{
  const gint32 path = gimp_image_get_vectors_by_name (host->image, name);

  return path == -1 ? NULL : folli_layer_recall (path, parasite);
}

void
folli_host_rename_path (FolliHost *host, const char *name, const char *new_name)
{
  const gint32 path = gimp_image_get_vectors_by_name (host->image, name);

  gimp_item_set_name (path, new_name);
}

void
folli_host_show_path (FolliHost *host, gint path)
{
  gimp_item_set_visible (path, TRUE);
  gimp_image_set_active_vectors (host->image, path);
}

GStrv
folli_host_list_paths (FolliHost *host)
{
  int                n_paths;
  g_autofree gint32 *paths = gimp_image_get_vectors (host->image, &n_paths);
  GStrv              names = g_new0 (char *, n_paths + 1);

  for (int i = 0; i < n_paths; i++)
    names[i] = gimp_item_get_name (paths[i]);
  return names;
}
