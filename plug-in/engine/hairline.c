/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/hairline.h"

#include <math.h>

#include "floor.h"
#include "hairline-line.h"
#include "hairline-strays.h"
#include "hairline-waves.h"
#include "hairline-width.h"
#include "rectangle.h"
#include "wide.h"

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
  const gint cell_px = find_cell_px (hairline);
  const gint border = find_border_cells (hairline) + 1;
  const gint line_px
      = (find_reach_cells (hairline) + FOLLI_FIELD_BORDER) * cell_px;

  return border * cell_px
         + MAX (line_px, folli_width_margin_px (hairline, cell_px));
}

/* The cells that a rectangle of pixels touches. */
static FolliRectangle
find_cells (const FolliRectangle *rectangle, gint cell_px)
{
  const gint left = folli_floor_divide (rectangle->x, cell_px);
  const gint top = folli_floor_divide (rectangle->y, cell_px);
  const gint right
      = folli_floor_divide (rectangle->x + rectangle->width - 1, cell_px);
  const gint bottom
      = folli_floor_divide (rectangle->y + rectangle->height - 1, cell_px);

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

  g_autofree double *x_mm = g_new (double, line->part.width);

  for (gint x = 0; x < line->part.width; x++)
    x_mm[x]
        = ((line->part.x + x + 0.5) * cell_px - hairline->origin_x) / px_per_mm;
  for (gint y = 0; y < line->part.height; y++)
    {
      const double y_px = (line->part.y + y + 0.5) * cell_px;

      folli_waves_displace_row (hairline, x_mm,
                                (y_px - hairline->origin_y) / px_per_mm,
                                line->part.width, outermost_mm, deepest_mm,
                                line->ramp_mm + (gsize)y * line->part.width);
    }
}

/* Most of a large image is away from any edge, and needs no measuring there. */
static gboolean
is_plain (const FolliGrid *grid)
{
  const gint n = grid->extent.width * grid->extent.height;
  gint       n_black = 0;

  for (gint i = 0; i < n; i++)
    n_black += grid->mask[i] < FOLLI_MASK_BLACK;
  return n_black == 0 || n_black == n;
}

/* Where what is painted is narrow, places in it count for deeper, so that waves
 * and ramp leave most of it. */
static void
stretch (FolliLine    *line,
         FolliMaskRead read,
         FolliMaskRead read_painted,
         gpointer      data)
{
  const gint cell_px = line->grid.cell_px;
  float     *ramp_mm = line->ramp_mm;
  g_auto (FolliWidth) width = { 0 };

  folli_width_init (&width, line->hairline, cell_px, &line->part, read,
                    read_painted, data);
  for (gint y = 0; y < line->part.height; y++)
    for (gint x = 0; x < line->part.width; x++, ramp_mm++)
      if (*ramp_mm > 0)
        *ramp_mm *= folli_width_get_stretch (
            &width, (line->part.x + x + 0.5) * cell_px,
            (line->part.y + y + 0.5) * cell_px);
}

static void
find_line (const FolliHairline  *hairline,
           FolliMaskRead         read,
           FolliMaskRead         read_painted,
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
  line->part = folli_rectangle_grow (cells, find_border_cells (hairline));
  n = (gsize)line->part.width * line->part.height;
  line->ramp_mm = g_new (float, n);
  around = folli_rectangle_grow (line->part, reach + FOLLI_FIELD_BORDER);
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
  if (folli_width_margin_px (hairline, cell_px) > 0)
    stretch (line, read, read_painted, data);
  displace (line);
}

/* What the density depends on apart from the place. */
typedef struct
{
  float px_per_mm;
  float softness_mm;
  float deepest_mm; /* the least that is no less than the softness */
  float feather_mm;
  float edge_density;
} Ramp;

static Ramp
make_ramp (const FolliHairline *hairline)
{
  const float softness_mm = hairline->softness_mm;

  return (Ramp){
    .px_per_mm = hairline->px_per_mm,
    .softness_mm = softness_mm,
    .deepest_mm = softness_mm < hairline->softness_mm
                      ? nextafterf (softness_mm, G_MAXFLOAT)
                      : softness_mm,
    .feather_mm = hairline->feather_mm,
    .edge_density = hairline->edge_density,
  };
}

/* Share of the density at a place. The line itself is one pixel soft, to the
 * outside, where the mask's own edge is. */
static inline float
get_share (const Ramp *ramp, float ramp_mm)
{
  const float covered = CLAMP (ramp_mm * ramp->px_per_mm + 1, 0.f, 1.f);
  const float deep = ramp_mm >= ramp->deepest_mm ? 1
                     : ramp_mm > 0               ? ramp_mm / ramp->softness_mm
                                                 : 0;

  return covered * (ramp->edge_density + (1 - ramp->edge_density) * deep);
}

/* Outside the line the ramp goes on down to nothing, over skin that nobody
 * painted. */
static inline float
get_feather (const Ramp *ramp, float ramp_mm)
{
  return ramp->edge_density * MAX (1 + ramp_mm / ramp->feather_mm, 0);
}

FOLLI_WIDE static void
draw_share (Ramp ramp,
            const float *restrict ramp_mm,
            gint n,
            float *restrict density)
{
  for (gint x = 0; x < n; x++)
    density[x] *= get_share (&ramp, ramp_mm[x]);
}

FOLLI_WIDE static void
draw_feather (Ramp ramp,
              const float *restrict ramp_mm,
              gint n,
              float *restrict density)
{
  for (gint x = 0; x < n; x++)
    density[x] = ramp_mm[x] < 0 ? (density[x] > 0 ? density[x] : 1)
                                      * get_feather (&ramp, ramp_mm[x])
                                : density[x] * get_share (&ramp, ramp_mm[x]);
}

static void
draw_ramp (const FolliLine      *line,
           const FolliRectangle *rectangle,
           gsize                 stride,
           float                *density)
{
  const Ramp               ramp = make_ramp (line->hairline);
  const gint               cell_px = line->grid.cell_px;
  const gint               n = rectangle->width;
  g_autofree float        *row = g_new (float, n);
  g_autofree FolliBetween *across = g_new (FolliBetween, n);

  for (gint x = 0; x < n; x++)
    across[x] = folli_line_find_between (rectangle->x + x + 0.5, cell_px,
                                         line->part.x);
  for (gint y = 0; y < rectangle->height; y++, density += stride)
    {
      const FolliBetween down = folli_line_find_between (rectangle->y + y + 0.5,
                                                         cell_px, line->part.y);
      const float *above = line->ramp_mm + (gsize)down.cell * line->part.width;
      const float *ramp_mm = row;

      if (cell_px == 1)
        ramp_mm = above + across[0].cell;
      else
        folli_line_interpolate_row (above, above + line->part.width, across,
                                    down.share, n, row);
      if (ramp.feather_mm > 0)
        draw_feather (ramp, ramp_mm, n, density);
      else
        draw_share (ramp, ramp_mm, n, density);
    }
}

/* Notes in which columns a row has any density, and returns whether it has. */
FOLLI_WIDE static gboolean
note_painted (const float *restrict density, gint n, gint *restrict painted)
{
  gint any = 0;

  for (gint x = 0; x < n; x++)
    {
      painted[x] |= density[x] > 0;
      any |= density[x] > 0;
    }
  return any;
}

/* The smallest rectangle around what is painted, which may be nothing. */
static FolliRectangle
find_painted (const FolliRectangle *rectangle, const float *density)
{
  g_autofree gint *painted = g_new0 (gint, rectangle->width);
  gint             top = rectangle->height, bottom = 0;
  gint             left = 0, right = rectangle->width;

  for (gint y = 0; y < rectangle->height; y++, density += rectangle->width)
    if (note_painted (density, rectangle->width, painted))
      {
        top = MIN (top, y);
        bottom = y + 1;
      }
  if (bottom == 0)
    return (FolliRectangle){ rectangle->x, rectangle->y, 0, 0 };
  while (!painted[left])
    left++;
  while (!painted[right - 1])
    right--;
  return (FolliRectangle){ rectangle->x + left, rectangle->y + top,
                           right - left, bottom - top };
}

static void
render_from_corner (const FolliHairline  *hairline,
                    FolliMaskRead         read,
                    FolliMaskRead         read_painted,
                    gpointer              data,
                    const FolliRectangle *rectangle,
                    float                *density)
{
  g_auto (Line) line = { 0 };
  FolliRectangle part = *rectangle;

  read (data, rectangle, density);
  if (folli_hairline_is_identity (hairline))
    return;
  if (hairline->outliers <= 0 && hairline->feather_mm <= 0)
    part = find_painted (rectangle, density);
  if (part.width == 0)
    return;

  find_line (hairline, read, read_painted, data, &part, &line);
  draw_ramp (&line, &part, rectangle->width,
             density + (gsize)(part.y - rectangle->y) * rectangle->width
                 + part.x - rectangle->x);
  if (hairline->outliers > 0)
    folli_strays_draw (&line, rectangle, density);
}

/* A mask read in coordinates that start at the image's corner. */
typedef struct
{
  FolliMaskRead read;
  FolliMaskRead read_painted;
  gpointer      data;
  gint          x;
  gint          y;
} Moved;

static FolliRectangle
move_back (const Moved *moved, const FolliRectangle *rectangle)
{
  return (FolliRectangle){ rectangle->x + moved->x, rectangle->y + moved->y,
                           rectangle->width, rectangle->height };
}

static void
read_moved (gpointer data, const FolliRectangle *rectangle, float *mask)
{
  const Moved         *moved = data;
  const FolliRectangle there = move_back (moved, rectangle);

  moved->read (moved->data, &there, mask);
}

static void
read_painted_moved (gpointer data, const FolliRectangle *rectangle, float *mask)
{
  const Moved         *moved = data;
  const FolliRectangle there = move_back (moved, rectangle);

  moved->read_painted (moved->data, &there, mask);
}

/* Cells start at the image's corner: where another part of the image was cut
 * out, the same line is measured on the same cells. */
void
folli_hairline_render (const FolliHairline  *hairline,
                       FolliMaskRead         read,
                       FolliMaskRead         read_painted,
                       gpointer              data,
                       const FolliRectangle *rectangle,
                       float                *density)
{
  Moved          moved = { read, read_painted, data, floor (hairline->origin_x),
                           floor (hairline->origin_y) };
  FolliRectangle in_image = *rectangle;
  FolliHairline  from_corner = *hairline;

  in_image.x -= moved.x;
  in_image.y -= moved.y;
  from_corner.origin_x -= moved.x;
  from_corner.origin_y -= moved.y;
  render_from_corner (&from_corner, read_moved,
                      read_painted == read ? read_moved : read_painted_moved,
                      &moved, &in_image, density);
}
