/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edges-grow.h"

/* The cells that a step has reached, from which the next one is taken. */
typedef struct
{
  gsize *cell;
  gsize  n;
} Front;

static void
step_to (gboolean *is_there, Front *front, gsize cell)
{
  is_there[cell] = TRUE;
  front->cell[front->n++] = cell;
}

/* Only cells with all four neighbours: those at the window's border are none
 * that anybody asks for. */
static gboolean
is_inside (const FolliCells *cells, gsize cell)
{
  const gsize width = cells->extent.width;
  const gsize x = cell % width;

  return x > 0 && x < width - 1 && cell >= width && cell < cells->n - width;
}

static void
step_from (const FolliCells *cells,
           gsize             from,
           FolliMayStep      may_step,
           gconstpointer     data,
           gboolean         *is_there,
           Front            *next)
{
  const gsize width = cells->extent.width;
  const gsize neighbours[] = { from - width, from - 1, from + 1, from + width };

  if (!is_inside (cells, from))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (neighbours); i++)
    if (!is_there[neighbours[i]] && may_step (data, from, neighbours[i]))
      step_to (is_there, next, neighbours[i]);
}

void
folli_cells_grow (const FolliCells *cells,
                  gboolean         *is_there,
                  gint              n_steps,
                  FolliMayStep      may_step,
                  gconstpointer     data)
{
  g_autofree gsize *here = g_new (gsize, cells->n);
  g_autofree gsize *there = g_new (gsize, cells->n);
  Front             front = { here, 0 };
  Front             next = { there, 0 };

  for (gsize i = 0; i < cells->n; i++)
    if (is_there[i])
      front.cell[front.n++] = i;
  for (gint step = 0; step < n_steps && front.n > 0; step++)
    {
      const Front last = front;

      next.n = 0;
      for (gsize i = 0; i < front.n; i++)
        step_from (cells, front.cell[i], may_step, data, is_there, &next);
      front = next;
      next = last;
    }
}
