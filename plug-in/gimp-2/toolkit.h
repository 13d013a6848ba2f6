/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * folli_toolkit_set_least:
 * @widget: with a size request, which is how large it is where there is room
 * @width_px: or -1
 * @height_px: of it
 *
 * Lets folli_toolkit_fit_screen() make a widget so small: GTK 2 knows a single
 * size of each.
 */
void folli_toolkit_set_least (GtkWidget *widget, int width_px, int height_px);

G_END_DECLS
