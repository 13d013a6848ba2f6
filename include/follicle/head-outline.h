/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/pose.h"

G_BEGIN_DECLS

/**
 * FolliHeadPicture:
 * @rgb: (array): three numbers a pixel, 0 to 1, as the eye grades light; what
 *   is not finite is nothing
 * @width: of the picture
 * @height: of the picture
 * @scale: pixels of the picture for one of the photo
 *
 * A photo, reduced to what the outline of a head needs.
 */
typedef struct
{
  float *rgb;
  int    width;
  int    height;
  double scale;
} FolliHeadPicture;

void folli_head_picture_free (FolliHeadPicture *picture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FolliHeadPicture, folli_head_picture_free)

/**
 * FOLLI_OUTLINE_STEPS:
 *
 * Directions in which an outline is known: all round, in equal steps of
 * folli_pose_get_rim()'s angle.
 */
#define FOLLI_OUTLINE_STEPS 180

/**
 * FolliHeadOutline:
 * @factor: how far from the middle of the skull's outline the head ends, as a
 *   share of where the skull's would
 *
 * Where a head ends in a photo, beside the mean head that was laid over it.
 */
typedef struct
{
  double factor[FOLLI_OUTLINE_STEPS];
} FolliHeadOutline;

/**
 * folli_head_outline_find:
 * @picture: the photo
 * @pose: of the head
 * @outline: (out caller-allocates): all 1 where nothing is found
 *
 * Looks for the edge between head and background over the ears: the way round
 * that is most of an edge and bends least. Hair counts as head.
 *
 * Source: doc/numbers.md, "A head's shape".
 *
 * Returns: TRUE if there is such an edge
 */
gboolean folli_head_outline_find (const FolliHeadPicture *picture,
                                  const FolliPose        *pose,
                                  FolliHeadOutline       *outline);

/**
 * folli_head_outline_look:
 * @picture: the photo
 * @landmarks: that the pose was found from
 * @n_landmarks: how many
 * @width: of the photo, px
 * @height: of the photo, px
 * @pose: (inout): of the head; where the top of the head was not among the
 *   landmarks, and the photo shows it lower than it can be in this pose, the
 *   pose that goes with it
 * @outline: (out caller-allocates): for that pose
 *
 * Returns: TRUE if there is an outline
 */
gboolean folli_head_outline_look (const FolliHeadPicture *picture,
                                  const FolliPoint       *landmarks,
                                  guint                   n_landmarks,
                                  int                     width,
                                  int                     height,
                                  FolliPose              *pose,
                                  FolliHeadOutline       *outline);

/**
 * folli_head_outline_fit:
 * @outline: an outline
 * @pose: that it was found for
 * @path: (inout) (element-type double): FOLLI_PATH_NUMBERS for each anchor
 *
 * Moves a path so that the skull's outline becomes the head's. What is far from
 * the outline hardly moves, and what was smooth stays so.
 */
void folli_head_outline_fit (const FolliHeadOutline *outline,
                             const FolliPose        *pose,
                             GArray                 *path);

G_END_DECLS
