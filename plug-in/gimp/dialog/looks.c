/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/dialog/looks.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gimp/dialog/hair.h"
#include "gimp/dialog/own-looks.h"
#include "gimp/dialog/toolkit.h"
#include "gimp/dialog/tuner.h"
#include "gimp/tuning.h"

/* Of a picture with its name below, which large text makes wider, and of two
   rows of them. */
#define ITEM_WIDTH_PX 120
#define ITEM_WIDTH_CHARS 14
#define HEIGHT_PX 226
#define LEAST_HEIGHT_PX 110

/* What a look shows until it has been drawn: a grey that is neither theme's. */
#define BLANK 0x808080ff

enum
{
  COLUMN_PICTURE,
  COLUMN_NAME,
  COLUMN_ID,
  COLUMN_COMMENT,
  N_COLUMNS
};

/* @listed are the presets that @store has the looks of. */
struct _FolliLooks
{
  FolliDialog        *dialog;
  GtkListStore       *store;
  const FolliPresets *listed;
  GtkIconView        *view;
  GtkLabel           *comment;
};

static gboolean
get_row (FolliLooks *looks, guint number, GtkTreeIter *row)
{
  return gtk_tree_model_iter_nth_child (GTK_TREE_MODEL (looks->store), row,
                                        NULL, number);
}

void
folli_looks_show_picture (FolliLooks *looks, guint number, GdkPixbuf *picture)
{
  GtkTreeIter row;

  if (get_row (looks, number, &row))
    gtk_list_store_set (looks->store, &row, COLUMN_PICTURE, picture, -1);
}

static void
take (FolliLooks *looks)
{
  FolliDialog     *dialog = looks->dialog;
  GList           *chosen = gtk_icon_view_get_selected_items (looks->view);
  g_autofree char *before = folli_tuning_get_look (dialog->settings);
  g_autofree char *id = NULL;
  GtkTreeIter      row;

  if (chosen
      && gtk_tree_model_get_iter (GTK_TREE_MODEL (looks->store), &row,
                                  chosen->data))
    gtk_tree_model_get (GTK_TREE_MODEL (looks->store), &row, COLUMN_ID, &id,
                        -1);
  g_list_free_full (chosen, (GDestroyNotify)gtk_tree_path_free);
  if (dialog->is_following || !id || strcmp (id, before) == 0)
    return;
  folli_tuning_take_look (dialog->settings, id);
  folli_dialog_touch (dialog);
}

static void
show (FolliLooks *looks, guint number, const char *comment)
{
  GtkTreePath *path = gtk_tree_path_new_from_indices (number, -1);

  if (!gtk_icon_view_path_is_selected (looks->view, path))
    {
      gtk_icon_view_select_path (looks->view, path);
      gtk_icon_view_set_cursor (looks->view, path, NULL, FALSE);
      gtk_icon_view_scroll_to_path (looks->view, path, TRUE, 0, 0);
    }
  gtk_tree_path_free (path);
  gtk_label_set_text (looks->comment, comment);
}

/* Without pictures. */
static void
list_looks (FolliLooks *looks)
{
  guint                  n_looks;
  const FolliPresetInfo *infos = folli_presets_list (
      looks->dialog->presets, FOLLI_PRESET_LOOK, &n_looks);
  GdkPixbuf *blank = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8,
                                     FOLLI_LOOK_WIDTH_PX, FOLLI_LOOK_HEIGHT_PX);

  gdk_pixbuf_fill (blank, BLANK);
  gtk_list_store_clear (looks->store);
  for (guint i = 0; i < n_looks; i++)
    gtk_list_store_insert_with_values (looks->store, NULL, -1, COLUMN_PICTURE,
                                       blank, COLUMN_NAME, infos[i].name,
                                       COLUMN_ID, infos[i].id, COLUMN_COMMENT,
                                       infos[i].description, -1);
  g_object_unref (blank);
  looks->listed = looks->dialog->presets;
}

static void
follow (gpointer data)
{
  FolliLooks            *looks = data;
  guint                  n_looks;
  const FolliPresetInfo *infos = folli_presets_list (
      looks->dialog->presets, FOLLI_PRESET_LOOK, &n_looks);
  g_autofree char *id = folli_tuning_get_look (looks->dialog->settings);

  if (looks->listed != looks->dialog->presets)
    list_looks (looks);
  for (guint i = 0; i < n_looks; i++)
    if (strcmp (infos[i].id, id) == 0)
      {
        show (looks, i, infos[i].description);
        return;
      }
  gtk_icon_view_unselect_all (looks->view);
  gtk_label_set_text (looks->comment, "");
}

static int
find_item_width (GtkWidget *view)
{
  PangoFontMetrics *metrics = pango_context_get_metrics (
      gtk_widget_get_pango_context (view), NULL, NULL);
  const int char_width
      = pango_font_metrics_get_approximate_char_width (metrics);

  pango_font_metrics_unref (metrics);
  return MAX (ITEM_WIDTH_PX, PANGO_PIXELS (ITEM_WIDTH_CHARS * char_width));
}

static GtkWidget *
new_view (FolliLooks *looks)
{
  GtkWidget *view
      = gtk_icon_view_new_with_model (GTK_TREE_MODEL (looks->store));

  looks->view = GTK_ICON_VIEW (view);
  gtk_icon_view_set_pixbuf_column (looks->view, COLUMN_PICTURE);
  gtk_icon_view_set_text_column (looks->view, COLUMN_NAME);
  gtk_icon_view_set_tooltip_column (looks->view, COLUMN_COMMENT);
  gtk_icon_view_set_selection_mode (looks->view, GTK_SELECTION_BROWSE);
  g_object_set (view, "item-padding", 2, "margin", 2, "row-spacing", 2,
                "column-spacing", 2, "spacing", 0, NULL);
  folli_toolkit_set_item_width (looks->view, find_item_width (view));
  folli_dialog_name (view, _ ("Looks"), NULL);
  g_signal_connect_swapped (view, "selection-changed", G_CALLBACK (take),
                            looks);
  return view;
}

static GtkWidget *
new_own_looks (FolliDialog *dialog)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Your Looks…"));

  folli_dialog_name (button, NULL,
                     _ ("Saves what you have set as a look of your own; "
                        "renames, deletes, imports and exports looks"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (folli_own_looks_run),
                            dialog);
  return button;
}

static GtkWidget *
new_hair (FolliDialog *dialog)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("Match Ha_ir…"));

  folli_dialog_name (button, NULL,
                     _ ("Makes a look that continues the client's own hair "
                        "in the selection"));
  gtk_widget_set_sensitive (button, dialog->stage != NULL);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (folli_hair_run),
                            dialog);
  return button;
}

static void
free_looks (gpointer data)
{
  FolliLooks *looks = data;

  looks->dialog->looks = NULL;
  g_object_unref (looks->store);
  g_free (looks);
}

GtkWidget *
folli_dialog_new_looks (FolliDialog *dialog)
{
  GtkWidget  *box = folli_toolkit_new_box (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget  *row = folli_toolkit_new_box (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget  *title = gtk_label_new_with_mnemonic (_ ("Loo_k"));
  GtkWidget  *comment = gtk_label_new (NULL);
  FolliLooks *looks = g_new0 (FolliLooks, 1);
  GtkWidget  *view;

  looks->dialog = dialog;
  looks->store = gtk_list_store_new (N_COLUMNS, GDK_TYPE_PIXBUF, G_TYPE_STRING,
                                     G_TYPE_STRING, G_TYPE_STRING);
  looks->comment = GTK_LABEL (comment);
  view = new_view (looks);
  folli_toolkit_align (title);
  folli_toolkit_align (comment);
  gtk_label_set_ellipsize (looks->comment, PANGO_ELLIPSIZE_END);
  gtk_label_set_mnemonic_widget (GTK_LABEL (title), view);
  gtk_box_pack_start (GTK_BOX (row), title, FALSE, FALSE, 0);
  gtk_box_pack_end (GTK_BOX (row), folli_dialog_new_before (dialog), FALSE,
                    FALSE, 0);
  gtk_box_pack_end (GTK_BOX (row), new_own_looks (dialog), FALSE, FALSE, 0);
  gtk_box_pack_end (GTK_BOX (row), new_hair (dialog), FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), row, FALSE, FALSE, 0);
  gtk_box_pack_start (
      GTK_BOX (box),
      folli_toolkit_new_scroller (view, LEAST_HEIGHT_PX, HEIGHT_PX), TRUE, TRUE,
      0);
  gtk_box_pack_start (GTK_BOX (box), comment, FALSE, FALSE, 0);
  g_object_set_data_full (G_OBJECT (box), "folli-looks", looks, free_looks);
  dialog->looks = looks;
  folli_dialog_follow (dialog, follow, looks);
  return box;
}
