/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bare-scalp-blocks.h"

#include <string.h>

#include "wide.h"

/* Brightness that hair is looked for in: mostly red, in which skin is
 * brightest against hair and blood does not show, but of all channels, since
 * coloured light may leave any of them dark and noisy. */
static const float LIGHT_OF[FOLLI_LIGHTS] = { 0.6f, 0.3f, 0.1f };

/* Rows of pixels read at a time: each call costs, but they should stay in the
 * cache. */
#define BAND_PX 32

gsize
folli_blocks_count (const FolliBlocks *blocks)
{
  return (gsize)blocks->extent.width * blocks->extent.height;
}

float
folli_blocks_light (const FolliBlocks *blocks, gsize i)
{
  float light = 0;

  for (gint c = 0; c < FOLLI_LIGHTS; c++)
    light += LIGHT_OF[c] * blocks->color[c][i];
  return light;
}

static inline float
find_light (const float *rgb)
{
  return LIGHT_OF[FOLLI_RED] * rgb[FOLLI_RED]
         + LIGHT_OF[FOLLI_GREEN] * rgb[FOLLI_GREEN]
         + LIGHT_OF[FOLLI_BLUE] * rgb[FOLLI_BLUE];
}

/* Where each cell is a pixel. */
FOLLI_WIDE static void
find_lights (const float *restrict rgb, gint n, float *restrict light)
{
  for (gint i = 0; i < n; i++)
    light[i] = find_light (rgb + i * FOLLI_LIGHTS);
}

/* Adds a row of pixels to the brightness of the cells that it crosses. */
static void
add_light (const float *rgb, gint n, gint cell_px, float *sum)
{
  for (gint cell = 0; cell < n; cell++)
    {
      float light = 0;

      for (gint x = 0; x < cell_px; x++)
        for (gint c = 0; c < FOLLI_LIGHTS; c++)
          light += LIGHT_OF[c] * *rgb++;
      sum[cell] += light;
    }
}

/* Finds the brightness of a row of cells of those that are kept. */
static void
set_lights (FolliBlocks *blocks, gint cell_px, const float *rgb, gint cell_row)
{
  const gint  n = blocks->cells.width;
  const gint  row = cell_row + blocks->extent.y * blocks->block;
  const gint  first = blocks->cells.x - blocks->extent.x * blocks->block;
  const gsize row_size
      = (gsize)blocks->extent.width * blocks->block * cell_px * FOLLI_LIGHTS;
  float *light;

  if (row < blocks->cells.y || row >= blocks->cells.y + blocks->cells.height)
    return;
  light = blocks->light + (gsize)(row - blocks->cells.y) * n;
  rgb += first * cell_px * FOLLI_LIGHTS;
  if (cell_px == 1)
    {
      find_lights (rgb, n, light);
      return;
    }
  memset (light, 0, n * sizeof (float));
  for (gint y = 0; y < cell_px; y++)
    add_light (rgb + y * row_size, n, cell_px, light);
  for (gint x = 0; x < n; x++)
    light[x] /= cell_px * cell_px;
}

/* Adds a row of pixels to the colour of the blocks that it crosses. */
static inline void
add_color (const float *restrict rgb,
           gint n,
           gint block_px,
           float *restrict red,
           float *restrict green,
           float *restrict blue)
{
  for (gint i = 0; i < n; i++)
    {
      float sum[FOLLI_LIGHTS] = { 0 };

      for (gint x = 0; x < block_px; x++, rgb += FOLLI_LIGHTS)
        for (gint c = 0; c < FOLLI_LIGHTS; c++)
          sum[c] += rgb[c];
      red[i] += sum[FOLLI_RED];
      green[i] += sum[FOLLI_GREEN];
      blue[i] += sum[FOLLI_BLUE];
    }
}

/* Adds a row of cells to the colour of the blocks that it crosses. */
static void
add_colors (FolliBlocks *blocks, gint cell_px, const float *rgb, gint cell_row)
{
  const gint  width = blocks->extent.width;
  const gint  block_px = blocks->block * cell_px;
  const gsize first = (gsize)(cell_row / blocks->block) * width;

  for (gint y = 0; y < cell_px; y++)
    add_color (rgb + (gsize)y * width * block_px * FOLLI_LIGHTS, width,
               block_px, blocks->color[FOLLI_RED] + first,
               blocks->color[FOLLI_GREEN] + first,
               blocks->color[FOLLI_BLUE] + first);
}

static void
allocate (FolliBlocks *blocks)
{
  const gint  block = blocks->block;
  const gsize n_blocks = folli_blocks_count (blocks);

  blocks->cells
      = (FolliRectangle){ blocks->lit.x * block, blocks->lit.y * block,
                          blocks->lit.width * block,
                          blocks->lit.height * block };
  blocks->light
      = g_new (float, (gsize)blocks->cells.width * blocks->cells.height);
  blocks->between = g_new (float, blocks->extent.width);
  blocks->weight = g_new (float, block);
  for (gint x = 0; x < block; x++)
    blocks->weight[x] = (2 * x + 1 - block) * (0.5f / block);
  for (gint c = 0; c < FOLLI_LIGHTS; c++)
    blocks->color[c] = g_new0 (float, n_blocks);
}

void
folli_blocks_init (FolliBlocks   *blocks,
                   gint           cell_px,
                   FolliPhotoRead read,
                   gpointer       data)
{
  const gint        block = blocks->block;
  const gint        height = blocks->extent.height * block;
  const gint        width_px = blocks->extent.width * block * cell_px;
  const gsize       n_blocks = folli_blocks_count (blocks);
  const gint        n_rows = MAX (BAND_PX / cell_px, 1);
  const gsize       row_size = (gsize)width_px * cell_px * FOLLI_LIGHTS;
  g_autofree float *band = g_new (float, row_size *n_rows);

  allocate (blocks);
  for (gint row = 0; row < height; row += n_rows)
    {
      const gint           n = MIN (n_rows, height - row);
      const FolliRectangle rectangle
          = { blocks->extent.x * block * cell_px,
              (blocks->extent.y * block + row) * cell_px, width_px,
              n * cell_px };

      read (data, &rectangle, band);
      for (gint y = 0; y < n; y++)
        {
          set_lights (blocks, cell_px, band + y * row_size, row + y);
          add_colors (blocks, cell_px, band + y * row_size, row + y);
        }
    }
  for (gint c = 0; c < FOLLI_LIGHTS; c++)
    for (gsize i = 0; i < n_blocks; i++)
      blocks->color[c][i] /= block * cell_px * block * cell_px;
}

void
folli_blocks_clear (FolliBlocks *blocks)
{
  g_clear_pointer (&blocks->light, g_free);
  g_clear_pointer (&blocks->weight, g_free);
  g_clear_pointer (&blocks->between, g_free);
  for (gint c = 0; c < FOLLI_LIGHTS; c++)
    g_clear_pointer (&blocks->color[c], g_free);
}

/* Each sum runs from left to right. */
FOLLI_WIDE static void
spread_row (const float *restrict value,
            gint n,
            gint radius,
            float *restrict spread)
{
  memset (spread, 0, n * sizeof (float));
  for (gint step = -radius; step <= radius; step++)
    for (gint i = MAX (0, -step); i < n - MAX (0, step); i++)
      spread[i] += value[i + step];
}

FOLLI_WIDE static void
add_values (const float *restrict value, gint n, float *restrict sum)
{
  for (gint i = 0; i < n; i++)
    sum[i] += value[i];
}

void
folli_blocks_spread (const FolliBlocks *blocks, float *value, gint radius)
{
  const gint        width = blocks->extent.width;
  const gint        height = blocks->extent.height;
  g_autofree float *rows = g_new (float, folli_blocks_count (blocks));

  for (gint y = 0; y < height; y++)
    spread_row (value + (gsize)y * width, width, radius,
                rows + (gsize)y * width);
  for (gint y = 0; y < height; y++)
    {
      const gint last = MIN (y + radius, height - 1);
      float     *sum = value + (gsize)y * width;

      memset (sum, 0, width * sizeof (float));
      for (gint at = MAX (y - radius, 0); at <= last; at++)
        add_values (rows + (gsize)at * width, width, sum);
    }
}

/* From the values of @n blocks and a neighbour to either side. The middle of a
 * block lies half of it behind its first cell: a cell in the first half is
 * between the block before and its own. */
static inline void
interpolate_cells (const float *restrict value,
                   gint n,
                   gint block,
                   const float *restrict weight,
                   float *restrict cells)
{
  for (gint i = 1; i <= n; i++, cells += block)
    {
      const float here = value[i];
      const float before = here - value[i - 1];
      const float after = value[i + 1] - here;

      for (gint x = 0; x < block; x++)
        cells[x] = here + (x < block / 2 ? before : after) * weight[x];
    }
}

/* A loop over the few cells of a block costs less where their number is known
 * to the compiler: those of the usual scales are. */
static void
interpolate_blocks (const FolliBlocks *blocks,
                    const float       *value,
                    gint               n,
                    float             *cells)
{
  switch (blocks->block)
    {
    case 3:
      interpolate_cells (value, n, 3, blocks->weight, cells);
      break;
    case 4:
      interpolate_cells (value, n, 4, blocks->weight, cells);
      break;
    case 5:
      interpolate_cells (value, n, 5, blocks->weight, cells);
      break;
    case 6:
      interpolate_cells (value, n, 6, blocks->weight, cells);
      break;
    default:
      interpolate_cells (value, n, blocks->block, blocks->weight, cells);
    }
}

FOLLI_WIDE static void
mix_rows (const float *restrict above,
          const float *restrict below,
          float down,
          gint  n,
          float *restrict row)
{
  for (gint i = 0; i < n; i++)
    row[i] = above[i] + (below[i] - above[i]) * down;
}

void
folli_blocks_interpolate_row (const FolliBlocks    *blocks,
                              const float          *value,
                              const FolliRectangle *part,
                              gint                  y,
                              float                *row)
{
  const gint   width = blocks->extent.width;
  const gint   block = blocks->block;
  const gint   middle = 2 * y + 1 - block;
  const gint   upper = middle / (2 * block);
  const float  down = (middle - 2 * block * upper) * (0.5f / block);
  const float *at
      = value + (gsize)upper * width + part->x - blocks->extent.x - 1;

  mix_rows (at, at + width, down, part->width + 2, blocks->between);
  interpolate_blocks (blocks, blocks->between, part->width, row);
}

static inline void
sum_cells (const float *restrict cells, gint n, gint block, float *restrict sum)
{
  for (gint i = 0; i < n; i++, cells += block)
    {
      float in_block = 0;

      for (gint x = 0; x < block; x++)
        in_block += cells[x];
      sum[i] += in_block;
    }
}

void
folli_blocks_add_row (const FolliBlocks *blocks,
                      const float       *cells,
                      gint               n,
                      float             *sum)
{
  switch (blocks->block)
    {
    case 3:
      sum_cells (cells, n, 3, sum);
      break;
    case 4:
      sum_cells (cells, n, 4, sum);
      break;
    case 5:
      sum_cells (cells, n, 5, sum);
      break;
    case 6:
      sum_cells (cells, n, 6, sum);
      break;
    default:
      sum_cells (cells, n, blocks->block, sum);
    }
}
