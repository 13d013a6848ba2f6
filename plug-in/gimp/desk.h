/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gimp/excerpt.h"

G_BEGIN_DECLS

/**
 * FolliDesk:
 *
 * A thread that draws excerpts while a dialog goes on. What is drawn belongs to
 * a slot; of each slot only the newest drawing is wanted, and slots of lower
 * numbers come first: what is drawn for another makes room, and is begun anew.
 */
typedef struct _FolliDesk FolliDesk;

/**
 * FolliDeskFunc:
 * @slot: what it is
 * @area: where
 * @pixels: R'G'B'A, four bytes each
 * @data: the caller's
 */
typedef void (*FolliDeskFunc) (guint                slot,
                               const GeglRectangle *area,
                               const guchar        *pixels,
                               gpointer             data);

/**
 * FolliDeskCountFunc:
 * @count: what the dots come to
 * @data: the caller's
 */
typedef void (*FolliDeskCountFunc) (const FolliCount *count, gpointer data);

/**
 * folli_desk_new:
 * @n_slots: how many there are
 *
 * Returns: (transfer full): the desk
 */
FolliDesk *folli_desk_new (guint n_slots);

/* Waits for what is being drawn, and calls nobody any more. */
void folli_desk_free (FolliDesk *desk);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FolliDesk, folli_desk_free)

/**
 * folli_desk_draw:
 * @desk: the desk
 * @slot: what it is; whatever was wanted for it before is no longer
 * @excerpt: what to draw on
 * @recipe: (nullable): as folli_excerpt_draw() takes it; copied
 * @seed: of the arrangement
 * @area: where
 * @func: called in the main loop when it is done
 * @data: for @func
 */
void folli_desk_draw (FolliDesk           *desk,
                      guint                slot,
                      FolliExcerpt        *excerpt,
                      const FolliRecipe   *recipe,
                      guint32              seed,
                      const GeglRectangle *area,
                      FolliDeskFunc        func,
                      gpointer             data);

/**
 * folli_desk_count:
 * @desk: the desk
 * @slot: what it is; whatever was wanted for it before is no longer
 * @excerpt: all of the mask
 * @recipe: as folli_excerpt_count() takes it; copied
 * @seed: of the arrangement
 * @func: called in the main loop when it is done
 * @data: for @func
 */
void folli_desk_count (FolliDesk         *desk,
                       guint              slot,
                       FolliExcerpt      *excerpt,
                       const FolliRecipe *recipe,
                       guint32            seed,
                       FolliDeskCountFunc func,
                       gpointer           data);

G_END_DECLS
