/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edges-tone.h"

#include <math.h>

/* Half of each of two windows that the tone around is averaged over: stubble is
 * even in as much, and light does not change by more than a scar's pallor.
 * Source of these and what follows: doc/numbers.md, "Scars". */
#define AROUND_MM 6.0

/* The same for what a cell is compared with to tell how uneven stubble is. */
#define FINE_MM 0.5

/* Less unpainted skin than this around, and what is painted counts, too. */
#define LEAST_BESIDE 0.1f

/* Lighter or darker than the mean by as many times as stubble is uneven, and it
 * is no stubble; each time, what remains is averaged again. */
#define LIGHTEST 1.5f
#define DARKEST 3.0f
#define N_ROUNDS 3

/* So much lighter, as many times as stubble is uneven, is a scar for sure, and
 * so much none. */
#define CERTAIN 3.0f
#define NONE 2.0f

/* A dot is drawn whole or not at all: as little as this around what lacks tone
 * leaves room for its rim, and has no dots of its own. */
#define RIM_MM 0.5
#define LEAST (3 * FOLLI_EDGES_GOES_ON)

/* Dots whose rim would lie on hair are not drawn, so that a scar takes up that
 * much less than it is given. */
#define MADE_UP 1.15f

/* Light is compared as its logarithm, as a whole number. */
#define ONE 1024
#define DARK 1e-3

/* Of squares of differences; what is farther off has an edge in it. */
#define SQUARE_ONE (1 << 20)
#define MOST_SQUARE 0.1
#define LEAST_UNEVEN 0.015f

static gint32 *
find_light (const FolliCells *cells)
{
  gint32 *light = g_new (gint32, cells->n);

  for (gsize i = 0; i < cells->n; i++)
    {
      const double linear = cells->light[i] / (double)FOLLI_CELL_LIGHT;

      light[i] = floor (log (MAX (linear, DARK)) * ONE + 0.5);
    }
  return light;
}

/* Squares of what each cell's light differs from that close to it. */
static gint32 *
find_squares (const FolliCells *cells,
              const gint32     *light,
              const gboolean   *is_skin)
{
  g_autofree float *near = folli_cells_average (cells, light, is_skin, FINE_MM);
  gint32           *square = g_new (gint32, cells->n);

  for (gsize i = 0; i < cells->n; i++)
    {
      const double apart = (light[i] - near[i]) / ONE;

      square[i] = MIN (apart * apart, MOST_SQUARE) * SQUARE_ONE;
    }
  return square;
}

/* What lies beside the mask; and where that is too far, all skin. */
static gboolean *
find_beside (const FolliCells *cells,
             const gboolean   *is_painted,
             const gboolean   *is_skin)
{
  gboolean         *is_beside = g_new (gboolean, cells->n);
  g_autofree float *share = NULL;

  for (gsize i = 0; i < cells->n; i++)
    is_beside[i] = is_skin[i] && !is_painted[i];
  share = folli_cells_average (cells, is_beside, is_skin, AROUND_MM);
  for (gsize i = 0; i < cells->n; i++)
    is_beside[i] = is_skin[i] && (is_beside[i] || share[i] < LEAST_BESIDE);
  return is_beside;
}

/* What is around each cell: its mean light, and how uneven it is. */
typedef struct
{
  float *light;
  float *square;
} Around;

static void
clear_around (Around *around)
{
  g_clear_pointer (&around->light, g_free);
  g_clear_pointer (&around->square, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Around, clear_around)

static Around
find_around (const FolliCells *cells,
             const gint32     *light,
             const gint32     *square,
             const gboolean   *is_there)
{
  return (Around){
    folli_cells_average (cells, light, is_there, AROUND_MM),
    folli_cells_average (cells, square, is_there, AROUND_MM),
  };
}

/* How much lighter a cell is than what is around, as many times as that is
 * uneven. */
static float
find_excess (const Around *around, const gint32 *light, gsize i)
{
  const float uneven = sqrtf (around->square[i] / SQUARE_ONE);

  return (light[i] - around->light[i]) / ONE / MAX (uneven, LEAST_UNEVEN);
}

/* Where everything around was left out, nothing can be said. */
static float
find_missing (const Around *around, const gint32 *light, gsize i)
{
  const float excess = find_excess (around, light, i);
  const float apart = (light[i] - around->light[i]) / ONE;

  if (around->light[i] >= 0 || excess <= NONE)
    return 0;
  return MIN (1, (excess - NONE) / (CERTAIN - NONE))
         * MIN (1, MADE_UP * (1 - expf (-apart)) / FOLLI_EDGES_FULL_TONE);
}

static void
leave_room (const FolliCells *cells, const gboolean *is_skin, float *missing)
{
  g_autofree gboolean *is_there = g_new (gboolean, cells->n);
  g_autofree gboolean *is_near = NULL;

  for (gsize i = 0; i < cells->n; i++)
    is_there[i] = missing[i] > LEAST;
  is_near = folli_cells_find_near (cells, is_there,
                                   folli_cells_count (cells, RIM_MM));
  for (gsize i = 0; i < cells->n; i++)
    if (is_near[i] && is_skin[i])
      missing[i] = MAX (missing[i], LEAST);
}

float *
folli_tone_find_missing (const FolliCells *cells,
                         const gboolean   *is_painted,
                         const gboolean   *is_out)
{
  g_autofree gboolean *is_skin = g_new (gboolean, cells->n);
  g_autofree gint32   *light = find_light (cells);
  g_autofree gint32   *square = NULL;
  g_autofree gboolean *is_there = NULL;
  g_auto (Around) around = { NULL };
  float *missing = g_new (float, cells->n);

  for (gsize i = 0; i < cells->n; i++)
    is_skin[i] = !is_out[i];
  square = find_squares (cells, light, is_skin);
  is_there = find_beside (cells, is_painted, is_skin);
  around = find_around (cells, light, square, is_there);
  for (guint round = 1; round < N_ROUNDS; round++)
    {
      for (gsize i = 0; i < cells->n; i++)
        {
          const float excess = find_excess (&around, light, i);

          is_there[i] = is_skin[i] && excess < LIGHTEST && excess > -DARKEST;
        }
      clear_around (&around);
      around = find_around (cells, light, square, is_there);
    }
  for (gsize i = 0; i < cells->n; i++)
    missing[i] = is_skin[i] ? find_missing (&around, light, i) : 0;
  leave_room (cells, is_skin, missing);
  return missing;
}
