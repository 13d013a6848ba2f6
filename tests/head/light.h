/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "head/field.h"
#include "head/skin.h"

G_BEGIN_DECLS

/**
 * head_light_reach:
 * @pose: the pose
 * @place: on the surface, in the picture's space
 * @point: (inout): @normal is read; how much light reaches it is set
 */
void head_light_reach (const HeadPose *pose, HeadVec place, HeadPoint *point);

/**
 * head_shade:
 * @scene: what is photographed
 * @pose: the pose
 * @place: on the surface, in the picture's space
 * @point: the same place's
 *
 * Returns: what the camera sees there
 */
HeadColor head_shade (const HeadScene *scene,
                      const HeadPose  *pose,
                      HeadVec          place,
                      const HeadPoint *point);

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
