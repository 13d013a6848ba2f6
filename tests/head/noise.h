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
