/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "effect.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "gimp/arguments.h"
#include "gimp/density.h"
#include "gimp/place.h"
#include "follicle/error.h"

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

GimpDrawableFilter *
folli_host_find_effect (FolliHost *host, const char *operation)
{
  g_autofree GimpDrawableFilter **filters = NULL;

  if (!host->layer)
    return NULL;
  filters = gimp_drawable_get_filters (GIMP_DRAWABLE (host->layer));
  for (int i = 0; filters && filters[i]; i++)
    {
      g_autofree char *name
          = gimp_drawable_filter_get_operation_name (filters[i]);

      if (g_strcmp0 (name, operation) == 0)
        return filters[i];
    }
  return NULL;
}

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
  g_autoptr (GeglBuffer) pixels
      = folli_host_new_layer (host, _ ("Follicle density"), &box, error);
  g_autoptr (GeglBuffer) photo = NULL;

  if (!pixels)
    return FALSE;
  photo = folli_host_get_photo (host);
  folli_density_draw_edges (&plan->mask, photo, &plan->recipe, &box, pixels);
  return TRUE;
}

/* Over the photo, from where on it is the layer to work on. */
static gboolean
insert_map (FolliHost *host, GError **error)
{
  GimpLayer *layer = g_ptr_array_index (host->new_layers, 0);
  int        position
      = gimp_image_get_item_position (host->image, GIMP_ITEM (host->layer));
  GimpLayer *parent
      = (GimpLayer *)gimp_item_get_parent (GIMP_ITEM (host->layer));

  if (!folli_host_place_layer (host, layer, parent, position, error))
    return FALSE;
  host->layer = layer;
  return TRUE;
}

/* GIMP renders effects in its own process, which does not see the operations
   that this one is linked with. */
gboolean
folli_effect_is_known (FolliHost *host)
{
  GimpDrawableFilter *probe
      = gimp_drawable_filter_new (GIMP_DRAWABLE (host->layer), FOLLI_DOTS, "");

  if (!probe)
    return FALSE;
  gimp_drawable_filter_delete (probe);
  return TRUE;
}

static void
add_effects (FolliHost *host, const FolliPlan *plan)
{
  GimpDrawable *layer = GIMP_DRAWABLE (host->layer);

  for (guint i = 0; i < G_N_ELEMENTS (EFFECTS); i++)
    {
      GimpDrawableFilter *effect = gimp_drawable_filter_new (
          layer, EFFECTS[i].operation, _ (EFFECTS[i].name));

      folli_effect_configure (host, effect, plan, NULL);
      gimp_drawable_append_filter (layer, effect);
    }
}

static gboolean
is_ours (FolliHost *host, GimpDrawableFilter *effect)
{
  for (guint i = 0; i < G_N_ELEMENTS (EFFECTS); i++)
    {
      GimpDrawableFilter *ours
          = folli_host_find_effect (host, EFFECTS[i].operation);

      if (ours
          && gimp_drawable_filter_get_id (ours)
                 == gimp_drawable_filter_get_id (effect))
        return TRUE;
    }
  return FALSE;
}

/* Puts an effect on top of the others: itself again, with the numbers of the
   plan if it is ours. */
static void
renew_effect (FolliHost          *host,
              GimpDrawableFilter *old,
              const FolliPlan    *plan,
              const char         *before)
{
  GimpDrawable    *layer = GIMP_DRAWABLE (host->layer);
  g_autofree char *operation = gimp_drawable_filter_get_operation_name (old);
  g_autofree char *name = gimp_drawable_filter_get_name (old);
  GimpDrawableFilter *new = gimp_drawable_filter_new (layer, operation, name);

  if (!new)
    return;
  folli_effect_copy (old, new);
  if (is_ours (host, old))
    folli_effect_configure (host, new, plan, before);
  gimp_drawable_filter_delete (old);
  gimp_drawable_append_filter (layer, new);
}

/* GIMP cannot undo changes of an effect's numbers, but it can undo that one
   effect goes and another comes. That one comes on top: all above the lowest
   of ours have to follow it, so that they keep their order. One that the user
   has taken away stays away. */
static void
renew_effects (FolliHost *host, const FolliPlan *plan)
{
  g_autofree char *before
      = folli_layer_recall (host->layer, FOLLI_SETTINGS_PARASITE);
  g_autofree GimpDrawableFilter **effects
      = gimp_drawable_get_filters (GIMP_DRAWABLE (host->layer));
  int lowest = -1;

  for (int i = 0; effects[i]; i++)
    if (is_ours (host, effects[i]))
      lowest = i;
  for (int i = lowest; i >= 0; i--)
    renew_effect (host, effects[i], plan, before);
}

/* What was painted on the layer stays, unless another mask is asked for. */
static gboolean
is_own_mask (FolliHost *host, const FolliPlan *plan)
{
  g_autoptr (FolliSettings) settings = folli_settings_from_string (
      &folli_dots_procedure, plan->settings, NULL);
  g_autofree char *own = gimp_item_get_name (GIMP_ITEM (host->layer));
  FolliMaskKind    kind;
  const char      *name;

  return !settings
         || !folli_mask_parse (settings->text[FOLLI_ARGUMENT_MASK], &kind,
                               &name, NULL)
         || (kind == FOLLI_MASK_LAYER && g_strcmp0 (name, own) == 0);
}

/* In place of the map that the layer has, as steps that GIMP can undo. */
static void
redraw_map (FolliHost *host, const FolliPlan *plan)
{
  GimpDrawable       *layer = GIMP_DRAWABLE (host->layer);
  const GeglRectangle box = folli_effect_find_box (host, plan);
  int                 x, y;
  g_autoptr (GeglBuffer) photo = folli_host_get_photo (host);
  g_autoptr (GeglBuffer) shadow = NULL;

  gimp_drawable_get_offsets (layer, &x, &y);
  gimp_layer_resize (host->layer, box.width, box.height, x - box.x, y - box.y);
  shadow = folli_place_buffer (gimp_drawable_get_shadow_buffer (layer), box.x,
                               box.y);
  folli_density_draw_edges (&plan->mask, photo, &plan->recipe, &box, shadow);
  gegl_buffer_flush (shadow);
  g_clear_object (&shadow);
  gimp_drawable_merge_shadow (layer, TRUE);
  gimp_drawable_update (layer, 0, 0, box.width, box.height);
}

static gboolean
add_or_renew (FolliHost       *host,
              const FolliPlan *plan,
              gboolean         is_there,
              GError         **error)
{
  if (is_there)
    {
      if (!is_own_mask (host, plan))
        redraw_map (host, plan);
      renew_effects (host, plan);
    }
  else if (insert_map (host, error))
    add_effects (host, plan);
  else
    return FALSE;
  return TRUE;
}

gboolean
folli_effect_insert (FolliHost *host, const FolliPlan *plan, GError **error)
{
  GimpLayer     *photo = host->layer;
  const gboolean is_there = folli_host_find_effect (host, FOLLI_DOTS) != NULL;
  GimpChannel   *parked;
  gboolean       is_done;

  /* What takes long comes first: whoever ends the plug-in meanwhile finds the
     image as it was, with its selection. */
  if (!is_there && !draw_map (host, plan, error))
    return FALSE;
  /* An effect would take a selection for its own mask, and its corner for
     the layer's. */
  parked = folli_host_park_selection (host);
  is_done = add_or_renew (host, plan, is_there, error);
  if (is_done)
    folli_host_show_photo (host, photo, plan);
  folli_host_restore_selection (host, parked);
  return is_done;
}

gboolean
folli_host_add_effect (FolliHost *host, const FolliPlan *plan, GError **error)
{
  gboolean is_done;

  gimp_image_undo_group_start (host->image);
  is_done = folli_effect_insert (host, plan, error);
  if (is_done)
    {
      folli_host_store_sizes (host);
      folli_host_finish (host, plan, host->layer);
      /* Ready to be painted on. */
      gimp_image_take_selected_layers (host->image,
                                       g_list_append (NULL, host->layer));
    }
  gimp_image_undo_group_end (host->image);
  return is_done;
}
