/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

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
