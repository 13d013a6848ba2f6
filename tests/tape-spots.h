/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/hairline-design.h"
#include "follicle/hairline-path.h"
#include "head/landmarks.h"

G_BEGIN_DECLS

/**
 * TAPE_N_SPOTS:
 *
 * The middle of a line, the place beside it and the corner, on both sides.
 */
#define TAPE_N_SPOTS 5

/**
 * tape_find_spots:
 * @scene: what is photographed
 * @kind: a template
 * @spots: (out): where a tape over the head's own skin puts its landmarks, in
 *   the photo
 *
 * Returns: how many there are in sight
 */
guint tape_find_spots (const HeadScene             *scene,
                       const FolliHairlineTemplate *kind,
                       FolliPoint                   spots[TAPE_N_SPOTS]);

/**
 * TapeErrors:
 * @n_spots: how many were measured
 * @sum_mm: of how far they are from a line
 * @most_mm: the farthest
 */
typedef struct
{
  guint  n_spots;
  double sum_mm;
  double most_mm;
} TapeErrors;

/**
 * tape_measure:
 * @scene: what is photographed
 * @kind: a template
 * @path: (element-type double): drawn from it
 * @n_visible: how many of its anchors are the line's
 * @errors: (inout): what is added to
 */
void tape_measure (const HeadScene             *scene,
                   const FolliHairlineTemplate *kind,
                   GArray                      *path,
                   guint                        n_visible,
                   TapeErrors                  *errors);

G_END_DECLS
