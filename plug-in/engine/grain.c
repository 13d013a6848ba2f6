/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "grain.h"

#include "hash.h"
#include "wide.h"

enum
{
  KIND_GRAIN = 24
};

/* The sum of four numbers that are even from 0 to 2^32 has a variance of 4 / 12
 * of that squared. */
static const float PER_UNIT = 1.7320508f / 4294967296.f;

/* Low bits are left out so that their sum is exact. */
static inline gint32
hash_column (guint32 row, guint32 x)
{
  guint32 h = row + x * 0x85ebca6bu;

  h = (h ^ h >> 16) * 0x7feb352du;
  h = (h ^ h >> 15) * 0x846ca68bu;
  return (gint32)((h ^ h >> 16) >> 10);
}

FOLLI_WIDE static void
fill_row (guint32 above,
          guint32 below,
          guint32 x,
          gint    n,
          float   amount,
          float   most,
          float *restrict factor)
{
  const gint32 middle = 4 << 21;

  for (gint i = 0; i < n; i++)
    {
      const guint32 column = x + (guint32)i;
      const gint32  sum
          = hash_column (above, column) + hash_column (above, column + 1)
            + hash_column (below, column) + hash_column (below, column + 1);
      float value = 1 + amount * (float)(sum - middle);

      value = value > 0 ? value : 0;
      factor[i] = value < most ? value : most;
    }
}

void
folli_grain_row (guint64 seed,
                 gint    x,
                 gint    y,
                 gint    n,
                 float   deviation,
                 float   most,
                 float  *factor)
{
  const guint32 above = (guint32)folli_hash_place (seed, 0, y, KIND_GRAIN);
  const guint32 below = (guint32)folli_hash_place (seed, 0, y + 1, KIND_GRAIN);

  fill_row (above, below, (guint32)x, n, deviation * PER_UNIT * 1024, most,
            factor);
}
