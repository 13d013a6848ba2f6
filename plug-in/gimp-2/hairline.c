/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/hairline.h"

#include <glib/gi18n-lib.h>
#include <libgimp/gimp.h>
#include <libgimp/gimpui.h>

#include "gimp/hairline-options.h"
#include "gimp/hairline-past.h"
#include "gimp/head-picture.h"
#include "gimp/help.h"
#include "run.h"

/* As soon as there is a line, Return means OK. */
static void
allow (FolliHairlinePanel *panel, gpointer window)
{
  GtkWidget *button = gtk_dialog_get_widget_for_response (GTK_DIALOG (window),
                                                          GTK_RESPONSE_OK);
  const gboolean was_sensitive = gtk_widget_get_sensitive (button);

  gtk_widget_set_sensitive (button, panel->plan != NULL);
  if (panel->plan && !was_sensitive)
    gtk_widget_grab_focus (button);
}

static GtkWidget *
new_window (void)
{
  const char *name = folli_hairline_procedure.name;
  GtkWidget  *window = gimp_dialog_new (
       _ ("Design Hairline"), name, NULL, 0, gimp_standard_help_func, name,
       _ ("_Cancel"), GTK_RESPONSE_CANCEL, _ ("_OK"), GTK_RESPONSE_OK, NULL);

  gtk_dialog_set_default_response (GTK_DIALOG (window), GTK_RESPONSE_OK);
  gtk_dialog_set_response_sensitive (GTK_DIALOG (window), GTK_RESPONSE_OK,
                                     FALSE);
  folli_help_attach (GTK_DIALOG (window), &folli_hairline_procedure);
  gimp_window_set_transient (GTK_WINDOW (window));
  return window;
}

/* Returns the path, or -1: if the user has cancelled, without an error. */
static gint
ask (FolliHost *host, FolliSettings *settings, GError **error)
{
  GtkWidget          *window;
  FolliHairlinePanel *panel;
  gint                path = -1;

  gimp_ui_init (folli_hairline_procedure.name, TRUE);
  folli_hairline_go_on (host, settings);
  window = new_window ();
  panel = folli_hairline_panel_open (host, settings, allow, window);
  gtk_box_pack_start (
      GTK_BOX (gtk_dialog_get_content_area (GTK_DIALOG (window))),
      folli_hairline_panel_build (panel), TRUE, TRUE, 0);
  if (gimp_dialog_run (GIMP_DIALOG (window)) == GTK_RESPONSE_OK && panel->plan)
    path = folli_hairline_panel_carry_out (panel, error);
  gtk_widget_destroy (window);
  folli_hairline_panel_close (panel);
  return path;
}

static gint
design (FolliHost *host, const FolliSettings *settings, GError **error)
{
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

GimpPDBStatusType
folli_hairline_run (GimpRunMode    mode,
                    FolliHost     *host,
                    FolliSettings *settings,
                    GimpParam     *results,
                    GError       **error)
{
  const gint path = mode == GIMP_RUN_INTERACTIVE
                        ? ask (host, settings, error)
                        : design (host, settings, error);

  if (path == -1)
    return *error ? GIMP_PDB_EXECUTION_ERROR : GIMP_PDB_CANCEL;
  results[0].data.d_vectors = path;
  return GIMP_PDB_SUCCESS;
}
