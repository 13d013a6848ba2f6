/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "edges-skin.h"

G_BEGIN_DECLS

/* How far from its cell is read what tells whether it is out, and how far is
 * looked for that and for hair to tell the rest, mm. */
#define FOLLI_KINDS_OUT_MM (FOLLI_SKIN_BORDER_MM + 14.0)
#define FOLLI_KINDS_BORDER_MM 9.0

/* How far short of the head's outline, or beyond it, a mask may end, mm. */
#define FOLLI_KINDS_SHORT_MM 4.8

/**
 * FolliKinds:
 * @is_painted: what the mask says
 * @is_out: another thing than the head's skin: background, clothing, a mass of
 *   hair. Painted cells are only where the mask overlaps it by
 *   no more than FOLLI_KINDS_SHORT_MM: farther inside the user's word counts
 * @is_known: whether there is skin near that it can be compared with
 * @is_hair: bare skin with so much hair on it that no hairline begins there
 * @goes_on: where nobody painted, but no hairline begins
 * @is_filled: bare skin that nobody painted between the mask and what it goes
 *   on in, where that is close
 *
 * What each cell is.
 */
typedef struct
{
  gboolean *is_painted;
  gboolean *is_out;
  gboolean *is_known;
  gboolean *is_hair;
  gboolean *goes_on;
  gboolean *is_filled;
} FolliKinds;

/**
 * folli_kinds_find_out:
 * @kinds: (out caller-allocates): @is_painted, @is_out and @is_known are
 *   filled in
 * @cells: mask and photo
 * @reach_mm: how far from the mask that matters; it reads as much farther
 */
void folli_kinds_find_out (FolliKinds       *kinds,
                           const FolliCells *cells,
                           double            reach_mm);

/**
 * folli_kinds_find_rest:
 * @kinds: (inout): what is known; the rest is filled in
 * @cells: mask and photo
 * @hair: (array): the share of each cell that hair covers, in 1/4096
 * @stubble: (array): how much of the stubble beside the mask each cell has
 */
void folli_kinds_find_rest (FolliKinds       *kinds,
                            const FolliCells *cells,
                            const gint32     *hair,
                            const float      *stubble);

void folli_kinds_clear (FolliKinds *kinds);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FolliKinds, folli_kinds_clear)

G_END_DECLS
