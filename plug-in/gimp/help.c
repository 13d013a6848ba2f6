/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/help.h"

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "installation.h"

/* There are no others so far. */
#define LANGUAGE "en"

/* Inside a Flatpak programs are looked for outside. */
#define FLATPAK_MARK "/.flatpak-info"

char *
folli_help_get_uri (void)
{
  g_autofree char *folder = folli_installation_find (FOLLI_DATA_HELP);
  g_autoptr (GFile) file = g_file_new_for_path (folder);

  return g_file_get_uri (file);
}

static gboolean
has_browser (void)
{
  GAppInfo *browser;

  if (g_file_test (FLATPAK_MARK, G_FILE_TEST_EXISTS))
    return TRUE;
  browser = g_app_info_get_default_for_type ("text/html", FALSE);
  if (!browser)
    return FALSE;
  g_object_unref (browser);
  return TRUE;
}

static void
tell (GtkWidget *button, const FolliProcedure *procedure)
{
  g_autofree char *folder = folli_installation_find (FOLLI_DATA_HELP);
  g_autofree char *page = g_strdup_printf (
      "%s" G_DIR_SEPARATOR_S LANGUAGE G_DIR_SEPARATOR_S "%s.html", folder,
      procedure->name);
  GtkWidget *message = gtk_message_dialog_new (
      GTK_WINDOW (gtk_widget_get_toplevel (button)), GTK_DIALOG_MODAL,
      GTK_MESSAGE_INFO, GTK_BUTTONS_CLOSE,
      _ ("There is no web browser to show the help page, which is %s"), page);

  gtk_dialog_run (GTK_DIALOG (message));
  gtk_widget_destroy (message);
}

void
folli_help_attach (GtkDialog *dialog, const FolliProcedure *procedure)
{
  GtkWidget *button
      = gtk_dialog_get_widget_for_response (dialog, GTK_RESPONSE_HELP);

  if (button && !has_browser ())
    g_signal_connect (button, "clicked", G_CALLBACK (tell),
                      (gpointer)procedure);
}
