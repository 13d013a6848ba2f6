/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "head/model.h"

G_BEGIN_DECLS

/**
 * head_hash:
 * @x: a cell
 * @y: and
 * @z: its neighbours
 * @salt: tells uses apart
 *
 * Returns: 32 well mixed bits
 */
guint32 head_hash (gint32 x, gint32 y, gint32 z, guint32 salt);

/**
 * head_noise:
 * @place: mm
 * @wavelength: mm
 * @salt: tells uses apart
 *
 * Returns: smooth noise from -1 to 1, mean 0
 */
float head_noise (HeadVec place, float wavelength, guint32 salt);

/**
 * head_noise_lean:
 * @place: mm
 * @wavelength: mm
 * @salt: tells uses apart
 *
 * Returns: how smooth noise leans there: its gradient times half the
 * wavelength
 */
HeadVec head_noise_lean (HeadVec place, float wavelength, guint32 salt);

/**
 * head_domes:
 * @place: on the skin, mm
 *
 * Skin is a pavement of little domes with furrows between them.
 *
 * Returns: where the place is on its dome, in radii from the top
 */
HeadVec head_domes (HeadVec place);

/**
 * head_pores:
 * @place: on the skin, mm
 *
 * Returns: mm to the nearest pore, or more than half a millimetre
 */
float head_pores (HeadVec place);

/**
 * head_stubble:
 * @place: on the skin, in the head's space, mm
 * @coverage: share of the skin that stubble covers, 0 to 1
 *
 * Cut ends of hair are grains strewn through space, which the skin's surface
 * cuts: the share of any surface that lies in grains is the share of space
 * that they fill, so the coverage is known without measuring the surface.
 *
 * Returns: TRUE where there is a hair
 */
gboolean head_stubble (HeadVec place, float coverage);

G_END_DECLS
