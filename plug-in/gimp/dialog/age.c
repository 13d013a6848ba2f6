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

void
folli_age_add_marks (GtkScale *slider)
{
  static const char *const NAMES[]
      = { N_ ("fresh"), N_ ("healed"), N_ ("1 year"), N_ ("5 years") };

  for (guint i = 0; i < G_N_ELEMENTS (NAMES); i++)
    gtk_scale_add_mark (slider, i, GTK_POS_BOTTOM, _ (NAMES[i]));
}
