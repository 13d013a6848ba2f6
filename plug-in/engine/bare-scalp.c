/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/bare-scalp.h"

#include <math.h>

#include "bare-scalp-blocks.h"
#include "bare-scalp-glare.h"
#include "bare-scalp-levels.h"

/* A shaft of 0.06 mm is a pixel wide at this scale; finer cells would show
 * nothing that is not there in these. */
#define CELLS_PER_MM 16

#define BLOCK_MM 0.5

/* Reflectance of dark hair, of white: what is left where hair covers a cell */
#define HAIR_LIGHT 0.008f

/* Pores and freckles are darker than the skin around them, too, but by less
 * than this; and hardly any noise is, if it is more than that many standard
 * deviations. */
#define LEAST_CONTRAST 0.11f
#define LEAST_DEVIATIONS 3.5f

/* Unevenness that skin has at most, and that covering hair has at least */
#define SKIN_TEXTURE 0.10f
#define HAIR_TEXTURE 0.22f

static gint
floor_divide (gint a, gint b)
{
  return a / b - (a % b < 0);
}

static gint
find_cell_px (const FolliBareScalp *scalp)
{
  return MAX (1, (gint)(scalp->px_per_mm / CELLS_PER_MM));
}

static gint
find_block_cells (const FolliBareScalp *scalp)
{
  return MAX (1,
              (gint)(BLOCK_MM * scalp->px_per_mm / find_cell_px (scalp) + 0.5));
}

/* Blocks around a rectangle: what levels and highlights are measured on, and a
 * neighbour that they are interpolated from. */
static gint
find_border_blocks (void)
{
  return MAX (FOLLI_LEVELS_BORDER, FOLLI_GLARE_BORDER) + 2;
}

gint
folli_bare_scalp_margin_px (const FolliBareScalp *scalp)
{
  return (find_border_blocks () + FOLLI_GLARE_COARSE) * find_block_cells (scalp)
         * find_cell_px (scalp);
}

/* The blocks that must be known for a rectangle of pixels, beginning and
 * ending where coarse blocks do. */
static FolliRectangle
find_extent (const FolliBareScalp *scalp, const FolliRectangle *rectangle)
{
  const gint coarse_px
      = find_cell_px (scalp) * find_block_cells (scalp) * FOLLI_GLARE_COARSE;
  const gint border_px
      = find_border_blocks () * find_cell_px (scalp) * find_block_cells (scalp);
  const gint left = floor_divide (rectangle->x - border_px, coarse_px);
  const gint top = floor_divide (rectangle->y - border_px, coarse_px);
  const gint right = floor_divide (
      rectangle->x + rectangle->width - 1 + border_px, coarse_px);
  const gint bottom = floor_divide (
      rectangle->y + rectangle->height - 1 + border_px, coarse_px);

  return (FolliRectangle){ left * FOLLI_GLARE_COARSE, top * FOLLI_GLARE_COARSE,
                           (right - left + 1) * FOLLI_GLARE_COARSE,
                           (bottom - top + 1) * FOLLI_GLARE_COARSE };
}

static float
smooth (float from, float to, float value)
{
  const float t = CLAMP ((value - from) / (to - from), 0.f, 1.f);

  return t * t * (3 - 2 * t);
}

/* How much of a cell hair covers. Covered cells darken in proportion, down to
 * the hair's own brightness. */
static float
find_hair (float light, float skin, float noise)
{
  const float least = MAX (LEAST_CONTRAST, LEAST_DEVIATIONS * noise);
  const float darkest = 0.04f + HAIR_LIGHT / (skin + HAIR_LIGHT);
  const float darker = skin > 0 ? 1 - light / skin : 0;

  return MIN (darker / (1 - darkest), 1)
         * smooth (0.7f * least, 1.3f * least, darker);
}

/* The map on cells: what hair and highlights leave of @light. */
static void
find_visibility (const FolliBareScalp *scalp,
                 const FolliBlocks    *blocks,
                 float                *visibility)
{
  const gint width = blocks->cells.width;
  g_auto (FolliLevels) levels = { 0 };
  g_autofree float *glare = folli_glare_find (blocks);
  g_autofree float *skin = g_new (float, width);
  g_autofree float *noise = g_new (float, width);
  g_autofree float *texture = g_new (float, width);
  g_autofree float *shine = g_new (float, width);

  folli_levels_init (&levels, blocks);
  for (gint y = 0; y < blocks->cells.height; y++)
    {
      const gsize first = (gsize)y * width;

      folli_blocks_interpolate_row (blocks, levels.skin, y, skin);
      folli_blocks_interpolate_row (blocks, levels.noise, y, noise);
      folli_blocks_interpolate_row (blocks, levels.texture, y, texture);
      folli_blocks_interpolate_row (blocks, glare, y, shine);
      for (gint x = 0; x < width; x++)
        {
          const float hair
              = MAX (find_hair (blocks->light[first + x], skin[x], noise[x]),
                     smooth (SKIN_TEXTURE, HAIR_TEXTURE, texture[x]));

          visibility[first + x] = (1 - (float)scalp->avoid_hair * hair)
                                  * (1 - (float)scalp->avoid_glare * shine[x]);
        }
    }
}

static float
get_between_cells (const FolliBlocks *blocks,
                   const float       *value,
                   gint               cell_px,
                   gint               x,
                   gint               y)
{
  const gint   u = 2 * x + 1 - cell_px;
  const gint   v = 2 * y + 1 - cell_px;
  const gint   column = floor_divide (u, 2 * cell_px);
  const gint   row = floor_divide (v, 2 * cell_px);
  const float  across = (u - 2 * cell_px * column) / (2.f * cell_px);
  const float  down = (v - 2 * cell_px * row) / (2.f * cell_px);
  const float *at = value + (gsize)(row - blocks->cells.y) * blocks->cells.width
                    + column - blocks->cells.x;
  const float *under = at + blocks->cells.width;
  const float  above = at[0] + (at[1] - at[0]) * across;
  const float  below = under[0] + (under[1] - under[0]) * across;

  return above + (below - above) * down;
}

void
folli_bare_scalp_render (const FolliBareScalp *scalp,
                         FolliPhotoRead        read,
                         gpointer              data,
                         const FolliRectangle *rectangle,
                         float                *visibility)
{
  const FolliRectangle extent = find_extent (scalp, rectangle);
  const gint           cell_px = find_cell_px (scalp);
  g_auto (FolliBlocks) blocks = { 0 };
  g_autofree float *value = NULL;

  folli_blocks_init (&blocks, cell_px, find_block_cells (scalp), &extent, read,
                     data);
  value = g_new (float, (gsize)blocks.cells.width *blocks.cells.height);
  find_visibility (scalp, &blocks, value);
  for (gint y = 0; y < rectangle->height; y++)
    for (gint x = 0; x < rectangle->width; x++)
      visibility[(gsize)y * rectangle->width + x] = get_between_cells (
          &blocks, value, cell_px, rectangle->x + x, rectangle->y + y);
}
