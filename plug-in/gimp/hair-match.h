/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gegl.h>

#include "follicle/match.h"
#include "gimp/host.h"

G_BEGIN_DECLS

/**
 * FolliHairMask:
 * @FOLLI_HAIR_REFERENCE: where the client's own short hair or stubble is
 * @FOLLI_HAIR_SKIN: where bare skin is; "" to look for it around the hair
 * @FOLLI_HAIR_AREA: where hair is thin; "" where that is not asked
 *
 * The masks that hair is measured by, each "selection", "channel:NAME" or
 * "path:NAME".
 */
typedef enum
{
  FOLLI_HAIR_REFERENCE,
  FOLLI_HAIR_SKIN,
  FOLLI_HAIR_AREA,
  FOLLI_HAIR_N_MASKS
} FolliHairMask;

/**
 * FolliHairMatch:
 * @hair: what was measured
 * @recipe: the dots that continue it
 * @match: how near they come
 * @px_per_cm: the photo's scale
 * @is_guess: whether nobody has set that
 * @missing: (nullable): what the area lacks of the hair, 0 to 1, in pixels of
 *   the image times @scale
 * @scale: at which it was measured
 *
 * The client's own hair, and dots that look like it.
 */
typedef struct
{
  FolliHair   hair;
  FolliRecipe recipe;
  FolliMatch  match;
  double      px_per_cm;
  gboolean    is_guess;
  GeglBuffer *missing;
  double      scale;
} FolliHairMatch;

void folli_hair_match_clear (FolliHairMatch *found);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FolliHairMatch, folli_hair_match_clear)

/**
 * folli_hair_match_find:
 * @host: the image
 * @presets: the presets
 * @names: a mask for each of FolliHairMask
 * @found: (inout): all 0 before, but for the scale if the user has just stated
 *   it
 * @error: return location
 *
 * Measures hair in the photo and finds dots that continue it.
 *
 * Errors: FOLLI_ERROR_IMAGE without a photo, FOLLI_ERROR_UNKNOWN for a mask
 * that is none of those, FOLLI_ERROR_MASK for one that is not there or shows no
 * hair, no skin or nothing that can be filled up.
 *
 * Returns: TRUE if @found was filled in
 */
gboolean folli_hair_match_find (FolliHost          *host,
                                const FolliPresets *presets,
                                const char *const   names[FOLLI_HAIR_N_MASKS],
                                FolliHairMatch     *found,
                                GError            **error);

/**
 * folli_hair_match_difference:
 * @found: what folli_hair_match_find() found
 *
 * Returns: CIEDE2000 between the hair's mean tone and the dots'
 */
double folli_hair_match_difference (const FolliHairMatch *found);

/**
 * folli_hair_match_report:
 * @found: what folli_hair_match_find() found
 *
 * Returns: (transfer full): how near the dots come, a line each
 */
char *folli_hair_match_report (const FolliHairMatch *found);

/**
 * folli_hair_match_save:
 * @found: what folli_hair_match_find() found
 * @presets: the presets
 * @name: of both, or "" for one that says what they are
 * @look: (out): the look's id
 * @shade: (out): the shade's
 * @error: return location
 *
 * Saves a look and a shade of the user's own, under ids that are free.
 *
 * Returns: TRUE if both are saved
 */
gboolean folli_hair_match_save (const FolliHairMatch *found,
                                const FolliPresets   *presets,
                                const char           *name,
                                char                **look,
                                char                **shade,
                                GError              **error);

G_END_DECLS
