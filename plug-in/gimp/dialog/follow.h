/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _FolliDialog FolliDialog;

/**
 * FolliFollowFunc:
 * @data: the part's own
 *
 * Has a part of the dialog show its settings.
 */
typedef void (*FolliFollowFunc) (gpointer data);

/**
 * FolliFollower:
 * @func: has a part follow
 * @data: for @func
 */
typedef struct
{
  FolliFollowFunc func;
  gpointer        data;
} FolliFollower;

/**
 * folli_dialog_follow:
 * @dialog: the dialog
 * @func: called now and after each change
 * @data: for @func
 */
void
folli_dialog_follow (FolliDialog *dialog, FolliFollowFunc func, gpointer data);

/**
 * folli_dialog_touch:
 * @dialog: the dialog
 *
 * To be called when settings have changed: all parts follow, and as soon as
 * nothing else is to be done the dots do.
 */
void folli_dialog_touch (FolliDialog *dialog);

/**
 * folli_dialog_have_all_follow:
 * @dialog: the dialog
 *
 * Has all parts show the settings.
 */
void folli_dialog_have_all_follow (FolliDialog *dialog);

G_END_DECLS
