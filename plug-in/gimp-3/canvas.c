/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "canvas.h"

#include "configure.h"
#include "effect.h"
#include "filter.h"
#include "gimp/made-layer.h"

#define N_EFFECTS 2

static const char *const OPERATIONS[N_EFFECTS] = { FOLLI_HAIRLINE, FOLLI_DOTS };

/* @layer shows the dots, which @is_made for that or was there before; @kept are
   then copies of its effects, never appended. @hidden are ids of layers that
   had to make room. @split is a mask of ours that hides a part of the dots. */
struct _FolliCanvas
{
  FolliHost          *host;
  GimpLayer          *layer;
  GArray             *hidden;
  gboolean            is_made;
  gboolean            is_shown;
  double              before_share;
  gboolean            was_clean;
  gboolean            was_visible;
  GimpLayerMask      *split;
  FolliRecipe         recipe;
  GeglBuffer         *map;
  GimpDrawableFilter *kept[N_EFFECTS];
};

/* Steps that GIMP does not note down. The history stays frozen for no longer
   than one of them takes, so that whatever the user does meanwhile can be
   undone, and is asked for when the image is closed unsaved. */
static GList *
begin_step (FolliCanvas *canvas)
{
  canvas->was_clean = !gimp_image_is_dirty (canvas->host->image);
  gimp_image_undo_freeze (canvas->host->image);
  return gimp_image_list_selected_layers (canvas->host->image);
}

static void
end_step (FolliCanvas *canvas, GList *selected_layers)
{
  if (selected_layers)
    gimp_image_take_selected_layers (canvas->host->image, selected_layers);
  gimp_image_undo_thaw (canvas->host->image);
  if (canvas->was_clean)
    gimp_image_clean_all (canvas->host->image);
}

static void
keep_effects (FolliCanvas *canvas)
{
  GimpDrawable *layer = GIMP_DRAWABLE (canvas->layer);

  for (int i = 0; i < N_EFFECTS; i++)
    {
      GimpDrawableFilter *effect
          = folli_filter_find (canvas->layer, OPERATIONS[i]);

      if (!effect)
        continue;
      canvas->kept[i] = gimp_drawable_filter_new (layer, OPERATIONS[i], "");
      folli_effect_copy (effect, canvas->kept[i]);
    }
}

static void
restore_effects (FolliCanvas *canvas)
{
  for (int i = 0; i < N_EFFECTS; i++)
    {
      GimpDrawableFilter *effect
          = folli_filter_find (canvas->layer, OPERATIONS[i]);

      if (!canvas->kept[i])
        continue;
      if (effect)
        {
          folli_effect_copy (canvas->kept[i], effect);
          gimp_drawable_filter_update (effect);
        }
      gimp_drawable_filter_delete (canvas->kept[i]);
    }
}

FolliCanvas *
folli_canvas_new (FolliHost *host)
{
  FolliCanvas *canvas = g_new0 (FolliCanvas, 1);

  canvas->host = folli_host_open (host->image, GIMP_DRAWABLE (host->layer));
  canvas->hidden = g_array_new (FALSE, FALSE, sizeof (int));
  canvas->is_made = host->own == FOLLI_NO_LAYER
                    || folli_layer_get_effect_scale (host->own) == 0;
  canvas->is_shown = !canvas->is_made;
  if (canvas->is_made)
    return canvas;
  canvas->layer = gimp_layer_get_by_id (host->own);
  canvas->was_visible = gimp_item_get_visible (GIMP_ITEM (canvas->layer));
  keep_effects (canvas);
  return canvas;
}

static void
set_visible (FolliCanvas *canvas, gboolean is_visible)
{
  GimpItem *layer = GIMP_ITEM (canvas->layer);
  GList    *selected_layers;

  if (!canvas->is_shown || gimp_item_get_visible (layer) == is_visible)
    return;
  selected_layers = begin_step (canvas);
  gimp_item_set_visible (layer, is_visible);
  end_step (canvas, selected_layers);
  gimp_displays_flush ();
}

static gboolean
is_split (const FolliCanvas *canvas)
{
  return canvas->before_share > 0 && canvas->before_share < 1;
}

/* Black on the left, white on the right of the line. */
static void
paint_split (const FolliCanvas *canvas)
{
  GimpDrawable *mask = GIMP_DRAWABLE (canvas->split);
  const int     width = gimp_drawable_get_width (mask);
  const int     height = gimp_drawable_get_height (mask);
  const int     line = width * canvas->before_share;
  GeglColor    *black = gegl_color_new ("black");
  GeglColor    *white = gegl_color_new ("white");
  g_autoptr (GeglBuffer) buffer = gimp_drawable_get_buffer (mask);

  gegl_buffer_set_color (buffer, GEGL_RECTANGLE (0, 0, line, height), black);
  gegl_buffer_set_color (buffer, GEGL_RECTANGLE (line, 0, width - line, height),
                         white);
  gegl_buffer_flush (buffer);
  gimp_drawable_update (mask, 0, 0, width, height);
  g_object_unref (black);
  g_object_unref (white);
}

static void
add_split (FolliCanvas *canvas)
{
  GimpLayer *layer = canvas->layer;

  canvas->split = gimp_layer_create_mask (layer, GIMP_ADD_MASK_WHITE);
  gimp_layer_add_mask (layer, canvas->split);
  gimp_layer_set_edit_mask (layer, FALSE);
}

static void
remove_split (FolliCanvas *canvas)
{
  GimpLayer *layer = canvas->layer;

  if (canvas->split && gimp_item_is_valid (GIMP_ITEM (layer)))
    gimp_layer_remove_mask (layer, GIMP_MASK_DISCARD);
  canvas->split = NULL;
}

/* GIMP ends a plug-in that writes to the mask of a locked layer. */
static void
update_split (FolliCanvas *canvas)
{
  GimpItem *layer = GIMP_ITEM (canvas->layer);
  GList    *selected_layers;
  gboolean  was_locked;

  if (!canvas->is_shown || !gimp_item_is_valid (layer)
      || (!is_split (canvas) && !canvas->split))
    return;
  selected_layers = begin_step (canvas);
  was_locked = gimp_item_get_lock_content (layer);
  gimp_item_set_lock_content (layer, FALSE);
  if (!is_split (canvas))
    remove_split (canvas);
  else if (!canvas->split && !gimp_layer_get_mask (canvas->layer))
    add_split (canvas);
  if (canvas->split)
    paint_split (canvas);
  gimp_item_set_lock_content (layer, was_locked);
  end_step (canvas, selected_layers);
}

void
folli_canvas_show_before (FolliCanvas *canvas, double share)
{
  canvas->before_share = share;
  update_split (canvas);
  set_visible (canvas, share < 1);
  gimp_displays_flush ();
}

/* The user may have deleted it. */
static void
remove_layer (FolliCanvas *canvas, GimpLayer *layer)
{
  if (gimp_item_is_valid (GIMP_ITEM (layer)))
    gimp_image_remove_layer (canvas->host->image, layer);
}

static void
take_back (FolliCanvas *canvas)
{
  GList *selected_layers;

  g_clear_object (&canvas->map);
  if (!canvas->is_made || !canvas->is_shown)
    return;
  selected_layers = begin_step (canvas);
  folli_host_hide_photo (canvas->host);
  canvas->split = NULL;
  remove_layer (canvas, canvas->layer);
  canvas->layer = NULL;
  canvas->is_shown = FALSE;
  end_step (canvas, selected_layers);
}

/* The layer that is there goes only when the other one is in its place. */
static gboolean
put_up (FolliCanvas *canvas, const FolliPlan *plan, GError **error)
{
  GList     *selected_layers = begin_step (canvas);
  GimpLayer *before = canvas->layer;

  folli_host_hide_photo (canvas->host);
  canvas->layer = folli_effect_insert (canvas->host, plan, NULL, error);
  if (canvas->layer && folli_mask_is_layer_mask (plan->mask_text))
    folli_host_show_photo (canvas->host);
  if (before)
    remove_layer (canvas, before);
  canvas->is_shown = canvas->layer != NULL;
  if (canvas->is_shown)
    {
      GimpItem *layer = GIMP_ITEM (canvas->layer);

      folli_layer_store (gimp_item_get_id (layer), FOLLI_PREVIEW_PARASITE, "");
      canvas->split = NULL;
      if (is_split (canvas))
        {
          add_split (canvas);
          paint_split (canvas);
        }
      gimp_item_set_lock_content (layer, TRUE);
      gimp_item_set_lock_position (layer, TRUE);
      gimp_item_set_visible (layer, canvas->before_share < 1);
      canvas->recipe = plan->recipe;
      g_set_object (&canvas->map, plan->mask.map);
    }
  end_step (canvas, selected_layers);
  return canvas->is_shown;
}

static gboolean
is_same (const FolliCanvas *canvas, const FolliPlan *plan, FolliParameterId id)
{
  return canvas->recipe.value[id] == plan->recipe.value[id];
}

/* What is baked into the layer's own pixels, and how far they reach. */
static gboolean
needs_new_layer (const FolliCanvas *canvas, const FolliPlan *plan)
{
  GeglRectangle now, wanted;
  GimpDrawable *layer = (GimpDrawable *)canvas->layer;

  if (!canvas->is_shown || !gimp_item_is_valid (GIMP_ITEM (layer)))
    return TRUE;
  wanted = folli_effect_find_box (canvas->host, plan);
  gimp_drawable_get_offsets (layer, &now.x, &now.y);
  now.width = gimp_drawable_get_width (layer);
  now.height = gimp_drawable_get_height (layer);
  return canvas->map != plan->mask.map
         || !is_same (canvas, plan, FOLLI_AVOID_HAIR)
         || !is_same (canvas, plan, FOLLI_AVOID_GLARE)
         || !gegl_rectangle_contains (&now, &wanted);
}

static void
renumber (FolliCanvas *canvas, const FolliPlan *plan)
{
  for (int i = 0; i < N_EFFECTS; i++)
    {
      GimpDrawableFilter *effect
          = folli_filter_find (canvas->layer, OPERATIONS[i]);

      if (!effect)
        continue;
      folli_effect_configure (canvas->layer, effect, plan, NULL);
      gimp_drawable_filter_update (effect);
    }
}

/* Shows again what had to make room. */
static void
show_past (FolliCanvas *canvas)
{
  GList *selected_layers;

  if (canvas->hidden->len == 0)
    return;
  selected_layers = begin_step (canvas);
  for (guint i = 0; i < canvas->hidden->len; i++)
    {
      GimpItem *item
          = gimp_item_get_by_id (g_array_index (canvas->hidden, int, i));

      if (item && gimp_item_is_valid (item))
        gimp_item_set_visible (item, TRUE);
    }
  g_array_set_size (canvas->hidden, 0);
  end_step (canvas, selected_layers);
}

/* What the plan takes the place of is not seen beneath it. */
static void
hide_past (FolliCanvas *canvas, const FolliPlan *plan)
{
  GList *selected_layers = begin_step (canvas);

  for (guint i = 0; plan && i < plan->past->len; i++)
    {
      const int layer = g_array_index (plan->past, int, i);

      if (layer == folli_host_get_layer (canvas->host)
          || gimp_item_get_by_id (layer) == (GimpItem *)canvas->layer
          || !folli_layer_is_visible (layer))
        continue;
      folli_layer_set_visible (layer, FALSE);
      g_array_append_val (canvas->hidden, layer);
    }
  end_step (canvas, selected_layers);
}

gboolean
folli_canvas_show (FolliCanvas *canvas, const FolliPlan *plan, GError **error)
{
  gboolean is_done = TRUE;

  show_past (canvas);
  hide_past (canvas, plan);
  if (!plan)
    take_back (canvas);
  else if (canvas->is_made && needs_new_layer (canvas, plan))
    is_done = put_up (canvas, plan, error);
  else
    renumber (canvas, plan);
  gimp_displays_flush ();
  return is_done;
}

void
folli_canvas_free (FolliCanvas *canvas)
{
  if (!canvas)
    return;
  if (canvas->is_made)
    take_back (canvas);
  else
    {
      canvas->before_share = 0;
      update_split (canvas);
      set_visible (canvas, canvas->was_visible);
      restore_effects (canvas);
    }
  show_past (canvas);
  gimp_displays_flush ();
  g_array_unref (canvas->hidden);
  folli_host_close (canvas->host);
  g_free (canvas);
}
