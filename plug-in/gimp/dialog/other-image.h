/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gimp/dialog/dialog.h"

G_BEGIN_DECLS

/**
 * folli_other_image_attach:
 * @dialog: the dialog
 * @table: its page
 * @row: of the page
 *
 * Views of one client are to be treated alike: lists the other open images that
 * Follicle has made dots in, and takes over the numbers of one. Mask and output
 * stay; so does the scale, if this image has one.
 */
void folli_other_image_attach (FolliDialog *dialog, GtkWidget *table, int row);

G_END_DECLS
