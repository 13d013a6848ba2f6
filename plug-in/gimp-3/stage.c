/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "arguments.h"
#include "dialog.h"

void
folli_stage_take_settings (FolliDialog *dialog)
{
  FolliStage *stage = dialog->stage;

  stage->is_telling = TRUE;
  folli_config_write (stage->config, dialog->settings);
  stage->is_telling = FALSE;
}

void
folli_stage_show (FolliDialog *dialog)
{
  const FolliStage *stage = dialog->stage;
  g_autoptr (GError) error = NULL;

  if (stage->canvas && !folli_canvas_show (stage->canvas, dialog->plan, &error))
    folli_dialog_show_status (dialog, error);
}

void
folli_stage_show_before (FolliDialog *dialog, double share)
{
  const FolliStage *stage = dialog->stage;

  if (stage->canvas)
    folli_canvas_show_before (stage->canvas, share);
}
