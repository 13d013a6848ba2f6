/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * folli_gimp_get_version:
 *
 * A host's. Returns: (transfer full): the series of this GIMP, as "3.0"
 */
char *folli_gimp_get_version (void);

/**
 * folli_gimp_list_plug_in_folders:
 *
 * A host's.
 *
 * Returns: (transfer full): the folders in which this GIMP looks for plug-ins,
 * NULL after the last
 */
GStrv folli_gimp_list_plug_in_folders (void);

/**
 * folli_gimp_has_operation:
 * @operation: name of one of ours
 *
 * A host's. Asks GIMP's own process, as far as this GIMP can be asked.
 *
 * Returns: FALSE if GIMP says that it does not know the operation
 */
gboolean folli_gimp_has_operation (const char *operation);

/**
 * folli_doctor_examine:
 * @report: (out) (transfer full): what was found, for the user: whether all is
 *   well; if not, which file is wrong and the one command that mends it. The
 *   first fault is told, since others may follow from it
 *
 * Looks whether Follicle is well installed in this GIMP, in the words of
 * scripts/doctor.sh, which can look from outside: when the plug-in does not
 * start, it is the one to ask.
 *
 * Returns: TRUE if nothing is wrong
 */
gboolean folli_doctor_examine (char **report);

G_END_DECLS
