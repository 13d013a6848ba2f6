/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/renewal.h"

#include <stdio.h>
#include <string.h>

#include "gimp/footprint.h"
#include "gimp/layer.h"
#include "gimp/made-layer.h"
#include "gimp/points.h"
#include "gimp/scale.h"

/* How large layer and image were when the dots were made: four numbers. */
#define SIZE_PARASITE "follicle-size"

void
folli_renewal_start (FolliHost *host)
{
  const int  own = folli_made_layer_find_around (folli_host_get_layer (host));
  FolliFacts facts;
  int        photo;

  if (own == FOLLI_NO_LAYER || !folli_made_layer_is_ours (own))
    return;
  folli_host_get_facts (host, &facts);
  if (!facts.is_channel)
    folli_host_set_own (host, own);
  photo = folli_made_layer_find_below (host, own);
  if (photo != FOLLI_NO_LAYER)
    folli_host_set_layer (host, photo);
}

static void
get_sizes (FolliHost *host, int layer, int sizes[4])
{
  const GeglRectangle box = folli_layer_get_box (layer);

  sizes[0] = box.width;
  sizes[1] = box.height;
  folli_host_get_size (host, &sizes[2], &sizes[3]);
}

/* How much larger the image has been made since the dots were. */
static double
find_growth (FolliHost *host, int layer)
{
  g_autofree char *text = folli_layer_recall (layer, SIZE_PARASITE);
  int              then[4], now[4];

  if (!text
      || sscanf (text, "%d %d %d %d", &then[0], &then[1], &then[2], &then[3])
             != 4)
    return 1;
  get_sizes (host, layer, now);
  return folli_scale_find_growth (then, now, 4);
}

/* As a mask. */
static char *
name_layer (int layer)
{
  g_autofree char *name = folli_layer_get_name (layer);

  return g_strconcat ("layer:", name, NULL);
}

static gboolean
is_effect (const FolliSettings *settings)
{
  return g_strcmp0 (settings->text[FOLLI_ARGUMENT_OUTPUT], "effect") == 0;
}

FolliSettings *
folli_renewal_recall (FolliHost *host)
{
  const int own = folli_host_get_own (host);
  g_autoptr (FolliSettings) settings = NULL;
  g_autofree char *mask = NULL;
  FolliFacts       facts;
  double          *scale, live;

  if (own == FOLLI_NO_LAYER)
    return NULL;
  settings = folli_made_layer_get_settings (own);
  if (!settings)
    return NULL;
  scale = &settings->number[FOLLI_ARGUMENT_PIXELS_PER_CM];
  live = folli_layer_get_effect_scale (own);
  *scale = (live > 0 ? live : *scale) * find_growth (host, own);
  if (!is_effect (settings))
    return g_steal_pointer (&settings);

  mask = name_layer (own);
  folli_settings_set_text (settings, FOLLI_ARGUMENT_MASK, mask);
  folli_host_get_facts (host, &facts);
  if (!facts.knows_operations)
    folli_settings_set_text (settings, FOLLI_ARGUMENT_OUTPUT, "auto");
  return g_steal_pointer (&settings);
}

/* Whether all that makes the numbers is the same. */
static gboolean
asks_for_the_same (const FolliSettings *a, const FolliSettings *b)
{
  for (int id = 0; id < FOLLI_N_ARGUMENTS; id++)
    if (id != FOLLI_ARGUMENT_MASK && id != FOLLI_ARGUMENT_OUTPUT
        && (a->number[id] != b->number[id]
            || g_strcmp0 (a->text[id], b->text[id]) != 0))
      return FALSE;
  return TRUE;
}

gboolean
folli_renewal_find_recipe (FolliHost           *host,
                           const FolliSettings *settings,
                           FolliRecipe         *recipe)
{
  const int own = folli_host_get_own (host);
  g_autoptr (FolliSettings) stored = NULL;
  g_autofree char *text = NULL;
  g_autofree char *mask = NULL;

  if (own == FOLLI_NO_LAYER || folli_layer_get_effect_scale (own) > 0)
    return FALSE;
  stored = folli_made_layer_get_settings (own);
  mask = name_layer (own);
  text = folli_layer_recall (own, FOLLI_SETTINGS_PARASITE);
  return stored && is_effect (stored) && asks_for_the_same (stored, settings)
         && strcmp (settings->text[FOLLI_ARGUMENT_MASK], mask) == 0
         && folli_recipe_from_string (text, recipe);
}

void
folli_renewal_name_mask (FolliHost *host, FolliSettings *settings)
{
  const int own = folli_host_get_own (host);
  g_autoptr (FolliSettings) stored = NULL;
  g_autofree char *mask = NULL;

  if (own == FOLLI_NO_LAYER || !is_effect (settings))
    return;
  stored = folli_made_layer_get_settings (own);
  mask = name_layer (own);
  if (stored && strcmp (settings->text[FOLLI_ARGUMENT_MASK], mask) == 0)
    folli_settings_set_text (settings, FOLLI_ARGUMENT_MASK,
                             stored->text[FOLLI_ARGUMENT_MASK]);
}

/* Where no scale was stated it is the one remembered, which from now on holds
   for the size that the image has now. */
static void
keep_scale (FolliHost *host, double scale)
{
  if (scale == 0)
    scale = folli_host_get_scale (host);
  if (scale > 0)
    folli_host_store_scale (host, scale);
}

void
folli_renewal_store (FolliHost *host, const FolliPlan *plan, int made)
{
  int              now[4];
  g_autofree char *sizes = NULL;

  get_sizes (host, made, now);
  sizes = g_strdup_printf ("%d %d %d %d", now[0], now[1], now[2], now[3]);
  folli_layer_store (made, FOLLI_SETTINGS_PARASITE, plan->settings);
  folli_layer_store (made, SIZE_PARASITE, sizes);
  if (plan->footprint)
    folli_layer_store (made, FOLLI_FOOTPRINT_PARASITE, plan->footprint);
  keep_scale (host, plan->stated_scale);
  if (folli_plan_has_layer_mask (plan))
    folli_host_show_photo (host);
  folli_host_set_made (host, made);
}
