/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/hairline.h"

G_BEGIN_DECLS

/* What counts as black: below it, a mask says no density at all. */
#define FOLLI_MASK_BLACK (1 / 32.f)

/* Cells by which the mask's edge is looked for around a cell: the local
 * extremes, and the neighbour beyond a crossing. */
#define FOLLI_FIELD_BORDER 3

/* The most cells that a distance is measured to. */
#define FOLLI_FIELD_FARTHEST 1023

/**
 * FolliGrid:
 * @cell_px: width of a cell in px; cell 0 begins at pixel 0
 * @extent: the cells that @mask holds
 * @mask: mean of the mask over each cell
 *
 * A mask on the coarse cells that distances are measured in.
 */
typedef struct
{
  gint           cell_px;
  FolliRectangle extent;
  float         *mask;
} FolliGrid;

/**
 * folli_grid_init:
 * @grid: (out caller-allocates): the grid
 * @cell_px: width of a cell, px
 * @extent: the cells wanted
 * @read: gives the mask
 * @data: for @read
 */
void folli_grid_init (FolliGrid            *grid,
                      gint                  cell_px,
                      const FolliRectangle *extent,
                      FolliMaskRead         read,
                      gpointer              data);

void folli_grid_clear (FolliGrid *grid);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FolliGrid, folli_grid_clear)

/**
 * folli_grid_get_coverage:
 * @grid: a grid
 *
 * Only an edge against black is one: a step between two greys is a change of
 * density.
 *
 * Returns: (transfer full): how much of each cell the painted area covers
 */
float *folli_grid_get_coverage (const FolliGrid *grid);

/**
 * folli_grid_measure:
 * @grid: a grid
 * @part: the cells asked for, the grid's extent without a margin of @reach
 *   and FOLLI_FIELD_BORDER
 * @reach: cells, at most FOLLI_FIELD_FARTHEST; no distance is larger
 * @distance: (out caller-allocates): of each cell's middle from the mask's
 *   edge, in cells, above 0 inside
 *
 * Measures exact Euclidean distances to the points where the edge crosses the
 * lines through the cells' middles, found to 1/64 of a cell.
 *
 * Source: separable distance transform of Meijster, Roerdink & Hesselink 2000
 * and Felzenszwalb & Huttenlocher 2012, in whole numbers, so that the result
 * is the same wherever a window begins.
 */
void folli_grid_measure (const FolliGrid      *grid,
                         const FolliRectangle *part,
                         gint                  reach,
                         float                *distance);

G_END_DECLS
