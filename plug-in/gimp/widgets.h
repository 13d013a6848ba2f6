/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What the toolkits of the GIMPs do in different words. Each host links its
 * own. */

/**
 * FolliDrawFunc:
 * @cr: what to draw on
 * @width: of the widget, px
 * @height: of the widget, px
 * @data: of whoever asked for it
 */
typedef void (*FolliDrawFunc) (cairo_t *cr,
                               int      width,
                               int      height,
                               gpointer data);

/**
 * folli_widget_draw_with:
 * @area: a drawing area
 * @draw: draws it, whenever that is needed
 * @data: handed to @draw
 */
void
folli_widget_draw_with (GtkWidget *area, FolliDrawFunc draw, gpointer data);

/**
 * folli_widget_new_slider:
 * @minimum: its least value
 * @maximum: its largest value
 *
 * Returns: (transfer floating): a horizontal slider in whole steps, with its
 * value on its right
 */
GtkWidget *folli_widget_new_slider (double minimum, double maximum);

G_END_DECLS
