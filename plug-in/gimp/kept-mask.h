/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gimp/mask.h"
#include "gimp/procedure.h"

G_BEGIN_DECLS

/* Dots that are pixels keep the mask that they were made with: a selection is
   gone with the next one, and channels and paths are changed for the next
   try. A layer with live effects is its own mask and keeps none. */

/**
 * FolliKeptMask:
 * @pixels: (nullable): the mask as it was painted, in the coordinates that the
 *   image had then; NULL where none was kept
 * @image: the image's rectangle then
 * @shift_x: how far what was made has been moved in the image since, px, as by
 *   a new canvas or a crop
 * @shift_y: likewise
 *
 * The mask that travels with what was made of it.
 */
typedef struct
{
  GeglBuffer   *pixels;
  GeglRectangle image;
  int           shift_x;
  int           shift_y;
} FolliKeptMask;

void folli_kept_mask_clear (FolliKeptMask *kept);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FolliKeptMask, folli_kept_mask_clear)

/**
 * folli_kept_mask_pack:
 * @mask: what the user painted
 *
 * Packs the steps of FOLLI_DENSITY_STEPS that the mask's pixels are, without
 * any loss. An ellipse over a quarter of 24 megapixels takes 41 kB; with an
 * edge of 50 to 300 px, 216 to 246 kB.
 *
 * Returns: (transfer full): a text for folli_kept_mask_store()
 */
char *folli_kept_mask_pack (const FolliMask *mask);

/**
 * folli_kept_mask_store:
 * @host: the image
 * @made: a layer or group of it
 * @packed: what folli_kept_mask_pack() made of its mask
 */
void folli_kept_mask_store (FolliHost *host, int made, const char *packed);

/**
 * folli_kept_mask_is_there:
 * @made: a layer or group
 *
 * Returns: TRUE if it keeps a mask
 */
gboolean folli_kept_mask_is_there (int made);

/**
 * folli_kept_mask_read:
 * @host: the image
 * @made: a layer or group of it
 * @kept: (out caller-allocates): untouched on error
 * @error: return location
 *
 * Unpacks the mask that something was made with. None is there of what was
 * made by a version that kept none, or if what is stored is no mask.
 *
 * Errors: that of folli_kept_mask_set_error() if it cannot be told where what
 * was made lies now, since it was scaled or turned, or cropped at both ends.
 *
 * Returns: TRUE if @kept was filled in
 */
gboolean folli_kept_mask_read (FolliHost     *host,
                               int            made,
                               FolliKeptMask *kept,
                               GError       **error);

/**
 * folli_kept_mask_set_error:
 * @made: a layer or group
 * @error: return location
 *
 * Says that the mask does not fit what was made of it any longer.
 *
 * Errors: FOLLI_ERROR_MASK.
 */
void folli_kept_mask_set_error (int made, GError **error);

G_END_DECLS
