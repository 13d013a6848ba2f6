/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/presets.h"

#include "measure.h"

G_BEGIN_DECLS

/**
 * FOLLI_MONK_TONES:
 *
 * Tones of skin that a look is put on.
 */
#define FOLLI_MONK_TONES 10

/**
 * FOLLI_LOOK_PIXELS_PER_CM:
 *
 * Scale at which looks are measured where nobody has said anything.
 */
#define FOLLI_LOOK_PIXELS_PER_CM 64

/**
 * FolliLook:
 *
 * Dots on a square of 640 pixels of even skin, all of the map white, with the
 * strength that suits the skin.
 */
typedef struct
{
  double px_per_mm;
  double skin[3];
  float *transmittance;
} FolliLook;

/**
 * folli_look_draw:
 * @recipe: a look's, at the scale that it is to be measured at
 * @tone: of the skin, 1 to FOLLI_MONK_TONES
 *
 * Returns: (transfer full): the dots
 */
FolliLook folli_look_draw (const FolliRecipe *recipe, guint tone);

void folli_look_clear (FolliLook *look);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FolliLook, folli_look_clear)

/**
 * folli_look_measure_grain:
 * @recipe: a look's
 *
 * Stubble is judged on portraits, whose pixels blur single hairs: drawn at 40
 * pixels per cm and blurred by 0.7 pixels, on the fourth tone.
 *
 * Returns: contrast of what is 1.2 to 3.6 mm wide over that of what is 0.4 to
 * 1.2 mm wide
 */
double folli_look_measure_grain (const FolliRecipe *recipe);

FolliTone       folli_look_measure_tone (const FolliLook *look);
FolliAppearance folli_look_measure (const FolliLook *look);

G_END_DECLS
