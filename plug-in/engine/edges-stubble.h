/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "edges-cells.h"

G_BEGIN_DECLS

/* How far from its cell what is out is read, how far stubble beside the mask
 * reaches into it, and how far from its cell the photo is read, mm. */
#define FOLLI_STUBBLE_BORDER_MM 16.0
#define FOLLI_STUBBLE_REACH_MM 9.0
#define FOLLI_STUBBLE_TEXTURE_MM 36.0

/**
 * folli_stubble_find:
 * @cells: mask and photo
 * @is_painted: (array): which cells are
 * @is_out: (array): which are no skin
 * @photo: what there is of the photo, px; empty where there is no end to it
 *
 * Looks for short hair beside the mask: skin with a finer and stronger texture
 * than what is deep inside the mask has, all over and not only in a wrinkle.
 * Single hairs need not be seen. Bare skin has none, nor has a mask so narrow
 * or so hairy that nothing in it can be compared.
 *
 * Source: doc/numbers.md, "Stubble beside a mask".
 *
 * Returns: (transfer full): how much of the hair beside the mask each cell
 *   has, 0 to 1; 0 farther than FOLLI_STUBBLE_REACH_MM from it
 */
float *folli_stubble_find (const FolliCells *cells,
                           const gboolean   *is_painted,
                           const gboolean   *is_out,
                           FolliRectangle    photo);

G_END_DECLS
