/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "surface.h"

/* Of the skin's own luminance. Source: doc/numbers.md, "Skin tones". */
static const double MOST = 0.15;

static const double LUMINANCE[FOLLI_CHANNELS] = { 0.2126, 0.7152, 0.0722 };

/* So much of a channel's light comes from the surface at most. */
static const double MOST_OF_CHANNEL = 0.5;

/* Skin is never darker than this; keeps a division by 0 away. */
static const double DARKEST_SKIN = 0.001;

void
folli_surface_share (double       surface,
                     const double skin[FOLLI_CHANNELS],
                     double       share[FOLLI_CHANNELS])
{
  double luminance = 0;

  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    luminance += LUMINANCE[c] * skin[c];
  surface = MIN (surface, MOST * luminance);
  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    share[c] = MIN (surface / MAX (skin[c], DARKEST_SKIN), MOST_OF_CHANNEL);
}
