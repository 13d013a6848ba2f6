/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/bare-scalp.h"
#include "follicle/cancel.h"

G_BEGIN_DECLS

/* Channels of light. */
enum
{
  FOLLI_RED,
  FOLLI_GREEN,
  FOLLI_BLUE,
  FOLLI_LIGHTS
};

/**
 * FolliBlocks:
 * @block: cells per side of a block; block 0 begins at cell 0
 * @extent: the blocks
 * @core: those of them that the map is wanted for; the others surround them
 * @lit: those whose cells are kept
 * @cells: the cells of those: lit × block
 * @weight: for each cell across a block, how far it lies behind the block's
 *   middle, in blocks
 * @between: room for a value of each block of a row
 * @light: brightness of each cell, linear
 * @cancel: whether anything of them is still wanted
 * @color: mean of each block's linear red, green and blue
 *
 * A photo as it is measured: cells fine enough for a hair, and blocks of half
 * a millimetre that statistics are kept for. All sums run in the same order
 * wherever the extent begins.
 */
typedef struct
{
  gint           block;
  FolliRectangle extent;
  FolliRectangle core;
  FolliRectangle lit;
  FolliRectangle cells;
  float         *weight;
  float         *between;
  float         *light;
  float         *color[FOLLI_LIGHTS];

  const FolliCancel *cancel;
} FolliBlocks;

/**
 * folli_blocks_init:
 * @blocks: (out caller-allocates): the blocks, with @block, @extent, @core
 *   and @lit filled in
 * @cell_px: pixels per side of a cell; cell 0 begins at pixel 0
 * @read: gives the photo
 * @data: for @read
 */
void folli_blocks_init (FolliBlocks   *blocks,
                        gint           cell_px,
                        FolliPhotoRead read,
                        gpointer       data);

void folli_blocks_clear (FolliBlocks *blocks);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FolliBlocks, folli_blocks_clear)

/**
 * folli_blocks_count:
 * @blocks: the blocks
 *
 * Returns: how many there are
 */
gsize folli_blocks_count (const FolliBlocks *blocks);

/**
 * folli_blocks_light:
 * @blocks: the blocks
 * @i: which block
 *
 * Returns: mean brightness of its cells
 */
float folli_blocks_light (const FolliBlocks *blocks, gsize i);

/**
 * folli_blocks_spread:
 * @blocks: the blocks
 * @value: a value of each block; replaced by the sum over the blocks at most
 *   @radius away, of those that there are
 * @radius: blocks
 */
void folli_blocks_spread (const FolliBlocks *blocks, float *value, gint radius);

/**
 * folli_blocks_interpolate_row:
 * @blocks: the blocks
 * @value: a value of each block
 * @part: some of the blocks, none at the border of all
 * @y: a row of cells of @part, counted from the first of @extent
 * @row: (out caller-allocates): the value at each of the cells of @part in
 *   that row, interpolated between the blocks' middles
 */
void folli_blocks_interpolate_row (const FolliBlocks    *blocks,
                                   const float          *value,
                                   const FolliRectangle *part,
                                   gint                  y,
                                   float                *row);

/**
 * folli_blocks_add_row:
 * @blocks: the blocks
 * @cells: (array): a value of each cell of a row of @n blocks
 * @n: how many
 * @sum: (array length=n) (inout): to which the sum over each block's cells in
 *   the row is added
 */
void folli_blocks_add_row (const FolliBlocks *blocks,
                           const float       *cells,
                           gint               n,
                           float             *sum);

G_END_DECLS
