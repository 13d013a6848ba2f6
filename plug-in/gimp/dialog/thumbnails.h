/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gimp/dialog/dialog.h"

G_BEGIN_DECLS

/**
 * folli_thumbnails_update:
 * @dialog: the dialog, with a plan
 *
 * Has each look drawn on a patch of the photo at the mask's lower edge, in the
 * background, unless that has been done for this mask and scale.
 */
void folli_thumbnails_update (FolliDialog *dialog);

G_END_DECLS
