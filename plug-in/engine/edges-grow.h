/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "edges-cells.h"

G_BEGIN_DECLS

/**
 * FolliMayStep:
 * @data: as given to folli_cells_grow()
 * @from: a cell that has been reached
 * @to: a neighbour of it
 *
 * Returns: whether @to is reached from there
 */
typedef gboolean (*FolliMayStep) (gconstpointer data, gsize from, gsize to);

/**
 * folli_cells_grow:
 * @cells: the cells
 * @is_there: (array) (inout): where to begin; then all that was reached
 * @n_steps: the most steps from there, to any of four neighbours
 * @may_step: which steps there are
 * @data: for @may_step
 *
 * Grows a region. What is reached depends on nothing farther away than the
 * number of steps.
 */
void folli_cells_grow (const FolliCells *cells,
                       gboolean         *is_there,
                       gint              n_steps,
                       FolliMayStep      may_step,
                       gconstpointer     data);

G_END_DECLS
