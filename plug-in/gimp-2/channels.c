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
  const GimpRGB black = { 0, 0, 0, 1 };
  const gint32  channel
      = gimp_channel_new (host->image, name, gimp_image_width (host->image),
                          gimp_image_height (host->image), OPACITY, &black);
  g_autoptr (GeglBuffer) pixels = NULL;

  if (channel == -1)
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_HOST,
                   _ ("GIMP could not make the channel \"%s\""), name);
      return NULL;
    }
  pixels = gimp_drawable_get_buffer (channel);
  gegl_buffer_clear (pixels, NULL);
  gegl_buffer_copy (map, NULL, GEGL_ABYSS_NONE, pixels,
                    gegl_buffer_get_extent (map));
  gegl_buffer_flush (pixels);
  gimp_item_set_visible (channel, FALSE);
  if (!gimp_image_insert_channel (host->image, channel, -1, 0))
    {
      gimp_item_delete (channel);
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_HOST,
                   _ ("GIMP could not make the channel \"%s\""), name);
      return NULL;
    }
  return gimp_item_get_name (channel);
}
