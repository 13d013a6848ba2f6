/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rank.h"

#include "follicle/tile.h"

enum
{
  N_KNOTS = 31
};

/* Share of the points with (radius / label)^2 up to 0.25 + 0.025 * knot. It
 * is that ratio within 3 %; what differs comes from the ten steps of the
 * radius and is the same on every level. Source: counted over 900 tiles. */
static const double SHARE[N_KNOTS]
    = { 0.25,    0.28330, 0.30922, 0.33766, 0.35735, 0.38900, 0.40693, 0.43437,
        0.45847, 0.47843, 0.51533, 0.52783, 0.55099, 0.58767, 0.60040, 0.62172,
        0.65407, 0.67724, 0.69385, 0.71845, 0.75231, 0.77331, 0.78973, 0.81267,
        0.84284, 0.87593, 0.88977, 0.90858, 0.93279, 0.96298, 1 };

/* The largest ratio of the coarsest level. */
static const double COARSEST = 1.0 / (1 << 2 * (FOLLI_TILE_LEVELS - 1));

/* For a ratio from 0.25 to 1. */
static double
share_at (double ratio)
{
  double at = (ratio - 0.25) * ((N_KNOTS - 1) / 0.75);
  int    knot = CLAMP ((int)at, 0, N_KNOTS - 2);

  return SHARE[knot] + (at - knot) * (SHARE[knot + 1] - SHARE[knot]);
}

guint16
folli_rank_of_dart (const FolliDart *dart, guint64 hash)
{
  const double radius2 = (double)FOLLI_PATCH_RADIUS * FOLLI_PATCH_RADIUS;
  double       ratio = radius2 / dart->clearance2;
  double       level = 1;
  double       share;

  while (ratio <= level / 4 && level > COARSEST)
    level /= 4;

  share = share_at (ratio / level) * level;
  if (level <= COARSEST)
    share *= ((hash & 0xffff) + 0.5) / 65536;
  return (guint16)MIN (share * 65536, 65535);
}
