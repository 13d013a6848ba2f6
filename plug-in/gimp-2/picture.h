/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gegl.h>

G_BEGIN_DECLS

/**
 * FolliPicture:
 * @surface: (nullable): what was drawn
 * @area: of the photo at the scale
 * @scale: of the photo
 *
 * What was drawn of a part of the photo, at a scale. Where that is no longer
 * what is in view, it is shown at its place until the new one is there.
 */
typedef struct
{
  cairo_surface_t *surface;
  GeglRectangle    area;
  double           scale;
} FolliPicture;

/**
 * folli_picture_set:
 * @picture: takes it, in place of what it was
 * @area: of the photo at the scale
 * @scale: of the photo
 * @pixels: of the area, R'G'B'A, four bytes each, row by row
 */
void folli_picture_set (FolliPicture        *picture,
                        const GeglRectangle *area,
                        double               scale,
                        const guchar        *pixels);

G_END_DECLS
