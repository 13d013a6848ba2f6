/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "pose-parts.h"

FolliPlace
folli_pose_get_eye_corner (int side)
{
  const FolliSkull mean = FOLLI_SKULL_MEAN;
  const FolliPlace to_corner
      = { side * FOLLI_EYE_CORNERS_MM / 2, -FOLLI_GLABELLA_UP_MM,
          -FOLLI_GLABELLA_FORWARD_MM };

  return folli_place_add (folli_skull_walk (&mean, 0, 0), to_corner);
}

/* Into the photo's directions. */
static FolliPlace
turn (const FolliPose *pose, FolliPlace place)
{
  const FolliPlace aside = folli_place_scale (pose->side, place.x);
  const FolliPlace up = folli_place_scale (pose->up, place.y);
  const FolliPlace front = folli_place_scale (pose->front, place.z);

  return folli_place_add (folli_place_add (aside, up), front);
}

FolliPoint
folli_pose_project (const FolliPose *pose, FolliPlace place)
{
  const FolliPlace turned = turn (pose, place);

  return (FolliPoint){ pose->centre.x + pose->pixels_per_mm * turned.x,
                       pose->centre.y - pose->pixels_per_mm * turned.y };
}

void
folli_pose_hang (FolliPose *pose, FolliPoint glabella)
{
  const FolliPlace turned = turn (pose, folli_skull_walk (&pose->skull, 0, 0));

  pose->centre.x = glabella.x - pose->pixels_per_mm * turned.x;
  pose->centre.y = glabella.y + pose->pixels_per_mm * turned.y;
}

FolliPose
folli_pose_turn (double     turn_deg,
                 double     bow_deg,
                 double     tilt_deg,
                 FolliPoint glabella,
                 double     pixels_per_mm)
{
  const double     turned = turn_deg * G_PI / 180;
  const double     bowed = bow_deg * G_PI / 180;
  const double     tilted = tilt_deg * G_PI / 180;
  const FolliPlace side = { cos (turned), 0, -sin (turned) };
  FolliPose        pose = { FOLLI_SKULL_MEAN };
  FolliPlace       up;

  pose.front = (FolliPlace){ sin (turned) * cos (bowed), -sin (bowed),
                             cos (turned) * cos (bowed) };
  up = folli_place_cross (pose.front, side);
  pose.side = folli_place_add (folli_place_scale (side, cos (tilted)),
                               folli_place_scale (up, -sin (tilted)));
  pose.up = folli_place_cross (pose.front, pose.side);
  pose.pixels_per_mm = pixels_per_mm;
  folli_pose_hang (&pose, glabella);
  return pose;
}

/* What the camera's direction is to the ball that the skull is a stretched
   copy of. */
static FolliPlace
get_camera (const FolliPose *pose)
{
  const FolliPlace *radius = &pose->skull.radius_mm;

  return folli_place_normalize ((FolliPlace){ pose->side.z / radius->x,
                                              pose->up.z / radius->y,
                                              pose->front.z / radius->z });
}

static FolliPlace
to_ball (const FolliPose *pose, FolliPlace place)
{
  const FolliPlace *radius = &pose->skull.radius_mm;

  return (FolliPlace){ place.x / radius->x, place.y / radius->y,
                       place.z / radius->z };
}

static FolliPlace
from_ball (const FolliPose *pose, FolliPlace place)
{
  const FolliPlace *radius = &pose->skull.radius_mm;

  return (FolliPlace){ place.x * radius->x, place.y * radius->y,
                       place.z * radius->z };
}

double
folli_pose_get_facing (const FolliPose *pose, FolliPlace place)
{
  return folli_place_dot (get_camera (pose), to_ball (pose, place));
}

/* Where the midline meets the outline. */
static FolliPlace
get_top_direction (const FolliPose *pose)
{
  const FolliPlace camera = get_camera (pose);

  return folli_place_normalize ((FolliPlace){ 0, camera.z, -camera.y });
}

/* Round the rim from its right to its top. */
static FolliPlace
get_right_direction (const FolliPose *pose)
{
  return folli_place_cross (get_top_direction (pose), get_camera (pose));
}

FolliPlace
folli_pose_get_rim (const FolliPose *pose, double angle)
{
  const FolliPlace right
      = folli_place_scale (get_right_direction (pose), cos (angle));
  const FolliPlace up
      = folli_place_scale (get_top_direction (pose), sin (angle));

  return from_ball (pose, folli_place_add (right, up));
}

double
folli_pose_find_rim (const FolliPose *pose, FolliPlace place)
{
  const FolliPlace on_ball = to_ball (pose, place);

  return atan2 (folli_place_dot (on_ball, get_top_direction (pose)),
                folli_place_dot (on_ball, get_right_direction (pose)));
}
