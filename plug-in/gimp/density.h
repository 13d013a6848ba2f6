/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gegl.h>

#include "follicle/presets.h"
#include "gimp/graph.h"
#include "gimp/mask.h"

G_BEGIN_DECLS

/**
 * folli_density_refine:
 * @mask: what the user painted; becomes what follicle:dots takes
 * @photo: the photo's pixels
 * @recipe: numbers
 * @seed: of the arrangement
 * @progress: (nullable) (scope call): told how far it is
 * @data: for @progress
 *
 * Takes a mask through the chain: a hairline of its edge, less density where
 * hair or a highlight hides the skin. The box grows where stray dots need it.
 */
void folli_density_refine (FolliMask         *mask,
                           GeglBuffer        *photo,
                           const FolliRecipe *recipe,
                           guint32            seed,
                           FolliProgressFunc  progress,
                           gpointer           data);

/**
 * folli_density_find_margin:
 * @recipe: the hairline
 *
 * Returns: how far outside the mask the hairline may put dots, px
 */
int folli_density_find_margin (const FolliRecipe *recipe);

/**
 * folli_density_see_scalp:
 * @photo: the photo's pixels
 * @box: px
 * @recipe: what is to be avoided
 *
 * Returns: (transfer full) (nullable): 0-1 where hair or a highlight hides the
 * skin, 1 where it is bare, over the box; NULL if nothing is to be avoided
 */
GeglBuffer *folli_density_see_scalp (GeglBuffer          *photo,
                                     const GeglRectangle *box,
                                     const FolliRecipe   *recipe);

/**
 * folli_density_fit_head:
 * @mask: what the user painted
 * @recipe: the head's outline is set, or its curvature to 0 where the mask is
 *   not the upper part of a head
 *
 * Finds the ellipse that the upper outline of the mask is a part of.
 */
void folli_density_fit_head (const FolliMask *mask, FolliRecipe *recipe);

/**
 * folli_density_take_head:
 * @outline: the inside of an outline that the user has drawn
 * @recipe: the head's outline is set
 *
 * Takes the head from a path instead.
 */
void folli_density_take_head (const FolliMask *outline, FolliRecipe *recipe);

/**
 * folli_density_match_tone:
 * @mask: refined
 * @painted: what the user painted
 * @photo: the photo's pixels
 * @recipe: its shadow, or its strength, is changed
 * @seed: of the arrangement
 *
 * Makes dots that bring the tone of what the user painted, a pale scar for
 * one, to that of the skin around it, by the share that the recipe's
 * match-tone says. Where the surroundings are no darker, nothing changes.
 */
void folli_density_match_tone (const FolliMask *mask,
                               GeglBuffer      *painted,
                               GeglBuffer      *photo,
                               FolliRecipe     *recipe,
                               guint32          seed);

G_END_DECLS
