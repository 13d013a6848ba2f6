/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/bare-scalp.h"
#include "follicle/cancel.h"

G_BEGIN_DECLS

/**
 * folli_bare_scalp_find_shares:
 * @px_per_mm: scale of the photo
 * @read: gives the photo
 * @data: for @read
 * @rectangle: the pixels asked for
 * @cancel: whether they are still wanted
 * @hair: (out caller-allocates) (nullable): how much of each hair covers
 * @shine: (out caller-allocates) (nullable): how much a highlight does
 *
 * Finds both from 0 to 1, row by row, out of one look at the photo. What is
 * not wanted costs nothing.
 *
 * Returns: FALSE once nothing of it is wanted any longer
 */
gboolean folli_bare_scalp_find_shares (double                px_per_mm,
                                       FolliPhotoRead        read,
                                       gpointer              data,
                                       const FolliRectangle *rectangle,
                                       const FolliCancel    *cancel,
                                       float                *hair,
                                       float                *shine);

/**
 * folli_bare_scalp_judge:
 * @scalp: how much is avoided of what
 * @hair: (array length=n): how much of each pixel hair covers
 * @shine: (array length=n): how much a highlight does
 * @n: how many pixels
 * @visibility: (array length=n) (out caller-allocates): as
 *   folli_bare_scalp_render() has it; may be one of the others
 */
void folli_bare_scalp_judge (const FolliBareScalp *scalp,
                             const float          *hair,
                             const float          *shine,
                             gsize                 n,
                             float                *visibility);

G_END_DECLS
