/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/bare-scalp.h"

#include <math.h>
#include <string.h>

#include "bare-scalp-blocks.h"
#include "bare-scalp-glare.h"
#include "bare-scalp-levels.h"
#include "bare-scalp-shares.h"
#include "floor.h"
#include "rectangle.h"
#include "smoothstep.h"
#include "wide.h"

/* A shaft of 0.06 mm is a pixel wide at this scale; finer cells would show
 * nothing that is not there in these. */
#define CELLS_PER_MM 16

#define BLOCK_MM 0.5

/* Reflectance of dark hair, of white: what is left where hair covers a cell.
 * Source of the figures here: doc/numbers.md, "Hair and shine in a
 * photograph". */
#define HAIR_LIGHT 0.008f

/* Pores and freckles are darker than the skin around them, too, but by less
 * than this; and hardly any noise is, if it is more than that many standard
 * deviations. */
#define LEAST_CONTRAST 0.11f
#define LEAST_DEVIATIONS 3.5f

/* Unevenness that skin has at most, and that covering hair has at least */
#define SKIN_TEXTURE 0.08f
#define HAIR_TEXTURE 0.18f

static gint
find_cell_px (double px_per_mm)
{
  return MAX (1, (gint)(px_per_mm / CELLS_PER_MM));
}

static gint
find_block_cells (double px_per_mm)
{
  return MAX (1, (gint)(BLOCK_MM * px_per_mm / find_cell_px (px_per_mm) + 0.5));
}

/* Blocks around a rectangle: what levels and highlights are measured on, and a
 * neighbour that they are interpolated from. */
enum
{
  HAIR_BORDER = FOLLI_LEVELS_BORDER + 2,
  BORDER = MAX (FOLLI_LEVELS_BORDER, FOLLI_GLARE_BORDER) + 2
};

gint
folli_bare_scalp_margin_px (const FolliBareScalp *scalp)
{
  return (BORDER + FOLLI_GLARE_COARSE + 1) * find_block_cells (scalp->px_per_mm)
         * find_cell_px (scalp->px_per_mm);
}

/* The blocks that hold a rectangle of pixels and the cells it is interpolated
 * from. */
static FolliRectangle
find_core (double px_per_mm, const FolliRectangle *rectangle)
{
  const gint cell_px = find_cell_px (px_per_mm);
  const gint block_px = find_block_cells (px_per_mm) * cell_px;
  const gint left = folli_floor_divide (rectangle->x - cell_px, block_px);
  const gint top = folli_floor_divide (rectangle->y - cell_px, block_px);
  const gint right = folli_floor_divide (
      rectangle->x + rectangle->width + cell_px, block_px);
  const gint bottom = folli_floor_divide (
      rectangle->y + rectangle->height + cell_px, block_px);

  return (FolliRectangle){ left, top, right - left + 1, bottom - top + 1 };
}

/* The blocks that must be known for those, beginning and ending where coarse
 * blocks do. */
static FolliRectangle
find_extent (const FolliRectangle *core, gint border)
{
  const gint coarse = FOLLI_GLARE_COARSE;
  const gint left = folli_floor_divide (core->x - border, coarse);
  const gint top = folli_floor_divide (core->y - border, coarse);
  const gint right
      = folli_floor_divide (core->x + core->width - 1 + border, coarse);
  const gint bottom
      = folli_floor_divide (core->y + core->height - 1 + border, coarse);

  return (FolliRectangle){ left * coarse, top * coarse,
                           (right - left + 1) * coarse,
                           (bottom - top + 1) * coarse };
}

/* How much of a cell hair covers. Covered cells darken in proportion, down to
 * the hair's own brightness. */
static inline float
find_hair (float light, float skin, float noise)
{
  const float least = MAX (LEAST_CONTRAST, LEAST_DEVIATIONS * noise);
  const float darkest = 0.04f + HAIR_LIGHT / (skin + HAIR_LIGHT);
  const float darker = skin > 0 ? 1 - light / skin : 0;

  return MIN (darker / (1 - darkest), 1)
         * folli_smoothstep (0.7f * least, 1.3f * least, darker);
}

/* What a row of cells is judged by. */
typedef struct
{
  float *skin;
  float *noise;
  float *texture;
} Row;

static void
clear_row (Row *row)
{
  g_clear_pointer (&row->skin, g_free);
  g_clear_pointer (&row->noise, g_free);
  g_clear_pointer (&row->texture, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Row, clear_row)

FOLLI_WIDE static void
find_hair_row (const float *restrict light,
               const Row *row,
               gint       first,
               gint       n,
               float *restrict hair)
{
  const float *skin = row->skin + first;
  const float *noise = row->noise + first;
  const float *texture = row->texture + first;

  for (gint x = 0; x < n; x++)
    hair[x] = MAX (find_hair (light[x], skin[x], noise[x]),
                   folli_smoothstep (SKIN_TEXTURE, HAIR_TEXTURE, texture[x]));
}

/* On some of the cells of the core. */
static void
find_all_hair (const FolliBlocks    *blocks,
               const FolliRectangle *cells,
               float                *hair)
{
  const FolliRectangle *core = &blocks->core;
  const gint            width = core->width * blocks->block;
  const gint            first = cells->x - core->x * blocks->block;
  g_auto (FolliLevels) levels = { 0 };
  g_auto (Row) row
      = { g_new (float, width), g_new (float, width), g_new (float, width) };

  folli_levels_init (&levels, blocks);
  for (gint i = 0; i < cells->height && !folli_cancel_ask (blocks->cancel);
       i++, hair += cells->width)
    {
      const gint   y = cells->y + i - blocks->extent.y * blocks->block;
      const gint   at = cells->y + i - blocks->cells.y;
      const float *light = blocks->light + (gsize)at * blocks->cells.width
                           + cells->x - blocks->cells.x;

      folli_blocks_interpolate_row (blocks, levels.skin, core, y, row.skin);
      folli_blocks_interpolate_row (blocks, levels.noise, core, y, row.noise);
      folli_blocks_interpolate_row (blocks, levels.texture, core, y,
                                    row.texture);
      find_hair_row (light, &row, first, cells->width, hair);
    }
}

/* On some of the cells of the core. */
static void
find_all_shine (const FolliBlocks    *blocks,
                const FolliRectangle *cells,
                float                *shine)
{
  const FolliRectangle *core = &blocks->core;
  const gint            first = cells->x - core->x * blocks->block;
  g_autofree float     *glare = folli_glare_find (blocks);
  g_autofree float     *row = g_new (float, core->width * blocks->block);

  for (gint i = 0; i < cells->height && !folli_cancel_ask (blocks->cancel);
       i++, shine += cells->width)
    {
      const gint y = cells->y + i - blocks->extent.y * blocks->block;

      folli_blocks_interpolate_row (blocks, glare, core, y, row);
      memcpy (shine, row + first, cells->width * sizeof (float));
    }
}

static float
get_between_cells (const FolliRectangle *cells,
                   const float          *value,
                   gint                  cell_px,
                   gint                  x,
                   gint                  y)
{
  const gint   u = 2 * x + 1 - cell_px;
  const gint   v = 2 * y + 1 - cell_px;
  const gint   column = folli_floor_divide (u, 2 * cell_px);
  const gint   row = folli_floor_divide (v, 2 * cell_px);
  const float  across = (u - 2 * cell_px * column) / (2.f * cell_px);
  const float  down = (v - 2 * cell_px * row) / (2.f * cell_px);
  const float *at
      = value + (gsize)(row - cells->y) * cells->width + column - cells->x;
  const float *under = at + cells->width;
  const float  above = at[0] + (at[1] - at[0]) * across;
  const float  below = under[0] + (under[1] - under[0]) * across;

  return above + (below - above) * down;
}

/* What finds a share of each cell. */
typedef void (*FindCells) (const FolliBlocks    *blocks,
                           const FolliRectangle *cells,
                           float                *value);

static void
find_pixels (const FolliBlocks    *blocks,
             gint                  cell_px,
             const FolliRectangle *rectangle,
             FindCells             find,
             float                *value)
{
  const gint           block = blocks->block;
  const FolliRectangle cells
      = { blocks->core.x * block, blocks->core.y * block,
          blocks->core.width * block, blocks->core.height * block };
  g_autofree float *of_cells = NULL;

  if (cell_px == 1)
    {
      find (blocks, rectangle, value);
      return;
    }
  of_cells = g_new (float, (gsize)cells.width *cells.height);
  find (blocks, &cells, of_cells);
  for (gint y = 0; y < rectangle->height; y++)
    for (gint x = 0; x < rectangle->width; x++)
      *value++ = get_between_cells (&cells, of_cells, cell_px, rectangle->x + x,
                                    rectangle->y + y);
}

gboolean
folli_bare_scalp_find_shares (double                px_per_mm,
                              FolliPhotoRead        read,
                              gpointer              data,
                              const FolliRectangle *rectangle,
                              const FolliCancel    *cancel,
                              float                *hair,
                              float                *shine)
{
  const gint           cell_px = find_cell_px (px_per_mm);
  const FolliRectangle core = find_core (px_per_mm, rectangle);
  const gint           border = shine != NULL ? BORDER : HAIR_BORDER;
  g_auto (FolliBlocks) blocks
      = { .block = find_block_cells (px_per_mm),
          .extent = find_extent (&core, border),
          .core = core,
          .lit = hair != NULL ? folli_rectangle_grow (core, FOLLI_LEVELS_BORDER)
                              : (FolliRectangle){ core.x, core.y, 0, 0 },
          .cancel = cancel };

  folli_blocks_init (&blocks, cell_px, read, data);
  if (hair != NULL && !folli_cancel_ask (cancel))
    find_pixels (&blocks, cell_px, rectangle, find_all_hair, hair);
  if (shine != NULL && !folli_cancel_ask (cancel))
    find_pixels (&blocks, cell_px, rectangle, find_all_shine, shine);
  return !folli_cancel_ask (cancel);
}

/* What is left where nothing of the skin shows. A map of 0 would keep every
 * dot away that so much as touches a hair, and leave stubble without any. */
static const float LEAST = 0.01f;

void
folli_bare_scalp_judge (const FolliBareScalp *scalp,
                        const float          *hair,
                        const float          *shine,
                        gsize                 n,
                        float                *visibility)
{
  const float avoid_hair = scalp->avoid_hair;
  const float avoid_glare = scalp->avoid_glare;

  for (gsize i = 0; i < n; i++)
    {
      const float shown
          = (1 - avoid_hair * hair[i]) * (1 - avoid_glare * shine[i]);

      visibility[i] = LEAST + (1 - LEAST) * shown;
    }
}

void
folli_bare_scalp_render (const FolliBareScalp *scalp,
                         FolliPhotoRead        read,
                         gpointer              data,
                         const FolliRectangle *rectangle,
                         float                *visibility)
{
  const FolliCancel nobody = { NULL };
  const gsize       n = (gsize)rectangle->width * rectangle->height;
  g_autofree float *shine = g_new (float, n);

  folli_bare_scalp_find_shares (scalp->px_per_mm, read, data, rectangle,
                                &nobody, visibility, shine);
  folli_bare_scalp_judge (scalp, visibility, shine, n, visibility);
}
