/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "bare-scalp-levels.h"

#include <math.h>

#include "wide.h"

/* Black, as a share of white: keeps ratios finite */
#define BLACK 1e-4f

/* A bell over the standard deviation of its upper part, and how far above its
 * middle that part begins: between what plain noise has and what skin has that
 * is well apart from its hair */
#define BELL_OVER_UPPER_PART 1.8f
#define UPPER_PART 0.9f

/* Noise that a photo of use has at most, relative to white as seen; in linear
 * light, relative to what is noisy, that is twice this over the square root.
 * Source: doc/numbers.md, "Hair and shine in a photograph". */
#define MOST_NOISE (2 * 0.022f)

/* Of the cells brighter than a threshold: how many, and a sum. */
typedef struct
{
  float *count;
  float *sum;
} Brighter;

static Brighter
make_brighter (const FolliBlocks *blocks)
{
  const gsize n = folli_blocks_count (blocks);

  return (Brighter){ g_new0 (float, n), g_new0 (float, n) };
}

static void
clear_brighter (Brighter *brighter)
{
  g_clear_pointer (&brighter->count, g_free);
  g_clear_pointer (&brighter->sum, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Brighter, clear_brighter)

/* Replaces a threshold by what a cell adds to the sum if it is no darker, and
 * tells whether it is. */
FOLLI_WIDE static void
compare_row (const float *restrict light,
             gint     n,
             gboolean squares,
             float *restrict threshold,
             float *restrict is_brighter)
{
  for (gint x = 0; x < n; x++)
    {
      const float over = light[x] / MAX (threshold[x], BLACK) - 1;
      const float added = squares ? over * over : light[x];

      is_brighter[x] = light[x] >= threshold[x];
      threshold[x] = light[x] < threshold[x] ? 0 : added;
    }
}

/* Adds up, in each block, the cells that are no darker than @threshold: their
 * brightness, or the square of what they exceed it by, relative to it. */
static Brighter
gather_brighter (const FolliBlocks *blocks,
                 const float       *threshold,
                 gboolean           squares)
{
  const gint           block = blocks->block;
  const FolliRectangle part = blocks->lit;
  const gint           left = part.x - blocks->extent.x;
  const gint           top = (part.y - blocks->extent.y) * block;
  const gint           n = part.width * block;
  g_autofree float    *row = g_new (float, n);
  g_autofree float    *is_brighter = g_new (float, n);
  Brighter             brighter = make_brighter (blocks);

  for (gint y = top;
       y < top + part.height * block && !folli_cancel_ask (blocks->cancel); y++)
    {
      const gsize first = (gsize)(y / block) * blocks->extent.width + left;

      folli_blocks_interpolate_row (blocks, threshold, &part, y, row);
      compare_row (blocks->light + (gsize)(y - top) * blocks->cells.width, n,
                   squares, row, is_brighter);
      folli_blocks_add_row (blocks, is_brighter, part.width,
                            brighter.count + first);
      folli_blocks_add_row (blocks, row, part.width, brighter.sum + first);
    }
  return brighter;
}

/* The mean of everything, which a block's colour is the mean of, too. */
static float *
find_means (const FolliBlocks *blocks)
{
  const gsize       n = folli_blocks_count (blocks);
  float            *mean = g_new (float, n);
  g_autofree float *count = g_new (float, n);

  for (gsize i = 0; i < n; i++)
    {
      mean[i] = folli_blocks_light (blocks, i);
      count[i] = 1;
    }
  folli_blocks_spread (blocks, mean, FOLLI_LEVELS_RADIUS);
  folli_blocks_spread (blocks, count, FOLLI_LEVELS_RADIUS);
  for (gsize i = 0; i < n; i++)
    mean[i] /= count[i];
  return mean;
}

/* The mean of each block's brighter cells, and whether it has any. */
static void
find_block_means (const FolliBlocks *blocks,
                  const Brighter    *brighter,
                  float             *mean,
                  float             *is_known)
{
  for (gsize i = 0; i < folli_blocks_count (blocks); i++)
    {
      is_known[i] = brighter->count[i] > 0;
      mean[i] = brighter->sum[i] / MAX (brighter->count[i], 1);
    }
}

/* Replaces the mean of each block by the square of what it differs from those
 * next to it. */
static void
find_steps (const FolliBlocks *blocks, const float *is_known, float *mean)
{
  const gsize       n = folli_blocks_count (blocks);
  g_autofree float *near = g_memdup2 (mean, n * sizeof (float));
  g_autofree float *count = g_memdup2 (is_known, n * sizeof (float));

  folli_blocks_spread (blocks, near, 1);
  folli_blocks_spread (blocks, count, 1);
  for (gsize i = 0; i < n; i++)
    {
      const float step = mean[i] - near[i] / MAX (count[i], 1);

      mean[i] = is_known[i] * step * step;
    }
}

/* How much the blocks' brighter cells differ from block to block: hair that
 * covers the skin glistens in strands, skin between stubble is even, and the
 * folds of a forehead rise and fall over several blocks. */
static float *
find_texture (const FolliBlocks *blocks,
              const Brighter    *brighter,
              const float       *noise)
{
  const gsize       n = folli_blocks_count (blocks);
  g_autofree float *steps = g_new (float, n);
  g_autofree float *count = g_new (float, n);
  g_autofree float *sum = g_new (float, n);
  g_autofree float *expected = g_new (float, n);
  float            *texture = g_new (float, n);

  find_block_means (blocks, brighter, steps, count);
  for (gsize i = 0; i < n; i++)
    {
      sum[i] = steps[i];
      expected[i]
          = count[i] * noise[i] * noise[i] / MAX (brighter->count[i], 1);
    }
  find_steps (blocks, count, steps);
  folli_blocks_spread (blocks, sum, FOLLI_LEVELS_RADIUS);
  folli_blocks_spread (blocks, steps, FOLLI_LEVELS_RADIUS);
  folli_blocks_spread (blocks, expected, FOLLI_LEVELS_RADIUS);
  folli_blocks_spread (blocks, count, FOLLI_LEVELS_RADIUS);
  for (gsize i = 0; i < n; i++)
    {
      const float all = MAX (count[i], 1);
      const float mean = MAX (sum[i] / all, BLACK);
      const float variance = steps[i] / all / (mean * mean) - expected[i] / all;

      texture[i] = variance > 0 ? sqrtf (variance) : 0;
    }
  return texture;
}

static void
divide_spread (const FolliBlocks *blocks, const Brighter *brighter, float *mean)
{
  const gsize       n = folli_blocks_count (blocks);
  g_autofree float *count = g_memdup2 (brighter->count, n * sizeof (float));

  for (gsize i = 0; i < n; i++)
    mean[i] = brighter->sum[i];
  folli_blocks_spread (blocks, mean, FOLLI_LEVELS_RADIUS);
  folli_blocks_spread (blocks, count, FOLLI_LEVELS_RADIUS);
  for (gsize i = 0; i < n; i++)
    mean[i] = count[i] > 0 ? mean[i] / count[i] : 0;
}

/* The skin is the brighter part, twice over: where half of it is covered, the
 * part above the mean still holds cells that hair covers in part. What that
 * adds where there is nothing but noise is then taken off again. */
void
folli_levels_init (FolliLevels *levels, const FolliBlocks *blocks)
{
  const gsize       n = folli_blocks_count (blocks);
  g_autofree float *mean = find_means (blocks);
  g_auto (Brighter) half = gather_brighter (blocks, mean, FALSE);
  g_auto (Brighter) quarter = { 0 };
  g_auto (Brighter) excess = { 0 };

  levels->skin = g_new (float, n);
  levels->noise = g_new (float, n);
  divide_spread (blocks, &half, levels->skin);
  quarter = gather_brighter (blocks, levels->skin, FALSE);
  divide_spread (blocks, &quarter, levels->skin);
  excess = gather_brighter (blocks, levels->skin, TRUE);
  divide_spread (blocks, &excess, levels->noise);
  for (gsize i = 0; i < n; i++)
    {
      const float most = MOST_NOISE / sqrtf (MAX (levels->skin[i], BLACK));

      levels->noise[i]
          = MIN (BELL_OVER_UPPER_PART * sqrtf (levels->noise[i]), most);
      levels->skin[i] *= MAX (1 - UPPER_PART * levels->noise[i], 0);
    }
  levels->texture = find_texture (blocks, &half, levels->noise);
}

void
folli_levels_clear (FolliLevels *levels)
{
  g_clear_pointer (&levels->skin, g_free);
  g_clear_pointer (&levels->noise, g_free);
  g_clear_pointer (&levels->texture, g_free);
}
