/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/bare-scalp.h"
#include "follicle/cancel.h"
#include "follicle/hairline.h"

G_BEGIN_DECLS

/**
 * FOLLI_EDGES_GOES_ON:
 *
 * The least alpha that a map of 8 bits holds: where the map goes on, but there
 * is nothing to draw. Of 0 instead, bare skin begins, and a hairline is drawn.
 */
#define FOLLI_EDGES_GOES_ON (1 / 255.0f)

/**
 * FOLLI_EDGES_BEYOND:
 *
 * Where the map goes on, too, but the head has ended. What is on it does not
 * thin out towards there, as it does among hair.
 */
#define FOLLI_EDGES_BEYOND (2 / 255.0f)

/**
 * FOLLI_EDGES_LEAST:
 *
 * From this alpha on, there is something to draw.
 */
#define FOLLI_EDGES_LEAST (2.5f / 255)

/**
 * FOLLI_EDGES_FULL_TONE:
 *
 * How much darker skin becomes, of its light, where the tone around is matched
 * and all of the density is drawn.
 */
#define FOLLI_EDGES_FULL_TONE 0.45f

/**
 * FolliEdges:
 * @scalp: the photo's scale, and what is avoided in it
 * @feather_mm: how far dots run into hair beside the mask
 * @reach_mm: how far from a mask's edge a hairline matters
 * @match_tone: how much the density follows what skin lacks of the tone around
 *   it, instead of what is painted alone, 0 to 1
 * @photo: what there is of the photo, px. Where it is read beyond, it says
 *   nothing of skin or hair; empty where there is no end to it
 * @cancel: whether the map is still wanted: it takes seconds to make
 *
 * Which of a mask's edges are hairlines. A hairline is where bare skin lies
 * outside. Where hair does, dots run out into it; where the head ends, they
 * end with it, whether the mask was painted a little short of its outline or
 * beyond. Both are told from the photo, by what differs in colour from the
 * skin that is surely painted. Beside short hair, dots make up for what it
 * lacks of the density that it has farther away, so that the two fade into each
 * other. Where the tone is matched, they do so wherever it is lighter than what
 * is around, as a scar is, within the mask and as far as they run out into
 * hair.
 */
typedef struct
{
  FolliBareScalp scalp;
  double         feather_mm;
  double         reach_mm;
  double         match_tone;
  FolliRectangle photo;
  FolliCancel    cancel;
} FolliEdges;

/**
 * folli_edges_margin_px:
 * @edges: the parameters
 *
 * Returns: how far around a pixel mask and photo are read, px: about 9 cm
 * and the hairline's reach
 */
gint folli_edges_margin_px (const FolliEdges *edges);

/**
 * folli_edges_find_wanted:
 * @edges: the parameters
 * @read: gives the mask
 * @mask: for @read
 * @rectangle: some pixels
 *
 * Returns: a part of them; where the others are, the map is 0
 */
FolliRectangle folli_edges_find_wanted (const FolliEdges     *edges,
                                        FolliMaskRead         read,
                                        gpointer              mask,
                                        const FolliRectangle *rectangle);

/**
 * folli_edges_render:
 * @edges: the parameters
 * @read_mask: gives the mask
 * @mask: for @read_mask
 * @read_photo: gives the photo
 * @photo: for @read_photo
 * @rectangle: the pixels asked for; memory grows with it, so cut large images
 * @alpha: (out caller-allocates): row by row, in steps of 1/255
 *
 * Makes a part of the map that a hairline is drawn of: the alpha of a white
 * layer, which says how much of the density there is to be at a place. It is 0
 * on skin that nobody painted, and FOLLI_EDGES_GOES_ON or FOLLI_EDGES_BEYOND
 * where there are no dots either, but no hairline begins. A pixel depends on
 * mask and photo within the margin and on nothing else, to the bit.
 */
void folli_edges_render (const FolliEdges     *edges,
                         FolliMaskRead         read_mask,
                         gpointer              mask,
                         FolliPhotoRead        read_photo,
                         gpointer              photo,
                         const FolliRectangle *rectangle,
                         float                *alpha);

G_END_DECLS
