/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/dialog/own-looks.h"

#include <glib/gi18n-lib.h>

#include "gimp/dialog/looks.h"
#include "gimp/dialog/toolkit.h"
#include "gimp/dialog/tuner.h"
#include "gimp/tuning.h"
#include "installation.h"

/* What can be done to a look. */
enum
{
  SAVE = 1,
  RENAME,
  DELETE,
  IMPORT,
  EXPORT
};

/* The window while it is open. */
typedef struct
{
  FolliDialog *dialog;
  GtkWidget   *window;
  GtkEntry    *name;
  GtkLabel    *said;
} OwnLooks;

static const FolliPresetInfo *
find_look (const FolliDialog *dialog)
{
  g_autofree char       *id = folli_tuning_get_look (dialog->settings);
  guint                  n_looks;
  const FolliPresetInfo *looks
      = folli_presets_list (dialog->presets, FOLLI_PRESET_LOOK, &n_looks);

  for (guint i = 0; i < n_looks; i++)
    if (g_strcmp0 (looks[i].id, id) == 0)
      return &looks[i];
  return NULL;
}

/* Renaming and deleting are for looks of the user's own. */
static void
show_look (OwnLooks *own)
{
  const FolliPresetInfo *look = find_look (own->dialog);

  if (look)
    gtk_entry_set_text (own->name, look->name);
  gtk_dialog_set_response_sensitive (GTK_DIALOG (own->window), RENAME,
                                     look && look->is_own);
  gtk_dialog_set_response_sensitive (GTK_DIALOG (own->window), DELETE,
                                     look && look->is_own);
}

void
folli_own_looks_reload (FolliDialog *dialog, const char *look)
{
  FolliPresets *presets = folli_presets_load_all ();

  dialog->presets = presets;
  g_clear_pointer (&dialog->own_presets, folli_presets_free);
  dialog->own_presets = presets;
  g_clear_object (&dialog->drawn_map);
  if (look)
    folli_tuning_take_look (dialog->settings, look);
  folli_dialog_touch (dialog);
}

static gboolean
save (OwnLooks *own, const char *name, GError **error)
{
  FolliDialog     *dialog = own->dialog;
  g_autofree char *id
      = folli_presets_make_id (dialog->presets, FOLLI_PRESET_LOOK, name);
  FolliPresetInfo info = { .id = id, .name = name };

  if (!folli_tuning_make_recipe (dialog->settings, dialog->presets,
                                 &info.recipe, error)
      || !folli_presets_save (dialog->presets, FOLLI_PRESET_LOOK, &info, FALSE,
                              error))
    return FALSE;
  folli_own_looks_reload (dialog, id);
  return TRUE;
}

static gboolean
rename_look (OwnLooks *own, const char *name, GError **error)
{
  FolliDialog     *dialog = own->dialog;
  g_autofree char *id = folli_tuning_get_look (dialog->settings);

  if (!folli_presets_rename (dialog->presets, FOLLI_PRESET_LOOK, id, id, name,
                             error))
    return FALSE;
  folli_own_looks_reload (dialog, NULL);
  return TRUE;
}

static gboolean
delete_look (OwnLooks *own, GError **error)
{
  FolliDialog     *dialog = own->dialog;
  g_autofree char *id = folli_tuning_get_look (dialog->settings);

  if (!folli_presets_remove (dialog->presets, FOLLI_PRESET_LOOK, id, error))
    return FALSE;
  folli_own_looks_reload (dialog,
                          folli_argument_get (FOLLI_ARGUMENT_LOOK)->text);
  return TRUE;
}

/* NULL if the user thinks better of it. */
static char *
ask_for_file (OwnLooks *own, gboolean is_save)
{
  GtkWidget *chooser = gtk_file_chooser_dialog_new (
      is_save ? _ ("Export Look") : _ ("Import Looks"),
      GTK_WINDOW (own->window),
      is_save ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN,
      _ ("_Cancel"), GTK_RESPONSE_CANCEL, _ ("_OK"), GTK_RESPONSE_OK, NULL);
  char *path = NULL;

  gtk_file_chooser_set_do_overwrite_confirmation (GTK_FILE_CHOOSER (chooser),
                                                  TRUE);
  if (is_save)
    gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), "look.ini");
  if (gtk_dialog_run (GTK_DIALOG (chooser)) == GTK_RESPONSE_OK)
    path = gtk_file_chooser_get_filename (GTK_FILE_CHOOSER (chooser));
  gtk_widget_destroy (chooser);
  return path;
}

static gboolean
import (OwnLooks *own, GError **error)
{
  g_autofree char *path = ask_for_file (own, FALSE);

  if (!path)
    return TRUE;
  if (!folli_presets_import (own->dialog->presets, path, FALSE, NULL, error))
    return FALSE;
  folli_own_looks_reload (own->dialog, NULL);
  return TRUE;
}

/* The chooser has asked whether a file is to be replaced. */
static gboolean export(OwnLooks *own, GError **error)
{
  g_autofree char *path = ask_for_file (own, TRUE);
  g_autofree char *id = folli_tuning_get_look (own->dialog->settings);

  return !path
         || folli_presets_export (own->dialog->own_presets, FOLLI_PRESET_LOOK,
                                  id, path, TRUE, error);
}

static gboolean
do_it (OwnLooks *own, int what, GError **error)
{
  g_autofree char *name
      = g_strstrip (g_strdup (gtk_entry_get_text (own->name)));

  switch (what)
    {
    case SAVE:
      return save (own, name, error);
    case RENAME:
      return rename_look (own, name, error);
    case DELETE:
      return delete_look (own, error);
    case IMPORT:
      return import (own, error);
    default:
      return export(own, error);
    }
}

/* Until the user closes the window. */
static void
work (OwnLooks *own)
{
  int what;

  while ((what = gtk_dialog_run (GTK_DIALOG (own->window))) > 0)
    {
      g_autoptr (GError) error = NULL;

      do_it (own, what, &error);
      gtk_label_set_text (own->said, error ? error->message : "");
      if (!error)
        show_look (own);
    }
}

static GtkWidget *
new_label (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  folli_toolkit_align (label);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  return label;
}

static char *
describe_folder (void)
{
  g_autofree char *ours = folli_installation_find (FOLLI_DATA_PRESETS);
  g_auto (GStrv) folders = folli_presets_list_folders (ours);

  return g_strdup_printf (_ ("They are files in %s"),
                          folders[g_strv_length (folders) - 1]);
}

static void
fill (OwnLooks *own)
{
  GtkWidget *content = gtk_dialog_get_content_area (GTK_DIALOG (own->window));
  GtkWidget *box = folli_toolkit_new_box (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Name"));
  GtkWidget *name = gtk_entry_new ();
  GtkWidget *said = new_label (NULL);
  g_autofree char *folder = describe_folder ();

  own->name = GTK_ENTRY (name);
  own->said = GTK_LABEL (said);
  folli_toolkit_align (label);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), name);
  gtk_entry_set_activates_default (own->name, TRUE);
  gtk_container_set_border_width (GTK_CONTAINER (box), 12);
  gtk_box_pack_start (GTK_BOX (box), label, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), name, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), said, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), new_label (folder), FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (content), box, TRUE, TRUE, 0);
  gtk_widget_show_all (box);
}

void
folli_own_looks_run (FolliDialog *dialog)
{
  OwnLooks own = { .dialog = dialog };

  if (!dialog->own_presets)
    folli_own_looks_reload (dialog, NULL);
  own.window = gtk_dialog_new_with_buttons (
      _ ("Your Looks"), GTK_WINDOW (dialog->window), GTK_DIALOG_MODAL,
      _ ("_Save as New"), SAVE, _ ("_Rename"), RENAME, _ ("_Delete"), DELETE,
      _ ("_Import…"), IMPORT, _ ("_Export…"), EXPORT, _ ("_Close"),
      GTK_RESPONSE_CLOSE, NULL);
  gtk_dialog_set_default_response (GTK_DIALOG (own.window), SAVE);
  fill (&own);
  show_look (&own);
  work (&own);
  gtk_widget_destroy (own.window);
}
