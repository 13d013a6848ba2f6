/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/pigment.h"

G_BEGIN_DECLS

/**
 * folli_skin_strength:
 * @skin: the skin's colour in linear red, green and blue
 *
 * Dark skin hides pigment: technicians take a darker shade there.
 *
 * Source: doc/numbers.md, "Skin tones".
 *
 * Returns: factor on the strength that suits light and brown skin, 1 to 2
 */
double folli_skin_strength (const double skin[FOLLI_CHANNELS]);

G_END_DECLS
