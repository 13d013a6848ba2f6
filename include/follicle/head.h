/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "follicle/raster.h"

G_BEGIN_DECLS

/**
 * FolliHead:
 * @curvature: 0 for a flat picture, 1 for half an ellipsoid that turns edge-on
 *   at its outline
 * @x: left edge of the outline's box, px from the image's
 * @y: top edge of the outline's box, px from the image's
 * @width: of the outline's box, px; 0 for no head
 * @height: of the outline's box, px; 0 for no head
 *
 * A head as the camera sees it.
 */
typedef struct
{
  double curvature;
  double x;
  double y;
  double width;
  double height;
} FolliHead;

/**
 * FolliSlant:
 * @cosine: of the angle between the skin's normal and the line of sight; above
 *   0
 * @direction_x: in which the skin turns away, in the image, of length 1
 * @direction_y: in which the skin turns away, in the image, of length 1
 *
 * How the skin lies at one place.
 */
typedef struct
{
  double cosine;
  double direction_x;
  double direction_y;
} FolliSlant;

/**
 * folli_head_is_flat:
 * @head: a head
 *
 * Returns: whether the skin faces the camera everywhere
 */
gboolean folli_head_is_flat (const FolliHead *head);

/**
 * folli_head_slant:
 * @head: a head
 * @x: px from the image's left edge
 * @y: px from the image's top edge
 *
 * Towards the outline the cosine goes to a small number smoothly instead of to
 * 0, and beyond it stays there.
 *
 * Returns: how the skin lies there
 */
FolliSlant folli_head_slant (const FolliHead *head, double x, double y);

/**
 * folli_head_ends:
 * @head: a head
 * @x: px from the image's left edge
 * @y: px from the image's top edge
 *
 * Returns: whether that is at the head's outline or beyond, where a mask ends
 * because the head does
 */
gboolean folli_head_ends (const FolliHead *head, double x, double y);

/**
 * folli_head_find_row:
 * @head: a head
 * @left: the first pixel of a row
 * @n: pixels in the row
 * @origin_x: where the image's left edge lies, px
 * @y: the row's middle, px from the image's top edge
 * @n_on_head: (out): how many of the pixels folli_head_ends() does not hold
 *   for, which follow each other
 *
 * Returns: the first of those, counted from @left
 */
gint folli_head_find_row (const FolliHead *head,
                          gint             left,
                          gint             n,
                          double           origin_x,
                          double           y,
                          gint            *n_on_head);

/**
 * folli_head_least_cosine:
 * @head: a head
 * @area: pixels from the image's corner
 *
 * Returns: a cosine that is nowhere in @area less
 */
double folli_head_least_cosine (const FolliHead *head, FolliRectangle area);

G_END_DECLS
