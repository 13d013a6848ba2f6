/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "plan.h"
#include "graph.h"

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
  g_autoptr (GeglBuffer) layer
      = folli_host_new_layer (passes->host, name, &plan->mask.box, error);

  if (!layer)
    return FALSE;
  folli_graph_draw_dots (plan->mask.map, &plan->recipe, plan->seed, session,
                         layer, show_passes, passes);
  gegl_buffer_flush (layer);
  passes->n_done++;
  return TRUE;
}

static gboolean
make_layers (const FolliPlan *plan, FolliHost *host, GError **error)
{
  Passes passes = { host, 0, plan->recipe.value[FOLLI_SESSIONS] };

  while (passes.n_done < passes.n_passes)
    {
      int              session = passes.n_done + 1;
      g_autofree char *name = g_strdup_printf (_ ("Session %d"), session);

      if (!add_layer (plan, name, session, &passes, error))
        return FALSE;
    }
  return folli_host_insert_layers (host, plan, _ ("Follicle dots"), error);
}

static gboolean
make_layer (const FolliPlan *plan, FolliHost *host, GError **error)
{
  Passes passes = { host, 0, 1 };

  return add_layer (plan, _ ("Follicle dots"), FOLLI_SESSION_ALL, &passes,
                    error)
         && folli_host_insert_layers (host, plan, NULL, error);
}

static gboolean
merge (const FolliPlan *plan, FolliHost *host, GError **error)
{
  g_autoptr (GeglBuffer) pigment = gegl_buffer_new (
      GEGL_RECTANGLE (0, 0, plan->mask.box.width, plan->mask.box.height),
      babl_format_with_space ("RGBA float", folli_host_get_space (host)));

  folli_graph_draw_dots (plan->mask.map, &plan->recipe, plan->seed,
                         FOLLI_SESSION_ALL, pigment, folli_host_show_progress,
                         host);
  return folli_host_merge (host, plan, pigment, error);
}

gboolean
folli_plan_carry_out (const FolliPlan *plan, FolliHost *host, GError **error)
{
  switch (plan->output)
    {
    case FOLLI_OUTPUT_EFFECT:
      return folli_host_add_effect (host, plan, error);
    case FOLLI_OUTPUT_LAYERS:
      return make_layers (plan, host, error);
    case FOLLI_OUTPUT_LAYER:
      return make_layer (plan, host, error);
    case FOLLI_OUTPUT_MERGED:
      return merge (plan, host, error);
    default:
      g_return_val_if_reached (FALSE);
    }
}
