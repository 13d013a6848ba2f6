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

G_END_DECLS
