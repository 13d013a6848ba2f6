/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FolliTestPlace:
 * @x_mm: from the left edge of the pattern
 * @y_mm: from its top edge
 *
 * One point of a pattern.
 */
typedef struct
{
  double x_mm;
  double y_mm;
} FolliTestPlace;

/**
 * FolliTestPattern:
 * @side_mm: of the square that it fills
 * @density_per_cm2: that was asked for
 * @places: (element-type FolliTestPlace): its points
 *
 * The points of a square block of tiles, up to one density.
 */
typedef struct
{
  double  side_mm;
  double  density_per_cm2;
  GArray *places;
} FolliTestPattern;

/**
 * folli_test_pattern_new:
 * @seed: the arrangement
 * @first_tile: column and row of the block's first tile
 * @n_tiles: along each side
 * @density_per_cm2: up to FOLLI_POINTS_PER_CM2
 *
 * Returns: (transfer full): a pattern
 */
FolliTestPattern *folli_test_pattern_new (guint64 seed,
                                          gint32  first_tile,
                                          guint   n_tiles,
                                          double  density_per_cm2);

void folli_test_pattern_free (FolliTestPattern *pattern);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FolliTestPattern, folli_test_pattern_free)

/**
 * folli_test_pattern_rho:
 * @pattern: a pattern
 *
 * Returns: the smallest distance of any two points, over that of the hexagonal
 * lattice of the density asked for
 */
double folli_test_pattern_rho (const FolliTestPattern *pattern);

/**
 * folli_test_pattern_low_power:
 * @pattern: a pattern
 *
 * Source: point-set page of the design, E.
 *
 * Returns: mean power of the spectrum below 0.53 × the root of the density,
 * where points thrown blindly have 1
 */
double folli_test_pattern_low_power (const FolliTestPattern *pattern);

/**
 * folli_test_pattern_strongest_repeat:
 * @pattern: a pattern
 *
 * Looks for a shift that lays more of the points on others than chance does.
 *
 * Returns: the largest excess of coincidences at any shift, in standard
 * deviations of chance
 */
double folli_test_pattern_strongest_repeat (const FolliTestPattern *pattern);

G_END_DECLS
