/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "follicle/error.h"
#include "gimp/dialog/dialog.h"
#include "gimp/dialog/first-steps.h"
#include "gimp/dialog/toolkit.h"

/* So wide are the lines that are broken. */
#define WIDTH_CHARS 60

GtkWidget *
folli_dialog_new_status (FolliDialog *dialog)
{
  GtkWidget *box = folli_toolkit_new_box (GTK_ORIENTATION_VERTICAL, 6);

  dialog->status = gtk_label_new (NULL);
  folli_toolkit_align (dialog->status);
  gtk_label_set_line_wrap (GTK_LABEL (dialog->status), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (dialog->status), WIDTH_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (dialog->status), WIDTH_CHARS);
  gtk_label_set_selectable (GTK_LABEL (dialog->status), TRUE);
  gtk_widget_set_can_focus (dialog->status, FALSE);
  dialog->first_steps = folli_first_steps_new ();
  gtk_box_pack_start (GTK_BOX (box), dialog->first_steps, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), dialog->status, FALSE, FALSE, 0);
  return box;
}

/* What the scale is, in words. */
static char *
describe_scale (const FolliDialog *dialog)
{
  const FolliPlan *plan = dialog->plan;
  const double     scale = plan->recipe.value[FOLLI_PIXELS_PER_CM];

  if (plan->remark)
    return g_strdup (plan->remark);
  if (plan->stated_scale > 0)
    return g_strdup_printf (
        _ ("Scale: stated here, %.1f pixels per cm. The mask is %.1f cm "
           "broad."),
        scale, plan->mask.n_columns / scale);
  return g_strdup_printf (
      _ ("Scale: set for the image, %.1f pixels per cm. The mask is %.1f cm "
         "broad."),
      scale, plan->mask.n_columns / scale);
}

void
folli_dialog_show_status (FolliDialog *dialog, const GError *error)
{
  g_autofree char *text
      = error ? g_strdup (error->message) : describe_scale (dialog);

  gtk_label_set_text (GTK_LABEL (dialog->status), text);
  gtk_widget_set_visible (
      dialog->first_steps,
      g_error_matches (error, FOLLI_ERROR, FOLLI_ERROR_MASK));
}
