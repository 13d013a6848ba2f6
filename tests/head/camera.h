/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "head/render.h"

G_BEGIN_DECLS

/**
 * head_camera_take:
 * @scene: what is photographed
 * @photo: (inout): linear light, made encoded sRGB
 *
 * The lens's blur, the sensor's noise, and the curve of the camera.
 */
void head_camera_take (const HeadScene *scene, float *photo);

/**
 * head_camera_move_edge:
 * @scene: what is photographed
 * @mask: (inout): moves its edge outwards by the scene's offset, inwards where
 *   that is below 0
 */
void head_camera_move_edge (const HeadScene *scene, float *mask);

G_END_DECLS
