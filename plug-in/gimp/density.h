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
 * Takes a mask through the chain: less density where hair or a highlight hides
 * the skin, and a hairline of those of its edges that are one. The box grows
 * where stray dots need it, or the head goes on.
 */
void folli_density_refine (FolliMask         *mask,
                           GeglBuffer        *photo,
                           const FolliRecipe *recipe,
                           guint32            seed,
                           FolliProgressFunc  progress,
                           gpointer           data);

/**
 * folli_density_take_edges:
 * @mask: what the user painted; becomes what follicle:dots takes
 * @edges: made of it by folli_density_find_edges()
 * @recipe: numbers
 * @seed: of the arrangement
 * @progress: (nullable) (scope call): told how far it is
 * @data: for @progress
 *
 * Does the second half of folli_density_refine().
 */
void folli_density_take_edges (FolliMask         *mask,
                               GeglBuffer        *edges,
                               const FolliRecipe *recipe,
                               guint32            seed,
                               FolliProgressFunc  progress,
                               gpointer           data);

/**
 * folli_density_find_edges:
 * @mask: what the user painted
 * @photo: the photo's pixels
 * @recipe: numbers
 *
 * Does the first and longer half of folli_density_refine(). That ends early
 * when the thread's own GCancellable is cancelled, and what is returned is then
 * of no use.
 *
 * Returns: (transfer full): where hair or a highlight hides the skin, and which
 * edges are a hairline
 */
GeglBuffer *folli_density_find_edges (const FolliMask   *mask,
                                      GeglBuffer        *photo,
                                      const FolliRecipe *recipe);

/**
 * folli_density_has_same_edges:
 * @a: numbers
 * @b: others
 *
 * Returns: whether folli_density_find_edges() finds the same with both
 */
gboolean folli_density_has_same_edges (const FolliRecipe *a,
                                       const FolliRecipe *b);

/**
 * folli_density_draw_hairline:
 * @edges: made by folli_density_find_edges()
 * @recipe: numbers
 * @seed: of the arrangement
 * @area: px
 * @map: takes the density over the area
 * @progress: (nullable) (scope call): told how far it is
 * @data: for @progress
 *
 * Does what folli_density_take_edges() does, for any part of its box.
 */
void folli_density_draw_hairline (GeglBuffer          *edges,
                                  const FolliRecipe   *recipe,
                                  guint32              seed,
                                  const GeglRectangle *area,
                                  GeglBuffer          *map,
                                  FolliProgressFunc    progress,
                                  gpointer             data);

/**
 * folli_density_find_box:
 * @mask: what the user painted
 * @recipe: numbers
 *
 * Returns: where folli_density_refine() may put dots
 */
GeglRectangle folli_density_find_box (const FolliMask   *mask,
                                      const FolliRecipe *recipe);

/**
 * folli_density_find_margin:
 * @recipe: the hairline
 *
 * Returns: how far outside the mask the hairline may put dots, px
 */
int folli_density_find_margin (const FolliRecipe *recipe);

/**
 * folli_density_draw_edges:
 * @mask: what the user painted
 * @photo: the photo's pixels
 * @recipe: numbers
 * @box: px
 * @target: takes what a hairline is drawn of, over the box
 *
 * Draws white, of which alpha is the share of the density: as a layer that
 * multiplies, it leaves the photo as it is, and white or black painted on it,
 * or some of it erased, moves the hairline. The least alpha means no dots, but
 * no hairline either: follicle:edges says where.
 */
void folli_density_draw_edges (const FolliMask     *mask,
                               GeglBuffer          *photo,
                               const FolliRecipe   *recipe,
                               const GeglRectangle *box,
                               GeglBuffer          *target);

/**
 * FolliPhotoTraits:
 * @is_known: whether there was enough of the photo to tell
 * @skin: its reflectance, linear light
 * @blur_px: standard deviation of its point spread
 * @grain: its noise, as photo-grain has it
 *
 * What dots on a photo have to match.
 */
typedef struct
{
  gboolean is_known;
  double   skin[FOLLI_CHANNELS];
  double   blur_px;
  double   grain;
} FolliPhotoTraits;

/**
 * folli_density_measure_photo:
 * @mask: what the user painted
 * @photo: the photo's pixels
 * @traits: (out caller-allocates): its skin and its sharpness in the middle of
 *   the mask
 */
void folli_density_measure_photo (const FolliMask  *mask,
                                  GeglBuffer       *photo,
                                  FolliPhotoTraits *traits);

/**
 * folli_density_match_photo:
 * @traits: what folli_density_measure_photo() has found
 * @recipe: skin, photo-blur and photo-grain are set to what the photo has, and
 *   the strength to what shows on such skin
 *
 * Makes dots fit the photo. Left alone where nothing is known of it.
 */
void folli_density_match_photo (const FolliPhotoTraits *traits,
                                FolliRecipe            *recipe);

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
 * folli_density_drop_hairline:
 * @recipe: its numbers of a hairline are set to 0
 *
 * Where the tone is matched, what skin lacks says where dots end.
 */
void folli_density_drop_hairline (FolliRecipe *recipe);

/**
 * folli_density_lacks_tone:
 * @mask: what the user painted
 * @edges: made by folli_density_find_edges() with a tone to match
 *
 * Returns: whether any of it, a pale scar for one, is lighter than what is
 * around
 */
gboolean folli_density_lacks_tone (const FolliMask *mask, GeglBuffer *edges);

/**
 * folli_density_match_tone:
 * @recipe: its density and its shadow, or its strength, are changed
 * @seed: of the arrangement
 *
 * Makes dots that darken skin by FOLLI_EDGES_FULL_TONE where the map is white,
 * by the share that the recipe's match-tone says: a map that says what of it
 * skin lacks brings it to the tone around.
 */
void folli_density_match_tone (FolliRecipe *recipe, guint32 seed);

G_END_DECLS
