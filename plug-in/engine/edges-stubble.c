/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edges-stubble.h"

#include <math.h>

#include "rectangle.h"

/* Half of the window that texture is measured in, and what within it is too
 * wide to be of a hair. */
#define FINE_MM 1.2
#define SLOW_MM 0.8

/* Half of each of two windows that texture is averaged over, and that tell
 * whether it is all over. */
#define SMOOTH_MM 3.0
#define SHARE_MM 2.0

/* What is deep inside the mask, and how far from a cell that is looked for. */
#define DEEP_MM 6.0
#define SKIN_MM 20.0
#define LEAST_SKIN_MM2 25.0

/* An outline has a texture of its own this far from it. */
#define BESIDE_OUT_MM 2.0

/* Stubble's variance over the skin's own, and on how much of the skin.
 * Source: doc/numbers.md, "Stubble beside a mask". */
#define LEAST_RATIO 1.9
#define LEAST_SHARE 0.85

/* Stubble is thinner towards the mask: what is so far from it says how dense it
 * is. */
#define BESIDE_MASK_MM 3.0

/* So much of it within the reach is certain. */
#define CERTAIN_MM2 25.0

/* Skin's own texture differs from place to place by as much of the hair's, and
 * hair's by as much. */
#define NONE 0.15
#define ALL 0.95

/* Variance of light relative to its mean, as a whole number, at most MOST. */
#define ONE (1 << 20)
#define MOST 0.02

static double
count_window (const FolliCells *cells, double mm)
{
  const gint width = 2 * folli_cells_count (cells, mm) + 1;

  return width * width;
}

static double
count_area (const FolliCells *cells, double mm2)
{
  return mm2 * pow (cells->px_per_mm / cells->cell_px, 2);
}

static gint64 *
sum_up (const FolliCells *cells, const gint32 *value, double mm)
{
  gint64 *sum = g_new (gint64, cells->n);

  folli_cells_sum (cells, value, folli_cells_count (cells, mm), sum);
  return sum;
}

/* Light without what is fine in it, and its square. */
static void
find_slow (const FolliCells *cells, gint32 *light, gint32 *square)
{
  const double       n = count_window (cells, SLOW_MM);
  g_autofree gint64 *sum = sum_up (cells, cells->light, SLOW_MM);

  for (gsize i = 0; i < cells->n; i++)
    {
      const double mean = sum[i] / (n * FOLLI_CELL_LIGHT);

      light[i] = mean * FOLLI_CELL_LIGHT + 0.5;
      square[i] = mean * mean * FOLLI_CELL_SQUARE + 0.5;
    }
}

static double
find_variance (gint64 light, gint64 square, double n)
{
  const double mean = light / (n * FOLLI_CELL_LIGHT);

  return square / (n * FOLLI_CELL_SQUARE) - mean * mean;
}

static gint32 *
find_texture (const FolliCells *cells)
{
  const double       n = count_window (cells, FINE_MM);
  g_autofree gint32 *slow = g_new (gint32, cells->n);
  g_autofree gint32 *slow_square = g_new (gint32, cells->n);
  g_autofree gint64 *light = sum_up (cells, cells->light, FINE_MM);
  g_autofree gint64 *square = sum_up (cells, cells->square, FINE_MM);
  g_autofree gint64 *of_slow = NULL;
  g_autofree gint64 *of_square = NULL;
  gint32            *texture = g_new (gint32, cells->n);

  find_slow (cells, slow, slow_square);
  of_slow = sum_up (cells, slow, FINE_MM);
  of_square = sum_up (cells, slow_square, FINE_MM);
  for (gsize i = 0; i < cells->n; i++)
    {
      const double mean = light[i] / (n * FOLLI_CELL_LIGHT);
      const double fine = find_variance (light[i], square[i], n)
                          - find_variance (of_slow[i], of_square[i], n);

      texture[i] = CLAMP (fine / MAX (mean * mean, 1e-6), 0, MOST) * ONE;
    }
  return texture;
}

/* Keeps what is where something is, and averages it within some distance of
 * each cell; below 0 where there is less of that than @least cells. */
static float *
average_where (const FolliCells *cells,
               const gint32     *texture,
               const gboolean   *is_there,
               double            mm,
               double            least)
{
  g_autofree gint32 *kept = g_new (gint32, cells->n);
  g_autofree gint64 *count = sum_up (cells, is_there, mm);
  g_autofree gint64 *sum = NULL;
  float             *mean = g_new (float, cells->n);

  for (gsize i = 0; i < cells->n; i++)
    kept[i] = is_there[i] ? texture[i] : 0;
  sum = sum_up (cells, kept, mm);
  for (gsize i = 0; i < cells->n; i++)
    mean[i] = count[i] >= least ? (float)sum[i] / count[i] : -1;
  return mean;
}

/* The texture of bare skin around each cell. */
static float *
find_skin (const FolliCells *cells,
           const gint32     *texture,
           const gboolean   *is_painted,
           const gboolean   *is_known)
{
  const gint           deep = folli_cells_count (cells, DEEP_MM);
  g_autofree float    *depth = folli_cells_measure (cells, is_painted, deep);
  g_autofree gboolean *is_deep = g_new (gboolean, cells->n);

  for (gsize i = 0; i < cells->n; i++)
    is_deep[i] = depth[i] >= deep && is_known[i];
  return average_where (cells, texture, is_deep, SKIN_MM,
                        count_area (cells, LEAST_SKIN_MM2));
}

/* Which cells beside the mask have stubble all around. */
static gboolean *
find_solid (const FolliCells *cells,
            const gint32     *texture,
            const float      *skin,
            const gboolean   *is_painted,
            const gboolean   *is_clear)
{
  gboolean *is_solid = folli_cells_find_near (
      cells, is_painted, folli_cells_count (cells, BESIDE_MASK_MM));
  g_autofree gboolean *is_strong = g_new (gboolean, cells->n);
  g_autofree float    *share = NULL;

  for (gsize i = 0; i < cells->n; i++)
    is_strong[i] = skin[i] >= 0 && texture[i] > LEAST_RATIO * skin[i];
  share = folli_cells_average (cells, is_strong, is_clear, SHARE_MM);
  for (gsize i = 0; i < cells->n; i++)
    is_solid[i] = !is_solid[i] && is_clear[i] && share[i] >= LEAST_SHARE;
  return is_solid;
}

/* Which cells have a texture that is all the photo's own: what is read beyond
 * the photo repeats its last pixels, and is as smooth as they are few. */
static gboolean *
find_known (const FolliCells *cells, FolliRectangle photo)
{
  gboolean  *is_known = g_new (gboolean, cells->n);
  const gint border = folli_cells_count (cells, FINE_MM + SLOW_MM) + 1;
  const FolliRectangle known = folli_rectangle_grow (
      folli_cells_find_part (&photo, cells->cell_px), -border);
  gsize i = 0;

  for (gint y = 0; y < cells->extent.height; y++)
    for (gint x = 0; x < cells->extent.width; x++, i++)
      is_known[i] = photo.width == 0
                    || folli_rectangle_contains (known, cells->extent.x + x,
                                                 cells->extent.y + y);
  return is_known;
}

/* Which of the known cells are not beside an outline. */
static gboolean *
find_clear (const FolliCells *cells,
            const gboolean   *is_known,
            const gboolean   *is_out)
{
  gboolean *is_clear = folli_cells_find_near (
      cells, is_out, folli_cells_count (cells, BESIDE_OUT_MM));

  for (gsize i = 0; i < cells->n; i++)
    is_clear[i] = is_known[i] && !is_clear[i];
  return is_clear;
}

float *
folli_stubble_find (const FolliCells *cells,
                    const gboolean   *is_painted,
                    const gboolean   *is_out,
                    FolliRectangle    photo)
{
  const double         certain = count_area (cells, CERTAIN_MM2);
  g_autofree gint32   *texture = find_texture (cells);
  g_autofree gboolean *is_known = find_known (cells, photo);
  g_autofree gboolean *is_clear = find_clear (cells, is_known, is_out);
  g_autofree float    *skin = find_skin (cells, texture, is_painted, is_known);
  g_autofree gboolean *is_solid
      = find_solid (cells, texture, skin, is_painted, is_clear);
  g_autofree float *hair
      = average_where (cells, texture, is_solid, FOLLI_STUBBLE_REACH_MM, 1);
  g_autofree gint64 *n_hair = sum_up (cells, is_solid, FOLLI_STUBBLE_REACH_MM);
  float *stubble = folli_cells_average (cells, texture, is_clear, SMOOTH_MM);

  for (gsize i = 0; i < cells->n; i++)
    {
      const double share = (stubble[i] - skin[i]) / MAX (hair[i] - skin[i], 1);

      if (skin[i] < 0 || hair[i] <= skin[i])
        stubble[i] = 0;
      else
        stubble[i] = CLAMP ((share - NONE) / (ALL - NONE), 0, 1)
                     * MIN (n_hair[i] / certain, 1);
    }
  return stubble;
}
