/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialog.h"

#include <glib/gi18n-lib.h>

#include "effect.h"

static GtkWidget *
new_remark (void)
{
  GtkWidget *remark = gtk_label_new (NULL);

  gtk_label_set_line_wrap (GTK_LABEL (remark), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (remark), 40);
  gtk_label_set_xalign (GTK_LABEL (remark), 0);
  return remark;
}

/* The photo on the left, what can be said about its dots on the right. A layer
   of ours is no photo: it shows its own dots as soon as they are renewed. */
static void
fill (FolliDialog *dialog)
{
  GtkWidget *window = GTK_WIDGET (dialog->window);
  GtkWidget *content = gtk_dialog_get_content_area (GTK_DIALOG (window));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *right = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  dialog->remark = new_remark ();
  gtk_container_set_border_width (GTK_CONTAINER (box), 12);
  if (dialog->host->layer && !folli_host_find_effect (dialog->host, FOLLI_DOTS))
    gtk_box_pack_start (GTK_BOX (box), folli_dialog_new_preview (dialog), TRUE,
                        TRUE, 0);
  gtk_box_pack_start (GTK_BOX (right), folli_dialog_new_options (dialog), FALSE,
                      FALSE, 0);
  gtk_box_pack_start (GTK_BOX (right), dialog->remark, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), right, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (content), box, TRUE, TRUE, 0);
  gtk_widget_show_all (box);
}

gboolean
folli_dialog_run (GimpProcedureConfig *config,
                  FolliHost           *host,
                  const FolliPresets  *presets)
{
  FolliDialog dialog = { .config = config, .host = host, .presets = presets };
  GtkWidget  *window;
  gboolean    is_wanted;

  gimp_ui_init (folli_dots_procedure.name);
  window
      = gimp_procedure_dialog_new (gimp_procedure_config_get_procedure (config),
                                   config, _ ("Follicle Dots"));
  dialog.window = GIMP_PROCEDURE_DIALOG (window);
  fill (&dialog);
  is_wanted = gimp_procedure_dialog_run (dialog.window);
  gtk_widget_destroy (window);
  g_clear_pointer (&dialog.plan, folli_plan_free);
  return is_wanted;
}
