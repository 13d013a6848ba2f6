/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gimp/dialog/dialog.h"

G_BEGIN_DECLS

/**
 * folli_own_looks_run:
 * @dialog: the dialog
 *
 * Lets the user save what the dialog says as a look of their own, rename,
 * delete, import and export such looks, and says where they are. The dialog
 * then has the presets as they are.
 */
void folli_own_looks_run (FolliDialog *dialog);

/**
 * folli_own_looks_reload:
 * @dialog: the dialog
 * @look: (nullable): id of a look to take
 *
 * Has the dialog show the presets as they are now.
 */
void folli_own_looks_reload (FolliDialog *dialog, const char *look);

G_END_DECLS
