/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "gimp/dialog/toolkit.h"
#include "gimp/dialog/tuner.h"
#include "gimp/tuning.h"

#define SWATCH_WIDTH_PX 24
#define SWATCH_HEIGHT_PX 14

enum
{
  COLUMN_SWATCH,
  COLUMN_NAME,
  N_COLUMNS
};

/* The row while the dialog is open. */
typedef struct
{
  FolliDialog *dialog;
  GtkWidget   *label;
  GtkComboBox *presets;
  GtkWidget   *color;
  GtkWidget   *way_back;
} Row;

static GdkPixbuf *
new_swatch (const char *color)
{
  GdkPixbuf    *swatch = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8,
                                         SWATCH_WIDTH_PX, SWATCH_HEIGHT_PX);
  const guint32 rgb = strtoul (color + 1, NULL, 16);

  gdk_pixbuf_fill (swatch, rgb << 8 | 0xff);
  return swatch;
}

static gboolean
get_preset (const Row *row, const char *shade, FolliRecipe *recipe)
{
  g_autofree char *look = folli_tuning_get_look (row->dialog->settings);

  return folli_presets_make_recipe (row->dialog->presets, look, "", "", shade,
                                    recipe, NULL);
}

static void
set (Row *row, const char *shade)
{
  FolliDialog *dialog = row->dialog;

  if (dialog->is_following)
    return;
  folli_tuning_set_shade (dialog->settings, dialog->presets, shade);
  folli_dialog_touch (dialog);
}

static void
take_color (const char *color, gpointer row)
{
  set (row, color);
}

static void
take_preset (Row *row)
{
  guint                  n_presets;
  const FolliPresetInfo *presets = folli_presets_list (
      row->dialog->presets, FOLLI_PRESET_SHADE, &n_presets);
  const int chosen = gtk_combo_box_get_active (row->presets);

  if (chosen >= 0 && (guint)chosen < n_presets)
    set (row, presets[chosen].id);
}

static void
go_back (Row *row)
{
  set (row, "");
}

/* The last entry stands for whatever has no name. */
static void
show_preset (Row *row, const char *color)
{
  guint                  n_presets;
  const FolliPresetInfo *presets = folli_presets_list (
      row->dialog->presets, FOLLI_PRESET_SHADE, &n_presets);
  FolliRecipe recipe;
  guint       i = 0;

  while (i < n_presets
         && !(get_preset (row, presets[i].id, &recipe)
              && strcmp (recipe.shade, color) == 0))
    i++;
  gtk_combo_box_set_active (row->presets, i);
}

static void
follow (gpointer data)
{
  Row        *row = data;
  FolliRecipe recipe, look;

  if (!folli_tuning_make_recipe (row->dialog->settings, row->dialog->presets,
                                 &recipe, NULL)
      || !folli_tuning_make_look (row->dialog->settings, row->dialog->presets,
                                  &look, NULL))
    return;
  folli_toolkit_show_color (row->color, recipe.shade);
  show_preset (row, recipe.shade);
  folli_dialog_mark (row->label, row->way_back,
                     strcmp (recipe.shade, look.shade) != 0);
}

static void
add_entry (GtkListStore *store, const char *color, const char *name)
{
  GdkPixbuf *swatch = color ? new_swatch (color) : NULL;

  gtk_list_store_insert_with_values (store, NULL, -1, COLUMN_SWATCH, swatch,
                                     COLUMN_NAME, name, -1);
  g_clear_object (&swatch);
}

static GtkWidget *
new_presets (Row *row)
{
  GtkListStore *store
      = gtk_list_store_new (N_COLUMNS, GDK_TYPE_PIXBUF, G_TYPE_STRING);
  GtkWidget       *menu = gtk_combo_box_new_with_model (GTK_TREE_MODEL (store));
  GtkCellRenderer *swatch = gtk_cell_renderer_pixbuf_new ();
  GtkCellRenderer *name = gtk_cell_renderer_text_new ();
  guint            n_presets;
  const FolliPresetInfo *presets = folli_presets_list (
      row->dialog->presets, FOLLI_PRESET_SHADE, &n_presets);
  FolliRecipe recipe;

  for (guint i = 0; i < n_presets; i++)
    if (get_preset (row, presets[i].id, &recipe))
      add_entry (store, recipe.shade, presets[i].name);
  add_entry (store, NULL, _ ("Own colour"));
  g_object_unref (store);

  gtk_cell_layout_pack_start (GTK_CELL_LAYOUT (menu), swatch, FALSE);
  gtk_cell_layout_add_attribute (GTK_CELL_LAYOUT (menu), swatch, "pixbuf",
                                 COLUMN_SWATCH);
  gtk_cell_layout_pack_start (GTK_CELL_LAYOUT (menu), name, TRUE);
  gtk_cell_layout_add_attribute (GTK_CELL_LAYOUT (menu), name, "text",
                                 COLUMN_NAME);
  g_object_set (swatch, "xpad", 3, NULL);
  row->presets = GTK_COMBO_BOX (menu);
  g_signal_connect_swapped (menu, "changed", G_CALLBACK (take_preset), row);
  return menu;
}

void
folli_dialog_attach_shade (FolliDialog *dialog, GtkWidget *table, int at)
{
  Row       *row = g_new0 (Row, 1);
  GtkWidget *menu;

  row->dialog = dialog;
  menu = new_presets (row);
  row->color = folli_toolkit_new_color_button (_ ("Shade of the pigment"),
                                               take_color, row);
  row->label = folli_dialog_attach_label (table, at, _ ("Sh_ade"), menu);
  folli_toolkit_attach (table, menu, 1, at, 2, TRUE);
  folli_toolkit_attach (table, row->color, 3, at, 1, FALSE);
  row->way_back = folli_dialog_attach_way_back (table, at, row->label,
                                                G_CALLBACK (go_back), row);
  folli_dialog_name (menu, _ ("Shade"), _ ("The pigment's own colour"));
  folli_dialog_name (row->color, _ ("Own colour"),
                     _ ("Chooses a colour of your own"));
  g_object_set_data_full (G_OBJECT (menu), "folli-row", row, g_free);
  folli_dialog_follow (dialog, follow, row);
}
