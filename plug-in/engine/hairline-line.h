/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/hairline.h"

G_BEGIN_DECLS

/* mm: half the width of an island of density around a stray dot. Wide enough
 * for a dot and for its place to vary. */
#define FOLLI_STRAY_RADIUS_MM 0.55

/**
 * FolliStray:
 * @x_mm: middle, from the image's left edge
 * @y_mm: middle, from its top edge
 * @chance: how likely it must be to be there, 0 to 1
 *
 * Where a stray dot may lie.
 */
typedef struct
{
  double x_mm;
  double y_mm;
  float  chance;
} FolliStray;

/**
 * folli_hairline_stray_pitch_mm:
 *
 * Returns: the distance of places where stray dots may lie, mm
 */
double folli_hairline_stray_pitch_mm (void);

/**
 * folli_hairline_get_stray:
 * @hairline: the hairline
 * @column: place in a grid of that pitch
 * @row: place in a grid of that pitch
 *
 * Returns: the one place for a stray dot there, at least its radius inside
 */
FolliStray
folli_hairline_get_stray (const FolliHairline *hairline, gint column, gint row);

G_END_DECLS
