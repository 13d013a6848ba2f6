/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gimp/settings.h"
#include "host.h"

G_BEGIN_DECLS

/**
 * folli_form_run:
 * @host: the image
 * @settings: (inout): where the dialog starts, and what the user chose
 *
 * Asks the user for a procedure's arguments, with a dialog made from their
 * description.
 *
 * Returns: TRUE to go on, FALSE if the user cancelled
 */
gboolean folli_form_run (FolliHost *host, FolliSettings *settings);

G_END_DECLS
