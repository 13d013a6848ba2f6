/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gimp/dialog/dialog.h"

G_BEGIN_DECLS

/**
 * FOLLI_SLOT_COUNT:
 *
 * The slot in the dialog's background that the count of dots has.
 */
#define FOLLI_SLOT_COUNT 0

/**
 * FOLLI_SLOT_LOOKS:
 *
 * The slot in the dialog's background that the first look has, the others
 * following it.
 */
#define FOLLI_SLOT_LOOKS 1

/**
 * folli_thumbnails_update:
 * @dialog: the dialog, with a plan
 *
 * Has each look drawn on a patch of the photo at the mask's lower edge, in the
 * background, unless that has been done for this mask and scale.
 */
void folli_thumbnails_update (FolliDialog *dialog);

G_END_DECLS
