/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/hairline.h"

#include <glib/gi18n-lib.h>
#include <libgimp/gimp.h>
#include <libgimp/gimpui.h>

#include "arguments.h"
#include "follicle/error.h"
#include "gimp/hairline-options.h"
#include "gimp/hairline-past.h"
#include "gimp/head-picture.h"
#include "gimp/help.h"
#include "operations.h"
#include "run.h"

/* The dialog while it is open. */
typedef struct
{
  GtkWidget           *window;
  GimpProcedureConfig *config;
  FolliHairlinePanel  *panel;
  gboolean             is_writing;
} Dialog;

/* As soon as there is a line, Return means OK. */
static void
allow (FolliHairlinePanel *panel, gpointer data)
{
  Dialog    *dialog = data;
  GtkWidget *button = gtk_dialog_get_widget_for_response (
      GTK_DIALOG (dialog->window), GTK_RESPONSE_OK);
  const gboolean was_sensitive = gtk_widget_get_sensitive (button);

  dialog->is_writing = TRUE;
  folli_config_write (dialog->config, panel->settings);
  dialog->is_writing = FALSE;
  gtk_widget_set_sensitive (button, panel->plan != NULL);
  if (panel->plan && !was_sensitive)
    gtk_widget_grab_focus (button);
}

/* The dialog's own buttons set all arguments back, or as they were before. */
static void
follow_config (GimpProcedureConfig *config,
               GParamSpec          *property,
               Dialog              *dialog)
{
  FolliHairlinePanel *panel = dialog->panel;
  g_autoptr (FolliSettings) settings = NULL;

  if (dialog->is_writing)
    return;
  settings = folli_config_read (config, &folli_hairline_procedure);
  for (int id = 0; id < FOLLI_HAIRLINE_N_ARGUMENTS; id++)
    if (id != FOLLI_HAIRLINE_LANDMARKS)
      {
        panel->settings->number[id] = settings->number[id];
        if (settings->text[id])
          folli_settings_set_text (panel->settings, id, settings->text[id]);
      }
  folli_hairline_panel_refresh (panel);
}

/* Returns the path, or -1: if the user has cancelled, without an error. */
static gint
ask (GimpProcedure       *procedure,
     GimpProcedureConfig *config,
     FolliHost           *host,
     GError             **error)
{
  g_autoptr (FolliSettings) settings
      = folli_config_read (config, &folli_hairline_procedure);
  Dialog dialog = { .config = config };
  gint   path = -1;

  gimp_ui_init (folli_hairline_procedure.name);
  folli_hairline_go_on (host, settings);
  folli_config_write (config, settings);
  dialog.window
      = gimp_procedure_dialog_new (procedure, config, _ ("Design Hairline"));
  folli_help_attach (GTK_DIALOG (dialog.window), &folli_hairline_procedure);
  gtk_dialog_set_response_sensitive (GTK_DIALOG (dialog.window),
                                     GTK_RESPONSE_OK, FALSE);
  dialog.panel = folli_hairline_panel_open (host, settings, allow, &dialog);
  gtk_box_pack_start (
      GTK_BOX (gtk_dialog_get_content_area (GTK_DIALOG (dialog.window))),
      folli_hairline_panel_build (dialog.panel), TRUE, TRUE, 0);
  g_signal_connect (config, "notify", G_CALLBACK (follow_config), &dialog);
  if (gimp_procedure_dialog_run (GIMP_PROCEDURE_DIALOG (dialog.window))
      && dialog.panel->plan)
    path = folli_hairline_panel_carry_out (dialog.panel, error);
  g_signal_handlers_disconnect_by_data (config, &dialog);
  gtk_widget_destroy (dialog.window);
  folli_hairline_panel_close (dialog.panel);
  return path;
}

static gint
design (GimpProcedureConfig *config, FolliHost *host, GError **error)
{
  g_autoptr (FolliSettings) settings
      = folli_config_read (config, &folli_hairline_procedure);
  g_autoptr (GArray) landmarks
      = folli_hairline_read_landmarks (host, settings, error);
  g_autoptr (FolliHairlinePlan) plan = NULL;

  if (landmarks)
    {
      g_autoptr (FolliHeadPicture) picture = folli_head_picture_new (host);

      plan
          = folli_hairline_plan_new (host, settings, landmarks, picture, error);
    }
  if (!plan)
    return -1;
  gimp_message (plan->remark);
  return folli_hairline_plan_carry_out (plan, host, settings, NULL, error);
}

GimpValueArray *
folli_hairline_run (GimpProcedure       *procedure,
                    GimpRunMode          run_mode,
                    GimpImage           *image,
                    GimpDrawable       **drawables,
                    GimpProcedureConfig *config,
                    gpointer             data)
{
  GError *error = NULL;
  g_autoptr (FolliHost) host = NULL;
  GimpValueArray *values;
  gint            path;

  gegl_init (NULL, NULL);
  folli_operations_register (NULL);

  if (!drawables[0])
    return gimp_procedure_new_return_values (
        procedure, GIMP_PDB_CALLING_ERROR,
        g_error_new_literal (FOLLI_ERROR, FOLLI_ERROR_IMAGE,
                             _ ("No layer is selected")));
  host = folli_host_open (image, drawables[0]);

  path = run_mode == GIMP_RUN_INTERACTIVE
             ? ask (procedure, config, host, &error)
             : design (config, host, &error);
  gimp_displays_flush ();
  if (path == -1)
    return gimp_procedure_new_return_values (
        procedure, error ? GIMP_PDB_EXECUTION_ERROR : GIMP_PDB_CANCEL, error);

  values = gimp_procedure_new_return_values (procedure, GIMP_PDB_SUCCESS, NULL);
  GIMP_VALUES_SET_PATH (values, 1, gimp_path_get_by_id (path));
  return values;
}
