/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialog.h"

#include <glib/gi18n-lib.h>

/* How long the user has to pause before the dots are drawn anew. */
#define PAUSE_MS 120

#define REMARK_WIDTH_PX 300

/* Makes a plan of what the dialog says now and shows it. */
static gboolean
update (gpointer data)
{
  FolliDialog *dialog = data;
  g_autoptr (GError) error = NULL;

  dialog->update_id = 0;
  g_clear_pointer (&dialog->plan, folli_plan_free);
  dialog->plan = folli_plan_new (dialog->host, dialog->settings,
                                 dialog->presets, &error);
  gtk_label_set_text (GTK_LABEL (dialog->remark),
                      error ? error->message : dialog->plan->remark);
  gtk_dialog_set_response_sensitive (GTK_DIALOG (dialog->window),
                                     GTK_RESPONSE_OK, dialog->plan != NULL);
  if (dialog->view)
    folli_view_draw (dialog->view);
  return G_SOURCE_REMOVE;
}

void
folli_dialog_touch (FolliDialog *dialog)
{
  if (dialog->update_id)
    g_source_remove (dialog->update_id);
  dialog->update_id = g_timeout_add (PAUSE_MS, update, dialog);
}

static GtkWidget *
new_remark (void)
{
  GtkWidget *remark = gtk_label_new (NULL);

  gtk_label_set_line_wrap (GTK_LABEL (remark), TRUE);
  gtk_widget_set_size_request (remark, REMARK_WIDTH_PX, -1);
  gtk_misc_set_alignment (GTK_MISC (remark), 0, 0);
  return remark;
}

/* The photo on the left, what can be said about its dots on the right. */
static void
fill (FolliDialog *dialog)
{
  GtkWidget *content
      = gtk_dialog_get_content_area (GTK_DIALOG (dialog->window));
  GtkWidget *box = gtk_hbox_new (FALSE, 12);
  GtkWidget *right = gtk_vbox_new (FALSE, 12);
  GtkWidget *table = gtk_table_new (FOLLI_N_ARGUMENTS, 2, FALSE);

  gtk_container_set_border_width (GTK_CONTAINER (box), 12);
  gtk_table_set_row_spacings (GTK_TABLE (table), 6);
  gtk_table_set_col_spacings (GTK_TABLE (table), 6);
  dialog->remark = new_remark ();
  if (dialog->host->layer != -1)
    {
      dialog->view = folli_view_new (dialog);
      gtk_box_pack_start (GTK_BOX (box), dialog->view, TRUE, TRUE, 0);
    }
  folli_dialog_add_options (dialog, GTK_TABLE (table));
  gtk_box_pack_start (GTK_BOX (right), table, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (right), dialog->remark, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), right, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (content), box, TRUE, TRUE, 0);
  gtk_widget_show_all (box);
}

gboolean
folli_dialog_run (FolliHost          *host,
                  const FolliPresets *presets,
                  FolliSettings      *settings)
{
  FolliDialog dialog = { host, presets, settings };
  gboolean    is_wanted;

  gimp_ui_init (folli_dots_procedure.name, TRUE);
  dialog.window = gimp_dialog_new (
      _ ("Follicle Dots"), folli_dots_procedure.name, NULL, 0,
      gimp_standard_help_func, folli_dots_procedure.name, _ ("_Cancel"),
      GTK_RESPONSE_CANCEL, _ ("_OK"), GTK_RESPONSE_OK, NULL);
  gtk_dialog_set_default_response (GTK_DIALOG (dialog.window), GTK_RESPONSE_OK);
  gimp_window_set_transient (GTK_WINDOW (dialog.window));
  fill (&dialog);
  /* Return means OK, not the first button there is. */
  gtk_widget_grab_focus (gtk_dialog_get_widget_for_response (
      GTK_DIALOG (dialog.window), GTK_RESPONSE_OK));

  is_wanted = gimp_dialog_run (GIMP_DIALOG (dialog.window)) == GTK_RESPONSE_OK;

  if (dialog.update_id)
    g_source_remove (dialog.update_id);
  gtk_widget_destroy (dialog.window);
  g_clear_pointer (&dialog.plan, folli_plan_free);
  return is_wanted;
}
