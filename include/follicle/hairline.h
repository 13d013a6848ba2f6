/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "follicle/raster.h"

G_BEGIN_DECLS

/**
 * FolliHairline:
 * @seed: of the line's waves and of the stray dots
 * @px_per_mm: scale of the photo
 * @origin_x: where the image's left edge lies, px
 * @origin_y: where its top edge lies, px
 * @softness_mm: how deep the ramp from @edge_density to all of it is
 * @feather_mm: how far outside the line the ramp from @edge_density to none is
 * @edge_density: share of the density at the line
 * @undulation_mm: how far apart crests and troughs of the slow waves are
 * @irregularity_mm: the same of the fine jaggedness
 * @outliers: how many stray dots lie outside the line, 0 to 1
 *
 * How a hard-edged mask becomes a hairline. The line runs inside the mask's
 * edge: it touches the edge at its crests and withdraws by up to
 * @undulation_mm + @irregularity_mm at its troughs, half of that on average,
 * so that waves never carry dots to where nobody painted, over the outline of
 * the head for one. Only stray dots and the feather lie beyond the edge.
 *
 * Source: doc/numbers.md, "Hairlines".
 */
typedef struct
{
  guint64 seed;
  double  px_per_mm;
  double  origin_x;
  double  origin_y;
  double  softness_mm;
  double  feather_mm;
  double  edge_density;
  double  undulation_mm;
  double  irregularity_mm;
  double  outliers;
} FolliHairline;

/**
 * FolliMaskRead:
 * @data: as given to folli_hairline_render()
 * @rectangle: the pixels asked for
 * @mask: (out caller-allocates): mask from 0 to 1, row by row; beyond the
 *   image as at the nearest pixel of it, since its border is no hairline
 *
 * Reads a part of the mask.
 */
typedef void (*FolliMaskRead) (gpointer              data,
                               const FolliRectangle *rectangle,
                               float                *mask);

/**
 * folli_hairline_is_identity:
 * @hairline: the hairline
 *
 * Returns: whether the density map is the mask itself
 */
gboolean folli_hairline_is_identity (const FolliHairline *hairline);

/**
 * folli_hairline_margin_px:
 * @hairline: the hairline
 *
 * Returns: how far around a pixel the mask is read, px: softness, feather,
 * undulation and irregularity, and the cells that they are measured in; or what
 * tells how wide the painted area is, 40 mm at most
 */
gint folli_hairline_margin_px (const FolliHairline *hairline);

/**
 * folli_hairline_displacement_mm:
 * @hairline: the hairline
 * @x_mm: place, from the image's left edge
 * @y_mm: place, from its top edge
 *
 * Returns: how far the line withdraws there, from 0 to undulation +
 * irregularity
 */
double folli_hairline_displacement_mm (const FolliHairline *hairline,
                                       double               x_mm,
                                       double               y_mm);

/**
 * folli_hairline_render:
 * @hairline: the hairline
 * @read: gives the mask, which also covers where no line begins though nobody
 *   painted there
 * @read_painted: gives what is painted of it; the same function where that is
 *   all
 * @data: for both
 * @rectangle: the pixels asked for; memory grows with it, so cut large images
 * @density: (out caller-allocates): density from 0 to 1, row by row
 *
 * Makes a part of the density map. A pixel's density depends on the mask
 * within the margin and on nothing else, to the bit: not on the rectangle it
 * is asked for in.
 *
 * The mask's edge is where it falls to half of what it is within two cells;
 * less than 1/32 is black. A grey inside scales the ramp. Waves and ramp take
 * no more than a third of the local half width of what is painted, or two
 * thirds of the whole width where no line begins at its other edge, as long as
 * that half width is below 15 mm.
 */
void folli_hairline_render (const FolliHairline  *hairline,
                            FolliMaskRead         read,
                            FolliMaskRead         read_painted,
                            gpointer              data,
                            const FolliRectangle *rectangle,
                            float                *density);

G_END_DECLS
