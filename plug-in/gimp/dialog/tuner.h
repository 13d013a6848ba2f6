/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gimp/dialog/dialog.h"

G_BEGIN_DECLS

/**
 * FolliTuner:
 * @parameter: what it sets, a number that a look has
 * @label: (translatable): with a mnemonic
 * @kind: of the presets that name some of its values, or FOLLI_PRESET_N_KINDS
 *
 * A row of the dialog.
 */
typedef struct
{
  FolliParameterId parameter;
  const char      *label;
  FolliPresetKind  kind;
} FolliTuner;

/**
 * folli_dialog_attach_tuner:
 * @dialog: the dialog
 * @table: made by folli_toolkit_new_table()
 * @row: of the table
 * @tuner: what to set
 *
 * Adds presets, a slider and a number with its unit, all of which show the
 * same value, and a way back to what the look says.
 */
void folli_dialog_attach_tuner (FolliDialog      *dialog,
                                GtkWidget        *table,
                                int               row,
                                const FolliTuner *tuner);

/**
 * folli_dialog_attach_shade:
 * @dialog: the dialog
 * @table: made by folli_toolkit_new_table()
 * @row: of the table
 *
 * Adds the shades with their colours, and a colour of the user's own.
 */
void folli_dialog_attach_shade (FolliDialog *dialog, GtkWidget *table, int row);

/**
 * folli_dialog_attach_sessions:
 * @dialog: the dialog
 * @table: made by folli_toolkit_new_table()
 * @row: of the table
 *
 * Adds a button for each number of sessions.
 */
void
folli_dialog_attach_sessions (FolliDialog *dialog, GtkWidget *table, int row);

/**
 * folli_dialog_attach_label:
 * @table: made by folli_toolkit_new_table()
 * @row: of the table
 * @text: in the user's language, with a mnemonic
 * @target: what it is the name of, for the keyboard and for screen readers
 *
 * Returns: (transfer none): the label
 */
GtkWidget *folli_dialog_attach_label (GtkWidget  *table,
                                      int         row,
                                      const char *text,
                                      GtkWidget  *target);

/**
 * folli_dialog_attach_way_back:
 * @table: made by folli_toolkit_new_table()
 * @row: of the table
 * @label: the row's
 * @func: called when the user wants what the look says
 * @data: for @func
 *
 * Returns: (transfer none): a button for folli_dialog_mark()
 */
GtkWidget *folli_dialog_attach_way_back (GtkWidget *table,
                                         int        row,
                                         GtkWidget *label,
                                         GCallback  func,
                                         gpointer   data);

/**
 * folli_dialog_embolden:
 * @label: a label
 * @is_bold: whether it is to be noticed
 */
void folli_dialog_embolden (GtkWidget *label, gboolean is_bold);

/**
 * folli_dialog_mark:
 * @label: the row's
 * @way_back: the row's
 * @differs: whether the row differs from the look
 *
 * Shows that a row differs from the look, and offers the way back.
 */
void
folli_dialog_mark (GtkWidget *label, GtkWidget *way_back, gboolean differs);

/**
 * folli_dialog_name:
 * @widget: a widget
 * @name: (nullable): for screen readers, where no label is tied to it
 * @description: (nullable): for screen readers, and as a tooltip
 */
void folli_dialog_name (GtkWidget  *widget,
                        const char *name,
                        const char *description);

G_END_DECLS
