/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/place.h"

GeglBuffer *
folli_place_buffer (GeglBuffer *buffer, int x, int y)
{
  GeglBuffer *placed;

  if (x == 0 && y == 0)
    return buffer;
  placed = g_object_new (GEGL_TYPE_BUFFER, "source", buffer, "shift-x", -x,
                         "shift-y", -y, NULL);
  g_object_unref (buffer);
  return placed;
}
