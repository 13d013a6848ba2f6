/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "arguments.h"
#include "dialog.h"

#include "gimp/dialog/patience.h"

/* What comes of showing a plan. */
typedef struct
{
  const FolliDialog *dialog;
  gboolean           is_shown;
  GError            *error;
} Outcome;

static void
show_plan (gpointer data)
{
  Outcome           *outcome = data;
  const FolliDialog *dialog = outcome->dialog;
  const FolliStage  *stage = dialog->stage;

  outcome->is_shown
      = folli_canvas_show (stage->canvas, dialog->plan, &outcome->error);
}

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
  Outcome           outcome = { .dialog = dialog };
  g_autoptr (GError) error = NULL;
  gboolean is_wanted;

  if (!stage->canvas)
    return;
  is_wanted = folli_patience_run (dialog->window, show_plan, &outcome);
  error = outcome.error;
  if (!is_wanted)
    folli_dialog_touch (dialog);
  else if (!outcome.is_shown)
    folli_dialog_show_status (dialog, error);
}

void
folli_stage_show_before (FolliDialog *dialog, double share)
{
  const FolliStage *stage = dialog->stage;

  if (stage->canvas)
    folli_canvas_show_before (stage->canvas, share);
}
