/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "follicle/error.h"
#include "gimp/dialog/dialog.h"
#include "gimp/dialog/toolkit.h"

/* So wide are the lines that are broken. */
#define WIDTH_CHARS 60

GtkWidget *
folli_dialog_new_status (FolliDialog *dialog)
{
  dialog->status = gtk_label_new (NULL);
  folli_toolkit_align (dialog->status);
  gtk_label_set_line_wrap (GTK_LABEL (dialog->status), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (dialog->status), WIDTH_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (dialog->status), WIDTH_CHARS);
  gtk_label_set_selectable (GTK_LABEL (dialog->status), TRUE);
  gtk_widget_set_can_focus (dialog->status, FALSE);
  return dialog->status;
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
  const gboolean has_no_mask
      = g_error_matches (error, FOLLI_ERROR, FOLLI_ERROR_MASK);
  g_autofree char *text
      = error ? g_strdup (error->message) : describe_scale (dialog);

  gtk_label_set_text (GTK_LABEL (dialog->status), text);
  gtk_widget_set_visible (dialog->first_steps, has_no_mask);
  gtk_widget_set_visible (dialog->looks_box, !has_no_mask);
}
