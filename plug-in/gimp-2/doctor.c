/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/doctor.h"

#include <glib/gi18n-lib.h>
#include <libgimp/gimp.h>
#include <libgimp/gimpui.h>

#include "run.h"

#define REPORT_WIDTH_PX 480

static void
show (const char *report)
{
  g_autofree char *title = folli_procedure_get_title (&folli_doctor_procedure);
  GtkWidget       *window, *label;

  gimp_ui_init (folli_doctor_procedure.name, TRUE);
  window = gimp_dialog_new (
      title, folli_doctor_procedure.name, NULL, 0, gimp_standard_help_func,
      folli_doctor_procedure.name, _ ("_Close"), GTK_RESPONSE_CLOSE, NULL);
  label = gtk_label_new (report);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_line_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_widget_set_size_request (label, REPORT_WIDTH_PX, -1);
  gtk_misc_set_alignment (GTK_MISC (label), 0, 0);
  gtk_misc_set_padding (GTK_MISC (label), 12, 12);
  gtk_container_add (
      GTK_CONTAINER (gtk_dialog_get_content_area (GTK_DIALOG (window))), label);
  gtk_widget_show (label);
  gimp_dialog_run (GIMP_DIALOG (window));
  gtk_widget_destroy (window);
}

GimpPDBStatusType
folli_doctor_run (GimpRunMode    mode,
                  FolliHost     *host,
                  FolliSettings *settings,
                  GimpParam     *results,
                  GError       **error)
{
  results[0].data.d_int32 = folli_doctor_examine (&results[1].data.d_string);
  if (mode == GIMP_RUN_INTERACTIVE)
    show (results[1].data.d_string);
  return GIMP_PDB_SUCCESS;
}
