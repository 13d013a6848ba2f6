/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "follicle/raster.h"

G_BEGIN_DECLS

/**
 * FolliBareScalp:
 * @px_per_mm: scale of the photo
 * @avoid_hair: how much hair lowers the visibility, 0 to 1
 * @avoid_glare: how much highlights do, 0 to 1
 *
 * Where a photo shows bare skin that a dot would be seen on.
 *
 * Hair is what is darker than the skin around it: stubble and strands up to
 * about 2 mm wide, and areas whose brightness varies as only hair's does.
 * Highlights are what is brighter than the skin around it and differs from it
 * most in blue, which skin reflects least: so does any reflection from the
 * surface, whatever the colour of the light and of the skin.
 *
 * What it cannot tell: fair hair on fair skin, an even mass of dark hair from
 * dark skin, a tattoo or a mole from a hair, and stubble finer than a third of
 * a pixel from a darker tone.
 */
typedef struct
{
  double px_per_mm;
  double avoid_hair;
  double avoid_glare;
} FolliBareScalp;

/**
 * FolliPhotoRead:
 * @data: as given to folli_bare_scalp_render()
 * @rectangle: the pixels asked for
 * @rgb: (out caller-allocates): linear light, three values a pixel, row by
 *   row; beyond the image as at the nearest pixel of it
 *
 * Reads a part of the photo.
 */
typedef void (*FolliPhotoRead) (gpointer              data,
                                const FolliRectangle *rectangle,
                                float                *rgb);

/**
 * folli_bare_scalp_margin_px:
 * @scalp: the parameters
 *
 * Returns: how far around a pixel the photo is read, px: about 20 mm
 */
gint folli_bare_scalp_margin_px (const FolliBareScalp *scalp);

/**
 * folli_bare_scalp_render:
 * @scalp: the parameters
 * @read: gives the photo
 * @data: for @read
 * @rectangle: the pixels asked for; memory grows with it, so cut large images
 * @visibility: (out caller-allocates): from 0 to 1, row by row
 *
 * Makes a part of the visibility map: 1 on bare skin, towards 0 on hair and
 * in highlights, so that its mean is the share of the skin that is bare. A
 * pixel depends on the photo within the margin and on nothing else, to the
 * bit.
 */
void folli_bare_scalp_render (const FolliBareScalp *scalp,
                              FolliPhotoRead        read,
                              gpointer              data,
                              const FolliRectangle *rectangle,
                              float                *visibility);

G_END_DECLS
