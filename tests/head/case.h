/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "head/model.h"
#include "head/render.h"

G_BEGIN_DECLS

/**
 * head_case_hair:
 * @scene: whose head
 * @place: on it, in the head's space
 *
 * Returns: the share of the scene's hairs that grows there, 0 to 1; below 0
 * where none is within 2 cm
 */
float head_case_hair (const HeadScene *scene, HeadVec place);

/**
 * head_case_area:
 * @scene: whose head
 * @place: on it, in the head's space
 *
 * Returns: above 0 where it is to be treated; in mm near the edge
 */
float head_case_area (const HeadScene *scene, HeadVec place);

/**
 * head_case_scar:
 * @scene: whose head
 * @place: on it, in the head's space
 *
 * Returns: how much of a scar's pallor the skin has, 0 to 1
 */
float head_case_scar (const HeadScene *scene, HeadVec place);

G_END_DECLS
