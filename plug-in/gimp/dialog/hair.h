/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gimp/dialog/dialog.h"

G_BEGIN_DECLS

/**
 * folli_hair_run:
 * @dialog: the dialog
 *
 * Has the user say where the client's own hair and bare skin are, makes a look
 * and a shade that continue that hair, and takes them. What is selected can
 * change meanwhile: where the dots' area is the selection, it can be kept as a
 * channel first.
 */
void folli_hair_run (FolliDialog *dialog);

G_END_DECLS
