/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gimp/plan.h"

G_BEGIN_DECLS

/* What Follicle has made is made anew in two cases: the user runs us on it, and
   then its own settings stand for whatever is not stated; or the user runs us
   on the photo with the mask that it was made with, and then what is asked for
   takes its place, since dots upon dots are nobody's wish. Whoever wants them
   takes another mask. */

/**
 * folli_past_choose:
 * @host: the image
 * @plan: everything else of it is known; what it takes the place of is set
 *
 * Finds what has been made over the photo with the mask of the plan.
 *
 * Returns: (transfer none) (nullable): a sentence that the user should read
 */
const char *folli_past_choose (FolliHost *host, FolliPlan *plan);

/**
 * folli_past_find_map:
 * @host: the image
 * @plan: a plan for live effects
 *
 * Returns: the layer whose effects get other numbers; FOLLI_NO_LAYER where a
 * new one is to be made, be it because of what the user has painted on the old
 * one
 */
int folli_past_find_map (FolliHost *host, const FolliPlan *plan);

/**
 * folli_past_note_map:
 * @layer: a layer for live effects, with a map as it was drawn
 *
 * Notes what it looks like, to tell later whether somebody has painted on it.
 */
void folli_past_note_map (int layer);

/**
 * folli_past_retire:
 * @host: the image
 * @plan: what was carried out
 *
 * Takes away what has been replaced. A layer that the user has painted on, or
 * whose pixels are the mask of what was made, is hidden instead.
 *
 * Returns: (transfer full) (nullable): a sentence that the user should read
 */
char *folli_past_retire (FolliHost *host, const FolliPlan *plan);

G_END_DECLS
