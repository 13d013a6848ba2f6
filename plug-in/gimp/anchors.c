/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "follicle/error.h"
#include "follicle/hairline-path.h"
#include "gimp/paths.h"
#include "gimp/points.h"

/* Between two anchors stand the handles of both. */
#define FIRST_OF_ANCHOR 2

static void
set_missing_error (FolliHost *host, const char *path, GError **error)
{
  g_auto (GStrv) paths = folli_host_list_paths (host);
  g_autofree char *names = g_strjoinv (", ", paths);

  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_MASK,
               _ ("Path \"%s\" is not in the image, which has: %s"), path,
               paths[0] ? names : _ ("none"));
}

GArray *
folli_host_list_anchors (FolliHost *host, const char *path, GError **error)
{
  g_autoptr (GArray) numbers = folli_host_read_path (host, path);
  GArray *points;

  if (!numbers)
    {
      set_missing_error (host, path, error);
      return NULL;
    }
  points = g_array_new (FALSE, FALSE, sizeof (FolliPoint));
  for (guint i = FIRST_OF_ANCHOR; i + 1 < numbers->len; i += FOLLI_PATH_NUMBERS)
    {
      const FolliPoint point = { g_array_index (numbers, double, i),
                                 g_array_index (numbers, double, i + 1) };

      g_array_append_val (points, point);
    }
  return points;
}
