/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/hairline.h"

#include <math.h>

#include "follicle/hash.h"

enum
{
  /* use of the hash, apart from those of the point set; one for each octave */
  HASH_WAVES = 40,
  N_OCTAVES = 3
};

/* One octave: lattice pitch in mm and the direction its lattice is turned to.
 * No two directions alike and none along the axes, where hairlines and masks
 * are likely to run: gradient noise is 0 at every lattice point, which would
 * show as a period. */
typedef struct
{
  double pitch_mm;
  double cosine;
  double sine;
} Octave;

/* Along a line, the mean distance of crests is about 1.9 pitches; the middle
 * half of the power lies between 1.7 and 4.5. Chosen for crests every 15-30 mm
 * and 3-8 mm. */
static const Octave UNDULATION[N_OCTAVES]
    = { { 10.8, 0.8829475929, 0.4694715628 },
        { 9.3, -0.2079116908, 0.9781476007 },
        { 8.1, 0.5446390350, -0.8386705679 } };
static const Octave IRREGULARITY[N_OCTAVES]
    = { { 2.6, 0.9366721892, -0.3502073812 },
        { 2.15, 0.3090169944, 0.9510565163 },
        { 1.75, -0.7771459615, 0.6293203910 } };

static float
unit (guint64 bits)
{
  return (bits & 0xffffff) * 0x1p-24f;
}

/* What one corner of the lattice adds: its slope times the way from it. */
static float
get_slope (guint64 seed, guint kind, gint x, gint y, float dx, float dy)
{
  const guint64 bits = folli_hash_place (seed, x, y, kind);

  return (2 * unit (bits) - 1) * dx + (2 * unit (bits >> 32) - 1) * dy;
}

static float
fade (float t)
{
  return t * t * t * (t * (t * 6 - 15) + 10);
}

static float
mix (float a, float b, float t)
{
  return a + (b - a) * t;
}

/* Perlin 2002, with slopes of any direction and size. */
static float
get_gradient_noise (guint64 seed, guint kind, double x, double y)
{
  const double left = floor (x);
  const double top = floor (y);
  const gint   i = left;
  const gint   j = top;
  const float  u = x - left;
  const float  v = y - top;
  const float  across = fade (u);
  const float  above = mix (get_slope (seed, kind, i, j, u, v),
                            get_slope (seed, kind, i + 1, j, u - 1, v), across);
  const float  below
      = mix (get_slope (seed, kind, i, j + 1, u, v - 1),
             get_slope (seed, kind, i + 1, j + 1, u - 1, v - 1), across);

  return mix (above, below, fade (v));
}

/* Waves from 0 to 1, mean 1/2: a sum of octaves, near enough to a bell, bent
 * so that crests and troughs are often reached and never passed. */
static float
get_waves (guint64      seed,
           guint        kind,
           const Octave octaves[N_OCTAVES],
           double       x_mm,
           double       y_mm)
{
  /* standard deviation of the octaves' sum, measured */
  const float deviation = 0.37f;
  float       sum = 0;
  float       bent;

  for (guint i = 0; i < N_OCTAVES; i++)
    {
      const Octave *octave = &octaves[i];
      const double  scale = 1 / octave->pitch_mm;
      const double  x = octave->cosine * x_mm + octave->sine * y_mm;
      const double  y = octave->cosine * y_mm - octave->sine * x_mm;

      sum += get_gradient_noise (seed, kind + i, x * scale, y * scale);
    }
  sum /= deviation;
  bent = sum / sqrtf (1 + sum * sum);
  return 0.5f + 0.5f * bent;
}

double
folli_hairline_displacement_mm (const FolliHairline *hairline,
                                double               x_mm,
                                double               y_mm)
{
  double displacement_mm = 0;

  if (hairline->undulation_mm > 0)
    displacement_mm
        += hairline->undulation_mm
           * get_waves (hairline->seed, HASH_WAVES, UNDULATION, x_mm, y_mm);
  if (hairline->irregularity_mm > 0)
    displacement_mm += hairline->irregularity_mm
                       * get_waves (hairline->seed, HASH_WAVES + N_OCTAVES,
                                    IRREGULARITY, x_mm, y_mm);
  return displacement_mm;
}
