/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "candidates.h"

#include <math.h>
#include <string.h>

#include "wide.h"

enum
{
  CELL = FOLLI_PATCH_RADIUS / 4,
  LANES = 8, /* candidates in a row that are worked on together */
  BLOCK = 32 /* candidates that are looked through together */
};

static const gint32 MAX_CLEARANCE2
    = 4 * FOLLI_PATCH_RADIUS * FOLLI_PATCH_RADIUS;

void
folli_candidates_init (FolliCandidates *candidates)
{
  memset (candidates, 0, sizeof *candidates);
}

void
folli_candidates_clear (FolliCandidates *candidates)
{
  g_free (candidates->place);
}

/* One piece of memory for all, so that the allocator keeps it for the next
 * tile: fresh pages would cost a fifth of the time. */
static void
reserve (FolliCandidates *candidates)
{
  const gsize n_cells = (gsize)candidates->columns * candidates->rows;
  const gsize n_blocks = (n_cells + BLOCK - 1) / BLOCK;
  const gsize n = n_blocks * BLOCK;

  if (n_blocks > candidates->n_allocated)
    {
      g_free (candidates->place);
      candidates->n_allocated = n_blocks;
      candidates->place = g_new (gint32, 3 * n + n_blocks + 1);
    }
  candidates->n_blocks = n_blocks;
  candidates->clearance2 = candidates->place + n;
  candidates->highest2 = candidates->clearance2 + n;
  candidates->eligible = candidates->highest2 + n_blocks;
}

FOLLI_WIDE static void
fill_places (FolliCandidates *candidates, guint64 key)
{
  const gint    columns = candidates->columns;
  const guint32 row_key = key >> 32;
  const guint32 column_key = (guint32)key;

  for (gint j = 0; j < candidates->rows; j++)
    {
      gint32 *place = candidates->place + (gsize)j * columns;
      guint32 row = row_key + (guint32)j * 0x9e3779b1u;

      row = (row ^ row >> 15) * 0x2c1b3c6du;
      row = row ^ row >> 12 ^ column_key;

      for (gint i = 0; i < columns; i++)
        {
          guint32 h = row + (guint32)i * 0x85ebca6bu;

          h = (h ^ h >> 16) * 0x7feb352du;
          h = (h ^ h >> 15) * 0x846ca68bu;
          h = h ^ h >> 16;
          place[i] = (gint32)((h & 0xffff) * CELL >> 16
                              | ((h >> 16) * CELL & ~0xffffu));
        }
    }
}

/* The last column and row are thrown over the border. */
static void
remove_beyond (FolliCandidates *candidates)
{
  const gint columns = candidates->columns;
  const gint n = columns * candidates->rows;

  for (gint k = columns - 1; k < n; k += columns)
    if (folli_candidates_x (candidates, k) >= candidates->reach.x1)
      candidates->clearance2[k] = 0;
  for (gint k = n - columns; k < n; k++)
    if (folli_candidates_y (candidates, k) >= candidates->reach.y1)
      candidates->clearance2[k] = 0;
  for (gint k = n; k < (gint)candidates->n_blocks * BLOCK; k++)
    candidates->clearance2[k] = 0;
}

void
folli_candidates_throw (FolliCandidates *candidates,
                        FolliBox         reach,
                        guint64          key)
{
  candidates->reach = reach;
  candidates->columns = (reach.x1 - reach.x0 + CELL - 1) / CELL;
  candidates->rows = (reach.y1 - reach.y0 + CELL - 1) / CELL;
  reserve (candidates);

  fill_places (candidates, key);
  for (gsize k = 0; k < candidates->n_blocks * BLOCK; k++)
    candidates->clearance2[k] = MAX_CLEARANCE2;
  for (gsize b = 0; b < candidates->n_blocks; b++)
    candidates->highest2[b] = MAX_CLEARANCE2;
  remove_beyond (candidates);
}

void
folli_candidates_remove (FolliCandidates *candidates, const FolliBox *hole)
{
  const FolliBox *reach = &candidates->reach;
  const gint      i0 = MAX ((hole->x0 - reach->x0) / CELL - 1, 0);
  const gint      j0 = MAX ((hole->y0 - reach->y0) / CELL - 1, 0);
  const gint      i1 = (hole->x1 - reach->x0) / CELL + 1;
  const gint      j1 = (hole->y1 - reach->y0) / CELL + 1;

  for (gint j = j0; j <= MIN (j1, candidates->rows - 1); j++)
    for (gint i = i0; i <= MIN (i1, candidates->columns - 1); i++)
      {
        gint k = j * candidates->columns + i;

        if (folli_box_contains (hole, folli_candidates_x (candidates, k),
                                folli_candidates_y (candidates, k)))
          candidates->clearance2[k] = 0;
      }
}

/* Lowers clearances in part of a row whose first cell a point sees at @column
 * and @row. */
static inline void
lower_row (gint32 *restrict clearance2,
           const gint32 *restrict place,
           gint   n,
           float  column,
           float  row,
           gint32 reach2)
{
  for (gint i = 0; i < n; i++)
    {
      float  dx = (float)((place[i] & 0xffff) + i * CELL) + column;
      float  dy = (float)(place[i] >> 16) + row;
      gint32 distance2 = (gint32)(dx * dx + dy * dy);
      gint32 within2 = distance2 < reach2 ? distance2 : MAX_CLEARANCE2;

      clearance2[i] = MIN (within2, clearance2[i]);
    }
}

FOLLI_WIDE void
folli_candidates_know (FolliCandidates *candidates,
                       gint             x,
                       gint             y,
                       gint32           reach2)
{
  const gint  columns = candidates->columns;
  const float radius = sqrtf ((float)reach2) * 1.0001f;
  const float left = candidates->reach.x0 - x;
  const float top = candidates->reach.y0 - y;
  const gint  i0 = (gint)(MAX (-radius - left, 0) / CELL);
  const gint  i1 = (gint)((radius - left) / CELL);
  const gint  j0 = (gint)(MAX (-radius - top, 0) / CELL);
  const gint  j1 = MIN ((gint)((radius - top) / CELL), candidates->rows - 1);
  /* Whole vectors where the row is long enough: to look at more candidates
   * than need be does no harm. */
  const gint n_wanted = (i1 - i0 + LANES) / LANES * LANES;
  const gint n = MIN (n_wanted, columns);
  const gint first = MIN (i0, columns - n);

  if (radius < left || radius < top || i0 >= columns)
    return;

  for (gint j = j0; j <= j1; j++)
    {
      const gsize start = (gsize)j * columns + first;

      lower_row (candidates->clearance2 + start, candidates->place + start, n,
                 left + first * CELL, top + j * CELL, reach2);
    }
}

static inline gint32
find_highest (const gint32 *clearance2)
{
  gint32 highest2 = 0;

  for (gint i = 0; i < BLOCK; i++)
    highest2 = MAX (highest2, clearance2[i]);
  return highest2;
}

FOLLI_WIDE gint
folli_candidates_find (FolliCandidates *candidates, gint32 radius2)
{
  gint32 *eligible = candidates->eligible;
  gint    n_eligible = 0;

  for (gsize b = 0; b < candidates->n_blocks; b++)
    {
      const gint32 *clearance2 = candidates->clearance2 + b * BLOCK;

      /* Clearances only fall: what was too low before need not be read. */
      if (candidates->highest2[b] < radius2)
        continue;
      candidates->highest2[b] = find_highest (clearance2);
      if (candidates->highest2[b] < radius2)
        continue;
      /* Written always, and kept if it is one: a branch here would be guessed
       * wrong as often as not. */
      for (gint i = 0; i < BLOCK; i++)
        {
          eligible[n_eligible] = (gint32)b * BLOCK + i;
          n_eligible += clearance2[i] >= radius2;
        }
    }
  return n_eligible;
}

gint
folli_candidates_x (const FolliCandidates *candidates, gint index)
{
  return candidates->reach.x0 + index % candidates->columns * CELL
         + (candidates->place[index] & 0xffff);
}

gint
folli_candidates_y (const FolliCandidates *candidates, gint index)
{
  return candidates->reach.y0 + index / candidates->columns * CELL
         + (candidates->place[index] >> 16);
}
