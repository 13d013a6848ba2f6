/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "edges-skin.h"

#include <math.h>

#include "edges-grow.h"
#include "floor.h"

/* How deep inside the mask skin is surely that: a mask may be drawn beyond the
 * outline by 4 mm. A narrower mask is trusted in its middle, but not the sliver
 * that is left of one along an outline. */
#define SURE_MM 4.5
#define SLIVER_MM 0.3
#define MIDDLE 0.95f
#define MIDDLE_MM 2.5

/* What skin is compared with, and what its brighter half is found among. The
 * middle of a narrow mask is compared itself, with what is sure from farther
 * away: where the mask's end is drawn across the outline, it is none. */
#define AROUND_MM 10.0
#define FAR_MM 20.0
#define BRIGHTER_MM 1.5

/* Logarithms are whole numbers of this. */
#define UNIT 1024

/* Black, as a share of white: in the dark, no colour can be told. */
#define BLACK 0.004f

/* How much colour varies on skin at least and at most, and how many standard
 * deviations away it is another. The least is what redness does to a shaved
 * scalp. */
#define LEAST_DEVIATION 0.055f
#define MOST_DEVIATION 0.12f
#define DEVIATIONS 3.2f

/* How much darker or brighter than its surroundings skin may be, in logarithms
 * of linear light: a round head turns from the light, but not out of it. */
#define SHADE -1.4f
#define SHINE 0.9f

/* The most that colour and light change on skin, in logarithms a mm. Towards
 * the outline of a head that is lit from before it light falls as the root of
 * the way that is left: by half at the last mm. */
#define COLOR_STEP 0.2
#define BRIGHTER_STEP 0.4
#define DARKER_STEP 0.8

/* How far skin is followed, and how far its colour may go. */
#define GROWN_MM 16.0
#define MOST_DEVIATIONS 9.0f

/* Red over green and green over blue, which shade leaves alone, and light. */
enum
{
  WARMTH,
  YELLOW,
  LIGHT,
  N_FEATURES
};

typedef struct
{
  gint32 *value[N_FEATURES];
} Features;

static void
clear_features (Features *features)
{
  for (gint i = 0; i < N_FEATURES; i++)
    g_clear_pointer (&features->value[i], g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Features, clear_features)

static float
get_light (const FolliCells *cells, gint c, gsize i)
{
  return cells->color[c][i] * (1 / 4096.f) + BLACK;
}

static gint32
make_whole (float logarithm)
{
  return (gint32)floorf (logarithm * UNIT + 0.5f);
}

static Features
make_features (const FolliCells *cells)
{
  Features features;

  for (gint i = 0; i < N_FEATURES; i++)
    features.value[i] = g_new (gint32, cells->n);
  for (gsize i = 0; i < cells->n; i++)
    {
      const float red = logf (get_light (cells, FOLLI_CELL_RED, i));
      const float green = logf (get_light (cells, FOLLI_CELL_GREEN, i));
      const float blue = logf (get_light (cells, FOLLI_CELL_BLUE, i));

      features.value[WARMTH][i] = make_whole (red - green);
      features.value[YELLOW][i] = make_whole (green - blue);
      features.value[LIGHT][i] = make_whole ((red + green) / 2);
    }
  return features;
}

/* The most of what is at most @radius away in each direction: along rows, then
 * along columns, by doubling what each value looks over. */
static void
spread_most_along (float *value,
                   gsize  n_lines,
                   gint   n,
                   gsize  line,
                   gsize  step,
                   gint   radius)
{
  g_autofree float *copy = g_new (float, n);

  for (gsize i = 0; i < n_lines; i++)
    {
      float *first = value + i * line;

      for (gint x = 0; x < n; x++)
        copy[x] = first[x * step];
      for (gint x = 0; x < n; x++)
        {
          const gint end = MIN (x + radius, n - 1);
          float      most = copy[x];

          for (gint at = MAX (x - radius, 0); at <= end; at++)
            most = MAX (most, copy[at]);
          first[x * step] = most;
        }
    }
}

static float *
find_most (const FolliCells *cells, const float *value, gint radius)
{
  const gint width = cells->extent.width;
  const gint height = cells->extent.height;
  float     *most = g_memdup2 (value, cells->n * sizeof (float));

  spread_most_along (most, height, width, width, 1, radius);
  spread_most_along (most, width, height, 1, width, radius);
  return most;
}

/* Cells deep inside the mask, as far as that has a depth, and those of them
 * that surely are skin. */
static gboolean *
find_deep (const FolliCells *cells,
           const gboolean   *is_painted,
           gboolean         *is_sure)
{
  const float       sliver = SLIVER_MM * cells->px_per_mm / cells->cell_px;
  const gint        sure = folli_cells_count (cells, SURE_MM);
  g_autofree float *depth = folli_cells_measure (cells, is_painted, sure);
  g_autofree float *most
      = find_most (cells, depth, folli_cells_count (cells, MIDDLE_MM));
  gboolean *is_deep = g_new (gboolean, cells->n);

  for (gsize i = 0; i < cells->n; i++)
    {
      is_deep[i]
          = depth[i] >= sliver && depth[i] >= MIN (sure, MIDDLE * most[i]);
      is_sure[i] = depth[i] >= sure;
    }
  return is_deep;
}

/* Leaves those of the cells that are no darker than the mean of them around. */
static void
keep_brighter (const FolliCells *cells, const gint32 *light, gboolean *is_there)
{
  const gint         radius = folli_cells_count (cells, BRIGHTER_MM);
  g_autofree gint32 *value = g_new (gint32, cells->n);
  g_autofree gint64 *count = g_new (gint64, cells->n);
  g_autofree gint64 *sum = g_new (gint64, cells->n);

  for (gsize i = 0; i < cells->n; i++)
    value[i] = is_there[i] ? light[i] : 0;
  folli_cells_sum (cells, value, radius, sum);
  folli_cells_sum (cells, is_there, radius, count);
  for (gsize i = 0; i < cells->n; i++)
    is_there[i] = is_there[i] && light[i] * count[i] >= sum[i];
}

/* Mean and standard deviation of the features of the skin around each cell, and
 * of how many cells of it. */
typedef struct
{
  gint64 *count;
  float  *mean[N_FEATURES];
  float  *deviation[N_FEATURES];
} Level;

static void
clear_level (Level *level)
{
  g_clear_pointer (&level->count, g_free);
  for (gint i = 0; i < N_FEATURES; i++)
    {
      g_clear_pointer (&level->mean[i], g_free);
      g_clear_pointer (&level->deviation[i], g_free);
    }
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Level, clear_level)

static void
find_feature_level (const FolliCells *cells,
                    const gboolean   *is_skin,
                    gint              radius,
                    const gint32     *value,
                    gint              feature,
                    Level            *level)
{
  g_autofree gint32 *part = g_new (gint32, cells->n);
  g_autofree gint64 *sum = g_new (gint64, cells->n);
  g_autofree gint64 *squares = g_new (gint64, cells->n);

  level->mean[feature] = g_new (float, cells->n);
  level->deviation[feature] = g_new (float, cells->n);
  for (gsize i = 0; i < cells->n; i++)
    part[i] = is_skin[i] ? value[i] : 0;
  folli_cells_sum (cells, part, radius, sum);
  for (gsize i = 0; i < cells->n; i++)
    part[i] *= part[i];
  folli_cells_sum (cells, part, radius, squares);
  for (gsize i = 0; i < cells->n; i++)
    {
      const double n = MAX (level->count[i], 1);
      const double mean = sum[i] / n;

      level->mean[feature][i] = mean / UNIT;
      level->deviation[feature][i]
          = sqrt (MAX (squares[i] / n - mean * mean, 0)) / UNIT;
    }
}

static Level
find_level (const FolliCells *cells,
            const gboolean   *is_skin,
            const Features   *features,
            double            around_mm)
{
  const gint radius = folli_cells_count (cells, around_mm);
  Level      level = { .count = g_new (gint64, cells->n) };

  folli_cells_sum (cells, is_skin, radius, level.count);
  for (gint i = 0; i < N_FEATURES; i++)
    find_feature_level (cells, is_skin, radius, features->value[i], i, &level);
  return level;
}

/* How far a feature of a cell is from the skin around, in standard
 * deviations. */
static float
find_feature_apart (const Level    *level,
                    const Features *features,
                    gint            feature,
                    gsize           i)
{
  const float deviation
      = CLAMP (level->deviation[feature][i], LEAST_DEVIATION, MOST_DEVIATION);

  return ((float)features->value[feature][i] / UNIT - level->mean[feature][i])
         / deviation;
}

static float
find_apart (const Level *level, const Features *features, gsize i)
{
  if (level->count[i] == 0)
    return G_MAXFLOAT;
  return hypotf (find_feature_apart (level, features, WARMTH, i),
                 find_feature_apart (level, features, YELLOW, i));
}

static float
find_brighter (const Level *level, const Features *features, gsize i)
{
  return (float)features->value[LIGHT][i] / UNIT - level->mean[LIGHT][i];
}

/* Leaves of the narrow mask's middle what is like skin that is sure, where
 * there is any. */
static void
keep_alike (const FolliCells *cells,
            const Level      *sure,
            const Features   *features,
            gboolean         *is_skin)
{
  for (gsize i = 0; i < cells->n; i++)
    if (is_skin[i] && sure->count[i] > 0)
      {
        const float brighter = find_brighter (sure, features, i);

        is_skin[i] = find_apart (sure, features, i) < DEVIATIONS
                     && brighter >= SHADE && brighter < SHINE;
      }
}

/* What steps from skin to skin are judged by. */
typedef struct
{
  const Features *features;
  const float    *apart;
  gint32          color_step;
  gint32          brighter_step;
  gint32          darker_step;
} Slope;

static gboolean
is_gradual (const Slope *slope, gint feature, gsize from, gsize to)
{
  const gint32 *value = slope->features->value[feature];

  return ABS (value[to] - value[from]) <= slope->color_step;
}

static gboolean
may_step (gconstpointer data, gsize from, gsize to)
{
  const Slope *slope = data;
  const gint32 brighter
      = slope->features->value[LIGHT][to] - slope->features->value[LIGHT][from];

  return slope->apart[to] < MOST_DEVIATIONS && brighter <= slope->brighter_step
         && -brighter <= slope->darker_step
         && is_gradual (slope, WARMTH, from, to)
         && is_gradual (slope, YELLOW, from, to);
}

/* A feature without its noise. */
static void
smooth (const FolliCells *cells, gint32 *value)
{
  g_autofree gint64 *sum = g_new (gint64, cells->n);

  folli_cells_sum (cells, value, 1, sum);
  for (gsize i = 0; i < cells->n; i++)
    value[i] = folli_floor_divide (2 * sum[i] + 9, 18);
}

/* Skin changes its colour towards the outline, where it mirrors the room, but
 * gradually: what is reached from sure skin without a sudden step is skin. */
static void
grow (const FolliCells *cells,
      Features         *features,
      const float      *apart,
      gboolean         *is_skin)
{
  const double cell_mm = cells->cell_px / cells->px_per_mm;
  const Slope  slope = {
     .features = features,
     .apart = apart,
     .color_step = COLOR_STEP * cell_mm * UNIT,
     .brighter_step = BRIGHTER_STEP * cell_mm * UNIT,
     .darker_step = DARKER_STEP * cell_mm * UNIT,
  };

  for (gint i = 0; i < N_FEATURES; i++)
    smooth (cells, features->value[i]);
  folli_cells_grow (cells, is_skin, folli_cells_count (cells, GROWN_MM),
                    may_step, &slope);
}

static FolliLikeness
judge (float apart, float brighter, gboolean is_grown)
{
  if (brighter < SHADE && (apart < DEVIATIONS || is_grown))
    return FOLLI_LIKENESS_DARK;
  if (is_grown || (apart < DEVIATIONS && brighter < SHINE))
    return FOLLI_LIKENESS_SKIN;
  return FOLLI_LIKENESS_OTHER;
}

/* What is like the skin around, or where all of that was none, like the skin
 * farther away. */
FolliLikeness *
folli_skin_compare (const FolliCells *cells, const gboolean *is_painted)
{
  FolliLikeness *likeness = g_new (FolliLikeness, cells->n);
  g_auto (Features) features = make_features (cells);
  g_autofree gboolean *is_sure = g_new (gboolean, cells->n);
  g_autofree gboolean *is_skin = find_deep (cells, is_painted, is_sure);
  g_autofree float    *apart = g_new (float, cells->n);
  g_autofree float    *brighter = g_new (float, cells->n);
  g_auto (Level) far = { NULL };
  g_auto (Level) near = { NULL };

  keep_brighter (cells, features.value[LIGHT], is_sure);
  far = find_level (cells, is_sure, &features, FAR_MM);
  keep_alike (cells, &far, &features, is_skin);
  keep_brighter (cells, features.value[LIGHT], is_skin);
  near = find_level (cells, is_skin, &features, AROUND_MM);
  for (gsize i = 0; i < cells->n; i++)
    {
      const Level *level = near.count[i] > 0 ? &near : &far;

      apart[i] = find_apart (level, &features, i);
      brighter[i] = find_brighter (level, &features, i);
    }
  grow (cells, &features, apart, is_skin);
  for (gsize i = 0; i < cells->n; i++)
    likeness[i] = apart[i] == G_MAXFLOAT
                      ? FOLLI_LIKENESS_UNKNOWN
                      : judge (apart[i], brighter[i], is_skin[i]);
  return likeness;
}
