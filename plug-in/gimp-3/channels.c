/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/channels.h"

#include <glib/gi18n-lib.h>

#include "follicle/error.h"
#include "host.h"

/* As GIMP's own channels have it. */
#define OPACITY 50

char *
folli_host_add_channel (FolliHost  *host,
                        const char *name,
                        GeglBuffer *map,
                        GError    **error)
{
  GeglColor   *black = gegl_color_new ("black");
  GimpChannel *channel
      = gimp_channel_new (host->image, name, gimp_image_get_width (host->image),
                          gimp_image_get_height (host->image), OPACITY, black);
  g_autoptr (GeglBuffer) pixels = NULL;

  g_object_unref (black);
  if (!channel)
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_HOST,
                   _ ("GIMP could not make the channel \"%s\""), name);
      return NULL;
    }
  pixels = gimp_drawable_get_buffer (GIMP_DRAWABLE (channel));
  gegl_buffer_clear (pixels, NULL);
  gegl_buffer_copy (map, NULL, GEGL_ABYSS_NONE, pixels,
                    gegl_buffer_get_extent (map));
  gegl_buffer_flush (pixels);
  gimp_item_set_visible (GIMP_ITEM (channel), FALSE);
  if (!gimp_image_insert_channel (host->image, channel, NULL, 0))
    {
      gimp_item_delete (GIMP_ITEM (channel));
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_HOST,
                   _ ("GIMP could not make the channel \"%s\""), name);
      return NULL;
    }
  return gimp_item_get_name (GIMP_ITEM (channel));
}
