/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "gimp/hairline.h"

G_BEGIN_DECLS

/**
 * FolliSketch:
 *
 * A photo in which landmarks of a face can be set and moved, with a hairline
 * drawn over it. It knows no toolkit: a dialog hands it places in a widget.
 */
typedef struct _FolliSketch FolliSketch;

/**
 * folli_sketch_new:
 * @host: the image
 * @landmarks: (element-type FolliPoint): shared, and changed by the user
 *
 * Returns: (transfer full): a sketch
 */
FolliSketch *folli_sketch_new (FolliHost *host, GArray *landmarks);

/**
 * folli_sketch_new_ruler:
 * @host: the image
 * @ends: (element-type FolliPoint): shared, and changed by the user
 *
 * Returns: (transfer full): a sketch in which the two ends of a length are set
 * instead of landmarks
 */
FolliSketch *folli_sketch_new_ruler (FolliHost *host, GArray *ends);
void         folli_sketch_free (FolliSketch *sketch);

/**
 * folli_sketch_draw:
 * @sketch: a sketch
 * @plan: (nullable): the hairline, if there is one
 * @width: of the widget, px
 * @height: of the widget, px
 * @cr: what to draw on
 *
 * Draws the photo, the line, the landmarks and, as long as some are missing,
 * a little face that shows where the next one belongs.
 */
void folli_sketch_draw (FolliSketch             *sketch,
                        const FolliHairlinePlan *plan,
                        int                      width,
                        int                      height,
                        cairo_t                 *cr);

/**
 * folli_sketch_press:
 * @sketch: a sketch that has been drawn
 * @x: px in the widget
 * @y: px in the widget
 * @is_extra: whether a landmark more than the needed ones may be set
 *
 * Takes hold of a landmark, sets the next one, or takes hold of the photo.
 *
 * Returns: TRUE if the landmarks have changed
 */
gboolean
folli_sketch_press (FolliSketch *sketch, double x, double y, gboolean is_extra);

/**
 * folli_sketch_drag:
 * @sketch: a sketch
 * @x: px in the widget
 * @y: px in the widget
 *
 * Moves what was taken hold of.
 *
 * Returns: TRUE if the landmarks have changed
 */
gboolean folli_sketch_drag (FolliSketch *sketch, double x, double y);

/**
 * folli_sketch_zoom:
 * @sketch: a sketch
 * @x: px in the widget, which stays where it is
 * @y: px in the widget
 * @factor: more than 1 to see less of the photo, but larger
 */
void folli_sketch_zoom (FolliSketch *sketch, double x, double y, double factor);

/**
 * folli_sketch_get_prompt:
 * @n_landmarks: how many are set
 *
 * Returns: (transfer none): what to click next, or what else can be done
 */
const char *folli_sketch_get_prompt (guint n_landmarks);

G_END_DECLS
