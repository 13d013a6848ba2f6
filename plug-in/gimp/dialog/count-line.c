/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "gimp/dialog/dialog.h"
#include "gimp/dialog/toolkit.h"
#include "gimp/dialog/tuner.h"

/* So long nothing has to change before dots are counted. */
#define REST_MS 300

/* Of a mask, px: a larger one is counted on fewer. Counting takes a fraction
   of a second, and with 20 px per cm and more is right to two in a hundred. */
#define MOST_PIXELS 200000

/* What lies around the mask and matters to it. */
#define MARGIN_CM 4

/* So wide are the lines that are broken. */
#define WIDTH_CHARS 60

/* The line while the dialog is open. @excerpt is of @map. */
typedef struct
{
  FolliDialog  *dialog;
  GtkWidget    *line;
  GtkWidget    *warnings;
  guint         rest_id;
  FolliExcerpt *excerpt;
  GeglBuffer   *map;
  double        scale;
  double        px_per_cm;
} CountLine;

static void
show (const FolliCount *count, gpointer data)
{
  CountLine       *counted = data;
  const char      *about = counted->scale < 1 ? "≈ " : "";
  g_autofree char *text = g_strdup_printf (
      _ ("%s%u dots on %.1f cm², %.0f dots per cm²; %.1f hours of work"), about,
      count->n_dots, count->area_cm2, count->dots_per_cm2, count->hours);

  gtk_label_set_text (GTK_LABEL (counted->line), text);
  gtk_label_set_text (GTK_LABEL (counted->warnings), count->warnings);
  gtk_widget_set_visible (counted->warnings, *count->warnings);
}

static double
find_scale (const GeglRectangle *box)
{
  const double n_pixels = (double)box->width * box->height;

  return MIN (1, sqrt (MOST_PIXELS / MAX (n_pixels, 1)));
}

/* What does not change as long as only numbers do is read once. */
static void
find_excerpt (CountLine *counted)
{
  const FolliPlan     *plan = counted->dialog->plan;
  const GeglRectangle *box = &plan->mask.box;
  const double         px_per_cm = plan->recipe.value[FOLLI_PIXELS_PER_CM];
  const double         scale = find_scale (box);
  const GeglRectangle  area
      = { box->x * scale, box->y * scale, ceil (box->width * scale),
          ceil (box->height * scale) };

  if (counted->map == plan->mask.map && counted->px_per_cm >= px_per_cm)
    return;
  g_set_object (&counted->map, plan->mask.map);
  counted->scale = scale;
  counted->px_per_cm = px_per_cm;
  g_clear_pointer (&counted->excerpt, folli_excerpt_unref);
  counted->excerpt
      = folli_excerpt_new (counted->dialog->host, &plan->mask, &area,
                           MARGIN_CM * px_per_cm * scale, scale);
}

static gboolean
count (gpointer data)
{
  CountLine       *counted = data;
  const FolliPlan *plan = counted->dialog->plan;

  counted->rest_id = 0;
  if (!plan)
    return G_SOURCE_REMOVE;
  find_excerpt (counted);
  folli_desk_count (counted->dialog->desk, FOLLI_SLOT_COUNT, counted->excerpt,
                    &plan->recipe, plan->seed, show, counted);
  return G_SOURCE_REMOVE;
}

static void
follow (gpointer data)
{
  CountLine *counted = data;

  if (!counted->dialog->plan)
    {
      gtk_label_set_text (GTK_LABEL (counted->line), NULL);
      gtk_widget_hide (counted->warnings);
    }
  if (counted->rest_id)
    g_source_remove (counted->rest_id);
  counted->rest_id = g_timeout_add (REST_MS, count, counted);
}

static GtkWidget *
new_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  folli_toolkit_align (label);
  gtk_label_set_line_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH_CHARS);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_set_can_focus (label, FALSE);
  return label;
}

static void
free_count (gpointer data)
{
  CountLine *counted = data;

  if (counted->rest_id)
    g_source_remove (counted->rest_id);
  g_clear_pointer (&counted->excerpt, folli_excerpt_unref);
  g_clear_object (&counted->map);
  g_free (counted);
}

GtkWidget *
folli_dialog_new_count (FolliDialog *dialog)
{
  GtkWidget *box = folli_toolkit_new_box (GTK_ORIENTATION_VERTICAL, 2);
  CountLine *counted = g_new0 (CountLine, 1);

  counted->dialog = dialog;
  counted->line = new_label ();
  counted->warnings = new_label ();
  folli_dialog_embolden (counted->warnings, TRUE);
  gtk_widget_set_no_show_all (counted->warnings, TRUE);
  gtk_box_pack_start (GTK_BOX (box), counted->line, FALSE, FALSE, 0);
  gtk_box_pack_start (GTK_BOX (box), counted->warnings, FALSE, FALSE, 0);
  g_object_set_data_full (G_OBJECT (box), "folli-count", counted, free_count);
  folli_dialog_follow (dialog, follow, counted);
  return box;
}
