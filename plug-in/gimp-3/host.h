/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libgimp/gimp.h>

#include "follicle/presets.h"
#include "gimp/host.h"
#include "gimp/layer.h"
#include "gimp/settings.h"
#include "notes.h"

G_BEGIN_DECLS

/**
 * FolliHost:
 * @image: the image
 * @layer: (nullable): the photo, NULL if what was selected is no layer
 * @own: id of the layer or group of ours that is to be made anew, or
 *   FOLLI_NO_LAYER
 * @fresh: (element-type int): ids of layers that were made and are not yet
 *   part of the image
 * @inserted: (element-type int): ids of those that are
 * @made: id of the layer or group that came of it, or FOLLI_NO_LAYER
 * @active_layers: before the step that has begun
 * @active_channels: before the step that has begun
 * @keeps_before: whether to keep what folli_host_take_back() needs of a layer
 *   that is changed
 * @before: (nullable): such pixels
 * @notes: (nullable): and what was stored with that layer
 * @renewed: (nullable): a layer of ours that has been changed
 * @kept: (nullable): a copy of it as it was
 * @shown: (nullable): a layer that its mask has hidden so far
 *
 * An image in GIMP 3.
 */
struct _FolliHost
{
  GimpImage  *image;
  GimpLayer  *layer;
  int         own;
  GArray     *fresh;
  GArray     *inserted;
  int         made;
  GList      *active_layers;
  GList      *active_channels;
  gboolean    keeps_before;
  GeglBuffer *before;
  FolliNotes *notes;
  GimpLayer  *renewed;
  GimpLayer  *kept;
  GimpLayer  *shown;
};

/**
 * folli_host_open:
 * @image: the image
 * @drawable: what is selected in it
 *
 * Returns: (transfer full): the host
 */
FolliHost *folli_host_open (GimpImage *image, GimpDrawable *drawable);

/* Layers that were made and not inserted vanish with it. */
void folli_host_close (FolliHost *host);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FolliHost, folli_host_close)

/**
 * folli_drawable_get_buffer:
 * @drawable: a layer, a mask or a channel
 *
 * Returns: (transfer full): its pixels, in the image's coordinates
 */
GeglBuffer *folli_drawable_get_buffer (GimpDrawable *drawable);

/**
 * folli_host_set_error:
 * @error: return location
 * @format: a translated sentence with %s for GIMP's own words
 *
 * Says that the call to GIMP right before has failed: with the next one GIMP
 * forgets why.
 */
void folli_host_set_error (GError **error, const char *format);

/**
 * folli_host_hide_photo:
 * @host: the image
 *
 * Takes back folli_host_show_photo().
 */
void folli_host_hide_photo (FolliHost *host);

/**
 * folli_host_keep_layer:
 * @host: the image
 * @layer: a layer of ours that is going to be changed
 *
 * Has folli_host_take_back() put a copy of the layer in its place, with its
 * effects as they are now.
 */
void folli_host_keep_layer (FolliHost *host, GimpLayer *layer);

/**
 * folli_host_park_selection:
 * @host: the image
 *
 * Selects nothing, inside an undo group.
 *
 * Returns: (transfer none) (nullable): what was selected, for
 * folli_host_restore_selection()
 */
GimpChannel *folli_host_park_selection (FolliHost *host);
void folli_host_restore_selection (FolliHost *host, GimpChannel *parked);

G_END_DECLS
