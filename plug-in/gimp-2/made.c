/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/made.h"

#include <glib/gi18n-lib.h>

#include "follicle/error.h"
#include "gimp/arguments.h"
#include "host.h"

static char *
recall (gint32 item)
{
  GimpParasite *parasite
      = gimp_item_get_parasite (item, FOLLI_SETTINGS_PARASITE);
  char *text;

  if (!parasite)
    return NULL;
  text = g_strndup (gimp_parasite_data (parasite),
                    gimp_parasite_data_size (parasite));
  gimp_parasite_free (parasite);
  return text;
}

/* Appends what carries settings of ours, groups before what is in them. */
static void
collect (const gint32 *layers, int n_layers, GArray *made)
{
  for (int i = 0; i < n_layers; i++)
    {
      g_autofree char *text = recall (layers[i]);

      if (text)
        g_array_append_val (made, layers[i]);
      if (gimp_item_is_group (layers[i]))
        {
          int                n_children;
          g_autofree gint32 *children
              = gimp_item_get_children (layers[i], &n_children);

          collect (children, n_children, made);
        }
    }
}

static void
set_error (const GArray *made, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (made->len == 0)
    {
      g_set_error_literal (error, FOLLI_ERROR, FOLLI_ERROR_UNKNOWN,
                           _ ("Follicle has made nothing in this image yet: "
                              "stamp dots first"));
      return;
    }
  for (guint i = 0; i < made->len; i++)
    {
      g_autofree char *name
          = gimp_item_get_name (g_array_index (made, gint32, i));

      g_string_append_printf (names, i == 0 ? "%s" : ", %s", name);
    }
  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_IMAGE,
               _ ("Follicle has made several layers; select one of them: %s"),
               names->str);
}

static gboolean
contains (const GArray *made, gint32 item)
{
  for (guint i = 0; i < made->len; i++)
    if (g_array_index (made, gint32, i) == item)
      return TRUE;
  return FALSE;
}

/* Returns -1 with @error set if there is none. */
static gint32
find_layer (FolliHost *host, GError **error)
{
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (gint32));
  int                n_layers;
  g_autofree gint32 *layers = gimp_image_get_layers (host->image, &n_layers);

  collect (layers, n_layers, made);
  for (gint32 item = host->layer; item != -1;
       item = gimp_item_get_parent (item))
    if (contains (made, item))
      return item;
  if (made->len == 1)
    return g_array_index (made, gint32, 0);
  set_error (made, error);
  return -1;
}

static GeglRectangle
find_box (gint32 made)
{
  int                n_children = 0;
  g_autofree gint32 *children = gimp_item_is_group (made)
                                    ? gimp_item_get_children (made, &n_children)
                                    : NULL;
  const gint32       layer = n_children > 0 ? children[0] : made;
  GeglRectangle      box
      = { 0, 0, gimp_drawable_width (layer), gimp_drawable_height (layer) };

  gimp_drawable_offsets (layer, &box.x, &box.y);
  return box;
}

/* What was merged lies in the photo's own pixels. */
static gboolean
is_merged (const char *text)
{
  g_autoptr (FolliSettings) settings
      = folli_settings_from_string (&folli_dots_procedure, text, NULL);

  return settings
         && g_strcmp0 (settings->text[FOLLI_ARGUMENT_OUTPUT], "merged") == 0;
}

/* The photo: what lies under a layer of ours and under all others of ours. */
static gint32
find_below (FolliHost *host, gint32 item)
{
  const gint32       parent = gimp_item_get_parent (item);
  int                n_siblings;
  g_autofree gint32 *siblings
      = parent != -1 ? gimp_item_get_children (parent, &n_siblings)
                     : gimp_image_get_layers (host->image, &n_siblings);

  for (int i = gimp_image_get_item_position (host->image, item) + 1;
       i < n_siblings; i++)
    {
      g_autofree char *text = recall (siblings[i]);

      if (!text || is_merged (text))
        return siblings[i];
    }
  return -1;
}

gboolean
folli_host_find_made (FolliHost *host, FolliMadeLayer *layer, GError **error)
{
  const gint32 made = find_layer (host, error);
  const gint32 below = made != -1 ? find_below (host, made) : -1;

  if (made == -1)
    return FALSE;
  layer->name = gimp_item_get_name (made);
  layer->text = recall (made);
  host->layer = made;
  if (is_merged (layer->text))
    return TRUE;
  layer->box = find_box (made);
  if (below != -1)
    host->layer = below;
  return TRUE;
}
