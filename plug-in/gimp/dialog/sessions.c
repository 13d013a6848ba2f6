/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "gimp/dialog/toolkit.h"
#include "gimp/dialog/tuner.h"
#include "gimp/tuning.h"

#define N_SESSIONS 3

/* The row while the dialog is open. */
typedef struct
{
  FolliDialog     *dialog;
  GtkWidget       *label;
  GtkToggleButton *buttons[N_SESSIONS];
  GtkWidget       *way_back;
} Row;

static void
set (Row *row, double n_sessions)
{
  FolliDialog *dialog = row->dialog;

  if (dialog->is_following)
    return;
  folli_tuning_set (dialog->settings, dialog->presets, FOLLI_SESSIONS,
                    n_sessions);
  folli_dialog_touch (dialog);
}

static void
take (Row *row)
{
  for (int i = 0; i < N_SESSIONS; i++)
    if (gtk_toggle_button_get_active (row->buttons[i]))
      set (row, i + 1);
}

static void
go_back (Row *row)
{
  FolliRecipe look;

  if (folli_tuning_make_look (row->dialog->settings, row->dialog->presets,
                              &look, NULL))
    set (row, look.value[FOLLI_SESSIONS]);
}

static void
follow (gpointer data)
{
  Row        *row = data;
  FolliRecipe recipe, look;
  int         n_sessions;

  if (!folli_tuning_make_recipe (row->dialog->settings, row->dialog->presets,
                                 &recipe, NULL)
      || !folli_tuning_make_look (row->dialog->settings, row->dialog->presets,
                                  &look, NULL))
    return;
  n_sessions = recipe.value[FOLLI_SESSIONS];
  gtk_toggle_button_set_active (
      row->buttons[CLAMP (n_sessions, 1, N_SESSIONS) - 1], TRUE);
  folli_dialog_mark (row->label, row->way_back,
                     n_sessions != look.value[FOLLI_SESSIONS]);
}

static GtkWidget *
new_buttons (Row *row)
{
  static const char *const NAMES[N_SESSIONS]
      = { N_ ("First"), N_ ("First two"), N_ ("All three") };
  static const char *const TEXTS[N_SESSIONS]
      = { N_ ("What is there after the first session: sparse and light"),
          N_ ("What is there after the second session"),
          N_ ("What is there after the last session") };
  GtkWidget *box = folli_toolkit_new_box (GTK_ORIENTATION_HORIZONTAL, 0);
  GSList    *group = NULL;

  for (int i = 0; i < N_SESSIONS; i++)
    {
      GtkWidget *button = gtk_radio_button_new_with_label (group, _ (NAMES[i]));

      group = gtk_radio_button_get_group (GTK_RADIO_BUTTON (button));
      row->buttons[i] = GTK_TOGGLE_BUTTON (button);
      gtk_toggle_button_set_mode (row->buttons[i], FALSE);
      folli_dialog_name (button, NULL, _ (TEXTS[i]));
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (take), row);
      gtk_box_pack_start (GTK_BOX (box), button, TRUE, TRUE, 0);
    }
  return box;
}

void
folli_dialog_attach_sessions (FolliDialog *dialog, GtkWidget *table, int at)
{
  Row       *row = g_new0 (Row, 1);
  GtkWidget *box;

  row->dialog = dialog;
  box = new_buttons (row);
  row->label = folli_dialog_attach_label (table, at, _ ("Sessio_ns"),
                                          GTK_WIDGET (row->buttons[0]));
  folli_toolkit_attach (table, box, 1, at, 4, TRUE);
  row->way_back = folli_dialog_attach_way_back (table, at, row->label,
                                                G_CALLBACK (go_back), row);
  g_object_set_data_full (G_OBJECT (box), "folli-row", row, g_free);
  folli_dialog_follow (dialog, follow, row);
}
