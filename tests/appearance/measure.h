/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lab.h"

G_BEGIN_DECLS

/**
 * FolliTone:
 * @darkening: lightness of the skin minus that of the mean, L*
 * @ash: loss of chroma over loss of lightness, each as a share of the skin's
 * @hue_turn_deg: from the skin to the mean
 *
 * What dots do to the colour of even skin, from afar.
 */
typedef struct
{
  double darkening;
  double ash;
  double hue_turn_deg;
} FolliTone;

/**
 * FolliAppearance:
 * @contrast: lightness between dots minus that at their centres, the median
 * @covered: share of the area that is darker than half the contrast
 * @width_mm: of a dot at half its depth
 * @dots_per_cm2: centres that can be told apart
 * @spacing_variation: coefficient of variation of the distance to the nearest
 * @mottle: deviation of lightness after a blur of 3 mm
 * @fine: contrast of what is 0.4 to 1.2 mm wide, L*
 * @coarse: contrast of what is 1.2 to 3.6 mm wide, L*
 * @lag: correlation of neighbouring pixels
 *
 * What a picture of dots on even skin looks like. Source: doc/numbers.md,
 * "Appearance".
 */
typedef struct
{
  double contrast;
  double covered;
  double width_mm;
  double dots_per_cm2;
  double spacing_variation;
  double mottle;
  double fine;
  double coarse;
  double lag;
} FolliAppearance;

/**
 * folli_tone_measure:
 * @transmittance: what each pixel multiplies skin by, three values a pixel
 * @n_pixels: how many
 * @skin: the skin's colour in linear light
 *
 * Returns: what has become of the colour
 */
FolliTone folli_tone_measure (const float *transmittance,
                              gsize        n_pixels,
                              const double skin[3]);

/**
 * folli_appearance_measure:
 * @transmittance: what each pixel multiplies skin by, three values a pixel
 * @width: px
 * @height: px
 * @px_per_mm: scale
 * @skin: the skin's colour in linear light
 *
 * Returns: what the picture looks like
 */
FolliAppearance folli_appearance_measure (const float *transmittance,
                                          gint         width,
                                          gint         height,
                                          double       px_per_mm,
                                          const double skin[3]);

G_END_DECLS
