/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "path-distance.h"

#include <math.h>

static double
mix (double a, double b, double c, double d, double t)
{
  const double s = 1 - t;

  return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
}

double
path_find_distance (GArray *path, guint n_anchors, FolliPoint point)
{
  double least = G_MAXDOUBLE;

  for (guint i = 0; i + 1 < n_anchors; i++)
    {
      const double *from
          = &g_array_index (path, double, i *FOLLI_PATH_NUMBERS + 2);
      const double *to = from + FOLLI_PATH_NUMBERS - 2;

      for (double t = 0; t <= 1; t += 0.005)
        {
          const double x = mix (from[0], from[2], to[0], to[2], t);
          const double y = mix (from[1], from[3], to[1], to[3], t);

          least = MIN (least, hypot (x - point.x, y - point.y));
        }
    }
  return least;
}
