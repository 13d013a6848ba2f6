/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>

#include "head/model.h"

G_BEGIN_DECLS

/**
 * head_face_add:
 * @distance: of the skull, mm
 * @side: a place in the head's space, folded to x > 0
 *
 * Returns: the distance with brow, eyes, cheeks, nose, mouth and chin
 */
float head_face_add (float distance, HeadVec side);

/**
 * HeadCrease:
 * @lean: how the surface's normal leans upwards through it
 * @dark: share of the light that is lost in it, 0 to 1
 *
 * A line where skin meets skin: lids, and lips.
 */
typedef struct
{
  float lean;
  float dark;
} HeadCrease;

/**
 * head_face_find_crease:
 * @place: on the skin, in the head's space
 *
 * Returns: what creases do there
 */
HeadCrease head_face_find_crease (HeadVec place);

/**
 * head_face_lash_y:
 * @x: mm from the face's middle, 16.5 to 46.5
 *
 * Returns: where the closed lids meet
 */
static inline float
head_face_lash_y (float x)
{
  const float t = (x - 16.5f) / 30;

  return -18.2f - 3.8f * sinf (3.1416f * CLAMP (t, 0, 1)) + 1.2f * t;
}

/**
 * head_face_mouth_y:
 * @x: mm from the face's middle
 *
 * Returns: where the lips meet
 */
static inline float
head_face_mouth_y (float x)
{
  return -75.2f - 1.1f * expf (-x * x / 30) + 0.0012f * x * x;
}

/**
 * head_ear_distance:
 * @side: a place in the head's space, folded to x > 0
 *
 * Returns: about how far the ear is, in mm
 */
float head_ear_distance (HeadVec side);

/**
 * head_ear_is_near:
 * @side: a place in the head's space, folded to x > 0
 * @reach: mm
 *
 * Returns: TRUE where the ear may be nearer than that
 */
gboolean head_ear_is_near (HeadVec side, float reach);

G_END_DECLS
