/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "rank.h"

#include "tile.h"

enum
{
  N_KNOTS = 31
};

/* Share of a level's points with (radius / label)^2 up to a ratio; the levels
 * before it make about a quarter. Three knots for each of the ten steps of the
 * radius, since the share rises anew in each. Source: counted over 196 tiles,
 * the mean of the two finest levels; the others differ by up to 1 %. */
static const struct
{
  double ratio, share;
} KNOTS[N_KNOTS] = {
  { 0.25000, 0.26742 }, { 0.26239, 0.27185 }, { 0.27478, 0.28241 },
  { 0.28717, 0.30322 }, { 0.30141, 0.30921 }, { 0.31564, 0.32233 },
  { 0.32988, 0.34664 }, { 0.34623, 0.35383 }, { 0.36258, 0.36913 },
  { 0.37893, 0.39606 }, { 0.39771, 0.40484 }, { 0.41649, 0.42218 },
  { 0.43528, 0.45210 }, { 0.45685, 0.46257 }, { 0.47843, 0.48235 },
  { 0.50000, 0.51568 }, { 0.52478, 0.52785 }, { 0.54957, 0.55079 },
  { 0.57435, 0.58770 }, { 0.60282, 0.60265 }, { 0.63129, 0.62905 },
  { 0.65975, 0.67036 }, { 0.69246, 0.68817 }, { 0.72516, 0.71843 },
  { 0.75786, 0.76453 }, { 0.79542, 0.78585 }, { 0.83299, 0.82054 },
  { 0.87055, 0.87268 }, { 0.91370, 0.89842 }, { 0.95685, 0.93914 },
  { 1.00000, 1.00000 },
};

/* The largest ratio of the coarsest level but one. */
static const double SECOND = 1.0 / (1 << 2 * (FOLLI_TILE_LEVELS - 2));

/* For a ratio above 0.25, up to 1. */
static double
share_at (double ratio)
{
  int knot = 0;

  while (knot < N_KNOTS - 2 && ratio > KNOTS[knot + 1].ratio)
    knot++;
  return KNOTS[knot].share
         + (ratio - KNOTS[knot].ratio)
               * ((KNOTS[knot + 1].share - KNOTS[knot].share)
                  / (KNOTS[knot + 1].ratio - KNOTS[knot].ratio));
}

guint16
folli_rank_of_dart (const FolliDart *dart, guint64 hash)
{
  const double radius2 = (double)FOLLI_PATCH_RADIUS * FOLLI_PATCH_RADIUS;
  const double chance = ((hash & 0xffff) + 0.5) / 65536;
  double       ratio = radius2 / dart->clearance2;
  double       level = 1;
  double       share;

  while (ratio < level / 4 && level > SECOND)
    level /= 4;
  ratio /= level;

  /* A level's darts far from all others have one label, that of the largest
   * clearance looked for; so have all of the coarsest level. */
  if (ratio > 0.25)
    share = share_at (ratio);
  else if (ratio == 0.25)
    share = ratio + chance * (KNOTS[0].share - ratio);
  else
    share = chance * KNOTS[0].share;
  return (guint16)MIN (share * level * 65536, 65535);
}
