/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gimp/mask.h"

G_BEGIN_DECLS

/**
 * FOLLI_FOOTPRINT_PARASITE:
 *
 * Name of the parasite of what was made with a selection, which has no name: a
 * text of folli_footprint_new().
 */
#define FOLLI_FOOTPRINT_PARASITE "follicle-mask"

/**
 * folli_footprint_new:
 * @mask: a mask
 *
 * Notes roughly where a mask is: its box as shares of the image, so that it
 * outlives scaling, and which of 32 × 32 cells of the box are inside it.
 *
 * Returns: (transfer full): a text
 */
char *folli_footprint_new (const FolliMask *mask);

/**
 * folli_footprint_compare:
 * @a: what folli_footprint_new() made
 * @b: what it made of another mask
 *
 * Returns: how much of what either covers both cover, 0-1; 0 if a text cannot
 * be read
 */
double folli_footprint_compare (const char *a, const char *b);

G_END_DECLS
