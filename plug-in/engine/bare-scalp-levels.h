/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bare-scalp-blocks.h"

G_BEGIN_DECLS

/**
 * FolliLevels:
 * @skin: brightness of the skin between the hairs
 * @noise: standard deviation of that skin's brightness, relative to it
 * @texture: standard deviation between blocks of their brighter half,
 *   relative to it and beyond what noise explains
 *
 * What surrounds each block, within about 1.5 mm.
 */
typedef struct
{
  float *skin;
  float *noise;
  float *texture;
} FolliLevels;

/**
 * folli_levels_init:
 * @levels: (out caller-allocates): the levels
 * @blocks: the photo, with more than FOLLI_LEVELS_BORDER blocks around its
 *   core, of which those keep their cells; the levels are right in the core and
 *   for its neighbours
 */
void folli_levels_init (FolliLevels *levels, const FolliBlocks *blocks);

void folli_levels_clear (FolliLevels *levels);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FolliLevels, folli_levels_clear)

/* Blocks that count as surroundings to either side, four times: for the mean,
 * for what is brighter, for what is brighter still and by how much; and the
 * neighbours that each is interpolated from. */
#define FOLLI_LEVELS_RADIUS 3
#define FOLLI_LEVELS_BORDER (4 * FOLLI_LEVELS_RADIUS + 4)

G_END_DECLS
