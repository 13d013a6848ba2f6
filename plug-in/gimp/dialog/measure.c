/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "gimp/dialog/dialog.h"
#include "gimp/dialog/number.h"
#include "gimp/dialog/toolkit.h"
#include "gimp/dialog/tuner.h"
#include "gimp/points.h"
#include "gimp/set-scale.h"
#include "gimp/sketch.h"

#define SIDE_PX 460
#define N_ENDS 2
#define ZOOM_STEP 1.25

/* The window while it is open. @px_per_cm is 0 where there is none. */
typedef struct
{
  FolliDialog   *dialog;
  GtkWidget     *window;
  GtkWidget     *area;
  GtkWidget     *remark;
  GtkAdjustment *length;
  GtkComboBox   *known;
  FolliSketch   *sketch;
  GArray        *ends;
  double         px_per_cm;
} Ruler;

static double
get_distance (const Ruler *ruler)
{
  const FolliPoint *end = (const FolliPoint *)(gpointer)ruler->ends->data;

  return hypot (end[1].x - end[0].x, end[1].y - end[0].y);
}

/* What is to be done next, what it comes to, or what is wrong with it. */
static char *
describe (Ruler *ruler)
{
  g_autoptr (GError) error = NULL;

  ruler->px_per_cm = 0;
  if (ruler->ends->len == 0)
    return g_strdup (_ ("Click one end of a length that you know. Turn the "
                        "mouse's wheel to see more closely."));
  if (ruler->ends->len < N_ENDS)
    return g_strdup (_ ("Click its other end."));
  if (folli_scale_from_length (ruler->dialog->host, get_distance (ruler),
                               gtk_adjustment_get_value (ruler->length),
                               &ruler->px_per_cm, &error))
    return folli_scale_describe (ruler->dialog->host, ruler->px_per_cm);
  ruler->px_per_cm = 0;
  return g_strdup (error->message);
}

static void
update (Ruler *ruler)
{
  g_autofree char *text = describe (ruler);

  gtk_label_set_text (GTK_LABEL (ruler->remark), text);
  gtk_dialog_set_response_sensitive (GTK_DIALOG (ruler->window),
                                     GTK_RESPONSE_OK, ruler->px_per_cm > 0);
  gtk_widget_queue_draw (ruler->area);
}

static gboolean
press (GtkWidget *area, GdkEventButton *event, Ruler *ruler)
{
  if (event->type == GDK_BUTTON_PRESS)
    folli_sketch_press (ruler->sketch, event->x, event->y, FALSE);
  update (ruler);
  return TRUE;
}

static gboolean
drag (GtkWidget *area, GdkEventMotion *event, Ruler *ruler)
{
  /* For the sake of its tooltip the widget hears of every motion. */
  if (event->state & GDK_BUTTON1_MASK)
    folli_sketch_drag (ruler->sketch, event->x, event->y);
  gdk_event_request_motions (event);
  update (ruler);
  return TRUE;
}

static gboolean
scroll (GtkWidget *area, GdkEventScroll *event, Ruler *ruler)
{
  if (event->direction == GDK_SCROLL_UP)
    folli_sketch_zoom (ruler->sketch, event->x, event->y, ZOOM_STEP);
  else if (event->direction == GDK_SCROLL_DOWN)
    folli_sketch_zoom (ruler->sketch, event->x, event->y, 1 / ZOOM_STEP);
  gtk_widget_queue_draw (area);
  return TRUE;
}

static void
paint (cairo_t *cr, int width, int height, gpointer data)
{
  Ruler *ruler = data;

  folli_sketch_draw (ruler->sketch, NULL, width, height, cr);
}

static GtkWidget *
new_area (Ruler *ruler)
{
  ruler->area = gtk_drawing_area_new ();
  gtk_widget_set_size_request (ruler->area, SIDE_PX, SIDE_PX);
  gtk_widget_add_events (ruler->area,
                         GDK_BUTTON_PRESS_MASK | GDK_BUTTON1_MOTION_MASK
                             | GDK_POINTER_MOTION_HINT_MASK | GDK_SCROLL_MASK);
  folli_dialog_name (ruler->area, _ ("Photo"),
                     _ ("Click both ends of a length that you know"));
  g_signal_connect (ruler->area, "button-press-event", G_CALLBACK (press),
                    ruler);
  g_signal_connect (ruler->area, "motion-notify-event", G_CALLBACK (drag),
                    ruler);
  g_signal_connect (ruler->area, "scroll-event", G_CALLBACK (scroll), ruler);
  folli_toolkit_draw_with (ruler->area, paint, ruler);
  return ruler->area;
}

static double
get_known (int i)
{
  return g_ascii_strtod (FOLLI_KNOWN_LENGTHS[i].value, NULL);
}

static int
count_known (void)
{
  int n = 0;

  while (FOLLI_KNOWN_LENGTHS[n].value)
    n++;
  return n;
}

/* The last entry stands for whatever has no name. */
static void
take_length (Ruler *ruler)
{
  const double length = gtk_adjustment_get_value (ruler->length);
  const int    n_known = count_known ();
  int          i = 0;

  while (i < n_known && fabs (get_known (i) - length) > 1e-6)
    i++;
  gtk_combo_box_set_active (ruler->known, i);
  update (ruler);
}

static void
take_known (Ruler *ruler)
{
  const int chosen = gtk_combo_box_get_active (ruler->known);

  if (chosen >= 0 && chosen < count_known ())
    gtk_adjustment_set_value (ruler->length, get_known (chosen));
}

static GtkWidget *
new_known (Ruler *ruler)
{
  GtkWidget *menu = gtk_combo_box_text_new ();

  for (int i = 0; i < count_known (); i++)
    gtk_combo_box_text_append_text (GTK_COMBO_BOX_TEXT (menu),
                                    _ (FOLLI_KNOWN_LENGTHS[i].label));
  gtk_combo_box_text_append_text (GTK_COMBO_BOX_TEXT (menu), _ ("Own number"));
  ruler->known = GTK_COMBO_BOX (menu);
  gtk_combo_box_set_active (ruler->known, 0);
  folli_dialog_name (menu, _ ("Known length"), NULL);
  g_signal_connect_swapped (menu, "changed", G_CALLBACK (take_known), ruler);
  return menu;
}

/* The length, as a number and under its name. */
static GtkWidget *
new_length (Ruler *ruler)
{
  GtkWidget *box = folli_toolkit_new_box (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new_with_mnemonic (_ ("_Length in mm"));
  GtkWidget *spin;

  ruler->length = GTK_ADJUSTMENT (
      gtk_adjustment_new (get_known (0), 0.1, 1000, 0.1, 10, 0));
  spin = gtk_spin_button_new (ruler->length, 1, 1);
  folli_number_guard (spin);
  gtk_entry_set_activates_default (GTK_ENTRY (spin), TRUE);
  gtk_label_set_mnemonic_widget (GTK_LABEL (label), spin);
  folli_dialog_name (spin, _ ("Length in mm"), NULL);
  gtk_box_pack_start (GTK_BOX (box), label, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), spin, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), new_known (ruler), TRUE, TRUE, 0);
  g_signal_connect_swapped (ruler->length, "value-changed",
                            G_CALLBACK (take_length), ruler);
  return box;
}

static void
fill (Ruler *ruler)
{
  GtkWidget *content = gtk_dialog_get_content_area (GTK_DIALOG (ruler->window));
  GtkWidget *box = folli_toolkit_new_box (GTK_ORIENTATION_VERTICAL, 6);

  ruler->remark = gtk_label_new (NULL);
  folli_toolkit_align (ruler->remark);
  gtk_label_set_line_wrap (GTK_LABEL (ruler->remark), TRUE);
  gtk_container_set_border_width (GTK_CONTAINER (box), 12);
  gtk_box_pack_start (GTK_BOX (box), new_area (ruler), TRUE, TRUE, 0);
  gtk_box_pack_start (GTK_BOX (box), new_length (ruler), FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), ruler->remark, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (content), box, TRUE, TRUE, 0);
  gtk_widget_show_all (box);
}

/* Two sample points are such ends already. */
static GArray *
find_ends (FolliHost *host)
{
  GArray *ends = folli_host_list_sample_points (host);

  if (ends->len != N_ENDS)
    g_array_set_size (ends, 0);
  return ends;
}

void
folli_dialog_measure (FolliDialog *dialog)
{
  Ruler ruler = { .dialog = dialog, .ends = find_ends (dialog->host) };

  ruler.sketch = folli_sketch_new_ruler (dialog->host, ruler.ends);
  ruler.window = gtk_dialog_new_with_buttons (
      _ ("Measure"), GTK_WINDOW (dialog->window), GTK_DIALOG_MODAL,
      _ ("_Cancel"), GTK_RESPONSE_CANCEL, _ ("_OK"), GTK_RESPONSE_OK, NULL);
  gtk_dialog_set_default_response (GTK_DIALOG (ruler.window), GTK_RESPONSE_OK);
  fill (&ruler);
  update (&ruler);
  if (gtk_dialog_run (GTK_DIALOG (ruler.window)) == GTK_RESPONSE_OK)
    {
      dialog->settings->number[FOLLI_ARGUMENT_PIXELS_PER_CM] = ruler.px_per_cm;
      folli_dialog_touch (dialog);
    }
  gtk_widget_destroy (ruler.window);
  folli_sketch_free (ruler.sketch);
  g_array_unref (ruler.ends);
}
