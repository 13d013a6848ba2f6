/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "host-3.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>

#include "follicle/error.h"
#include "plan.h"

#define OPERATION "follicle:dots"

/* Room around the mask. The halo of a dot reaches 3 mm, but never less than
   six cells that are up to two pixels wide. */
#define MARGIN_MM 4
#define MARGIN_PX 12

/* How large layer and image were when the effect was made: four numbers. */
#define SIZE_PARASITE "follicle-size"

GimpDrawableFilter *
folli_host_get_effect (FolliHost *host)
{
  g_autofree GimpDrawableFilter **filters = NULL;

  if (!host->layer)
    return NULL;
  filters = gimp_drawable_get_filters (GIMP_DRAWABLE (host->layer));
  for (int i = 0; filters && filters[i]; i++)
    {
      g_autofree char *name
          = gimp_drawable_filter_get_operation_name (filters[i]);

      if (g_strcmp0 (name, OPERATION) == 0)
        return filters[i];
    }
  return NULL;
}

static char *
read_parasite (GimpLayer *layer, const char *name)
{
  GimpParasite *parasite = gimp_item_get_parasite (GIMP_ITEM (layer), name);
  const void   *data;
  guint32       size;
  char         *text;

  if (!parasite)
    return NULL;
  data = gimp_parasite_get_data (parasite, &size);
  text = g_strndup (data, size);
  gimp_parasite_free (parasite);
  return text;
}

static void
get_sizes (FolliHost *host, int sizes[4])
{
  GimpDrawable *drawable = GIMP_DRAWABLE (host->layer);

  sizes[0] = gimp_drawable_get_width (drawable);
  sizes[1] = gimp_drawable_get_height (drawable);
  sizes[2] = gimp_image_get_width (host->image);
  sizes[3] = gimp_image_get_height (host->image);
}

static void
store_sizes (FolliHost *host)
{
  int              now[4];
  g_autofree char *text = NULL;

  get_sizes (host, now);
  text = g_strdup_printf ("%d %d %d %d", now[0], now[1], now[2], now[3]);
  folli_layer_store (host->layer, SIZE_PARASITE, text);
}

/* How much larger the image has been made since the effect was. Layer and
   image grow by one factor in both directions if they are scaled; whatever
   else changes them (cropping, a new canvas) leaves the scale as it was. */
static double
find_growth (FolliHost *host)
{
  g_autofree char *text = read_parasite (host->layer, SIZE_PARASITE);
  int              then[4];
  int              now[4];
  double           growth;

  if (!text
      || sscanf (text, "%d %d %d %d", &then[0], &then[1], &then[2], &then[3])
             != 4)
    return 1;
  get_sizes (host, now);
  for (int i = 0; i < 4; i++)
    if (then[i] <= 0)
      return 1;

  growth = (double)now[2] / then[2];
  for (int i = 0; i < 4; i++)
    if (fabs (now[i] - growth * then[i]) > 1 + growth)
      return 1;
  return growth;
}

FolliSettings *
folli_host_recall_settings (FolliHost *host)
{
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  g_autofree char *mask = NULL;
  FolliSettings   *settings;

  if (!folli_host_get_effect (host))
    return NULL;
  text = read_parasite (host->layer, FOLLI_SETTINGS_PARASITE);
  settings = text ? folli_settings_from_string (text, NULL) : NULL;
  if (!settings)
    return NULL;

  name = gimp_item_get_name (GIMP_ITEM (host->layer));
  mask = g_strconcat ("layer:", name, NULL);
  folli_settings_set_text (settings, FOLLI_ARGUMENT_MASK, mask);
  folli_settings_set_text (settings, FOLLI_ARGUMENT_OUTPUT, "effect");
  settings->number[FOLLI_ARGUMENT_PIXELS_PER_CM] *= find_growth (host);
  return settings;
}

/* Gives the effect the recipe's numbers, by name. Under an effect the
   coordinates start at the layer's corner. */
static void
configure (FolliHost                *host,
           GimpDrawableFilterConfig *config,
           const FolliPlan          *plan)
{
  FolliRecipe recipe = plan->recipe;
  GeglColor  *shade;
  int         x, y;

  gimp_drawable_get_offsets (GIMP_DRAWABLE (host->layer), &x, &y);
  recipe.value[FOLLI_ORIGIN_X] = -x;
  recipe.value[FOLLI_ORIGIN_Y] = -y;
  for (int id = 0; id < FOLLI_N_PARAMETERS; id++)
    {
      const char *name = folli_parameter_get (id)->name;
      g_auto (GValue) value = G_VALUE_INIT;

      if (!g_object_class_find_property (G_OBJECT_GET_CLASS (config), name))
        continue;
      g_value_init (&value, G_TYPE_DOUBLE);
      g_value_set_double (&value, recipe.value[id]);
      g_object_set_property (G_OBJECT (config), name, &value);
    }
  shade = gegl_color_new (recipe.shade);
  g_object_set (config, "shade", shade, "seed", plan->seed, NULL);
  g_object_unref (shade);
}

/* The map's box with black around it as far as the operation looks: where an
   effect's layer ends, it takes the image to end, and shadow does not fade.
   It is also room to move the hairline outwards. */
static GeglRectangle
find_layer_box (FolliHost *host, const FolliPlan *plan)
{
  const double  px_per_mm = plan->recipe.value[FOLLI_PIXELS_PER_CM] / 10;
  const int     margin = ceil (MAX (MARGIN_MM * px_per_mm, MARGIN_PX));
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

/* A new layer with the map as gray levels, opaque, so that painting white
   and black on it moves the hairline. */
static gboolean
insert_map (FolliHost *host, const FolliPlan *plan, GError **error)
{
  int position
      = gimp_image_get_item_position (host->image, GIMP_ITEM (host->layer));
  GimpLayer *parent
      = (GimpLayer *)gimp_item_get_parent (GIMP_ITEM (host->layer));
  GeglRectangle box = find_layer_box (host, plan);
  GeglRectangle in_map = box;
  GimpLayer    *layer;
  g_autoptr (GeglBuffer) pixels
      = folli_host_new_layer (host, _ ("Follicle density"), &box, error);

  if (!pixels)
    return FALSE;
  in_map.x -= plan->mask.box.x;
  in_map.y -= plan->mask.box.y;
  gegl_buffer_copy (plan->mask.map, &in_map, GEGL_ABYSS_NONE, pixels,
                    GEGL_RECTANGLE (0, 0, 0, 0));
  g_clear_object (&pixels);

  layer = g_ptr_array_index (host->new_layers, 0);
  if (!folli_host_place_layer (host, layer, parent, position))
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_HOST,
                   _ ("GIMP could not insert the layers: %s"),
                   gimp_pdb_get_last_error (gimp_get_pdb ()));
      return FALSE;
    }
  host->layer = layer;
  return TRUE;
}

/* GIMP renders effects in its own process, which does not see the operations
   that this one is linked with. */
static gboolean
check_operation (FolliHost *host, GError **error)
{
  GimpDrawableFilter *probe
      = gimp_drawable_filter_new (GIMP_DRAWABLE (host->layer), OPERATION, "");

  if (!probe)
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_HOST,
                   _ ("GIMP does not know the operation %s: install the "
                      "GEGL module that belongs to this plug-in"),
                   OPERATION);
      return FALSE;
    }
  gimp_drawable_filter_delete (probe);
  return TRUE;
}

static gboolean
add_or_renew (FolliHost *host, const FolliPlan *plan, GError **error)
{
  GimpDrawableFilter *effect = folli_host_get_effect (host);

  if (effect)
    gimp_drawable_filter_delete (effect);
  else if (!insert_map (host, plan, error))
    return FALSE;

  effect = gimp_drawable_filter_new (GIMP_DRAWABLE (host->layer), OPERATION,
                                     _ ("Follicle Dots"));
  configure (host, gimp_drawable_filter_get_config (effect), plan);
  gimp_drawable_append_filter (GIMP_DRAWABLE (host->layer), effect);
  return TRUE;
}

gboolean
folli_host_add_effect (FolliHost *host, const FolliPlan *plan, GError **error)
{
  GimpChannel *parked;
  gboolean     is_done;

  if (!check_operation (host, error))
    return FALSE;
  gimp_image_undo_group_start (host->image);
  /* An effect would take a selection for its own mask, and its corner for
     the layer's. */
  parked = folli_host_park_selection (host);
  is_done = add_or_renew (host, plan, error);
  folli_host_restore_selection (host, parked);
  if (is_done)
    {
      store_sizes (host);
      folli_host_finish (host, plan, host->layer);
      /* Ready to be painted on. */
      gimp_image_take_selected_layers (host->image,
                                       g_list_append (NULL, host->layer));
    }
  gimp_image_undo_group_end (host->image);
  return is_done;
}
