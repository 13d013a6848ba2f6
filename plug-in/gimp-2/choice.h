/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "dialog.h"

G_BEGIN_DECLS

/**
 * folli_choice_new:
 * @dialog: the dialog
 * @id: the argument that is chosen
 *
 * Returns: (transfer floating): a menu of values, which needs
 * folli_choice_finish() once it has them all
 */
GtkWidget *folli_choice_new (FolliDialog *dialog, FolliArgumentId id);

/**
 * folli_choice_add:
 * @choice: the menu
 * @value: as scripts write it
 * @label: in the user's language
 */
void folli_choice_add (GtkWidget *choice, const char *value, const char *label);

/**
 * folli_choice_add_number:
 * @choice: the menu
 * @parameter: what the number is
 *
 * Adds a last entry that lets the user write a number beside the menu.
 */
void folli_choice_add_number (GtkWidget *choice, FolliParameterId parameter);

/**
 * folli_choice_add_color:
 * @choice: the menu
 *
 * Adds a last entry that lets the user pick a colour beside the menu.
 */
void folli_choice_add_color (GtkWidget *choice);

/**
 * folli_choice_finish:
 * @choice: the menu
 *
 * Shows the dialog's setting, or the first entry if that is not to be had, and
 * from then on sets it.
 */
void folli_choice_finish (GtkWidget *choice);

G_END_DECLS
