/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bare-scalp-blocks.h"

/* Brightness that hair is looked for in: mostly red, in which skin is
 * brightest against hair and blood does not show, but of all channels, since
 * coloured light may leave any of them dark and noisy. */
static const float LIGHT_OF[FOLLI_LIGHTS] = { 0.6f, 0.3f, 0.1f };

/* Rows of pixels read at a time: as high as the tiles they come from, since
 * each call and each tile of it costs. */
#define BAND_PX 64

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

/* Adds a cell's pixels of one row to @sum, and returns their brightness. */
static float
add_cell (const float *rgb, gint cell_px, float sum[FOLLI_LIGHTS])
{
  float light = 0;

  for (gint x = 0; x < cell_px; x++, rgb += FOLLI_LIGHTS)
    for (gint c = 0; c < FOLLI_LIGHTS; c++)
      {
        sum[c] += rgb[c];
        light += LIGHT_OF[c] * rgb[c];
      }
  return light;
}

/* Adds one row of pixels to the cells and blocks that it crosses. */
static void
add_row (FolliBlocks *blocks, gint cell_px, const float *rgb, gint cell_row)
{
  float      *light = blocks->light + (gsize)cell_row * blocks->cells.width;
  const gsize first = (gsize)(cell_row / blocks->block) * blocks->extent.width;

  for (gint block = 0; block < blocks->extent.width; block++)
    {
      float sum[FOLLI_LIGHTS] = { 0 };

      for (gint cell = 0; cell < blocks->block; cell++)
        {
          *light++ += add_cell (rgb, cell_px, sum);
          rgb += cell_px * FOLLI_LIGHTS;
        }
      for (gint c = 0; c < FOLLI_LIGHTS; c++)
        blocks->color[c][first + block] += sum[c];
    }
}

void
folli_blocks_init (FolliBlocks   *blocks,
                   gint           cell_px,
                   FolliPhotoRead read,
                   gpointer       data)
{
  const gint        block = blocks->block;
  const gint        width_px = blocks->extent.width * block * cell_px;
  const gsize       n_blocks = folli_blocks_count (blocks);
  const gsize       n_cells = n_blocks * block * block;
  const gint        n_rows = MAX (BAND_PX / cell_px, 1);
  const gsize       row_size = (gsize)width_px * FOLLI_LIGHTS;
  g_autofree float *band = g_new (float, row_size *cell_px *n_rows);

  blocks->cells
      = (FolliRectangle){ blocks->extent.x * block, blocks->extent.y * block,
                          blocks->extent.width * block,
                          blocks->extent.height * block };
  blocks->light = g_new0 (float, n_cells);
  for (gint c = 0; c < FOLLI_LIGHTS; c++)
    blocks->color[c] = g_new0 (float, n_blocks);

  for (gint row = 0; row < blocks->cells.height; row += n_rows)
    {
      const gint           n = MIN (n_rows, blocks->cells.height - row);
      const FolliRectangle rectangle
          = { blocks->cells.x * cell_px, (blocks->cells.y + row) * cell_px,
              width_px, n * cell_px };

      read (data, &rectangle, band);
      for (gint y = 0; y < n * cell_px; y++)
        add_row (blocks, cell_px, band + y * row_size, row + y / cell_px);
    }
  for (gsize i = 0; i < n_cells && cell_px > 1; i++)
    blocks->light[i] /= cell_px * cell_px;
  for (gint c = 0; c < FOLLI_LIGHTS; c++)
    for (gsize i = 0; i < n_blocks; i++)
      blocks->color[c][i] /= block * cell_px * block * cell_px;
}

void
folli_blocks_clear (FolliBlocks *blocks)
{
  g_clear_pointer (&blocks->light, g_free);
  for (gint c = 0; c < FOLLI_LIGHTS; c++)
    g_clear_pointer (&blocks->color[c], g_free);
}

static void
spread_row (const float *value, gint n, gint radius, float *spread)
{
  for (gint i = 0; i < n; i++)
    {
      const gint last = MIN (i + radius, n - 1);
      float      sum = 0;

      for (gint at = MAX (i - radius, 0); at <= last; at++)
        sum += value[at];
      spread[i] = sum;
    }
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

      for (gint x = 0; x < width; x++)
        sum[x] = 0;
      for (gint at = MAX (y - radius, 0); at <= last; at++)
        for (gint x = 0; x < width; x++)
          sum[x] += rows[(gsize)at * width + x];
    }
}

/* The middle of a block lies half of it behind its first cell: a cell in the
 * first half is between the block before and its own. */
void
folli_blocks_interpolate_row (const FolliBlocks    *blocks,
                              const float          *value,
                              const FolliRectangle *part,
                              gint                  y,
                              float                *row)
{
  const gint   width = blocks->extent.width;
  const gint   block = blocks->block;
  const float  step = 0.5f / block;
  const gint   middle = 2 * y + 1 - block;
  const gint   upper = middle / (2 * block);
  const float  down = (middle - 2 * block * upper) * step;
  const float *at
      = value + (gsize)upper * width + part->x - blocks->extent.x - 1;
  float left = at[0] + (at[width] - at[0]) * down;
  float here = at[1] + (at[width + 1] - at[1]) * down;

  for (gint i = 2; i < part->width + 2; i++, row += block)
    {
      const float right = at[i] + (at[width + i] - at[i]) * down;

      for (gint x = 0; x < block; x++)
        {
          const gint from_middle = 2 * x + 1 - block;

          row[x] = from_middle < 0
                       ? here + (here - left) * (from_middle * step)
                       : here + (right - here) * (from_middle * step);
        }
      left = here;
      here = right;
    }
}
