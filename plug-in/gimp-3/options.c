/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dialog.h"

#include <glib/gi18n-lib.h>

static const char *
get_name (FolliArgumentId id)
{
  return folli_argument_get (id)->name;
}

static void
attach (GtkGrid *grid, FolliArgumentId id, GtkWidget *widget)
{
  const FolliArgument *argument = folli_argument_get (id);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ (argument->label));

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), widget);
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_widget_set_tooltip_text (widget, _ (argument->blurb));
  gtk_grid_attach (grid, label, 0, id, 1, 1);
  gtk_grid_attach (grid, widget, 1, id, 1, 1);
}

/* Ties a menu to an argument. A value that the menu does not have, such as a
   channel of another image, gives way to the first that it has. */
static void
attach_menu (FolliDialog    *dialog,
             GtkGrid        *grid,
             FolliArgumentId id,
             GtkComboBox    *menu)
{
  g_autofree char *value = NULL;

  g_object_get (dialog->config, get_name (id), &value, NULL);
  if (!gtk_combo_box_set_active_id (menu, value))
    gtk_combo_box_set_active (menu, 0);
  g_object_bind_property (menu, "active-id", dialog->config, get_name (id),
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  attach (grid, id, GTK_WIDGET (menu));
}

static void
attach_looks (FolliDialog *dialog, GtkGrid *grid)
{
  GtkComboBoxText       *menu = GTK_COMBO_BOX_TEXT (gtk_combo_box_text_new ());
  guint                  n_looks;
  const FolliPresetInfo *looks
      = folli_presets_list (dialog->presets, FOLLI_PRESET_LOOK, &n_looks);

  for (guint i = 0; i < n_looks; i++)
    gtk_combo_box_text_append (menu, looks[i].id, looks[i].name);
  attach_menu (dialog, grid, FOLLI_ARGUMENT_LOOK, GTK_COMBO_BOX (menu));
}

/* A preset's id to choose, or something else to write. */
static void
attach_presets (FolliDialog    *dialog,
                GtkGrid        *grid,
                FolliArgumentId id,
                FolliPresetKind kind)
{
  GtkListStore *store = gtk_list_store_new (2, G_TYPE_STRING, G_TYPE_STRING);
  GtkWidget    *box
      = gtk_combo_box_new_with_model_and_entry (GTK_TREE_MODEL (store));
  GtkWidget             *entry = gtk_bin_get_child (GTK_BIN (box));
  GtkCellRenderer       *name = gtk_cell_renderer_text_new ();
  guint                  n_presets;
  const FolliPresetInfo *presets
      = folli_presets_list (dialog->presets, kind, &n_presets);

  gtk_list_store_insert_with_values (store, NULL, -1, 0, "", 1,
                                     _ ("As the look"), -1);
  for (guint i = 0; i < n_presets; i++)
    gtk_list_store_insert_with_values (store, NULL, -1, 0, presets[i].id, 1,
                                       presets[i].name, -1);
  g_object_unref (store);

  gtk_combo_box_set_entry_text_column (GTK_COMBO_BOX (box), 0);
  gtk_cell_layout_clear (GTK_CELL_LAYOUT (box));
  gtk_cell_layout_pack_start (GTK_CELL_LAYOUT (box), name, TRUE);
  gtk_cell_layout_add_attribute (GTK_CELL_LAYOUT (box), name, "text", 1);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("As the look"));
  g_object_bind_property (dialog->config, get_name (id), entry, "text",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  attach (grid, id, box);
}

static gboolean
number_to_text (GBinding     *binding,
                const GValue *number,
                GValue       *text,
                gpointer      argument)
{
  const double value = g_value_get_double (number);

  if (value == ((const FolliArgument *)argument)->number)
    g_value_set_static_string (text, "");
  else
    g_value_take_string (text, g_strdup_printf ("%g", value));
  return TRUE;
}

/* Only what is a number in range gets through: the argument keeps its value
   while the user is still writing. */
static gboolean
text_to_number (GBinding     *binding,
                const GValue *text,
                GValue       *number,
                gpointer      data)
{
  const FolliArgument *argument = data;
  const char          *start = g_value_get_string (text);
  char                *end;
  double               value;

  if (!*start)
    value = argument->number;
  else
    {
      value = g_strtod (start, &end);
      if (*end || !folli_parameter_check (argument->parameter, value, NULL))
        return FALSE;
    }
  g_value_set_double (number, value);
  return TRUE;
}

/* A number that need not be stated: an empty entry says so. */
static void
attach_number (FolliDialog    *dialog,
               GtkGrid        *grid,
               FolliArgumentId id,
               const char     *unstated)
{
  const FolliArgument *argument = folli_argument_get (id);
  GtkWidget           *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), unstated);
  g_object_bind_property_full (dialog->config, argument->name, entry, "text",
                               G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE,
                               number_to_text, text_to_number,
                               (gpointer)argument, NULL);
  attach (grid, id, entry);
}

static void
attach_sessions (FolliDialog *dialog, GtkGrid *grid)
{
  GtkListStore *store = gimp_int_store_new (
      _ ("As the look"), 0, _ ("First: sparse and light"), 1,
      _ ("First and second"), 2, _ ("All three"), 3, NULL);
  GtkWidget *menu = gimp_prop_int_combo_box_new (
      G_OBJECT (dialog->config), get_name (FOLLI_ARGUMENT_SESSIONS),
      GIMP_INT_STORE (store));

  attach (grid, FOLLI_ARGUMENT_SESSIONS, menu);
}

/* "channel:Hairline" under "Channel Hairline" */
static void
append_items (GtkComboBoxText *menu,
              GList           *items,
              const char      *kind,
              const char      *label)
{
  for (GList *l = items; l; l = l->next)
    {
      g_autofree char *name = gimp_item_get_name (l->data);
      g_autofree char *id = g_strdup_printf ("%s:%s", kind, name);
      g_autofree char *text = g_strdup_printf (label, name);

      gtk_combo_box_text_append (menu, id, text);
    }
  g_list_free (items);
}

static void
attach_masks (FolliDialog *dialog, GtkGrid *grid)
{
  GtkComboBoxText *menu = GTK_COMBO_BOX_TEXT (gtk_combo_box_text_new ());
  GimpImage       *image = dialog->host->image;

  gtk_combo_box_text_append (menu, "auto", _ ("Selection, else layer mask"));
  if (folli_host_has_mask (dialog->host, FOLLI_MASK_SELECTION))
    gtk_combo_box_text_append (menu, "selection", _ ("Selection"));
  if (folli_host_has_mask (dialog->host, FOLLI_MASK_LAYER_MASK))
    gtk_combo_box_text_append (menu, "layer-mask", _ ("Layer mask"));
  append_items (menu, gimp_image_list_channels (image), "channel",
                _ ("Channel \"%s\""));
  append_items (menu, gimp_image_list_paths (image), "path", _ ("Path \"%s\""));
  append_items (menu, gimp_image_list_layers (image), "layer",
                _ ("Layer \"%s\""));
  attach_menu (dialog, grid, FOLLI_ARGUMENT_MASK, GTK_COMBO_BOX (menu));
}

static void
attach_outputs (FolliDialog *dialog, GtkGrid *grid)
{
  GtkComboBoxText *menu = GTK_COMBO_BOX_TEXT (gtk_combo_box_text_new ());

  gtk_combo_box_text_append (menu, "auto", _ ("Live effect"));
  gtk_combo_box_text_append (menu, "layers", _ ("One layer per session"));
  gtk_combo_box_text_append (menu, "layer", _ ("One layer"));
  gtk_combo_box_text_append (menu, "merged", _ ("Into the photo itself"));
  attach_menu (dialog, grid, FOLLI_ARGUMENT_OUTPUT, GTK_COMBO_BOX (menu));
}

static void
attach_seed (FolliDialog *dialog, GtkGrid *grid)
{
  GtkWidget *spin = gimp_prop_spin_button_new (
      G_OBJECT (dialog->config), get_name (FOLLI_ARGUMENT_SEED), 1, 10, 0);

  attach (grid, FOLLI_ARGUMENT_SEED, spin);
}

GtkWidget *
folli_dialog_new_options (FolliDialog *dialog)
{
  GtkWidget *widget = gtk_grid_new ();
  GtkGrid   *grid = GTK_GRID (widget);

  gtk_grid_set_row_spacing (grid, 6);
  gtk_grid_set_column_spacing (grid, 12);
  attach_looks (dialog, grid);
  attach_presets (dialog, grid, FOLLI_ARGUMENT_DENSITY, FOLLI_PRESET_DENSITY);
  attach_presets (dialog, grid, FOLLI_ARGUMENT_SIZE, FOLLI_PRESET_SIZE);
  attach_presets (dialog, grid, FOLLI_ARGUMENT_SHADE, FOLLI_PRESET_SHADE);
  attach_sessions (dialog, grid);
  attach_number (dialog, grid, FOLLI_ARGUMENT_AGE, _ ("As the look"));
  attach_number (dialog, grid, FOLLI_ARGUMENT_PIXELS_PER_CM,
                 folli_host_get_scale (dialog->host) > 0
                     ? _ ("As set for the image")
                     : _ ("Estimated from the mask"));
  attach_masks (dialog, grid);
  attach_outputs (dialog, grid);
  attach_seed (dialog, grid);
  return widget;
}
