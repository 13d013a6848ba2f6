/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "toolkit.h"

#include <libgimp/gimp.h>
#include <libgimp/gimpui.h>

#include "gimp/dialog/toolkit.h"

/* What panels and the window's own frame may take of a screen's height, px;
   GTK 2 does not know. */
#define FRAME_PX 80

#define LEAST_WIDTH "folli-least-width-px"
#define LEAST_HEIGHT "folli-least-height-px"

GtkWidget *
folli_toolkit_new_box (GtkOrientation orientation, int spacing)
{
  return orientation == GTK_ORIENTATION_HORIZONTAL
             ? gtk_hbox_new (FALSE, spacing)
             : gtk_vbox_new (FALSE, spacing);
}

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
folli_toolkit_draw_with (GtkWidget *area, FolliDrawFunc draw, gpointer data)
{
  Painter *painter = g_new (Painter, 1);

  painter->draw = draw;
  painter->data = data;
  g_signal_connect_data (area, "expose-event", G_CALLBACK (expose), painter,
                         free_painter, 0);
}

/* Who waits for a widget to be drawn. */
typedef struct
{
  FolliDrawnFunc func;
  gpointer       data;
} Witness;

static gboolean
call_once (GtkWidget *widget, GdkEventExpose *event, Witness *witness)
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
  g_signal_connect_data (widget, "expose-event", G_CALLBACK (call_once),
                         witness, free_witness, G_CONNECT_AFTER);
}

GtkWidget *
folli_toolkit_new_slider (GtkAdjustment *adjustment)
{
  GtkWidget *slider = gtk_hscale_new (adjustment);

  gtk_scale_set_draw_value (GTK_SCALE (slider), FALSE);
  return slider;
}

GtkWidget *
folli_toolkit_new_table (void)
{
  GtkWidget *table = gtk_table_new (1, 1, FALSE);

  gtk_table_set_row_spacings (GTK_TABLE (table), 4);
  gtk_table_set_col_spacings (GTK_TABLE (table), 6);
  return table;
}

void
folli_toolkit_attach (GtkWidget *table,
                      GtkWidget *child,
                      int        column,
                      int        row,
                      int        n_columns,
                      gboolean   grows)
{
  gtk_table_attach (GTK_TABLE (table), child, column, column + n_columns, row,
                    row + 1, grows ? GTK_EXPAND | GTK_FILL : GTK_FILL, GTK_FILL,
                    0, 0);
}

void
folli_toolkit_align (GtkWidget *label)
{
  gtk_misc_set_alignment (GTK_MISC (label), 0, 0.5);
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
  GimpRGB          color;
  guchar           r, g, b;
  g_autofree char *text = NULL;

  gimp_color_button_get_color (button, &color);
  gimp_rgb_get_uchar (&color, &r, &g, &b);
  text = g_strdup_printf ("#%02x%02x%02x", r, g, b);
  listener->func (text, listener->data);
}

GtkWidget *
folli_toolkit_new_color_button (const char    *title,
                                FolliColorFunc func,
                                gpointer       data)
{
  const GimpRGB black = { 0, 0, 0, 1 };
  GtkWidget    *button
      = gimp_color_button_new (title, 40, 20, &black, GIMP_COLOR_AREA_FLAT);
  Listener *listener = g_new (Listener, 1);

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
  GimpRGB shown;

  if (gimp_rgb_parse_hex (&shown, color, -1))
    gimp_color_button_set_color (GIMP_COLOR_BUTTON (button), &shown);
}

GtkWidget *
folli_toolkit_new_scroller (GtkWidget *child, int least_px, int height_px)
{
  GtkWidget *scroller = gtk_scrolled_window_new (NULL, NULL);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  if (GTK_IS_ICON_VIEW (child))
    {
      gtk_scrolled_window_set_shadow_type (GTK_SCROLLED_WINDOW (scroller),
                                           GTK_SHADOW_IN);
      gtk_container_add (GTK_CONTAINER (scroller), child);
    }
  else
    {
      gtk_scrolled_window_add_with_viewport (GTK_SCROLLED_WINDOW (scroller),
                                             child);
      gtk_viewport_set_shadow_type (
          GTK_VIEWPORT (gtk_bin_get_child (GTK_BIN (scroller))),
          GTK_SHADOW_NONE);
    }
  gtk_widget_set_size_request (scroller, -1, height_px);
  folli_toolkit_set_least (scroller, -1, least_px);
  return scroller;
}

void
folli_toolkit_set_least (GtkWidget *widget, int width_px, int height_px)
{
  g_object_set_data (G_OBJECT (widget), LEAST_WIDTH,
                     GINT_TO_POINTER (width_px));
  g_object_set_data (G_OBJECT (widget), LEAST_HEIGHT,
                     GINT_TO_POINTER (height_px));
}

static void
let_shrink (GtkWidget *widget, gpointer data)
{
  GObject *object = G_OBJECT (widget);

  if (g_object_get_data (object, LEAST_HEIGHT))
    gtk_widget_set_size_request (
        widget, GPOINTER_TO_INT (g_object_get_data (object, LEAST_WIDTH)),
        GPOINTER_TO_INT (g_object_get_data (object, LEAST_HEIGHT)));
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_foreach (GTK_CONTAINER (widget), let_shrink, NULL);
}

void
folli_toolkit_fit_screen (GtkWindow *window)
{
  GtkRequisition wanted;

  gtk_widget_size_request (GTK_WIDGET (window), &wanted);
  let_shrink (GTK_WIDGET (window), NULL);
  gtk_window_set_default_size (
      window, MIN (wanted.width, gdk_screen_width ()),
      MIN (wanted.height, gdk_screen_height () - FRAME_PX));
}

void
folli_toolkit_set_item_width (GtkIconView *view, int width_px)
{
  gtk_icon_view_set_item_width (view, width_px);
}
