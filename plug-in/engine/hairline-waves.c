/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hairline-waves.h"

#include <math.h>

#include "hash.h"
#include "wide.h"

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
 * half of the power lies between 1.7 and 4.5. Chosen for crests as in
 * doc/numbers.md, "Hairlines". */
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

/* The slopes at the corners of one square of a lattice. */
typedef struct
{
  gboolean is_known;
  gint     x;
  gint     y;
  float    slope[2][2][2];
} Square;

static void
set_square (Square *square, guint64 seed, guint kind, gint x, gint y)
{
  square->is_known = TRUE;
  square->x = x;
  square->y = y;
  for (gint j = 0; j < 2; j++)
    for (gint i = 0; i < 2; i++)
      {
        const guint64 bits = folli_hash_place (seed, x + i, y + j, kind);

        square->slope[j][i][0] = 2 * unit (bits) - 1;
        square->slope[j][i][1] = 2 * unit (bits >> 32) - 1;
      }
}

/* What one corner of the lattice adds: its slope times the way from it. */
static inline float
rise (const float slope[2], float dx, float dy)
{
  return slope[0] * dx + slope[1] * dy;
}

static inline float
fade (float t)
{
  return t * t * t * (t * (t * 6 - 15) + 10);
}

static inline float
mix (float a, float b, float t)
{
  return a + (b - a) * t;
}

/* Perlin 2002, with slopes of any direction and size. Neighbouring places
 * mostly lie in the same @square. */
static inline float
get_gradient_noise (Square *square,
                    guint64 seed,
                    guint   kind,
                    double  x,
                    double  y)
{
  const double left = floor (x);
  const double top = floor (y);
  const gint   i = left;
  const gint   j = top;
  const float  u = x - left;
  const float  v = y - top;
  const float  across = fade (u);
  float        above, below;

  if (!square->is_known || square->x != i || square->y != j)
    set_square (square, seed, kind, i, j);
  above = mix (rise (square->slope[0][0], u, v),
               rise (square->slope[0][1], u - 1, v), across);
  below = mix (rise (square->slope[1][0], u, v - 1),
               rise (square->slope[1][1], u - 1, v - 1), across);
  return mix (above, below, fade (v));
}

/* Waves from 0 to 1, mean 1/2: a sum of octaves, near enough to a bell, bent
 * so that crests and troughs are often reached and never passed. */
static inline float
get_waves (Square       squares[N_OCTAVES],
           guint64      seed,
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

      sum += get_gradient_noise (&squares[i], seed, kind + i, x * scale,
                                 y * scale);
    }
  sum /= deviation;
  bent = sum / sqrtf (1 + sum * sum);
  return 0.5f + 0.5f * bent;
}

typedef struct
{
  Square slow[N_OCTAVES];
  Square fine[N_OCTAVES];
} Squares;

static inline double
find_displacement_mm (const FolliHairline *hairline,
                      Squares             *squares,
                      double               x_mm,
                      double               y_mm)
{
  double displacement_mm = 0;

  if (hairline->undulation_mm > 0)
    displacement_mm += hairline->undulation_mm
                       * get_waves (squares->slow, hairline->seed, HASH_WAVES,
                                    UNDULATION, x_mm, y_mm);
  if (hairline->irregularity_mm > 0)
    displacement_mm
        += hairline->irregularity_mm
           * get_waves (squares->fine, hairline->seed, HASH_WAVES + N_OCTAVES,
                        IRREGULARITY, x_mm, y_mm);
  return displacement_mm;
}

double
folli_hairline_displacement_mm (const FolliHairline *hairline,
                                double               x_mm,
                                double               y_mm)
{
  Squares squares = { 0 };

  return find_displacement_mm (hairline, &squares, x_mm, y_mm);
}

/* Compiled for wide vectors, which come with an instruction to round down. */
FOLLI_WIDE void
folli_waves_displace_row (const FolliHairline *hairline,
                          const double        *x_mm,
                          double               y_mm,
                          gint                 n,
                          float                outermost_mm,
                          float                deepest_mm,
                          float               *ramp_mm)
{
  Squares squares = { 0 };

  for (gint i = 0; i < n; i++)
    if (ramp_mm[i] < deepest_mm && ramp_mm[i] > outermost_mm)
      ramp_mm[i] -= find_displacement_mm (hairline, &squares, x_mm[i], y_mm);
}
