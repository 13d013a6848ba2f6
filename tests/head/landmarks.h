/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "head/model.h"
#include "head/render.h"

G_BEGIN_DECLS

/**
 * HeadMark:
 * @HEAD_MARK_GLABELLA: between the brows
 * @HEAD_MARK_EYE_LEFT: outer corner of the eye at the picture's left
 * @HEAD_MARK_EYE_RIGHT: and of the other
 *
 * Where a technician lays the tape.
 */
typedef enum
{
  HEAD_MARK_GLABELLA,
  HEAD_MARK_EYE_LEFT,
  HEAD_MARK_EYE_RIGHT,
  HEAD_N_MARKS
} HeadMark;

/**
 * HeadSpot:
 * @place: on the skin, in the head's space, mm
 * @x: where it is in the picture, px
 * @y: and from its top
 * @visible: whether nothing hides it
 */
typedef struct
{
  HeadVec  place;
  double   x;
  double   y;
  gboolean visible;
} HeadSpot;

/**
 * head_landmark:
 * @scene: what is photographed
 * @mark: which
 *
 * Returns: where it is
 */
HeadSpot head_landmark (const HeadScene *scene, HeadMark mark);

/**
 * head_find_on_scalp:
 * @scene: what is photographed
 * @up_mm: from the glabella over the forehead and on, along the midline of the
 *   skin
 * @aside_mm: from there along the skin, at right angles to the midline; below
 *   0 towards the picture's left
 *
 * Returns: where a tape laid so ends
 */
HeadSpot
head_find_on_scalp (const HeadScene *scene, double up_mm, double aside_mm);

G_END_DECLS
