/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialog.h"

#include <glib/gi18n-lib.h>

#include "arguments.h"
#include "gimp/dialog/toolkit.h"
#include "gimp/help.h"

/* GIMP's own menu has reset the arguments, or loaded others. */
static void
take_config (GimpProcedureConfig *config,
             GParamSpec          *property,
             FolliDialog         *dialog)
{
  const FolliStage *stage = dialog->stage;

  if (stage->is_telling)
    return;
  folli_settings_free (dialog->settings);
  dialog->settings = folli_config_read (config, &folli_dots_procedure);
  folli_dialog_touch (dialog);
}

static void
fill (FolliDialog *dialog)
{
  GtkWidget *content
      = gtk_dialog_get_content_area (GTK_DIALOG (dialog->window));
  GtkWidget *box = folli_dialog_open (dialog);

  gtk_container_set_border_width (GTK_CONTAINER (box), 12);
  gtk_box_pack_start (GTK_BOX (content), box, TRUE, TRUE, 0);
  gtk_widget_show_all (box);
  folli_toolkit_fit_screen (GTK_WINDOW (dialog->window));
}

gboolean
folli_dialog_run (GimpProcedureConfig *config,
                  FolliHost           *host,
                  const FolliPresets  *presets)
{
  FolliStage  stage = { .config = config };
  FolliDialog dialog
      = { .host = host,
          .presets = presets,
          .settings = folli_config_read (config, &folli_dots_procedure),
          .stage = &stage };
  gboolean is_wanted;
  gulong   handler;

  gimp_ui_init (folli_dots_procedure.name);
  if (host->layer)
    stage.canvas = folli_canvas_new (host);
  dialog.window
      = gimp_procedure_dialog_new (gimp_procedure_config_get_procedure (config),
                                   config, _ ("Follicle Dots"));
  folli_help_attach (GTK_DIALOG (dialog.window), &folli_dots_procedure);
  fill (&dialog);
  handler
      = g_signal_connect (config, "notify", G_CALLBACK (take_config), &dialog);
  is_wanted = gimp_procedure_dialog_run (GIMP_PROCEDURE_DIALOG (dialog.window));
  g_signal_handler_disconnect (config, handler);
  gtk_widget_destroy (dialog.window);
  folli_dialog_close (&dialog);
  folli_canvas_free (stage.canvas);
  folli_settings_free (dialog.settings);
  return is_wanted;
}
