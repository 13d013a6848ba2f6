/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * What GTK 2 and GTK 3 call differently. Each GIMP's folder has one toolkit.c;
 * all else of the dialogs is written once.
 */

/**
 * folli_toolkit_new_box:
 * @orientation: of its children
 * @spacing: between them, px
 *
 * Returns: (transfer floating): a box
 */
GtkWidget *folli_toolkit_new_box (GtkOrientation orientation, int spacing);

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
 * folli_toolkit_draw_with:
 * @area: a drawing area
 * @draw: draws it, whenever that is needed
 * @data: handed to @draw
 */
void
folli_toolkit_draw_with (GtkWidget *area, FolliDrawFunc draw, gpointer data);

/**
 * folli_toolkit_new_slider:
 * @adjustment: what it sets
 *
 * Returns: (transfer floating): a slider that shows no number of its own
 */
GtkWidget *folli_toolkit_new_slider (GtkAdjustment *adjustment);

/**
 * folli_toolkit_new_table:
 *
 * Returns: (transfer floating): a table for folli_toolkit_attach()
 */
GtkWidget *folli_toolkit_new_table (void);

/**
 * folli_toolkit_attach:
 * @table: made by folli_toolkit_new_table()
 * @child: what to put in
 * @column: from 0
 * @row: from 0
 * @n_columns: that it takes
 * @grows: whether it takes the width that is left over
 */
void folli_toolkit_attach (GtkWidget *table,
                           GtkWidget *child,
                           int        column,
                           int        row,
                           int        n_columns,
                           gboolean   grows);

/**
 * folli_toolkit_align:
 * @label: a label
 *
 * Has a label start at the left.
 */
void folli_toolkit_align (GtkWidget *label);

/**
 * FolliColorFunc:
 * @color: as "#rrggbb"
 * @data: the caller's
 */
typedef void (*FolliColorFunc) (const char *color, gpointer data);

/**
 * folli_toolkit_new_color_button:
 * @title: of the window that it opens
 * @func: told what the user has chosen
 * @data: for @func
 *
 * Returns: (transfer floating): a button that shows and chooses a colour
 */
GtkWidget *folli_toolkit_new_color_button (const char    *title,
                                           FolliColorFunc func,
                                           gpointer       data);
void       folli_toolkit_show_color (GtkWidget *button, const char *color);

/**
 * folli_toolkit_new_scroller:
 * @child: what may need more room than there is
 * @least_px: it may become so low where the screen is small or text is large
 * @height_px: as high as it is unless the window is made higher
 *
 * Returns: (transfer floating): a frame that scrolls up and down
 */
GtkWidget *
folli_toolkit_new_scroller (GtkWidget *child, int least_px, int height_px);

/**
 * FolliDrawnFunc:
 * @data: the caller's
 */
typedef void (*FolliDrawnFunc) (gpointer data);

/**
 * folli_toolkit_call_when_drawn:
 * @widget: not yet on the screen
 * @func: called once, when it has been drawn for the first time
 * @data: for @func
 */
void folli_toolkit_call_when_drawn (GtkWidget     *widget,
                                    FolliDrawnFunc func,
                                    gpointer       data);

/**
 * folli_toolkit_set_item_width:
 * @view: pictures with names below
 * @width_px: of each with its name
 */
void folli_toolkit_set_item_width (GtkIconView *view, int width_px);

/**
 * folli_toolkit_fit_screen:
 * @window: not yet on the screen, with all that is in it
 *
 * Has a window be no larger than the screen: its scrollers become lower.
 */
void folli_toolkit_fit_screen (GtkWindow *window);

G_END_DECLS
