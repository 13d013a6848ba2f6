/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libgimp/gimp.h>
#include <libgimp/gimpui.h>

#include "host.h"
#include "gimp/dialog/dialog.h"

G_BEGIN_DECLS

/**
 * folli_dialog_run:
 * @host: the image
 * @presets: what the menus list
 * @settings: (inout): where the dialog starts, and what the user chose
 *
 * Asks the user.
 *
 * Returns: TRUE to go on, FALSE if the user cancelled
 */
gboolean folli_dialog_run (FolliHost          *host,
                           const FolliPresets *presets,
                           FolliSettings      *settings);

/**
 * folli_view_new:
 * @dialog: the dialog
 *
 * Returns: (transfer floating): a view of the photo, which can be dragged and
 * zoomed
 */
GtkWidget *folli_view_new (FolliDialog *dialog);

/**
 * folli_view_draw:
 * @view: made by folli_view_new()
 *
 * Draws the photo with the dots of the dialog's plan, or without any.
 */
void folli_view_draw (GtkWidget *view);

/**
 * folli_view_show_before:
 * @view: made by folli_view_new()
 * @share: of the view, from its left, in which to draw the photo alone
 */
void folli_view_show_before (GtkWidget *view, double share);

G_END_DECLS
