/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "gimp/desk.h"
#include "gimp/dialog/follow.h"
#include "gimp/plan.h"

G_BEGIN_DECLS

/**
 * FolliDialog:
 * @host: the image
 * @presets: what can be chosen from
 * @own_presets: (nullable): the same, where they have been read anew since
 * @settings: what the user has chosen so far
 * @window: the dialog
 * @plan: (nullable): what @settings come to; NULL if something is wrong
 * @followers: (element-type FolliFollower): what shows @settings
 * @changed: called after each change
 * @is_following: while widgets are set to @settings, when what they say is no
 *   wish of the user
 * @is_drawn: whether it has been on the screen yet
 * @update_id: the pending update, or 0
 * @looks: (nullable): the pictures of the looks
 * @desk: draws and counts while the dialog goes on
 * @drawn_map: (nullable): the mask that the looks were drawn with
 * @drawn_scale: the scale that they were drawn with, pixels per cm
 * @status: says what is wrong, or what to know about the dots
 * @looks_box: holds the looks
 * @first_steps: in its place: how to say where follicles should be, where
 * nothing says so
 * @stage: the host's own: where the dots are shown
 *
 * The dialog while it is open. Its parts show the settings and change them,
 * and never talk to each other: whoever changes something calls
 * folli_dialog_touch(), which has all the others follow.
 */
typedef struct _FolliLooks FolliLooks;

struct _FolliDialog
{
  FolliHost          *host;
  const FolliPresets *presets;
  FolliPresets       *own_presets;
  FolliSettings      *settings;
  GtkWidget          *window;
  FolliPlan          *plan;
  GArray             *followers;
  void (*changed) (FolliDialog *dialog);
  gboolean    is_following;
  gboolean    is_drawn;
  guint       update_id;
  FolliLooks *looks;
  FolliDesk  *desk;
  GeglBuffer *drawn_map;
  double      drawn_scale;
  GtkWidget  *status;
  GtkWidget  *looks_box;
  GtkWidget  *first_steps;
  gpointer    stage;
};

/**
 * FolliSlot:
 * @FOLLI_SLOT_STAGE: what the stage shows
 * @FOLLI_SLOT_COUNT: the count of dots
 * @FOLLI_SLOT_LOOKS: the first look, the others following it
 *
 * The slots of the dialog's desk, the most urgent first.
 */
typedef enum
{
  FOLLI_SLOT_STAGE,
  FOLLI_SLOT_COUNT,
  FOLLI_SLOT_LOOKS
} FolliSlot;

/**
 * folli_dialog_open:
 * @dialog: the dialog; its host, presets, settings and window are set
 *
 * Returns: (transfer floating): all that can be chosen, and what is known of
 * the dots
 */
GtkWidget *folli_dialog_open (FolliDialog *dialog);

/**
 * folli_dialog_close:
 * @dialog: the dialog, its window destroyed
 */
void folli_dialog_close (FolliDialog *dialog);

/**
 * folli_dialog_new_page:
 * @dialog: the dialog
 *
 * Returns: (transfer floating): the numbers of the dots
 */
GtkWidget *folli_dialog_new_dots (FolliDialog *dialog);
GtkWidget *folli_dialog_new_hairline (FolliDialog *dialog);
GtkWidget *folli_dialog_new_photo (FolliDialog *dialog);

/**
 * folli_dialog_new_looks:
 * @dialog: the dialog
 *
 * Returns: (transfer floating): the looks as pictures, and what each is for
 */
GtkWidget *folli_dialog_new_looks (FolliDialog *dialog);

/**
 * folli_dialog_new_before:
 * @dialog: the dialog
 *
 * Returns: (transfer floating): what hides the dots, or half of them
 */
GtkWidget *folli_dialog_new_before (FolliDialog *dialog);

/**
 * folli_dialog_new_status:
 * @dialog: the dialog
 *
 * Returns: (transfer floating): what is known of the scale and the dots
 */
GtkWidget *folli_dialog_new_status (FolliDialog *dialog);

/**
 * folli_dialog_new_count:
 * @dialog: the dialog
 *
 * Returns: (transfer floating): what the dots come to, counted in the
 * background, and what to look at
 */
GtkWidget *folli_dialog_new_count (FolliDialog *dialog);

/**
 * folli_dialog_measure:
 * @dialog: the dialog
 *
 * Has the user mark a known length in the photo, which gives the scale.
 */
void folli_dialog_measure (FolliDialog *dialog);

/**
 * folli_dialog_show_status:
 * @dialog: the dialog
 * @error: (nullable): why there are no dots
 */
void folli_dialog_show_status (FolliDialog *dialog, const GError *error);

/* What each GIMP does in its own way. */

/**
 * FolliListFunc:
 * @value: as scripts write it
 * @label: in the user's language
 * @data: the caller's
 */
typedef void (*FolliListFunc) (const char *value,
                               const char *label,
                               gpointer    data);

/**
 * folli_stage_take_settings:
 * @dialog: the dialog
 *
 * Called after each change of the settings.
 */
void folli_stage_take_settings (FolliDialog *dialog);

/**
 * folli_stage_show:
 * @dialog: the dialog
 *
 * Shows the dots of the dialog's plan, or none.
 */
void folli_stage_show (FolliDialog *dialog);

/**
 * folli_stage_show_before:
 * @dialog: the dialog
 * @share: of what is shown, from its left, which is to be the photo without its
 *   dots: 0 for none of it, 1 for all
 */
void folli_stage_show_before (FolliDialog *dialog, double share);

G_END_DECLS
