/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/dialog/dialog.h"

#include <glib/gi18n-lib.h>

#include "gimp/dialog/first-steps.h"
#include "gimp/dialog/patience.h"
#include "gimp/dialog/thumbnails.h"
#include "gimp/dialog/toolkit.h"
#include "gimp/set-scale.h"

/* For all looks that there may be. */
#define N_SLOTS (FOLLI_SLOT_LOOKS + 1000)

/* Of a page: enough for eight rows, and for two of large text. */
#define PAGE_HEIGHT_PX 290
#define LEAST_PAGE_HEIGHT_PX 110

/* What comes of what the dialog says: a plan, or else why there is none. */
typedef struct
{
  const FolliDialog *dialog;
  FolliPlan         *plan;
  GError            *error;
} Outcome;

static void
make_plan (gpointer data)
{
  Outcome           *outcome = data;
  const FolliDialog *dialog = outcome->dialog;
  FolliPlan         *plan
      = folli_plan_renew (dialog->plan, dialog->host, dialog->settings,
                          dialog->presets, &outcome->error);

  if (plan
      && !folli_scale_check_head (plan->recipe.value[FOLLI_PIXELS_PER_CM],
                                  plan->mask.n_columns, plan->mask_text,
                                  &outcome->error))
    g_clear_pointer (&plan, folli_plan_free);
  outcome->plan = plan;
}

/* Makes a plan of what the dialog says now and shows it. */
static gboolean
update (gpointer data)
{
  FolliDialog *dialog = data;
  Outcome      outcome = { .dialog = dialog };
  g_autoptr (GError) error = NULL;
  const gboolean is_wanted
      = folli_patience_run (dialog->window, make_plan, &outcome);

  dialog->update_id = 0;
  error = outcome.error;
  if (!is_wanted)
    {
      g_clear_pointer (&outcome.plan, folli_plan_free);
      folli_dialog_touch (dialog);
      return G_SOURCE_REMOVE;
    }
  g_clear_pointer (&dialog->plan, folli_plan_free);
  dialog->plan = outcome.plan;
  folli_dialog_show_status (dialog, error);
  folli_dialog_have_all_follow (dialog);
  gtk_dialog_set_response_sensitive (GTK_DIALOG (dialog->window),
                                     GTK_RESPONSE_OK, dialog->plan != NULL);
  folli_stage_show (dialog);
  if (dialog->plan)
    folli_thumbnails_update (dialog);
  return G_SOURCE_REMOVE;
}

/* After the window has drawn itself. */
static void
have_updated (FolliDialog *dialog)
{
  if (dialog->is_drawn && !dialog->update_id)
    dialog->update_id
        = g_idle_add_full (GDK_PRIORITY_REDRAW + 10, update, dialog, NULL);
}

static void
take_change (FolliDialog *dialog)
{
  folli_stage_take_settings (dialog);
  have_updated (dialog);
}

/* Until then there is nothing to look at: the work comes after it. */
static void
take_drawn (gpointer data)
{
  FolliDialog *dialog = data;

  dialog->is_drawn = TRUE;
  have_updated (dialog);
}

static void
append_page (GtkNotebook *pages, GtkWidget *page, const char *title)
{
  gtk_container_set_border_width (GTK_CONTAINER (page), 6);
  gtk_notebook_append_page (
      pages,
      folli_toolkit_new_scroller (page, LEAST_PAGE_HEIGHT_PX, PAGE_HEIGHT_PX),
      gtk_label_new (title));
}

GtkWidget *
folli_dialog_open (FolliDialog *dialog)
{
  GtkWidget *box = folli_toolkit_new_box (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *pages = gtk_notebook_new ();

  dialog->desk = folli_desk_new (N_SLOTS);
  dialog->followers = g_array_new (FALSE, FALSE, sizeof (FolliFollower));
  dialog->changed = take_change;
  append_page (GTK_NOTEBOOK (pages), folli_dialog_new_dots (dialog),
               _ ("Dots"));
  append_page (GTK_NOTEBOOK (pages), folli_dialog_new_hairline (dialog),
               _ ("Hairline"));
  append_page (GTK_NOTEBOOK (pages), folli_dialog_new_photo (dialog),
               _ ("Photo"));
  dialog->looks_box = folli_dialog_new_looks (dialog);
  dialog->first_steps = folli_first_steps_new ();
  gtk_box_pack_start (GTK_BOX (box), dialog->looks_box, TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (box), dialog->first_steps, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), pages, TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (box), folli_dialog_new_status (dialog), FALSE,
                      FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), folli_dialog_new_count (dialog), FALSE,
                      FALSE, 0);
  folli_toolkit_call_when_drawn (box, take_drawn, dialog);
  folli_dialog_touch (dialog);
  return box;
}

void
folli_dialog_close (FolliDialog *dialog)
{
  if (dialog->update_id)
    g_source_remove (dialog->update_id);
  g_clear_pointer (&dialog->plan, folli_plan_free);
  g_clear_pointer (&dialog->followers, g_array_unref);
  g_clear_pointer (&dialog->desk, folli_desk_free);
  g_clear_object (&dialog->drawn_map);
  g_clear_pointer (&dialog->own_presets, folli_presets_free);
}
