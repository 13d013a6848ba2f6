/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/made-layer.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "follicle/error.h"
#include "follicle/render.h"
#include "gimp/arguments.h"

/* The session whose dots a layer in a group of ours has. What else is in the
   group is the user's. */
#define SESSION_PARASITE "follicle-session"

void
folli_made_layer_clear (FolliMadeLayer *layer)
{
  g_clear_pointer (&layer->name, g_free);
  g_clear_pointer (&layer->text, g_free);
  g_clear_object (&layer->painted);
}

FolliSettings *
folli_made_layer_get_settings (int layer)
{
  g_autofree char *text = folli_layer_recall (layer, FOLLI_SETTINGS_PARASITE);

  return text ? folli_settings_from_string (&folli_dots_procedure, text, NULL)
              : NULL;
}

gboolean
folli_made_layer_has_output (int layer, const char *output)
{
  g_autoptr (FolliSettings) settings = folli_made_layer_get_settings (layer);

  return settings
         && g_strcmp0 (settings->text[FOLLI_ARGUMENT_OUTPUT], output) == 0;
}

gboolean
folli_made_layer_is_ours (int layer)
{
  g_autofree char *text = folli_layer_recall (layer, FOLLI_SETTINGS_PARASITE);

  return text && !folli_made_layer_has_output (layer, "merged");
}

/* What carries settings of ours in a group and in those within it. */
static void
collect (FolliHost *host, int parent, GArray *made)
{
  g_autoptr (GArray) layers = folli_host_list_layers (host, parent);

  for (guint i = 0; i < layers->len; i++)
    {
      const int        layer = g_array_index (layers, int, i);
      g_autofree char *text
          = folli_layer_recall (layer, FOLLI_SETTINGS_PARASITE);

      if (text)
        g_array_append_val (made, layer);
      if (folli_layer_is_group (layer))
        collect (host, layer, made);
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
          = folli_layer_get_name (g_array_index (made, int, i));

      g_string_append_printf (names, i == 0 ? "%s" : ", %s", name);
    }
  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_IMAGE,
               _ ("Follicle has made several layers; select one of them: %s"),
               names->str);
}

/* Hidden ones that are masks for others do not count where one is seen. */
static int
find_only (const GArray *made)
{
  int n_seen = 0;
  int seen = FOLLI_NO_LAYER;

  for (guint i = 0; i < made->len; i++)
    if (folli_layer_is_visible (g_array_index (made, int, i)))
      {
        seen = g_array_index (made, int, i);
        n_seen++;
      }
  if (n_seen == 1)
    return seen;
  return made->len == 1 ? g_array_index (made, int, 0) : FOLLI_NO_LAYER;
}

void
folli_made_layer_mark_session (int layer, int session)
{
  g_autofree char *text = g_strdup_printf ("%d", session);

  if (session != FOLLI_SESSION_ALL)
    folli_layer_store (layer, SESSION_PARASITE, text);
}

/* Versions that did not mark it gave it this name. */
int
folli_made_layer_get_session (int layer)
{
  g_autofree char *mark = folli_layer_recall (layer, SESSION_PARASITE);
  g_autofree char *name = folli_layer_get_name (layer);

  if (mark)
    return CLAMP (atoi (mark), 1, 3);
  for (int session = 1; session <= 3; session++)
    {
      g_autofree char *ours = g_strdup_printf (_ ("Session %d"), session);

      if (strcmp (name, ours) == 0)
        return session;
    }
  return 0;
}

int
folli_made_layer_find_around (int layer)
{
  for (; layer != FOLLI_NO_LAYER; layer = folli_layer_get_parent (layer))
    {
      g_autofree char *text
          = folli_layer_recall (layer, FOLLI_SETTINGS_PARASITE);

      if (text)
        return layer;
    }
  return FOLLI_NO_LAYER;
}

static int
find_made (FolliHost *host, GError **error)
{
  g_autoptr (GArray) made = g_array_new (FALSE, FALSE, sizeof (int));
  int layer = folli_host_get_own (host);

  if (layer == FOLLI_NO_LAYER)
    layer = folli_made_layer_find_around (folli_host_get_layer (host));
  if (layer != FOLLI_NO_LAYER)
    return layer;
  collect (host, FOLLI_NO_LAYER, made);
  layer = find_only (made);
  if (layer == FOLLI_NO_LAYER)
    set_error (made, error);
  return layer;
}

static gboolean
is_preview (int layer)
{
  g_autofree char *text = folli_layer_recall (layer, FOLLI_PREVIEW_PARASITE);

  return text != NULL;
}

int
folli_made_layer_find_below (FolliHost *host, int layer)
{
  g_autoptr (GArray) siblings
      = folli_host_list_layers (host, folli_layer_get_parent (layer));
  guint i = 0;

  while (i < siblings->len && g_array_index (siblings, int, i) != layer)
    i++;
  for (i++; i < siblings->len; i++)
    {
      const int below = g_array_index (siblings, int, i);

      if (!folli_made_layer_is_ours (below) && !is_preview (below))
        return below;
    }
  return FOLLI_NO_LAYER;
}

GeglRectangle
folli_made_layer_find_box (FolliHost *host, int made)
{
  g_autoptr (GArray) children = NULL;

  if (!folli_layer_is_group (made))
    return folli_layer_get_box (made);
  children = folli_host_list_layers (host, made);
  for (guint i = 0; i < children->len; i++)
    if (folli_made_layer_get_session (g_array_index (children, int, i)) > 0)
      return folli_layer_get_box (g_array_index (children, int, i));
  return folli_layer_get_box (made);
}

gboolean
folli_made_layer_read (FolliHost *host, FolliMadeLayer *layer, GError **error)
{
  const int made = find_made (host, error);
  int       photo = made;

  if (made == FOLLI_NO_LAYER)
    return FALSE;
  layer->name = folli_layer_get_name (made);
  layer->text = folli_layer_recall (made, FOLLI_SETTINGS_PARASITE);
  if (folli_made_layer_is_ours (made))
    {
      folli_host_set_own (host, made);
      photo = folli_made_layer_find_below (host, made);
      if (!folli_layer_read_effects (made, layer))
        layer->box = folli_made_layer_find_box (host, made);
    }
  folli_host_set_layer (host, photo != FOLLI_NO_LAYER ? photo : made);
  return TRUE;
}
