/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/dialog/menu.h"

#include <string.h>

/* The menu, and what scripts write for each of its entries. */
typedef struct
{
  FolliDialog    *dialog;
  FolliArgumentId id;
  GtkComboBox    *box;
  GPtrArray      *values;
} Menu;

static void
free_menu (gpointer data)
{
  Menu *menu = data;

  g_ptr_array_unref (menu->values);
  g_free (menu);
}

static void
add (const char *value, const char *label, gpointer data)
{
  Menu *menu = data;

  g_ptr_array_add (menu->values, g_strdup (value));
  gtk_combo_box_text_append_text (GTK_COMBO_BOX_TEXT (menu->box), label);
}

static void
take (Menu *menu)
{
  const int chosen = gtk_combo_box_get_active (menu->box);

  if (menu->dialog->is_following || chosen < 0)
    return;
  folli_settings_set_text (menu->dialog->settings, menu->id,
                           g_ptr_array_index (menu->values, chosen));
  folli_dialog_touch (menu->dialog);
}

static void
follow (gpointer data)
{
  Menu       *menu = data;
  const char *wanted = menu->dialog->settings->text[menu->id];
  guint       i = 0;

  while (i < menu->values->len
         && strcmp (g_ptr_array_index (menu->values, i), wanted) != 0)
    i++;
  if (i == menu->values->len && i > 0)
    {
      i = 0;
      folli_settings_set_text (menu->dialog->settings, menu->id,
                               g_ptr_array_index (menu->values, 0));
    }
  gtk_combo_box_set_active (menu->box, i);
}

GtkWidget *
folli_menu_new (FolliDialog *dialog, FolliArgumentId id, FolliMenuFill fill)
{
  GtkWidget *box = gtk_combo_box_text_new ();
  Menu      *menu = g_new0 (Menu, 1);

  menu->dialog = dialog;
  menu->id = id;
  menu->box = GTK_COMBO_BOX (box);
  menu->values = g_ptr_array_new_with_free_func (g_free);
  fill (dialog, add, menu);
  g_object_set_data_full (G_OBJECT (box), "folli-menu", menu, free_menu);
  g_signal_connect_swapped (box, "changed", G_CALLBACK (take), menu);
  folli_dialog_follow (dialog, follow, menu);
  return box;
}
