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

FolliTone       folli_look_measure_tone (const FolliLook *look);
FolliAppearance folli_look_measure (const FolliLook *look);

G_END_DECLS
