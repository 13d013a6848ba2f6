/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bare-scalp-blocks.h"

/* Brightness that hair is looked for in: mostly red, in which skin is
 * brightest against hair and blood does not show, but of all channels, since
 * coloured light may leave any of them dark and noisy. */
static const float LIGHT_OF[FOLLI_LIGHTS] = { 0.6f, 0.3f, 0.1f };

gsize
folli_blocks_count (const FolliBlocks *blocks)
{
  return (gsize)blocks->extent.width * blocks->extent.height;
}

/* Sums one row of pixels into the cells and blocks that it crosses. */
static void
add_row (FolliBlocks *blocks, gint cell_px, const float *rgb, gint cell_row)
{
  const gint  block_px = blocks->block * cell_px;
  float      *light = blocks->light + (gsize)cell_row * blocks->cells.width;
  const gsize first = (gsize)(cell_row / blocks->block) * blocks->extent.width;

  for (gint block = 0; block < blocks->extent.width; block++)
    {
      float sum[FOLLI_LIGHTS] = { 0 };

      for (gint x = 0; x < block_px; x++, rgb += FOLLI_LIGHTS)
        {
          float all = 0;

          for (gint c = 0; c < FOLLI_LIGHTS; c++)
            {
              sum[c] += rgb[c];
              all += LIGHT_OF[c] * rgb[c];
            }
          light[block * blocks->block + x / cell_px] += all;
        }
      for (gint c = 0; c < FOLLI_LIGHTS; c++)
        blocks->color[c][first + block] += sum[c];
    }
}

void
folli_blocks_init (FolliBlocks          *blocks,
                   gint                  cell_px,
                   gint                  block,
                   const FolliRectangle *extent,
                   FolliPhotoRead        read,
                   gpointer              data)
{
  const gint        width_px = extent->width * block * cell_px;
  g_autofree float *band = g_new (float, (gsize)width_px *cell_px * 3);
  gsize             n_cells;

  blocks->block = block;
  blocks->extent = *extent;
  blocks->cells
      = (FolliRectangle){ extent->x * block, extent->y * block,
                          extent->width * block, extent->height * block };
  n_cells = (gsize)blocks->cells.width * blocks->cells.height;
  blocks->light = g_new0 (float, n_cells);
  for (gint c = 0; c < FOLLI_LIGHTS; c++)
    blocks->color[c] = g_new0 (float, folli_blocks_count (blocks));

  for (gint row = 0; row < blocks->cells.height; row++)
    {
      const FolliRectangle rectangle
          = { blocks->cells.x * cell_px, (blocks->cells.y + row) * cell_px,
              width_px, cell_px };

      read (data, &rectangle, band);
      for (gint y = 0; y < cell_px; y++)
        add_row (blocks, cell_px, band + (gsize)y * width_px * 3, row);
    }
  for (gsize i = 0; i < n_cells; i++)
    blocks->light[i] /= cell_px * cell_px;
  for (gint c = 0; c < FOLLI_LIGHTS; c++)
    for (gsize i = 0; i < folli_blocks_count (blocks); i++)
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
spread_line (float *value, gint n, gsize stride, gint radius, float *line)
{
  for (gint i = 0; i < n; i++)
    line[i] = value[i * stride];
  for (gint i = 0; i < n; i++)
    {
      const gint last = MIN (i + radius, n - 1);
      float      sum = 0;

      for (gint at = MAX (i - radius, 0); at <= last; at++)
        sum += line[at];
      value[i * stride] = sum;
    }
}

void
folli_blocks_spread (const FolliBlocks *blocks, float *value, gint radius)
{
  const gint        width = blocks->extent.width;
  const gint        height = blocks->extent.height;
  g_autofree float *line = g_new (float, MAX (width, height));

  for (gint y = 0; y < height; y++)
    spread_line (value + (gsize)y * width, width, 1, radius, line);
  for (gint x = 0; x < width; x++)
    spread_line (value + x, height, width, radius, line);
}

void
folli_blocks_interpolate_row (const FolliBlocks *blocks,
                              const float       *value,
                              gint               y,
                              float             *row)
{
  const gint  width = blocks->extent.width;
  const gint  block = blocks->block;
  const float step = 1.f / block;
  const gint  middle = 2 * y + 1 - block;
  const gint upper = CLAMP (middle / (2 * block), 0, blocks->extent.height - 2);
  const float down
      = CLAMP ((middle - 2 * block * upper) * 0.5f * step, 0.f, 1.f);
  const float *at = value + (gsize)upper * width;

  for (gint x = 0; x < blocks->cells.width; x++)
    {
      const gint  centre = 2 * x + 1 - block;
      const gint  left = CLAMP (centre / (2 * block), 0, width - 2);
      const float across
          = CLAMP ((centre - 2 * block * left) * 0.5f * step, 0.f, 1.f);
      const float above = at[left] + (at[left + 1] - at[left]) * across;
      const float below = at[width + left]
                          + (at[width + left + 1] - at[width + left]) * across;

      row[x] = above + (below - above) * down;
    }
}
