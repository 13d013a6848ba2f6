/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/dialog/dialog.h"

void
folli_dialog_have_all_follow (FolliDialog *dialog)
{
  dialog->is_following = TRUE;
  for (guint i = 0; i < dialog->followers->len; i++)
    {
      const FolliFollower *follower
          = &g_array_index (dialog->followers, FolliFollower, i);

      follower->func (follower->data);
    }
  dialog->is_following = FALSE;
}

void
folli_dialog_follow (FolliDialog *dialog, FolliFollowFunc func, gpointer data)
{
  const FolliFollower follower = { func, data };

  g_array_append_val (dialog->followers, follower);
  dialog->is_following = TRUE;
  func (data);
  dialog->is_following = FALSE;
}

void
folli_dialog_touch (FolliDialog *dialog)
{
  folli_dialog_have_all_follow (dialog);
  dialog->changed (dialog);
}
