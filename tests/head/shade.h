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
 * head_shade:
 * @scene: what is photographed
 * @pose: how the head is held
 * @place: on the surface, in the picture's space
 *
 * Returns: what the camera sees there
 */
HeadColor
head_shade (const HeadScene *scene, const HeadPose *pose, HeadVec place);

/**
 * head_shade_background:
 * @scene: what is photographed
 * @x: px
 * @y: px
 *
 * Returns: what the camera sees beside the head
 */
HeadColor head_shade_background (const HeadScene *scene, float x, float y);

G_END_DECLS
