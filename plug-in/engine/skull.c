/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/skull.h"

#include <math.h>

/* From doc/numbers.md, "A head's shape". */
static const double GLABELLA_BELOW_MM = 15;

/* At 100 mm an error of less than a thousandth of a millimetre. */
#define N_STEPS 32

FolliPlace
folli_place_add (FolliPlace a, FolliPlace b)
{
  return (FolliPlace){ a.x + b.x, a.y + b.y, a.z + b.z };
}

FolliPlace
folli_place_scale (FolliPlace a, double factor)
{
  return (FolliPlace){ a.x * factor, a.y * factor, a.z * factor };
}

double
folli_place_dot (FolliPlace a, FolliPlace b)
{
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

FolliPlace
folli_place_cross (FolliPlace a, FolliPlace b)
{
  return (FolliPlace){ a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z,
                       a.x * b.y - a.y * b.x };
}

FolliPlace
folli_place_normalize (FolliPlace a)
{
  return folli_place_scale (a, 1 / sqrt (folli_place_dot (a, a)));
}

FolliPlace
folli_skull_look (const FolliSkull *skull,
                  double            azimuth_deg,
                  double            elevation_deg)
{
  const double azimuth = azimuth_deg * G_PI / 180;
  const double elevation = elevation_deg * G_PI / 180;

  return (FolliPlace){
    skull->radius_mm.x * cos (elevation) * sin (azimuth),
    skull->radius_mm.y * sin (elevation),
    skull->radius_mm.z * cos (elevation) * cos (azimuth),
  };
}

/* How much of an ellipse's angle a millimetre of its length is. */
static double
get_rate (double start_mm, double quarter_mm, double angle)
{
  return 1 / hypot (start_mm * sin (angle), quarter_mm * cos (angle));
}

/* Follows the ellipse (start cos, quarter sin) by Runge and Kutta's steps. */
static double
walk_ellipse (double start_mm, double quarter_mm, double angle, double mm)
{
  const double step = mm / N_STEPS;

  for (int i = 0; i < N_STEPS; i++)
    {
      const double a = step * get_rate (start_mm, quarter_mm, angle);
      const double b = step * get_rate (start_mm, quarter_mm, angle + a / 2);
      const double c = step * get_rate (start_mm, quarter_mm, angle + b / 2);
      const double d = step * get_rate (start_mm, quarter_mm, angle + c);

      angle += (a + 2 * b + 2 * c + d) / 6;
    }
  return angle;
}

static double
get_glabella (const FolliSkull *skull)
{
  return -asin (GLABELLA_BELOW_MM / skull->radius_mm.y);
}

FolliPlace
folli_skull_walk (const FolliSkull *skull, double up_mm, double aside_mm)
{
  const FolliPlace *radius = &skull->radius_mm;
  const double      up
      = walk_ellipse (radius->z, radius->y, get_glabella (skull), up_mm);
  const double y = radius->y * sin (up);
  const double z = radius->z * cos (up);
  const double aside = walk_ellipse (hypot (y, z), radius->x, 0, aside_mm);

  return (FolliPlace){ radius->x * sin (aside), y * cos (aside),
                       z * cos (aside) };
}

/* Onto the ball of radius 1 that the skull is a stretched copy of. */
static FolliPlace
to_ball (const FolliSkull *skull, FolliPlace place)
{
  return (FolliPlace){ place.x / skull->radius_mm.x,
                       place.y / skull->radius_mm.y,
                       place.z / skull->radius_mm.z };
}

static double
get_speed (const FolliSkull *skull, FolliPlace direction)
{
  return sqrt (pow (direction.x * skull->radius_mm.x, 2)
               + pow (direction.y * skull->radius_mm.y, 2)
               + pow (direction.z * skull->radius_mm.z, 2));
}

/* A tape lies nearly in the plane through both places and the centre, which
   cuts an ellipse out: within 1 % of the shortest way on a head. Simpson's
   rule along it. */
double
folli_skull_measure (const FolliSkull *skull, FolliPlace from, FolliPlace to)
{
  const FolliPlace start = to_ball (skull, from);
  const FolliPlace end = to_ball (skull, to);
  const double     cosine = CLAMP (folli_place_dot (start, end), -1, 1);
  const FolliPlace rest
      = folli_place_add (end, folli_place_scale (start, -cosine));
  const double angle = acos (cosine);
  double       sum = 0;
  FolliPlace   across;

  if (folli_place_dot (rest, rest) <= 0)
    return 0;
  across = folli_place_normalize (rest);
  for (int i = 0; i <= N_STEPS; i++)
    {
      const double     t = angle * i / N_STEPS;
      const FolliPlace direction
          = folli_place_add (folli_place_scale (start, -sin (t)),
                             folli_place_scale (across, cos (t)));
      const double weight = i == 0 || i == N_STEPS ? 1 : i % 2 ? 4 : 2;

      sum += weight * get_speed (skull, direction);
    }
  return sum * angle / (3 * N_STEPS);
}

double
folli_skull_get_vertex (const FolliSkull *skull)
{
  const FolliPlace glabella = folli_skull_walk (skull, 0, 0);

  return folli_skull_measure (skull, glabella, folli_skull_look (skull, 0, 90));
}
