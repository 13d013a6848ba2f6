/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gimp/host.h"

G_BEGIN_DECLS

/**
 * folli_check_output:
 * @host: the image
 * @output: what is going to be made; FOLLI_OUTPUT_AUTO has been resolved
 * @error: return location
 *
 * Says whether the image can take the output.
 *
 * Errors: FOLLI_ERROR_IMAGE for an indexed image, a floating selection, no
 * photo, or one that cannot be drawn into; FOLLI_ERROR_UNKNOWN for an output
 * that this GIMP does not have; FOLLI_ERROR_HOST if our operations are missing.
 *
 * Returns: TRUE if it can
 */
gboolean
folli_check_output (FolliHost *host, FolliOutput output, GError **error);

/**
 * folli_check_get_mask:
 * @host: the image
 * @kind: never FOLLI_MASK_AUTO
 * @name: of a channel, path or layer, otherwise NULL
 * @error: return location
 *
 * Finds a mask. Nothing in the image changes, its selection included. Where it
 * is the layer or group that is made anew, it is the mask that this keeps.
 *
 * Errors: FOLLI_ERROR_MASK if there is none of that kind or name, with those
 * that there are; of folli_kept_mask_read().
 *
 * Returns: (transfer full): its pixels, or NULL
 */
GeglBuffer *folli_check_get_mask (FolliHost    *host,
                                  FolliMaskKind kind,
                                  const char   *name,
                                  GError      **error);

/**
 * folli_check_reach:
 * @host: the image
 * @mask: where dots are going to be merged into the photo
 * @error: return location
 *
 * Says whether there is anything of the photo under the mask.
 *
 * Errors: FOLLI_ERROR_MASK if there is not.
 *
 * Returns: TRUE if there is
 */
gboolean
folli_check_reach (FolliHost *host, const FolliMask *mask, GError **error);

G_END_DECLS
