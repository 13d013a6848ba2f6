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

G_END_DECLS
