/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/widgets.h"

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
folli_widget_draw_with (GtkWidget *area, FolliDrawFunc paint, gpointer data)
{
  Painter *painter = g_new (Painter, 1);

  painter->draw = paint;
  painter->data = data;
  g_signal_connect_data (area, "draw", G_CALLBACK (draw), painter, free_painter,
                         0);
}

GtkWidget *
folli_widget_new_slider (double minimum, double maximum)
{
  GtkWidget *slider = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL,
                                                minimum, maximum, 1);

  gtk_scale_set_value_pos (GTK_SCALE (slider), GTK_POS_RIGHT);
  return slider;
}
