/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gegl.h>

#include "gimp/procedure.h"

G_BEGIN_DECLS

/**
 * FOLLI_NO_LAYER:
 *
 * A layer's or a group's number in GIMP where there is none; also the parent of
 * what is in no group.
 */
#define FOLLI_NO_LAYER (-1)

/* What follows is about layers and groups by their numbers. Each host links its
   own. */

/**
 * folli_host_get_layer:
 * @host: the image
 *
 * Returns: the photo, or FOLLI_NO_LAYER
 */
int  folli_host_get_layer (FolliHost *host);
void folli_host_set_layer (FolliHost *host, int layer);

/**
 * folli_host_get_own:
 * @host: the image
 *
 * Returns: the layer or group of ours that is to be made anew, which
 * folli_renewal_start() has found where the user runs us on it, or
 * FOLLI_NO_LAYER
 */
int  folli_host_get_own (FolliHost *host);
void folli_host_set_own (FolliHost *host, int layer);

/**
 * folli_host_get_made:
 * @host: the image
 *
 * Returns: what came of the plan, or FOLLI_NO_LAYER
 */
int  folli_host_get_made (FolliHost *host);
void folli_host_set_made (FolliHost *host, int layer);

/**
 * folli_host_list_layers:
 * @host: the image
 * @parent: a group, or FOLLI_NO_LAYER
 *
 * Returns: (transfer full) (element-type int): what is in it, from the top
 */
GArray *folli_host_list_layers (FolliHost *host, int parent);

/**
 * folli_host_remove_layer:
 * @host: the image
 * @layer: a layer or group of it
 *
 * Takes it out of the image.
 */
void folli_host_remove_layer (FolliHost *host, int layer);

/**
 * folli_host_select_layer:
 * @host: the image
 * @layer: a layer or group of it
 *
 * Selects it in the list of layers, and nothing else.
 */
void folli_host_select_layer (FolliHost *host, int layer);

/**
 * folli_layer_take_after:
 * @layer: a layer
 * @before: the layer whose place it takes
 *
 * Takes on what the user has given the other: its opacity and its mask.
 */
void folli_layer_take_after (int layer, int before);

int           folli_layer_get_parent (int layer);
gboolean      folli_layer_is_group (int layer);
gboolean      folli_layer_is_visible (int layer);
void          folli_layer_set_visible (int layer, gboolean is_visible);
char         *folli_layer_get_name (int layer);
void          folli_layer_set_name (int layer, const char *name);
GeglRectangle folli_layer_get_box (int layer);

/**
 * folli_layer_get_buffer:
 * @layer: a layer
 *
 * Returns: (transfer full): its pixels without effects, in the image's
 * coordinates
 */
GeglBuffer *folli_layer_get_buffer (int layer);

/**
 * folli_layer_recall:
 * @layer: a layer or group
 * @name: of a parasite
 *
 * Returns: (transfer full) (nullable): the text that folli_layer_store() kept
 */
char *folli_layer_recall (int layer, const char *name);
void  folli_layer_store (int layer, const char *name, const char *text);

/**
 * folli_layer_get_effect_scale:
 * @layer: a layer or group
 *
 * Returns: the pixels per cm that its live effect follicle:dots has now, which
 * the user may have changed in the effect's own dialog; 0 if there is none
 */
double folli_layer_get_effect_scale (int layer);

/**
 * folli_layer_was_reset:
 * @layer: a layer or group of ours
 *
 * Returns: TRUE if its live effect follicle:dots was taken back to the
 * operation's defaults by the Reset of GIMP's own dialog, which knows nothing
 * of the photo
 */
gboolean folli_layer_was_reset (int layer);

G_END_DECLS
