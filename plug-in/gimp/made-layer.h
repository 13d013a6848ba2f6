/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gegl.h>

#include "follicle/presets.h"
#include "gimp/layer.h"
#include "gimp/settings.h"

G_BEGIN_DECLS

/**
 * FolliMadeLayer:
 * @name: the layer's or group's
 * @text: the content of its FOLLI_SETTINGS_PARASITE
 * @box: what its pixels cover, px; empty where they are the photo's own
 * @painted: (nullable): of a layer with live effects the pixels under them
 * @recipe: of a layer with live effects the dots' numbers as they are now, in
 *   the image's coordinates
 * @hairline: of a layer with live effects the hairline's
 * @seed: of a layer with live effects
 * @keeps_mask: whether the mask that its pixels were made with is kept with it
 * @has_hairline: whether among the live effects is follicle:hairline
 *
 * A layer or group of ours as it is.
 */
typedef struct
{
  char         *name;
  char         *text;
  GeglRectangle box;
  GeglBuffer   *painted;
  FolliRecipe   recipe;
  FolliRecipe   hairline;
  guint32       seed;
  gboolean      keeps_mask;
  gboolean      has_hairline;
} FolliMadeLayer;

void folli_made_layer_clear (FolliMadeLayer *layer);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FolliMadeLayer, folli_made_layer_clear)

/**
 * FOLLI_PREVIEW_PARASITE:
 *
 * Name of the parasite of a layer that is there for as long as a dialog is
 * open. It is no photo, and has not been made either.
 */
#define FOLLI_PREVIEW_PARASITE "follicle-preview"

/**
 * folli_made_layer_get_settings:
 * @layer: a layer or group
 *
 * Returns: (transfer full) (nullable): what it was made with, or NULL if it is
 * none of ours
 */
FolliSettings *folli_made_layer_get_settings (int layer);

/**
 * folli_made_layer_has_output:
 * @layer: a layer or group
 * @output: "merged" or another
 *
 * Returns: TRUE if that is what Follicle made of it. What was merged is the
 * photo, which has the dots among its own pixels.
 */
gboolean folli_made_layer_has_output (int layer, const char *output);

/**
 * folli_made_layer_is_ours:
 * @layer: a layer or group
 *
 * Returns: TRUE if Follicle has made it, and does not only have drawn on it
 */
gboolean folli_made_layer_is_ours (int layer);

/**
 * folli_made_layer_mark_session:
 * @layer: a new layer
 * @session: FOLLI_SESSION_ALL, or 1 to 3
 *
 * Notes on a layer in a group of ours whose dots it has. What else users have
 * put there is theirs.
 */
void folli_made_layer_mark_session (int layer, int session);

/**
 * folli_made_layer_get_session:
 * @layer: a layer in a group of ours
 *
 * Returns: 1 to 3, or 0 if it is the user's
 */
int folli_made_layer_get_session (int layer);

/**
 * folli_made_layer_find_around:
 * @layer: a layer, group or FOLLI_NO_LAYER
 *
 * Returns: what Follicle has made, be it @layer or a group that it is in;
 * otherwise FOLLI_NO_LAYER
 */
int folli_made_layer_find_around (int layer);

/**
 * folli_made_layer_find_below:
 * @host: the image
 * @layer: what Follicle has made
 *
 * Returns: the photo: what lies under @layer and under all others of ours, or
 * FOLLI_NO_LAYER
 */
int folli_made_layer_find_below (FolliHost *host, int layer);

/**
 * folli_made_layer_find_box:
 * @host: the image
 * @made: a layer or group that Follicle has made, or has drawn on
 *
 * Returns: what it covers, px; of a group, what its sessions cover, without
 * what else is in it
 */
GeglRectangle folli_made_layer_find_box (FolliHost *host, int made);

/**
 * folli_made_layer_read:
 * @host: the image
 * @layer: (out caller-allocates): untouched on error
 * @error: return location
 *
 * Finds what Follicle has made: the layer that is worked on, or a group that
 * it is in, or else the only one in the image that is seen, or the only one.
 * From then on the host's photo is the layer under it.
 *
 * Errors: FOLLI_ERROR_UNKNOWN if there is none; FOLLI_ERROR_IMAGE if there are
 * several and none of them is the one that is worked on, with their names.
 *
 * Returns: TRUE if @layer was filled in
 */
gboolean
folli_made_layer_read (FolliHost *host, FolliMadeLayer *layer, GError **error);

/**
 * folli_layer_read_effects:
 * @layer: what Follicle has made
 * @made: what is known of live effects is filled in
 *
 * Each host links its own.
 *
 * Returns: TRUE if the layer carries live effects of ours
 */
gboolean folli_layer_read_effects (int layer, FolliMadeLayer *made);

G_END_DECLS
