/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "edges-cells.h"

G_BEGIN_DECLS

/* How far from its cell the skin around it is read, mm. */
#define FOLLI_SKIN_BORDER_MM 56.0

/* How much of that is painted skin; the rest is where skin is followed to. */
#define FOLLI_SKIN_AROUND_MM 38.5

/**
 * FolliLikeness:
 * @FOLLI_LIKENESS_SKIN: of the colour of the painted skin around
 * @FOLLI_LIKENESS_DARK: of its colour, but darker than shade makes it
 * @FOLLI_LIKENESS_OTHER: of another colour, or much brighter
 * @FOLLI_LIKENESS_UNKNOWN: too far from painted skin to be compared
 */
typedef enum
{
  FOLLI_LIKENESS_SKIN,
  FOLLI_LIKENESS_DARK,
  FOLLI_LIKENESS_OTHER,
  FOLLI_LIKENESS_UNKNOWN
} FolliLikeness;

/**
 * folli_skin_compare:
 * @cells: mask and photo
 * @is_painted: (array): which cells are
 *
 * Compares each cell with the skin within 10 mm that is surely painted: deep
 * inside the mask, as far as that has a depth, and of the brighter half, which
 * hair does not cover. Skin is also what is reached from there without a
 * sudden step.
 *
 * Returns: (transfer full): what each cell is like
 */
FolliLikeness *folli_skin_compare (const FolliCells *cells,
                                   const gboolean   *is_painted);

G_END_DECLS
