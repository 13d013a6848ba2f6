/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/scale.h"

#include <math.h>
#include <stdio.h>

#include "follicle/parameters.h"

char *
folli_scale_to_string (double px_per_cm, int width, int height)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_dtostr (number, sizeof number, px_per_cm);
  return g_strdup_printf ("%s %d %d", number, width, height);
}

double
folli_scale_from_string (const char *text, int width, int height)
{
  const int now[2] = { width, height };
  int       then[2];
  char     *rest;
  double    px_per_cm = g_ascii_strtod (text, &rest);

  if (sscanf (rest, "%9d %9d", &then[0], &then[1]) == 2)
    px_per_cm *= folli_scale_find_growth (then, now, 2);
  return folli_parameter_check (FOLLI_PIXELS_PER_CM, px_per_cm, NULL)
             ? px_per_cm
             : 0;
}

double
folli_scale_find_growth (const int *then, const int *now, int n_lengths)
{
  int    longest = 0;
  double growth;

  for (int i = 0; i < n_lengths; i++)
    {
      if (then[i] <= 0)
        return 1;
      if (then[i] > then[longest])
        longest = i;
    }

  growth = (double)now[longest] / then[longest];
  for (int i = 0; i < n_lengths; i++)
    if (fabs (now[i] - growth * then[i]) > 1 + growth)
      return 1;
  return growth;
}
