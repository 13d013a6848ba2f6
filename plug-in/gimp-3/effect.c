/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "effect.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "configure.h"
#include "filter.h"
#include "gimp/density.h"
#include "gimp/insert.h"
#include "gimp/past.h"
#include "gimp/place.h"
#include "gimp/renewal.h"

/* Room around the mask. The halo of a dot reaches 3 mm, but never less than
   six cells that are up to two pixels wide. */
#define MARGIN_MM 4
#define MARGIN_PX 12

/* From the bottom up. */
static const struct
{
  const char *operation;
  const char *name;
} EFFECTS[] = {
  { FOLLI_HAIRLINE, N_ ("Follicle Hairline") },
  { FOLLI_DOTS, N_ ("Follicle Dots") },
};

/* The map's box with black around it as far as the operations look: where an
   effect's layer ends, they take the image to end, and shadow does not fade.
   It is also room to move the hairline outwards. */
GeglRectangle
folli_effect_find_box (FolliHost *host, const FolliPlan *plan)
{
  const double px_per_mm = plan->recipe.value[FOLLI_PIXELS_PER_CM] / 10;
  const int    margin = folli_density_find_margin (&plan->recipe)
                     + ceil (MAX (MARGIN_MM * px_per_mm, MARGIN_PX));
  GeglRectangle box = plan->mask.box;

  box.x -= margin;
  box.y -= margin;
  box.width += 2 * margin;
  box.height += 2 * margin;
  gegl_rectangle_intersect (
      &box, &box,
      GEGL_RECTANGLE (0, 0, gimp_image_get_width (host->image),
                      gimp_image_get_height (host->image)));
  return box;
}

/* A new layer with the map as the alpha of white, not in the image yet. Its
   alpha cannot be locked against paint: GIMP keeps locked alpha from effects,
   too. */
static gboolean
draw_map (FolliHost *host, const FolliPlan *plan, GError **error)
{
  GeglRectangle box = folli_effect_find_box (host, plan);
  g_autoptr (GeglBuffer) pixels = folli_host_new_layer (
      host, _ ("Follicle density"), FOLLI_SESSION_ALL, &box, error);

  if (!pixels)
    return FALSE;
  folli_plan_draw_edges (plan, host, &box, pixels);
  return !g_cancellable_set_error_if_cancelled (g_cancellable_get_current (),
                                                error);
}

/* What is there of a map that nobody wants any longer. */
static void
drop_map (FolliHost *host)
{
  if (host->fresh->len == 0)
    return;
  gimp_item_delete (gimp_item_get_by_id (g_array_index (host->fresh, int, 0)));
  g_array_remove_index (host->fresh, 0);
}

static GimpLayer *
insert_map (FolliHost *host, const FolliPlan *plan, GError **error)
{
  const int layer = g_array_index (host->fresh, int, 0);
  int       parent;
  const int position = folli_insert_find_place (host, plan, &parent);

  return folli_host_insert_layer (host, layer, parent, position, error)
             ? gimp_layer_get_by_id (layer)
             : NULL;
}

static GimpDrawableFilter *
new_effect (GimpLayer  *layer,
            const char *operation,
            const char *name,
            GError    **error)
{
  GimpDrawableFilter *effect
      = gimp_drawable_filter_new (GIMP_DRAWABLE (layer), operation, name);

  if (!effect)
    folli_host_set_error (error, _ ("GIMP could not change the layer: %s"));
  return effect;
}

static gboolean
append_effect (GimpLayer *layer, GimpDrawableFilter *effect, GError **error)
{
  gimp_drawable_append_filter (GIMP_DRAWABLE (layer), effect);
  if (gimp_pdb_get_last_status (gimp_get_pdb ()) == GIMP_PDB_SUCCESS)
    return TRUE;
  folli_host_set_error (error, _ ("GIMP could not change the layer: %s"));
  return FALSE;
}

static gboolean
add_effects (GimpLayer *layer, const FolliPlan *plan, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (EFFECTS); i++)
    {
      GimpDrawableFilter *effect;

      if (folli_filter_find (layer, EFFECTS[i].operation))
        continue;
      effect = new_effect (layer, EFFECTS[i].operation, _ (EFFECTS[i].name),
                           error);
      if (!effect)
        return FALSE;
      folli_effect_configure (layer, effect, plan, NULL);
      if (!append_effect (layer, effect, error))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_ours (GimpLayer *layer, GimpDrawableFilter *effect)
{
  for (guint i = 0; i < G_N_ELEMENTS (EFFECTS); i++)
    {
      GimpDrawableFilter *ours
          = folli_filter_find (layer, EFFECTS[i].operation);

      if (ours
          && gimp_drawable_filter_get_id (ours)
                 == gimp_drawable_filter_get_id (effect))
        return TRUE;
    }
  return FALSE;
}

/* Puts an effect on top of the others: itself again, with the numbers of the
   plan if it is ours. */
static gboolean
renew_effect (GimpLayer          *layer,
              GimpDrawableFilter *old,
              const FolliPlan    *plan,
              const char         *before,
              GError            **error)
{
  g_autofree char *operation = gimp_drawable_filter_get_operation_name (old);
  g_autofree char *name = gimp_drawable_filter_get_name (old);
  GimpDrawableFilter *new = new_effect (layer, operation, name, error);

  if (!new)
    return FALSE;
  folli_effect_copy (old, new);
  if (is_ours (layer, old))
    folli_effect_configure (layer, new, plan, before);
  gimp_drawable_filter_delete (old);
  return append_effect (layer, new, error);
}

/* GIMP cannot undo changes of an effect's numbers, but it can undo that one
   effect goes and another comes. That one comes on top: all above the lowest
   of ours have to follow it, so that they keep their order. One that the user
   has taken away stays away. */
static gboolean
renew_effects (GimpLayer       *layer,
               const FolliPlan *plan,
               const char      *before,
               GError         **error)
{
  g_autofree GimpDrawableFilter **effects
      = gimp_drawable_get_filters (GIMP_DRAWABLE (layer));
  int lowest = -1;

  for (int i = 0; effects[i]; i++)
    if (is_ours (layer, effects[i]))
      lowest = i;
  for (int i = lowest; i >= 0; i--)
    if (!renew_effect (layer, effects[i], plan, before, error))
      return FALSE;
  return TRUE;
}

/* What was painted on the layer stays, unless another mask is asked for. */
static gboolean
is_own_mask (GimpLayer *layer, const FolliPlan *plan)
{
  g_autofree char *own = gimp_item_get_name (GIMP_ITEM (layer));

  return g_str_has_prefix (plan->mask_text, "layer:")
         && strcmp (plan->mask_text + strlen ("layer:"), own) == 0;
}

/* In place of the map that the layer has, as steps that GIMP can undo. */
static gboolean
redraw_map (FolliHost       *host,
            GimpLayer       *layer,
            const FolliPlan *plan,
            GError         **error)
{
  GimpDrawable       *drawable = GIMP_DRAWABLE (layer);
  const GeglRectangle box = folli_effect_find_box (host, plan);
  int                 x, y;
  g_autoptr (GeglBuffer) shadow = NULL;
  gboolean is_done;

  gimp_drawable_get_offsets (drawable, &x, &y);
  is_done
      = gimp_layer_resize (layer, box.width, box.height, x - box.x, y - box.y);
  if (is_done)
    {
      shadow = folli_place_buffer (gimp_drawable_get_shadow_buffer (drawable),
                                   box.x, box.y);
      folli_plan_draw_edges (plan, host, &box, shadow);
      gegl_buffer_flush (shadow);
      g_clear_object (&shadow);
      is_done = gimp_drawable_merge_shadow (drawable, TRUE);
    }
  if (!is_done)
    folli_host_set_error (error, _ ("GIMP could not change the layer: %s"));
  else
    gimp_drawable_update (drawable, 0, 0, box.width, box.height);
  return is_done;
}

/* What the user has changed in an effect's own dialog stays where the user runs
   us on the layer. Where all effects are gone, they come back. */
static gboolean
renew (FolliHost *host, GimpLayer *layer, const FolliPlan *plan, GError **error)
{
  const int        id = gimp_item_get_id (GIMP_ITEM (layer));
  g_autofree char *before
      = id == host->own ? folli_layer_recall (id, FOLLI_SETTINGS_PARASITE)
                        : NULL;

  folli_host_keep_layer (host, layer);
  if (!is_own_mask (layer, plan) && !redraw_map (host, layer, plan, error))
    return FALSE;
  gimp_item_set_visible (GIMP_ITEM (layer), TRUE);
  return folli_filter_find (layer, FOLLI_DOTS)
             ? renew_effects (layer, plan, before, error)
             : add_effects (layer, plan, error);
}

GimpLayer *
folli_effect_insert (FolliHost       *host,
                     const FolliPlan *plan,
                     GimpLayer       *map,
                     GError         **error)
{
  GimpChannel *parked;
  gboolean     is_done;

  /* What takes long comes first: whoever ends the plug-in meanwhile finds the
     image as it was, with its selection. */
  if (!map && !draw_map (host, plan, error))
    {
      drop_map (host);
      return NULL;
    }
  /* An effect would take a selection for its own mask, and its corner for
     the layer's. */
  parked = folli_host_park_selection (host);
  if (map)
    is_done = renew (host, map, plan, error);
  else
    {
      map = insert_map (host, plan, error);
      is_done = map && add_effects (map, plan, error);
    }
  if (!is_done)
    folli_host_take_back (host);
  folli_host_restore_selection (host, parked);
  return is_done ? map : NULL;
}

gboolean
folli_host_add_effect (FolliHost *host, const FolliPlan *plan, GError **error)
{
  const int  before = folli_past_find_map (host, plan);
  GimpLayer *layer;

  folli_host_start_step (host);
  layer = folli_effect_insert (
      host, plan,
      before != FOLLI_NO_LAYER ? gimp_layer_get_by_id (before) : NULL, error);
  if (layer)
    folli_renewal_store (host, plan, gimp_item_get_id (GIMP_ITEM (layer)));
  if (layer && !is_own_mask (layer, plan))
    folli_past_note_map (host->made);
  folli_host_end_step (host);
  return layer != NULL;
}
