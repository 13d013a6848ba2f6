/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FolliPlane:
 * @width: px
 * @height: px
 * @value: row by row
 *
 * A picture of one channel.
 */
typedef struct
{
  gint   width;
  gint   height;
  float *value;
} FolliPlane;

/**
 * folli_plane_new:
 *
 * Returns: (transfer full): a plane without values
 */
FolliPlane folli_plane_new (gint width, gint height);

void folli_plane_clear (FolliPlane *plane);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FolliPlane, folli_plane_clear)

/**
 * folli_plane_blur:
 * @plane: a plane
 * @sigma_px: standard deviation
 *
 * Returns: (transfer full): the plane after a Gaussian blur, its border
 * repeated
 */
FolliPlane folli_plane_blur (const FolliPlane *plane, double sigma_px);

/**
 * folli_plane_subtract:
 * @plane: (inout): a plane
 * @other: one of the same size, taken off it
 */
void folli_plane_subtract (FolliPlane *plane, const FolliPlane *other);

/**
 * folli_plane_mean:
 * @plane: a plane
 * @border_px: left out on each side
 */
double folli_plane_mean (const FolliPlane *plane, gint border_px);

/**
 * folli_plane_deviation:
 * @plane: a plane
 * @border_px: left out on each side
 *
 * Returns: the standard deviation
 */
double folli_plane_deviation (const FolliPlane *plane, gint border_px);

/**
 * folli_plane_quantile:
 * @plane: a plane
 * @share: 0 to 1
 *
 * Returns: what that share of the values does not exceed
 */
double folli_plane_quantile (const FolliPlane *plane, double share);

/**
 * folli_plane_lag:
 * @plane: a plane
 *
 * Returns: the correlation of neighbours, across
 */
double folli_plane_lag (const FolliPlane *plane);

G_END_DECLS
