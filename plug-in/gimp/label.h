/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * folli_label_get_plain:
 * @label: in the user's language, with a mnemonic: as "_Density", or as
 *   "密度(_D)" in scripts whose characters are no keys
 *
 * Returns: (transfer full): the label without its mnemonic
 */
char *folli_label_get_plain (const char *label);

G_END_DECLS
