/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "hairline-field.h"

G_BEGIN_DECLS

/**
 * FolliWidth:
 * @cell_px: width of a cell in px; cell 0 begins at pixel 0
 * @extent: the cells
 * @stretch: how many times deeper a place counts than it lies, so that a line
 *   with its ramp takes no more than a third of the painted area's local half
 *   width, or two thirds of the whole one where no line begins at its other
 *   edge; 1 where that is wide
 *
 * How broad what is painted is around each place: the radius of the largest
 * disc that covers the place and has room in it.
 */
typedef struct
{
  gint           cell_px;
  FolliRectangle extent;
  float         *stretch;
} FolliWidth;

/**
 * folli_width_margin_px:
 * @hairline: the hairline
 * @cell_px: of the hairline's own cells
 *
 * Returns: how far around a place what is painted is read, px
 */
gint folli_width_margin_px (const FolliHairline *hairline, gint cell_px);

/**
 * folli_width_init:
 * @width: (out caller-allocates): the width
 * @hairline: the hairline
 * @cell_px: of the hairline's own cells
 * @cells: those of them in which it is asked for
 * @read: gives the mask, which also covers where no line begins though nobody
 *   painted there
 * @read_painted: gives what is painted of it; the same function where that is
 *   all
 * @data: for both
 */
void folli_width_init (FolliWidth           *width,
                       const FolliHairline  *hairline,
                       gint                  cell_px,
                       const FolliRectangle *cells,
                       FolliMaskRead         read,
                       FolliMaskRead         read_painted,
                       gpointer              data);

void folli_width_clear (FolliWidth *width);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FolliWidth, folli_width_clear)

/**
 * folli_width_get_stretch:
 * @width: the width
 * @x_px: a place
 * @y_px: the same
 *
 * Returns: how many times deeper it counts than it lies
 */
float
folli_width_get_stretch (const FolliWidth *width, double x_px, double y_px);

G_END_DECLS
