/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gegl-plugin.h>

G_BEGIN_DECLS

/**
 * folli_region_of_input:
 * @operation: an operation with an input
 *
 * Serves as get_bounding_box() of an operation that makes nothing beyond its
 * input.
 *
 * Returns: the input's pixels, none without an input
 */
GeglRectangle folli_region_of_input (GeglOperation *operation);

/**
 * folli_region_grow:
 * @rectangle: pixels
 * @margin_px: how far to grow on each side
 *
 * Returns: @rectangle and what lies around it; nothing and the infinite plane
 *   do not grow
 */
GeglRectangle folli_region_grow (const GeglRectangle *rectangle,
                                 gint                 margin_px);

/**
 * folli_region_for_output:
 * @operation: an operation that says what a change of its input invalidates
 * @pad: the name of the input
 * @roi: pixels of the output
 *
 * Serves as get_required_for_output() of an operation whose pixels depend on
 * as much around them as they themselves have an effect on.
 *
 * Returns: the pixels of the input that @roi is made of
 */
GeglRectangle folli_region_for_output (GeglOperation       *operation,
                                       const gchar         *pad,
                                       const GeglRectangle *roi);

/**
 * folli_region_next_part:
 * @roi: pixels to work on
 * @most: px that a part is wide or high at most
 * @part: (inout): the part before, empty at first; then the next one
 *
 * Cuts @roi in parts of nearly the same size: a small remainder would cost as
 * much of a margin as a large part.
 *
 * Returns: whether there was one more
 */
gboolean folli_region_next_part (const GeglRectangle *roi,
                                 gint                 most,
                                 GeglRectangle       *part);

/* As high as GEGL's tiles. */
#define FOLLI_REGION_BAND_PX 128

/**
 * folli_region_next_band:
 * @part: pixels to work on
 * @band: (inout): the band before, empty at first; then the next one
 *
 * Cuts @part into what is read or written at once, so that whoever cancels
 * need not wait for all of a photo: bands that end where tiles do, at most
 * FOLLI_REGION_BAND_PX high.
 *
 * Returns: whether there was one more
 */
gboolean folli_region_next_band (const GeglRectangle *part,
                                 GeglRectangle       *band);

G_END_DECLS
