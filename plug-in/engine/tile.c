/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tile.h"

#include <stdlib.h>
#include <string.h>

#include "hash.h"
#include "patch.h"
#include "rank.h"

/* A tile shares its corners and edges with its neighbours. Each is filled from
 * a key of its own place, corners first, then edges, then the inside, so that
 * a point depends on nothing but its own patch and the ones before. The sizes,
 * in radii of the level, keep whatever can conflict within one of the three. */
enum
{
  CORNER = FOLLI_PATCH_RADIUS * 342 / 100, /* half side of a corner's square */
  EDGE = FOLLI_PATCH_RADIUS * 2,           /* half width of an edge's strip */
  GHOSTS = FOLLI_PATCH_RADIUS * 3 / 2,     /* thrown beyond the border and
                                            * dropped, else density is off there */
  GHOSTS_COARSEST = FOLLI_PATCH_RADIUS * 3
};

/* What a hash is for. */
enum
{
  KIND_CORNER = 1,
  KIND_EDGE_ACROSS,
  KIND_EDGE_DOWN,
  KIND_INSIDE,
  KIND_RANK
};

/* Column and row offset of a tile's parts from its own place: four corners,
 * two edges across, two edges down, the inside. */
enum
{
  FIRST_CORNER = 0,
  FIRST_ACROSS = 4,
  FIRST_DOWN = 6,
  INSIDE = 8,
  N_PARTS = 9
};

typedef struct
{
  guint   kind;
  gint    dx, dy;
  GArray *darts; /* in units from the part's own place */
} Part;

static const struct
{
  guint kind;
  gint  dx, dy;
} PARTS[N_PARTS] = {
  { KIND_CORNER, 0, 0 },      { KIND_CORNER, 1, 0 },
  { KIND_CORNER, 0, 1 },      { KIND_CORNER, 1, 1 },
  { KIND_EDGE_ACROSS, 0, 0 }, { KIND_EDGE_ACROSS, 0, 1 },
  { KIND_EDGE_DOWN, 0, 0 },   { KIND_EDGE_DOWN, 1, 0 },
  { KIND_INSIDE, 0, 0 },
};

static FolliBox
box_around (gint x, gint y, gint half_width, gint half_height)
{
  return (FolliBox){ x - half_width, y - half_height, x + half_width,
                     y + half_height };
}

static FolliPatch
corner_patch (gint ghosts)
{
  return (FolliPatch){
    .reach = box_around (0, 0, CORNER + ghosts, CORNER + ghosts),
    .keep = box_around (0, 0, CORNER, CORNER),
  };
}

static FolliPatch
edge_across_patch (gint side, gint ghosts)
{
  return (FolliPatch){
    .reach = { 0, -EDGE - ghosts, side, EDGE + ghosts },
    .keep = { CORNER, -EDGE, side - CORNER, EDGE },
    .holes = { box_around (0, 0, CORNER, CORNER),
               box_around (side, 0, CORNER, CORNER) },
    .n_holes = 2,
  };
}

static FolliPatch
edge_down_patch (gint side, gint ghosts)
{
  return (FolliPatch){
    .reach = { -EDGE - ghosts, 0, EDGE + ghosts, side },
    .keep = { -EDGE, CORNER, EDGE, side - CORNER },
    .holes = { box_around (0, 0, CORNER, CORNER),
               box_around (0, side, CORNER, CORNER) },
    .n_holes = 2,
  };
}

static FolliPatch
inside_patch (gint side)
{
  const FolliBox inside = { EDGE, EDGE, side - EDGE, side - EDGE };

  return (FolliPatch){
    .reach = inside,
    .keep = inside,
    .holes
    = { box_around (0, 0, CORNER, CORNER), box_around (side, 0, CORNER, CORNER),
        box_around (0, side, CORNER, CORNER),
        box_around (side, side, CORNER, CORNER) },
    .n_holes = 4,
  };
}

static FolliPatch
make_patch (guint kind, guint level)
{
  const guint shift = FOLLI_TILE_LEVELS - 1 - level;
  const gint  side = FOLLI_TILE_UNITS >> shift;
  const gint  ghosts = level == 0 ? GHOSTS_COARSEST : GHOSTS;
  FolliPatch  patch;

  switch (kind)
    {
    case KIND_CORNER:
      patch = corner_patch (ghosts);
      break;
    case KIND_EDGE_ACROSS:
      patch = edge_across_patch (side, ghosts);
      break;
    case KIND_EDGE_DOWN:
      patch = edge_down_patch (side, ghosts);
      break;
    default:
      patch = inside_patch (side);
    }
  patch.shift = shift;
  patch.coarsest = level == 0;
  return patch;
}

/* An edge rests on the two corners at its ends, the inside on all parts; and
 * each on its own points of the coarser levels. */
static gboolean
rests_on (const Part *part, const Part *other)
{
  if (part == other || part->kind == KIND_INSIDE)
    return TRUE;
  if (part->kind == KIND_CORNER || other->kind != KIND_CORNER)
    return FALSE;
  if (part->kind == KIND_EDGE_ACROSS)
    return other->dy == part->dy;
  return other->dx == part->dx;
}

static void
fill_level (FolliPatchWork *work,
            Part           *parts,
            guint64         seed,
            gint32          tile_x,
            gint32          tile_y,
            guint           level)
{
  for (guint p = 0; p < N_PARTS; p++)
    {
      Part      *part = &parts[p];
      FolliPatch patch = make_patch (part->kind, level);
      guint64    key = folli_hash_place (seed, tile_x + part->dx,
                                         tile_y + part->dy, part->kind);

      for (guint q = 0; q < N_PARTS; q++)
        if (rests_on (part, &parts[q]))
          folli_patch_know (work, &patch, parts[q].darts,
                            (parts[q].dx - part->dx) * FOLLI_TILE_UNITS,
                            (parts[q].dy - part->dy) * FOLLI_TILE_UNITS);
      folli_patch_fill (work, &patch, folli_hash_mix (key + level),
                        part->darts);
    }
}

static gint
compare_points (const void *a, const void *b)
{
  const FolliPoint *p = a, *q = b;

  if (p->rank != q->rank)
    return (gint)p->rank - q->rank;
  if (p->y != q->y)
    return (gint)p->y - q->y;
  return (gint)p->x - q->x;
}

static guint
cell_of (const FolliPoint *point)
{
  const guint units_per_cell = FOLLI_TILE_UNITS / FOLLI_TILE_CELLS;

  return point->y / units_per_cell * FOLLI_TILE_CELLS
         + point->x / units_per_cell;
}

static GArray *
collect_points (const Part *parts, guint64 seed, gint32 tile_x, gint32 tile_y)
{
  GArray       *points = g_array_new (FALSE, FALSE, sizeof (FolliPoint));
  const guint64 key = folli_hash_place (seed, tile_x, tile_y, KIND_RANK);

  for (guint p = 0; p < N_PARTS; p++)
    for (guint i = 0; i < parts[p].darts->len; i++)
      {
        FolliDart dart = g_array_index (parts[p].darts, FolliDart, i);

        dart.x += parts[p].dx * FOLLI_TILE_UNITS;
        dart.y += parts[p].dy * FOLLI_TILE_UNITS;
        if (dart.x >= 0 && dart.x < FOLLI_TILE_UNITS && dart.y >= 0
            && dart.y < FOLLI_TILE_UNITS)
          {
            guint64    hash = folli_hash_mix (key ^ ((guint64)dart.x << 20)
                                              ^ (guint64)dart.y);
            FolliPoint point = { (guint16)dart.x, (guint16)dart.y,
                                 folli_rank_of_dart (&dart, hash) };

            g_array_append_val (points, point);
          }
      }
  return points;
}

static FolliTile *
sort_into_cells (const GArray *points, guint n_levels)
{
  const guint n_cells = FOLLI_TILE_CELLS * FOLLI_TILE_CELLS;
  FolliTile  *tile = g_atomic_rc_box_alloc (sizeof (FolliTile)
                                            + points->len * sizeof (FolliPoint));
  guint32     next[FOLLI_TILE_CELLS * FOLLI_TILE_CELLS];

  tile->n_levels = n_levels;
  tile->n_points = points->len;
  memset (tile->cell_start, 0, sizeof tile->cell_start);
  for (guint i = 0; i < points->len; i++)
    tile->cell_start[cell_of (&g_array_index (points, FolliPoint, i)) + 1]++;
  for (guint c = 0; c < n_cells; c++)
    {
      tile->cell_start[c + 1] += tile->cell_start[c];
      next[c] = tile->cell_start[c];
    }
  for (guint i = 0; i < points->len; i++)
    {
      FolliPoint point = g_array_index (points, FolliPoint, i);

      tile->points[next[cell_of (&point)]++] = point;
    }
  for (guint c = 0; c < n_cells; c++)
    qsort (tile->points + tile->cell_start[c],
           tile->cell_start[c + 1] - tile->cell_start[c], sizeof (FolliPoint),
           compare_points);
  return tile;
}

gsize
folli_tile_get_size (const FolliTile *tile)
{
  return sizeof (FolliTile) + tile->n_points * sizeof (FolliPoint);
}

void
folli_tile_unref (FolliTile *tile)
{
  g_atomic_rc_box_release (tile);
}

FolliTile *
folli_tile_new (guint64 seed, gint32 tile_x, gint32 tile_y, guint n_levels)
{
  FolliPatchWork work;
  Part           parts[N_PARTS];
  g_autoptr (GArray) points = NULL;

  g_return_val_if_fail (n_levels >= 1 && n_levels <= FOLLI_TILE_LEVELS, NULL);

  folli_patch_work_init (&work);
  for (guint p = 0; p < N_PARTS; p++)
    parts[p] = (Part){ PARTS[p].kind, PARTS[p].dx, PARTS[p].dy,
                       g_array_new (FALSE, FALSE, sizeof (FolliDart)) };

  for (guint level = 0; level < n_levels; level++)
    fill_level (&work, parts, seed, tile_x, tile_y, level);
  points = collect_points (parts, seed, tile_x, tile_y);

  for (guint p = 0; p < N_PARTS; p++)
    g_array_unref (parts[p].darts);
  folli_patch_work_clear (&work);

  return sort_into_cells (points, n_levels);
}
