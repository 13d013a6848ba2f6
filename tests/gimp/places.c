/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>
#include <unistd.h>

/* GTK_MODULES has GTK load this into GIMP and its plug-ins. What a mouse can
   click in any of their windows is kept in the folder FOLLICLE_PLACES, in a
   file for each process: a line a menu's entry, a button or an area to draw in,
   with its text, its left, its top, its width and its height on the screen. */

#define INTERVAL_MS 100

#pragma GCC visibility push(default)

void gtk_module_init (int *n_arguments, char ***arguments);

/* The first text in a widget. */
static void
find_text (GtkWidget *widget, gpointer data)
{
  const char **text = data;

  if (*text)
    return;
  if (GTK_IS_LABEL (widget))
    *text = gtk_label_get_text (GTK_LABEL (widget));
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), find_text, text);
}

static void
add (GString *lines, GtkWidget *widget)
{
  const char   *text = GTK_IS_DRAWING_AREA (widget) ? "area" : NULL;
  GtkAllocation at;
  int           x, y;

  find_text (widget, &text);
  gtk_widget_get_allocation (widget, &at);
  gdk_window_get_origin (gtk_widget_get_window (widget), &x, &y);
  if (!gtk_widget_get_has_window (widget))
    {
      x += at.x;
      y += at.y;
    }
  g_string_append_printf (lines, "%s\t%d\t%d\t%d\t%d\n", text ? text : "", x, y,
                          at.width, at.height);
}

static void
list (GtkWidget *widget, gpointer lines)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_MENU_ITEM (widget) || GTK_IS_BUTTON (widget)
      || GTK_IS_DRAWING_AREA (widget))
    add (lines, widget);
  if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), list, lines);
}

static gboolean
look (gpointer data)
{
  g_autofree char *name = g_strdup_printf ("%d", getpid ());
  g_autofree char *path
      = g_build_filename (g_getenv ("FOLLICLE_PLACES"), name, NULL);
  GString *lines = g_string_new (NULL);
  GList   *windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window; window = window->next)
    list (window->data, lines);
  g_list_free (windows);
  g_file_set_contents (path, lines->str, lines->len, NULL);
  g_string_free (lines, TRUE);
  return G_SOURCE_CONTINUE;
}

void
gtk_module_init (int *n_arguments, char ***arguments)
{
  if (g_getenv ("FOLLICLE_PLACES"))
    gdk_threads_add_timeout (INTERVAL_MS, look, NULL);
}
