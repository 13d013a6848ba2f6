/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What time leaves of a dot, relative to a fresh one. */
typedef struct
{
  double diameter;
  double strength; /* optical density */
  double opacity;  /* darkening, over and above what the strength takes */
  double kept;     /* share of the dots */
} FolliHealing;

/* Source: doc/numbers.md, "Healing and age". */
FolliHealing folli_healing_at (double age_months);

G_END_DECLS
