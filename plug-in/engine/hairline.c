/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/hairline.h"

#include <math.h>

#include "hairline-line.h"

/* A line measured on cells of 0.1 to 0.2 mm is as good as one measured on the
 * photo's own pixels, and close-ups cost no more than portraits. */
#define CELLS_PER_MM 5

static void
clear_line (FolliLine *line)
{
  folli_grid_clear (&line->grid);
  g_clear_pointer (&line->ramp_mm, g_free);
}

typedef FolliLine Line;
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
  return hairline->softness_mm + hairline->feather_mm + hairline->undulation_mm
         + hairline->irregularity_mm;
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
  return ceil (folli_strays_reach_px (hairline) / find_cell_px (hairline)) + 2;
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

/* Moves the edge, which @ramp_mm holds, to where the line runs. */
static void
displace (FolliLine *line)
{
  const FolliHairline *hairline = line->hairline;
  const double         px_per_mm = hairline->px_per_mm;
  const gint           cell_px = line->grid.cell_px;
  const float          deepest_mm = find_reach_mm (hairline);
  const float          outermost_mm
      = -MAX (folli_strays_depth_mm (hairline), hairline->feather_mm)
        - 3 * cell_px / px_per_mm;

  for (gint y = 0; y < line->part.height; y++)
    for (gint x = 0; x < line->part.width; x++)
      {
        const double x_px = (line->part.x + x + 0.5) * cell_px;
        const double y_px = (line->part.y + y + 0.5) * cell_px;
        float       *ramp_mm = &line->ramp_mm[(gsize)y * line->part.width + x];

        if ((*ramp_mm < deepest_mm) && (*ramp_mm > outermost_mm))
          *ramp_mm -= folli_hairline_displacement_mm (
              hairline, (x_px - hairline->origin_x) / px_per_mm,
              (y_px - hairline->origin_y) / px_per_mm);
      }
}

/* Most of a large image is away from any edge, and needs no measuring there. */
static gboolean
is_plain (const FolliGrid *grid)
{
  const gsize n = (gsize)grid->extent.width * grid->extent.height;
  float       lowest = grid->mask[0];
  float       highest = grid->mask[0];

  for (gsize i = 1; i < n; i++)
    {
      lowest = MIN (lowest, grid->mask[i]);
      highest = MAX (highest, grid->mask[i]);
    }
  return lowest >= FOLLI_MASK_BLACK || highest < FOLLI_MASK_BLACK;
}

static void
find_line (const FolliHairline  *hairline,
           FolliMaskRead         read,
           gpointer              data,
           const FolliRectangle *rectangle,
           FolliLine            *line)
{
  const gint           cell_px = find_cell_px (hairline);
  const gint           reach = find_reach_cells (hairline);
  const FolliRectangle cells = find_cells (rectangle, cell_px);
  const float          cell_mm = cell_px / hairline->px_per_mm;
  FolliRectangle       around;
  gsize                n;

  line->hairline = hairline;
  line->part = grow (&cells, find_border_cells (hairline));
  n = (gsize)line->part.width * line->part.height;
  line->ramp_mm = g_new (float, n);
  around = grow (&line->part, reach + FOLLI_FIELD_BORDER);
  folli_grid_init (&line->grid, cell_px, &around, read, data);
  if (is_plain (&line->grid))
    {
      const float sign = line->grid.mask[0] >= FOLLI_MASK_BLACK ? 1 : -1;

      for (gsize i = 0; i < n; i++)
        line->ramp_mm[i] = sign * reach * cell_mm;
      return;
    }
  folli_grid_measure (&line->grid, &line->part, reach, line->ramp_mm);
  for (gsize i = 0; i < n; i++)
    line->ramp_mm[i] *= cell_mm;
  displace (line);
}

/* How far a place, in px, lies behind the line. The fractions come from the
 * place alone, before anything is subtracted, or a place would round
 * differently in another window. */
float
folli_line_get_ramp_mm (const FolliLine *line, double x_px, double y_px)
{
  const double x = x_px / line->grid.cell_px - 0.5;
  const double y = y_px / line->grid.cell_px - 0.5;
  const float  across = x - floor (x);
  const float  down = y - floor (y);
  const gint   column = (gint)floor (x) - line->part.x;
  const gint   row = (gint)floor (y) - line->part.y;
  const float *at = line->ramp_mm + (gsize)row * line->part.width + column;
  const float *below = at + line->part.width;
  const float  upper = at[0] + (at[1] - at[0]) * across;

  return upper + (below[0] + (below[1] - below[0]) * across - upper) * down;
}

/* Share of the density at a place. The line itself is one pixel soft, to the
 * outside, where the mask's own edge is. */
static float
get_share (const FolliHairline *hairline, float ramp_mm)
{
  const float covered
      = CLAMP (ramp_mm * (float)hairline->px_per_mm + 1, 0.f, 1.f);
  const float deep = ramp_mm >= hairline->softness_mm ? 1
                     : ramp_mm > 0 ? ramp_mm / (float)hairline->softness_mm
                                   : 0;

  return covered
         * ((float)hairline->edge_density
            + (1 - (float)hairline->edge_density) * deep);
}

/* Outside the line the ramp goes on down to nothing, over skin that nobody
 * painted. */
static float
get_feather (const FolliHairline *hairline, float ramp_mm)
{
  return (float)hairline->edge_density
         * MAX (1 + ramp_mm / (float)hairline->feather_mm, 0);
}

static void
draw_ramp (const FolliLine      *line,
           const FolliRectangle *rectangle,
           float                *density)
{
  const FolliHairline *hairline = line->hairline;
  const gboolean       feathers = hairline->feather_mm > 0;

  for (gint y = 0; y < rectangle->height; y++)
    for (gint x = 0; x < rectangle->width; x++)
      {
        float *at = &density[(gsize)y * rectangle->width + x];
        float  ramp_mm;

        if (*at <= 0 && !feathers)
          continue;
        ramp_mm = folli_line_get_ramp_mm (line, rectangle->x + x + 0.5,
                                          rectangle->y + y + 0.5);
        if (feathers && ramp_mm < 0)
          *at = (*at > 0 ? *at : 1) * get_feather (hairline, ramp_mm);
        else
          *at *= get_share (hairline, ramp_mm);
      }
}

void
folli_hairline_render (const FolliHairline  *hairline,
                       FolliMaskRead         read,
                       gpointer              data,
                       const FolliRectangle *rectangle,
                       float                *density)
{
  g_auto (Line) line = { 0 };
  const gsize n = (gsize)rectangle->width * rectangle->height;
  float       most = 0;

  read (data, rectangle, density);
  for (gsize i = 0; i < n; i++)
    most = MAX (most, density[i]);
  if (folli_hairline_is_identity (hairline)
      || (most <= 0 && hairline->outliers <= 0 && hairline->feather_mm <= 0))
    return;

  find_line (hairline, read, data, rectangle, &line);
  draw_ramp (&line, rectangle, density);
  if (hairline->outliers > 0)
    folli_strays_draw (&line, rectangle, density);
}
