/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/points.h"

#include <string.h>

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

void
folli_host_store_scale (FolliHost *host, double px_per_cm)
{
  g_autofree char *text
      = folli_scale_to_string (px_per_cm, gimp_image_width (host->image),
                               gimp_image_height (host->image));
  GimpParasite *parasite = gimp_parasite_new (
      FOLLI_SCALE_PARASITE, GIMP_PARASITE_PERSISTENT | GIMP_PARASITE_UNDOABLE,
      strlen (text) + 1, text);

  gimp_image_attach_parasite (host->image, parasite);
  gimp_parasite_free (parasite);
}
