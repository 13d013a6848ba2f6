/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gimp/hairline-panel.h"

G_BEGIN_DECLS

/**
 * folli_hairline_panel_add:
 * @box: fields under each other
 * @id: of an argument
 * @widget: sets it; may be in a row with others
 *
 * Adds the argument's name and, under it, what sets it.
 */
void folli_hairline_panel_add (GtkBox *box, int id, GtkWidget *widget);

/**
 * folli_hairline_panel_new_slider:
 * @id: of an argument in millimetres
 * @step: from one value to the next
 *
 * Returns: (transfer floating): a slider that shows its number
 */
GtkWidget *folli_hairline_panel_new_slider (int id, double step);

G_END_DECLS
