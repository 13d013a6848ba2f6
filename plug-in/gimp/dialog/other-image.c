/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/dialog/other-image.h"

#include <glib/gi18n-lib.h>

#include "gimp/dialog/toolkit.h"
#include "gimp/dialog/tuner.h"
#include "gimp/made-layer.h"
#include "gimp/sheet/images.h"

/* The list, and what the dots of each image in it were made with. */
typedef struct
{
  FolliDialog *dialog;
  GtkComboBox *box;
  GPtrArray   *settings;
} Others;

static void
free_others (gpointer data)
{
  Others *others = data;

  g_ptr_array_unref (others->settings);
  g_free (others);
}

/* Returns NULL if Follicle has made nothing there, or several things of which
   none is worked on. */
static FolliSettings *
read_settings (FolliHost *host)
{
  g_auto (FolliMadeLayer) layer = { NULL };
  FolliSettings *settings;
  const double   px_per_cm = folli_host_get_scale (host);

  if (!folli_made_layer_read (host, &layer, NULL))
    return NULL;
  settings
      = folli_settings_from_string (&folli_dots_procedure, layer.text, NULL);
  if (settings && px_per_cm > 0)
    settings->number[FOLLI_ARGUMENT_PIXELS_PER_CM] = px_per_cm;
  return settings;
}

static void
list (Others *others)
{
  FolliHost *own = others->dialog->host;
  g_autoptr (GPtrArray) hosts = folli_host_list_open (own);

  for (guint i = 0; i < hosts->len; i++)
    {
      FolliHost       *host = g_ptr_array_index (hosts, i);
      g_autofree char *name = folli_host_get_name (host);
      FolliSettings   *settings
          = folli_host_is_same_image (host, own) ? NULL : read_settings (host);

      if (!settings)
        continue;
      g_ptr_array_add (others->settings, settings);
      gtk_combo_box_text_append_text (GTK_COMBO_BOX_TEXT (others->box), name);
    }
  gtk_combo_box_set_active (others->box, 0);
}

static void
take (Others *others)
{
  FolliDialog   *dialog = others->dialog;
  FolliSettings *ours = dialog->settings;
  g_autoptr (FolliSettings) taken = folli_settings_copy (g_ptr_array_index (
      others->settings, gtk_combo_box_get_active (others->box)));
  const double stated = ours->number[FOLLI_ARGUMENT_PIXELS_PER_CM];

  folli_settings_set_text (taken, FOLLI_ARGUMENT_MASK,
                           ours->text[FOLLI_ARGUMENT_MASK]);
  folli_settings_set_text (taken, FOLLI_ARGUMENT_OUTPUT,
                           ours->text[FOLLI_ARGUMENT_OUTPUT]);
  if (stated > 0 || folli_host_get_scale (dialog->host) > 0)
    taken->number[FOLLI_ARGUMENT_PIXELS_PER_CM] = stated;
  folli_settings_take (ours, taken);
  folli_dialog_touch (dialog);
}

static GtkWidget *
new_button (Others *others)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_ ("_Apply"));

  folli_dialog_name (button, NULL,
                     _ ("Takes over how the dots of another open image were "
                        "made: look, shade, seed and all other numbers; the "
                        "scale, too, where this image has none"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (take), others);
  return button;
}

void
folli_other_image_attach (FolliDialog *dialog, GtkWidget *table, int row)
{
  GtkWidget *box = gtk_combo_box_text_new ();
  Others    *others = g_new0 (Others, 1);
  GtkWidget *button = new_button (others);

  others->dialog = dialog;
  others->box = GTK_COMBO_BOX (box);
  others->settings
      = g_ptr_array_new_with_free_func ((GDestroyNotify)folli_settings_free);
  g_object_set_data_full (G_OBJECT (box), "folli-others", others, free_others);
  list (others);
  gtk_widget_set_sensitive (box, others->settings->len > 0);
  gtk_widget_set_sensitive (button, others->settings->len > 0);
  folli_dialog_attach_label (table, row, _ ("Settin_gs of"), box);
  folli_dialog_name (box, _ ("Settings of another open image"), NULL);
  folli_toolkit_attach (table, box, 1, row, 2, TRUE);
  folli_toolkit_attach (table, button, 3, row, 1, FALSE);
}
