/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/edges.h"

#include <math.h>
#include <string.h>

#include "edges-border.h"
#include "edges-map.h"
#include "floor.h"
#include "hairline-field.h"
#include "rectangle.h"

/* Cells more than what follows from lengths: those that count as a cell's own,
 * mixed ones, and what rounding takes. */
#define MORE_CELLS 6

gint
folli_edges_margin_px (const FolliEdges *edges)
{
  const gint cell_px = folli_cells_find_width_px (edges->scalp.px_per_mm);

  return (folli_border_find_cells (edges) + 1) * cell_px;
}

/* How far from what is painted there is anything, cells. */
static gint
find_reach (const FolliEdges *edges, gint cell_px)
{
  const double reach_mm = folli_edges_reach_mm (edges) + FOLLI_KINDS_SHORT_MM;

  return ceil (reach_mm * edges->scalp.px_per_mm / cell_px) + MORE_CELLS;
}

/* How far from a mask's edge the photo behind the head, or stubble beside the
 * mask, has a part in what shows of it, cells. */
static gint
find_depth (const FolliEdges *edges, gint cell_px)
{
  const double px_per_mm = edges->scalp.px_per_mm;
  const double outline_px = folli_bare_scalp_margin_px (&edges->scalp)
                            + FOLLI_KINDS_SHORT_MM * px_per_mm;
  const double stubble_px = FOLLI_STUBBLE_REACH_MM * px_per_mm;

  return ceil (MAX (outline_px, stubble_px) / cell_px) + MORE_CELLS;
}

/* Whether the mask has no edge near some pixels. */
static gboolean
is_inside (const FolliEdges     *edges,
           FolliMaskRead         read,
           gpointer              mask,
           const FolliRectangle *rectangle)
{
  const gint cell_px = folli_cells_find_width_px (edges->scalp.px_per_mm);
  const FolliRectangle core = folli_cells_find_part (rectangle, cell_px);
  g_auto (FolliCells) cells = { 0 };

  folli_cells_init (&cells, edges->scalp.px_per_mm, &core,
                    find_depth (edges, cell_px));
  folli_cells_read_mask (&cells, read, mask);
  for (gsize i = 0; i < cells.n; i++)
    if (cells.mask[i] < FOLLI_MASK_BLACK)
      return FALSE;
  return TRUE;
}

/* Far from any edge, only what shows counts. @alpha holds the mask. */
static void
draw_inside (const FolliEdges     *edges,
             FolliPhotoRead        read,
             gpointer              photo,
             const FolliRectangle *rectangle,
             float                *alpha)
{
  const gsize n = (gsize)rectangle->width * rectangle->height;
  g_auto (FolliVisible) visible = { 0 };
  g_autofree float *visibility = NULL;

  if (!folli_visible_init (&visible, edges->scalp.px_per_mm, NULL, read, photo,
                           rectangle, &edges->cancel))
    return;
  visibility = folli_visible_judge (&visible, &edges->scalp, rectangle);
  for (gsize i = 0; i < n; i++)
    alpha[i] = alpha[i] > 0 ? folli_map_round (alpha[i] * visibility[i]) : 0;
}

/* Draws the pixels of a row of cells. */
static void
draw_band (const FolliBorder    *border,
           FolliPhotoRead        read,
           gpointer              photo,
           const FolliRectangle *band,
           const float          *visibility,
           float                *rgb,
           float                *alpha)
{
  const FolliCells *cells = &border->cells;
  const gsize       first = folli_cells_find (cells, band->x, band->y);
  const gint        offset
      = band->x - folli_floor_divide (band->x, cells->cell_px) * cells->cell_px;
  const gint n_cells = (offset + band->width - 1) / cells->cell_px + 1;

  if (folli_outline_is_near (&border->outline, first, n_cells))
    read (photo, band, rgb);
  for (gint y = 0; y < band->height; y++)
    for (gint x = 0; x < band->width; x++, alpha++, rgb += FOLLI_CELL_COLORS)
      *alpha = folli_border_find_alpha (border,
                                        first + (offset + x) / cells->cell_px,
                                        *alpha, *visibility++, rgb);
}

/* @alpha holds the mask. */
static void
draw_edge (const FolliEdges     *edges,
           FolliMaskRead         read_mask,
           gpointer              mask,
           FolliPhotoRead        read_photo,
           gpointer              photo,
           const FolliRectangle *rectangle,
           float                *alpha)
{
  g_auto (FolliBorder) border = { NULL };
  g_autofree float *visibility = NULL;
  g_autofree float *rgb = NULL;
  const gint        bottom = rectangle->y + rectangle->height;
  gint              cell_px;
  FolliRectangle    band = *rectangle;

  if (!folli_border_init (&border, edges, read_mask, mask, read_photo, photo,
                          rectangle))
    {
      memset (alpha, 0,
              (gsize)rectangle->width * rectangle->height * sizeof *alpha);
      return;
    }
  visibility = folli_visible_judge (&border.visible, &edges->scalp, rectangle);
  cell_px = border.cells.cell_px;
  rgb = g_new (float, (gsize)rectangle->width *cell_px *FOLLI_CELL_COLORS);
  for (; band.y < bottom && !folli_cancel_ask (&edges->cancel);
       band.y += band.height)
    {
      const gint  next = (folli_floor_divide (band.y, cell_px) + 1) * cell_px;
      const gsize at = (gsize)(band.y - rectangle->y) * rectangle->width;

      band.height = MIN (next, bottom) - band.y;
      draw_band (&border, read_photo, photo, &band, visibility + at, rgb,
                 alpha + at);
    }
}

FolliRectangle
folli_edges_find_wanted (const FolliEdges     *edges,
                         FolliMaskRead         read,
                         gpointer              mask,
                         const FolliRectangle *rectangle)
{
  const gint cell_px = folli_cells_find_width_px (edges->scalp.px_per_mm);
  const gint reach = find_reach (edges, cell_px);
  const FolliRectangle core = folli_cells_find_part (rectangle, cell_px);
  g_auto (FolliCells) cells = { 0 };
  FolliRectangle part;

  folli_cells_init (&cells, edges->scalp.px_per_mm, &core, reach);
  folli_cells_read_mask (&cells, read, mask);
  part = folli_cells_find_painted (&cells);
  if (part.width == 0)
    return part;
  part = folli_rectangle_grow (part, reach);
  part = (FolliRectangle){ part.x * cell_px, part.y * cell_px,
                           part.width * cell_px, part.height * cell_px };
  return folli_rectangle_intersect (part, *rectangle);
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
  read_mask (mask, rectangle, alpha);
  if (edges->match_tone <= 0 && is_inside (edges, read_mask, mask, rectangle))
    draw_inside (edges, read_photo, photo, rectangle, alpha);
  else
    draw_edge (edges, read_mask, mask, read_photo, photo, rectangle, alpha);
}
