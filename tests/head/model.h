/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HeadVec:
 *
 * A place in millimetres, or a direction: x to the picture's right, y up, z
 * towards the camera.
 */
typedef struct
{
  float x;
  float y;
  float z;
} HeadVec;

/**
 * HeadPose:
 * @yaw_cos: and the three others: how the head is turned to the side, and
 *   bowed, against the shoulders
 */
typedef struct
{
  float yaw_cos;
  float yaw_sin;
  float pitch_cos;
  float pitch_sin;
} HeadPose;

HeadVec head_vec_add (HeadVec a, HeadVec b);
HeadVec head_vec_scale (HeadVec a, float factor);
float   head_vec_dot (HeadVec a, HeadVec b);
HeadVec head_vec_normalize (HeadVec a);

/**
 * head_pose_make:
 * @yaw_deg: how far the head is turned
 * @pitch_deg: how far it is bowed
 *
 * Returns: the pose
 */
HeadPose head_pose_make (double yaw_deg, double pitch_deg);

/**
 * head_pose_to_head:
 * @pose: the pose
 * @place: in the picture's space, mm
 *
 * Returns: the same place in the head's own space, which has the skull's
 * centre near its origin and the face towards z
 */
HeadVec head_pose_to_head (const HeadPose *pose, HeadVec place);

/**
 * head_pose_to_picture:
 * @pose: the pose
 * @place: in the head's own space, mm
 *
 * Returns: the same place in the picture's space
 */
HeadVec head_pose_to_picture (const HeadPose *pose, HeadVec place);

/**
 * head_model_head_distance:
 * @place: in the head's space, mm
 *
 * Returns: about how far the head's surface is, without neck and shoulders
 */
float head_model_head_distance (HeadVec place);

/**
 * head_model_distance:
 * @pose: the pose
 * @place: in the picture's space, mm
 *
 * Returns: about how far the surface is, in mm, below 0 inside
 */
float head_model_distance (const HeadPose *pose, HeadVec place);

/**
 * head_model_scalp:
 * @place: in the head's space, on its surface
 *
 * Returns: above 0 behind the hairline, below 0 on face, ears and neck; in
 * mm near the line
 */
float head_model_scalp (HeadVec place);

/**
 * head_model_scalp_with_fringe:
 * @place: in the head's space, on its surface
 *
 * Returns: the same, with the short hairs below the line at sides and back
 */
float head_model_scalp_with_fringe (HeadVec place);

/**
 * head_model_receded:
 * @place: in the head's space, on its surface
 *
 * Returns: above 0 behind the hairline of a Norwood 3 to 4
 */
float head_model_receded (HeadVec place);

/**
 * head_model_over_horseshoe:
 * @place: in the head's space, on its surface
 *
 * Returns: how far above the hair that a Norwood 6 still has, mm; below 0 in it
 * and under it
 */
float head_model_over_horseshoe (HeadVec place);

/**
 * head_model_horseshoe:
 * @place: in the head's space, on its surface
 *
 * Returns: above 0 where a Norwood 6 still has hair, at the sides and the
 * back; in mm near the line
 */
float head_model_horseshoe (HeadVec place);

/**
 * head_model_shirt:
 * @place: in the picture's space
 *
 * Returns: mm into the cloth from its collar, below 0 on bare skin
 */
float head_model_shirt (HeadVec place);

G_END_DECLS
