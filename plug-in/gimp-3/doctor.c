/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/doctor.h"

#include <glib/gi18n-lib.h>
#include <libgimp/gimpui.h>

#include "operations.h"
#include "run.h"

#define REPORT_WIDTH_CHARS 60

static void
show (const char *report)
{
  g_autofree char *title = folli_procedure_get_title (&folli_doctor_procedure);
  GtkWidget       *window, *label;

  gimp_ui_init (folli_doctor_procedure.name);
  window = gimp_dialog_new (
      title, folli_doctor_procedure.name, NULL, 0, gimp_standard_help_func,
      folli_doctor_procedure.name, _ ("_Close"), GTK_RESPONSE_CLOSE, NULL);
  label = gtk_label_new (report);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_line_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (label), REPORT_WIDTH_CHARS);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  gtk_widget_set_margin_top (label, 12);
  gtk_widget_set_margin_bottom (label, 12);
  gtk_container_add (
      GTK_CONTAINER (gtk_dialog_get_content_area (GTK_DIALOG (window))), label);
  gtk_widget_show (label);
  gimp_dialog_run (GIMP_DIALOG (window));
  gtk_widget_destroy (window);
}

GimpValueArray *
folli_doctor_run (GimpProcedure       *procedure,
                  GimpProcedureConfig *config,
                  gpointer             data)
{
  GimpValueArray  *results;
  g_autofree char *report = NULL;
  GimpRunMode      mode;
  gboolean         is_well;

  gegl_init (NULL, NULL);
  folli_operations_register (NULL);
  is_well = folli_doctor_examine (&report);
  g_object_get (config, "run-mode", &mode, NULL);
  if (mode == GIMP_RUN_INTERACTIVE)
    show (report);
  results
      = gimp_procedure_new_return_values (procedure, GIMP_PDB_SUCCESS, NULL);
  g_value_set_int (gimp_value_array_index (results, 1), is_well);
  g_value_set_string (gimp_value_array_index (results, 2), report);
  return results;
}
