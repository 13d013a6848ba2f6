/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/edges.h"

#include <math.h>
#include <string.h>

#include "edges-kinds.h"
#include "edges-outline.h"
#include "edges-visible.h"
#include "floor.h"
#include "hairline-field.h"
#include "rectangle.h"

/* Of what is painted around, the mean says how dense the map goes on. */
#define LEVEL_MM FOLLI_KINDS_SHORT_MM

/* Cells around a pixel's own that count as its own: the mask has its edge
 * between cells, too. */
#define OWN_CELLS 2

#define STEPS 255

/* All that a part is made of. */
typedef struct
{
  const FolliEdges *edges;
  FolliCells        cells;
  FolliKinds        kinds;
  FolliOutline      outline;
  gboolean         *continues; /* beyond what is painted, nothing begins */
  gboolean         *is_filled;
  gboolean         *is_hair;
  float            *level;
  float            *outside; /* how far outside the mask, cells */
} Work;

static void
clear_work (Work *work)
{
  folli_cells_clear (&work->cells);
  folli_kinds_clear (&work->kinds);
  folli_outline_clear (&work->outline);
  g_clear_pointer (&work->continues, g_free);
  g_clear_pointer (&work->is_filled, g_free);
  g_clear_pointer (&work->is_hair, g_free);
  g_clear_pointer (&work->level, g_free);
  g_clear_pointer (&work->outside, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, clear_work)

static double
find_reach_mm (const FolliEdges *edges)
{
  return MAX (edges->reach_mm, edges->feather_mm);
}

/* Cells around the pixels asked for. */
static gint
find_border_cells (const FolliEdges *edges, gint cell_px)
{
  const double border_mm = FOLLI_KINDS_OUT_MM + FOLLI_OUTLINE_BORDER_MM
                           + FOLLI_VISIBLE_BORDER_MM + FOLLI_KINDS_BORDER_MM
                           + find_reach_mm (edges);

  return ceil (border_mm * edges->scalp.px_per_mm / cell_px) + 8
         + FOLLI_FIELD_BORDER;
}

gint
folli_edges_margin_px (const FolliEdges *edges)
{
  const gint cell_px = folli_cells_find_width_px (edges->scalp.px_per_mm);

  return (find_border_cells (edges, cell_px) + 1) * cell_px;
}

/* Mean of what is painted around each cell. */
static float *
find_level (const Work *work)
{
  const FolliCells  *cells = &work->cells;
  const gint         radius = folli_cells_count (cells, LEVEL_MM);
  g_autofree gint32 *mask = g_new (gint32, cells->n);
  g_autofree gint64 *sum = g_new (gint64, cells->n);
  g_autofree gint64 *count = g_new (gint64, cells->n);
  float             *level = g_new (float, cells->n);

  for (gsize i = 0; i < cells->n; i++)
    mask[i] = work->kinds.is_painted[i] ? cells->mask[i] * 4096 + 0.5f : 0;
  folli_cells_sum (cells, mask, radius, sum);
  folli_cells_sum (cells, work->kinds.is_painted, radius, count);
  for (gsize i = 0; i < cells->n; i++)
    level[i] = sum[i] / (4096.f * MAX (count[i], 1));
  return level;
}

static void
find_distances (Work *work)
{
  const FolliCells *cells = &work->cells;
  const gint reach = folli_cells_count (cells, find_reach_mm (work->edges)) + 1;
  g_autofree gboolean *is_mask = g_new (gboolean, cells->n);

  for (gsize i = 0; i < cells->n; i++)
    is_mask[i] = work->kinds.is_painted[i] || work->kinds.is_filled[i];
  work->outside
      = folli_cells_measure (cells, is_mask, MIN (reach, FOLLI_FIELD_FARTHEST));
  for (gsize i = 0; i < cells->n; i++)
    work->outside[i] = -work->outside[i];
}

static void
find_kinds (Work                 *work,
            FolliPhotoRead        read,
            gpointer              photo,
            const FolliRectangle *core)
{
  g_autofree gint32 *hair = NULL;

  folli_cells_read_photo (&work->cells, read, photo);
  folli_kinds_find_out (&work->kinds, &work->cells, work->edges->reach_mm);
  folli_outline_init (&work->outline, &work->cells, work->kinds.is_out);
  hair = folli_visible_find_hair (&work->outline, read, photo, core);
  folli_kinds_find_rest (&work->kinds, &work->cells, hair);
  work->continues
      = folli_cells_find_near (&work->cells, work->kinds.goes_on, OWN_CELLS);
  work->is_filled
      = folli_cells_find_near (&work->cells, work->kinds.is_filled, OWN_CELLS);
  work->is_hair
      = folli_cells_find_near (&work->cells, work->kinds.is_hair, OWN_CELLS);
  work->level = find_level (work);
  find_distances (work);
}

/* What of the density there is to be where nobody painted: all of it on a
 * narrow strip of skin, and less and less among hair beside the mask. */
static float
find_extension (const Work *work, gsize cell)
{
  const double feather = work->edges->feather_mm * work->edges->scalp.px_per_mm
                         / work->cells.cell_px;
  float left;

  if (work->is_filled[cell])
    return work->level[cell];
  if (!work->is_hair[cell] || work->outside[cell] >= feather)
    return 0;
  left = 1 - MAX (work->outside[cell], 0) / (float)feather;
  return work->level[cell] * left;
}

static gboolean
goes_on (const Work *work, gsize cell)
{
  const double reach = work->edges->reach_mm * work->edges->scalp.px_per_mm
                       / work->cells.cell_px;

  return work->continues[cell] && work->outside[cell] <= reach;
}

/* In whole steps, rounded to the nearest. */
static float
round_alpha (float alpha)
{
  return (gint)(CLAMP (alpha, 0, 1) * STEPS + 0.5f) / (float)STEPS;
}

static float
find_alpha (const Work  *work,
            gsize        cell,
            float        mask,
            float        visibility,
            const float *rgb)
{
  const float extension = find_extension (work, cell);
  const float wanted = MAX (mask, extension);
  float       share = 0;

  if (wanted > 0)
    share = folli_outline_get_share (&work->outline, cell, rgb);
  if (wanted > 0 || goes_on (work, cell))
    return MAX (round_alpha (wanted * visibility * share), FOLLI_EDGES_GOES_ON);
  return 0;
}

/* @alpha holds the mask. */
static void
draw (const Work           *work,
      FolliPhotoRead        read,
      gpointer              photo,
      const FolliRectangle *rectangle,
      float                *alpha)
{
  g_autofree float *visibility = folli_visible_find (
      &work->edges->scalp, &work->outline, read, photo, rectangle);
  g_autofree float *rgb = g_new (float, (gsize)rectangle->width * 3);

  for (gint y = 0; y < rectangle->height; y++)
    {
      const FolliRectangle row
          = { rectangle->x, rectangle->y + y, rectangle->width, 1 };
      const gsize first = (gsize)y * rectangle->width;

      read (photo, &row, rgb);
      for (gint x = 0; x < rectangle->width; x++)
        alpha[first + x] = find_alpha (
            work, folli_cells_find (&work->cells, rectangle->x + x, row.y),
            alpha[first + x], visibility[first + x], rgb + 3 * x);
    }
}

static gboolean
is_black (const FolliCells *cells)
{
  for (gsize i = 0; i < cells->n; i++)
    if (cells->mask[i] > 0)
      return FALSE;
  return TRUE;
}

void
folli_edges_render (const FolliEdges     *edges,
                    FolliMaskRead         read_mask,
                    gpointer              mask,
                    FolliPhotoRead        read_photo,
                    gpointer              photo,
                    const FolliRectangle *rectangle,
                    float                *alpha)
{
  const gint cell_px = folli_cells_find_width_px (edges->scalp.px_per_mm);
  const FolliRectangle core = folli_cells_find_part (rectangle, cell_px);
  g_auto (Work) work = { .edges = edges };

  work.cells.cell_px = cell_px;
  work.cells.px_per_mm = edges->scalp.px_per_mm;
  work.cells.extent
      = folli_rectangle_grow (core, find_border_cells (edges, cell_px));
  work.cells.n = (gsize)work.cells.extent.width * work.cells.extent.height;
  folli_cells_read_mask (&work.cells, read_mask, mask);
  read_mask (mask, rectangle, alpha);
  if (is_black (&work.cells))
    return;
  find_kinds (&work, read_photo, photo, &core);
  draw (&work, read_photo, photo, rectangle, alpha);
}
