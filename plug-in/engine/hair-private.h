/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/hair.h"

G_BEGIN_DECLS

/* Of sRGB's primaries, IEC 61966-2-1. */
static inline double
folli_hair_luminance (const float *rgb)
{
  return 0.2126 * rgb[0] + 0.7152 * rgb[1] + 0.0722 * rgb[2];
}

/**
 * FolliHairCell:
 * @x: of its middle, mm from the photo's corner
 * @y: likewise
 * @is_hair: whether it lies in the reference, else in bare skin
 * @light: mean red, green and blue
 *
 * A square of a photo that is large enough for a mean over hairs.
 */
typedef struct
{
  double   x;
  double   y;
  gboolean is_hair;
  double   light[FOLLI_CHANNELS];
} FolliHairCell;

/**
 * folli_hair_fit:
 * @cells: (element-type FolliHairCell): some of both
 * @hair: (inout): @skin and @transmittance are set
 *
 * Fits one smooth course of light to all cells, and a step for those with hair;
 * the nearer a cell is to the others the more it counts.
 */
void folli_hair_fit (const GArray *cells, FolliHair *hair);

/**
 * folli_hair_find_texture:
 * @photo: a photo; @skin is not NULL
 * @hair: (inout): @contrast, @skin_contrast, @spots_per_cm2 and @spot_mm are
 *   set
 */
void folli_hair_find_texture (const FolliHairPhoto *photo, FolliHair *hair);

/**
 * folli_hair_find_luminance:
 * @photo: a photo
 *
 * Returns: (transfer full): of each pixel
 */
float *folli_hair_find_luminance (const FolliHairPhoto *photo);

/**
 * folli_hair_flatten:
 * @luminance: of each pixel
 * @area: how much of each pixel counts
 * @width: px
 * @height: px
 * @px_per_mm: scale
 *
 * Returns: (transfer full): luminance over its mean around, less 1; 0 outside
 * the area
 */
float *folli_hair_flatten (const float *luminance,
                           const float *area,
                           gint         width,
                           gint         height,
                           double       px_per_mm);

/**
 * folli_hair_find_contrast:
 * @luminance: of each pixel
 * @area: how much of each pixel counts
 * @width: px
 * @height: px
 * @px_per_mm: scale
 *
 * Returns: standard deviation of luminance relative to its mean around
 */
double folli_hair_find_contrast (const float *luminance,
                                 const float *area,
                                 gint         width,
                                 gint         height,
                                 double       px_per_mm);

G_END_DECLS
