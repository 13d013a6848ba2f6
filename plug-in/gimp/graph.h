/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gegl.h>

#include "follicle/presets.h"
#include "follicle/render.h"

G_BEGIN_DECLS

/**
 * FolliProgressFunc:
 * @fraction: 0-1
 * @data: the caller's
 */
typedef void (*FolliProgressFunc) (double fraction, gpointer data);

/**
 * folli_graph_add_operation:
 * @graph: the graph that owns the node
 * @operation: "follicle:dots" or another operation of ours
 * @recipe: numbers and shade
 * @seed: of the arrangement
 *
 * Adds an operation to a graph and sets each of its properties that the
 * recipe knows, by name.
 *
 * Returns: (transfer none): the node
 */
GeglNode *folli_graph_add_operation (GeglNode          *graph,
                                     const char        *operation,
                                     const FolliRecipe *recipe,
                                     guint32            seed);

/**
 * folli_graph_render:
 * @node: the last node of a graph
 * @target: written to
 * @area: what to write of it
 * @progress: (nullable) (scope call): told how far it is
 * @data: for @progress
 *
 * Computes pixels, until all are there or the thread's own GCancellable is
 * cancelled.
 */
void folli_graph_render (GeglNode            *node,
                         GeglBuffer          *target,
                         const GeglRectangle *area,
                         FolliProgressFunc    progress,
                         gpointer             data);

/**
 * folli_graph_copy:
 * @from: pixels
 * @area: which of them
 * @to: where they go, at the same place
 *
 * Copies pixels to GIMP or from it, until all are there or the thread's own
 * GCancellable is cancelled.
 */
void
folli_graph_copy (GeglBuffer *from, const GeglRectangle *area, GeglBuffer *to);

/**
 * folli_graph_draw_dots:
 * @map: density map
 * @recipe: numbers and shade
 * @seed: of the arrangement
 * @session: FOLLI_SESSION_ALL, or 1 to 3
 * @target: written over its whole extent
 * @progress: (nullable) (scope call): told how far it is
 * @data: for @progress
 *
 * Draws the pigment of a density map.
 */
void folli_graph_draw_dots (GeglBuffer        *map,
                            const FolliRecipe *recipe,
                            guint32            seed,
                            int                session,
                            GeglBuffer        *target,
                            FolliProgressFunc  progress,
                            gpointer           data);

/**
 * folli_graph_multiply:
 * @photo: the photo
 * @pigment: made by folli_graph_draw_dots()
 * @target: written only where photo and pigment are
 *
 * Lays pigment over a photo as GIMP's Multiply does in linear light: photo ×
 * transmittance. Alpha is copied.
 */
void folli_graph_multiply (GeglBuffer *photo,
                           GeglBuffer *pigment,
                           GeglBuffer *target);

G_END_DECLS
