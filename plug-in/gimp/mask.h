/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gegl.h>

G_BEGIN_DECLS

/**
 * FolliMaskKind:
 * @FOLLI_MASK_AUTO: the selection, else the layer mask
 * @FOLLI_MASK_SELECTION: the image's selection
 * @FOLLI_MASK_LAYER_MASK: the mask of the layer that is worked on
 * @FOLLI_MASK_CHANNEL: a channel by name
 * @FOLLI_MASK_PATH: the inside of a path by name
 * @FOLLI_MASK_LAYER: a layer by name, luma × alpha
 */
typedef enum
{
  FOLLI_MASK_AUTO,
  FOLLI_MASK_SELECTION,
  FOLLI_MASK_LAYER_MASK,
  FOLLI_MASK_CHANNEL,
  FOLLI_MASK_PATH,
  FOLLI_MASK_LAYER
} FolliMaskKind;

/**
 * FolliMask:
 * @map: density 0-1, one float per pixel: what follicle:dots takes. It covers
 *   the whole image; memory is taken for the box alone
 * @box: px: the bounding box of everything above 0, with one
 *   more pixel of black around it where the image allows
 * @n_columns: from the first to the last that has anything above 0
 *
 * A density map and the part of it that matters.
 */
typedef struct
{
  GeglBuffer   *map;
  GeglRectangle box;
  int           n_columns;
} FolliMask;

void folli_mask_clear (FolliMask *mask);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FolliMask, folli_mask_clear)

/**
 * folli_mask_is_layer_mask:
 * @text: what folli_mask_parse() takes
 *
 * Returns: whether it is the mask of the layer that is worked on, which must
 * not hide the photo once it has its dots
 */
gboolean folli_mask_is_layer_mask (const char *text);

/**
 * folli_mask_parse:
 * @text: "selection", "layer-mask", "channel:NAME", "path:NAME", "layer:NAME"
 *   or "auto"
 * @kind: (out): which
 * @name: (out) (transfer none): NAME inside @text, or NULL
 * @error: return location
 *
 * Errors: FOLLI_ERROR_UNKNOWN, naming @text and what is allowed.
 *
 * Returns: TRUE if @text is one of these
 */
gboolean folli_mask_parse (const char    *text,
                           FolliMaskKind *kind,
                           const char   **name,
                           GError       **error);

/**
 * folli_mask_read:
 * @text: what the user called it, for the message
 * @pixels: a mask as a host finds it
 * @kind: what it is, never FOLLI_MASK_AUTO
 * @image: the image's own rectangle, its corner at 0, 0
 * @space: (nullable): the photo's Babl space, which the map takes on so that
 *   the pigment needs no conversion into the photo
 * @mask: (out caller-allocates): untouched on error
 * @error: return location
 *
 * Cuts a mask to its bounding box within the image and makes a density map
 * of it. Of a channel, layer mask or layer the grey that the user sees is the
 * density (times alpha); of a selection or path the share that is selected.
 *
 * Errors: FOLLI_ERROR_MASK if nothing of it is above 0 within the image.
 *
 * Returns: TRUE if @mask was filled in
 */
gboolean folli_mask_read (const char          *text,
                          GeglBuffer          *pixels,
                          FolliMaskKind        kind,
                          const GeglRectangle *image,
                          const Babl          *space,
                          FolliMask           *mask,
                          GError             **error);

G_END_DECLS
