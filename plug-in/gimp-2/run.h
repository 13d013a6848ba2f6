/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libgimp/gimp.h>

#include "gimp/settings.h"
#include "host.h"

G_BEGIN_DECLS

/**
 * folli_arguments_count_leading:
 * @procedure: a procedure
 *
 * Returns: how many of GIMP's own arguments come before the procedure's: run
 * mode, image and drawable, or the run mode alone
 */
int folli_arguments_count_leading (const FolliProcedure *procedure);

/**
 * FolliRunFunc:
 * @mode: whether to ask the user
 * @host: (nullable): the image; NULL where the procedure is about GIMP itself
 * @settings: (inout): the arguments, or what was chosen last; after a success
 *   in interactive mode they are kept as what was chosen last
 * @results: (inout): one for each of the procedure's results, of the right
 *   type already
 * @error: return location, unset if the user cancelled
 *
 * Runs a procedure.
 *
 * Returns: GIMP_PDB_SUCCESS, or what else came of it
 */
typedef GimpPDBStatusType (*FolliRunFunc) (GimpRunMode    mode,
                                           FolliHost     *host,
                                           FolliSettings *settings,
                                           GimpParam     *results,
                                           GError       **error);

GimpPDBStatusType folli_dots_run (GimpRunMode    mode,
                                  FolliHost     *host,
                                  FolliSettings *settings,
                                  GimpParam     *results,
                                  GError       **error);

GimpPDBStatusType folli_hairline_run (GimpRunMode    mode,
                                      FolliHost     *host,
                                      FolliSettings *settings,
                                      GimpParam     *results,
                                      GError       **error);

GimpPDBStatusType folli_doctor_run (GimpRunMode    mode,
                                    FolliHost     *host,
                                    FolliSettings *settings,
                                    GimpParam     *results,
                                    GError       **error);

/**
 * folli_work_run:
 *
 * The FolliRunFunc of every procedure that has work, which is shared code: asks
 * the user with a form made from the arguments, and does it.
 */
GimpPDBStatusType folli_work_run (GimpRunMode    mode,
                                  FolliHost     *host,
                                  FolliSettings *settings,
                                  GimpParam     *results,
                                  GError       **error);

/**
 * folli_last_values_read:
 * @procedure: which procedure's
 *
 * Returns: (transfer full): what the user chose last in this session of GIMP,
 * or the defaults
 */
FolliSettings *folli_last_values_read (const FolliProcedure *procedure);

void folli_last_values_keep (const FolliSettings *settings);

/**
 * folli_arguments_read:
 * @procedure: which procedure's
 * @arguments: as GIMP hands them over
 * @n_arguments: how many there are
 * @error: return location
 *
 * Errors: FOLLI_ERROR_HOST if there are too few or too many.
 *
 * Returns: (transfer full): the procedure's own arguments, those that scripts
 * cannot give at their defaults, or NULL
 */
FolliSettings *folli_arguments_read (const FolliProcedure *procedure,
                                     const GimpParam      *arguments,
                                     int                   n_arguments,
                                     GError              **error);

G_END_DECLS
