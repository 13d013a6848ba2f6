/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/dialog/tuner.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "gimp/dialog/age.h"
#include "gimp/dialog/number.h"
#include "gimp/dialog/toolkit.h"
#include "gimp/label.h"
#include "gimp/tuning.h"

#define SLIDER_WIDTH_PX 110

/* With and without its picture. */
#define WAY_BACK_WIDTH_PX 30

/* Columns of the table. */
enum
{
  COLUMN_LABEL,
  COLUMN_PRESETS,
  COLUMN_SLIDER,
  COLUMN_NUMBER,
  COLUMN_UNIT,
  COLUMN_WAY_BACK
};

/* One row of the dialog while it is open; @presets may be NULL. */
typedef struct
{
  FolliDialog     *dialog;
  FolliParameterId parameter;
  FolliPresetKind  kind;
  GtkWidget       *label;
  GtkComboBox     *presets;
  GtkAdjustment   *slider;
  GtkAdjustment   *number;
  GtkWidget       *way_back;
} Row;

GtkWidget *
folli_dialog_attach_label (GtkWidget  *table,
                           int         row,
                           const char *text,
                           GtkWidget  *target)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (text);

  folli_toolkit_align (label);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), target);
  folli_toolkit_attach (table, label, COLUMN_LABEL, row, 1, FALSE);
  return label;
}

void
folli_dialog_name (GtkWidget *widget, const char *name, const char *description)
{
  AtkObject *accessible = gtk_widget_get_accessible (widget);

  if (name)
    atk_object_set_name (accessible, name);
  if (description)
    {
      atk_object_set_description (accessible, description);
      gtk_widget_set_tooltip_text (widget, description);
    }
}

GtkWidget *
folli_dialog_attach_way_back (GtkWidget *table,
                              int        row,
                              GtkWidget *label,
                              GCallback  func,
                              gpointer   data)
{
  GtkWidget       *button = gtk_button_new ();
  g_autofree char *plain
      = folli_label_get_plain (gtk_label_get_label (GTK_LABEL (label)));
  g_autofree char *name
      = g_strdup_printf (_ ("%s: back to what the look says"), plain);

  gtk_button_set_image (
      GTK_BUTTON (button),
      gtk_image_new_from_icon_name ("edit-undo", GTK_ICON_SIZE_MENU));
  gtk_widget_set_no_show_all (gtk_button_get_image (GTK_BUTTON (button)), TRUE);
  gtk_button_set_relief (GTK_BUTTON (button), GTK_RELIEF_NONE);
  gtk_widget_set_size_request (button, WAY_BACK_WIDTH_PX, -1);
  folli_dialog_name (button, name, name);
  g_signal_connect_swapped (button, "clicked", func, data);
  folli_toolkit_attach (table, button, COLUMN_WAY_BACK, row, 1, FALSE);
  return button;
}

void
folli_dialog_embolden (GtkWidget *label, gboolean is_bold)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (
      attributes, pango_attr_weight_new (is_bold ? PANGO_WEIGHT_BOLD
                                                 : PANGO_WEIGHT_NORMAL));
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  pango_attr_list_unref (attributes);
}

void
folli_dialog_mark (GtkWidget *label, GtkWidget *way_back, gboolean differs)
{
  folli_dialog_embolden (label, differs);
  gtk_widget_set_sensitive (way_back, differs);
  gtk_widget_set_visible (gtk_button_get_image (GTK_BUTTON (way_back)),
                          differs);
}

/* Fine enough for what the number's unit is. */
static int
get_n_digits (const FolliParameter *parameter)
{
  const double range = parameter->ui_maximum - parameter->ui_minimum;

  return range > 100 ? 0 : range > 10 ? 1 : 2;
}

static double
to_position (FolliParameterId parameter, double value)
{
  return parameter == FOLLI_AGE ? folli_age_to_position (value) : value;
}

static double
from_position (FolliParameterId parameter, double position)
{
  const int    n_digits = get_n_digits (folli_parameter_get (parameter));
  const double power = pow (10, n_digits);

  if (parameter == FOLLI_AGE)
    position = folli_age_from_position (position);
  return round (position * power) / power;
}

static void
set (Row *row, double value)
{
  FolliDialog *dialog = row->dialog;

  if (dialog->is_following)
    return;
  folli_tuning_set (dialog->settings, dialog->presets, row->parameter, value);
  folli_dialog_touch (dialog);
}

static void
take_number (Row *row)
{
  set (row, gtk_adjustment_get_value (row->number));
}

static void
take_slider (Row *row)
{
  set (row,
       from_position (row->parameter, gtk_adjustment_get_value (row->slider)));
}

static void
go_back (Row *row)
{
  FolliRecipe look;

  if (folli_tuning_make_look (row->dialog->settings, row->dialog->presets,
                              &look, NULL))
    set (row, look.value[row->parameter]);
}

/* What the preset in that place of the menu says; its place must exist. */
static double
get_preset (const Row *row, const FolliPresetInfo *preset)
{
  const gboolean   is_density = row->kind == FOLLI_PRESET_DENSITY;
  g_autofree char *look = folli_tuning_get_look (row->dialog->settings);
  FolliRecipe      recipe;

  if (!folli_presets_make_recipe (
          row->dialog->presets, look, is_density ? preset->id : "",
          is_density ? "" : preset->id, "", &recipe, NULL))
    return NAN;
  return recipe.value[row->parameter];
}

static void
take_preset (Row *row)
{
  guint                  n_presets;
  const FolliPresetInfo *presets
      = folli_presets_list (row->dialog->presets, row->kind, &n_presets);
  const int chosen = gtk_combo_box_get_active (row->presets);

  if (chosen >= 0 && (guint)chosen < n_presets)
    set (row, get_preset (row, &presets[chosen]));
}

/* The last entry stands for whatever has no name. */
static void
show_preset (Row *row, double value)
{
  guint                  n_presets;
  const FolliPresetInfo *presets
      = folli_presets_list (row->dialog->presets, row->kind, &n_presets);
  guint i = 0;

  while (i < n_presets && fabs (get_preset (row, &presets[i]) - value) > 1e-6)
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
  gtk_adjustment_set_value (row->number, recipe.value[row->parameter]);
  gtk_adjustment_set_value (
      row->slider, to_position (row->parameter, recipe.value[row->parameter]));
  if (row->presets)
    show_preset (row, recipe.value[row->parameter]);
  folli_dialog_mark (row->label, row->way_back,
                     recipe.value[row->parameter]
                         != look.value[row->parameter]);
}

static GtkWidget *
new_presets (Row *row)
{
  GtkWidget             *menu = gtk_combo_box_text_new ();
  guint                  n_presets;
  const FolliPresetInfo *presets
      = folli_presets_list (row->dialog->presets, row->kind, &n_presets);

  for (guint i = 0; i < n_presets; i++)
    gtk_combo_box_text_append_text (GTK_COMBO_BOX_TEXT (menu), presets[i].name);
  gtk_combo_box_text_append_text (GTK_COMBO_BOX_TEXT (menu), _ ("Own number"));
  row->presets = GTK_COMBO_BOX (menu);
  g_signal_connect_swapped (menu, "changed", G_CALLBACK (take_preset), row);
  return menu;
}

static GtkWidget *
new_slider (Row *row)
{
  const FolliParameter *parameter = folli_parameter_get (row->parameter);
  const double          step = pow (10, -get_n_digits (parameter));
  GtkWidget            *slider;

  row->slider = GTK_ADJUSTMENT (gtk_adjustment_new (
      0, to_position (row->parameter, parameter->ui_minimum),
      to_position (row->parameter, parameter->ui_maximum),
      row->parameter == FOLLI_AGE ? 0.1 : step, 10 * step, 0));
  slider = folli_toolkit_new_slider (row->slider);
  gtk_widget_set_size_request (slider, SLIDER_WIDTH_PX, -1);
  if (row->parameter == FOLLI_AGE)
    folli_age_add_marks (GTK_SCALE (slider));
  g_signal_connect_swapped (row->slider, "value-changed",
                            G_CALLBACK (take_slider), row);
  return slider;
}

static GtkWidget *
new_number (Row *row)
{
  const FolliParameter *parameter = folli_parameter_get (row->parameter);
  const int             n_digits = get_n_digits (parameter);
  GtkWidget            *spin;

  row->number = GTK_ADJUSTMENT (
      gtk_adjustment_new (0, parameter->minimum, parameter->maximum,
                          pow (10, -n_digits), pow (10, 1 - n_digits), 0));
  spin = gtk_spin_button_new (row->number, 1, n_digits);
  folli_number_guard (spin);
  gtk_entry_set_width_chars (GTK_ENTRY (spin), 6);
  gtk_entry_set_activates_default (GTK_ENTRY (spin), TRUE);
  g_signal_connect_swapped (row->number, "value-changed",
                            G_CALLBACK (take_number), row);
  return spin;
}

static void
name_parts (GtkWidget *slider, GtkWidget *number, const Row *row)
{
  const FolliParameter *parameter = folli_parameter_get (row->parameter);
  g_autofree char      *label
      = folli_label_get_plain (gtk_label_get_label (GTK_LABEL (row->label)));

  folli_dialog_name (slider, label, _ (parameter->blurb));
  folli_dialog_name (number, label, _ (parameter->blurb));
  if (row->presets)
    folli_dialog_name (GTK_WIDGET (row->presets), label, _ (parameter->blurb));
}

void
folli_dialog_attach_tuner (FolliDialog      *dialog,
                           GtkWidget        *table,
                           int               at,
                           const FolliTuner *tuner)
{
  const FolliParameter *parameter = folli_parameter_get (tuner->parameter);
  Row                  *row = g_new0 (Row, 1);
  GtkWidget            *slider, *number, *unit;

  row->dialog = dialog;
  row->parameter = tuner->parameter;
  row->kind = tuner->kind;
  slider = new_slider (row);
  number = new_number (row);
  row->label = folli_dialog_attach_label (table, at, _ (tuner->label), number);
  if (tuner->kind < FOLLI_PRESET_N_KINDS)
    folli_toolkit_attach (table, new_presets (row), COLUMN_PRESETS, at, 1,
                          FALSE);
  folli_toolkit_attach (table, slider,
                        row->presets ? COLUMN_SLIDER : COLUMN_PRESETS, at,
                        row->presets ? 1 : 2, TRUE);
  folli_toolkit_attach (table, number, COLUMN_NUMBER, at, 1, FALSE);
  /* Of "", gettext makes the header of the catalogue. */
  unit = gtk_label_new (*parameter->unit ? _ (parameter->unit) : "");
  folli_toolkit_align (unit);
  folli_toolkit_attach (table, unit, COLUMN_UNIT, at, 1, FALSE);
  row->way_back = folli_dialog_attach_way_back (table, at, row->label,
                                                G_CALLBACK (go_back), row);
  name_parts (slider, number, row);
  g_object_set_data_full (G_OBJECT (number), "folli-row", row, g_free);
  folli_dialog_follow (dialog, follow, row);
}
