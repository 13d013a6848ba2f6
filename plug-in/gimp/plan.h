/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/presets.h"
#include "gimp/density.h"
#include "gimp/host.h"
#include "gimp/mask.h"
#include "gimp/settings.h"

G_BEGIN_DECLS

/**
 * FolliPlan:
 * @output: never FOLLI_OUTPUT_AUTO
 * @recipe: every number, the photo's scale among them
 * @seed: of the arrangement
 * @mask: the mask as it was painted, not yet refined to a density map
 * @edges: (nullable): made of the mask already, to match the tone
 * @traits: what the dots match of the photo around the mask
 * @mask_text: what the mask is called, never "auto"
 * @settings: text for the parasite FOLLI_SETTINGS_PARASITE
 * @stated_scale: pixels per cm if the user has just stated them, to be kept
 *   in the image's parasite FOLLI_SCALE_PARASITE; otherwise 0
 * @remark: (nullable): sentences that the user should read, for example that
 *   the scale had to be estimated
 * @footprint: (nullable): where the mask is, if it has no name
 * @kept: (nullable): folli_kept_mask_pack() of the mask, once dots that are
 *   pixels have been made of it
 * @asked: (nullable): folli_recipe_get_digest() of what the presets say
 * @renews: what was made before and is going to be changed: a layer for live
 *   effects, a group or one layer, as the output is; or FOLLI_NO_LAYER
 * @past: (element-type int): all that was made before and whose place is going
 *   to be taken, from the top; @renews among it
 *
 * Settings made definite for one image: everything that can be wrong has been
 * found before the first pixel is touched.
 */
struct _FolliPlan
{
  FolliOutput output;
  FolliRecipe recipe;
  guint32     seed;
  FolliMask   mask;
  GeglBuffer *edges;
  char       *mask_text;
  char       *settings;
  double      stated_scale;
  char       *remark;
  char       *footprint;
  char       *kept;
  char       *asked;
  int         renews;
  GArray     *past;

  FolliPhotoTraits traits;
};

/**
 * folli_plan_new:
 * @host: the image to work on
 * @settings: what the user asked for
 * @presets: all presets
 * @error: return location
 *
 * Checks everything, reads the mask and finds the scale. Nothing in the image
 * changes.
 *
 * Errors: of folli_settings_check(), folli_presets_make_recipe(),
 * folli_mask_parse(), folli_mask_read() and folli_amount_check(), and of the
 * host.
 *
 * Returns: (transfer full): the plan, or NULL
 */
FolliPlan *folli_plan_new (FolliHost           *host,
                           const FolliSettings *settings,
                           const FolliPresets  *presets,
                           GError             **error);

/**
 * folli_plan_renew:
 * @before: (nullable): another plan for the same image, as it has been since
 * @host: the image to work on
 * @settings: what the user asks for now
 * @presets: all presets
 * @error: return location
 *
 * The same as folli_plan_new(), but a mask that @before has read is not read
 * again, nor the photo around it: both plans have it.
 *
 * Errors: of folli_plan_new().
 *
 * Returns: (transfer full): the plan, or NULL
 */
FolliPlan *folli_plan_renew (const FolliPlan     *before,
                             FolliHost           *host,
                             const FolliSettings *settings,
                             const FolliPresets  *presets,
                             GError             **error);

/**
 * folli_plan_find_edges:
 * @plan: the plan
 * @host: the image that it was made for
 *
 * Returns: (transfer full): what folli_density_find_edges() finds of its mask,
 * which is found only once
 */
GeglBuffer *folli_plan_find_edges (const FolliPlan *plan, FolliHost *host);

/**
 * folli_plan_draw_edges:
 * @plan: the plan
 * @host: the image that it was made for
 * @box: px
 * @target: takes what folli_density_draw_edges() draws of its mask, over the
 *   box
 */
void folli_plan_draw_edges (const FolliPlan     *plan,
                            FolliHost           *host,
                            const GeglRectangle *box,
                            GeglBuffer          *target);

void folli_plan_free (FolliPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FolliPlan, folli_plan_free)

/**
 * folli_plan_carry_out:
 * @plan: the plan
 * @host: the image that it was made for
 * @error: return location
 *
 * Draws the dots and puts them into the image, as one undo step.
 *
 * Errors: FOLLI_ERROR_HOST, and of the host; the image is as before.
 *
 * Returns: TRUE if the image has its dots
 */
gboolean
folli_plan_carry_out (const FolliPlan *plan, FolliHost *host, GError **error);

/**
 * folli_presets_load_all:
 *
 * Returns: (transfer full): the presets that came with the plug-in and the
 * user's own
 */
FolliPresets *folli_presets_load_all (void);

G_END_DECLS
