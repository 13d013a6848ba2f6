/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libgimp/gimp.h>
#include <libgimp/gimpui.h>

#include "host.h"
#include "gimp/plan.h"
#include "gimp/settings.h"

G_BEGIN_DECLS

/**
 * FolliDialog:
 * @host: the image
 * @presets: what can be chosen from
 * @settings: what the user has chosen so far
 * @window: the dialog
 * @remark: says what is wrong, or what to know about the dots
 * @view: (nullable): a part of the photo with its dots
 * @plan: (nullable): what @settings come to; NULL if something is wrong
 * @update_id: the pending update, or 0
 *
 * The dialog while it is open.
 */
typedef struct
{
  FolliHost          *host;
  const FolliPresets *presets;
  FolliSettings      *settings;
  GtkWidget          *window;
  GtkWidget          *remark;
  GtkWidget          *view;
  FolliPlan          *plan;
  guint               update_id;
} FolliDialog;

/**
 * folli_dialog_run:
 * @host: the image
 * @presets: what the menus list
 * @settings: (inout): where the dialog starts, and what the user chose
 *
 * Asks the user.
 *
 * Returns: TRUE to go on, FALSE if the user cancelled
 */
gboolean folli_dialog_run (FolliHost          *host,
                           const FolliPresets *presets,
                           FolliSettings      *settings);

/**
 * folli_dialog_touch:
 * @dialog: the dialog
 *
 * Has the dialog catch up with its settings, as soon as the user pauses.
 */
void folli_dialog_touch (FolliDialog *dialog);

/**
 * folli_dialog_add_options:
 * @dialog: the dialog
 * @table: two columns, a row for each argument
 *
 * Puts a label and a widget for each argument into a table. What the user does
 * goes into the dialog's settings, followed by folli_dialog_touch().
 */
void folli_dialog_add_options (FolliDialog *dialog, GtkTable *table);

/**
 * folli_view_new:
 * @dialog: the dialog
 *
 * Returns: (transfer floating): a view of the photo, which can be dragged and
 * zoomed
 */
GtkWidget *folli_view_new (FolliDialog *dialog);

/**
 * folli_view_draw:
 * @view: made by folli_view_new()
 *
 * Draws the photo with the dots of the dialog's plan, or without any.
 */
void folli_view_draw (GtkWidget *view);

G_END_DECLS
