/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/hair.h"
#include "head/render.h"

G_BEGIN_DECLS

/**
 * HairBox:
 * @left: px, likewise the others
 */
typedef struct
{
  gint left, top, right, bottom;
} HairBox;

/**
 * HairPicture:
 * @width: px
 * @height: px
 * @px_per_mm: scale
 * @rgb: linear light, row by row
 * @hair: where hair is to be measured
 * @skin: where bare skin is
 * @area: what is to be treated
 *
 * A photo in linear light, and masks.
 */
typedef struct
{
  gint   width;
  gint   height;
  double px_per_mm;
  float *rgb;
  float *hair;
  float *skin;
  float *area;
} HairPicture;

/**
 * hair_picture_new:
 * @width: px
 * @height: px
 * @px_per_mm: scale
 * @hair: where hair is to be measured
 * @skin: where bare skin is
 *
 * Returns: a picture whose pixels are to be drawn
 */
HairPicture hair_picture_new (gint           width,
                              gint           height,
                              double         px_per_mm,
                              const HairBox *hair,
                              const HairBox *skin);

/**
 * hair_picture_take:
 * @scene: what is photographed
 * @hair: where hair is to be measured
 * @skin: where bare skin is
 *
 * Returns: a picture of a head
 */
HairPicture hair_picture_take (const HeadScene *scene,
                               const HairBox   *hair,
                               const HairBox   *skin);

void hair_picture_clear (HairPicture *picture);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HairPicture, hair_picture_clear)

/**
 * hair_picture_photo:
 * @picture: a picture
 *
 * Returns: it as the engine takes it
 */
FolliHairPhoto hair_picture_photo (const HairPicture *picture);

G_END_DECLS
