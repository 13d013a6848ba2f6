/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libgimp/gimpui.h>

#include "gimp/dialog/dialog.h"
#include "canvas.h"
#include "host.h"

G_BEGIN_DECLS

/**
 * FolliStage:
 * @config: the procedure's arguments, which GIMP's own menu of settings knows
 * @canvas: (nullable): shows the dots in the image
 * @is_telling: while @config is set to the dialog's settings
 *
 * What the dialog has besides in GIMP 3.
 */
typedef struct
{
  GimpProcedureConfig *config;
  FolliCanvas         *canvas;
  gboolean             is_telling;
} FolliStage;

/**
 * folli_dialog_run:
 * @config: the procedure's arguments, which the user changes
 * @host: the image
 * @presets: what can be chosen from
 *
 * Returns: TRUE if the user wants it done
 */
gboolean folli_dialog_run (GimpProcedureConfig *config,
                           FolliHost           *host,
                           const FolliPresets  *presets);

G_END_DECLS
