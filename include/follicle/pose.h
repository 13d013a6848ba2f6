/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/skull.h"

G_BEGIN_DECLS

/**
 * FolliPoint:
 * @x: px from the image's left edge
 * @y: px from the image's top edge
 */
typedef struct
{
  double x;
  double y;
} FolliPoint;

/**
 * FOLLI_LANDMARKS_LEAST:
 *
 * How many landmarks there are at least: the midline between the brows
 * (glabella), then the outer corners of both eyes, in any order.
 */
#define FOLLI_LANDMARKS_LEAST 3

/**
 * FOLLI_LANDMARKS_MOST:
 *
 * How many there are at most: after those three the top of the head, where the
 * midline meets the head's outline.
 */
#define FOLLI_LANDMARKS_MOST 4

/**
 * FOLLI_EYE_CORNERS_MM:
 *
 * Between the outer corners of the eyes.
 *
 * Source: doc/numbers.md, "Scale of a photograph".
 */
#define FOLLI_EYE_CORNERS_MM 90.0

/**
 * FolliPose:
 * @skull: of the head; as high as the landmarks say it is
 * @side: the head's x axis in the photo's directions: right, up, to the viewer
 * @up: its y axis
 * @front: its z axis
 * @centre: of the skull, in the photo
 * @pixels_per_mm: scale, were the outer corners of the eyes
 *   FOLLI_EYE_CORNERS_MM apart
 *
 * How a head is turned towards a camera that is far away.
 */
typedef struct
{
  FolliSkull skull;
  FolliPlace side;
  FolliPlace up;
  FolliPlace front;
  FolliPoint centre;
  double     pixels_per_mm;
} FolliPose;

/**
 * folli_pose_find:
 * @landmarks: in the photo
 * @n_landmarks: how many
 * @width: of the photo, px
 * @height: of the photo, px
 * @pose: (out caller-allocates): untouched on error
 * @error: return location
 *
 * Finds out how a head is turned, and its scale, from places in its face.
 *
 * Errors: FOLLI_ERROR_LANDMARKS if there are too few or too many, if one lies
 * outside the photo, if two coincide or they are in another order, and if the
 * head is turned, bowed or tilted by more than 30 degrees.
 *
 * Source: doc/numbers.md, "A head's shape".
 *
 * Returns: TRUE if @pose was filled in
 */
gboolean folli_pose_find (const FolliPoint *landmarks,
                          guint             n_landmarks,
                          int               width,
                          int               height,
                          FolliPose        *pose,
                          GError          **error);

/**
 * folli_pose_turn:
 * @turn_deg: of the face, to the photo's right
 * @bow_deg: of the face, down
 * @tilt_deg: of the vertex, to the photo's right
 * @glabella: in the photo
 * @pixels_per_mm: scale
 *
 * Returns: the pose of a head of mean shape that is turned like that
 */
FolliPose folli_pose_turn (double     turn_deg,
                           double     bow_deg,
                           double     tilt_deg,
                           FolliPoint glabella,
                           double     pixels_per_mm);

/**
 * folli_pose_project:
 * @pose: a pose
 * @place: in the head
 *
 * Returns: where that is in the photo
 */
FolliPoint folli_pose_project (const FolliPose *pose, FolliPlace place);

/**
 * folli_pose_get_eye_corner:
 * @side: -1 for the left one in the photo, 1 for the right one
 *
 * Returns: where the outer corner of an eye lies in a head of mean shape
 */
FolliPlace folli_pose_get_eye_corner (int side);

/**
 * folli_pose_get_facing:
 * @pose: a pose
 * @place: on the skull's surface
 *
 * Returns: above 0 where it faces the camera, 0 at the head's outline
 */
double folli_pose_get_facing (const FolliPose *pose, FolliPlace place);

/**
 * folli_pose_get_rim:
 * @pose: a pose
 * @angle: round the outline, in radians
 *
 * The outline is an ellipse in the photo, on which equal steps of @angle are
 * those of a circle that has been squeezed.
 *
 * Returns: the place of the skull's surface that is seen there
 */
FolliPlace folli_pose_get_rim (const FolliPose *pose, double angle);

/**
 * folli_pose_find_rim:
 * @pose: a pose
 * @place: on the outline
 *
 * Returns: the angle that folli_pose_get_rim() has that place for
 */
double folli_pose_find_rim (const FolliPose *pose, FolliPlace place);

G_END_DECLS
