/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/dialog/hair.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gimp/channels.h"
#include "gimp/dialog/menu.h"
#include "gimp/dialog/own-looks.h"
#include "gimp/dialog/toolkit.h"
#include "gimp/dialog/tuner.h"
#include "gimp/hair-match.h"

/* So that a report of some lines does not widen the window. */
#define WIDTH_CHARS 60

/* A menu of regions of the photo, and what scripts write for each. */
typedef struct
{
  GtkComboBox *box;
  GPtrArray   *values;
} Regions;

/* The window while it is open. */
typedef struct
{
  FolliDialog *dialog;
  GtkWidget   *window;
  Regions      regions[FOLLI_HAIR_N_MASKS];
  GtkEntry    *name;
  GtkLabel    *said;
  GtkWidget   *keeper;
} Hair;

static void
add (const char *value, const char *label, gpointer data)
{
  Regions *regions = data;

  g_ptr_array_add (regions->values, g_strdup (value));
  gtk_combo_box_text_append_text (GTK_COMBO_BOX_TEXT (regions->box), label);
}

static void
list_regions (Hair *hair, FolliHairMask which)
{
  FolliHost *host = hair->dialog->host;
  Regions   *regions = &hair->regions[which];

  if (which == FOLLI_HAIR_SKIN)
    add ("", _ ("Around the hair"), regions);
  add ("selection", _ ("What is selected"), regions);
  folli_menu_list_named (host, FOLLI_MASK_CHANNEL, add, regions);
  folli_menu_list_named (host, FOLLI_MASK_PATH, add, regions);
  gtk_combo_box_set_active (regions->box, 0);
}

static const char *
get_region (const Hair *hair, FolliHairMask which)
{
  const Regions *regions = &hair->regions[which];

  return g_ptr_array_index (regions->values,
                            gtk_combo_box_get_active (regions->box));
}

static void
attach (GtkWidget *table, int row, const char *text, GtkWidget *widget)
{
  GtkWidget *label = gtk_label_new_with_mnemonic (text);

  folli_toolkit_align (label);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), widget);
  folli_dialog_name (widget, gtk_label_get_text (GTK_LABEL (label)), NULL);
  folli_toolkit_attach (table, label, 0, row, 1, FALSE);
  folli_toolkit_attach (table, widget, 1, row, 1, TRUE);
}

static void
attach_regions (Hair         *hair,
                GtkWidget    *table,
                int           row,
                const char   *text,
                FolliHairMask which)
{
  Regions *regions = &hair->regions[which];

  regions->box = GTK_COMBO_BOX (gtk_combo_box_text_new ());
  regions->values = g_ptr_array_new_with_free_func (g_free);
  list_regions (hair, which);
  attach (table, row, text, GTK_WIDGET (regions->box));
}

static void
clear_regions (Hair *hair)
{
  for (guint i = 0; i < FOLLI_HAIR_N_MASKS; i++)
    g_clear_pointer (&hair->regions[i].values, g_ptr_array_unref);
}

static gboolean
is_area_selection (const FolliDialog *dialog)
{
  return dialog->plan && strcmp (dialog->plan->mask_text, "selection") == 0;
}

static void
keep_area (Hair *hair)
{
  FolliDialog *dialog = hair->dialog;
  g_autoptr (GError) error = NULL;
  g_autofree char *mask = NULL;
  g_autofree char *name = folli_host_add_channel (
      dialog->host, _ ("Follicle area"), dialog->plan->mask.map, &error);

  if (!name)
    {
      gtk_label_set_text (hair->said, error->message);
      return;
    }
  mask = g_strconcat ("channel:", name, NULL);
  folli_settings_set_text (dialog->settings, FOLLI_ARGUMENT_MASK, mask);
  folli_dialog_touch (dialog);
  gtk_widget_hide (hair->keeper);
  gtk_label_set_text (hair->said, _ ("Now select the hair in the image."));
}

static GtkWidget *
new_said (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  folli_toolkit_align (label);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  return label;
}

/* Whoever selects the hair where the dots' area is what is selected would have
   the dots stamped on the hair. */
static GtkWidget *
new_keeper (Hair *hair)
{
  GtkWidget *box = folli_toolkit_new_box (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *row = folli_toolkit_new_box (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button
      = gtk_button_new_with_mnemonic (_ ("_Keep the Area as a Channel"));

  gtk_box_pack_start (GTK_BOX (box),
                      new_said (_ ("The dots' area is what is selected. Keep "
                                   "it, then select the hair in the image.")),
                      FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (row), button, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), row, FALSE, FALSE, 0);
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (keep_area), hair);
  gtk_widget_show_all (box);
  gtk_widget_set_no_show_all (box, TRUE);
  gtk_widget_set_visible (box, is_area_selection (hair->dialog));
  return box;
}

static GtkWidget *
new_table (Hair *hair)
{
  GtkWidget *table = folli_toolkit_new_table ();
  GtkWidget *name = gtk_entry_new ();

  hair->name = GTK_ENTRY (name);
  gtk_entry_set_text (hair->name, _ ("Client's hair"));
  gtk_entry_set_activates_default (hair->name, TRUE);
  attach_regions (hair, table, 0, _ ("_Hair"), FOLLI_HAIR_REFERENCE);
  attach_regions (hair, table, 1, _ ("_Bare skin"), FOLLI_HAIR_SKIN);
  attach (table, 2, _ ("_Name"), name);
  return table;
}

static void
fill (Hair *hair)
{
  GtkWidget *content = gtk_dialog_get_content_area (GTK_DIALOG (hair->window));
  GtkWidget *box = folli_toolkit_new_box (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *said = new_said (NULL);

  hair->said = GTK_LABEL (said);
  hair->keeper = new_keeper (hair);
  gtk_label_set_selectable (hair->said, TRUE);
  gtk_widget_set_can_focus (said, FALSE);
  gtk_container_set_border_width (GTK_CONTAINER (box), 12);
  gtk_box_pack_start (GTK_BOX (box), hair->keeper, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), new_table (hair), FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), said, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (content), box, TRUE, TRUE, 0);
  gtk_widget_show_all (box);
}

/* Returns how near the dots come, or NULL. */
static char *
match (Hair *hair, GError **error)
{
  FolliDialog      *dialog = hair->dialog;
  const char *const names[FOLLI_HAIR_N_MASKS]
      = { get_region (hair, FOLLI_HAIR_REFERENCE),
          get_region (hair, FOLLI_HAIR_SKIN), "" };
  g_auto (FolliHairMatch) found
      = { .px_per_cm = dialog->settings->number[FOLLI_ARGUMENT_PIXELS_PER_CM] };
  g_autofree char *name
      = g_strstrip (g_strdup (gtk_entry_get_text (hair->name)));
  g_autofree char *look = NULL;
  g_autofree char *shade = NULL;

  if (!folli_hair_match_find (dialog->host, dialog->presets, names, &found,
                              error)
      || !folli_hair_match_save (&found, dialog->presets, name, &look, &shade,
                                 error))
    return NULL;
  folli_own_looks_reload (dialog, look);
  return folli_hair_match_report (&found);
}

static void
work (Hair *hair)
{
  while (gtk_dialog_run (GTK_DIALOG (hair->window)) == GTK_RESPONSE_APPLY)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *report = match (hair, &error);

      gtk_label_set_text (hair->said, report ? report : error->message);
    }
}

void
folli_hair_run (FolliDialog *dialog)
{
  Hair hair = { .dialog = dialog };

  hair.window = gtk_dialog_new_with_buttons (
      _ ("Match Hair"), GTK_WINDOW (dialog->window), GTK_DIALOG_MODAL,
      _ ("_Match"), GTK_RESPONSE_APPLY, _ ("_Close"), GTK_RESPONSE_CLOSE, NULL);
  gtk_dialog_set_default_response (GTK_DIALOG (hair.window),
                                   GTK_RESPONSE_APPLY);
  fill (&hair);
  work (&hair);
  gtk_widget_destroy (hair.window);
  clear_regions (&hair);
}
