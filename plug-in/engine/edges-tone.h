/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "edges-cells.h"

G_BEGIN_DECLS

/* How far from its cell what is out is read, mm. */
#define FOLLI_TONE_BORDER_MM 52.0

/**
 * folli_tone_find_missing:
 * @cells: mask and photo
 * @is_painted: (array): which cells are
 * @is_out: (array): which are no skin
 *
 * Compares the light of each cell with that of the skin and stubble around,
 * without what is lighter than the rest of it. A scar may be as narrow as a
 * cell, and as wide as 15 mm where what is beside it was not painted.
 *
 * Source: doc/numbers.md, "Scars".
 *
 * Returns: (transfer full): how much darker each cell has to become, 0 to 1, of
 * FOLLI_EDGES_FULL_TONE
 */
float *folli_tone_find_missing (const FolliCells *cells,
                                const gboolean   *is_painted,
                                const gboolean   *is_out);

G_END_DECLS
