/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/renewal.h"

#include <stdio.h>
#include <string.h>

#include "gimp/footprint.h"
#include "gimp/kept-mask.h"
#include "gimp/layer.h"
#include "gimp/made-layer.h"
#include "gimp/points.h"
#include "gimp/scale.h"

/* How large layer and image were when the dots were made, and where the layer
   lay: six numbers, four in files of older versions. */
#define SIZE_PARASITE "follicle-size"

/* What presets said then. */
#define ASKED_PARASITE "follicle-asked"

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

enum
{
  N_LENGTHS = 4,
  N_SIZES = 6
};

static void
get_sizes (FolliHost *host, int layer, int sizes[N_SIZES])
{
  const GeglRectangle box = folli_layer_get_box (layer);

  sizes[0] = box.width;
  sizes[1] = box.height;
  folli_host_get_size (host, &sizes[2], &sizes[3]);
  sizes[4] = box.x;
  sizes[5] = box.y;
}

/* Returns how many are known. */
static int
recall_sizes (int layer, int sizes[N_SIZES])
{
  g_autofree char *text = folli_layer_recall (layer, SIZE_PARASITE);

  return text ? sscanf (text, "%d %d %d %d %d %d", &sizes[0], &sizes[1],
                        &sizes[2], &sizes[3], &sizes[4], &sizes[5])
              : 0;
}

static void
store_sizes (FolliHost *host, int layer)
{
  int              now[N_SIZES];
  g_autofree char *text = NULL;

  get_sizes (host, layer, now);
  text = g_strdup_printf ("%d %d %d %d %d %d", now[0], now[1], now[2], now[3],
                          now[4], now[5]);
  folli_layer_store (layer, SIZE_PARASITE, text);
}

/* How much larger the image has been made since the dots were. */
static double
find_growth (FolliHost *host, int layer)
{
  int then[N_SIZES], now[N_SIZES];

  if (recall_sizes (layer, then) < N_LENGTHS)
    return 1;
  get_sizes (host, layer, now);
  return folli_scale_find_growth (then, now, N_LENGTHS);
}

/* Whether neither layer nor image were moved, cropped or scaled since. */
static gboolean
is_where_it_was (FolliHost *host, int layer)
{
  int then[N_SIZES], now[N_SIZES];

  if (recall_sizes (layer, then) < N_SIZES)
    return FALSE;
  get_sizes (host, layer, now);
  return memcmp (then, now, sizeof now) == 0;
}

/* The scale as the user has set it in the effect's own dialog, or else as it
   was: GIMP keeps numbers of effects as 32-bit floats in files. */
static double
find_live_scale (int layer, double stored)
{
  const double live = folli_layer_get_effect_scale (layer);

  return live == 0 || live == (float)stored || folli_layer_was_reset (layer)
             ? stored
             : live;
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

/* Whether the mask was a selection of which only what is kept is left. */
static gboolean
has_lost_selection (int own, const FolliSettings *settings, gboolean is_there)
{
  return !is_there
         && strcmp (settings->text[FOLLI_ARGUMENT_MASK], "selection") == 0
         && folli_kept_mask_is_there (own);
}

FolliSettings *
folli_renewal_recall (FolliHost *host)
{
  const int own = folli_host_get_own (host);
  g_autoptr (FolliSettings) settings = NULL;
  g_autofree char *mask = NULL;
  FolliFacts       facts;
  double          *scale;

  if (own == FOLLI_NO_LAYER)
    return NULL;
  settings = folli_made_layer_get_settings (own);
  if (!settings)
    return NULL;
  scale = &settings->number[FOLLI_ARGUMENT_PIXELS_PER_CM];
  *scale = find_live_scale (own, *scale) * find_growth (host, own);
  folli_host_get_facts (host, &facts);
  if (!is_effect (settings)
      && !has_lost_selection (own, settings, facts.has_selection))
    return g_steal_pointer (&settings);

  mask = name_layer (own);
  folli_settings_set_text (settings, FOLLI_ARGUMENT_MASK, mask);
  if (is_effect (settings) && !facts.knows_operations)
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

static gboolean
is_as_it_was (FolliHost *host, int layer, const char *asked)
{
  g_autofree char *before = folli_layer_recall (layer, ASKED_PARASITE);

  return before && g_strcmp0 (before, asked) == 0
         && is_where_it_was (host, layer);
}

gboolean
folli_renewal_find_recipe (FolliHost           *host,
                           const FolliSettings *settings,
                           const char          *asked,
                           FolliRecipe         *recipe)
{
  const int own = folli_host_get_own (host);
  g_autoptr (FolliSettings) stored = NULL;
  g_autofree char *text = NULL;
  g_autofree char *mask = NULL;

  if (own == FOLLI_NO_LAYER
      || (folli_layer_get_effect_scale (own) > 0
          && !is_as_it_was (host, own, asked)))
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

  if (own == FOLLI_NO_LAYER
      || (!is_effect (settings) && !folli_kept_mask_is_there (own)))
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

/* What is made anew of the mask that it keeps is where that was. */
static void
store_footprint (FolliHost *host, const FolliPlan *plan, int made)
{
  const int        own = folli_host_get_own (host);
  g_autofree char *before
      = own != FOLLI_NO_LAYER
            ? folli_layer_recall (own, FOLLI_FOOTPRINT_PARASITE)
            : NULL;
  const char *footprint = plan->footprint ? plan->footprint : before;

  if (footprint)
    folli_layer_store (made, FOLLI_FOOTPRINT_PARASITE, footprint);
}

void
folli_renewal_store (FolliHost *host, const FolliPlan *plan, int made)
{
  folli_layer_store (made, FOLLI_SETTINGS_PARASITE, plan->settings);
  store_sizes (host, made);
  if (plan->asked)
    folli_layer_store (made, ASKED_PARASITE, plan->asked);
  store_footprint (host, plan, made);
  if (plan->kept)
    folli_kept_mask_store (host, made, plan->kept);
  keep_scale (host, plan->stated_scale);
  if (folli_mask_is_layer_mask (plan->mask_text))
    folli_host_show_photo (host);
  folli_host_set_made (host, made);
}
