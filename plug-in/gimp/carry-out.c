/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "gimp/density.h"
#include "gimp/graph.h"
#include "gimp/insert.h"
#include "gimp/kept-mask.h"
#include "gimp/plan.h"

/* What takes time: refining the mask, and then drawing each layer. */
typedef struct
{
  FolliHost *host;
  int        n_done;
  int        n_passes;
} Passes;

static void
show_passes (double fraction, gpointer data)
{
  const Passes *passes = data;

  folli_host_show_progress ((passes->n_done + fraction) / passes->n_passes,
                            passes->host);
}

static gboolean
add_layer (const FolliPlan *plan,
           const char      *name,
           int              session,
           Passes          *passes,
           GError         **error)
{
  g_autoptr (GeglBuffer) layer = folli_host_new_layer (
      passes->host, name, session, &plan->mask.box, error);

  if (!layer)
    return FALSE;
  folli_graph_draw_dots (plan->mask.map, &plan->recipe, plan->seed, session,
                         layer, show_passes, passes);
  gegl_buffer_flush (layer);
  passes->n_done++;
  return TRUE;
}

static gboolean
make_layers (const FolliPlan *plan, Passes *passes, GError **error)
{
  for (int session = 1; session <= plan->recipe.value[FOLLI_SESSIONS];
       session++)
    {
      g_autofree char *name = g_strdup_printf (_ ("Session %d"), session);

      if (!add_layer (plan, name, session, passes, error))
        return FALSE;
    }
  return folli_insert_layers (passes->host, plan, _ ("Follicle dots"), error);
}

static gboolean
make_layer (const FolliPlan *plan, Passes *passes, GError **error)
{
  return add_layer (plan, _ ("Follicle dots"), FOLLI_SESSION_ALL, passes, error)
         && folli_insert_layers (passes->host, plan, NULL, error);
}

static gboolean
merge (const FolliPlan *plan, Passes *passes, GError **error)
{
  g_autoptr (GeglBuffer) pigment = gegl_buffer_new (
      &plan->mask.box, babl_format_with_space (
                           "RGBA float", folli_host_get_space (passes->host)));

  folli_graph_draw_dots (plan->mask.map, &plan->recipe, plan->seed,
                         FOLLI_SESSION_ALL, pigment, show_passes, passes);
  return folli_host_merge (passes->host, plan, pigment, error);
}

/* Turns the painted mask into a density map. A live effect does that by
   itself. */
static void
refine (FolliPlan *plan, Passes *passes)
{
  g_autoptr (GeglBuffer) edges = folli_plan_find_edges (plan, passes->host);

  folli_density_take_edges (&plan->mask, edges, &plan->recipe, plan->seed,
                            show_passes, passes);
  passes->n_done++;
}

gboolean
folli_plan_carry_out (const FolliPlan *plan, FolliHost *host, GError **error)
{
  FolliPlan refined = *plan;
  Passes    passes = { host, 0, 2 };
  gboolean  is_done;

  if (plan->output == FOLLI_OUTPUT_EFFECT)
    return folli_host_add_effect (host, plan, error);
  if (plan->output == FOLLI_OUTPUT_LAYERS)
    passes.n_passes = 1 + plan->recipe.value[FOLLI_SESSIONS];

  g_object_ref (refined.mask.map);
  refined.kept = folli_kept_mask_pack (&plan->mask);
  refine (&refined, &passes);
  if (plan->output == FOLLI_OUTPUT_LAYERS)
    is_done = make_layers (&refined, &passes, error);
  else if (plan->output == FOLLI_OUTPUT_LAYER)
    is_done = make_layer (&refined, &passes, error);
  else
    is_done = merge (&refined, &passes, error);
  folli_mask_clear (&refined.mask);
  g_free (refined.kept);
  return is_done;
}
