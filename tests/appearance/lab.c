/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "lab.h"

#include <math.h>

/* sRGB to XYZ, IEC 61966-2-1, each row divided by the white of D65. */
static const double XYZ[3][3] = {
  { 0.4124 / 0.9505, 0.3576 / 0.9505, 0.1805 / 0.9505 },
  { 0.2126, 0.7152, 0.0722 },
  { 0.0193 / 1.0891, 0.1192 / 1.0891, 0.9505 / 1.0891 },
};

static double
compress (double t)
{
  const double d = 6.0 / 29;

  return t > d * d * d ? cbrt (t) : t / (3 * d * d) + 4.0 / 29;
}

FolliLab
folli_lab_of_linear (const double rgb[3])
{
  double f[3];

  for (guint i = 0; i < 3; i++)
    f[i] = compress (XYZ[i][0] * rgb[0] + XYZ[i][1] * rgb[1]
                     + XYZ[i][2] * rgb[2]);
  return (FolliLab){ 116 * f[1] - 16, 500 * (f[0] - f[1]),
                     200 * (f[1] - f[2]) };
}

double
folli_lab_chroma (FolliLab lab)
{
  return hypot (lab.a, lab.b);
}

double
folli_lab_hue_turn_deg (FolliLab from, FolliLab to)
{
  return atan2 (from.a * to.b - from.b * to.a, from.a * to.a + from.b * to.b)
         * 180 / G_PI;
}
