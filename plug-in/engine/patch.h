/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "candidates.h"

G_BEGIN_DECLS

/* A point on the finest lattice with the label that its rank follows from:
 * no earlier point is nearer than sqrt (clearance2). */
typedef struct
{
  gint32  x;
  gint32  y;
  guint32 clearance2;
} FolliDart;

/* A part of a tile that is filled at one level: candidates are thrown in
 * @reach, but for the @n_holes that other patches fill; those in @keep stay,
 * the others only keep the density even up to the border. In the level's own
 * lattice. The @coarsest level is thrown at one radius; its points all have the
 * same label, larger than those of the other levels. */
typedef struct
{
  guint    shift; /* log2 of the lattice's step in units */
  gboolean coarsest;
  FolliBox reach;
  FolliBox keep;
  FolliBox holes[4];
  guint    n_holes;
} FolliPatch;

/* Memory that one thread uses for one patch after the other. */
typedef struct
{
  FolliCandidates candidates;
  GArray         *known; /* of points near by, in the patch's lattice */
} FolliPatchWork;

void folli_patch_work_init (FolliPatchWork *work);
void folli_patch_work_clear (FolliPatchWork *work);

/* Makes @darts, moved by @dx and @dy units, known to the next fill. */
void folli_patch_know (FolliPatchWork   *work,
                       const FolliPatch *patch,
                       const GArray     *darts,
                       gint              dx,
                       gint              dy);

/* Fills @patch around what is known, appends what it keeps to @darts, and
 * forgets what was known. */
void folli_patch_fill (FolliPatchWork   *work,
                       const FolliPatch *patch,
                       guint64           key,
                       GArray           *darts);

G_END_DECLS
