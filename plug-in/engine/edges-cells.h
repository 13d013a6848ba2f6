/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/edges.h"

G_BEGIN_DECLS

enum
{
  FOLLI_CELL_RED,
  FOLLI_CELL_GREEN,
  FOLLI_CELL_BLUE,
  FOLLI_CELL_COLORS
};

#define FOLLI_CELL_LIGHT (1 << 24)
#define FOLLI_CELL_SQUARE (1 << 30)

/**
 * FolliCells:
 * @cell_px: width of a cell in px; cell 0 begins at pixel 0
 * @px_per_mm: scale of the photo
 * @extent: the cells
 * @n: how many there are
 * @mask: mean of the mask over each cell
 * @color: mean linear light of the photo over each cell, in 1/4096 of white,
 *   at most four times white; NULL until it is read
 * @light: mean luminance over each cell, in 1/FOLLI_CELL_LIGHT of white
 * @square: mean of its square, in 1/FOLLI_CELL_SQUARE; of both, what is
 *   brighter than white is white
 *
 * Mask and photo on cells of about half a millimetre. What is summed
 * up over cells is whole numbers: their sums do not depend on their order, and
 * so not on where a window begins.
 */
typedef struct
{
  gint           cell_px;
  double         px_per_mm;
  FolliRectangle extent;
  gsize          n;
  float         *mask;
  gint32        *color[FOLLI_CELL_COLORS];
  gint32        *light;
  gint32        *square;
} FolliCells;

/**
 * folli_cells_find_width_px:
 * @px_per_mm: scale of the photo
 *
 * Returns: px in a cell
 */
gint folli_cells_find_width_px (double px_per_mm);

/**
 * folli_cells_init:
 * @cells: (out caller-allocates): cells, of which nothing is read
 * @px_per_mm: scale of the photo
 * @core: those that something is to be known of
 * @border: how many around them are needed to know it
 */
void folli_cells_init (FolliCells           *cells,
                       double                px_per_mm,
                       const FolliRectangle *core,
                       gint                  border);

/**
 * folli_cells_count:
 * @cells: the cells
 * @mm: a length
 *
 * Returns: how many cells it is long, at least 1
 */
gint folli_cells_count (const FolliCells *cells, double mm);

/**
 * folli_cells_find_part:
 * @rectangle: some pixels
 * @cell_px: px in a cell
 *
 * Returns: the cells that they are in
 */
FolliRectangle folli_cells_find_part (const FolliRectangle *rectangle,
                                      gint                  cell_px);

/**
 * folli_cells_find:
 * @cells: the cells
 * @x: a pixel
 * @y: a pixel
 *
 * Returns: which cell it is in
 */
gsize folli_cells_find (const FolliCells *cells, gint x, gint y);

/**
 * folli_cells_read_mask:
 * @cells: (inout): cells with @cell_px and @extent; their mask is read
 * @read: gives the mask
 * @data: for @read
 */
void
folli_cells_read_mask (FolliCells *cells, FolliMaskRead read, gpointer data);

/**
 * folli_cells_find_painted:
 * @cells: the cells, whose mask is read
 *
 * Returns: the smallest part with all that are not quite black; empty where
 * there are none
 */
FolliRectangle folli_cells_find_painted (const FolliCells *cells);

/**
 * folli_cells_crop:
 * @cells: (inout): the cells, of which nothing but the mask is read
 * @part: those that are kept, of those that there are
 */
void folli_cells_crop (FolliCells *cells, FolliRectangle part);

/**
 * folli_cells_read_photo:
 * @cells: (inout): the cells; their colours are read
 * @read: gives the photo
 * @data: for @read
 */
void
folli_cells_read_photo (FolliCells *cells, FolliPhotoRead read, gpointer data);

void folli_cells_clear (FolliCells *cells);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FolliCells, folli_cells_clear)

/**
 * folli_cells_sum:
 * @cells: the cells
 * @value: (array): of each cell
 * @radius: cells
 * @sum: (array) (out caller-allocates): over the cells at most @radius away
 *   in each direction, of those that there are
 */
void folli_cells_sum (const FolliCells *cells,
                      const gint32     *value,
                      gint              radius,
                      gint64           *sum);

/**
 * folli_cells_average:
 * @cells: the cells
 * @value: (array): of each cell; times the cells of one window it has 32 bits
 * @is_there: (array): whether a cell counts
 * @mm: half the width of each of two windows
 *
 * Returns: (transfer full): mean of what counts around each cell, most of all
 * close to it; 0 where nothing does
 */
float *folli_cells_average (const FolliCells *cells,
                            const gint32     *value,
                            const gboolean   *is_there,
                            double            mm);

/**
 * folli_cells_find_near:
 * @cells: the cells
 * @is_there: (array): whether something is in each cell
 * @radius: cells
 *
 * Returns: (transfer full): whether it is in any at most @radius away in each
 * direction
 */
gboolean *folli_cells_find_near (const FolliCells *cells,
                                 const gboolean   *is_there,
                                 gint              radius);

/**
 * folli_cells_measure:
 * @cells: the cells
 * @is_inside: (array): whether each cell is inside of something
 * @reach: cells; no distance is larger
 *
 * Returns: (transfer full): how far each cell lies inside its edge, in cells,
 * below 0 outside; -@reach where the window ends
 */
float *folli_cells_measure (const FolliCells *cells,
                            const gboolean   *is_inside,
                            gint              reach);

G_END_DECLS
