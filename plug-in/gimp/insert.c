/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/insert.h"

#include "gimp/layer.h"
#include "gimp/renewal.h"

/* Index of the first that is among others, or -1. */
static int
find_first (const GArray *layers, const int *others, guint n_others)
{
  for (guint i = 0; i < layers->len; i++)
    for (guint j = 0; j < n_others; j++)
      if (g_array_index (layers, int, i) == others[j])
        return i;
  return -1;
}

int
folli_insert_find_place (FolliHost *host, const FolliPlan *plan, int *parent)
{
  const int under = plan->past->len > 0 ? g_array_index (plan->past, int, 0)
                                        : folli_host_get_layer (host);
  g_autoptr (GArray) siblings = NULL;

  *parent = folli_layer_get_parent (under);
  siblings = folli_host_list_layers (host, *parent);
  return find_first (siblings, &under, 1);
}

static int
insert_new_group (FolliHost       *host,
                  const FolliPlan *plan,
                  const char      *name,
                  GError         **error)
{
  const int group = folli_host_new_group (host, name, error);
  int       parent, position;

  if (group == FOLLI_NO_LAYER)
    return FOLLI_NO_LAYER;
  position = folli_insert_find_place (host, plan, &parent);
  return folli_host_insert_layer (host, group, parent, position, error)
             ? group
             : FOLLI_NO_LAYER;
}

static int
insert_grouped (FolliHost       *host,
                const FolliPlan *plan,
                const char      *name,
                GError         **error)
{
  const GArray *fresh = folli_host_get_fresh (host);
  const int     group = plan->renews != FOLLI_NO_LAYER
                            ? plan->renews
                            : insert_new_group (host, plan, name, error);
  g_autoptr (GArray) children = NULL;
  int position;

  if (group == FOLLI_NO_LAYER)
    return FOLLI_NO_LAYER;
  children = folli_host_list_layers (host, group);
  position
      = find_first (children, (const int *)plan->past->data, plan->past->len);
  while (fresh->len > 0)
    if (!folli_host_insert_layer (host, g_array_index (fresh, int, 0), group,
                                  MAX (position, 0), error))
      return FOLLI_NO_LAYER;
  return group;
}

static int
insert_one (FolliHost *host, const FolliPlan *plan, GError **error)
{
  const int layer = g_array_index (folli_host_get_fresh (host), int, 0);
  int       parent;
  const int position = folli_insert_find_place (host, plan, &parent);

  if (!folli_host_insert_layer (host, layer, parent, position, error))
    return FOLLI_NO_LAYER;
  if (plan->renews != FOLLI_NO_LAYER)
    folli_layer_take_after (layer, plan->renews);
  return layer;
}

gboolean
folli_insert_layers (FolliHost       *host,
                     const FolliPlan *plan,
                     const char      *group,
                     GError         **error)
{
  int made;

  g_return_val_if_fail (folli_host_get_fresh (host)->len > 0, FALSE);

  folli_host_start_step (host);
  made = group ? insert_grouped (host, plan, group, error)
               : insert_one (host, plan, error);
  if (made == FOLLI_NO_LAYER)
    folli_host_take_back (host);
  else
    folli_renewal_store (host, plan, made);
  folli_host_end_step (host);
  return made != FOLLI_NO_LAYER;
}
