/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gegl.h>

#include "follicle/presets.h"

G_BEGIN_DECLS

/**
 * FolliPreview:
 * @photo: the photo's pixels
 * @edges: made by folli_density_find_edges()
 * @box: where dots may be
 * @recipe: numbers
 * @seed: of the arrangement
 *
 * What a photo with dots is drawn of.
 */
typedef struct
{
  GeglBuffer        *photo;
  GeglBuffer        *edges;
  GeglRectangle      box;
  const FolliRecipe *recipe;
  guint32            seed;
} FolliPreview;

/**
 * folli_preview_draw:
 * @preview: what it is drawn of
 * @area: a part of the photo
 *
 * Draws a part of the photo with the dots that folli_plan_carry_out() would
 * put there, without drawing the rest.
 *
 * Returns: (transfer full): that part, as the photo's pixels are
 */
GeglBuffer *folli_preview_draw (const FolliPreview  *preview,
                                const GeglRectangle *area);

G_END_DECLS
