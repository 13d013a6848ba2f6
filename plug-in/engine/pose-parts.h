/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/pose.h"

G_BEGIN_DECLS

/* The glabella over and before the middle between the outer corners of the
 * eyes. From doc/numbers.md, "A head's shape". */
#define FOLLI_GLABELLA_UP_MM 16.0
#define FOLLI_GLABELLA_FORWARD_MM 20.0

/**
 * folli_pose_hang:
 * @pose: (inout): a pose
 * @glabella: in the photo
 *
 * Moves the head to where its glabella is in the photo.
 */
void folli_pose_hang (FolliPose *pose, FolliPoint glabella);

G_END_DECLS
