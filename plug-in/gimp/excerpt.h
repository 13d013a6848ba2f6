/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/presets.h"
#include "gimp/count.h"
#include "gimp/host.h"
#include "gimp/mask.h"

G_BEGIN_DECLS

/**
 * FolliExcerpt:
 *
 * A part of a photo with its mask, at some scale, in memory of its own: dots
 * can be drawn on it in any thread, as often as wanted.
 */
typedef struct _FolliExcerpt FolliExcerpt;

/**
 * folli_excerpt_new:
 * @host: the image
 * @mask: (nullable): as it was painted
 * @area: what is going to be drawn, in pixels of the image at the scale
 * @margin: how far around the area mask and photo matter to it, at the scale
 * @scale: 1 for the photo's own pixels, less for fewer
 *
 * Returns: (transfer full): the excerpt
 */
FolliExcerpt *folli_excerpt_new (FolliHost           *host,
                                 const FolliMask     *mask,
                                 const GeglRectangle *area,
                                 int                  margin,
                                 double               scale);
FolliExcerpt *folli_excerpt_ref (FolliExcerpt *excerpt);
void          folli_excerpt_unref (FolliExcerpt *excerpt);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FolliExcerpt, folli_excerpt_unref)

/**
 * folli_excerpt_draw:
 * @excerpt: the excerpt
 * @recipe: (nullable): numbers for the photo's own pixels, or NULL for the
 *   photo alone
 * @seed: of the arrangement
 * @area: a part of what the excerpt was made for
 * @pixels: (out): four bytes each, R'G'B'A, row by row
 *
 * Draws the photo with its dots. Places are millimetres of scalp, so the dots
 * are the same ones at every scale. Where the thread's own GCancellable is
 * cancelled meanwhile, it ends early, and the pixels are of no use.
 */
void folli_excerpt_draw (FolliExcerpt        *excerpt,
                         const FolliRecipe   *recipe,
                         guint32              seed,
                         const GeglRectangle *area,
                         guchar              *pixels);

/**
 * folli_excerpt_count:
 * @excerpt: all of the mask
 * @recipe: numbers for the photo's own pixels
 * @seed: of the arrangement
 * @count: (out caller-allocates): what its dots come to, where it returns TRUE
 *
 * Counts the dots of a mask. At a smaller scale than the photo's own some at
 * the mask's edges are others.
 *
 * Returns: FALSE if the thread's own GCancellable was cancelled meanwhile
 */
gboolean folli_excerpt_count (FolliExcerpt      *excerpt,
                              const FolliRecipe *recipe,
                              guint32            seed,
                              FolliCount        *count);

G_END_DECLS
