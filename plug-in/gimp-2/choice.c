/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "choice.h"

#include <glib/gi18n-lib.h>

enum
{
  COLUMN_LABEL,
  COLUMN_VALUE,
  N_COLUMNS
};

/* What belongs to one menu; @other is NULL where nothing can be written. */
typedef struct
{
  FolliDialog    *dialog;
  FolliArgumentId id;
  GtkListStore   *store;
  GtkComboBox    *menu;
  GtkWidget      *other;
} Choice;

static Choice *
get_choice (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), "folli-choice");
}

GtkWidget *
folli_choice_new (FolliDialog *dialog, FolliArgumentId id)
{
  GtkWidget       *box = gtk_hbox_new (FALSE, 6);
  GtkCellRenderer *renderer = gtk_cell_renderer_text_new ();
  Choice          *choice = g_new0 (Choice, 1);

  choice->dialog = dialog;
  choice->id = id;
  choice->store = gtk_list_store_new (N_COLUMNS, G_TYPE_STRING, G_TYPE_STRING);
  choice->menu = GTK_COMBO_BOX (
      gtk_combo_box_new_with_model (GTK_TREE_MODEL (choice->store)));
  g_object_unref (choice->store);
  gtk_cell_layout_pack_start (GTK_CELL_LAYOUT (choice->menu), renderer, TRUE);
  gtk_cell_layout_add_attribute (GTK_CELL_LAYOUT (choice->menu), renderer,
                                 "text", COLUMN_LABEL);
  gtk_box_pack_start (GTK_BOX (box), GTK_WIDGET (choice->menu), TRUE, TRUE, 0);
  g_object_set_data_full (G_OBJECT (box), "folli-choice", choice, g_free);
  return box;
}

void
folli_choice_add (GtkWidget *widget, const char *value, const char *label)
{
  gtk_list_store_insert_with_values (get_choice (widget)->store, NULL, -1,
                                     COLUMN_LABEL, label, COLUMN_VALUE, value,
                                     -1);
}

static void
add_other (GtkWidget *widget, GtkWidget *other, const char *label)
{
  Choice *choice = get_choice (widget);

  choice->other = other;
  gtk_box_pack_start (GTK_BOX (widget), other, FALSE, FALSE, 0);
  gtk_widget_set_no_show_all (other, TRUE);
  folli_choice_add (widget, NULL, label);
}

void
folli_choice_add_number (GtkWidget *widget, FolliParameterId id)
{
  const FolliParameter *parameter = folli_parameter_get (id);
  double                range = parameter->ui_maximum - parameter->ui_minimum;
  double                step = range > 10 ? 1 : 0.01;
  GtkWidget       *spin = gtk_spin_button_new_with_range (parameter->minimum,
                                                          parameter->maximum, step);
  g_autofree char *label
      = *parameter->unit
            ? g_strdup_printf (_ ("Another (%s):"), parameter->unit)
            : g_strdup (_ ("Another:"));

  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin), step < 1 ? 2 : 1);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin), parameter->fallback);
  add_other (widget, spin, label);
}

void
folli_choice_add_color (GtkWidget *widget)
{
  GimpRGB    color;
  GtkWidget *button;

  gimp_rgb_parse_hex (&color, FOLLI_SHADE_FALLBACK, -1);
  button = gimp_color_button_new (_ ("Shade of the pigment"), 60, 20, &color,
                                  GIMP_COLOR_AREA_FLAT);
  add_other (widget, button, _ ("Another colour:"));
}

static char *
get_other_text (GtkWidget *other)
{
  char    text[G_ASCII_DTOSTR_BUF_SIZE];
  GimpRGB color;
  guchar  r, g, b;

  if (GTK_IS_SPIN_BUTTON (other))
    return g_strdup (
        g_ascii_formatd (text, sizeof text, "%.10g",
                         gtk_spin_button_get_value (GTK_SPIN_BUTTON (other))));

  gimp_color_button_get_color (GIMP_COLOR_BUTTON (other), &color);
  gimp_rgb_get_uchar (&color, &r, &g, &b);
  return g_strdup_printf ("#%02x%02x%02x", r, g, b);
}

/* FALSE if the text is nothing that can be written there. */
static gboolean
set_other_text (GtkWidget *other, const char *text)
{
  GimpRGB color;
  char   *end;
  double  number;

  if (GTK_IS_SPIN_BUTTON (other))
    {
      number = g_ascii_strtod (text, &end);
      if (end == text || *end)
        return FALSE;
      gtk_spin_button_set_value (GTK_SPIN_BUTTON (other), number);
      return TRUE;
    }
  if (*text != '#' || !gimp_rgb_parse_hex (&color, text, -1))
    return FALSE;
  gimp_color_button_set_color (GIMP_COLOR_BUTTON (other), &color);
  return TRUE;
}

/* Takes what the widgets show into the settings. */
static void
take (Choice *choice)
{
  FolliSettings   *settings = choice->dialog->settings;
  g_autofree char *value = NULL;
  GtkTreeIter      row;

  if (!gtk_combo_box_get_active_iter (choice->menu, &row))
    return;
  gtk_tree_model_get (GTK_TREE_MODEL (choice->store), &row, COLUMN_VALUE,
                      &value, -1);
  if (choice->other)
    gtk_widget_set_visible (choice->other, !value);
  if (!value)
    value = get_other_text (choice->other);

  if (folli_argument_get (choice->id)->type == FOLLI_TYPE_STRING)
    folli_settings_set_text (settings, choice->id, value);
  else
    settings->number[choice->id] = g_ascii_strtod (value, NULL);
  folli_dialog_touch (choice->dialog);
}

static char *
get_setting (const Choice *choice)
{
  const FolliSettings *settings = choice->dialog->settings;
  char                 text[G_ASCII_DTOSTR_BUF_SIZE];

  if (folli_argument_get (choice->id)->type == FOLLI_TYPE_STRING)
    return g_strdup (settings->text[choice->id]);
  return g_strdup (g_ascii_formatd (text, sizeof text, "%.10g",
                                    settings->number[choice->id]));
}

/* Finds the row of a value, or that of the widget beside the menu. */
static gboolean
find_row (const Choice *choice, const char *wanted, GtkTreeIter *row)
{
  GtkTreeModel *model = GTK_TREE_MODEL (choice->store);
  gboolean      is_there = gtk_tree_model_get_iter_first (model, row);

  for (; is_there; is_there = gtk_tree_model_iter_next (model, row))
    {
      g_autofree char *value = NULL;

      gtk_tree_model_get (model, row, COLUMN_VALUE, &value, -1);
      if (value ? g_strcmp0 (value, wanted) == 0
                : set_other_text (choice->other, wanted))
        return TRUE;
    }
  return FALSE;
}

void
folli_choice_finish (GtkWidget *widget)
{
  Choice          *choice = get_choice (widget);
  g_autofree char *setting = get_setting (choice);
  GtkTreeIter      row;

  if (find_row (choice, setting, &row))
    gtk_combo_box_set_active_iter (choice->menu, &row);
  else
    gtk_combo_box_set_active (choice->menu, 0);
  take (choice);

  g_signal_connect_swapped (choice->menu, "changed", G_CALLBACK (take), choice);
  if (choice->other)
    g_signal_connect_swapped (
        choice->other,
        GTK_IS_SPIN_BUTTON (choice->other) ? "value-changed" : "color-changed",
        G_CALLBACK (take), choice);
}
