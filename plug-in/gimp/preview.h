/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gimp/plan.h"

G_BEGIN_DECLS

/**
 * folli_preview_draw:
 * @plan: what is going to be done
 * @photo: the photo's pixels
 * @area: the part of the photo to draw; of what lies around it a few
 *   millimetres matter
 * @format: Babl format of @pixels
 * @pixels: (out): as many as @area has, row by row
 *
 * Draws a part of the photo as it will look with its dots. Only what this part
 * needs is computed.
 */
void folli_preview_draw (const FolliPlan     *plan,
                         GeglBuffer          *photo,
                         const GeglRectangle *area,
                         const Babl          *format,
                         void                *pixels);

G_END_DECLS
