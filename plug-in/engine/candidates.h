/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Exclusion radius of the finest level, in units. Each coarser level works on
 * a lattice twice as wide, so that it is the radius of every level in the
 * level's own lattice, and all squared distances that matter stay below 2^24:
 * exact in float, the same on every machine. */
#define FOLLI_PATCH_RADIUS 463

/* A rectangle of lattice points, its right and lower edge not included. */
typedef struct
{
  gint x0, y0, x1, y1;
} FolliBox;

/* Places that may become points, one somewhere in each cell of a grid, and how
 * far each is from the nearest point: two radii at first, which is all that
 * anybody asks for, or 0 for one that is out. */
typedef struct
{
  FolliBox reach;
  gint     columns;
  gint     rows;
  gint32  *place;      /* in the cell: x, and y << 16 */
  gint32  *clearance2; /* the distance, squared */
  gint32  *highest2;   /* no clearance in a block of candidates exceeds it */
  gint32  *eligible;   /* indices that were found */
  gsize    n_blocks;
  gsize    n_allocated; /* blocks that there is memory for */
} FolliCandidates;

void folli_candidates_init (FolliCandidates *candidates);
void folli_candidates_clear (FolliCandidates *candidates);

/* Throws new ones in @reach; a cell is a quarter of the radius. */
void folli_candidates_throw (FolliCandidates *candidates,
                             FolliBox         reach,
                             guint64          key);

/* Takes out those in @hole. */
void folli_candidates_remove (FolliCandidates *candidates,
                              const FolliBox  *hole);

/* Makes a point known to all that are nearer to it than sqrt (@reach2), which
 * is up to two radii. */
void folli_candidates_know (FolliCandidates *candidates,
                            gint             x,
                            gint             y,
                            gint32           reach2);

/* Lists by rising index those with a clearance of @radius2 or more, which may
 * not rise from one call to the next. Returns their number. */
gint folli_candidates_find (FolliCandidates *candidates, gint32 radius2);

gint folli_candidates_x (const FolliCandidates *candidates, gint index);
gint folli_candidates_y (const FolliCandidates *candidates, gint index);

static inline gboolean
folli_box_contains (const FolliBox *box, gint x, gint y)
{
  return x >= box->x0 && x < box->x1 && y >= box->y0 && y < box->y1;
}

G_END_DECLS
