/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edges-border.h"

#include <math.h>

#include "edges-map.h"
#include "hairline-field.h"
#include "rectangle.h"

/* Of what is painted around, the mean says how dense the map goes on. */
#define LEVEL_MM FOLLI_KINDS_SHORT_MM

/* Cells around a pixel's own that count as its own: the mask has its edge
 * between cells, too. */
#define OWN_CELLS 1

void
folli_border_clear (FolliBorder *border)
{
  folli_cells_clear (&border->cells);
  folli_kinds_clear (&border->kinds);
  folli_outline_clear (&border->outline);
  folli_visible_clear (&border->visible);
  g_clear_pointer (&border->continues, g_free);
  g_clear_pointer (&border->is_filled, g_free);
  g_clear_pointer (&border->is_hair, g_free);
  g_clear_pointer (&border->is_edge, g_free);
  g_clear_pointer (&border->level, g_free);
  g_clear_pointer (&border->outside, g_free);
  g_clear_pointer (&border->stubble, g_free);
  g_clear_pointer (&border->tone, g_free);
}

static double
find_border_mm (const FolliEdges *edges)
{
  return FOLLI_KINDS_OUT_MM + FOLLI_OUTLINE_BORDER_MM + FOLLI_VISIBLE_BORDER_MM
         + FOLLI_KINDS_BORDER_MM + FOLLI_STUBBLE_BORDER_MM
         + (edges->match_tone > 0 ? FOLLI_TONE_BORDER_MM : 0)
         + folli_edges_reach_mm (edges);
}

/* With what rounding takes. */
static gint
find_cells (const FolliEdges *edges, double mm)
{
  const double px_per_mm = edges->scalp.px_per_mm;

  return ceil (mm * px_per_mm / folli_cells_find_width_px (px_per_mm)) + 8
         + FOLLI_FIELD_BORDER;
}

gint
folli_border_find_cells (const FolliEdges *edges)
{
  return find_cells (edges, find_border_mm (edges));
}

/* Leaves out what is so far from anything painted that nothing depends on it.
 * Returns whether there is anything painted. */
static gboolean
leave_far (FolliCells *cells, const FolliEdges *edges)
{
  const double beyond_mm
      = find_border_mm (edges) + FOLLI_KINDS_SHORT_MM - FOLLI_SKIN_AROUND_MM;
  const FolliRectangle painted = folli_cells_find_painted (cells);

  if (painted.width == 0)
    return FALSE;
  folli_cells_crop (
      cells, folli_rectangle_grow (painted, find_cells (edges, beyond_mm)));
  return TRUE;
}

/* Mean of what is painted around each cell. */
static float *
find_level (const FolliBorder *border)
{
  const FolliCells  *cells = &border->cells;
  const gint         radius = folli_cells_count (cells, LEVEL_MM);
  g_autofree gint32 *mask = g_new (gint32, cells->n);
  g_autofree gint64 *sum = g_new (gint64, cells->n);
  g_autofree gint64 *count = g_new (gint64, cells->n);
  float             *level = g_new (float, cells->n);

  for (gsize i = 0; i < cells->n; i++)
    mask[i] = border->kinds.is_painted[i] ? cells->mask[i] * 4096 + 0.5f : 0;
  folli_cells_sum (cells, mask, radius, sum);
  folli_cells_sum (cells, border->kinds.is_painted, radius, count);
  for (gsize i = 0; i < cells->n; i++)
    level[i] = sum[i] / (4096.f * MAX (count[i], 1));
  return level;
}

static gboolean *
find_edge (const FolliBorder *border)
{
  const FolliCells    *cells = &border->cells;
  const gint           radius = folli_cells_count (cells, FOLLI_KINDS_SHORT_MM);
  g_autofree gboolean *is_bare = g_new (gboolean, cells->n);

  for (gsize i = 0; i < cells->n; i++)
    is_bare[i] = !border->kinds.is_painted[i];
  return folli_cells_find_near (cells, is_bare, radius);
}

static float *
find_outside (const FolliBorder *border)
{
  const FolliCells    *cells = &border->cells;
  const double         reach_mm = folli_edges_reach_mm (border->edges);
  const gint           reach = folli_cells_count (cells, reach_mm) + 1;
  g_autofree gboolean *is_mask = g_new (gboolean, cells->n);
  float               *outside;

  for (gsize i = 0; i < cells->n; i++)
    is_mask[i] = border->kinds.is_painted[i] || border->kinds.is_filled[i];
  outside
      = folli_cells_measure (cells, is_mask, MIN (reach, FOLLI_FIELD_FARTHEST));
  for (gsize i = 0; i < cells->n; i++)
    outside[i] = -outside[i];
  return outside;
}

/* What hides the skin around the pixels that ask, as far as it tells hair that
 * they go on in. */
static gboolean
find_visible (FolliBorder          *border,
              FolliPhotoRead        read,
              gpointer              photo,
              const FolliRectangle *core)
{
  const FolliCells    *cells = &border->cells;
  const gint           cell_px = cells->cell_px;
  const FolliRectangle part = folli_rectangle_grow (
      *core, folli_cells_count (cells, FOLLI_KINDS_BORDER_MM));
  const FolliRectangle pixels = { part.x * cell_px, part.y * cell_px,
                                  part.width * cell_px, part.height * cell_px };

  return folli_visible_init (&border->visible, cells->px_per_mm,
                             &border->outline, read, photo, &pixels,
                             &border->edges->cancel);
}

/* Returns FALSE once that is no longer wanted. */
static gboolean
find_kinds (FolliBorder          *border,
            FolliPhotoRead        read,
            gpointer              photo,
            const FolliRectangle *core)
{
  const FolliCells  *cells = &border->cells;
  const FolliCancel *cancel = &border->edges->cancel;
  g_autofree gint32 *hair = NULL;

  folli_cells_read_photo (&border->cells, read, photo);
  if (folli_cancel_ask (cancel))
    return FALSE;
  folli_kinds_find_out (&border->kinds, cells, border->edges->reach_mm);
  folli_outline_init (&border->outline, cells, border->kinds.is_out);
  if (folli_cancel_ask (cancel) || !find_visible (border, read, photo, core))
    return FALSE;
  hair = folli_visible_find_hair (&border->visible, cells);
  border->stubble
      = folli_stubble_find (cells, border->kinds.is_painted,
                            border->kinds.is_out, border->edges->photo);
  if (folli_cancel_ask (cancel))
    return FALSE;
  if (border->edges->match_tone > 0)
    border->tone = folli_tone_find_missing (cells, border->kinds.is_painted,
                                            border->kinds.is_out);
  folli_kinds_find_rest (&border->kinds, cells, hair, border->stubble);
  return !folli_cancel_ask (cancel);
}

gboolean
folli_border_init (FolliBorder          *border,
                   const FolliEdges     *edges,
                   FolliMaskRead         read_mask,
                   gpointer              mask,
                   FolliPhotoRead        read_photo,
                   gpointer              photo,
                   const FolliRectangle *rectangle)
{
  FolliCells          *cells = &border->cells;
  const double         px_per_mm = edges->scalp.px_per_mm;
  const gint           cell_px = folli_cells_find_width_px (px_per_mm);
  const FolliRectangle core = folli_cells_find_part (rectangle, cell_px);

  border->edges = edges;
  folli_cells_init (cells, px_per_mm, &core, folli_border_find_cells (edges));
  folli_cells_read_mask (cells, read_mask, mask);
  if (folli_cancel_ask (&edges->cancel) || !leave_far (cells, edges)
      || !find_kinds (border, read_photo, photo, &core))
    return FALSE;
  border->continues
      = folli_cells_find_near (cells, border->kinds.goes_on, OWN_CELLS);
  border->is_filled
      = folli_cells_find_near (cells, border->kinds.is_filled, OWN_CELLS);
  border->is_hair
      = folli_cells_find_near (cells, border->kinds.is_hair, OWN_CELLS);
  border->is_edge = find_edge (border);
  border->level = find_level (border);
  border->outside = find_outside (border);
  return TRUE;
}

/* What of the density there is to be where nobody painted: all of it on a
 * narrow strip of skin, and less and less among hair beside the mask. */
static float
find_extension (const FolliBorder *border, gsize cell)
{
  const double least_mm = border->stubble[cell] > 0 ? FOLLI_KINDS_SHORT_MM : 0;
  const double feather = MAX (border->edges->feather_mm, least_mm)
                         * border->cells.px_per_mm / border->cells.cell_px;
  float left;

  /* What cannot be told from a background may be one. */
  if (!border->is_edge[cell] || !border->kinds.is_known[cell])
    return 0;
  if (border->is_filled[cell])
    return border->level[cell];
  if (!(border->is_hair[cell] || border->tone)
      || border->outside[cell] >= feather)
    return 0;
  left = 1 - MAX (border->outside[cell], 0) / (float)feather;
  return border->level[cell] * left;
}

static gboolean
goes_on (const FolliBorder *border, gsize cell)
{
  const double reach = border->edges->reach_mm * border->cells.px_per_mm
                       / border->cells.cell_px;

  return border->continues[cell] && border->outside[cell] <= reach;
}

/* What there is room for: as much as stubble lacks of its density, or of the
 * tone around. */
static float
find_lacking (const FolliBorder *border, gsize cell)
{
  const FolliEdges *edges = border->edges;
  const float       hair = 1 - edges->scalp.avoid_hair * border->stubble[cell];

  return border->tone
             ? hair + (float)edges->match_tone * (border->tone[cell] - hair)
             : hair;
}

float
folli_border_find_alpha (const FolliBorder *border,
                         gsize              cell,
                         float              mask,
                         float              visibility,
                         const float       *rgb)
{
  const float extension = find_extension (border, cell);
  const float lacking = find_lacking (border, cell);
  const float wanted = MAX (mask, extension);
  float       share;

  if (wanted <= 0 && !goes_on (border, cell))
    return 0;
  share = folli_outline_get_share (&border->outline, cell, rgb);
  if (share < FOLLI_EDGES_LEAST)
    return FOLLI_EDGES_BEYOND;
  return folli_map_round (wanted * lacking * visibility * share);
}
