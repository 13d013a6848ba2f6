/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libgimp/gimp.h>

#include "gimp/settings.h"

G_BEGIN_DECLS

/**
 * folli_config_read:
 * @config: a procedure's arguments
 * @procedure: which procedure's
 *
 * Returns: (transfer full): the same as settings
 */
FolliSettings *folli_config_read (GimpProcedureConfig  *config,
                                  const FolliProcedure *procedure);

/**
 * folli_config_write:
 * @config: the procedure's arguments
 * @settings: what they shall be
 */
void folli_config_write (GimpProcedureConfig *config,
                         const FolliSettings *settings);

G_END_DECLS
