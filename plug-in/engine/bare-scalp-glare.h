/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "bare-scalp-blocks.h"

G_BEGIN_DECLS

/* Blocks to a side of the coarser ones that a highlight's surroundings are
 * measured on, how many of those to either side are surroundings, and how far
 * that reaches in all. */
#define FOLLI_GLARE_COARSE 4
#define FOLLI_GLARE_RADIUS 8
#define FOLLI_GLARE_BORDER ((FOLLI_GLARE_RADIUS + 2) * FOLLI_GLARE_COARSE)

/**
 * folli_glare_find:
 * @blocks: the photo, with more than FOLLI_GLARE_BORDER + 1 blocks around its
 *   core; its extent is a multiple of FOLLI_GLARE_COARSE. The result is right
 *   in the core and for its neighbours
 *
 * Compares each block with the skin within about 16 mm.
 *
 * Returns: (transfer full): how much each block is a highlight, 0 to 1
 */
float *folli_glare_find (const FolliBlocks *blocks);

G_END_DECLS
