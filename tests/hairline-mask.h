/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/hairline.h"

G_BEGIN_DECLS

/* A hairline without waves or strays. */
extern const FolliHairline FOLLI_TEST_SMOOTH_HAIRLINE;

/**
 * FolliTestMask:
 * @width: of the image, in pixels
 * @height: of the image, in pixels
 * @value: (array): how white each pixel is, row by row
 *
 * A painted mask, and the image that it is.
 */
typedef struct
{
  gint   width;
  gint   height;
  float *value;
} FolliTestMask;

/**
 * folli_test_mask_new:
 * @width: in pixels
 * @height: in pixels
 *
 * Returns: (transfer full): a black mask
 */
FolliTestMask folli_test_mask_new (gint width, gint height);

void folli_test_mask_clear (FolliTestMask *mask);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FolliTestMask, folli_test_mask_clear)

/**
 * folli_test_mask_read:
 * @data: a #FolliTestMask
 * @rectangle: pixels, also beyond the image
 * @values: (out caller-allocates) (array): one float a pixel
 *
 * Reads the mask for the engine: beyond the image its border goes on.
 */
void folli_test_mask_read (gpointer              data,
                           const FolliRectangle *rectangle,
                           float                *values);

/**
 * folli_test_mask_render:
 * @hairline: what to make of the mask's edge
 * @mask: the mask
 *
 * Returns: (transfer full) (array): the density of each pixel of the image
 */
float *folli_test_mask_render (const FolliHairline *hairline,
                               FolliTestMask       *mask);

/**
 * folli_test_mask_paint_half:
 * @mask: the mask
 * @x: of a place on the edge, in pixels
 * @y: of a place on the edge, in pixels
 * @angle_rad: of the way from the edge into the white, 0 to the right
 * @level: how white it is there
 *
 * Paints all behind a straight edge white, with the exact share of each pixel
 * that lies behind it, by many looks.
 */
void folli_test_mask_paint_half (FolliTestMask *mask,
                                 double         x,
                                 double         y,
                                 double         angle_rad,
                                 float          level);

/**
 * folli_test_mask_paint_disc:
 * @mask: the mask
 * @x: of its middle, in pixels
 * @y: of its middle, in pixels
 * @radius_px: of its edge
 * @level: how white it is inside
 */
void folli_test_mask_paint_disc (FolliTestMask *mask,
                                 double         x,
                                 double         y,
                                 double         radius_px,
                                 float          level);

G_END_DECLS
