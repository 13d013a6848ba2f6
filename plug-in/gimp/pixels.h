/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gegl.h>

G_BEGIN_DECLS

/**
 * folli_pixels_get:
 * @buffer: pixels
 * @area: a part of it
 * @rgba: (out): four bytes each, R'G'B'A in sRGB, row by row
 *
 * Reads pixels to show them, without babl's tables: to measure how fast those
 * are takes babl seconds, in each process where it first meets a pair of
 * formats that they are made for.
 */
void
folli_pixels_get (GeglBuffer *buffer, const GeglRectangle *area, guchar *rgba);

G_END_DECLS
