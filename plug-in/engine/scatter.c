/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/scatter.h"

#include <math.h>

#include "hash.h"
#include "point-set.h"

#include "floor.h"
#include "neighbours.h"

/* Mean spacing in mm at a density of 1 per cm².
 * Source: doc/numbers.md, "Spacing". */
static const double SPACING_MM = 10.7;

/* A dot at the front is a shade lighter: of shades that go as 18:1, 10:1, 6:1,
 * about twice the share by which it is smaller.
 * Source: doc/numbers.md, "Hairlines" and "Shades". */
static const double LIGHTER = 2;

enum
{
  KIND_DOT = 16,
  UNITS_PER_CELL = FOLLI_TILE_UNITS / FOLLI_TILE_CELLS
};

/* What a point is held against, worked out once for an area. */
typedef struct
{
  const FolliArrangement *arrangement;
  const FolliDotModel    *model;
  const FolliDensityMap  *map;
  double                  px_per_unit;
  float                   stray_px;   /* the farthest */
  float                   stray_rank; /* how far goes with sqrt (1 / rank) */
  double                  first_rank; /* lower ones are of earlier dots */
  double                  white_rank; /* more of them where the map is 1 */
  gboolean                is_flat;
  GArray                 *dots;
} Search;

/* Sparser dots stray no farther: the hand aims. Estimated. */
#define SPARSEST_PER_CM2 60.0
static const float LEAST_RANK
    = SPARSEST_PER_CM2 / FOLLI_POINTS_PER_CM2 * FOLLI_RANK_ONE;

double
folli_arrangement_stray_px (const FolliArrangement *arrangement)
{
  const double spacing_mm = SPACING_MM / sqrt (SPARSEST_PER_CM2);

  return arrangement->jitter * spacing_mm / 2 * arrangement->px_per_mm;
}

double
folli_front_ink (double front_fineness, double density)
{
  const double sparse = front_fineness * (1 - density);

  return (1 - sparse) * (1 - sparse) * (1 - LIGHTER * sparse);
}

/* A dot strays by a share of the spacing at the density at which it appears:
 * that of its surroundings when it is set, whatever is added later. */
static inline float
find_stray_px (const Search *search, const FolliPoint *point)
{
  const float rank = point->rank;

  return search->stray_rank / sqrtf (rank > LEAST_RANK ? rank : LEAST_RANK);
}

/* Turns a dot away with the head, and makes it finer where the map is sparse.
 */
static void
shape_dot (const Search *search, FolliDot *dot, FolliSlant slant, float density)
{
  const float outer2
      = search->model->profile[dot->session][dot->size][0].outer2;
  const double sparse = search->arrangement->front_fineness * (1 - density);
  double       lighter = 1;

  if (sparse > 0)
    {
      folli_mark_shrink (&dot->mark, 1 - sparse, outer2);
      lighter = 1 - LIGHTER * sparse;
    }
  if (slant.cosine < 1)
    folli_mark_squeeze (&dot->mark, slant.cosine, slant.direction_x,
                        slant.direction_y, outer2);
  dot->opacity *= lighter;
  /* Every dot casts what is left of the shadow on average: missing ones would
   * leave pale blotches wider than themselves. */
  dot->halo = dot->mark.ink * lighter * search->model->kept;
}

/* How heavy dots are around a point. */
static float
find_weight (const FolliNeighbours *neighbours, const FolliPoint *point)
{
  const float per_unit = 1.f / UNITS_PER_CELL;

  return folli_neighbours_weight (neighbours,
                                  point->x % UNITS_PER_CELL * per_unit,
                                  point->y % UNITS_PER_CELL * per_unit);
}

/* Makes a dot of a point; FALSE if the map has none there. */
static inline gboolean
make_dot (const Search          *search,
          const FolliPoint      *point,
          double                 tile_x_px,
          double                 tile_y_px,
          guint64                tile_hash,
          const FolliNeighbours *neighbours,
          FolliDot              *dot)
{
  const FolliArrangement *a = search->arrangement;
  const FolliDotTraits    traits = folli_dot_traits (folli_hash_mix (
         tile_hash ^ ((guint64)point->x << 16 | (guint64)point->y)));
  const float             stray_px = find_stray_px (search, point);
  const double            x
      = tile_x_px + point->x * search->px_per_unit + traits.stray_x * stray_px;
  const double y
      = tile_y_px + point->y * search->px_per_unit + traits.stray_y * stray_px;
  const gint  column = folli_floor (x);
  const gint  row = folli_floor (y);
  const float density = search->map->lowest >= 1
                            ? 1
                            : folli_density_map_at (search->map, column, row);
  guint       shape;
  float       weight;
  FolliSlant  slant = { 1, 1, 0 };
  double      first_rank = search->first_rank;
  double      last_rank = first_rank + search->white_rank * density;

  if (density < FOLLI_DENSITY_LEAST)
    return FALSE;
  if (!search->is_flat)
    {
      slant = folli_head_slant (&a->head, x - a->origin_x, y - a->origin_y);
      first_rank /= slant.cosine;
      last_rank /= slant.cosine;
    }
  last_rank = MIN (last_rank, FOLLI_RANK_ONE);
  if (point->rank < first_rank || point->rank >= last_rank)
    return FALSE;

  dot->session = folli_dot_session ((point->rank - first_rank)
                                    / (last_rank - first_rank));
  if (dot->session >= a->sessions)
    return FALSE;

  shape = folli_dot_shape (&traits, neighbours->turn);
  weight = find_weight (neighbours, point);
  dot->mark = (FolliMark){
    column, row, x - column, y - row, search->model->shape[shape], 1
  };
  dot->size = folli_dot_grade (search->model, traits.size, weight);
  dot->strength = folli_dot_grade (search->model, traits.strength, weight);
  dot->opacity = traits.chance < search->model->kept;
  shape_dot (search, dot, slant, density);
  return folli_density_map_holds (
      search->map, &dot->mark, search->model->outer2[dot->session][dot->size]);
}

/* The first or last of a tile's cells that a distance from its edge falls
 * into, for a distance that may lie outside. */
static gint
cell_at (double units)
{
  return (gint)CLAMP (units / UNITS_PER_CELL, 0, FOLLI_TILE_CELLS - 1);
}

/* No point of the tile within the area that ranks higher becomes a dot. */
static double
highest_rank (const Search  *search,
              FolliRectangle area,
              double         x_px,
              double         y_px,
              double         tile_px)
{
  const FolliArrangement *a = search->arrangement;
  const double            margin = search->stray_px + 1;
  const double            x0 = MAX (area.x - margin, x_px - margin);
  const double            y0 = MAX (area.y - margin, y_px - margin);
  const double         x1 = MIN (area.x + area.width, x_px + tile_px) + margin;
  const double         y1 = MIN (area.y + area.height, y_px + tile_px) + margin;
  const FolliRectangle part = { (gint)floor (x0 - a->origin_x) - 1,
                                (gint)floor (y0 - a->origin_y) - 1,
                                (gint)(x1 - x0) + 3, (gint)(y1 - y0) + 3 };

  return MIN ((search->first_rank + search->white_rank)
                  / folli_head_least_cosine (&a->head, part),
              FOLLI_RANK_ONE);
}

static void
search_tile (const Search  *search,
             FolliRectangle area,
             gint32         tile_x,
             gint32         tile_y)
{
  const FolliArrangement *a = search->arrangement;
  const double            tile_px = FOLLI_TILE_UNITS * search->px_per_unit;
  const double            x_px = a->origin_x + tile_x * tile_px;
  const double            y_px = a->origin_y + tile_y * tile_px;
  const double            margin = search->stray_px + 1;
  const double            per_px = 1 / search->px_per_unit;
  const gint              i0 = cell_at ((area.x - margin - x_px) * per_px);
  const gint    i1 = cell_at ((area.x + area.width + margin - x_px) * per_px);
  const gint    j0 = cell_at ((area.y - margin - y_px) * per_px);
  const gint    j1 = cell_at ((area.y + area.height + margin - y_px) * per_px);
  const guint64 hash = folli_hash_place (a->seed, tile_x, tile_y, KIND_DOT);
  const double  last_rank = highest_rank (search, area, x_px, y_px, tile_px);
  g_autoptr (FolliTile) tile
      = folli_point_set_tile (a->seed, tile_x, tile_y,
                              folli_point_set_levels (last_rank / FOLLI_RANK_ONE
                                                      * FOLLI_POINTS_PER_CM2));

  for (gint j = j0; j <= j1; j++)
    for (gint i = i0; i <= i1; i++)
      {
        const guint       cell = j * FOLLI_TILE_CELLS + i;
        const FolliPoint *point = tile->points + tile->cell_start[cell];
        const FolliPoint *end = tile->points + tile->cell_start[cell + 1];
        const guint       n_before = search->dots->len;
        FolliNeighbours   neighbours;
        FolliDot         *dot;

        folli_neighbours_init (&neighbours, a->seed,
                               tile_x * FOLLI_TILE_CELLS + i,
                               tile_y * FOLLI_TILE_CELLS + j);
        /* Room for all of the cell's points, and then only what was used. */
        g_array_set_size (search->dots, n_before + (end - point));
        dot = &g_array_index (search->dots, FolliDot, n_before);
        for (; point < end && point->rank < last_rank; point++)
          dot += make_dot (search, point, x_px, y_px, hash, &neighbours, dot);
        g_array_set_size (search->dots, dot - (FolliDot *)search->dots->data);
      }
}

void
folli_scatter (const FolliArrangement *arrangement,
               const FolliDotModel    *model,
               const FolliDensityMap  *map,
               FolliRectangle          area,
               GArray                 *dots)
{
  const double tile_px = FOLLI_TILE_MM * arrangement->px_per_mm;
  const double margin = folli_arrangement_stray_px (arrangement) + 1;
  const double left = area.x - margin - arrangement->origin_x;
  const double top = area.y - margin - arrangement->origin_y;
  const gint32 x0 = (gint32)floor (left / tile_px);
  const gint32 y0 = (gint32)floor (top / tile_px);
  const gint32 x1 = (gint32)floor ((left + area.width + 2 * margin) / tile_px);
  const gint32 y1 = (gint32)floor ((top + area.height + 2 * margin) / tile_px);
  const Search search = {
    .arrangement = arrangement,
    .model = model,
    .map = map,
    .px_per_unit = tile_px / FOLLI_TILE_UNITS,
    .stray_px = folli_arrangement_stray_px (arrangement),
    .stray_rank = folli_arrangement_stray_px (arrangement) * sqrt (LEAST_RANK),
    .first_rank
    = arrangement->earlier_per_cm2 / FOLLI_POINTS_PER_CM2 * FOLLI_RANK_ONE,
    .white_rank
    = arrangement->density_per_cm2 / FOLLI_POINTS_PER_CM2 * FOLLI_RANK_ONE,
    .is_flat = folli_head_is_flat (&arrangement->head),
    .dots = dots,
  };

  for (gint32 y = y0; y <= y1; y++)
    for (gint32 x = x0; x <= x1; x++)
      search_tile (&search, area, x, y);
}
