/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "edges-outline.h"

G_BEGIN_DECLS

/* How far around a pixel the outline has to be known, mm. */
#define FOLLI_VISIBLE_BORDER_MM 10.0

/**
 * folli_visible_find_hair:
 * @outline: where the head ends
 * @read: gives the photo
 * @photo: for @read
 * @core: those of the cells that are asked for
 *
 * Returns: (transfer full): how much of each cell hair covers, in 1/4096:
 * known up to FOLLI_KINDS_BORDER_MM from the core, and 0 elsewhere
 */
gint32 *folli_visible_find_hair (const FolliOutline   *outline,
                                 FolliPhotoRead        read,
                                 gpointer              photo,
                                 const FolliRectangle *core);

/**
 * folli_visible_find:
 * @scalp: what is avoided
 * @outline: where the head ends
 * @read: gives the photo
 * @photo: for @read
 * @rectangle: the pixels asked for
 *
 * Does what folli_bare_scalp_render() does, but on the head alone: what is
 * behind it makes its rim neither hair nor a highlight.
 *
 * Returns: (transfer full): from 0 to 1, row by row
 */
float *folli_visible_find (const FolliBareScalp *scalp,
                           const FolliOutline   *outline,
                           FolliPhotoRead        read,
                           gpointer              photo,
                           const FolliRectangle *rectangle);

G_END_DECLS
