/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/hair.h"
#include "follicle/presets.h"

G_BEGIN_DECLS

/**
 * FolliMatch:
 * @transmittance: mean of the dots, in each channel
 * @contrast: of the dots, as FolliHair has it
 *
 * How near dots come to hair.
 */
typedef struct
{
  double transmittance[FOLLI_CHANNELS];
  double contrast;
} FolliMatch;

/**
 * folli_match_hair:
 * @hair: what is to be matched
 * @recipe: (inout): where to begin, with the photo's scale, skin and blur;
 *   density, diameter, shade, strength and shadow are set
 * @match: (out caller-allocates): how near they come
 *
 * Finds the dots that give the mean transmittance and the contrast of hair, by
 * drawing them: what pigment cannot do, it does as nearly as it can.
 *
 * Density and diameter are the hair's where it could be counted, within what
 * the presets have; then the shadow is set by the contrast. Otherwise the
 * density is.
 */
void folli_match_hair (const FolliHair *hair,
                       FolliRecipe     *recipe,
                       FolliMatch      *match);

G_END_DECLS
