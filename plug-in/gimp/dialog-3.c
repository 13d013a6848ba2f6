/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <libgimp/gimpui.h>

#include "host-3.h"

gboolean
folli_dialog_run (GimpProcedureConfig *config,
                  FolliHost           *host,
                  const FolliPresets  *presets)
{
  GtkWidget *dialog;
  gboolean   is_wanted;

  gimp_ui_init (FOLLI_PROCEDURE);
  dialog
      = gimp_procedure_dialog_new (gimp_procedure_config_get_procedure (config),
                                   config, _ ("Follicle Dots"));
  gimp_procedure_dialog_fill (GIMP_PROCEDURE_DIALOG (dialog), NULL);
  is_wanted = gimp_procedure_dialog_run (GIMP_PROCEDURE_DIALOG (dialog));
  gtk_widget_destroy (dialog);
  return is_wanted;
}
