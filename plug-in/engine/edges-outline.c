/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edges-outline.h"

#include "smoothstep.h"

/* What is beside the outline, without its mixed pixels. */
#define BESIDE_MM 1.0

/* Where what is behind the head takes on its colour. */
#define FILL_NEAR_MM 1.5
#define FILL_FAR_MM 5.0
#define MIXED_CELLS 1

/* Cells from the outline to where there can be no doubt. */
#define DOUBT_CELLS 2

/* Colours closer than this, linear, tell nothing. */
#define LEAST_APART 0.02f

/* What is less of the head than this is taken for background altogether. */
#define LEAST_SHARE 0.35f
#define LEAST_SHARE_BEYOND 0.75f
#define MOST_SHARE 0.9f

/* Cells of one side that have none of the other close to them. */
static gboolean *
find_pure (const FolliCells *cells, const gboolean *is_out, gboolean out)
{
  g_autofree gboolean *other = g_new (gboolean, cells->n);
  gboolean            *is_pure;

  for (gsize i = 0; i < cells->n; i++)
    other[i] = is_out[i] != out;
  is_pure = folli_cells_find_near (cells, other, MIXED_CELLS);
  for (gsize i = 0; i < cells->n; i++)
    is_pure[i] = !is_pure[i];
  return is_pure;
}

/* Mean colour of one side beside each cell, and how many cells it is of. */
static gint64 *
find_colors (const FolliCells *cells,
             const gboolean   *is_pure,
             gint              radius,
             float            *color[FOLLI_CELL_COLORS])
{
  gint64            *count = g_new (gint64, cells->n);
  g_autofree gint64 *sum = g_new (gint64, cells->n);
  g_autofree gint32 *part = g_new (gint32, cells->n);

  folli_cells_sum (cells, is_pure, radius, count);
  for (gint c = 0; c < FOLLI_CELL_COLORS; c++)
    {
      color[c] = g_new (float, cells->n);
      for (gsize i = 0; i < cells->n; i++)
        part[i] = is_pure[i] ? cells->color[c][i] : 0;
      folli_cells_sum (cells, part, radius, sum);
      for (gsize i = 0; i < cells->n; i++)
        color[c][i] = sum[i] / (4096. * MAX (count[i], 1));
    }
  return count;
}

/* What is behind the head within reach of it: of the colour of the head's rim,
 * or farther away, where that is out of reach, of more of the head. */
static void
init_fill (FolliOutline   *outline,
           const gboolean *is_out,
           const gboolean *on_head)
{
  const FolliCells  *cells = outline->cells;
  float             *far[FOLLI_CELL_COLORS];
  g_autofree gint64 *n_near = find_colors (
      cells, on_head, folli_cells_count (cells, FILL_NEAR_MM), outline->fill);
  g_autofree gint64 *n_far = find_colors (
      cells, on_head, folli_cells_count (cells, FILL_FAR_MM), far);

  outline->is_filled = folli_cells_find_near (cells, is_out, MIXED_CELLS);
  for (gsize i = 0; i < cells->n; i++)
    outline->is_filled[i] = outline->is_filled[i] && n_far[i] > 0;
  for (gint c = 0; c < FOLLI_CELL_COLORS; c++)
    {
      for (gsize i = 0; i < cells->n; i++)
        if (n_near[i] == 0)
          outline->fill[c][i] = far[c][i];
      g_free (far[c]);
    }
}

static void
find_outline (FolliOutline     *outline,
              const FolliCells *cells,
              const gboolean   *is_out)
{
  g_autofree gboolean *on_head = find_pure (cells, is_out, FALSE);
  g_autofree gboolean *beyond = find_pure (cells, is_out, TRUE);
  g_autofree gboolean *is_head = g_new (gboolean, cells->n);
  g_autofree gboolean *near_out = NULL;
  g_autofree gboolean *near_head = NULL;
  const gint radius = MIXED_CELLS + 1 + folli_cells_count (cells, BESIDE_MM);
  g_autofree gint64 *n_head
      = find_colors (cells, on_head, radius, outline->head);
  g_autofree gint64 *n_other
      = find_colors (cells, beyond, radius, outline->other);

  for (gsize i = 0; i < cells->n; i++)
    is_head[i] = !is_out[i];
  near_out = folli_cells_find_near (cells, is_out, DOUBT_CELLS);
  near_head = folli_cells_find_near (cells, is_head, DOUBT_CELLS);
  outline->is_near = g_new (gboolean, cells->n);
  for (gsize i = 0; i < cells->n; i++)
    outline->is_near[i]
        = near_out[i] && near_head[i] && n_head[i] > 0 && n_other[i] > 0;
  init_fill (outline, is_out, on_head);
}

void
folli_outline_init (FolliOutline     *outline,
                    const FolliCells *cells,
                    const gboolean   *is_out)
{
  *outline = (FolliOutline){ .cells = cells, .is_out = is_out };
  for (gsize i = 0; i < cells->n && !outline->is_there; i++)
    outline->is_there = is_out[i];
  if (outline->is_there)
    find_outline (outline, cells, is_out);
}

void
folli_outline_clear (FolliOutline *outline)
{
  g_clear_pointer (&outline->is_near, g_free);
  g_clear_pointer (&outline->is_filled, g_free);
  for (gint c = 0; c < FOLLI_CELL_COLORS; c++)
    {
      g_clear_pointer (&outline->head[c], g_free);
      g_clear_pointer (&outline->other[c], g_free);
      g_clear_pointer (&outline->fill[c], g_free);
    }
}

gboolean
folli_outline_is_near (const FolliOutline *outline, gsize first, gint n)
{
  if (outline->is_there)
    for (gint i = 0; i < n; i++)
      if (outline->is_near[first + i])
        return TRUE;
  return FALSE;
}

float
folli_outline_get_share (const FolliOutline *outline,
                         gsize               cell,
                         const float        *rgb)
{
  float along = 0, apart2 = 0;

  if (!outline->is_there)
    return 1;
  if (!outline->is_near[cell])
    return outline->is_out[cell] ? 0 : 1;
  for (gint c = 0; c < FOLLI_CELL_COLORS; c++)
    {
      const float other = outline->other[c][cell];
      const float way = outline->head[c][cell] - other;

      along += (rgb[c] - other) * way;
      apart2 += way * way;
    }
  if (apart2 < LEAST_APART * LEAST_APART)
    return outline->is_out[cell] ? 0 : 1;
  return folli_smoothstep (outline->is_out[cell] ? LEAST_SHARE_BEYOND
                                                 : LEAST_SHARE,
                           MOST_SHARE, along / apart2);
}

static gboolean
is_known (const FolliCells *cells, gint x, gint y)
{
  const FolliRectangle *extent = &cells->extent;
  const gint            cell_px = cells->cell_px;

  return x >= extent->x * cell_px && y >= extent->y * cell_px
         && x < (extent->x + extent->width) * cell_px
         && y < (extent->y + extent->height) * cell_px;
}

static void
fill_pixel (const FolliOutline *outline, gsize cell, float *rgb)
{
  if (outline->is_filled[cell])
    for (gint c = 0; c < FOLLI_CELL_COLORS; c++)
      rgb[c] = outline->fill[c][cell];
}

void
folli_outline_fill (const FolliOutline   *outline,
                    const FolliRectangle *rectangle,
                    float                *rgb)
{
  const FolliCells *cells = outline->cells;

  for (gint y = rectangle->y; y < rectangle->y + rectangle->height; y++)
    for (gint x = rectangle->x; x < rectangle->x + rectangle->width; x++)
      {
        if (is_known (cells, x, y))
          fill_pixel (outline, folli_cells_find (cells, x, y), rgb);
        rgb += FOLLI_CELL_COLORS;
      }
}
