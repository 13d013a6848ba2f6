/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "edges-outline.h"

G_BEGIN_DECLS

/* How far around a pixel the outline has to be known, mm. */
#define FOLLI_VISIBLE_BORDER_MM 10.0

/**
 * FolliVisible:
 * @pixels: what is known
 * @hair: how much of each pixel hair covers, row by row
 * @shine: how much of it a highlight hides
 *
 * What hides the skin of a head, and nothing else: what is behind the head
 * makes its rim neither hair nor a highlight.
 */
typedef struct
{
  FolliRectangle pixels;
  float         *hair;
  float         *shine;
} FolliVisible;

/**
 * folli_visible_init:
 * @visible: (out caller-allocates): what hides the skin
 * @px_per_mm: scale of the photo
 * @outline: (nullable): where the head ends; NULL where it does not
 * @read: gives the photo
 * @photo: for @read
 * @pixels: those asked for, whole cells where there is an outline
 * @cancel: whether that is still wanted
 *
 * Returns: FALSE once it is not
 */
gboolean folli_visible_init (FolliVisible         *visible,
                             double                px_per_mm,
                             const FolliOutline   *outline,
                             FolliPhotoRead        read,
                             gpointer              photo,
                             const FolliRectangle *pixels,
                             const FolliCancel    *cancel);

void folli_visible_clear (FolliVisible *visible);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FolliVisible, folli_visible_clear)

/**
 * folli_visible_find_hair:
 * @visible: what hides the skin
 * @cells: the cells
 *
 * Returns: (transfer full): how much of each cell hair covers, in 1/4096: 0
 * where that is not known
 */
gint32 *folli_visible_find_hair (const FolliVisible *visible,
                                 const FolliCells   *cells);

/**
 * folli_visible_judge:
 * @visible: what hides the skin
 * @scalp: what is avoided
 * @rectangle: some of the pixels
 *
 * Returns: (transfer full): what folli_bare_scalp_render() finds, but on the
 * head alone: from 0 to 1, row by row
 */
float *folli_visible_judge (const FolliVisible   *visible,
                            const FolliBareScalp *scalp,
                            const FolliRectangle *rectangle);

G_END_DECLS
