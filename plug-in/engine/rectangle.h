/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/raster.h"

G_BEGIN_DECLS

/* With a margin on every side. */
static inline FolliRectangle
folli_rectangle_grow (FolliRectangle r, gint margin)
{
  return (FolliRectangle){ r.x - margin, r.y - margin, r.width + 2 * margin,
                           r.height + 2 * margin };
}

/* What is in both; empty where nothing is. */
static inline FolliRectangle
folli_rectangle_intersect (FolliRectangle a, FolliRectangle b)
{
  const gint left = MAX (a.x, b.x);
  const gint top = MAX (a.y, b.y);
  const gint right = MIN (a.x + a.width, b.x + b.width);
  const gint bottom = MIN (a.y + a.height, b.y + b.height);

  return (FolliRectangle){ left, top, MAX (right - left, 0),
                           MAX (bottom - top, 0) };
}

static inline gboolean
folli_rectangle_contains (FolliRectangle r, gint x, gint y)
{
  return x >= r.x && x < r.x + r.width && y >= r.y && y < r.y + r.height;
}

G_END_DECLS
