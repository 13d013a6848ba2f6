/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "form.h"

#include <glib/gi18n-lib.h>
#include <libgimp/gimpui.h>
#include <math.h>

#include "arguments.h"
#include "gimp/dialog/number.h"
#include "gimp/help.h"
#include "gimp/tail.h"

/* The dialog while it is open. */
typedef struct
{
  FolliHost            *host;
  const FolliProcedure *procedure;
  GimpProcedureConfig  *config;
  GtkWidget            *window;
  GtkGrid              *grid;
  int                   n_rows;
  GtkWidget            *remark;
} Form;

static const FolliArgument *
get_argument (Form *form, int id)
{
  return &form->procedure->arguments[id];
}

/* Says what the arguments come to, or what is wrong with them. */
static void
update (Form *form)
{
  g_autoptr (FolliSettings) settings
      = folli_config_read (form->config, form->procedure);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = folli_procedure_describe (form->procedure, form->host,
                                                    settings, &error);

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

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), focus);
  gtk_widget_set_hexpand (field, TRUE);
  gtk_widget_set_tooltip_text (focus, blurb);
  gtk_grid_attach (form->grid, label, 0, row, 1, 1);
  gtk_grid_attach (form->grid, field, 1, row, 1, 1);
}

static void
attach (Form *form, int id, GtkWidget *field, GtkWidget *focus)
{
  const FolliArgument *argument = get_argument (form, id);

  attach_row (form, _ (argument->label), _ (argument->blurb), field, focus);
}

/* What the image has of a kind, by name. */
static void
add_names (Form *form, GtkComboBoxText *menu, FolliMaskKind kind)
{
  const gboolean is_path = kind == FOLLI_MASK_PATH;
  g_auto (GStrv) names = folli_host_list_names (form->host, kind);

  for (char **name = names; *name; name++)
    {
      g_autofree char *value
          = g_strconcat (is_path ? "path:" : "channel:", *name, NULL);
      g_autofree char *label = g_strdup_printf (
          is_path ? _ ("Path \"%s\"") : _ ("Channel \"%s\""), *name);

      gtk_combo_box_text_append (menu, value, label);
    }
}

static GtkWidget *
new_menu (Form *form, const FolliArgument *argument)
{
  GtkComboBoxText *menu = GTK_COMBO_BOX_TEXT (gtk_combo_box_text_new ());

  for (const FolliChoice *choice = argument->choices; choice->value; choice++)
    gtk_combo_box_text_append (menu, choice->value, _ (choice->label));
  if (argument->hint == FOLLI_HINT_MASKS)
    add_names (form, menu, FOLLI_MASK_CHANNEL);
  if (argument->hint == FOLLI_HINT_PATHS || argument->hint == FOLLI_HINT_MASKS)
    add_names (form, menu, FOLLI_MASK_PATH);
  return GTK_WIDGET (menu);
}

/* What the menu does not have, such as a path of another image, gives way to
   the first that it has. */
static void
add_menu (Form *form, int id)
{
  const FolliArgument *argument = get_argument (form, id);
  GtkWidget           *menu = new_menu (form, argument);
  g_autofree char     *value = NULL;

  g_object_get (form->config, argument->name, &value, NULL);
  if (!gtk_combo_box_set_active_id (GTK_COMBO_BOX (menu), value))
    gtk_combo_box_set_active (GTK_COMBO_BOX (menu), 0);
  g_object_bind_property (menu, "active-id", form->config, argument->name,
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  attach (form, id, menu, menu);
}

static void
take_suggestion (GtkComboBox *menu, GtkSpinButton *spin)
{
  const char *value = gtk_combo_box_get_active_id (menu);

  if (value && *value)
    gtk_spin_button_set_value (spin, g_ascii_strtod (value, NULL));
}

/* The entry without a value stands for all that have no name. */
static void
show_suggestion (GtkSpinButton *spin, GtkComboBox *menu)
{
  const double       number = gtk_spin_button_get_value (spin);
  const FolliChoice *choice
      = g_object_get_data (G_OBJECT (menu), "folli-choices");

  while (choice->value
         && fabs (g_ascii_strtod (choice->value, NULL) - number) >= 0.01)
    choice++;
  gtk_combo_box_set_active_id (menu, choice->value ? choice->value : "");
}

static void
add_suggestions (Form *form, GtkWidget *box, GtkWidget *spin, int id)
{
  const FolliArgument *argument = get_argument (form, id);
  GtkWidget           *menu = new_menu (form, argument);

  gtk_combo_box_text_append (GTK_COMBO_BOX_TEXT (menu), "", _ ("Own number"));
  g_object_set_data (G_OBJECT (menu), "folli-choices",
                     (gpointer)argument->choices);
  show_suggestion (GTK_SPIN_BUTTON (spin), GTK_COMBO_BOX (menu));
  g_signal_connect (menu, "changed", G_CALLBACK (take_suggestion), spin);
  g_signal_connect (spin, "value-changed", G_CALLBACK (show_suggestion), menu);
  gtk_box_pack_start (GTK_BOX (box), menu, FALSE, FALSE, 0);
}

static void
add_number (Form *form, int id)
{
  const FolliArgument *argument = get_argument (form, id);
  GtkWidget           *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget           *spin = gimp_prop_spin_button_new (
                G_OBJECT (form->config), argument->name, 1, 10,
      argument->type == FOLLI_TYPE_INT ? 0 : 2);

  folli_number_guard (spin);
  gtk_box_pack_start (GTK_BOX (box), spin, TRUE, TRUE, 0);
  if (argument->choices)
    add_suggestions (form, box, spin, id);
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
new_entry (FolliHint hint, GtkWidget **box)
{
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *button;

  *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
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
add_text (Form *form, int id)
{
  const FolliArgument *argument = get_argument (form, id);
  GtkWidget           *box;
  GtkWidget           *entry = new_entry (argument->hint, &box);

  g_object_bind_property (form->config, argument->name, entry, "text",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  attach (form, id, box, entry);
}

/* An argument and its tail while the dialog is open. */
typedef struct
{
  GimpProcedureConfig *config;
  const FolliArgument *argument;
  GtkEntry            *head;
  GtkEntry            *rest;
} Pair;

static void
free_pair (gpointer pair, GClosure *closure)
{
  g_free (pair);
}

static void
take_pair (GtkEntry *entry, Pair *pair)
{
  g_autofree char *text
      = folli_tail_join (gtk_entry_get_text (pair->head), pair->argument->tail,
                         gtk_entry_get_text (pair->rest));

  g_object_set (pair->config, pair->argument->name, text, NULL);
}

static void
show_pair (Pair *pair)
{
  g_autofree char *text = NULL;
  g_autofree char *head = NULL;
  g_autofree char *rest = NULL;

  g_object_get (pair->config, pair->argument->name, &text, NULL);
  folli_tail_split (text ? text : "", pair->argument->tail, &head, &rest);
  gtk_entry_set_text (pair->head, head);
  gtk_entry_set_text (pair->rest, rest);
}

static void
add_pair (Form *form, int id)
{
  const FolliArgument *argument = get_argument (form, id);
  const FolliTail     *tail = argument->tail;
  Pair                *pair = g_new (Pair, 1);
  GtkWidget           *head_box, *rest_box;

  pair->config = form->config;
  pair->argument = argument;
  pair->head = GTK_ENTRY (new_entry (argument->hint, &head_box));
  pair->rest = GTK_ENTRY (new_entry (tail->hint, &rest_box));
  show_pair (pair);
  g_signal_connect_data (pair->head, "changed", G_CALLBACK (take_pair), pair,
                         free_pair, 0);
  g_signal_connect (pair->rest, "changed", G_CALLBACK (take_pair), pair);
  attach (form, id, head_box, GTK_WIDGET (pair->head));
  attach_row (form, _ (tail->label), _ (tail->blurb), rest_box,
              GTK_WIDGET (pair->rest));
}

static void
add_field (Form *form, int id)
{
  const FolliArgument *argument = get_argument (form, id);

  if (argument->type != FOLLI_TYPE_STRING)
    add_number (form, id);
  else if (argument->choices)
    add_menu (form, id);
  else if (argument->tail)
    add_pair (form, id);
  else
    add_text (form, id);
}

static void
fill (Form *form)
{
  GtkWidget *content = gtk_dialog_get_content_area (GTK_DIALOG (form->window));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  form->grid = GTK_GRID (gtk_grid_new ());
  form->remark = gtk_label_new (NULL);
  gtk_label_set_line_wrap (GTK_LABEL (form->remark), TRUE);
  gtk_label_set_line_wrap_mode (GTK_LABEL (form->remark), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (form->remark), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (form->remark), 50);
  gtk_label_set_xalign (GTK_LABEL (form->remark), 0);
  gtk_container_set_border_width (GTK_CONTAINER (box), 12);
  gtk_grid_set_row_spacing (form->grid, 6);
  gtk_grid_set_column_spacing (form->grid, 12);
  for (int id = 0; id < form->procedure->n_arguments; id++)
    add_field (form, id);
  gtk_box_pack_start (GTK_BOX (box), GTK_WIDGET (form->grid), FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), form->remark, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (content), box, TRUE, TRUE, 0);
  gtk_widget_show_all (box);
}

gboolean
folli_form_run (GimpProcedureConfig  *config,
                const FolliProcedure *procedure,
                FolliHost            *host)
{
  g_autofree char *title = folli_procedure_get_title (procedure);
  Form             form = { host, procedure, config };
  gulong           handler;
  gboolean         is_wanted;

  gimp_ui_init (procedure->name);
  form.window = gimp_procedure_dialog_new (
      gimp_procedure_config_get_procedure (config), config, title);
  folli_help_attach (GTK_DIALOG (form.window), procedure);
  fill (&form);
  update (&form);
  handler
      = g_signal_connect_swapped (config, "notify", G_CALLBACK (update), &form);
  is_wanted = gimp_procedure_dialog_run (GIMP_PROCEDURE_DIALOG (form.window));
  g_signal_handler_disconnect (config, handler);
  gtk_widget_destroy (form.window);
  return is_wanted;
}
