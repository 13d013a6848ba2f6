/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * folli_age_to_position:
 * @months: since the last session
 *
 * Where on a slider an age lies: what happens in the first month, in the rest
 * of the first year and in the four years after are a third each.
 *
 * Returns: 0 to 3 for up to five years, up to 4 for older
 */
double folli_age_to_position (double months);
double folli_age_from_position (double position);

/**
 * folli_age_add_marks:
 * @slider: from 0 to 3
 *
 * Marks fresh, healed, one year and five years.
 */
void folli_age_add_marks (GtkScale *slider);

G_END_DECLS
