/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/presets.h"
#include "host-2.h"
#include "settings.h"

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

G_END_DECLS
