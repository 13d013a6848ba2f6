/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What is known of the GIMP in use. Each host links its own. */

/**
 * folli_gimp_get_version:
 *
 * Returns: (transfer full): the series of this GIMP, as "3.0"
 */
char *folli_gimp_get_version (void);

/**
 * folli_gimp_list_plug_in_folders:
 *
 * Returns: (transfer full): the folders in which this GIMP looks for plug-ins,
 * NULL after the last
 */
GStrv folli_gimp_list_plug_in_folders (void);

/**
 * folli_gimp_has_operation:
 * @operation: name of one of ours
 *
 * Asks GIMP's own process, as far as this GIMP can be asked.
 *
 * Returns: FALSE if GIMP says that it does not know the operation
 */
gboolean folli_gimp_has_operation (const char *operation);

G_END_DECLS
