/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gimp/settings.h"

G_BEGIN_DECLS

/**
 * folli_clinic_recall:
 * @settings: arguments, of which one is called "title"
 *
 * Puts in the clinic's title and logo, if they are kept and no others are
 * stated.
 */
void folli_clinic_recall (FolliSettings *settings);

/**
 * folli_clinic_keep:
 * @settings: arguments, of which one is called "title"
 *
 * Keeps the clinic's title and logo in the user's configuration, where every
 * GIMP finds them. Nothing else is kept: the rest is the client's.
 */
void folli_clinic_keep (const FolliSettings *settings);

G_END_DECLS
