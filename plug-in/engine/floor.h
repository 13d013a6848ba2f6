/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The largest whole number that is no larger: floor() would be a call. */
static inline gint
folli_floor (double x)
{
  const gint towards_0 = (gint)x;

  return towards_0 - (x < towards_0);
}

/* The quotient rounded down, for a divisor above 0. */
static inline gint64
folli_floor_divide (gint64 a, gint64 b)
{
  return a / b - (a % b < 0);
}

G_END_DECLS
