/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/pose.h"
#include "gimp/procedure.h"

G_BEGIN_DECLS

/**
 * FolliGuide:
 * @is_horizontal: whether it runs from left to right
 * @position: where it crosses the other axis, px
 */
typedef struct
{
  gboolean is_horizontal;
  double   position;
} FolliGuide;

/* What users mark in an image. Each host links its own. */

/**
 * folli_host_list_sample_points:
 * @host: the image
 *
 * Returns: (transfer full) (element-type FolliPoint): in the order in which
 * they were set
 */
GArray *folli_host_list_sample_points (FolliHost *host);

/**
 * folli_host_list_guides:
 * @host: the image
 *
 * Returns: (transfer full) (element-type FolliGuide): all guides
 */
GArray *folli_host_list_guides (FolliHost *host);

/**
 * folli_host_list_anchors:
 * @host: the image
 * @path: name of a path
 * @error: return location
 *
 * Errors: FOLLI_ERROR_MASK if there is no such path, with those that there
 * are.
 *
 * Returns: (transfer full) (element-type FolliPoint): the anchors of all its
 * strokes, or NULL
 */
GArray *
folli_host_list_anchors (FolliHost *host, const char *path, GError **error);

/**
 * folli_host_store_scale:
 * @host: the image
 * @px_per_cm: its scale
 *
 * Stores a scale in FOLLI_SCALE_PARASITE, as one undo step.
 */
void folli_host_store_scale (FolliHost *host, double px_per_cm);

G_END_DECLS
