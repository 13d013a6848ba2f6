/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "neighbours.h"

#include "hash.h"

#include "floor.h"
#include "smoothstep.h"

enum
{
  KIND_PATCH = 32,
  KIND_TURN = 33,
  CELLS_PER_NODE = 8,
  UPRIGHT = FOLLI_NEIGHBOURS_TURNS / 2
};

/* How far hair turns from upright to either side: 50 degrees.
 * Source: doc/numbers.md, "Dots as practised". */
static const float SWING = 50.f / 180 * FOLLI_NEIGHBOURS_TURNS;

/* A patch is (1 - HOLLOW r²) w (x) w (y) with w (t) = 1 - 3 t² + 2 |t|³ up to a
 * cell either side: HOLLOW, 1 / (2 × 2 / 15), makes its integral 0. Weights are
 * even from -1 to 1, so that the sum of all patches has a variance of a third
 * of the integral of a patch's square, 0.2535. */
static const float HOLLOW = 3.75f, PER_DEVIATION = 3.44f;

/* From -1 to 1. */
static float
even_of_bits (guint64 bits)
{
  return ((bits & 0xffff) + 0.5f) * (1 / 32768.f) - 1;
}

static float
turn_at (guint64 seed, gint32 x, gint32 y)
{
  return even_of_bits (folli_hash_place (seed, x, y, KIND_TURN));
}

static float
mix (float a, float b, float share)
{
  return a + share * (b - a);
}

/* Hair turns slowly: over eight cells, some 27 mm. */
static guint
find_turn (guint64 seed, gint32 column, gint32 row)
{
  const gint32 x = (gint32)folli_floor_divide (column, CELLS_PER_NODE);
  const gint32 y = (gint32)folli_floor_divide (row, CELLS_PER_NODE);
  const float  right = folli_smoothstep (0, CELLS_PER_NODE,
                                         (column - x * CELLS_PER_NODE) + 0.5f);
  const float  below
      = folli_smoothstep (0, CELLS_PER_NODE, (row - y * CELLS_PER_NODE) + 0.5f);
  const float turn = mix (
      mix (turn_at (seed, x, y), turn_at (seed, x + 1, y), right),
      mix (turn_at (seed, x, y + 1), turn_at (seed, x + 1, y + 1), right),
      below);

  return (guint)(UPRIGHT + SWING * turn);
}

void
folli_neighbours_init (FolliNeighbours *neighbours,
                       guint64          seed,
                       gint32           column,
                       gint32           row)
{
  for (guint i = 0; i < 4; i++)
    neighbours->weight[i] = even_of_bits (folli_hash_place (
        seed, column + (gint32)(i % 2), row + (gint32)(i / 2), KIND_PATCH));
  neighbours->turn = find_turn (seed, column, row);
}

float
folli_neighbours_weight (const FolliNeighbours *neighbours, float x, float y)
{
  const float  right = x * x * (3 - 2 * x), left = 1 - right;
  const float  below = y * y * (3 - 2 * y), above = 1 - below;
  const float  x0 = HOLLOW * x * x, x1 = HOLLOW * (1 - x) * (1 - x);
  const float  y0 = HOLLOW * y * y, y1 = HOLLOW * (1 - y) * (1 - y);
  const float *w = neighbours->weight;

  return PER_DEVIATION
         * (above * (left * w[0] * (1 - x0 - y0) + right * w[1] * (1 - x1 - y0))
            + below
                  * (left * w[2] * (1 - x0 - y1)
                     + right * w[3] * (1 - x1 - y1)));
}
