/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edges-visible.h"

#include "bare-scalp-shares.h"
#include "rectangle.h"

/* So close to the outline, what is behind the head is taken for a highlight on
 * it, since highlights are spread a little. There, those beside count. */
#define RIM_MM 1.5
#define BESIDE_MM 3.0

/* The cells that the pixels are, which are whole ones. */
static FolliRectangle
find_part (const FolliVisible *visible, gint cell_px)
{
  return folli_cells_find_part (&visible->pixels, cell_px);
}

/* How much of a cell is hidden, in 1/4096. */
static gint32
find_hidden (const FolliVisible *visible,
             const float        *share,
             gint                cell_px,
             gint                column,
             gint                row)
{
  const gint   width = visible->pixels.width;
  const float *at
      = share + (gsize)row * cell_px * width + (gsize)column * cell_px;
  double sum = 0;

  for (gint y = 0; y < cell_px; y++, at += width)
    for (gint x = 0; x < cell_px; x++)
      sum += at[x];
  return sum * 4096 / (cell_px * cell_px) + 0.5;
}

static gint32 *
find_all_hidden (const FolliVisible *visible,
                 const float        *share,
                 const FolliCells   *cells)
{
  const FolliRectangle part = find_part (visible, cells->cell_px);
  gint32              *hidden = g_new0 (gint32, cells->n);

  for (gint y = 0; y < part.height; y++)
    for (gint x = 0; x < part.width; x++)
      hidden[(gsize)(part.y + y - cells->extent.y) * cells->extent.width
             + part.x + x - cells->extent.x]
          = find_hidden (visible, share, cells->cell_px, x, y);
  return hidden;
}

/* Mean of what highlights hide beside each cell of the rim. */
static gint32 *
find_hidden_beside (const FolliCells *cells,
                    const gint32     *hidden,
                    const gboolean   *is_rim)
{
  const gint         radius = folli_cells_count (cells, BESIDE_MM);
  g_autofree gint32 *part = g_new (gint32, cells->n);
  g_autofree gint64 *count = g_new (gint64, cells->n);
  g_autofree gint64 *sum = g_new (gint64, cells->n);
  gint32            *beside = g_new (gint32, cells->n);

  for (gsize i = 0; i < cells->n; i++)
    part[i] = !is_rim[i];
  folli_cells_sum (cells, part, radius, count);
  for (gsize i = 0; i < cells->n; i++)
    part[i] = is_rim[i] ? 0 : hidden[i];
  folli_cells_sum (cells, part, radius, sum);
  for (gsize i = 0; i < cells->n; i++)
    beside[i] = sum[i] / MAX (count[i], 1);
  return beside;
}

/* Has highlights beside the rim go on on it. */
static void
smooth_rim (FolliVisible *visible, const FolliOutline *outline)
{
  const FolliCells    *cells = outline->cells;
  g_autofree gboolean *is_rim = folli_cells_find_near (
      cells, outline->is_out, folli_cells_count (cells, RIM_MM));
  g_autofree gint32 *hidden = find_all_hidden (visible, visible->shine, cells);
  g_autofree gint32 *beside = find_hidden_beside (cells, hidden, is_rim);
  const FolliRectangle *pixels = &visible->pixels;
  float                *shine = visible->shine;

  for (gint y = pixels->y; y < pixels->y + pixels->height; y++)
    for (gint x = pixels->x; x < pixels->x + pixels->width; x++, shine++)
      {
        const gsize cell = folli_cells_find (cells, x, y);

        if (is_rim[cell])
          *shine = beside[cell] * (1 / 4096.f);
      }
}

/* A photo in which nothing is behind the head. */
typedef struct
{
  const FolliOutline *outline;
  FolliPhotoRead      read;
  gpointer            photo;
} Filled;

static void
read_filled (gpointer data, const FolliRectangle *rectangle, float *rgb)
{
  const Filled *filled = data;

  filled->read (filled->photo, rectangle, rgb);
  folli_outline_fill (filled->outline, rectangle, rgb);
}

gboolean
folli_visible_init (FolliVisible         *visible,
                    double                px_per_mm,
                    const FolliOutline   *outline,
                    FolliPhotoRead        read,
                    gpointer              photo,
                    const FolliRectangle *pixels,
                    const FolliCancel    *cancel)
{
  const gsize n = (gsize)pixels->width * pixels->height;
  Filled      filled = { outline, read, photo };

  visible->pixels = *pixels;
  visible->hair = g_new (float, n);
  visible->shine = g_new (float, n);
  if (outline == NULL || !outline->is_there)
    return folli_bare_scalp_find_shares (px_per_mm, read, photo, pixels, cancel,
                                         visible->hair, visible->shine);
  if (!folli_bare_scalp_find_shares (px_per_mm, read_filled, &filled, pixels,
                                     cancel, visible->hair, NULL)
      || !folli_bare_scalp_find_shares (px_per_mm, read, photo, pixels, cancel,
                                        NULL, visible->shine))
    return FALSE;
  smooth_rim (visible, outline);
  return !folli_cancel_ask (cancel);
}

void
folli_visible_clear (FolliVisible *visible)
{
  g_clear_pointer (&visible->hair, g_free);
  g_clear_pointer (&visible->shine, g_free);
}

gint32 *
folli_visible_find_hair (const FolliVisible *visible, const FolliCells *cells)
{
  return find_all_hidden (visible, visible->hair, cells);
}

float *
folli_visible_judge (const FolliVisible   *visible,
                     const FolliBareScalp *scalp,
                     const FolliRectangle *rectangle)
{
  const FolliRectangle *pixels = &visible->pixels;
  gsize at = (gsize)(rectangle->y - pixels->y) * pixels->width + rectangle->x
             - pixels->x;
  float *visibility
      = g_new (float, (gsize)rectangle->width * rectangle->height);

  for (gint y = 0; y < rectangle->height; y++, at += pixels->width)
    folli_bare_scalp_judge (scalp, visible->hair + at, visible->shine + at,
                            rectangle->width,
                            visibility + (gsize)y * rectangle->width);
  return visibility;
}
