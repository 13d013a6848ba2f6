/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/density-steps.h"

#include "wide.h"

FOLLI_WIDE void
folli_density_round (float *density, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      /* Written so that what is not a number becomes 0. */
      const float positive = density[i] > 0 ? density[i] : 0;
      const float limited = positive < 1 ? positive : 1;

      density[i] = (gint)(limited * FOLLI_DENSITY_STEPS + 0.5f)
                   / (float)FOLLI_DENSITY_STEPS;
    }
}
