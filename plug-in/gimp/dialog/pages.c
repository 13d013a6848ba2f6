/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "gimp/dialog/toolkit.h"
#include "gimp/dialog/tuner.h"

/* The letters to press are each there once on a page, and none of them belongs
   to a button of the dialog: B, C, H, I, K, L, O, R, S, V, Y. */
static const FolliTuner DENSITY
    = { FOLLI_DENSITY, N_ ("_Density"), FOLLI_PRESET_DENSITY };
static const FolliTuner SIZE
    = { FOLLI_DIAMETER, N_ ("Si_ze"), FOLLI_PRESET_SIZE };
static const FolliTuner AFTER_SESSIONS[] = {
  { FOLLI_AGE, N_ ("A_ge"), FOLLI_PRESET_N_KINDS },
  { FOLLI_STRENGTH, N_ ("S_trength"), FOLLI_PRESET_N_KINDS },
  { FOLLI_DEPTH, N_ ("De_pth"), FOLLI_PRESET_N_KINDS },
  { FOLLI_SHADOW, N_ ("Shado_w"), FOLLI_PRESET_N_KINDS },
};
static const FolliTuner HAIRLINE[] = {
  { FOLLI_SOFTNESS, N_ ("So_ftness"), FOLLI_PRESET_N_KINDS },
  { FOLLI_IRREGULARITY, N_ ("Irreg_ularity"), FOLLI_PRESET_N_KINDS },
  { FOLLI_UNDULATION, N_ ("_Waves"), FOLLI_PRESET_N_KINDS },
  { FOLLI_EDGE_DENSITY, N_ ("_Edge density"), FOLLI_PRESET_N_KINDS },
  { FOLLI_OUTLIERS, N_ ("Stray _dots"), FOLLI_PRESET_N_KINDS },
  { FOLLI_FEATHER, N_ ("Fea_ther"), FOLLI_PRESET_N_KINDS },
  { FOLLI_AVOID_HAIR, N_ ("Avoid h_air"), FOLLI_PRESET_N_KINDS },
  { FOLLI_AVOID_GLARE, N_ ("Avoid _glare"), FOLLI_PRESET_N_KINDS },
};

GtkWidget *
folli_dialog_new_dots (FolliDialog *dialog)
{
  GtkWidget *table = folli_toolkit_new_table ();
  int        row = 0;

  folli_dialog_attach_tuner (dialog, table, row++, &DENSITY);
  folli_dialog_attach_tuner (dialog, table, row++, &SIZE);
  folli_dialog_attach_shade (dialog, table, row++);
  folli_dialog_attach_sessions (dialog, table, row++);
  for (guint i = 0; i < G_N_ELEMENTS (AFTER_SESSIONS); i++)
    folli_dialog_attach_tuner (dialog, table, row++, &AFTER_SESSIONS[i]);
  return table;
}

GtkWidget *
folli_dialog_new_hairline (FolliDialog *dialog)
{
  GtkWidget *table = folli_toolkit_new_table ();

  for (guint i = 0; i < G_N_ELEMENTS (HAIRLINE); i++)
    folli_dialog_attach_tuner (dialog, table, i, &HAIRLINE[i]);
  return table;
}
