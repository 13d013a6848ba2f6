/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/pigment.h"

#include <math.h>

enum
{
  N_DEPTHS = 6
};

static const double DEPTH_MM[N_DEPTHS] = { 0.05, 0.1, 0.2, 0.4, 0.7, 1 };

/* What the table is stated for: an opaque dot of this radius.
 * Source: doc/numbers.md, "Optics of pigment in skin". */
static const double TABLE_RADIUS_MM = 0.125;

/* Peak darkening; first and last row estimated by carrying the trend on. */
static const double PEAK[N_DEPTHS][FOLLI_CHANNELS] = {
  { 0.92, 0.89, 0.87 }, { 0.87, 0.82, 0.79 }, { 0.64, 0.55, 0.48 },
  { 0.26, 0.18, 0.14 }, { 0.07, 0.04, 0.03 }, { 0.03, 0.016, 0.011 },
};

/* Core sigma in mm; first and last row estimated. */
static const double BLUR_MM[N_DEPTHS][FOLLI_CHANNELS] = {
  { 0.012, 0.012, 0.015 }, { 0.025, 0.025, 0.03 }, { 0.04, 0.05, 0.06 },
  { 0.14, 0.17, 0.20 },    { 0.32, 0.38, 0.43 },   { 0.47, 0.56, 0.63 },
};

/* Darkening of merged pigment, stated for 0.1, 0.4 and 1 mm; between them
 * along the exponential that joins them. Source: doc/numbers.md, "Merged
 * pigment". */
static const double SOLID[N_DEPTHS][FOLLI_CHANNELS] = {
  { 0.95, 0.93, 0.90 }, { 0.94, 0.90, 0.86 },   { 0.852, 0.754, 0.688 },
  { 0.70, 0.53, 0.44 }, { 0.495, 0.282, 0.22 }, { 0.35, 0.15, 0.11 },
};

/* Halo of an opaque dot at SHADOW_DEPTH_MM, such that 100 dots per cm² of
 * 0.175 mm, cores and halos together, darken by about .12 / .11 / .10; more of
 * it in red, which makes the tone ash and leaves the dots' own hue alone.
 * Source: doc/numbers.md, "Shadow between the dots". */
static const double SHADOW[FOLLI_CHANNELS] = { 6.9, 5.7, 5.1 };
static const double SHADOW_DEPTH_MM = 0.15;

/* Optical density of the thickest pigment, natural logarithm: that of a colour
 * of 0.011 in linear light, a soft black. */
static const double BLACK_DENSITY = 4.5;

/* Darker shades than this are as black. */
static const double DARKEST_SHADE = 0.002;

/* 1 - exp (-0.8 x) meets .25, .41, .58, .74 of .745 at 0.5, 1, 2 and 6.
 * Source: doc/numbers.md, "Strength of a dot". */
static const double OPACITY_RATE = 0.8;

/* An opaque dot stays this much below solid pigment, else a second one on top
 * of it would change nothing. */
static const double BELOW_SOLID = 0.97;

typedef struct
{
  int    row;
  double share; /* of the row after it */
} DepthPlace;

static DepthPlace
find_depth (double depth_mm)
{
  DepthPlace place = { 0, 0 };

  depth_mm = CLAMP (depth_mm, DEPTH_MM[0], DEPTH_MM[N_DEPTHS - 1]);
  while (place.row < N_DEPTHS - 2 && depth_mm > DEPTH_MM[place.row + 1])
    place.row++;
  place.share = (depth_mm - DEPTH_MM[place.row])
                / (DEPTH_MM[place.row + 1] - DEPTH_MM[place.row]);
  return place;
}

static double
interpolate_exponential (const double table[][FOLLI_CHANNELS],
                         DepthPlace   place,
                         guint        channel)
{
  return table[place.row][channel]
         * pow (table[place.row + 1][channel] / table[place.row][channel],
                place.share);
}

/* Share of a disc's darkness left at its centre after a Gaussian blur. */
static double
blurred_centre (double radius, double blur)
{
  return -expm1 (-radius * radius / (2 * blur * blur));
}

void
folli_pigment_init (FolliPigment *pigment,
                    const double  shade[FOLLI_CHANNELS],
                    double        depth_mm)
{
  const DepthPlace place = find_depth (depth_mm);
  const DepthPlace shadow_place = find_depth (SHADOW_DEPTH_MM);

  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    {
      double peak = interpolate_exponential (PEAK, place, c);

      pigment->absorbance[c]
          = -log (CLAMP (shade[c], DARKEST_SHADE, 1)) / BLACK_DENSITY;
      pigment->blur_mm[c] = interpolate_exponential (BLUR_MM, place, c);
      pigment->core[c]
          = peak / blurred_centre (TABLE_RADIUS_MM, pigment->blur_mm[c]);
      pigment->solid[c] = interpolate_exponential (SOLID, place, c);
      pigment->shadow_mm2[c]
          = SHADOW[c] * pigment->solid[c]
            / interpolate_exponential (SOLID, shadow_place, c);
    }
}

double
folli_pigment_opacity (const FolliPigment *pigment,
                       guint               channel,
                       double              strength)
{
  return -expm1 (-OPACITY_RATE * pigment->absorbance[channel] * strength);
}

double
folli_pigment_peak (const FolliPigment *pigment,
                    guint               channel,
                    double              radius_mm)
{
  double peak = pigment->core[channel]
                * blurred_centre (radius_mm, pigment->blur_mm[channel]);

  return MIN (peak, BELOW_SOLID * pigment->solid[channel]);
}
