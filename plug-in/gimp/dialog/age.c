/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/dialog/age.h"

#include <glib/gi18n-lib.h>

/* Ages that lie at 0, 1, 2, 3 and 4. */
static const double MONTHS[] = { 0, 1, 12, 60, 240 };

double
folli_age_to_position (double months)
{
  guint i = 0;

  while (i + 2 < G_N_ELEMENTS (MONTHS) && months > MONTHS[i + 1])
    i++;
  return i + (months - MONTHS[i]) / (MONTHS[i + 1] - MONTHS[i]);
}

double
folli_age_from_position (double position)
{
  const guint i = CLAMP ((int)position, 0, (int)G_N_ELEMENTS (MONTHS) - 2);

  return MONTHS[i] + (position - i) * (MONTHS[i + 1] - MONTHS[i]);
}

/* GTK 2 takes marks to run from left to right, and lays their names over each
 * other where they do not, unless that is for the slider being inverted. */
static void
invert_for_direction (GtkWidget *slider)
{
  if (gtk_widget_get_direction (slider) == GTK_TEXT_DIR_LTR)
    return;
  gtk_widget_set_direction (slider, GTK_TEXT_DIR_LTR);
  gtk_range_set_inverted (GTK_RANGE (slider), TRUE);
}

void
folli_age_add_marks (GtkScale *slider)
{
  static const char *const NAMES[]
      = { N_ ("fresh"), N_ ("healed"), N_ ("1 year"), N_ ("5 years") };

  invert_for_direction (GTK_WIDGET (slider));
  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    gtk_scale_add_mark (slider, i, GTK_POS_BOTTOM, _ (NAMES[i]));
}
