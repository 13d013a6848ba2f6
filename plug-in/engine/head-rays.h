/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/head-outline.h"

G_BEGIN_DECLS

/**
 * FOLLI_RAY_STEPS:
 *
 * Places on a ray at which the head may end.
 */
#define FOLLI_RAY_STEPS 74

/**
 * FolliRays:
 * @middle: of the skull's outline in the photo
 * @right: from there to where folli_pose_get_rim() starts
 * @top: and to a quarter of the way round
 *
 * Rays from the middle of an outline, on which the outline is 1 away.
 */
typedef struct
{
  FolliPoint middle;
  FolliPoint right;
  FolliPoint top;
} FolliRays;

FolliRays folli_rays_make (const FolliPose *pose);

/* From the photo to where the outline is the circle of radius 1, and back. */
FolliPoint folli_rays_to_circle (const FolliRays *rays, FolliPoint point);
FolliPoint folli_rays_from_circle (const FolliRays *rays, FolliPoint point);

/* How far away a step of a ray is. */
double folli_rays_get_factor (int ray_step);

/**
 * folli_rays_measure:
 * @picture: the photo
 * @pose: of the head
 * @angle: of the ray
 * @edge: (out): how clear an edge there is at each step, from 0 to 1; less
 *   where another one is farther out
 */
void folli_rays_measure (const FolliHeadPicture *picture,
                         const FolliPose        *pose,
                         double                  angle,
                         double                  edge[FOLLI_RAY_STEPS]);

G_END_DECLS
