/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edges-visible.h"

#include "rectangle.h"

/* So close to the outline, what is behind the head is taken for a highlight on
 * it, since highlights are spread a little. There, those beside count. */
#define RIM_MM 1.5
#define BESIDE_MM 3.0

/* What shows on some cells, on each pixel and on the mean of each cell. */
typedef struct
{
  FolliRectangle part;
  FolliRectangle pixels;
  float         *value;
} Shown;

static void
clear_shown (Shown *shown)
{
  g_clear_pointer (&shown->value, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Shown, clear_shown)

static Shown
show (const FolliBareScalp *scalp,
      const FolliRectangle *part,
      gint                  cell_px,
      FolliPhotoRead        read,
      gpointer              photo)
{
  Shown shown = { .part = *part,
                  .pixels = { part->x * cell_px, part->y * cell_px,
                              part->width * cell_px, part->height * cell_px } };

  shown.value = g_new (float, (gsize)shown.pixels.width *shown.pixels.height);
  folli_bare_scalp_render (scalp, read, photo, &shown.pixels, shown.value);
  return shown;
}

/* How much does not show of a cell, in 1/4096. */
static gint32
find_hidden (const Shown *shown, gint cell_px, gint column, gint row)
{
  const float *at = shown->value + (gsize)row * cell_px * shown->pixels.width
                    + (gsize)column * cell_px;
  double sum = 0;

  for (gint y = 0; y < cell_px; y++, at += shown->pixels.width)
    for (gint x = 0; x < cell_px; x++)
      sum += 1 - at[x];
  return sum * 4096 / (cell_px * cell_px) + 0.5;
}

static gint32 *
find_all_hidden (const FolliCells *cells, const Shown *shown)
{
  const FolliRectangle *part = &shown->part;
  gint32               *hidden = g_new0 (gint32, cells->n);

  for (gint y = 0; y < part->height; y++)
    for (gint x = 0; x < part->width; x++)
      hidden[(gsize)(part->y + y - cells->extent.y) * cells->extent.width
             + part->x + x - cells->extent.x]
          = find_hidden (shown, cells->cell_px, x, y);
  return hidden;
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

gint32 *
folli_visible_find_hair (const FolliOutline   *outline,
                         FolliPhotoRead        read,
                         gpointer              photo,
                         const FolliRectangle *core)
{
  const FolliCells    *cells = outline->cells;
  const FolliBareScalp scalp = { cells->px_per_mm, 1, 0 };
  const gint border = folli_cells_count (cells, FOLLI_KINDS_BORDER_MM);
  const FolliRectangle part = folli_rectangle_grow (*core, border);
  Filled               filled = { outline, read, photo };
  g_auto (Shown) shown
      = show (&scalp, &part, cells->cell_px, read_filled, &filled);

  return find_all_hidden (cells, &shown);
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

/* Takes highlights from what shows. */
static void
take_glare (const FolliBareScalp *scalp,
            const FolliOutline   *outline,
            FolliPhotoRead        read,
            gpointer              photo,
            const FolliRectangle *rectangle,
            float                *visibility)
{
  const FolliCells    *cells = outline->cells;
  const FolliRectangle core = folli_cells_find_part (rectangle, cells->cell_px);
  const FolliRectangle part
      = folli_rectangle_grow (core, folli_cells_count (cells, BESIDE_MM));
  g_auto (Shown) shown = show (scalp, &part, cells->cell_px, read, photo);
  g_autofree gboolean *is_rim = folli_cells_find_near (
      cells, outline->is_out, folli_cells_count (cells, RIM_MM));
  g_autofree gint32 *hidden = find_all_hidden (cells, &shown);
  g_autofree gint32 *beside = find_hidden_beside (cells, hidden, is_rim);

  for (gint y = rectangle->y; y < rectangle->y + rectangle->height; y++)
    {
      const float *at = shown.value
                        + (gsize)(y - shown.pixels.y) * shown.pixels.width
                        + rectangle->x - shown.pixels.x;

      for (gint x = 0; x < rectangle->width; x++)
        {
          const gsize cell = folli_cells_find (cells, rectangle->x + x, y);

          *visibility++
              *= is_rim[cell] ? 1 - beside[cell] * (1 / 4096.f) : at[x];
        }
    }
}

float *
folli_visible_find (const FolliBareScalp *scalp,
                    const FolliOutline   *outline,
                    FolliPhotoRead        read,
                    gpointer              photo,
                    const FolliRectangle *rectangle)
{
  const FolliBareScalp hair = { scalp->px_per_mm, scalp->avoid_hair, 0 };
  const FolliBareScalp glare = { scalp->px_per_mm, 0, scalp->avoid_glare };
  Filled               filled = { outline, read, photo };
  float               *visibility
      = g_new (float, (gsize)rectangle->width * rectangle->height);

  folli_bare_scalp_render (&hair, read_filled, &filled, rectangle, visibility);
  take_glare (&glare, outline, read, photo, rectangle, visibility);
  return visibility;
}
