/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gimp/dialog/dialog.h"

G_BEGIN_DECLS

/**
 * FolliMenuFill:
 * @dialog: the dialog
 * @func: to be called for each entry
 * @data: for @func
 *
 * Lists what a menu has.
 */
typedef void (*FolliMenuFill) (FolliDialog  *dialog,
                               FolliListFunc func,
                               gpointer      data);

/**
 * folli_menu_new:
 * @dialog: the dialog
 * @id: the argument that is chosen, of type FOLLI_TYPE_STRING
 * @fill: lists what there is to choose from
 *
 * A value that the menu does not have even when it is filled anew, such as a
 * channel of another image, gives way to the first that it has.
 *
 * Returns: (transfer floating): a menu
 */
GtkWidget *
folli_menu_new (FolliDialog *dialog, FolliArgumentId id, FolliMenuFill fill);

/**
 * folli_menu_list_named:
 * @host: the image
 * @kind: FOLLI_MASK_CHANNEL, FOLLI_MASK_PATH or FOLLI_MASK_LAYER
 * @func: called for each, with "channel:Hairline" under "Channel \"Hairline\""
 * @data: for @func
 */
void folli_menu_list_named (FolliHost    *host,
                            FolliMaskKind kind,
                            FolliListFunc func,
                            gpointer      data);

G_END_DECLS
