/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rises from 0 to 1 between two values, with no kink at either. */
static inline float
folli_smoothstep (float from, float to, float value)
{
  const float t = CLAMP ((value - from) / (to - from), 0.f, 1.f);

  return t * t * (3 - 2 * t);
}

G_END_DECLS
