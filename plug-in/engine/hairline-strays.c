/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hairline-strays.h"

#include <math.h>

#include "hash.h"

/* use of the hash, apart from those of the point set and the waves */
#define HASH_STRAY 60

/* Half the width of an island: room for one dot, wherever in it that is. */
#define RADIUS_MM 0.5

/* Pitch of the grid that strays lie in, one a square: islands never touch. */
#define PITCH_MM 2.0

/* The most that a stray lies outside the line.
 * Source: doc/numbers.md, "Hairlines". */
#define DEPTH_MM 3.0

/* How likely a stray is at the line, with all of outliers: single hairs, not
 * a second line. */
#define MOST_LIKELY 1.0f

/* Where a stray may lie, and how likely it must be to be there. */
typedef struct
{
  double x_mm;
  double y_mm;
  float  chance;
} Stray;

static double
unit (guint64 bits)
{
  return (bits & 0xffffff) * 0x1p-24;
}

static Stray
get_stray (const FolliHairline *hairline, gint column, gint row)
{
  const guint64 place
      = folli_hash_place (hairline->seed, column, row, HASH_STRAY);
  const guint64 chance
      = folli_hash_place (hairline->seed, column, row, HASH_STRAY + 1);
  const double room_mm = PITCH_MM - 2 * RADIUS_MM;

  return (Stray){ column * PITCH_MM + RADIUS_MM + room_mm * unit (place),
                  row * PITCH_MM + RADIUS_MM + room_mm * unit (place >> 24),
                  unit (chance) };
}

double
folli_strays_reach_px (const FolliHairline *hairline)
{
  return hairline->outliers > 0 ? RADIUS_MM * hairline->px_per_mm + 1 : 0;
}

double
folli_strays_depth_mm (const FolliHairline *hairline)
{
  /* no farther than the ramp is measured anyway */
  const double measured_mm = hairline->softness_mm + hairline->feather_mm
                             + hairline->undulation_mm
                             + hairline->irregularity_mm;

  return hairline->outliers > 0 ? MIN (DEPTH_MM, measured_mm) : 0;
}

/* The most that the mask allows near a stray, which has none under it. */
static float
find_level (const FolliLine *line, double x_px, double y_px)
{
  const FolliGrid *grid = &line->grid;
  const gint       cell_px = grid->cell_px;
  const gint       reach = ceil (folli_strays_depth_mm (line->hairline)
                                 * line->hairline->px_per_mm / cell_px);
  const gint       column = floor (x_px / cell_px);
  const gint       row = floor (y_px / cell_px);
  float            level = 0;

  for (gint y = row - reach; y <= row + reach; y++)
    for (gint x = column - reach; x <= column + reach; x++)
      level = MAX (level,
                   grid->mask[(gsize)(y - grid->extent.y) * grid->extent.width
                              + x - grid->extent.x]);
  return level;
}

static gboolean
is_there (const FolliLine *line, const Stray *stray, double x_px, double y_px)
{
  const FolliHairline *hairline = line->hairline;
  const float          reach_mm = folli_strays_depth_mm (hairline);
  const float          before_mm = -folli_line_get_ramp_mm (line, x_px, y_px);
  const float          near = 1 - before_mm / reach_mm;
  const float share = MOST_LIKELY * (float)hairline->outliers * near * near;

  return before_mm > 0 && near > 0 && stray->chance < share
         && stray->chance < share * find_level (line, x_px, y_px);
}

static gboolean
touches (const FolliRectangle *rectangle,
         double                x_px,
         double                y_px,
         double                radius_px)
{
  return x_px > rectangle->x - radius_px
         && x_px < rectangle->x + rectangle->width + radius_px
         && y_px > rectangle->y - radius_px
         && y_px < rectangle->y + rectangle->height + radius_px;
}

static void
draw_stray (const FolliRectangle *rectangle,
            double                x_px,
            double                y_px,
            double                radius_px,
            float                *density)
{
  const gint left = MAX (rectangle->x, (gint)floor (x_px - radius_px - 1));
  const gint top = MAX (rectangle->y, (gint)floor (y_px - radius_px - 1));
  const gint right = MIN (rectangle->x + rectangle->width,
                          (gint)ceil (x_px + radius_px + 1));
  const gint bottom = MIN (rectangle->y + rectangle->height,
                           (gint)ceil (y_px + radius_px + 1));

  for (gint y = top; y < bottom; y++)
    for (gint x = left; x < right; x++)
      {
        const double dx = x + 0.5 - x_px;
        const double dy = y + 0.5 - y_px;
        const float  covered
            = CLAMP (radius_px + 0.5 - sqrt (dx * dx + dy * dy), 0, 1);
        float *at = &density[(gsize)(y - rectangle->y) * rectangle->width + x
                             - rectangle->x];

        *at = MAX (*at, covered);
      }
}

/* The row or column of places for strays that a pixel's edge lies in. */
static gint
find_stray_line (const FolliLine *line, gint edge_px, double origin_px)
{
  const double mm = (edge_px - origin_px) / line->hairline->px_per_mm;

  return floor (mm / PITCH_MM);
}

void
folli_strays_draw (const FolliLine      *line,
                   const FolliRectangle *rectangle,
                   float                *density)
{
  const FolliHairline *hairline = line->hairline;
  const double         px_per_mm = hairline->px_per_mm;
  const double         radius_px = RADIUS_MM * px_per_mm;
  /* a stray's soft edge reaches half a pixel out of its place */
  const FolliRectangle around = { rectangle->x - 1, rectangle->y - 1,
                                  rectangle->width + 2, rectangle->height + 2 };
  const gint left = find_stray_line (line, around.x, hairline->origin_x);
  const gint right
      = find_stray_line (line, around.x + around.width, hairline->origin_x);
  const gint top = find_stray_line (line, around.y, hairline->origin_y);
  const gint bottom
      = find_stray_line (line, around.y + around.height, hairline->origin_y);

  for (gint row = top; row <= bottom; row++)
    for (gint column = left; column <= right; column++)
      {
        const Stray  stray = get_stray (hairline, column, row);
        const double x_px = stray.x_mm * px_per_mm + hairline->origin_x;
        const double y_px = stray.y_mm * px_per_mm + hairline->origin_y;

        if (touches (rectangle, x_px, y_px, radius_px + 1)
            && is_there (line, &stray, x_px, y_px))
          draw_stray (rectangle, x_px, y_px, radius_px, density);
      }
}
