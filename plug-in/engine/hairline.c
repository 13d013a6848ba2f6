/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/hairline.h"

#include <math.h>

#include "hairline-field.h"
#include "hairline-line.h"

/* A line measured on cells of 0.1 to 0.2 mm is as good as one measured on the
 * photo's own pixels, and close-ups cost no more than portraits. */
#define CELLS_PER_MM 5

/* mm beyond the line within which stray dots lie */
#define STRAY_REACH_MM 3.0

/* The most likely that a stray is, at the line and with all of @outliers:
 * single hairs, never a second line. */
#define STRAY_SHARE 0.6f

/* The line around a rectangle: @ramp is how far each cell's middle lies behind
 * the line, mm, at most the softness. */
typedef struct
{
  const FolliHairline *hairline;
  FolliGrid            grid;
  FolliRectangle       part;
  float               *ramp;
} Line;

static void
clear_line (Line *line)
{
  folli_grid_clear (&line->grid);
  g_clear_pointer (&line->ramp, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Line, clear_line)

static gint
floor_divide (gint a, gint b)
{
  return a / b - (a % b < 0);
}

static gint
find_cell_px (const FolliHairline *hairline)
{
  return MAX (1, (gint)(hairline->px_per_mm / CELLS_PER_MM));
}

static double
find_reach_mm (const FolliHairline *hairline)
{
  return hairline->softness_mm + hairline->undulation_mm
         + hairline->irregularity_mm;
}

static double
find_stray_reach_mm (const FolliHairline *hairline)
{
  return hairline->outliers > 0
             ? MIN (STRAY_REACH_MM, find_reach_mm (hairline))
             : 0;
}

static gint
find_reach_cells (const FolliHairline *hairline)
{
  return ceil (find_reach_mm (hairline) * hairline->px_per_mm
               / find_cell_px (hairline))
         + 1;
}

/* Cells around a rectangle in which the line itself must be known: those that
 * a pixel is interpolated from, and where strays that touch it begin. */
static gint
find_border_cells (const FolliHairline *hairline)
{
  const double stray_mm = hairline->outliers > 0 ? FOLLI_STRAY_RADIUS_MM : 0;

  return ceil (stray_mm * hairline->px_per_mm / find_cell_px (hairline)) + 2;
}

gboolean
folli_hairline_is_identity (const FolliHairline *hairline)
{
  return find_reach_mm (hairline) <= 0;
}

gint
folli_hairline_margin_px (const FolliHairline *hairline)
{
  return find_cell_px (hairline)
         * (find_border_cells (hairline) + find_reach_cells (hairline)
            + FOLLI_FIELD_BORDER + 1);
}

static FolliRectangle
grow (const FolliRectangle *rectangle, gint margin)
{
  return (FolliRectangle){ rectangle->x - margin, rectangle->y - margin,
                           rectangle->width + 2 * margin,
                           rectangle->height + 2 * margin };
}

/* The cells that a rectangle of pixels touches. */
static FolliRectangle
find_cells (const FolliRectangle *rectangle, gint cell_px)
{
  const gint left = floor_divide (rectangle->x, cell_px);
  const gint top = floor_divide (rectangle->y, cell_px);
  const gint right
      = floor_divide (rectangle->x + rectangle->width - 1, cell_px);
  const gint bottom
      = floor_divide (rectangle->y + rectangle->height - 1, cell_px);

  return (FolliRectangle){ left, top, right - left + 1, bottom - top + 1 };
}

/* Moves the edge, measured in mm, to where the line runs. */
static void
displace (Line *line, float *distance_mm)
{
  const FolliHairline *hairline = line->hairline;
  const gint           cell_px = line->grid.cell_px;
  const float          most_mm
      = hairline->undulation_mm + hairline->irregularity_mm;
  const float outside_mm = find_stray_reach_mm (hairline) + most_mm;

  for (gint y = 0; y < line->part.height; y++)
    for (gint x = 0; x < line->part.width; x++)
      {
        const gint column = line->part.x + x;
        const gint row = line->part.y + y;
        float     *ramp = &line->ramp[(gsize)y * line->part.width + x];

        *ramp = distance_mm[(gsize)y * line->part.width + x];
        if (*ramp < hairline->softness_mm + most_mm && *ramp > -outside_mm)
          *ramp -= folli_hairline_displacement_mm (
              hairline,
              ((column + 0.5) * cell_px - hairline->origin_x)
                  / hairline->px_per_mm,
              ((row + 0.5) * cell_px - hairline->origin_y)
                  / hairline->px_per_mm);
        *ramp = MIN (*ramp, (float)hairline->softness_mm + 1);
      }
}
