/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/dialog/first-steps.h"

#include <glib/gi18n-lib.h>

#include "gimp/dialog/toolkit.h"
#include "gimp/dialog/tuner.h"

#define PICTURE_WIDTH_PX 110
#define PICTURE_HEIGHT_PX 90
#define TEXT_WIDTH_CHARS 20

#define FULL_TURN (2 * G_PI)

/* A head from the front, in a picture of 1 by 1: dark lines on light grey,
   which is seen in either theme. */
static void
draw_head (cairo_t *cr, int width, int height)
{
  cairo_scale (cr, width, height);
  cairo_set_source_rgb (cr, 0.85, 0.85, 0.85);
  cairo_paint (cr);
  cairo_save (cr);
  cairo_translate (cr, 0.5, 0.55);
  cairo_scale (cr, 0.28, 0.4);
  cairo_arc (cr, 0, 0, 1, 0, FULL_TURN);
  cairo_restore (cr);
  cairo_set_source_rgb (cr, 0.87, 0.72, 0.62);
  cairo_fill_preserve (cr);
  cairo_set_line_width (cr, 0.015);
  cairo_set_source_rgb (cr, 0.3, 0.25, 0.22);
  cairo_stroke (cr);
  cairo_arc (cr, 0.4, 0.56, 0.02, 0, FULL_TURN);
  cairo_arc (cr, 0.6, 0.56, 0.02, 0, FULL_TURN);
  cairo_fill (cr);
}

/* The scalp above the forehead. */
static void
trace_scalp (cairo_t *cr)
{
  cairo_move_to (cr, 0.26, 0.42);
  cairo_curve_to (cr, 0.3, 0.1, 0.7, 0.1, 0.74, 0.42);
  cairo_curve_to (cr, 0.62, 0.3, 0.38, 0.3, 0.26, 0.42);
  cairo_close_path (cr);
}

static void
draw_selection (cairo_t *cr, int width, int height, gpointer data)
{
  static const double DASHES[] = { 0.04, 0.04 };

  draw_head (cr, width, height);
  trace_scalp (cr);
  cairo_set_line_width (cr, 0.02);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_stroke_preserve (cr);
  cairo_set_dash (cr, DASHES, 2, 0);
  cairo_set_source_rgb (cr, 0, 0, 0);
  cairo_stroke (cr);
}

static void
draw_path (cairo_t *cr, int width, int height, gpointer data)
{
  static const double ANCHORS[][2]
      = { { 0.26, 0.42 }, { 0.5, 0.18 }, { 0.74, 0.42 }, { 0.5, 0.33 } };

  draw_head (cr, width, height);
  trace_scalp (cr);
  cairo_set_line_width (cr, 0.02);
  cairo_set_source_rgb (cr, 0.1, 0.3, 0.8);
  cairo_stroke (cr);
  for (guint i = 0; i < G_N_ELEMENTS (ANCHORS); i++)
    {
      cairo_rectangle (cr, ANCHORS[i][0] - 0.025, ANCHORS[i][1] - 0.03, 0.05,
                       0.06);
      cairo_fill (cr);
    }
}

static void
draw_paint (cairo_t *cr, int width, int height, gpointer data)
{
  draw_head (cr, width, height);
  trace_scalp (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill (cr);
  cairo_move_to (cr, 0.62, 0.34);
  cairo_line_to (cr, 0.9, 0.06);
  cairo_set_line_width (cr, 0.05);
  cairo_set_source_rgb (cr, 0.35, 0.2, 0.1);
  cairo_stroke (cr);
}

static GtkWidget *
new_way (FolliDrawFunc draw, const char *text)
{
  GtkWidget *box = folli_toolkit_new_box (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *picture = gtk_drawing_area_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_set_size_request (picture, PICTURE_WIDTH_PX, PICTURE_HEIGHT_PX);
  folli_dialog_name (picture, text, NULL);
  folli_toolkit_draw_with (picture, draw, NULL);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), TEXT_WIDTH_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), TEXT_WIDTH_CHARS);
  gtk_box_pack_start (GTK_BOX (box), picture, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), label, FALSE, FALSE, 0);
  return box;
}

GtkWidget *
folli_first_steps_new (void)
{
  const struct
  {
    FolliDrawFunc draw;
    const char   *text;
  } ways[] = {
    { draw_selection, _ ("Select where follicles should be") },
    { draw_path, _ ("Draw a path, and choose it as the mask on the page "
                    "Photo") },
    { draw_paint, _ ("Paint it white in a layer mask or a channel") },
  };
  GtkWidget *box = folli_toolkit_new_box (GTK_ORIENTATION_HORIZONTAL, 12);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    gtk_box_pack_start (GTK_BOX (box), new_way (ways[i].draw, ways[i].text),
                        TRUE, FALSE, 0);
  gtk_widget_show_all (box);
  gtk_widget_set_no_show_all (box, TRUE);
  gtk_widget_hide (box);
  return box;
}
