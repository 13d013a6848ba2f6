/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/plan.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "gimp/amount.h"
#include "gimp/check.h"
#include "gimp/density.h"
#include "gimp/footprint.h"
#include "gimp/graph.h"
#include "gimp/memory.h"
#include "gimp/past.h"
#include "gimp/renewal.h"
#include "follicle/error.h"
#include "installation.h"

/* Of a man. Source: doc/numbers.md, "Scale of a photograph". */
#define HEAD_BREADTH_CM 15.4

/* A guess is none where even the longer side of the image would show more than
   this, or where a dot would be an eighth of a pixel.
   Source: doc/numbers.md, "Scale of a photograph". */
#define MOST_SHOWN_CM 300
#define LEAST_GUESS_PX_PER_CM 4

/* A path of this name is the head's outline. */
#define HEAD_PATH "head"

/* Words of the contract, indexed by FolliOutput and by FolliMaskKind. */
static const char *const OUTPUTS[]
    = { "auto", "effect", "layers", "layer", "merged" };
static const char *const AUTO_MASKS[] = { NULL, "selection", "layer-mask" };

FolliPresets *
folli_presets_load_all (void)
{
  g_autofree char *ours = folli_installation_find (FOLLI_DATA_PRESETS);
  g_auto (GStrv) folders = folli_presets_list_folders (ours);

  return folli_presets_load ((const char *const *)folders);
}

/* One more sentence that the user should read. */
static void
add_remark (FolliPlan *plan, const char *sentence)
{
  char *before = plan->remark;

  plan->remark = before ? g_strconcat (before, "\n", sentence, NULL)
                        : g_strdup (sentence);
  g_free (before);
}

static gboolean
parse_output (const char *text, FolliOutput *output, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (OUTPUTS); i++)
    if (strcmp (text, OUTPUTS[i]) == 0)
      {
        *output = i;
        return TRUE;
      }
  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_UNKNOWN,
               _ ("Output \"%s\" is none of auto, effect, layers, layer and "
                  "merged"),
               text);
  return FALSE;
}

/* GIMP drops effects that it has no operation for. */
static void
find_auto_output (FolliHost *host, FolliPlan *plan)
{
  FolliFacts facts;

  folli_host_get_facts (host, &facts);
  plan->output = facts.has_effects && facts.knows_operations
                     ? FOLLI_OUTPUT_EFFECT
                     : FOLLI_OUTPUT_LAYERS;
  if (facts.has_effects && facts.has_photo && !facts.knows_operations)
    add_remark (
        plan, _ ("GIMP does not know our operations, so that the dots come as "
                 "layers that do not follow paint. Install the GEGL module "
                 "that belongs to this plug-in to have live effects."));
}

static gboolean
find_auto_mask (FolliHost *host, FolliMaskKind *kind, GError **error)
{
  FolliFacts facts;

  folli_host_get_facts (host, &facts);
  if (facts.has_selection)
    *kind = FOLLI_MASK_SELECTION;
  else if (facts.has_layer_mask)
    *kind = FOLLI_MASK_LAYER_MASK;
  else
    {
      g_set_error_literal (
          error, FOLLI_ERROR, FOLLI_ERROR_MASK,
          _ ("There is no mask: select where follicles should be, or paint "
             "it white in a mask of the layer, or name a channel, path or "
             "layer as the mask"));
      return FALSE;
    }
  return TRUE;
}

static void
share_mask (const FolliMask *from, FolliMask *to)
{
  *to = *from;
  g_object_ref (to->map);
}

/* Reads the mask, and writes what "auto" turned out to be into settings. */
static gboolean
read_mask (FolliHost       *host,
           FolliSettings   *settings,
           const FolliPlan *before,
           FolliMask       *mask,
           GError         **error)
{
  g_autoptr (GeglBuffer) pixels = NULL;
  GeglRectangle image = { 0, 0, 0, 0 };
  FolliMaskKind kind;
  const char   *name;

  if (!folli_mask_parse (settings->text[FOLLI_ARGUMENT_MASK], &kind, &name,
                         error))
    return FALSE;
  if (kind == FOLLI_MASK_AUTO)
    {
      if (!find_auto_mask (host, &kind, error))
        return FALSE;
      folli_settings_set_text (settings, FOLLI_ARGUMENT_MASK, AUTO_MASKS[kind]);
      name = NULL;
    }
  if (before
      && strcmp (before->mask_text, settings->text[FOLLI_ARGUMENT_MASK]) == 0)
    {
      share_mask (&before->mask, mask);
      return TRUE;
    }
  pixels = folli_check_get_mask (host, kind, name, error);
  if (!pixels)
    return FALSE;

  folli_host_get_size (host, &image.width, &image.height);
  return folli_mask_read (settings->text[FOLLI_ARGUMENT_MASK], pixels, kind,
                          &image, folli_host_get_space (host), mask, error);
}

/* Takes the mask to be as broad as a head, unless that makes no sense. */
static gboolean
guess_scale (FolliHost *host, FolliPlan *plan, double *scale, GError **error)
{
  const double     guess = plan->mask.n_columns / HEAD_BREADTH_CM;
  g_autofree char *remark = NULL;
  int              width, height;

  folli_host_get_size (host, &width, &height);
  if (guess < LEAST_GUESS_PX_PER_CM
      || MAX (width, height) > MOST_SHOWN_CM * guess)
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_RANGE,
                   _ ("The scale of the photo is not known, and the mask is "
                      "only %d pixels wide, too few to take it for a whole "
                      "head. State the scale, in pixels per cm"),
                   plan->mask.n_columns);
      return FALSE;
    }
  *scale = guess;
  remark = g_strdup_printf (
      _ ("The scale of the photo is not known. Taking the mask to be as "
         "broad as a head (%.1f cm) gives %.1f pixels per cm. State the "
         "scale if that is not so."),
      HEAD_BREADTH_CM, guess);
  add_remark (plan, remark);
  return TRUE;
}

/* Finds the photo's scale, and writes it into settings. */
static gboolean
find_scale (FolliHost     *host,
            FolliSettings *settings,
            FolliPlan     *plan,
            GError       **error)
{
  double *scale = &settings->number[FOLLI_ARGUMENT_PIXELS_PER_CM];

  if (*scale == 0)
    *scale = folli_host_get_scale (host);
  if (*scale == 0 && !guess_scale (host, plan, scale, error))
    return FALSE;
  return folli_parameter_check (FOLLI_PIXELS_PER_CM, *scale, error);
}

/* Lays the arguments that are numbers over the look's. */
static void
finish_recipe (FolliPlan *plan, const FolliSettings *settings)
{
  for (int id = 0; id < FOLLI_N_ARGUMENTS; id++)
    {
      const FolliArgument *argument = folli_argument_get (id);

      if (argument->parameter >= 0 && settings->number[id] != argument->number)
        plan->recipe.value[argument->parameter] = settings->number[id];
    }
}

/* What there is to say about it is said behind what has been said. */
static gboolean
check_amount (FolliPlan *plan, GError **error)
{
  g_autofree char *amount = NULL;
  g_autofree char *before = NULL;

  if (!folli_amount_check (plan->mask.map, &plan->mask.box, &plan->recipe,
                           &amount, error))
    return FALSE;
  if (amount && plan->remark)
    {
      before = g_steal_pointer (&plan->remark);
      plan->remark = g_strjoin ("\n", before, amount, NULL);
    }
  else if (amount)
    plan->remark = g_steal_pointer (&amount);
  return TRUE;
}

/* Where the head turns away: a path named "head", or else what the mask's
   outline tells. */
static void
find_head (FolliHost *host, FolliPlan *plan)
{
  g_autoptr (GeglBuffer) pixels = NULL;
  g_auto (FolliMask) outline = { NULL };
  GeglRectangle image = { 0, 0, 0, 0 };

  if (plan->recipe.value[FOLLI_HEAD_CURVATURE] <= 0)
    return;
  folli_host_get_size (host, &image.width, &image.height);
  pixels = folli_host_get_mask (host, FOLLI_MASK_PATH, HEAD_PATH);
  if (pixels
      && folli_mask_read (HEAD_PATH, pixels, FOLLI_MASK_PATH, &image, NULL,
                          &outline, NULL))
    folli_density_take_head (&outline, &plan->recipe);
  else
    folli_density_fit_head (&plan->mask, &plan->recipe);
}

/* The same mask means the same photo. */
static gboolean
has_same_edges (const FolliPlan *before, const FolliPlan *plan)
{
  return before && before->edges && before->mask.map == plan->mask.map
         && folli_density_has_same_edges (&before->recipe, &plan->recipe);
}

/* Has dots make up for what a scar lacks of the tone around it, which takes the
   edges of all of the mask: the plan is carried out with the same. Where no
   tone lacks, the look is drawn as it is. */
static void
match_tone (FolliHost *host, const FolliPlan *before, FolliPlan *plan)
{
  const FolliRecipe plain = plan->recipe;

  folli_density_drop_hairline (&plan->recipe);
  if (has_same_edges (before, plan))
    plan->edges = g_object_ref (before->edges);
  else
    plan->edges = folli_plan_find_edges (plan, host);
  if (folli_density_lacks_tone (&plan->mask, plan->edges))
    {
      folli_density_match_tone (&plan->recipe, plan->seed);
      return;
    }
  g_clear_object (&plan->edges);
  plan->recipe = plain;
  plan->recipe.value[FOLLI_MATCH_TONE] = 0;
}

/* The same mask means the same photo. */
static void
match_photo (FolliHost *host, const FolliPlan *before, FolliPlan *plan)
{
  g_autoptr (GeglBuffer) photo = NULL;

  if (before && before->mask.map == plan->mask.map)
    plan->traits = before->traits;
  else
    {
      photo = folli_host_get_photo (host);
      folli_density_measure_photo (&plan->mask, photo, &plan->traits);
    }
  folli_density_match_photo (&plan->traits, &plan->recipe);
}

/* The numbers that follow from the photo. */
static void
match (FolliHost *host, const FolliPlan *before, FolliPlan *plan)
{
  find_head (host, plan);
  match_photo (host, before, plan);
  if (plan->recipe.value[FOLLI_MATCH_TONE] > 0)
    match_tone (host, before, plan);
}

/* What presets say, or what was made of them before where the same is asked
   for: then nothing is left to be told by the photo. */
static gboolean
find_recipe (FolliHost           *host,
             const FolliSettings *settings,
             const FolliPresets  *presets,
             FolliPlan           *plan,
             gboolean            *is_known,
             GError             **error)
{
  g_autoptr (GError) reason = NULL;
  FolliRecipe asked;

  if (folli_presets_make_recipe (presets, settings->text[FOLLI_ARGUMENT_LOOK],
                                 settings->text[FOLLI_ARGUMENT_DENSITY],
                                 settings->text[FOLLI_ARGUMENT_SIZE],
                                 settings->text[FOLLI_ARGUMENT_SHADE], &asked,
                                 &reason))
    plan->asked = folli_recipe_get_digest (&asked);
  *is_known
      = folli_renewal_find_recipe (host, settings, plan->asked, &plan->recipe);
  if (*is_known)
    return TRUE;
  if (reason)
    {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
  plan->recipe = asked;
  return TRUE;
}

/* Everything that can be wrong. */
static gboolean
resolve (FolliHost          *host,
         FolliSettings      *resolved,
         const FolliPresets *presets,
         const FolliPlan    *before,
         FolliPlan          *plan,
         GError            **error)
{
  gboolean is_known;

  if (!parse_output (resolved->text[FOLLI_ARGUMENT_OUTPUT], &plan->output,
                     error))
    return FALSE;
  if (plan->output == FOLLI_OUTPUT_AUTO)
    find_auto_output (host, plan);
  folli_settings_set_text (resolved, FOLLI_ARGUMENT_OUTPUT,
                           OUTPUTS[plan->output]);
  plan->seed = resolved->number[FOLLI_ARGUMENT_SEED];

  if (!folli_check_output (host, plan->output, error)
      || !folli_settings_check (resolved, error)
      || !find_recipe (host, resolved, presets, plan, &is_known, error)
      || !read_mask (host, resolved, before, &plan->mask, error)
      || (plan->output == FOLLI_OUTPUT_MERGED
          && !folli_check_reach (host, &plan->mask, error))
      || !find_scale (host, resolved, plan, error))
    return FALSE;
  if (!is_known)
    finish_recipe (plan, resolved);
  if (!check_amount (plan, error)
      || !folli_memory_check (&plan->mask.box, error))
    return FALSE;
  if (!is_known)
    match (host, before, plan);
  return !g_cancellable_set_error_if_cancelled (g_cancellable_get_current (),
                                                error);
}

FolliPlan *
folli_plan_renew (const FolliPlan     *before,
                  FolliHost           *host,
                  const FolliSettings *settings,
                  const FolliPresets  *presets,
                  GError             **error)
{
  g_autoptr (FolliPlan) plan = g_new0 (FolliPlan, 1);
  g_autoptr (FolliSettings) resolved = folli_settings_copy (settings);
  const char *remark;

  if (!resolve (host, resolved, presets, before, plan, error))
    return NULL;

  plan->stated_scale = settings->number[FOLLI_ARGUMENT_PIXELS_PER_CM];
  plan->mask_text = g_strdup (resolved->text[FOLLI_ARGUMENT_MASK]);
  if (strcmp (plan->mask_text, AUTO_MASKS[FOLLI_MASK_SELECTION]) == 0)
    plan->footprint = folli_footprint_new (&plan->mask);
  remark = folli_past_choose (host, plan);
  if (remark)
    add_remark (plan, remark);
  folli_renewal_name_mask (host, resolved);
  plan->settings = folli_settings_to_string (resolved, &plan->recipe);
  return g_steal_pointer (&plan);
}

FolliPlan *
folli_plan_new (FolliHost           *host,
                const FolliSettings *settings,
                const FolliPresets  *presets,
                GError             **error)
{
  return folli_plan_renew (NULL, host, settings, presets, error);
}

GeglBuffer *
folli_plan_find_edges (const FolliPlan *plan, FolliHost *host)
{
  g_autoptr (GeglBuffer) photo = NULL;

  if (plan->edges)
    return g_object_ref (plan->edges);
  photo = folli_host_get_photo (host);
  return folli_density_find_edges (&plan->mask, photo, &plan->recipe);
}

/* White of which nothing shows. */
static const float NO_DENSITY[] = { 1, 0 };

void
folli_plan_draw_edges (const FolliPlan     *plan,
                       FolliHost           *host,
                       const GeglRectangle *box,
                       GeglBuffer          *target)
{
  GeglRectangle part = folli_density_find_box (&plan->mask, &plan->recipe);
  g_autoptr (GeglBuffer) photo = NULL;

  if (!plan->edges)
    {
      photo = folli_host_get_photo (host);
      folli_density_draw_edges (&plan->mask, photo, &plan->recipe, box, target);
      return;
    }
  gegl_buffer_set_color_from_pixel (target, box, NO_DENSITY,
                                    gegl_buffer_get_format (plan->edges));
  if (gegl_rectangle_intersect (&part, &part, box))
    folli_graph_copy (plan->edges, &part, target);
}

void
folli_plan_free (FolliPlan *plan)
{
  if (!plan)
    return;
  g_clear_pointer (&plan->past, g_array_unref);
  g_free (plan->footprint);
  g_free (plan->kept);
  g_free (plan->asked);
  folli_mask_clear (&plan->mask);
  g_clear_object (&plan->edges);
  g_free (plan->mask_text);
  g_free (plan->settings);
  g_free (plan->remark);
  g_free (plan);
}
