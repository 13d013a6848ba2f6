/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libgimp/gimp.h>

#include "follicle/presets.h"
#include "gimp/host.h"
#include "gimp/settings.h"

G_BEGIN_DECLS

/**
 * FolliHost:
 * @image: the image
 * @layer: (nullable): the photo, or a layer of ours that carries an effect;
 *   NULL if what was selected is no layer
 * @new_layers: (element-type GimpLayer): made, not yet part of the image,
 *   from the bottom up
 * @made: (nullable): the layer or group that the image has got
 * @made_is_new: that it has not been there before
 * @keeps_before: whether to keep what folli_host_take_back() needs of a layer
 *   that is changed
 * @before: (nullable): such pixels
 * @shown: (nullable): a layer that its mask has hidden so far
 *
 * An image in GIMP 3.
 */
struct _FolliHost
{
  GimpImage  *image;
  GimpLayer  *layer;
  GPtrArray  *new_layers;
  GimpLayer  *made;
  gboolean    made_is_new;
  gboolean    keeps_before;
  GeglBuffer *before;
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
 * folli_host_place_layer:
 * @host: the image
 * @layer: a new layer
 * @parent: (nullable): a group
 * @position: within the group, or within the image
 * @error: return location
 *
 * Puts a layer that folli_host_new_layer() made where it belongs.
 *
 * Returns: TRUE if it is in the image
 */
gboolean folli_host_place_layer (FolliHost *host,
                                 GimpLayer *layer,
                                 GimpLayer *parent,
                                 int        position,
                                 GError   **error);

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
 * folli_host_take_back:
 * @host: the image
 *
 * Takes what was made out of the image again, because something else that
 * belongs to it could not be made. An effect that was made anew stays.
 */
void folli_host_take_back (FolliHost *host);

/**
 * folli_layer_store:
 * @layer: a layer
 * @name: of the parasite
 * @text: its content
 *
 * Keeps a text with a layer.
 */
void folli_layer_store (GimpLayer *layer, const char *name, const char *text);

/**
 * folli_host_finish:
 * @host: the image
 * @plan: with the texts of the parasites
 * @made: the layer or group that the procedure returns
 *
 * Stores the settings with what was made, and the scale with the image.
 */
void
folli_host_finish (FolliHost *host, const FolliPlan *plan, GimpLayer *made);

/**
 * folli_host_show_photo:
 * @host: the image
 * @photo: the layer that was worked on
 * @plan: tells which mask was read
 *
 * A mask that has been read for follicles is none that hides the photo: it is
 * no longer applied, and stays where a renewal finds it.
 */
void folli_host_show_photo (FolliHost       *host,
                            GimpLayer       *photo,
                            const FolliPlan *plan);

/* As before. */
void folli_host_hide_photo (FolliHost *host);

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

/**
 * folli_host_recall_settings:
 * @host: an image whose layer carries an effect of ours
 *
 * The settings that the effect was made with, brought up to date: the mask is
 * the layer itself, and if image and layer have been scaled since, so is the
 * scale.
 *
 * Returns: (transfer full) (nullable): the settings, or NULL if the layer
 * carries no effect of ours
 */
FolliSettings *folli_host_recall_settings (FolliHost *host);

/**
 * folli_config_read:
 * @config: a procedure's arguments
 * @procedure: which procedure's
 *
 * Returns: (transfer full): the same as settings
 */
FolliSettings *folli_config_read (GimpProcedureConfig  *config,
                                  const FolliProcedure *procedure);

/**
 * folli_config_write:
 * @config: the procedure's arguments
 * @settings: what they shall be
 */
void folli_config_write (GimpProcedureConfig *config,
                         const FolliSettings *settings);

/**
 * folli_config_gather:
 * @config: the procedure's arguments
 * @run_mode: whether to ask the user
 * @host: the image
 * @presets: what can be chosen from
 *
 * Finds out what is wanted: from the arguments, from the user, and on a layer
 * that carries an effect of ours from that.
 *
 * Returns: (transfer full) (nullable): the settings, or NULL if the user has
 * cancelled
 */
FolliSettings *folli_config_gather (GimpProcedureConfig *config,
                                    GimpRunMode          run_mode,
                                    FolliHost           *host,
                                    const FolliPresets  *presets);

/**
 * folli_dialog_run:
 * @config: the procedure's arguments, which the user changes
 * @host: the image
 * @presets: what can be chosen from
 *
 * Returns: TRUE if the user wants it done
 */
gboolean folli_dialog_run (GimpProcedureConfig *config,
                           FolliHost           *host,
                           const FolliPresets  *presets);

G_END_DECLS
