/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gegl.h>

G_BEGIN_DECLS

/**
 * FolliTestDots:
 * @graph: holds everything
 * @operation: a follicle:dots
 *
 * The operation behind an input of its own.
 */
typedef struct
{
  GeglNode *graph;
  GeglNode *operation;
} FolliTestDots;

/**
 * folli_test_start_gegl:
 *
 * Starts GEGL with our operations, and lets it run what is under the GPL,
 * which it would otherwise pass by in silence.
 */
void folli_test_start_gegl (int *argc, char ***argv);

/**
 * folli_test_dots_new:
 * @map: the density map
 * @...: names and values of properties, NULL at the end
 *
 * Returns: (transfer full): a fresh graph
 */
FolliTestDots folli_test_dots_new (GeglBuffer *map, ...) G_GNUC_NULL_TERMINATED;

void folli_test_dots_clear (FolliTestDots *dots);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FolliTestDots, folli_test_dots_clear)

/**
 * folli_test_dots_draw:
 * @dots: a graph
 * @rectangle: pixels
 *
 * Returns: (transfer full) (array): linear red, green, blue and alpha of each
 */
float *folli_test_dots_draw (const FolliTestDots *dots,
                             const GeglRectangle *rectangle);

/**
 * folli_test_grey_map:
 * @extent: its pixels
 * @density: called for each pixel
 * @format: of its pixels, as babl names it
 *
 * Returns: (transfer full): a density map
 */
GeglBuffer *folli_test_grey_map (const GeglRectangle *extent,
                                 double (*density) (gint x, gint y),
                                 const char *format);

G_END_DECLS
