/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "edges-kinds.h"

G_BEGIN_DECLS

/* How far from its cell an outline is read, mm. */
#define FOLLI_OUTLINE_BORDER_MM 5.5

/**
 * FolliOutline:
 * @cells: mask and photo
 * @is_there: whether the head ends anywhere among the cells; if not, there is
 *   nothing else to be known
 * @is_near: whether a cell is so close to the outline that pixels tell
 * @is_out: what a cell is elsewhere
 * @head: mean colour of the head beside each cell, as the cells' colours
 * @other: mean colour of what is behind it
 * @is_filled: whether a cell is, or may be in part, behind the head but close
 *   to it
 * @fill: mean colour of the head at such a cell
 *
 * Where the head ends, to the pixel.
 */
typedef struct
{
  const FolliCells *cells;
  gboolean          is_there;
  gboolean         *is_near;
  const gboolean   *is_out;
  float            *head[FOLLI_CELL_COLORS];
  float            *other[FOLLI_CELL_COLORS];
  gboolean         *is_filled;
  float            *fill[FOLLI_CELL_COLORS];
} FolliOutline;

/**
 * folli_outline_init:
 * @outline: (out caller-allocates): the outline
 * @cells: mask and photo
 * @is_out: what is not the head
 */
void folli_outline_init (FolliOutline     *outline,
                         const FolliCells *cells,
                         const gboolean   *is_out);

void folli_outline_clear (FolliOutline *outline);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FolliOutline, folli_outline_clear)

/**
 * folli_outline_is_near:
 * @outline: the outline
 * @first: a cell
 * @n: how many cells of its row
 *
 * Returns: whether any of them is so close to the outline that pixels tell
 */
gboolean
folli_outline_is_near (const FolliOutline *outline, gsize first, gint n);

/**
 * folli_outline_get_share:
 * @outline: the outline
 * @cell: the pixel's
 * @rgb: linear light of the pixel
 *
 * Source: linear mixture of two colours, as a lens and its sensor make it.
 *
 * Returns: how much of the pixel the head covers, from 0, also where that is
 * little, to 1
 */
float folli_outline_get_share (const FolliOutline *outline,
                               gsize               cell,
                               const float        *rgb);

/**
 * folli_outline_fill:
 * @outline: the outline
 * @rectangle: some pixels
 * @rgb: (inout): their linear light, where what is behind the head takes on
 *   the head's colour, so that it is not what skin is compared with
 */
void folli_outline_fill (const FolliOutline   *outline,
                         const FolliRectangle *rectangle,
                         float                *rgb);

G_END_DECLS
