/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "gimp/dialog/dialog.h"
#include "gimp/dialog/toolkit.h"
#include "gimp/dialog/tuner.h"

#define SLIDER_WIDTH_PX 90
#define MIDDLE 50

/* What compares the photo before and after. @place is of the line between
   them, in hundredths from the left. */
typedef struct
{
  FolliDialog     *dialog;
  GtkToggleButton *before;
  GtkToggleButton *split;
  GtkAdjustment   *place;
  GtkWidget       *slider;
} Comparison;

static void
take (Comparison *comparison)
{
  const gboolean is_split = gtk_toggle_button_get_active (comparison->split);
  double         share = 0;

  if (gtk_toggle_button_get_active (comparison->before))
    share = 1;
  else if (is_split)
    share = gtk_adjustment_get_value (comparison->place) / 100;
  gtk_widget_set_sensitive (comparison->slider, is_split);
  folli_stage_show_before (comparison->dialog, share);
}

/* One or the other. */
static void
take_before (Comparison *comparison)
{
  if (gtk_toggle_button_get_active (comparison->before))
    gtk_toggle_button_set_active (comparison->split, FALSE);
  take (comparison);
}

static void
take_split (Comparison *comparison)
{
  if (gtk_toggle_button_get_active (comparison->split))
    gtk_toggle_button_set_active (comparison->before, FALSE);
  take (comparison);
}

static GtkToggleButton *
add_check (GtkWidget  *box,
           Comparison *comparison,
           const char *text,
           const char *description,
           GCallback   func)
{
  GtkWidget *button = gtk_check_button_new_with_mnemonic (text);

  folli_dialog_name (button, NULL, description);
  g_signal_connect_swapped (button, "toggled", func, comparison);
  gtk_box_pack_start (GTK_BOX (box), button, FALSE, FALSE, 0);
  return GTK_TOGGLE_BUTTON (button);
}

GtkWidget *
folli_dialog_new_before (FolliDialog *dialog)
{
  GtkWidget  *box = folli_toolkit_new_box (GTK_ORIENTATION_HORIZONTAL, 6);
  Comparison *comparison = g_new0 (Comparison, 1);

  comparison->dialog = dialog;
  comparison->before = add_check (box, comparison, _ ("Show _before"),
                                  _ ("Shows the photo without its dots"),
                                  G_CALLBACK (take_before));
  comparison->split
      = add_check (box, comparison, _ ("Split _view"),
                   _ ("Shows the photo without its dots on the left"),
                   G_CALLBACK (take_split));
  comparison->place
      = GTK_ADJUSTMENT (gtk_adjustment_new (MIDDLE, 0, 100, 1, 10, 0));
  comparison->slider = folli_toolkit_new_slider (comparison->place);
  folli_dialog_name (comparison->slider, _ ("Split view"),
                     _ ("Where the line between before and after is"));
  gtk_widget_set_size_request (comparison->slider, SLIDER_WIDTH_PX, -1);
  gtk_widget_set_sensitive (comparison->slider, FALSE);
  g_signal_connect_swapped (comparison->place, "value-changed",
                            G_CALLBACK (take), comparison);
  gtk_box_pack_start (GTK_BOX (box), comparison->slider, TRUE, TRUE, 0);
  g_object_set_data_full (G_OBJECT (box), "folli-comparison", comparison,
                          g_free);
  return box;
}
