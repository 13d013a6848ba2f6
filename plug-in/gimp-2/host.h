/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libgimp/gimp.h>

#include "gimp/host.h"

G_BEGIN_DECLS

/**
 * FolliHost:
 * @image: the image
 * @drawable: what the procedure was called for
 * @layer: the photo: @drawable, or the layer whose mask it is, or the topmost
 *   layer if it is a channel; -1 if the image has none
 * @own: the layer or group of ours that is to be made anew, or -1
 * @fresh: ids of new layers that are not yet part of the image
 * @inserted: ids of those that are
 * @made: the layer or group that came of it, or -1
 * @active_layer: before the step that has begun
 * @active_channel: before the step that has begun
 *
 * The host in GIMP 2.10, known to its own files alone.
 */
struct _FolliHost
{
  gint32  image;
  gint32  drawable;
  gint32  layer;
  gint32  own;
  GArray *fresh;
  GArray *inserted;
  gint32  made;
  gint32  active_layer;
  gint32  active_channel;
};

/**
 * folli_host_open:
 * @image: the image
 * @drawable: what the procedure was called for
 *
 * Returns: (transfer full): the host
 */
FolliHost *folli_host_open (gint32 image, gint32 drawable);

void folli_host_close (FolliHost *host);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FolliHost, folli_host_close)

/**
 * folli_drawable_get_buffer:
 * @drawable: a layer, a mask or a channel
 *
 * Returns: (transfer full): its pixels, in the image's coordinates
 */
GeglBuffer *folli_drawable_get_buffer (gint32 drawable);

/**
 * folli_host_set_error:
 * @error: return location
 * @format: a translated sentence with %s for GIMP's own words
 *
 * Says that the call to GIMP right before has failed: with the next one GIMP
 * forgets why.
 */
void folli_host_set_error (GError **error, const char *format);

G_END_DECLS
