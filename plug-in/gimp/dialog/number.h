/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * folli_number_guard:
 * @field: a GtkSpinButton
 *
 * Has a field take numbers alone: what no number has in it cannot be typed.
 * Point and comma both are its decimal sign, in every language.
 */
void folli_number_guard (GtkWidget *field);

G_END_DECLS
