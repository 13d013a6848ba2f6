/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/dialog/patience.h"

#include <gdk/gdkkeysyms.h>

/* So often it is looked whether the user has cancelled. */
#define LOOK_MS 50

/* What the threads share; @is_done is guarded by @mutex. */
typedef struct
{
  FolliPatienceFunc func;
  gpointer          data;
  GCancellable     *cancellable;
  GMutex            mutex;
  GCond             has_ended;
  gboolean          is_done;
} Work;

static gpointer
work (gpointer data)
{
  Work *work = data;

  g_cancellable_push_current (work->cancellable);
  work->func (work->data);
  g_cancellable_pop_current (work->cancellable);
  g_mutex_lock (&work->mutex);
  work->is_done = TRUE;
  g_cond_signal (&work->has_ended);
  g_mutex_unlock (&work->mutex);
  return NULL;
}

/* Returns FALSE if it has not ended yet. */
static gboolean
wait_a_little (Work *work)
{
  const gint64 end
      = g_get_monotonic_time () + LOOK_MS * G_TIME_SPAN_MILLISECOND;
  gboolean is_done;

  g_mutex_lock (&work->mutex);
  while (!work->is_done
         && g_cond_wait_until (&work->has_ended, &work->mutex, end))
    ;
  is_done = work->is_done;
  g_mutex_unlock (&work->mutex);
  return is_done;
}

static gboolean
is_in (GdkWindow *window, GtkWidget *dialog)
{
  return window
         && gdk_window_get_toplevel (window) == gtk_widget_get_window (dialog);
}

static gboolean
cancels (GdkEvent *event, GtkWidget *dialog)
{
  GtkWidget *button = gtk_dialog_get_widget_for_response (GTK_DIALOG (dialog),
                                                          GTK_RESPONSE_CANCEL);

  switch (event->type)
    {
    case GDK_KEY_PRESS:
      return event->key.keyval == GDK_KEY_Escape
             && is_in (event->key.window, dialog);
    case GDK_DELETE:
      return is_in (event->any.window, dialog);
    case GDK_BUTTON_RELEASE:
      return button && gtk_get_event_widget (event) == button;
    default:
      return FALSE;
    }
}

/* Looks through all that the user has done since, and leaves it there. */
static gboolean
is_cancelled (GtkWidget *dialog)
{
  GQueue    events = G_QUEUE_INIT;
  GdkEvent *event;
  gboolean  is_so = FALSE;

  while ((event = gdk_event_get ()))
    {
      is_so = is_so || cancels (event, dialog);
      g_queue_push_tail (&events, event);
    }
  while ((event = g_queue_pop_head (&events)))
    {
      gdk_event_put (event);
      gdk_event_free (event);
    }
  return is_so;
}

gboolean
folli_patience_run (GtkWidget *dialog, FolliPatienceFunc func, gpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Work     shared = { .func = func, .data = data, .cancellable = cancellable };
  GThread *thread;

  g_mutex_init (&shared.mutex);
  g_cond_init (&shared.has_ended);
  thread = g_thread_new ("follicle-work", work, &shared);
  while (!wait_a_little (&shared))
    if (is_cancelled (dialog))
      g_cancellable_cancel (cancellable);
  g_thread_join (thread);
  g_cond_clear (&shared.has_ended);
  g_mutex_clear (&shared.mutex);
  return !g_cancellable_is_cancelled (cancellable);
}
