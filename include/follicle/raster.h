/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "follicle/pigment.h"

G_BEGIN_DECLS

/**
 * FolliRectangle:
 * @x: left edge
 * @y: top edge
 * @width: may be 0
 * @height: may be 0
 *
 * A rectangle of pixels.
 */
typedef struct
{
  gint x;
  gint y;
  gint width;
  gint height;
} FolliRectangle;

/**
 * FolliProfile:
 * @outer2: square of the distance in px where the dot ends
 * @per_outer2: 1 / @outer2
 * @crispness: 1 where nothing has blurred the dot, towards 0 the more it is
 * @peak: darkening at the centre, relative to solid pigment, 0 to 1
 * @ink_px2: peak darkening times area, in px²
 *
 * How a dot darkens with the distance from its centre, in one channel: with
 * q = 1 - distance² / outer2 by q (crispness + (1 - crispness) q), darkest in
 * the middle and nothing from outer2 on.
 */
typedef struct
{
  float outer2;
  float per_outer2;
  float crispness;
  float peak;
  float ink_px2;
} FolliProfile;

/**
 * FolliMetric:
 * @xx: coefficient of x²
 * @xy: coefficient of 2 x y
 * @yy: coefficient of y²
 *
 * A quadratic form that measures squared distance, so that a circle in it is
 * an ellipse in the image. The identity has 1, 0, 1.
 */
typedef struct
{
  float xx;
  float xy;
  float yy;
} FolliMetric;

/**
 * FolliMark:
 * @x: whole pixel of the centre
 * @y: whole pixel of the centre
 * @fraction_x: of the centre within that pixel, 0 to 1
 * @fraction_y: of the centre within that pixel, 0 to 1
 * @metric: its shape
 * @ink: factor on its profiles' ink; 1 where @metric is of determinant 1
 *
 * Where a dot lies in the image.
 */
typedef struct
{
  gint        x;
  gint        y;
  float       fraction_x;
  float       fraction_y;
  FolliMetric metric;
  float       ink;
} FolliMark;

/**
 * FolliRaster:
 * @rectangle: the pixels covered
 * @plane: for red, green and blue what the dots leave of the skin's share
 *   that pigment can take, row by row, 1 where there is none
 * @n_pixels: room in each plane
 */
typedef struct
{
  FolliRectangle rectangle;
  float         *plane[FOLLI_CHANNELS];
  gsize          n_pixels;
} FolliRaster;

/**
 * folli_profile_init:
 * @profile: (out caller-allocates): the profile
 * @radius_px: of the dot
 * @blur_px: standard deviation of the blur of its edge in the skin
 * @photo_blur_px: standard deviation of the photo's blur
 * @peak: darkening at the centre of the dot blurred by the skin, 0 to 1
 *
 * Finds the profile that a pixel sees. A needle leaves the more the nearer to
 * the middle of its mark: as much ink and as wide at half its peak as a disc of
 * that radius, blurred by the skin, but a bowl without a floor. The photo's
 * blur and the pixel's own extent widen it while the ink stays the same.
 */
void folli_profile_init (FolliProfile *profile,
                         double        radius_px,
                         double        blur_px,
                         double        photo_blur_px,
                         double        peak);

/**
 * folli_metric_init:
 * @metric: (out caller-allocates): the metric
 * @angle_rad: direction of the longer axis, from the x axis towards y
 * @aspect: shorter axis over longer axis, above 0, at most 1
 *
 * Makes a circle an ellipse of the same area.
 */
void folli_metric_init (FolliMetric *metric, double angle_rad, double aspect);

/**
 * folli_mark_squeeze:
 * @mark: a dot
 * @factor: above 0, at most 1
 * @direction_x: in which it gets narrower, of length 1
 * @direction_y: in which it gets narrower, of length 1
 * @outer2: the smallest of its profiles' outer2
 *
 * Makes a dot narrower in one direction. Its ink follows the factor; its shape
 * does only as long as it stays as wide as a pixel needs.
 */
void folli_mark_squeeze (FolliMark *mark,
                         double     factor,
                         double     direction_x,
                         double     direction_y,
                         float      outer2);

/**
 * folli_mark_shrink:
 * @mark: a dot
 * @factor: above 0, at most 1
 * @outer2: the smallest of its profiles' outer2
 *
 * Makes a dot smaller in all directions, likewise.
 */
void folli_mark_shrink (FolliMark *mark, double factor, float outer2);

/**
 * folli_mark_bounds:
 * @mark: a dot
 * @outer2: the largest of its profiles' outer2
 *
 * Returns: all pixels that it may touch
 */
FolliRectangle folli_mark_bounds (const FolliMark *mark, float outer2);

/**
 * folli_mark_reaches:
 * @mark: a dot
 * @outer2: the largest of its profiles' outer2
 * @x: a pixel
 * @y: a pixel
 *
 * Returns: whether the dot touches that pixel
 */
gboolean
folli_mark_reaches (const FolliMark *mark, float outer2, gint x, gint y);

/**
 * folli_raster_init:
 * @raster: (out caller-allocates): a raster without pixels
 */
void folli_raster_init (FolliRaster *raster);

/**
 * folli_raster_clear:
 * @raster: a raster
 *
 * Frees its planes.
 */
void folli_raster_clear (FolliRaster *raster);

/**
 * folli_raster_begin:
 * @raster: a raster
 * @rectangle: the pixels to cover from now on
 *
 * Wipes the planes clean.
 */
void folli_raster_begin (FolliRaster *raster, FolliRectangle rectangle);

/**
 * folli_raster_add:
 * @raster: a raster
 * @mark: where the dot lies
 * @profile: how it darkens in red, green and blue
 * @opacity: factor on the darkening, in red, green and blue
 *
 * Adds one dot. What it adds to a pixel depends on nothing but the dot, and
 * its ink, summed over all pixels, is profile.ink_px2 × mark.ink × opacity
 * wherever its centre falls.
 */
void folli_raster_add (FolliRaster       *raster,
                       const FolliMark   *mark,
                       const FolliProfile profile[FOLLI_CHANNELS],
                       const float        opacity[FOLLI_CHANNELS]);

G_END_DECLS
