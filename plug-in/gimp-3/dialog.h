/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libgimp/gimpui.h>

#include "host.h"
#include "gimp/plan.h"

G_BEGIN_DECLS

/**
 * FolliDialog:
 * @window: the dialog
 * @config: the procedure's arguments, which follow what the user does
 * @host: the image
 * @presets: what can be chosen from
 * @preview: (nullable): a part of the photo with its dots
 * @remark: what to know about them
 * @plan: (nullable): what @config comes to; NULL until it is needed
 *
 * The dialog while it is open.
 */
typedef struct
{
  GimpProcedureDialog *window;
  GimpProcedureConfig *config;
  FolliHost           *host;
  const FolliPresets  *presets;
  GimpPreview         *preview;
  GtkWidget           *remark;
  FolliPlan           *plan;
} FolliDialog;

/**
 * folli_dialog_new_preview:
 * @dialog: the dialog
 *
 * Returns: (transfer floating): a part of the photo with its dots, which
 * follows @dialog->config
 */
GtkWidget *folli_dialog_new_preview (FolliDialog *dialog);

/**
 * folli_dialog_new_options:
 * @dialog: the dialog
 *
 * Returns: (transfer floating): a widget for each of the arguments
 */
GtkWidget *folli_dialog_new_options (FolliDialog *dialog);

G_END_DECLS
