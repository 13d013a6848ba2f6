/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "surface.h"

/* Judged on dark portraits. */
static const double MOST = 0.5;

/* Skin is never darker than this; keeps a division by 0 away. */
static const double DARKEST_SKIN = 0.001;

void
folli_surface_share (double       surface,
                     const double skin[FOLLI_CHANNELS],
                     double       share[FOLLI_CHANNELS])
{
  double darkest = 1;

  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    darkest = MIN (darkest, MAX (skin[c], DARKEST_SKIN));
  surface = MIN (surface, MOST * darkest);
  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    share[c] = surface / MAX (skin[c], DARKEST_SKIN);
}
