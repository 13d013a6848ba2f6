/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "head/model.h"
#include "head/render.h"

G_BEGIN_DECLS

/**
 * HeadColor:
 *
 * Linear light.
 */
typedef struct
{
  float channel[3];
} HeadColor;

/**
 * head_color_decode:
 * @rgb: encoded sRGB, 0xrrggbb
 *
 * Returns: its light
 */
HeadColor head_color_decode (guint32 rgb);

/**
 * head_skin_color:
 * @scene: whose skin
 * @place: on it, in the head's space
 *
 * Returns: what share of the light it gives back
 */
HeadColor head_skin_color (const HeadScene *scene, HeadVec place);

/**
 * head_skin_relief:
 * @place: on the skin, in the head's space
 * @fine: (out): how the surface's normal leans through pores and furrows
 * @coarse: (out): and through folds and unevenness of more than 2 mm
 */
void head_skin_relief (HeadVec place, HeadVec *fine, HeadVec *coarse);

G_END_DECLS
