/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gegl.h>

#include "clock.h"

G_BEGIN_DECLS

/**
 * bench_stroke_run:
 * @node: what depends on the map
 * @map: a density map, which is painted on
 * @result: where the pixels go
 *
 * Renders the node, as a picture that is shown; then paints squares of 200 px
 * on the middle of the map, one after the other, and renders what that makes
 * invalid, in pieces as GIMP asks for them.
 *
 * Returns: the mean time from a stroke's paint to the picture that shows it
 */
BenchTime
bench_stroke_run (GeglNode *node, GeglBuffer *map, GeglBuffer *result);

G_END_DECLS
