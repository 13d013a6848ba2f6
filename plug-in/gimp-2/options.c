/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "choice.h"

static void
attach (GtkTable *table, FolliArgumentId id, GtkWidget *widget)
{
  const FolliArgument *argument = folli_argument_get (id);

  gtk_widget_set_tooltip_text (widget, _ (argument->blurb));
  gimp_table_attach_aligned (table, 0, id, _ (argument->label), 0, 0.5, widget,
                             1, FALSE);
}

static void
add_presets (GtkWidget *choice, FolliDialog *dialog, FolliPresetKind kind)
{
  guint                  n_presets;
  const FolliPresetInfo *presets
      = folli_presets_list (dialog->presets, kind, &n_presets);

  for (guint i = 0; i < n_presets; i++)
    folli_choice_add (choice, presets[i].id, presets[i].name);
}

static void
add_look (FolliDialog *dialog, GtkTable *table)
{
  GtkWidget *choice = folli_choice_new (dialog, FOLLI_ARGUMENT_LOOK);

  add_presets (choice, dialog, FOLLI_PRESET_LOOK);
  folli_choice_finish (choice);
  attach (table, FOLLI_ARGUMENT_LOOK, choice);
}

static void
add_preset_or_number (FolliDialog     *dialog,
                      GtkTable        *table,
                      FolliArgumentId  id,
                      FolliPresetKind  kind,
                      FolliParameterId parameter)
{
  GtkWidget *choice = folli_choice_new (dialog, id);

  folli_choice_add (choice, "", _ ("As the look"));
  add_presets (choice, dialog, kind);
  folli_choice_add_number (choice, parameter);
  folli_choice_finish (choice);
  attach (table, id, choice);
}

static void
add_shade (FolliDialog *dialog, GtkTable *table)
{
  GtkWidget *choice = folli_choice_new (dialog, FOLLI_ARGUMENT_SHADE);

  folli_choice_add (choice, "", _ ("As the look"));
  add_presets (choice, dialog, FOLLI_PRESET_SHADE);
  folli_choice_add_color (choice);
  folli_choice_finish (choice);
  attach (table, FOLLI_ARGUMENT_SHADE, choice);
}

static void
add_sessions (FolliDialog *dialog, GtkTable *table)
{
  GtkWidget *choice = folli_choice_new (dialog, FOLLI_ARGUMENT_SESSIONS);

  folli_choice_add (choice, "0", _ ("As the look"));
  folli_choice_add (choice, "1", _ ("First: sparse and light"));
  folli_choice_add (choice, "2", _ ("First and second"));
  folli_choice_add (choice, "3", _ ("All three"));
  folli_choice_finish (choice);
  attach (table, FOLLI_ARGUMENT_SESSIONS, choice);
}

static void
add_age (FolliDialog *dialog, GtkTable *table)
{
  GtkWidget *choice = folli_choice_new (dialog, FOLLI_ARGUMENT_AGE);

  folli_choice_add (choice, "-1", _ ("As the look"));
  folli_choice_add (choice, "0", _ ("Fresh"));
  folli_choice_add (choice, "1", _ ("Healed, after a month"));
  folli_choice_add (choice, "6", _ ("After half a year"));
  folli_choice_add (choice, "12", _ ("After a year"));
  folli_choice_add (choice, "36", _ ("After three years"));
  folli_choice_add (choice, "60", _ ("After five years"));
  folli_choice_add_number (choice, FOLLI_AGE);
  folli_choice_finish (choice);
  attach (table, FOLLI_ARGUMENT_AGE, choice);
}

static void
add_scale (FolliDialog *dialog, GtkTable *table)
{
  GtkWidget *choice = folli_choice_new (dialog, FOLLI_ARGUMENT_PIXELS_PER_CM);

  folli_choice_add (choice, "0",
                    folli_host_get_scale (dialog->host) > 0
                        ? _ ("As set for the image")
                        : _ ("Estimated from the mask"));
  folli_choice_add_number (choice, FOLLI_PIXELS_PER_CM);
  folli_choice_finish (choice);
  attach (table, FOLLI_ARGUMENT_PIXELS_PER_CM, choice);
}

static void
add_items (GtkWidget *choice, gint32 *items, int n_items, const char *kind)
{
  for (int i = 0; i < n_items; i++)
    {
      g_autofree char *name = gimp_item_get_name (items[i]);
      g_autofree char *value = g_strdup_printf ("%s:%s", kind, name);
      g_autofree char *label = NULL;

      if (*kind == 'c')
        label = g_strdup_printf (_ ("Channel \"%s\""), name);
      else if (*kind == 'p')
        label = g_strdup_printf (_ ("Path \"%s\""), name);
      else
        label = g_strdup_printf (_ ("Layer \"%s\""), name);
      folli_choice_add (choice, value, label);
    }
}

/* What the image has that can be a mask. */
static void
add_mask (FolliDialog *dialog, GtkTable *table)
{
  GtkWidget         *choice = folli_choice_new (dialog, FOLLI_ARGUMENT_MASK);
  gint32             image = dialog->host->image;
  g_autofree gint32 *channels = NULL;
  g_autofree gint32 *paths = NULL;
  g_autofree gint32 *layers = NULL;
  int                n_items;

  folli_choice_add (choice, "auto", _ ("Selection, else layer mask"));
  if (folli_host_has_mask (dialog->host, FOLLI_MASK_SELECTION))
    folli_choice_add (choice, "selection", _ ("Selection"));
  if (folli_host_has_mask (dialog->host, FOLLI_MASK_LAYER_MASK))
    folli_choice_add (choice, "layer-mask", _ ("Layer mask"));
  channels = gimp_image_get_channels (image, &n_items);
  add_items (choice, channels, n_items, "channel");
  paths = gimp_image_get_vectors (image, &n_items);
  add_items (choice, paths, n_items, "path");
  layers = gimp_image_get_layers (image, &n_items);
  add_items (choice, layers, n_items, "layer");
  folli_choice_finish (choice);
  attach (table, FOLLI_ARGUMENT_MASK, choice);
}

static void
add_output (FolliDialog *dialog, GtkTable *table)
{
  GtkWidget *choice = folli_choice_new (dialog, FOLLI_ARGUMENT_OUTPUT);

  folli_choice_add (choice, "layers", _ ("One layer per session"));
  folli_choice_add (choice, "layer", _ ("One layer"));
  folli_choice_add (choice, "merged", _ ("Into the photo itself"));
  folli_choice_finish (choice);
  attach (table, FOLLI_ARGUMENT_OUTPUT, choice);
}

static void
take_seed (GtkAdjustment *seed, FolliDialog *dialog)
{
  dialog->settings->number[FOLLI_ARGUMENT_SEED]
      = gtk_adjustment_get_value (seed);
  folli_dialog_touch (dialog);
}

static void
choose_seed (GtkAdjustment *seed)
{
  gtk_adjustment_set_value (seed, g_random_int_range (1, 1000000));
}

static void
add_seed (FolliDialog *dialog, GtkTable *table)
{
  GtkWidget     *box = gtk_hbox_new (FALSE, 6);
  GtkWidget     *button = gtk_button_new_with_mnemonic (_ ("A_nother"));
  GtkWidget     *spin;
  GtkAdjustment *seed;
  double         minimum, maximum;

  folli_argument_get_range (folli_argument_get (FOLLI_ARGUMENT_SEED), &minimum,
                            &maximum);
  spin = gtk_spin_button_new_with_range (minimum, maximum, 1);
  seed = gtk_spin_button_get_adjustment (GTK_SPIN_BUTTON (spin));
  gtk_adjustment_set_value (seed,
                            dialog->settings->number[FOLLI_ARGUMENT_SEED]);
  g_signal_connect (seed, "value-changed", G_CALLBACK (take_seed), dialog);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (choose_seed), seed);
  gtk_box_pack_start (GTK_BOX (box), spin, TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (box), button, FALSE, FALSE, 0);
  attach (table, FOLLI_ARGUMENT_SEED, box);
}

void
folli_dialog_add_options (FolliDialog *dialog, GtkTable *table)
{
  add_look (dialog, table);
  add_preset_or_number (dialog, table, FOLLI_ARGUMENT_DENSITY,
                        FOLLI_PRESET_DENSITY, FOLLI_DENSITY);
  add_preset_or_number (dialog, table, FOLLI_ARGUMENT_SIZE, FOLLI_PRESET_SIZE,
                        FOLLI_DIAMETER);
  add_shade (dialog, table);
  add_sessions (dialog, table);
  add_age (dialog, table);
  add_scale (dialog, table);
  add_mask (dialog, table);
  add_output (dialog, table);
  add_seed (dialog, table);
}
