/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FolliLab:
 * @l: lightness L*, 0 to 100
 * @a: from green to red
 * @b: from blue to yellow
 *
 * A colour as CIE 1976 has it, under D65.
 */
typedef struct
{
  double l;
  double a;
  double b;
} FolliLab;

/**
 * folli_lab_of_linear:
 * @rgb: red, green and blue of sRGB in linear light, 0 to 1
 *
 * Returns: the colour
 */
FolliLab folli_lab_of_linear (const double rgb[3]);

/**
 * folli_lab_chroma:
 * @lab: a colour
 *
 * Returns: how far it is from grey
 */
double folli_lab_chroma (FolliLab lab);

/**
 * folli_lab_hue_turn_deg:
 * @from: a colour
 * @to: another one
 *
 * Returns: how far hue turns between them, -180 to 180 degrees
 */
double folli_lab_hue_turn_deg (FolliLab from, FolliLab to);

G_END_DECLS
