/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/skin.h"

#include <math.h>

/* Luminances between which the strength rises with each halving: a little
 * darker than the sixth tone of ten, and the tenth. */
static const double BROWN = 0.2, DARKEST = 0.02;

static const double RISE_PER_HALVING = 0.3;

/* Of sRGB's primaries, IEC 61966-2-1. */
static const double LUMINANCE[FOLLI_CHANNELS] = { 0.2126, 0.7152, 0.0722 };

double
folli_skin_strength (const double skin[FOLLI_CHANNELS])
{
  double luminance = 0;

  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    luminance += LUMINANCE[c] * skin[c];
  return 1
         + RISE_PER_HALVING * log2 (BROWN / CLAMP (luminance, DARKEST, BROWN));
}
