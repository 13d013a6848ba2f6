/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialog.h"

#include <glib/gi18n-lib.h>

#include "gimp/dialog/toolkit.h"
#include "gimp/help.h"

/* The photo on the left, all that can be chosen on the right. */
static void
fill (FolliDialog *dialog)
{
  GtkWidget *content
      = gtk_dialog_get_content_area (GTK_DIALOG (dialog->window));
  GtkWidget *box = folli_toolkit_new_box (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_container_set_border_width (GTK_CONTAINER (box), 12);
  if (dialog->host->layer != -1)
    {
      dialog->stage = folli_view_new (dialog);
      gtk_box_pack_start (GTK_BOX (box), dialog->stage, TRUE, TRUE, 0);
    }
  gtk_box_pack_start (GTK_BOX (box), folli_dialog_open (dialog), FALSE, FALSE,
                      0);
  gtk_box_pack_start (GTK_BOX (content), box, TRUE, TRUE, 0);
  gtk_widget_show_all (box);
  folli_toolkit_fit_screen (GTK_WINDOW (dialog->window));
}

gboolean
folli_dialog_run (FolliHost          *host,
                  const FolliPresets *presets,
                  FolliSettings      *settings)
{
  FolliDialog dialog
      = { .host = host, .presets = presets, .settings = settings };
  gboolean is_wanted;

  gimp_ui_init (folli_dots_procedure.name, TRUE);
  dialog.window = gimp_dialog_new (
      _ ("Follicle Dots"), folli_dots_procedure.name, NULL, 0,
      gimp_standard_help_func, folli_dots_procedure.name, _ ("_Cancel"),
      GTK_RESPONSE_CANCEL, _ ("_OK"), GTK_RESPONSE_OK, NULL);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog.window), GTK_RESPONSE_OK);
  gimp_window_set_transient (GTK_WINDOW (dialog.window));
  folli_help_attach (GTK_DIALOG (dialog.window), &folli_dots_procedure);
  fill (&dialog);
  /* Return means OK, not the first button there is. */
  gtk_widget_grab_focus (gtk_dialog_get_widget_for_response (
      GTK_DIALOG (dialog.window), GTK_RESPONSE_OK));

  is_wanted = gimp_dialog_run (GIMP_DIALOG (dialog.window)) == GTK_RESPONSE_OK;

  gtk_widget_destroy (dialog.window);
  folli_dialog_close (&dialog);
  return is_wanted;
}
