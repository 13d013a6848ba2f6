/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/hairline-asymmetry.h"

#include <glib/gi18n-lib.h>

#include "gimp/dialog/toolkit.h"
#include "gimp/hairline-fields.h"

/* A seed that can be told and typed. */
#define MOST_SEED 999999

static const double STEP_MM = 0.5;

void
folli_hairline_panel_show_asymmetry (FolliHairlinePanel *panel)
{
  const double shown = panel->settings->number[FOLLI_HAIRLINE_ASYMMETRY_MM];

  gtk_range_set_value (GTK_RANGE (panel->asymmetry), shown);
  gtk_widget_set_sensitive (panel->vary, shown > 0);
}

static void
take_asymmetry (GtkRange *slider, FolliHairlinePanel *panel)
{
  if (panel->is_filling)
    return;
  panel->settings->number[FOLLI_HAIRLINE_ASYMMETRY_MM]
      = STEP_MM * (int)(gtk_range_get_value (slider) / STEP_MM + 0.5);
  folli_hairline_panel_refresh (panel);
}

static void
vary (GtkButton *button, FolliHairlinePanel *panel)
{
  panel->settings->number[FOLLI_HAIRLINE_SEED]
      = g_random_int_range (1, MOST_SEED + 1);
  folli_hairline_panel_refresh (panel);
}

void
folli_hairline_panel_add_asymmetry (FolliHairlinePanel *panel, GtkBox *box)
{
  GtkWidget *row = folli_toolkit_new_box (GTK_ORIENTATION_HORIZONTAL, 6);

  panel->asymmetry
      = folli_hairline_panel_new_slider (FOLLI_HAIRLINE_ASYMMETRY_MM, STEP_MM);
  g_signal_connect (panel->asymmetry, "value-changed",
                    G_CALLBACK (take_asymmetry), panel);
  panel->vary = gtk_button_new_with_mnemonic (_ ("_Vary"));
  gtk_widget_set_tooltip_text (panel->vary,
                               _ ("Have the sides differ in another way"));
  g_signal_connect (panel->vary, "clicked", G_CALLBACK (vary), panel);
  gtk_box_pack_start (GTK_BOX (row), panel->asymmetry, TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (row), panel->vary, FALSE, FALSE, 0);
  folli_hairline_panel_add (box, FOLLI_HAIRLINE_ASYMMETRY_MM, panel->asymmetry);
}
