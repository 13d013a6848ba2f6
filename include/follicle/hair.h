/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "follicle/pigment.h"

G_BEGIN_DECLS

/**
 * FolliHairPhoto:
 * @width: px
 * @height: px
 * @px_per_mm: scale
 * @rgb: linear red, green and blue of each pixel
 * @reference: how much of each pixel is in the hair to be matched, 0 to 1
 * @skin: (nullable): how much of each is in the bare skin beside it; NULL: to
 *   be looked for around the reference
 *
 * A part of a photo with short hair in it, and bare skin beside that.
 */
typedef struct
{
  gint         width;
  gint         height;
  double       px_per_mm;
  const float *rgb;
  const float *reference;
  const float *skin;
} FolliHairPhoto;

/**
 * FolliHair:
 * @skin: the bare skin's colour in linear red, green and blue
 * @transmittance: light of the hair's area relative to bare skin in the same
 *   light, in each channel
 * @contrast: standard deviation of luminance within some millimetres, relative
 *   to the mean there, of which the skin's own has been taken out
 * @skin_contrast: the skin's own
 * @spots_per_cm2: hairs that can be told apart, or 0 where the photo is too
 *   coarse to count
 * @spot_mm: how wide they are at half their depth, or 0
 *
 * Short hair as it darkens the skin.
 */
typedef struct
{
  double skin[FOLLI_CHANNELS];
  double transmittance[FOLLI_CHANNELS];
  double contrast;
  double skin_contrast;
  double spots_per_cm2;
  double spot_mm;
} FolliHair;

/**
 * folli_hair_measure:
 * @photo: a photo
 * @hair: (out caller-allocates): untouched on error
 * @error: return location
 *
 * Measures short hair against the skin beside it. Light that changes over the
 * head is told from hair by fitting one smooth course to both with a step
 * between them; shine and whatever else does not fit is left out.
 *
 * Errors: FOLLI_ERROR_MASK for a reference of too few pixels, one that is all
 * shine, one without hair or with hair that is not darker than skin, and where
 * there is no skin beside it.
 *
 * Returns: TRUE if @hair was filled in
 */
gboolean folli_hair_measure (const FolliHairPhoto *photo,
                             FolliHair            *hair,
                             GError              **error);

/**
 * folli_hair_find_missing:
 * @photo: a photo
 * @hair: what folli_hair_measure() found in it
 * @area: how much of each pixel may be filled up, 0 to 1
 * @missing: (out caller-allocates): 0 where as much hair is there as in the
 *   reference, @area where there is none
 * @error: return location
 *
 * Finds how much thin hair lacks of the reference. Light that changes over the
 * head says nothing of that, but hairs that stand anywhere have a texture
 * whose variance is in proportion to their number.
 *
 * Errors: FOLLI_ERROR_MASK where the reference has hardly more texture than
 * skin.
 *
 * Returns: TRUE if @missing was filled in
 */
gboolean folli_hair_find_missing (const FolliHairPhoto *photo,
                                  const FolliHair      *hair,
                                  const float          *area,
                                  float                *missing,
                                  GError              **error);

G_END_DECLS
