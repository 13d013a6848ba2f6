/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <stdio.h>

#include "effect.h"
#include "gimp/scale.h"

/* How large layer and image were when the effect was made: four numbers. */
#define SIZE_PARASITE "follicle-size"

char *
folli_layer_recall (GimpLayer *layer, const char *name)
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

void
folli_host_store_sizes (FolliHost *host)
{
  int              now[4];
  g_autofree char *text = NULL;

  get_sizes (host, now);
  text = g_strdup_printf ("%d %d %d %d", now[0], now[1], now[2], now[3]);
  folli_layer_store (host->layer, SIZE_PARASITE, text);
}

/* How much larger the image has been made since the effect was. */
static double
find_growth (FolliHost *host)
{
  g_autofree char *text = folli_layer_recall (host->layer, SIZE_PARASITE);
  int              then[4];
  int              now[4];

  if (!text
      || sscanf (text, "%d %d %d %d", &then[0], &then[1], &then[2], &then[3])
             != 4)
    return 1;
  get_sizes (host, now);
  return folli_scale_find_growth (then, now, 4);
}

/* The scale that the dots have now: the user may have changed it in the
   effect's own dialog. */
static double
get_effect_scale (GimpDrawableFilter *effect)
{
  double scale;

  g_object_get (gimp_drawable_filter_get_config (effect), "pixels-per-cm",
                &scale, NULL);
  return scale;
}

FolliSettings *
folli_host_recall_settings (FolliHost *host)
{
  GimpDrawableFilter *dots = folli_host_find_effect (host, FOLLI_DOTS);
  g_autofree char    *text = NULL;
  g_autofree char    *name = NULL;
  g_autofree char    *mask = NULL;
  FolliSettings      *settings;

  if (!dots)
    return NULL;
  text = folli_layer_recall (host->layer, FOLLI_SETTINGS_PARASITE);
  settings
      = text ? folli_settings_from_string (&folli_dots_procedure, text, NULL)
             : NULL;
  if (!settings)
    return NULL;

  name = gimp_item_get_name (GIMP_ITEM (host->layer));
  mask = g_strconcat ("layer:", name, NULL);
  folli_settings_set_text (settings, FOLLI_ARGUMENT_MASK, mask);
  folli_settings_set_text (settings, FOLLI_ARGUMENT_OUTPUT, "effect");
  settings->number[FOLLI_ARGUMENT_PIXELS_PER_CM]
      = get_effect_scale (dots) * find_growth (host);
  return settings;
}
