/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/widgets.h"

/* Who draws a widget. */
typedef struct
{
  FolliDrawFunc draw;
  gpointer      data;
} Painter;

static gboolean
expose (GtkWidget *area, GdkEventExpose *event, Painter *painter)
{
  cairo_t *cr = gdk_cairo_create (gtk_widget_get_window (area));

  gdk_cairo_region (cr, event->region);
  cairo_clip (cr);
  painter->draw (cr, area->allocation.width, area->allocation.height,
                 painter->data);
  cairo_destroy (cr);
  return TRUE;
}

static void
free_painter (gpointer painter, GClosure *closure)
{
  g_free (painter);
}

void
folli_widget_draw_with (GtkWidget *area, FolliDrawFunc draw, gpointer data)
{
  Painter *painter = g_new (Painter, 1);

  painter->draw = draw;
  painter->data = data;
  g_signal_connect_data (area, "expose-event", G_CALLBACK (expose), painter,
                         free_painter, 0);
}

GtkWidget *
folli_widget_new_slider (double minimum, double maximum)
{
  GtkWidget *slider = gtk_hscale_new_with_range (minimum, maximum, 1);

  gtk_scale_set_value_pos (GTK_SCALE (slider), GTK_POS_RIGHT);
  return slider;
}
