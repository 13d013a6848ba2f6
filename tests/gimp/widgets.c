/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gdk/gdkkeysyms.h>
#include <gtk/gtk.h>

/* GTK_MODULES has GTK load this into GIMP and its plug-ins. What a dialog shows
   is kept in the folder FOLLICLE_WIDGETS, in a file under the dialog's title:
   a line a widget, which stays as it was last when the dialog is closed. */

#define INTERVAL_MS 100

#pragma GCC visibility push(default)

void gtk_module_init (int *n_arguments, char ***arguments);

static void list (GtkWidget *widget, gpointer lines);

/* Kind, text, name for screen readers, tooltip, letter, and 0 where it is off:
   with tabs between them. */
static void
add (GString    *lines,
     GtkWidget  *widget,
     const char *kind,
     const char *text,
     guint       key)
{
  AtkObject       *accessible = gtk_widget_get_accessible (widget);
  g_autofree char *tip = gtk_widget_get_tooltip_text (widget);
  const char      *name = atk_object_get_name (accessible);
  const char      *fields[]
      = { text, name, tip,
          key == GDK_KEY_VoidSymbol ? "" : gdk_keyval_name (key) };

  g_string_append (lines, kind);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autofree char *field = g_strdup (fields[i] ? fields[i] : "");

      g_string_append_printf (lines, "\t%s", g_strdelimit (field, "\t\n", ' '));
    }
  g_string_append_printf (lines, "\t%d\n", gtk_widget_is_sensitive (widget));
}

/* What there is to choose from. */
static void
add_choices (GString *lines, GtkWidget *widget, GtkTreeModel *model, int column)
{
  GtkTreeIter row;
  gboolean    is_there = gtk_tree_model_get_iter_first (model, &row);

  while (is_there)
    {
      g_autofree char *text = NULL;

      gtk_tree_model_get (model, &row, column, &text, -1);
      add (lines, widget, "choice", text, GDK_KEY_VoidSymbol);
      is_there = gtk_tree_model_iter_next (model, &row);
    }
}

static void
add_menu (GString *lines, GtkComboBox *menu)
{
  GtkTreeModel    *model = gtk_combo_box_get_model (menu);
  g_autofree char *text = NULL;
  GtkTreeIter      row;

  if (gtk_tree_model_get_column_type (model, 0) != G_TYPE_STRING)
    return;
  if (gtk_combo_box_get_active_iter (menu, &row))
    gtk_tree_model_get (model, &row, 0, &text, -1);
  add (lines, GTK_WIDGET (menu), "menu", text, GDK_KEY_VoidSymbol);
  add_choices (lines, GTK_WIDGET (menu), model, 0);
}

static void
add_pages (GString *lines, GtkNotebook *pages)
{
  for (int i = 0; i < gtk_notebook_get_n_pages (pages); i++)
    {
      GtkWidget *page = gtk_notebook_get_nth_page (pages, i);

      add (lines, page, "page", gtk_notebook_get_tab_label_text (pages, page),
           GDK_KEY_VoidSymbol);
      list (page, lines);
    }
  add (lines, GTK_WIDGET (pages), "all pages", "", GDK_KEY_VoidSymbol);
}

#if GTK_MAJOR_VERSION == 2
#define IS_TABLE GTK_IS_TABLE
#else
#define IS_TABLE GTK_IS_GRID
#endif

/* A table has what came last first. */
static void
list_inside (GtkWidget *widget, GString *lines)
{
  if (IS_TABLE (widget))
    {
      GList *children = g_list_reverse (
          gtk_container_get_children (GTK_CONTAINER (widget)));

      g_list_foreach (children, (GFunc)(gpointer)list, lines);
      g_list_free (children);
    }
  else if (GTK_IS_CONTAINER (widget))
    gtk_container_forall (GTK_CONTAINER (widget), list, lines);
}

static void
list (GtkWidget *widget, gpointer data)
{
  GString *lines = data;

  if (!gtk_widget_get_visible (widget))
    return;
  if (GTK_IS_NOTEBOOK (widget))
    add_pages (lines, GTK_NOTEBOOK (widget));
  else if (GTK_IS_COMBO_BOX (widget))
    add_menu (lines, GTK_COMBO_BOX (widget));
  else if (GTK_IS_ENTRY (widget))
    add (lines, widget, "entry", gtk_entry_get_text (GTK_ENTRY (widget)),
         GDK_KEY_VoidSymbol);
  else if (GTK_IS_LABEL (widget))
    add (lines, widget, "label", gtk_label_get_text (GTK_LABEL (widget)),
         gtk_label_get_mnemonic_keyval (GTK_LABEL (widget)));
  else if (GTK_IS_SCALE (widget))
    add (lines, widget, "slider", "", GDK_KEY_VoidSymbol);
  else if (GTK_IS_DRAWING_AREA (widget))
    add (lines, widget, "area", "", GDK_KEY_VoidSymbol);
  else if (GTK_IS_ICON_VIEW (widget))
    {
      add (lines, widget, "icons", "", GDK_KEY_VoidSymbol);
      add_choices (lines, widget,
                   gtk_icon_view_get_model (GTK_ICON_VIEW (widget)),
                   gtk_icon_view_get_text_column (GTK_ICON_VIEW (widget)));
    }
  else
    {
      if (GTK_IS_BUTTON (widget))
        add (lines, widget, "button", "", GDK_KEY_VoidSymbol);
      list_inside (widget, lines);
    }
}

static void
keep (GtkWidget *dialog)
{
  g_autofree char *title
      = g_strdup (gtk_window_get_title (GTK_WINDOW (dialog)));
  g_autofree char *path = g_build_filename (
      g_getenv ("FOLLICLE_WIDGETS"), g_strdelimit (title, "/", '-'), NULL);
  GString         *lines = g_string_new (NULL);
  g_autofree char *before
      = g_object_steal_data (G_OBJECT (dialog), "folli-widgets");

  list_inside (dialog, lines);
  if (g_strcmp0 (before, lines->str) != 0)
    g_file_set_contents (path, lines->str, lines->len, NULL);
  g_object_set_data_full (G_OBJECT (dialog), "folli-widgets",
                          g_string_free (lines, FALSE), g_free);
}

static gboolean
look (gpointer data)
{
  GList *windows = gtk_window_list_toplevels ();

  for (GList *window = windows; window; window = window->next)
    if (GTK_IS_DIALOG (window->data) && gtk_widget_get_mapped (window->data)
        && gtk_window_get_title (window->data))
      keep (window->data);
  g_list_free (windows);
  return G_SOURCE_CONTINUE;
}

void
gtk_module_init (int *n_arguments, char ***arguments)
{
  if (g_getenv ("FOLLICLE_WIDGETS"))
    gdk_threads_add_timeout (INTERVAL_MS, look, NULL);
}
