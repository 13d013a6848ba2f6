/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/dialog/toolkit.h"

#include <libgimp/gimpui.h>

/* What panels and the window's own frame may take of a screen's height, px. */
#define FRAME_PX 40

GtkWidget *
folli_toolkit_new_box (GtkOrientation orientation, int spacing)
{
  return gtk_box_new (orientation, spacing);
}

/* Who draws a widget. */
typedef struct
{
  FolliDrawFunc draw;
  gpointer      data;
} Painter;

static gboolean
draw (GtkWidget *area, cairo_t *cr, Painter *painter)
{
  painter->draw (cr, gtk_widget_get_allocated_width (area),
                 gtk_widget_get_allocated_height (area), painter->data);
  return TRUE;
}

static void
free_painter (gpointer painter, GClosure *closure)
{
  g_free (painter);
}

void
folli_toolkit_draw_with (GtkWidget *area, FolliDrawFunc paint, gpointer data)
{
  Painter *painter = g_new (Painter, 1);

  painter->draw = paint;
  painter->data = data;
  g_signal_connect_data (area, "draw", G_CALLBACK (draw), painter, free_painter,
                         0);
}

/* Who waits for a widget to be drawn. */
typedef struct
{
  FolliDrawnFunc func;
  gpointer       data;
} Witness;

static gboolean
call_once (GtkWidget *widget, cairo_t *cr, Witness *witness)
{
  witness->func (witness->data);
  g_signal_handlers_disconnect_by_func (widget, call_once, witness);
  return FALSE;
}

static void
free_witness (gpointer witness, GClosure *closure)
{
  g_free (witness);
}

void
folli_toolkit_call_when_drawn (GtkWidget     *widget,
                               FolliDrawnFunc func,
                               gpointer       data)
{
  Witness *witness = g_new (Witness, 1);

  witness->func = func;
  witness->data = data;
  g_signal_connect_data (widget, "draw", G_CALLBACK (call_once), witness,
                         free_witness, G_CONNECT_AFTER);
}

GtkWidget *
folli_toolkit_new_slider (GtkAdjustment *adjustment)
{
  GtkWidget *slider = gtk_scale_new (GTK_ORIENTATION_HORIZONTAL, adjustment);

  gtk_scale_set_draw_value (GTK_SCALE (slider), FALSE);
  gtk_scale_set_has_origin (GTK_SCALE (slider), FALSE);
  return slider;
}

GtkWidget *
folli_toolkit_new_table (void)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  return grid;
}

void
folli_toolkit_attach (GtkWidget *table,
                      GtkWidget *child,
                      int        column,
                      int        row,
                      int        n_columns,
                      gboolean   grows)
{
  gtk_widget_set_hexpand (child, grows);
  gtk_grid_attach (GTK_GRID (table), child, column, row, n_columns, 1);
}

void
folli_toolkit_align (GtkWidget *label)
{
  gtk_label_set_xalign (GTK_LABEL (label), 0);
}

/* Whom to tell what a colour button has chosen. */
typedef struct
{
  FolliColorFunc func;
  gpointer       data;
} Listener;

static void
tell (GimpColorButton *button, const Listener *listener)
{
  GeglColor       *color = gimp_color_button_get_color (button);
  guchar           bytes[3];
  g_autofree char *text = NULL;

  gegl_color_get_pixel (color, babl_format ("R'G'B' u8"), bytes);
  g_object_unref (color);
  text = g_strdup_printf ("#%02x%02x%02x", bytes[0], bytes[1], bytes[2]);
  listener->func (text, listener->data);
}

GtkWidget *
folli_toolkit_new_color_button (const char    *title,
                                FolliColorFunc func,
                                gpointer       data)
{
  GeglColor *black = gegl_color_new ("black");
  GtkWidget *button
      = gimp_color_button_new (title, 40, 20, black, GIMP_COLOR_AREA_FLAT);
  Listener *listener = g_new (Listener, 1);

  g_object_unref (black);
  listener->func = func;
  listener->data = data;
  g_object_set_data_full (G_OBJECT (button), "folli-listener", listener,
                          g_free);
  g_signal_connect (button, "color-changed", G_CALLBACK (tell), listener);
  return button;
}

void
folli_toolkit_show_color (GtkWidget *button, const char *color)
{
  GeglColor *shown = gegl_color_new (color);

  gimp_color_button_set_color (GIMP_COLOR_BUTTON (button), shown);
  g_object_unref (shown);
}

GtkWidget *
folli_toolkit_new_scroller (GtkWidget *child, int least_px, int height_px)
{
  GtkWidget         *widget = gtk_scrolled_window_new (NULL, NULL);
  GtkScrolledWindow *scroller = GTK_SCROLLED_WINDOW (widget);

  gtk_scrolled_window_set_policy (scroller, GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  if (GTK_IS_ICON_VIEW (child))
    gtk_scrolled_window_set_shadow_type (scroller, GTK_SHADOW_IN);
  gtk_scrolled_window_set_min_content_height (scroller, least_px);
  gtk_scrolled_window_set_max_content_height (scroller, height_px);
  gtk_scrolled_window_set_propagate_natural_height (scroller, TRUE);
  gtk_container_add (GTK_CONTAINER (scroller), child);
  return widget;
}

/* GTK 3 makes items nearly twice as wide as they are told. */
void
folli_toolkit_set_item_width (GtkIconView *view, int width_px)
{
  gtk_icon_view_set_item_width (
      view, (width_px + 6 * gtk_icon_view_get_item_padding (view)) / 2);
}

/* No wider than it has to be, since the image is beside it. */
void
folli_toolkit_fit_screen (GtkWindow *window)
{
  GdkDisplay  *display = gtk_widget_get_display (GTK_WIDGET (window));
  GdkMonitor  *monitor = gdk_display_get_monitor (display, 0);
  GdkRectangle area;
  int          height;

  gdk_monitor_get_workarea (monitor, &area);
  gtk_widget_get_preferred_height (GTK_WIDGET (window), NULL, &height);
  gtk_window_set_default_size (window, 1, MIN (height, area.height - FRAME_PX));
}
