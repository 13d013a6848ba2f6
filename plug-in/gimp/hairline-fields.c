/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/hairline-fields.h"

#include <glib/gi18n-lib.h>

#include "gimp/dialog/toolkit.h"

static const FolliArgument *
get_argument (int id)
{
  return &folli_hairline_procedure.arguments[id];
}

static char *
show_mm (GtkScale *slider, double value, gpointer data)
{
  return g_strdup_printf (_ ("%.*f mm"), gtk_scale_get_digits (slider), value);
}

GtkWidget *
folli_hairline_panel_new_slider (int id, double step)
{
  const FolliArgument *argument = get_argument (id);
  GtkAdjustment       *number = GTK_ADJUSTMENT (
            gtk_adjustment_new (argument->minimum, argument->minimum,
                                argument->maximum, step, 10 * step, 0));
  GtkWidget *slider = folli_toolkit_new_slider (number);

  gtk_scale_set_draw_value (GTK_SCALE (slider), TRUE);
  gtk_scale_set_value_pos (GTK_SCALE (slider), GTK_POS_RIGHT);
  gtk_scale_set_digits (GTK_SCALE (slider), step < 1 ? 1 : 0);
  g_signal_connect (slider, "format-value", G_CALLBACK (show_mm), NULL);
  return slider;
}

void
folli_hairline_panel_add (GtkBox *box, int id, GtkWidget *widget)
{
  GtkWidget *field = folli_toolkit_new_box (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ (get_argument (id)->label));
  GtkWidget *row = gtk_widget_get_parent (widget);

  g_object_set (label, "xalign", 0.0, NULL);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), widget);
  gtk_widget_set_tooltip_text (widget, _ (get_argument (id)->blurb));
  gtk_box_pack_start (GTK_BOX (field), label, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (field), row ? row : widget, FALSE, FALSE, 0);
  gtk_box_pack_start (box, field, FALSE, FALSE, 0);
}
