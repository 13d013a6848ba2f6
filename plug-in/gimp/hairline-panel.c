/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/hairline-panel.h"

#include <glib/gi18n-lib.h>

#include "gimp/head-picture.h"
#include "gimp/paths.h"
#include "gimp/dialog/toolkit.h"

#define OWN_SOURCE "path:" FOLLI_LANDMARKS_PATH

FolliHairlinePanel *
folli_hairline_panel_open (FolliHost     *host,
                           FolliSettings *settings,
                           void (*touched) (FolliHairlinePanel *panel,
                                            gpointer            data),
                           gpointer data)
{
  FolliHairlinePanel *panel = g_new0 (FolliHairlinePanel, 1);

  panel->host = host;
  panel->settings = settings;
  /* what cannot be read there is no worse than a template that is unknown */
  folli_hairline_settle (settings, NULL);
  panel->touched = touched;
  panel->data = data;
  panel->landmarks = g_array_new (FALSE, FALSE, sizeof (FolliPoint));
  panel->sources = g_ptr_array_new_with_free_func (g_free);
  panel->picture = folli_head_picture_new (host);
  panel->sketch = folli_sketch_new (host, panel->landmarks);
  return panel;
}

void
folli_hairline_panel_close (FolliHairlinePanel *panel)
{
  folli_sketch_free (panel->sketch);
  folli_hairline_plan_free (panel->plan);
  folli_head_picture_free (panel->picture);
  g_ptr_array_unref (panel->sources);
  g_array_unref (panel->landmarks);
  g_free (panel);
}

static void
make_plan (FolliHairlinePanel *panel)
{
  g_autoptr (GError) error = NULL;
  const char *said = "";

  g_clear_pointer (&panel->plan, folli_hairline_plan_free);
  /* what is missing yet is asked for by the prompt */
  if (panel->landmarks->len >= FOLLI_LANDMARKS_LEAST)
    {
      panel->plan
          = folli_hairline_plan_new (panel->host, panel->settings,
                                     panel->landmarks, panel->picture, &error);
      said = panel->plan ? panel->plan->remark : error->message;
    }
  gtk_label_set_text (GTK_LABEL (panel->remark), said);
}

void
folli_hairline_panel_touch (FolliHairlinePanel *panel)
{
  make_plan (panel);
  gtk_label_set_text (GTK_LABEL (panel->prompt),
                      folli_sketch_get_prompt (panel->landmarks->len));
  gtk_widget_queue_draw (panel->area);
  panel->touched (panel, panel->data);
}

void
folli_hairline_panel_refresh (FolliHairlinePanel *panel)
{
  panel->is_filling = TRUE;
  panel->show (panel);
  panel->is_filling = FALSE;
  folli_hairline_panel_touch (panel);
}

/* Returns whether that looks like a face's. */
static gboolean
read_source (FolliHairlinePanel *panel, const char *source)
{
  g_autoptr (GArray) landmarks = NULL;

  folli_settings_set_text (panel->settings, FOLLI_HAIRLINE_LANDMARKS, source);
  landmarks
      = folli_hairline_read_landmarks (panel->host, panel->settings, NULL);
  if (!landmarks || !folli_hairline_is_face (landmarks))
    return FALSE;

  g_array_set_size (panel->landmarks, 0);
  g_array_append_vals (panel->landmarks, landmarks->data, landmarks->len);
  panel->is_own = FALSE;
  return TRUE;
}

void
folli_hairline_panel_take_source (FolliHairlinePanel *panel, const char *source)
{
  if (!read_source (panel, source))
    g_array_set_size (panel->landmarks, 0);
  folli_hairline_panel_touch (panel);
}

void
folli_hairline_panel_find_landmarks (FolliHairlinePanel *panel)
{
  g_autofree char *wanted
      = g_strdup (panel->settings->text[FOLLI_HAIRLINE_LANDMARKS]);

  if (read_source (panel, wanted))
    return;
  for (guint i = 0; i < panel->sources->len; i++)
    if (read_source (panel, g_ptr_array_index (panel->sources, i)))
      return;
  folli_settings_set_text (panel->settings, FOLLI_HAIRLINE_LANDMARKS,
                           OWN_SOURCE);
  panel->is_own = TRUE;
}

/* The landmarks are the user's now, wherever they came from. */
static void
own_landmarks (FolliHairlinePanel *panel)
{
  panel->is_own = TRUE;
  folli_settings_set_text (panel->settings, FOLLI_HAIRLINE_LANDMARKS,
                           OWN_SOURCE);
  folli_hairline_panel_refresh (panel);
}

static gboolean
press (GtkWidget *area, GdkEventButton *event, FolliHairlinePanel *panel)
{
  if (event->type == GDK_BUTTON_PRESS
      && folli_sketch_press (panel->sketch, event->x, event->y,
                             (event->state & GDK_SHIFT_MASK) != 0))
    own_landmarks (panel);
  return TRUE;
}

static gboolean
drag (GtkWidget *area, GdkEventMotion *event, FolliHairlinePanel *panel)
{
  if (folli_sketch_drag (panel->sketch, event->x, event->y))
    own_landmarks (panel);
  else
    gtk_widget_queue_draw (area);
  gdk_event_request_motions (event);
  return TRUE;
}

static gboolean
scroll (GtkWidget *area, GdkEventScroll *event, FolliHairlinePanel *panel)
{
  if (event->direction == GDK_SCROLL_UP)
    folli_sketch_zoom (panel->sketch, event->x, event->y, 1.25);
  else if (event->direction == GDK_SCROLL_DOWN)
    folli_sketch_zoom (panel->sketch, event->x, event->y, 0.8);
  gtk_widget_queue_draw (area);
  return TRUE;
}

static void
paint (cairo_t *cr, int width, int height, gpointer data)
{
  FolliHairlinePanel *panel = data;

  folli_sketch_draw (panel->sketch, panel->plan, width, height, cr);
}

GtkWidget *
folli_hairline_panel_new_area (FolliHairlinePanel *panel)
{
  GtkWidget *area = gtk_drawing_area_new ();

  gtk_widget_set_size_request (area, 480, 480);
  gtk_widget_add_events (area, GDK_BUTTON_PRESS_MASK | GDK_BUTTON1_MOTION_MASK
                                   | GDK_POINTER_MOTION_HINT_MASK
                                   | GDK_SCROLL_MASK);
  g_signal_connect (area, "button-press-event", G_CALLBACK (press), panel);
  g_signal_connect (area, "motion-notify-event", G_CALLBACK (drag), panel);
  g_signal_connect (area, "scroll-event", G_CALLBACK (scroll), panel);
  folli_toolkit_draw_with (area, paint, panel);
  return area;
}

gint
folli_hairline_panel_carry_out (FolliHairlinePanel *panel, GError **error)
{
  return folli_hairline_plan_carry_out (
      panel->plan, panel->host, panel->settings,
      panel->is_own ? panel->landmarks : NULL, error);
}
