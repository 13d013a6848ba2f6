/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "host.h"

G_BEGIN_DECLS

/* Each is a GimpRunImageFunc: what GIMP calls to run one of the procedures. */

GimpValueArray *folli_dots_run (GimpProcedure       *procedure,
                                GimpRunMode          run_mode,
                                GimpImage           *image,
                                GimpDrawable       **drawables,
                                GimpProcedureConfig *config,
                                gpointer             data);

GimpValueArray *folli_hairline_run (GimpProcedure       *procedure,
                                    GimpRunMode          run_mode,
                                    GimpImage           *image,
                                    GimpDrawable       **drawables,
                                    GimpProcedureConfig *config,
                                    gpointer             data);

/* That of every procedure that has work, which is shared code: asks the user
   with a form made from the arguments, and does it. */
GimpValueArray *folli_work_run (GimpProcedure       *procedure,
                                GimpRunMode          run_mode,
                                GimpImage           *image,
                                GimpDrawable       **drawables,
                                GimpProcedureConfig *config,
                                gpointer             data);

/* The one that takes no image: a GimpRunFunc. */
GimpValueArray *folli_doctor_run (GimpProcedure       *procedure,
                                  GimpProcedureConfig *config,
                                  gpointer             data);

G_END_DECLS
