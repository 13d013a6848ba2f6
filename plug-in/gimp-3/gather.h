/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "host.h"

G_BEGIN_DECLS

/**
 * folli_gather_settings:
 * @config: the procedure's arguments
 * @run_mode: whether to ask the user
 * @host: the image
 * @presets: what can be chosen from
 *
 * Finds out what is wanted: from the arguments, from the user, and on what we
 * have made from that.
 *
 * Returns: (transfer full) (nullable): the settings, or NULL if the user has
 * cancelled
 */
FolliSettings *folli_gather_settings (GimpProcedureConfig *config,
                                      GimpRunMode          run_mode,
                                      FolliHost           *host,
                                      const FolliPresets  *presets);

G_END_DECLS
