/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

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
