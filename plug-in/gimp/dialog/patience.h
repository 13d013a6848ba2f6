/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * FolliPatienceFunc:
 * @data: the caller's
 *
 * Works, in a thread that has a current GCancellable, and ends early once that
 * is cancelled. Until it ends nothing else is done: it may call GIMP, but not
 * GTK.
 */
typedef void (*FolliPatienceFunc) (gpointer data);

/**
 * folli_patience_run:
 * @dialog: a dialog that is open
 * @func: works
 * @data: for @func
 *
 * Has something done that the dialog has to wait for, unless its user cancels
 * the dialog meanwhile. The key or the click that does so stays where it is:
 * the dialog meets it next.
 *
 * Returns: FALSE if the user has cancelled
 */
gboolean
folli_patience_run (GtkWidget *dialog, FolliPatienceFunc func, gpointer data);

G_END_DECLS
