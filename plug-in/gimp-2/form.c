/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form.h"

#include <glib/gi18n-lib.h>
#include <libgimp/gimpui.h>
#include <math.h>

#include "gimp/dialog/number.h"
#include "gimp/help.h"
#include "gimp/tail.h"

#define REMARK_WIDTH_PX 360

/* The dialog while it is open. */
typedef struct
{
  FolliHost     *host;
  FolliSettings *settings;
  GtkWidget     *window;
  GtkTable      *table;
  int            n_rows;
  GtkWidget     *remark;
} Form;

static const FolliArgument *
get_argument (Form *form, int id)
{
  return &form->settings->procedure->arguments[id];
}

/* Says what the arguments come to, or what is wrong with them. */
static void
update (Form *form)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = folli_procedure_describe (
      form->settings->procedure, form->host, form->settings, &error);

  gtk_label_set_text (GTK_LABEL (form->remark), text ? text : error->message);
  gtk_dialog_set_response_sensitive (GTK_DIALOG (form->window), GTK_RESPONSE_OK,
                                     text != NULL);
}

static void
attach_row (Form       *form,
            const char *title,
            const char *blurb,
            GtkWidget  *field,
            GtkWidget  *focus)
{
  const int  row = form->n_rows++;
  GtkWidget *label = gtk_label_new_with_mnemonic (title);

  gtk_misc_set_alignment (GTK_MISC (label), 0, 0.5);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), focus);
  gimp_help_set_help_data (focus, blurb, NULL);
  gtk_table_attach (form->table, label, 0, 1, row, row + 1, GTK_FILL, GTK_FILL,
                    0, 0);
  gtk_table_attach (form->table, field, 1, 2, row, row + 1,
                    GTK_EXPAND | GTK_FILL, GTK_FILL, 0, 0);
}

static void
attach (Form *form, int id, GtkWidget *field, GtkWidget *focus)
{
  const FolliArgument *argument = get_argument (form, id);

  attach_row (form, _ (argument->label), _ (argument->blurb), field, focus);
}

static int
get_id (gpointer widget)
{
  return GPOINTER_TO_INT (g_object_get_data (G_OBJECT (widget), "folli-id"));
}

static void
set_id (gpointer widget, int id)
{
  g_object_set_data (G_OBJECT (widget), "folli-id", GINT_TO_POINTER (id));
}

static void
take_number (GtkSpinButton *spin, Form *form)
{
  form->settings->number[get_id (spin)] = gtk_spin_button_get_value (spin);
  update (form);
}

/* The entry of a tail is known to that of what it stands behind. */
static void
take_text (GtkEntry *entry, Form *form)
{
  const int        id = get_id (entry);
  GtkEntry        *rest = g_object_get_data (G_OBJECT (entry), "folli-rest");
  g_autofree char *text = rest ? folli_tail_join (gtk_entry_get_text (entry),
                                                  get_argument (form, id)->tail,
                                                  gtk_entry_get_text (rest))
                               : g_strdup (gtk_entry_get_text (entry));

  folli_settings_set_text (form->settings, id, text);
  update (form);
}

static void
take_rest (GtkEntry *rest, Form *form)
{
  take_text (g_object_get_data (G_OBJECT (rest), "folli-head"), form);
}

enum
{
  COLUMN_LABEL,
  COLUMN_VALUE,
  N_COLUMNS
};

static char *
get_chosen (GtkComboBox *menu)
{
  GtkTreeIter iter;
  char       *value = NULL;

  if (gtk_combo_box_get_active_iter (menu, &iter))
    gtk_tree_model_get (gtk_combo_box_get_model (menu), &iter, COLUMN_VALUE,
                        &value, -1);
  return value;
}

static void
take_choice (GtkComboBox *menu, Form *form)
{
  g_autofree char *value = get_chosen (menu);

  if (!value)
    return;
  folli_settings_set_text (form->settings, get_id (menu), value);
  update (form);
}

static void
take_suggestion (GtkComboBox *menu, GtkSpinButton *spin)
{
  g_autofree char *value = get_chosen (menu);

  if (value && *value)
    gtk_spin_button_set_value (spin, g_ascii_strtod (value, NULL));
}

static void
add_choice (GtkListStore *store, const char *value, const char *label)
{
  gtk_list_store_insert_with_values (store, NULL, -1, COLUMN_LABEL, label,
                                     COLUMN_VALUE, value, -1);
}

/* What the image has of a kind, by name. */
static void
add_names (Form *form, GtkListStore *store, FolliMaskKind kind)
{
  const gboolean is_path = kind == FOLLI_MASK_PATH;
  g_auto (GStrv) names = folli_host_list_names (form->host, kind);

  for (char **name = names; *name; name++)
    {
      g_autofree char *value
          = g_strconcat (is_path ? "path:" : "channel:", *name, NULL);
      g_autofree char *label = g_strdup_printf (
          is_path ? _ ("Path \"%s\"") : _ ("Channel \"%s\""), *name);

      add_choice (store, value, label);
    }
}

static GtkWidget *
new_menu (Form *form, const FolliArgument *argument)
{
  GtkListStore *store
      = gtk_list_store_new (N_COLUMNS, G_TYPE_STRING, G_TYPE_STRING);
  GtkWidget       *menu = gtk_combo_box_new_with_model (GTK_TREE_MODEL (store));
  GtkCellRenderer *renderer = gtk_cell_renderer_text_new ();

  for (const FolliChoice *choice = argument->choices; choice->value; choice++)
    add_choice (store, choice->value, _ (choice->label));
  if (argument->hint == FOLLI_HINT_MASKS)
    add_names (form, store, FOLLI_MASK_CHANNEL);
  if (argument->hint == FOLLI_HINT_PATHS || argument->hint == FOLLI_HINT_MASKS)
    add_names (form, store, FOLLI_MASK_PATH);
  g_object_unref (store);
  gtk_cell_layout_pack_start (GTK_CELL_LAYOUT (menu), renderer, TRUE);
  gtk_cell_layout_add_attribute (GTK_CELL_LAYOUT (menu), renderer, "text",
                                 COLUMN_LABEL);
  return menu;
}

/* What the menu does not have, such as a path of another image, gives way to
   the first that it has. */
static void
choose (GtkComboBox *menu, const char *wanted)
{
  GtkTreeModel *model = gtk_combo_box_get_model (menu);
  GtkTreeIter   iter;
  gboolean      is_there = gtk_tree_model_get_iter_first (model, &iter);

  while (is_there)
    {
      g_autofree char *value = NULL;

      gtk_tree_model_get (model, &iter, COLUMN_VALUE, &value, -1);
      if (g_strcmp0 (value, wanted) == 0)
        {
          gtk_combo_box_set_active_iter (menu, &iter);
          return;
        }
      is_there = gtk_tree_model_iter_next (model, &iter);
    }
  gtk_combo_box_set_active (menu, 0);
}

static void
add_menu (Form *form, int id)
{
  GtkWidget *menu = new_menu (form, get_argument (form, id));

  set_id (menu, id);
  g_signal_connect (menu, "changed", G_CALLBACK (take_choice), form);
  choose (GTK_COMBO_BOX (menu), form->settings->text[id]);
  attach (form, id, menu, menu);
}

/* The entry without a value stands for all that have no name. */
static void
show_suggestion (GtkSpinButton *spin, GtkComboBox *menu)
{
  GtkTreeModel *model = gtk_combo_box_get_model (menu);
  const double  number = gtk_spin_button_get_value (spin);
  GtkTreeIter   iter;
  gboolean      is_there = gtk_tree_model_get_iter_first (model, &iter);

  for (int i = 0; is_there; i++)
    {
      g_autofree char *value = NULL;

      gtk_tree_model_get (model, &iter, COLUMN_VALUE, &value, -1);
      if (*value == '\0' || fabs (g_ascii_strtod (value, NULL) - number) < 0.01)
        {
          gtk_combo_box_set_active (menu, i);
          return;
        }
      is_there = gtk_tree_model_iter_next (model, &iter);
    }
}

static void
add_number (Form *form, int id)
{
  const FolliArgument *argument = get_argument (form, id);
  GtkWidget           *box = gtk_hbox_new (FALSE, 6);
  GtkWidget           *spin, *menu;
  double               minimum, maximum;

  folli_argument_get_range (argument, &minimum, &maximum);
  spin = gtk_spin_button_new_with_range (minimum, maximum, 1);
  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (spin),
                              argument->type == FOLLI_TYPE_INT ? 0 : 2);
  folli_number_guard (spin);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (spin),
                             form->settings->number[id]);
  set_id (spin, id);
  g_signal_connect (spin, "value-changed", G_CALLBACK (take_number), form);
  gtk_box_pack_start (GTK_BOX (box), spin, TRUE, TRUE, 0);
  if (argument->choices)
    {
      menu = new_menu (form, argument);
      add_choice (
          GTK_LIST_STORE (gtk_combo_box_get_model (GTK_COMBO_BOX (menu))), "",
          _ ("Own number"));
      show_suggestion (GTK_SPIN_BUTTON (spin), GTK_COMBO_BOX (menu));
      g_signal_connect (menu, "changed", G_CALLBACK (take_suggestion), spin);
      g_signal_connect (spin, "value-changed", G_CALLBACK (show_suggestion),
                        menu);
      gtk_box_pack_start (GTK_BOX (box), menu, FALSE, FALSE, 0);
    }
  attach (form, id, box, spin);
}

static void
choose_file (GtkButton *button, GtkEntry *entry)
{
  const gboolean is_new
      = g_object_get_data (G_OBJECT (button), "folli-is-new") != NULL;
  GtkWidget *chooser = gtk_file_chooser_dialog_new (
      gtk_button_get_label (button),
      GTK_WINDOW (gtk_widget_get_toplevel (GTK_WIDGET (button))),
      is_new ? GTK_FILE_CHOOSER_ACTION_SAVE : GTK_FILE_CHOOSER_ACTION_OPEN,
      _ ("_Cancel"), GTK_RESPONSE_CANCEL, _ ("_OK"), GTK_RESPONSE_OK, NULL);

  gtk_file_chooser_set_do_overwrite_confirmation (GTK_FILE_CHOOSER (chooser),
                                                  TRUE);
  if (gtk_dialog_run (GTK_DIALOG (chooser)) == GTK_RESPONSE_OK)
    {
      g_autofree char *name
          = gtk_file_chooser_get_filename (GTK_FILE_CHOOSER (chooser));

      gtk_entry_set_text (entry, name);
    }
  gtk_widget_destroy (chooser);
}

/* With a button beside it that chooses a file, where that is meant. */
static GtkWidget *
new_entry (const char *text, FolliHint hint, GtkWidget **box)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *button;

  *box = gtk_hbox_new (FALSE, 6);
  gtk_entry_set_text (GTK_ENTRY (entry), text);
  gtk_box_pack_start (GTK_BOX (*box), entry, TRUE, TRUE, 0);
  if (hint != FOLLI_HINT_SAVE && hint != FOLLI_HINT_OPEN)
    return entry;
  button = gtk_button_new_with_mnemonic (_ ("_Browse..."));
  g_object_set_data (G_OBJECT (button), "folli-is-new",
                     GINT_TO_POINTER (hint == FOLLI_HINT_SAVE));
  g_signal_connect (button, "clicked", G_CALLBACK (choose_file), entry);
  gtk_box_pack_start (GTK_BOX (*box), button, FALSE, FALSE, 0);
  return entry;
}

static void
add_tail (Form *form, int id, GtkWidget *entry)
{
  const FolliTail *tail = get_argument (form, id)->tail;
  g_autofree char *head = NULL;
  g_autofree char *text = NULL;
  GtkWidget       *rest, *box;

  folli_tail_split (form->settings->text[id], tail, &head, &text);
  gtk_entry_set_text (GTK_ENTRY (entry), head);
  rest = new_entry (text, tail->hint, &box);
  g_object_set_data (G_OBJECT (entry), "folli-rest", rest);
  g_object_set_data (G_OBJECT (rest), "folli-head", entry);
  g_signal_connect (rest, "changed", G_CALLBACK (take_rest), form);
  attach_row (form, _ (tail->label), _ (tail->blurb), box, rest);
}

static void
add_text (Form *form, int id)
{
  const FolliArgument *argument = get_argument (form, id);
  GtkWidget           *box;
  GtkWidget *entry = new_entry (form->settings->text[id], argument->hint, &box);

  set_id (entry, id);
  attach (form, id, box, entry);
  if (argument->tail)
    add_tail (form, id, entry);
  g_signal_connect (entry, "changed", G_CALLBACK (take_text), form);
}

static void
add_field (Form *form, int id)
{
  const FolliArgument *argument = get_argument (form, id);

  if (argument->type != FOLLI_TYPE_STRING)
    add_number (form, id);
  else if (argument->choices)
    add_menu (form, id);
  else
    add_text (form, id);
}

static void
fill (Form *form)
{
  const int  n_arguments = form->settings->procedure->n_arguments;
  GtkWidget *content = gtk_dialog_get_content_area (GTK_DIALOG (form->window));
  GtkWidget *box = gtk_vbox_new (FALSE, 12);
  GtkWidget *table = gtk_table_new (MAX (1, 2 * n_arguments), 2, FALSE);

  form->table = GTK_TABLE (table);
  form->remark = gtk_label_new (NULL);
  gtk_label_set_line_wrap (GTK_LABEL (form->remark), TRUE);
  gtk_label_set_line_wrap_mode (GTK_LABEL (form->remark), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (form->remark), TRUE);
  gtk_widget_set_size_request (form->remark, REMARK_WIDTH_PX, -1);
  gtk_misc_set_alignment (GTK_MISC (form->remark), 0, 0);
  gtk_container_set_border_width (GTK_CONTAINER (box), 12);
  gtk_table_set_row_spacings (form->table, 6);
  gtk_table_set_col_spacings (form->table, 6);
  for (int id = 0; id < n_arguments; id++)
    add_field (form, id);
  gtk_box_pack_start (GTK_BOX (box), table, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), form->remark, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (content), box, TRUE, TRUE, 0);
  gtk_widget_show_all (box);
}

gboolean
folli_form_run (FolliHost *host, FolliSettings *settings)
{
  const FolliProcedure *procedure = settings->procedure;
  g_autofree char      *title = folli_procedure_get_title (procedure);
  Form                  form = { host, settings };
  gboolean              is_wanted;

  gimp_ui_init (procedure->name, TRUE);
  form.window = gimp_dialog_new (
      title, procedure->name, NULL, 0, gimp_standard_help_func, procedure->name,
      _ ("_Cancel"), GTK_RESPONSE_CANCEL, _ ("_OK"), GTK_RESPONSE_OK, NULL);
  gtk_dialog_set_default_response (GTK_DIALOG (form.window), GTK_RESPONSE_OK);
  gimp_window_set_transient (GTK_WINDOW (form.window));
  folli_help_attach (GTK_DIALOG (form.window), procedure);
  fill (&form);
  update (&form);
  gtk_widget_grab_focus (gtk_dialog_get_widget_for_response (
      GTK_DIALOG (form.window), GTK_RESPONSE_OK));

  is_wanted = gimp_dialog_run (GIMP_DIALOG (form.window)) == GTK_RESPONSE_OK;
  gtk_widget_destroy (form.window);
  return is_wanted;
}
