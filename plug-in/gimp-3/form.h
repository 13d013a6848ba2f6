/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "host.h"

G_BEGIN_DECLS

/**
 * folli_form_run:
 * @config: the procedure's arguments, which the user changes
 * @procedure: which procedure's
 * @host: the image
 *
 * Asks the user for a procedure's arguments, with a dialog made from their
 * description.
 *
 * Returns: TRUE to go on, FALSE if the user cancelled
 */
gboolean folli_form_run (GimpProcedureConfig  *config,
                         const FolliProcedure *procedure,
                         FolliHost            *host);

G_END_DECLS
