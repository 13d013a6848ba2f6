/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gegl.h>

#include "gimp/mask.h"
#include "gimp/procedure.h"

G_BEGIN_DECLS

/**
 * FolliHost:
 *
 * One image in one version of GIMP, and the layer of it that is worked on.
 *
 * All that the plug-in needs of GIMP goes through the functions below. Each
 * executable links exactly one host, which defines this type and them: the
 * folder gimp-2 for GIMP 2.10, gimp-3 for 3.x. The shared code calls
 * them, never libgimp, and runs in this order:
 *
 *   folli_plan_new ()        asks about the image, its mask and its scale
 *   folli_plan_carry_out ()  draws into buffers that are not yet part of the
 *                            image, then calls one of the functions that
 *                            change it; each is one undo step, or nothing
 *
 * All pixels are in the image's coordinates: where a layer lies in it, its host
 * alone knows, which calls folli_place_buffer() on whatever it hands out. Only
 * under a live effect do coordinates start elsewhere, at the layer's corner.
 *
 * A host has besides: the procedures' registration (made from
 * folli_procedure_get()), their run functions (arguments or last values to a
 * FolliSettings, plan, carry out) and their dialogs.
 */
typedef struct _FolliHost FolliHost;
typedef struct _FolliPlan FolliPlan;

/**
 * FolliOutput:
 * @FOLLI_OUTPUT_AUTO: what suits the host best
 * @FOLLI_OUTPUT_EFFECT: a layer with live effects (GIMP 3)
 * @FOLLI_OUTPUT_LAYERS: a group with one layer per session
 * @FOLLI_OUTPUT_LAYER: one layer
 * @FOLLI_OUTPUT_MERGED: into the photo
 */
typedef enum
{
  FOLLI_OUTPUT_AUTO,
  FOLLI_OUTPUT_EFFECT,
  FOLLI_OUTPUT_LAYERS,
  FOLLI_OUTPUT_LAYER,
  FOLLI_OUTPUT_MERGED
} FolliOutput;

/**
 * FolliFacts:
 * @is_indexed: the image has a colour map
 * @has_floating_selection: the image has one
 * @has_layers: the image has at least one
 * @has_photo: there is a layer to work on
 * @is_channel: what is selected is a channel
 * @is_group: the layer is a group
 * @is_locked: the layer's pixels are locked
 * @has_selection: something is selected
 * @has_layer_mask: the layer has a mask
 * @has_effects: this GIMP has live effects
 * @knows_operations: GIMP knows our operations
 *
 * What matters of an image. Which of it is wrong, folli_check_output() says.
 */
typedef struct
{
  gboolean is_indexed;
  gboolean has_floating_selection;
  gboolean has_layers;
  gboolean has_photo;
  gboolean is_channel;
  gboolean is_group;
  gboolean is_locked;
  gboolean has_selection;
  gboolean has_layer_mask;
  gboolean has_effects;
  gboolean knows_operations;
} FolliFacts;

/**
 * folli_host_get_facts:
 * @host: the image
 * @facts: (out caller-allocates): what matters of it
 */
void folli_host_get_facts (FolliHost *host, FolliFacts *facts);

/**
 * folli_host_list_names:
 * @host: the image
 * @kind: FOLLI_MASK_CHANNEL, FOLLI_MASK_PATH or FOLLI_MASK_LAYER
 *
 * Returns: (transfer full): the names of those that the image has, NULL after
 * the last
 */
char **folli_host_list_names (FolliHost *host, FolliMaskKind kind);

/**
 * folli_host_get_size:
 * @host: the image
 * @width: (out): of the image, px
 * @height: (out): of the image, px
 */
void folli_host_get_size (FolliHost *host, int *width, int *height);

/**
 * folli_host_get_space:
 * @host: the image
 *
 * Returns: (transfer none) (nullable): the photo's Babl space; NULL is sRGB
 */
const Babl *folli_host_get_space (FolliHost *host);

/**
 * folli_host_get_scale:
 * @host: the image
 *
 * Returns: the pixels per cm that FOLLI_SCALE_PARASITE holds, for the size that
 * the image has now, or 0
 */
double folli_host_get_scale (FolliHost *host);

/**
 * folli_host_get_mask:
 * @host: the image
 * @kind: never FOLLI_MASK_AUTO
 * @name: of a channel, path or layer, otherwise NULL
 *
 * Finds a mask. Nothing in the image changes, its selection included.
 *
 * Returns: (transfer full) (nullable): its pixels, or NULL if there is no such
 * mask or if nothing is inside it
 */
GeglBuffer *
folli_host_get_mask (FolliHost *host, FolliMaskKind kind, const char *name);

/**
 * folli_host_get_photo:
 * @host: the image
 *
 * Returns: (transfer full): the layer that is worked on, as it is
 */
GeglBuffer *folli_host_get_photo (FolliHost *host);

/**
 * folli_host_get_thumbnail:
 * @host: the image
 * @part: of the photo, px of the image
 * @width: of the thumbnail, at most 1024 px
 * @height: of the thumbnail, at most 1024 px
 * @n_bytes: that a pixel of it should have
 *
 * Has GIMP make a smaller picture of a part of the photo.
 *
 * Returns: (transfer full) (nullable): its pixels, row by row, or NULL if GIMP
 * makes none of just this size
 */
guchar *folli_host_get_thumbnail (FolliHost           *host,
                                  const GeglRectangle *part,
                                  int                  width,
                                  int                  height,
                                  int                  n_bytes);

/**
 * folli_host_show_progress:
 * @fraction: 0-1
 * @host: the image
 *
 * Moves GIMP's progress bar. A FolliProgressFunc.
 */
void folli_host_show_progress (double fraction, gpointer host);

/**
 * folli_host_new_layer:
 * @host: the image
 * @name: in the user's language
 * @session: FOLLI_SESSION_ALL, or 1 to 3, which is noted on the layer
 * @box: where in the image
 * @error: return location
 *
 * Makes a layer that multiplies in linear light, transparent, not yet part of
 * the image. folli_insert_layers() puts in all that were made, in this order
 * from the bottom up; if it is never called, they vanish with the host.
 *
 * Errors: FOLLI_ERROR_HOST.
 *
 * Returns: (transfer full): its pixels, or NULL
 */
GeglBuffer *folli_host_new_layer (FolliHost           *host,
                                  const char          *name,
                                  int                  session,
                                  const GeglRectangle *box,
                                  GError             **error);

/**
 * folli_host_new_group:
 * @host: the image
 * @name: in the user's language
 * @error: return location
 *
 * Makes a group that passes through, not yet part of the image.
 *
 * Errors: FOLLI_ERROR_HOST.
 *
 * Returns: the group, or FOLLI_NO_LAYER
 */
int folli_host_new_group (FolliHost *host, const char *name, GError **error);

/**
 * folli_host_get_fresh:
 * @host: the image
 *
 * Returns: (transfer none) (element-type int): the layers and groups that were
 * made and are not yet part of the image, in the order in which they were made
 */
const GArray *folli_host_get_fresh (FolliHost *host);

/**
 * folli_host_insert_layer:
 * @host: the image
 * @layer: a fresh layer or group, which is none any more
 * @parent: a group, or FOLLI_NO_LAYER
 * @position: within the group, or within the image
 * @error: return location
 *
 * Puts a layer where it belongs.
 *
 * Errors: FOLLI_ERROR_HOST.
 *
 * Returns: TRUE if it is in the image
 */
gboolean folli_host_insert_layer (FolliHost *host,
                                  int        layer,
                                  int        parent,
                                  int        position,
                                  GError   **error);

/**
 * folli_host_take_back:
 * @host: the image
 *
 * Takes what was made out of the image again, because something else that
 * belongs to it could not be made, and puts back what was changed.
 */
void folli_host_take_back (FolliHost *host);

/**
 * folli_host_show_photo:
 * @host: the image
 *
 * A mask that has been read for follicles is none that hides the photo: it is
 * no longer applied, and stays where a renewal finds it.
 */
void folli_host_show_photo (FolliHost *host);

/**
 * folli_host_start_step:
 * @host: the image
 *
 * What follows is one undo step, within which other steps may begin and end.
 * What is selected in the lists of layers and channels stays selected.
 */
void folli_host_start_step (FolliHost *host);
void folli_host_end_step (FolliHost *host);

/**
 * folli_host_merge:
 * @host: the image
 * @plan: the mask's box and the texts of the parasites
 * @pigment: over the box
 * @error: return location
 *
 * Lays pigment into the photo's own pixels with folli_graph_multiply(), as
 * one undo step, whatever is selected.
 *
 * Errors: FOLLI_ERROR_HOST; the image is as before.
 *
 * Returns: TRUE if it was done
 */
gboolean folli_host_merge (FolliHost       *host,
                           const FolliPlan *plan,
                           GeglBuffer      *pigment,
                           GError         **error);

/**
 * folli_host_add_effect:
 * @host: the image
 * @plan: the map, the box, the recipe and the texts of the parasites
 * @error: return location
 *
 * Puts a layer over the photo that holds the map and carries follicle:dots as
 * a live effect, as one undo step, or gives the layer that the plan renews
 * other numbers. Never called where folli_check_output()
 * refuses FOLLI_OUTPUT_EFFECT.
 *
 * Errors: FOLLI_ERROR_HOST; the image is as before.
 *
 * Returns: TRUE if it was done
 */
gboolean
folli_host_add_effect (FolliHost *host, const FolliPlan *plan, GError **error);

G_END_DECLS
