/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/pigment.h"

G_BEGIN_DECLS

/**
 * FolliPhoto:
 * @width: px
 * @height: px
 * @rgb: linear red, green and blue of each pixel
 * @painted: how much of each pixel is to be treated, 0 to 1
 *
 * A part of a photo with skin in it.
 */
typedef struct
{
  gint         width;
  gint         height;
  const float *rgb;
  const float *painted;
} FolliPhoto;

/**
 * folli_photo_find_skin:
 * @photo: a photo
 * @skin: (out): the colour in linear light
 *
 * Finds the colour of bare skin where it is painted: the median of what is
 * neither as dark as hair and shade nor as light as shine.
 *
 * Returns: FALSE, with @skin untouched, if less than 64 pixels are painted
 */
gboolean folli_photo_find_skin (const FolliPhoto *photo,
                                double            skin[FOLLI_CHANNELS]);

/**
 * folli_photo_find_grain:
 * @photo: a photo
 *
 * Finds the noise where it is painted, from what a mask that knows neither
 * edges nor slopes leaves; half of it is below the noise of a plain surface
 * even if the other half is hair.
 *
 * Source: Immerkær 1996 for the mask.
 *
 * Returns: the standard deviation of luminance relative to its median
 */
double folli_photo_find_grain (const FolliPhoto *photo);

/**
 * FOLLI_PHOTO_BLUR_USUAL:
 *
 * Blur of a usual photo, standard deviation in px. Source: doc/numbers.md,
 * "Appearance".
 */
#define FOLLI_PHOTO_BLUR_USUAL 0.6

/**
 * folli_photo_find_blur:
 * @photo: a photo
 *
 * Finds the blur by the sharpest edges, painted or not: an edge that is
 * blurred again by a known amount gets the less flat the blurrier it was.
 *
 * Source: Zhuo & Sim 2011.
 *
 * Returns: its standard deviation in px; FOLLI_PHOTO_BLUR_USUAL where there
 * are too few edges to tell
 */
double folli_photo_find_blur (const FolliPhoto *photo);

G_END_DECLS
