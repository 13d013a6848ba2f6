/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialog.h"

void
folli_stage_take_settings (FolliDialog *dialog)
{
}

void
folli_stage_show (FolliDialog *dialog)
{
  if (dialog->stage)
    folli_view_draw (dialog->stage);
}

void
folli_stage_show_before (FolliDialog *dialog, double share)
{
  if (dialog->stage)
    folli_view_show_before (dialog->stage, share);
}
