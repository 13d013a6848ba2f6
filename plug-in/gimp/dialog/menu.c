/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/dialog/menu.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "gimp/sheet/text.h"

/* The menu, and what scripts write for each of its entries. */
typedef struct
{
  FolliDialog    *dialog;
  FolliArgumentId id;
  FolliMenuFill   fill;
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
fill_anew (Menu *menu)
{
  gtk_list_store_clear (GTK_LIST_STORE (gtk_combo_box_get_model (menu->box)));
  g_ptr_array_set_size (menu->values, 0);
  menu->fill (menu->dialog, add, menu);
}

/* Returns its place, or the number of entries. */
static guint
find (const Menu *menu, const char *value)
{
  guint i = 0;

  while (i < menu->values->len
         && strcmp (g_ptr_array_index (menu->values, i), value) != 0)
    i++;
  return i;
}

/* What is wanted may have come into the image since the menu was filled. */
static void
follow (gpointer data)
{
  Menu       *menu = data;
  const char *wanted = menu->dialog->settings->text[menu->id];
  guint       i = find (menu, wanted);

  if (i == menu->values->len)
    {
      fill_anew (menu);
      i = find (menu, wanted);
    }
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
  menu->fill = fill;
  menu->box = GTK_COMBO_BOX (box);
  menu->values = g_ptr_array_new_with_free_func (g_free);
  fill (dialog, add, menu);
  g_object_set_data_full (G_OBJECT (box), "folli-menu", menu, free_menu);
  g_signal_connect_swapped (box, "changed", G_CALLBACK (take), menu);
  folli_dialog_follow (dialog, follow, menu);
  return box;
}

void
folli_menu_list_named (FolliHost    *host,
                       FolliMaskKind kind,
                       FolliListFunc func,
                       gpointer      data)
{
  static const char *const WORDS[] = { [FOLLI_MASK_CHANNEL] = "channel",
                                       [FOLLI_MASK_PATH] = "path",
                                       [FOLLI_MASK_LAYER] = "layer" };
  static const char *const LABELS[]
      = { [FOLLI_MASK_CHANNEL] = N_ ("Channel \"%s\""),
          [FOLLI_MASK_PATH] = N_ ("Path \"%s\""),
          [FOLLI_MASK_LAYER] = N_ ("Layer \"%s\"") };
  g_auto (GStrv) names = folli_host_list_names (host, kind);

  for (int i = 0; names[i]; i++)
    {
      g_autofree char *value = g_strdup_printf ("%s:%s", WORDS[kind], names[i]);
      g_autofree char *shown = folli_text_get_name (
          names[i], folli_text_is_right_to_left (_ (LABELS[kind])));
      g_autofree char *label = g_strdup_printf (_ (LABELS[kind]), shown);

      func (value, label, data);
    }
}
