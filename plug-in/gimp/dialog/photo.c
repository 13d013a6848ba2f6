/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "gimp/dialog/menu.h"
#include "gimp/dialog/number.h"
#include "gimp/dialog/other-image.h"
#include "gimp/dialog/toolkit.h"
#include "gimp/dialog/tuner.h"
#include "gimp/label.h"

static const FolliTuner MATCH
    = { FOLLI_PHOTO_MATCH, N_ ("Photo ma_tch"), FOLLI_PRESET_N_KINDS };

/* The largest seed that New Seed chooses: one that can be told and typed. */
#define MAX_NEW_SEED 999999

/* A number that is an argument of its own. */
typedef struct
{
  FolliDialog    *dialog;
  FolliArgumentId id;
  GtkAdjustment  *number;
} Number;

static void
take_number (Number *number)
{
  if (number->dialog->is_following)
    return;
  number->dialog->settings->number[number->id]
      = gtk_adjustment_get_value (number->number);
  folli_dialog_touch (number->dialog);
}

static void
follow_number (gpointer data)
{
  Number *number = data;

  gtk_adjustment_set_value (number->number,
                            number->dialog->settings->number[number->id]);
}

/* As the entry shows it: it takes what it shows for stated when it is left. */
static double
round_scale (double px_per_cm)
{
  return round (px_per_cm * 10) / 10;
}

/* The scale that holds, although nobody may have stated it. */
static void
follow_scale (gpointer data)
{
  Number          *number = data;
  const double     stated = number->dialog->settings->number[number->id];
  const FolliPlan *plan = number->dialog->plan;

  if (stated > 0)
    gtk_adjustment_set_value (number->number, stated);
  else if (plan)
    gtk_adjustment_set_value (
        number->number, round_scale (plan->recipe.value[FOLLI_PIXELS_PER_CM]));
}

static GtkWidget *
new_number (FolliDialog    *dialog,
            FolliArgumentId id,
            int             n_digits,
            FolliFollowFunc follow)
{
  Number    *number = g_new0 (Number, 1);
  double     minimum, maximum;
  GtkWidget *spin;

  folli_argument_get_range (folli_argument_get (id), &minimum, &maximum);
  number->dialog = dialog;
  number->id = id;
  number->number
      = GTK_ADJUSTMENT (gtk_adjustment_new (0, minimum, maximum, 1, 10, 0));
  spin = gtk_spin_button_new (number->number, 1, n_digits);
  folli_number_guard (spin);
  gtk_entry_set_width_chars (GTK_ENTRY (spin), 8);
  gtk_entry_set_activates_default (GTK_ENTRY (spin), TRUE);
  g_signal_connect_swapped (number->number, "value-changed",
                            G_CALLBACK (take_number), number);
  g_object_set_data_full (G_OBJECT (spin), "folli-number", number, g_free);
  folli_dialog_follow (dialog, follow, number);
  return spin;
}

static void
attach_menu (FolliDialog    *dialog,
             GtkWidget      *table,
             int             row,
             FolliArgumentId id,
             FolliMenuFill   fill)
{
  const FolliArgument *argument = folli_argument_get (id);
  GtkWidget           *menu = folli_menu_new (dialog, id, fill);
  const char          *label = _ (argument->label);
  g_autofree char     *plain = folli_label_get_plain (label);

  folli_dialog_attach_label (table, row, label, menu);
  folli_dialog_name (menu, plain, NULL);
  folli_toolkit_attach (table, menu, 1, row, 3, TRUE);
}

static void
list_masks (FolliDialog *dialog, FolliListFunc func, gpointer data)
{
  FolliHost *host = dialog->host;
  FolliFacts facts;

  folli_host_get_facts (host, &facts);
  func ("auto", _ ("Selection, else layer mask"), data);
  if (facts.has_selection)
    func ("selection", _ ("Selection"), data);
  if (facts.has_layer_mask)
    func ("layer-mask", _ ("Layer mask"), data);
  folli_menu_list_named (host, FOLLI_MASK_CHANNEL, func, data);
  folli_menu_list_named (host, FOLLI_MASK_PATH, func, data);
  folli_menu_list_named (host, FOLLI_MASK_LAYER, func, data);
}

static void
list_outputs (FolliDialog *dialog, FolliListFunc func, gpointer data)
{
  FolliFacts facts;

  folli_host_get_facts (dialog->host, &facts);
  if (facts.has_effects)
    func ("auto", _ ("Live effect"), data);
  func ("layers", _ ("One layer per session"), data);
  func ("layer", _ ("One layer"), data);
  func ("merged", _ ("Into the photo itself"), data);
}

static void
attach_scale (FolliDialog *dialog, GtkWidget *table, int row)
{
  GtkWidget *spin
      = new_number (dialog, FOLLI_ARGUMENT_PIXELS_PER_CM, 1, follow_scale);
  GtkWidget *unit
      = gtk_label_new (folli_parameter_get (FOLLI_PIXELS_PER_CM)->unit);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Meas_ure…"));

  folli_dialog_attach_label (table, row, _ ("Scal_e"), spin);
  folli_dialog_name (spin, _ ("Scale"),
                     _ ("Pixels per centimetre of scalp. An iris is 1.17 cm "
                        "across, a man's head about 15.4 cm broad."));
  folli_toolkit_align (unit);
  folli_toolkit_attach (table, spin, 1, row, 1, FALSE);
  folli_toolkit_attach (table, unit, 2, row, 1, FALSE);
  folli_dialog_name (button, NULL,
                     _ ("Finds the scale by a length that you know: two "
                        "clicks in the photo"));
  g_signal_connect_swapped (button, "clicked",
                            G_CALLBACK (folli_dialog_measure), dialog);
  folli_toolkit_attach (table, button, 3, row, 1, FALSE);
}

static void
choose_seed (FolliDialog *dialog)
{
  dialog->settings->number[FOLLI_ARGUMENT_SEED]
      = g_random_int_range (1, MAX_NEW_SEED + 1);
  folli_dialog_touch (dialog);
}

static void
attach_seed (FolliDialog *dialog, GtkWidget *table, int row)
{
  GtkWidget *spin = new_number (dialog, FOLLI_ARGUMENT_SEED, 0, follow_number);
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_New Seed"));

  folli_dialog_attach_label (table, row, _ ("See_d"), spin);
  folli_dialog_name (spin, _ ("Seed"),
                     _ ("Number of the arrangement: another number, other "
                        "places"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (choose_seed),
                            dialog);
  folli_toolkit_attach (table, spin, 1, row, 1, FALSE);
  folli_toolkit_attach (table, button, 2, row, 1, FALSE);
}

GtkWidget *
folli_dialog_new_photo (FolliDialog *dialog)
{
  GtkWidget *table = folli_toolkit_new_table ();
  int        row = 0;

  attach_scale (dialog, table, row++);
  attach_menu (dialog, table, row++, FOLLI_ARGUMENT_MASK, list_masks);
  attach_menu (dialog, table, row++, FOLLI_ARGUMENT_OUTPUT, list_outputs);
  attach_seed (dialog, table, row++);
  folli_dialog_attach_tuner (dialog, table, row++, &MATCH);
  folli_other_image_attach (dialog, table, row++);
  return table;
}
