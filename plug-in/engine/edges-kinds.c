/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edges-kinds.h"

#include "edges-grow.h"
#include "edges-skin.h"
#include "hairline-field.h"

/* Cells that are told apart by themselves are noisy: most of those that near
 * decide. */
#define MOST_MM 0.7

/* Hair on as much of the skin, within this, and the tone goes on. */
#define HAIR_MM 1.5
#define HAIR_SHARE 0.12
#define HAIR_LEAST 0.06
#define AROUND_MM 3.0
#define AROUND_SHARE 0.35

/* As much of the stubble beside the mask, and it does, too. */
#define ENOUGH_STUBBLE 0.15f

/* Half the width of what is large, and how far from that its corners reach. */
#define LARGE_MM 3.0
#define CORNER_MM 5.0

/* Half the width of a strip of skin between the mask and what it goes on in
 * that was not meant to be left out. */
#define STRIP_MM (FOLLI_KINDS_SHORT_MM / 2)

/* Replaces what each cell is by what most of those around it are. */
static void
let_most_decide (const FolliCells *cells, gboolean *is_there)
{
  const gint         radius = folli_cells_count (cells, MOST_MM);
  g_autofree gint64 *sum = g_new (gint64, cells->n);
  const gint         n = (2 * radius + 1) * (2 * radius + 1);

  folli_cells_sum (cells, is_there, radius, sum);
  for (gsize i = 0; i < cells->n; i++)
    is_there[i] = 2 * sum[i] > n;
}

static gboolean *
find_different (const FolliCells *cells, const FolliLikeness *likeness)
{
  gboolean *is_there = g_new (gboolean, cells->n);

  for (gsize i = 0; i < cells->n; i++)
    is_there[i] = likeness[i] != FOLLI_LIKENESS_SKIN;
  let_most_decide (cells, is_there);
  return is_there;
}

static gboolean *
find_known (const FolliCells *cells, const FolliLikeness *likeness)
{
  gboolean *is_known = g_new (gboolean, cells->n);

  for (gsize i = 0; i < cells->n; i++)
    is_known[i] = likeness[i] != FOLLI_LIKENESS_UNKNOWN;
  return is_known;
}

static gboolean *
find_painted (const FolliCells *cells)
{
  gboolean *is_painted = g_new (gboolean, cells->n);

  for (gsize i = 0; i < cells->n; i++)
    is_painted[i] = cells->mask[i] >= FOLLI_MASK_BLACK;
  return is_painted;
}

/* Where there is as much hair, and not only a wrinkle or an edge, which are
 * narrow: hair is found all around. */
static gboolean *
find_hair (const FolliCells *cells, const gint32 *hair)
{
  const gint         radius = folli_cells_count (cells, HAIR_MM);
  const gint         around = folli_cells_count (cells, AROUND_MM);
  const double       n = (2 * radius + 1) * (2 * radius + 1);
  const double       n_around = (2 * around + 1) * (2 * around + 1);
  g_autofree gint64 *sum = g_new (gint64, cells->n);
  g_autofree gint64 *count = g_new (gint64, cells->n);
  g_autofree gint32 *has_hair = g_new (gint32, cells->n);
  gboolean          *is_hair = g_new (gboolean, cells->n);

  for (gsize i = 0; i < cells->n; i++)
    has_hair[i] = hair[i] > HAIR_LEAST * 4096;
  folli_cells_sum (cells, hair, radius, sum);
  folli_cells_sum (cells, has_hair, around, count);
  for (gsize i = 0; i < cells->n; i++)
    is_hair[i]
        = sum[i] > HAIR_SHARE * 4096 * n && count[i] > AROUND_SHARE * n_around;
  return is_hair;
}

static gboolean
may_step (gconstpointer is_out, gsize from, gsize to)
{
  return ((const gboolean *)is_out)[to];
}

/* A highlight, a mole or a single strand of hair is not where the head ends:
 * keeps what there is much of (an opening by reconstruction, in terms of
 * morphology). */
static void
keep_large (const FolliCells *cells, gboolean *is_out)
{
  const gint           radius = folli_cells_count (cells, LARGE_MM);
  g_autofree float    *depth = folli_cells_measure (cells, is_out, radius);
  g_autofree gboolean *is_kept = g_new (gboolean, cells->n);

  for (gsize i = 0; i < cells->n; i++)
    is_kept[i] = depth[i] >= radius;
  folli_cells_grow (cells, is_kept, folli_cells_count (cells, CORNER_MM),
                    may_step, is_out);
  for (gsize i = 0; i < cells->n; i++)
    is_out[i] = is_kept[i];
}

/* What is too far from painted skin to be compared is out where it continues
 * what is known to be, as far as that matters. */
static void
continue_known (const FolliCells    *cells,
                const FolliLikeness *likeness,
                gint                 reach,
                gboolean            *is_out)
{
  g_autofree gboolean *is_unknown = g_new (gboolean, cells->n);
  g_autofree gboolean *is_near = NULL;

  for (gsize i = 0; i < cells->n; i++)
    is_unknown[i] = likeness[i] == FOLLI_LIKENESS_UNKNOWN;
  /* most of those around decide, and must have been compared */
  is_near = folli_cells_find_near (cells, is_unknown,
                                   folli_cells_count (cells, MOST_MM) + 1);
  for (gsize i = 0; i < cells->n; i++)
    {
      is_unknown[i] = is_out[i] && is_near[i];
      is_out[i] = is_out[i] && !is_near[i];
    }
  folli_cells_grow (cells, is_out, reach, may_step, is_unknown);
}

/* What is painted stays so, except near where the head has ended. */
static void
keep_painted (const FolliCells *cells,
              const gboolean   *is_painted,
              gboolean         *is_out)
{
  const gint           reach = folli_cells_count (cells, FOLLI_KINDS_SHORT_MM);
  g_autofree gboolean *outside = g_new (gboolean, cells->n);
  g_autofree gboolean *is_near = NULL;

  for (gsize i = 0; i < cells->n; i++)
    outside[i] = is_out[i] && !is_painted[i];
  is_near = folli_cells_find_near (cells, outside, reach);
  for (gsize i = 0; i < cells->n; i++)
    is_out[i] = is_out[i] && is_near[i];
}

/* Where a disc finds no room on bare skin that nobody painted (an opening, in
 * terms of morphology), near both to the mask and to what it goes on in. */
static gboolean *
find_filled (const FolliCells *cells,
             const gboolean   *is_painted,
             const gboolean   *goes_on)
{
  const gint radius = folli_cells_count (cells, STRIP_MM);
  const gint across = folli_cells_count (cells, FOLLI_KINDS_SHORT_MM) + 1;
  gboolean  *is_filled = g_new (gboolean, cells->n);
  g_autofree gboolean *is_room = g_new (gboolean, cells->n);
  g_autofree gboolean *by_mask = NULL;
  g_autofree gboolean *by_other = NULL;
  g_autofree float    *room = NULL;

  for (gsize i = 0; i < cells->n; i++)
    is_filled[i] = !is_painted[i] && !goes_on[i];
  room = folli_cells_measure (cells, is_filled, radius + 1);
  for (gsize i = 0; i < cells->n; i++)
    is_room[i] = room[i] >= radius;
  g_clear_pointer (&room, g_free);
  room = folli_cells_measure (cells, is_room, radius + 1);
  by_mask = folli_cells_find_near (cells, is_painted, across);
  by_other = folli_cells_find_near (cells, goes_on, across);
  for (gsize i = 0; i < cells->n; i++)
    is_filled[i]
        = is_filled[i] && by_mask[i] && by_other[i] && room[i] < -radius;
  return is_filled;
}

void
folli_kinds_find_out (FolliKinds       *kinds,
                      const FolliCells *cells,
                      double            reach_mm)
{
  g_autofree FolliLikeness *likeness = NULL;

  kinds->is_painted = find_painted (cells);
  likeness = folli_skin_compare (cells, kinds->is_painted);
  kinds->is_known = find_known (cells, likeness);
  kinds->is_out = find_different (cells, likeness);
  keep_large (cells, kinds->is_out);
  continue_known (cells, likeness, folli_cells_count (cells, reach_mm),
                  kinds->is_out);
  keep_painted (cells, kinds->is_painted, kinds->is_out);
}

void
folli_kinds_find_rest (FolliKinds       *kinds,
                       const FolliCells *cells,
                       const gint32     *hair,
                       const float      *stubble)
{
  kinds->is_hair = find_hair (cells, hair);
  kinds->goes_on = g_new (gboolean, cells->n);
  for (gsize i = 0; i < cells->n; i++)
    {
      kinds->is_hair[i] = (kinds->is_hair[i] || stubble[i] >= ENOUGH_STUBBLE)
                          && !kinds->is_out[i];
      kinds->goes_on[i]
          = kinds->is_out[i] || (!kinds->is_painted[i] && kinds->is_hair[i]);
    }
  kinds->is_filled = find_filled (cells, kinds->is_painted, kinds->goes_on);
}

void
folli_kinds_clear (FolliKinds *kinds)
{
  g_clear_pointer (&kinds->is_painted, g_free);
  g_clear_pointer (&kinds->is_out, g_free);
  g_clear_pointer (&kinds->is_known, g_free);
  g_clear_pointer (&kinds->is_hair, g_free);
  g_clear_pointer (&kinds->goes_on, g_free);
  g_clear_pointer (&kinds->is_filled, g_free);
}
