/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/past.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gimp/footprint.h"
#include "gimp/kept-mask.h"
#include "gimp/layer.h"
#include "gimp/made-layer.h"

/* What a map looked like when it was drawn. */
#define MAP_PARASITE "follicle-map"

/* Two selections are the same where they share this much of what either
   covers. One that was only mended is; one for another place is not. */
#define SAME_SELECTION 0.5

static gboolean
is_named (int layer, const char *mask)
{
  g_autofree char *name = folli_layer_get_name (layer);

  return g_str_has_prefix (mask, "layer:")
         && strcmp (mask + strlen ("layer:"), name) == 0;
}

static gboolean
is_same_selection (int layer, const char *footprint)
{
  g_autofree char *other = folli_layer_recall (layer, FOLLI_FOOTPRINT_PARASITE);

  return other && footprint
         && folli_footprint_compare (footprint, other) >= SAME_SELECTION;
}

/* Whether a layer was made with the plan's mask, or with a layer that was. */
static gboolean
has_mask (int layer, const GArray *made, const FolliPlan *plan, int depth)
{
  g_autoptr (FolliSettings) settings = folli_made_layer_get_settings (layer);
  const char *mask = settings ? settings->text[FOLLI_ARGUMENT_MASK] : NULL;

  if (!mask || is_named (layer, plan->mask_text))
    return mask != NULL;
  if (strcmp (mask, plan->mask_text) == 0)
    return !plan->footprint || is_same_selection (layer, plan->footprint);
  for (guint i = 0; depth > 0 && i < made->len; i++)
    {
      const int other = g_array_index (made, int, i);

      if (other != layer && is_named (other, mask))
        return has_mask (other, made, plan, depth - 1);
    }
  return FALSE;
}

static gboolean
is_touch_up (const FolliRecipe *recipe)
{
  return recipe->value[FOLLI_EARLIER_DENSITY] > 0;
}

/* A touch-up stands over the older treatment that its dots leave room for, and
   takes the place of touch-ups alone. */
static gboolean
is_same_treatment (int layer, const FolliPlan *plan)
{
  g_autofree char *text = folli_layer_recall (layer, FOLLI_SETTINGS_PARASITE);
  FolliRecipe      recipe;
  const gboolean was_touch_up = text && folli_recipe_from_string (text, &recipe)
                                && is_touch_up (&recipe);

  return was_touch_up == is_touch_up (&plan->recipe);
}

/* What has been made over the photo. */
static GArray *
list_made (FolliHost *host)
{
  const int own = folli_host_get_own (host);
  const int photo = folli_host_get_layer (host);
  g_autoptr (GArray) siblings
      = folli_host_list_layers (host, folli_layer_get_parent (photo));
  GArray *made = g_array_new (FALSE, FALSE, sizeof (int));

  for (guint i = 0; i < siblings->len; i++)
    {
      const int layer = g_array_index (siblings, int, i);

      if (layer == own
          || (folli_made_layer_is_ours (layer)
              && folli_made_layer_find_below (host, layer) == photo))
        g_array_append_val (made, layer);
    }
  return made;
}

static gboolean
can_be_changed (int layer, FolliOutput output)
{
  switch (output)
    {
    case FOLLI_OUTPUT_EFFECT:
      return folli_made_layer_has_output (layer, "effect");
    case FOLLI_OUTPUT_LAYERS:
      return folli_layer_is_group (layer);
    case FOLLI_OUTPUT_LAYER:
      return folli_made_layer_has_output (layer, "layer");
    default:
      return FALSE;
    }
}

static void
append_sessions (FolliHost *host, int group, GArray *past)
{
  g_autoptr (GArray) layers = folli_host_list_layers (host, group);

  for (guint i = 0; i < layers->len; i++)
    if (folli_made_layer_get_session (g_array_index (layers, int, i)) > 0)
      g_array_append_val (past, g_array_index (layers, int, i));
}

/* Dots that are in the photo's own pixels cannot be taken out of them. */
static const char *
find_merged (FolliHost *host, const FolliPlan *plan)
{
  const int photo = folli_host_get_layer (host);

  if (!folli_made_layer_has_output (photo, "merged")
      || !is_same_treatment (photo, plan)
      || !has_mask (photo, plan->past, plan, 0))
    return NULL;
  return _ ("The photo has dots of this mask among its own pixels already, and "
            "these come on top of them. Undo the first ones if that is not "
            "what you want.");
}

const char *
folli_past_choose (FolliHost *host, FolliPlan *plan)
{
  const int own = folli_host_get_own (host);
  g_autoptr (GArray) made = list_made (host);

  plan->renews = FOLLI_NO_LAYER;
  plan->past = g_array_new (FALSE, FALSE, sizeof (int));
  for (guint i = 0; i < made->len; i++)
    {
      const int layer = g_array_index (made, int, i);

      if (layer != own
          && !(is_same_treatment (layer, plan)
               && has_mask (layer, made, plan, 1)))
        continue;
      g_array_append_val (plan->past, layer);
      if (can_be_changed (layer, plan->output)
          && (plan->renews == FOLLI_NO_LAYER || layer == own))
        plan->renews = layer;
    }
  if (plan->renews != FOLLI_NO_LAYER && plan->output == FOLLI_OUTPUT_LAYERS)
    append_sessions (host, plan->renews, plan->past);
  return find_merged (host, plan);
}

/* Of the pixels as they are stored. */
static char *
sum_up (GeglBuffer *map)
{
  const Babl         *format = gegl_buffer_get_format (map);
  const int           pixel_size = babl_format_get_bytes_per_pixel (format);
  GeglBufferIterator *iterator = gegl_buffer_iterator_new (
      map, NULL, 0, format, GEGL_ACCESS_READ, GEGL_ABYSS_NONE, 1);
  guint64 sum = 0;

  while (gegl_buffer_iterator_next (iterator))
    {
      const GeglRectangle *piece = &iterator->items[0].roi;
      const guint8        *bytes = iterator->items[0].data;
      const gsize          n_bytes = (gsize)iterator->length * pixel_size;
      guint64              part = (guint64)piece->x << 32 | (guint32)piece->y;

      for (gsize i = 0; i < n_bytes; i++)
        part = (part ^ bytes[i]) * G_GUINT64_CONSTANT (1099511628211);
      /* Pieces come in any order. */
      sum += part;
    }
  return g_strdup_printf ("%016" G_GINT64_MODIFIER "x", sum);
}

static char *
sum_up_layer (int layer)
{
  g_autoptr (GeglBuffer) map = folli_layer_get_buffer (layer);

  return sum_up (map);
}

void
folli_past_note_map (int layer)
{
  g_autofree char *sum = sum_up_layer (layer);

  folli_layer_store (layer, MAP_PARASITE, sum);
}

static gboolean
is_painted_map (int layer)
{
  g_autofree char *drawn = NULL;
  g_autofree char *now = NULL;

  if (!folli_made_layer_has_output (layer, "effect"))
    return FALSE;
  drawn = folli_layer_recall (layer, MAP_PARASITE);
  now = sum_up_layer (layer);
  return g_strcmp0 (drawn, now) != 0;
}

int
folli_past_find_map (FolliHost *host, const FolliPlan *plan)
{
  return plan->renews == FOLLI_NO_LAYER
                 || plan->renews == folli_host_get_own (host)
                 || !is_painted_map (plan->renews)
             ? plan->renews
             : FOLLI_NO_LAYER;
}

/* From now on it is nobody's but its own mask. */
static void
release (int layer)
{
  g_autoptr (FolliSettings) settings = folli_made_layer_get_settings (layer);
  g_autofree char *before = folli_layer_recall (layer, FOLLI_SETTINGS_PARASITE);
  g_autofree char *name = folli_layer_get_name (layer);
  g_autofree char *mask = g_strconcat ("layer:", name, NULL);
  g_autofree char *after = NULL;
  FolliRecipe      recipe;

  if (!folli_recipe_from_string (before, &recipe))
    return;
  folli_settings_set_text (settings, FOLLI_ARGUMENT_MASK, mask);
  after = folli_settings_to_string (settings, &recipe);
  folli_layer_store (layer, FOLLI_SETTINGS_PARASITE, after);
}

static char *
retire_one (FolliHost *host, const FolliPlan *plan, int layer)
{
  g_autofree char *name = folli_layer_get_name (layer);

  if (is_named (layer, plan->mask_text) && !folli_kept_mask_is_there (layer))
    folli_layer_set_visible (layer, FALSE);
  else if (is_painted_map (layer))
    {
      folli_layer_set_visible (layer, FALSE);
      release (layer);
      return g_strdup_printf (
          _ ("\"%s\" has been painted on or scaled since it was made: it is "
             "kept and hidden. To go on with it, show it, delete the new dots "
             "and run Follicle Dots on that layer."),
          name);
    }
  else
    folli_host_remove_layer (host, layer);
  return NULL;
}

/* GIMP has given numbers to names that were taken. */
static void
restore_names (FolliHost *host, int made, const char *name)
{
  g_autoptr (GArray) layers = NULL;

  folli_layer_set_name (made, name);
  if (!folli_layer_is_group (made))
    return;
  layers = folli_host_list_layers (host, made);
  for (guint i = 0; i < layers->len; i++)
    {
      const int        layer = g_array_index (layers, int, i);
      const int        session = folli_made_layer_get_session (layer);
      g_autofree char *ours = g_strdup_printf (_ ("Session %d"), session);

      if (session > 0)
        folli_layer_set_name (layer, ours);
    }
}

static char *
choose_name (const FolliPlan *plan, int made)
{
  if (plan->renews != FOLLI_NO_LAYER)
    return folli_layer_get_name (plan->renews);
  if (plan->output == FOLLI_OUTPUT_MERGED)
    return folli_layer_get_name (made);
  return g_strdup (plan->output == FOLLI_OUTPUT_EFFECT ? _ ("Follicle density")
                                                       : _ ("Follicle dots"));
}

char *
folli_past_retire (FolliHost *host, const FolliPlan *plan)
{
  const int        own = folli_host_get_own (host);
  const int        made = folli_host_get_made (host);
  g_autofree char *name = choose_name (plan, made);
  char            *remark = NULL;

  for (guint i = 0; i < plan->past->len; i++)
    {
      const int layer = g_array_index (plan->past, int, i);

      if (layer == made)
        continue;
      g_free (remark);
      remark = retire_one (host, plan, layer);
    }
  if (plan->past->len > 0)
    restore_names (host, made, name);
  if (own != FOLLI_NO_LAYER && own != made)
    folli_host_select_layer (host, made);
  return remark;
}
