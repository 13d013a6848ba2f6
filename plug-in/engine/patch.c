/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "patch.h"

#include <math.h>

#include "hash.h"

enum
{
  N_STEPS = 10
};

static const gint32 RADIUS2 = FOLLI_PATCH_RADIUS * FOLLI_PATCH_RADIUS;

/* 4 ^ (1 - step / N_STEPS). Literals, since pow() differs between machines. */
static const float STEP_RATIO2[N_STEPS + 1]
    = { 4.f,        3.4822023f, 3.0314331f, 2.6390158f, 2.2973967f, 2.f,
        1.7411011f, 1.5157166f, 1.3195079f, 1.1486984f, 1.f };

/* A known point in the lattice of the patch. */
typedef struct
{
  gint32 x;
  gint32 y;
  gint32 clearance2;
} Known;

void
folli_patch_work_init (FolliPatchWork *work)
{
  folli_candidates_init (&work->candidates);
  work->known = g_array_new (FALSE, FALSE, sizeof (Known));
}

void
folli_patch_work_clear (FolliPatchWork *work)
{
  folli_candidates_clear (&work->candidates);
  g_array_unref (work->known);
}

void
folli_patch_know (FolliPatchWork   *work,
                  const FolliPatch *patch,
                  const GArray     *darts,
                  gint              dx,
                  gint              dy)
{
  const gint step = 1 << patch->shift;
  const gint margin = 2 * FOLLI_PATCH_RADIUS;

  for (guint i = 0; i < darts->len; i++)
    {
      const FolliDart *dart = &g_array_index (darts, FolliDart, i);
      /* Coarser lattices are part of this one: nothing is rounded. */
      const Known known = { (dart->x + dx) / step, (dart->y + dy) / step,
                            (gint32)(dart->clearance2 >> 2 * patch->shift) };

      if (known.x >= patch->reach.x0 - margin
          && known.x < patch->reach.x1 + margin
          && known.y >= patch->reach.y0 - margin
          && known.y < patch->reach.y1 + margin)
        g_array_append_val (work->known, known);
    }
}

/* Lets candidates know of the points around, and forgets these. */
static void
consider_known (FolliPatchWork *work)
{
  for (guint i = 0; i < work->known->len; i++)
    {
      const Known *known = &g_array_index (work->known, Known, i);

      folli_candidates_know (&work->candidates, known->x, known->y,
                             MIN (known->clearance2, 4 * RADIUS2));
    }
  g_array_set_size (work->known, 0);
}

static void
take_candidate (FolliCandidates  *candidates,
                gint              index,
                const FolliPatch *patch,
                GArray           *darts)
{
  const gint   x = folli_candidates_x (candidates, index);
  const gint   y = folli_candidates_y (candidates, index);
  const gint32 clearance2 = candidates->clearance2[index];

  folli_candidates_know (candidates, x, y, clearance2);
  if (folli_box_contains (&patch->keep, x, y))
    {
      const guint32 label = patch->coarsest ? 4 * RADIUS2 : clearance2;
      FolliDart     dart = { x * (1 << patch->shift), y * (1 << patch->shift),
                             label << 2 * patch->shift };

      g_array_append_val (darts, dart);
    }
}

/* Turns candidates into points, in random order, until none is left that
 * keeps the radius. */
static void
take_candidates (FolliCandidates  *candidates,
                 gint32            radius2,
                 guint32          *random,
                 const FolliPatch *patch,
                 GArray           *darts)
{
  gint32 *eligible = candidates->eligible;
  gint    n_eligible = folli_candidates_find (candidates, radius2);

  while (n_eligible > 0)
    {
      gint at, index;

      *random ^= *random << 13;
      *random ^= *random >> 17;
      *random ^= *random << 5;
      at = (gint)(((guint64)*random * (guint32)n_eligible) >> 32);
      index = eligible[at];
      eligible[at] = eligible[--n_eligible];
      if (candidates->clearance2[index] >= radius2)
        take_candidate (candidates, index, patch, darts);
    }
}

void
folli_patch_fill (FolliPatchWork   *work,
                  const FolliPatch *patch,
                  guint64           key,
                  GArray           *darts)
{
  guint32 random = (guint32)folli_hash_mix (key ^ 0x5bd1e995) | 1;

  folli_candidates_throw (&work->candidates, patch->reach, key);
  for (guint h = 0; h < patch->n_holes; h++)
    folli_candidates_remove (&work->candidates, &patch->holes[h]);
  consider_known (work);

  for (gint step = patch->coarsest ? N_STEPS : 0; step <= N_STEPS; step++)
    take_candidates (&work->candidates,
                     (gint32)ceilf (RADIUS2 * STEP_RATIO2[step]), &random,
                     patch, darts);
}
