/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "patch.h"

#include <math.h>
#include <string.h>

#include "follicle/hash.h"

enum
{
  CELLS_PER_RADIUS = 4, /* candidates per radius, in each direction */
  CELL = FOLLI_PATCH_RADIUS / CELLS_PER_RADIUS,
  N_STEPS = 10,
  PADDING = 16 /* candidates behind the last one, for whole vectors */
};

static const float RADIUS2 = FOLLI_PATCH_RADIUS * FOLLI_PATCH_RADIUS;

/* 4 ^ (1 - step / N_STEPS). Literals, since pow() differs between machines. */
static const float STEP_RATIO2[N_STEPS + 1]
    = { 4.f,        3.4822023f, 3.0314331f, 2.6390158f, 2.2973967f, 2.f,
        1.7411011f, 1.5157166f, 1.3195079f, 1.1486984f, 1.f };

/* A known point in the lattice of the patch. */
typedef struct
{
  float x;
  float y;
  float clearance2;
} Known;

typedef struct
{
  gint columns;
  gint rows;
} Grid;

void
folli_patch_work_init (FolliPatchWork *work)
{
  memset (work, 0, sizeof *work);
  work->known = g_array_new (FALSE, FALSE, sizeof (Known));
}

void
folli_patch_work_clear (FolliPatchWork *work)
{
  g_free (work->x);
  g_free (work->y);
  g_free (work->clearance2);
  g_free (work->alive);
  g_free (work->eligible);
  g_array_unref (work->known);
}

static void
reserve (FolliPatchWork *work, gsize n)
{
  if (n <= work->n_allocated)
    return;

  work->n_allocated = n + n / 4;
  work->x = g_renew (float, work->x, work->n_allocated);
  work->y = g_renew (float, work->y, work->n_allocated);
  work->clearance2 = g_renew (float, work->clearance2, work->n_allocated);
  work->alive = g_renew (gint32, work->alive, work->n_allocated);
  work->eligible = g_renew (gint32, work->eligible, work->n_allocated);
}

void
folli_patch_know (FolliPatchWork   *work,
                  const FolliPatch *patch,
                  const GArray     *darts,
                  gint              dx,
                  gint              dy)
{
  const float scale = 1.0f / (1 << patch->shift);
  const float margin = 2 * FOLLI_PATCH_RADIUS;

  for (guint i = 0; i < darts->len; i++)
    {
      const FolliDart *dart = &g_array_index (darts, FolliDart, i);
      Known            known = { (dart->x + dx) * scale, (dart->y + dy) * scale,
                                 dart->clearance2 * scale * scale };

      if (known.x >= patch->reach.x0 - margin
          && known.x < patch->reach.x1 + margin
          && known.y >= patch->reach.y0 - margin
          && known.y < patch->reach.y1 + margin)
        g_array_append_val (work->known, known);
    }
}

/* One candidate somewhere in each cell of the grid. */
static void
throw_candidates (FolliPatchWork *work,
                  const FolliBox *reach,
                  Grid            grid,
                  guint64         key)
{
  const guint32 row_key = key >> 32;
  const guint32 column_key = (guint32)key;
  gsize         k = 0;

  for (gint j = 0; j < grid.rows; j++)
    {
      guint32 row = row_key + (guint32)j * 0x9e3779b1u;

      row = (row ^ row >> 15) * 0x2c1b3c6du;
      row = row ^ row >> 12 ^ column_key;

      for (gint i = 0; i < grid.columns; i++, k++)
        {
          guint32 h = row + (guint32)i * 0x85ebca6bu;

          h = (h ^ h >> 16) * 0x7feb352du;
          h = (h ^ h >> 15) * 0x846ca68bu;
          h = h ^ h >> 16;
          work->x[k] = reach->x0 + i * CELL + (gint)((h & 0xffff) * CELL >> 16);
          work->y[k] = reach->y0 + j * CELL + (gint)((h >> 16) * CELL >> 16);
          work->clearance2[k] = 4 * RADIUS2;
        }
    }
}

static gboolean
box_contains (const FolliBox *box, float x, float y)
{
  return x >= box->x0 && x < box->x1 && y >= box->y0 && y < box->y1;
}

/* Takes the candidates out that another patch may fill, and those that the
 * last column and row throw over the border. */
static void
remove_candidates (FolliPatchWork *work, const FolliPatch *patch, Grid grid)
{
  const FolliBox *reach = &patch->reach;
  const gint      n = grid.columns * grid.rows;

  for (guint h = 0; h < patch->n_holes; h++)
    {
      const FolliBox *hole = &patch->holes[h];
      gint            i0 = MAX ((hole->x0 - reach->x0) / CELL - 1, 0);
      gint            j0 = MAX ((hole->y0 - reach->y0) / CELL - 1, 0);
      gint i1 = MIN ((hole->x1 - reach->x0) / CELL + 1, grid.columns - 1);
      gint j1 = MIN ((hole->y1 - reach->y0) / CELL + 1, grid.rows - 1);

      for (gint j = j0; j <= j1; j++)
        for (gint i = i0; i <= i1; i++)
          {
            gint k = j * grid.columns + i;

            if (box_contains (hole, work->x[k], work->y[k]))
              work->clearance2[k] = 0;
          }
    }

  for (gint k = grid.columns - 1; k < n; k += grid.columns)
    if (work->x[k] >= reach->x1)
      work->clearance2[k] = 0;
  for (gint k = n - grid.columns; k < n; k++)
    if (work->y[k] >= reach->y1)
      work->clearance2[k] = 0;

  for (gint k = n; k < n + PADDING; k++)
    {
      work->x[k] = work->y[k] = 1e9f;
      work->clearance2[k] = 0;
    }
}

/* Lowers the clearance of all candidates within sqrt (reach2) of a point. */
static void
clear_around (FolliPatchWork *work,
              const FolliBox *reach,
              Grid            grid,
              float           x,
              float           y,
              float           reach2)
{
  const float per_cell = 1.0f / CELL;
  const float radius = sqrtf (reach2) * 1.0001f;
  const float left = x - reach->x0 - radius;
  const float top = y - reach->y0 - radius;
  const float right = left + 2 * radius;
  const float bottom = top + 2 * radius;
  gint        i0, j0, i1, j1;

  if (right < 0 || bottom < 0)
    return;

  i0 = left < 0 ? 0 : (gint)(left * per_cell);
  j0 = top < 0 ? 0 : (gint)(top * per_cell);
  i1 = MIN ((gint)(right * per_cell), grid.columns - 1);
  j1 = MIN ((gint)(bottom * per_cell), grid.rows - 1);
  if (i0 > i1)
    return;

  for (gint j = j0; j <= j1; j++)
    {
      const gsize start = (gsize)j * grid.columns + i0;
      const float *restrict xs = work->x + start;
      const float *restrict ys = work->y + start;
      float *restrict clear2 = work->clearance2 + start;

      for (gint i = 0; i <= i1 - i0; i++)
        {
          float dx = xs[i] - x;
          float dy = ys[i] - y;
          float distance2 = dx * dx + dy * dy;
          float nearer = distance2 < clear2[i] ? distance2 : clear2[i];

          clear2[i] = distance2 < reach2 ? nearer : clear2[i];
        }
    }
}

/* Turns candidates into points, in random order, until none is left that
 * keeps the radius. */
static void
take_candidates (FolliPatchWork   *work,
                 const FolliPatch *patch,
                 Grid              grid,
                 float             radius2,
                 gint             *n_alive,
                 guint32          *random,
                 GArray           *darts)
{
  const float *clearance2 = work->clearance2;
  gint         n_eligible = 0;
  gint         n_left = 0;

  for (gint a = 0; a < *n_alive; a++)
    {
      gint  k = work->alive[a];
      float c = clearance2[k];

      work->alive[n_left] = k;
      n_left += c >= RADIUS2;
      work->eligible[n_eligible] = k;
      n_eligible += c >= radius2;
    }
  *n_alive = n_left;

  while (n_eligible > 0)
    {
      gint  z, k;
      float c;

      *random ^= *random << 13;
      *random ^= *random >> 17;
      *random ^= *random << 5;
      z = (gint)(((guint64)*random * (guint32)n_eligible) >> 32);
      k = work->eligible[z];
      work->eligible[z] = work->eligible[--n_eligible];

      c = clearance2[k];
      if (c < radius2)
        continue;

      clear_around (work, &patch->reach, grid, work->x[k], work->y[k], c);
      work->clearance2[k] = 0;
      if (box_contains (&patch->keep, work->x[k], work->y[k]))
        {
          FolliDart dart = { (gint32)work->x[k] << patch->shift,
                             (gint32)work->y[k] << patch->shift,
                             (guint32)(patch->coarsest ? 4 * RADIUS2 : c)
                                 << 2 * patch->shift };

          g_array_append_val (darts, dart);
        }
    }
}

void
folli_patch_fill (FolliPatchWork   *work,
                  const FolliPatch *patch,
                  guint64           key,
                  GArray           *darts)
{
  const FolliBox *reach = &patch->reach;
  const Grid      grid = { (reach->x1 - reach->x0 + CELL - 1) / CELL,
                           (reach->y1 - reach->y0 + CELL - 1) / CELL };
  const gint      n = grid.columns * grid.rows;
  guint32         random = (guint32)folli_hash_mix (key ^ 0x5bd1e995) | 1;
  gint            n_alive = 0;

  reserve (work, n + PADDING);
  throw_candidates (work, reach, grid, key);
  remove_candidates (work, patch, grid);

  for (guint i = 0; i < work->known->len; i++)
    {
      Known known = g_array_index (work->known, Known, i);

      clear_around (work, reach, grid, known.x, known.y,
                    MIN (known.clearance2, 4 * RADIUS2));
    }
  g_array_set_size (work->known, 0);

  for (gint k = 0; k < n; k++)
    {
      work->alive[n_alive] = k;
      n_alive += work->clearance2[k] >= RADIUS2;
    }

  for (gint step = patch->coarsest ? N_STEPS : 0;
       step <= N_STEPS && n_alive > 0; step++)
    take_candidates (work, patch, grid, RADIUS2 * STEP_RATIO2[step], &n_alive,
                     &random, darts);
}
