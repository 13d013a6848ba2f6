/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gegl.h>

#include "follicle/presets.h"

G_BEGIN_DECLS

/**
 * folli_amount_check:
 * @map: a density map, or a mask
 * @area: px: where it can be above 0
 * @recipe: density and scale
 * @remark: (out) (optional) (transfer full): what the user should know before
 *   so many are drawn, or NULL
 * @error: return location
 *
 * Estimates how many dots a map holds. A scalp has less than a tenth of a
 * million: where there are millions of them, the scale is wrong, and drawing
 * takes long.
 *
 * Errors: FOLLI_ERROR_RANGE where they are more than can be drawn, naming how
 * many, the limit, and the scale.
 *
 * Returns: TRUE if they can be drawn
 */
gboolean folli_amount_check (GeglBuffer          *map,
                             const GeglRectangle *area,
                             const FolliRecipe   *recipe,
                             char               **remark,
                             GError             **error);

G_END_DECLS
