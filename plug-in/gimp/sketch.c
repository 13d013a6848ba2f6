/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/sketch.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "follicle/hairline-path.h"
#include "gimp/check.h"

/* How near a landmark the pointer has to be to take hold of it, px. */
#define REACH_PX 9

#define MOST_ZOOM 16

/* Of a length. */
#define N_ENDS 2

/* Of the little face. */
#define FACE_PX 92

struct _FolliSketch
{
  GeglBuffer *photo;
  int         image_width;
  int         image_height;
  GArray     *landmarks;
  gboolean    is_ruler;

  /* How the image lies in the widget: px of the widget for one of the image,
     and what is in its corner. */
  double zoom;
  double scale;
  double left;
  double top;
  int    width;
  int    height;

  cairo_surface_t *picture;
  int              held;
  double           grip_x;
  double           grip_y;
};

enum
{
  HELD_NOTHING = -1,
  HELD_PHOTO = -2
};

FolliSketch *
folli_sketch_new (FolliHost *host, GArray *landmarks)
{
  FolliSketch *sketch = g_new0 (FolliSketch, 1);

  if (folli_check_output (host, FOLLI_OUTPUT_LAYER, NULL))
    sketch->photo = folli_host_get_photo (host);
  folli_host_get_size (host, &sketch->image_width, &sketch->image_height);
  sketch->landmarks = g_array_ref (landmarks);
  sketch->zoom = 1;
  sketch->held = HELD_NOTHING;
  return sketch;
}

FolliSketch *
folli_sketch_new_ruler (FolliHost *host, GArray *ends)
{
  FolliSketch *sketch = folli_sketch_new (host, ends);

  sketch->is_ruler = TRUE;
  return sketch;
}

void
folli_sketch_free (FolliSketch *sketch)
{
  g_clear_object (&sketch->photo);
  g_clear_pointer (&sketch->picture, cairo_surface_destroy);
  g_array_unref (sketch->landmarks);
  g_free (sketch);
}

const char *
folli_sketch_get_prompt (guint n_landmarks)
{
  static const char *const PROMPTS[] = {
    N_ ("1. Click the middle between the brows."),
    N_ ("2. Click the outer corner of one eye."),
    N_ ("3. Click the outer corner of the other eye."),
    N_ ("Drag the points until the line fits. Shift-click the top of the head "
        "if it is to be more exact."),
    N_ ("Drag the points until the line fits."),
  };

  return _ (PROMPTS[MIN (n_landmarks, G_N_ELEMENTS (PROMPTS) - 1)]);
}

static FolliPoint *
get_landmark (const FolliSketch *sketch, guint i)
{
  return &g_array_index (sketch->landmarks, FolliPoint, i);
}

static FolliPoint
to_widget (const FolliSketch *sketch, double x, double y)
{
  return (FolliPoint){ (x - sketch->left) * sketch->scale,
                       (y - sketch->top) * sketch->scale };
}

static FolliPoint
to_image (const FolliSketch *sketch, double x, double y)
{
  return (FolliPoint){
    CLAMP (sketch->left + x / sketch->scale, 0, sketch->image_width),
    CLAMP (sketch->top + y / sketch->scale, 0, sketch->image_height)
  };
}

/* Middles the image where it is smaller than the widget, and keeps to it where
   it is larger. */
static double
keep_inside (double corner, double seen, double whole)
{
  return seen >= whole ? (whole - seen) / 2 : CLAMP (corner, 0, whole - seen);
}

static void
place (FolliSketch *sketch, double left, double top)
{
  const double fit = MIN ((double)sketch->width / sketch->image_width,
                          (double)sketch->height / sketch->image_height);

  sketch->scale = fit * sketch->zoom;
  sketch->left
      = keep_inside (left, sketch->width / sketch->scale, sketch->image_width);
  sketch->top
      = keep_inside (top, sketch->height / sketch->scale, sketch->image_height);
  g_clear_pointer (&sketch->picture, cairo_surface_destroy);
}

static void
resize (FolliSketch *sketch, int width, int height)
{
  if (width == sketch->width && height == sketch->height)
    return;
  sketch->width = width;
  sketch->height = height;
  place (sketch, sketch->left, sketch->top);
}

static cairo_surface_t *
copy_photo (const FolliSketch *sketch)
{
  cairo_surface_t *picture = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, sketch->width, sketch->height);
  const GeglRectangle area
      = { round (sketch->left * sketch->scale),
          round (sketch->top * sketch->scale), sketch->width, sketch->height };

  if (!sketch->photo)
    return picture;
  cairo_surface_flush (picture);
  gegl_buffer_get (sketch->photo, &area, sketch->scale,
                   babl_format ("cairo-ARGB32"),
                   cairo_image_surface_get_data (picture),
                   cairo_image_surface_get_stride (picture), GEGL_ABYSS_NONE);
  cairo_surface_mark_dirty (picture);
  return picture;
}

/* From one anchor of a path to the next. */
static void
draw_curve (const FolliSketch *sketch, const GArray *path, guint i, cairo_t *cr)
{
  const double    *numbers = (const double *)path->data;
  const guint      n = path->len / FOLLI_PATH_NUMBERS;
  const double    *from = numbers + i * FOLLI_PATH_NUMBERS;
  const double    *to = numbers + (i + 1) % n * FOLLI_PATH_NUMBERS;
  const FolliPoint start = to_widget (sketch, from[2], from[3]);
  const FolliPoint out = to_widget (sketch, from[4], from[5]);
  const FolliPoint in = to_widget (sketch, to[0], to[1]);
  const FolliPoint end = to_widget (sketch, to[2], to[3]);

  cairo_move_to (cr, start.x, start.y);
  cairo_curve_to (cr, out.x, out.y, in.x, in.y, end.x, end.y);
}

/* Dark under light, to be seen on any photo. */
static void
stroke (cairo_t *cr, double width)
{
  cairo_set_line_width (cr, width + 2);
  cairo_set_source_rgba (cr, 0, 0, 0, 0.55);
  cairo_stroke_preserve (cr);
  cairo_set_line_width (cr, width);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_stroke (cr);
}

static void
draw_line (const FolliSketch       *sketch,
           const FolliHairlinePlan *plan,
           cairo_t                 *cr)
{
  const guint n = plan->path->len / FOLLI_PATH_NUMBERS;

  for (guint i = 0; i < n; i++)
    draw_curve (sketch, plan->path, i, cr);
  stroke (cr, 1);
  for (guint i = 0; i + 1 < plan->n_visible; i++)
    draw_curve (sketch, plan->path, i, cr);
  stroke (cr, 2);
}

static void
draw_dot (cairo_t *cr, double x, double y, guint number, double radius)
{
  g_autofree char *text = g_strdup_printf ("%u", number);

  cairo_arc (cr, x, y, radius, 0, 2 * G_PI);
  stroke (cr, 1.5);
  cairo_arc (cr, x, y, 1.2, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_move_to (cr, x + radius + 2, y - radius);
  cairo_set_font_size (cr, 11);
  cairo_text_path (cr, text);
  cairo_set_line_width (cr, 2.5);
  cairo_set_source_rgba (cr, 0, 0, 0, 0.7);
  cairo_stroke_preserve (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill (cr);
}

static void
draw_landmarks (const FolliSketch *sketch, cairo_t *cr)
{
  for (guint i = 0; i < sketch->landmarks->len; i++)
    {
      const FolliPoint *landmark = get_landmark (sketch, i);
      const FolliPoint  here = to_widget (sketch, landmark->x, landmark->y);

      draw_dot (cr, here.x, here.y, i + 1, 5);
    }
}

/* In a square of the side 1. */
static const FolliPoint FACE[]
    = { { 0.5, 0.42 }, { 0.24, 0.52 }, { 0.76, 0.52 }, { 0.5, 0.07 } };

static void
draw_features (cairo_t *cr)
{
  cairo_save (cr);
  cairo_translate (cr, 0.5, 0.52);
  cairo_scale (cr, 0.36, 0.45);
  cairo_arc (cr, 0, 0, 1, 0, 2 * G_PI);
  cairo_restore (cr);
  for (int side = -1; side <= 1; side += 2)
    {
      const double middle = 0.5 + 0.17 * side;

      cairo_move_to (cr, middle - 0.09, 0.52);
      cairo_curve_to (cr, middle - 0.03, 0.47, middle + 0.03, 0.47,
                      middle + 0.09, 0.52);
      cairo_curve_to (cr, middle + 0.03, 0.56, middle - 0.03, 0.56,
                      middle - 0.09, 0.52);
      cairo_move_to (cr, 0.5 + 0.06 * side, 0.43);
      cairo_line_to (cr, 0.5 + 0.28 * side, 0.42);
    }
  cairo_move_to (cr, 0.5, 0.5);
  cairo_line_to (cr, 0.46, 0.68);
  cairo_line_to (cr, 0.53, 0.69);
  cairo_move_to (cr, 0.4, 0.8);
  cairo_line_to (cr, 0.6, 0.8);
}

/* Where the next landmark belongs, in the corner. */
static void
draw_face (const FolliSketch *sketch, cairo_t *cr)
{
  const guint next = sketch->landmarks->len;

  cairo_save (cr);
  cairo_translate (cr, 8, sketch->height - FACE_PX - 8);
  cairo_rectangle (cr, 0, 0, FACE_PX, FACE_PX);
  cairo_set_source_rgba (cr, 0, 0, 0, 0.6);
  cairo_fill (cr);
  cairo_scale (cr, FACE_PX, FACE_PX);
  draw_features (cr);
  cairo_set_line_width (cr, 0.015);
  cairo_set_source_rgba (cr, 1, 1, 1, 0.8);
  cairo_stroke (cr);
  cairo_scale (cr, 1. / FACE_PX, 1. / FACE_PX);
  for (guint i = 0; i <= next; i++)
    draw_dot (cr, FACE[i].x * FACE_PX, FACE[i].y * FACE_PX, i + 1,
              i == next ? 5 : 2);
  cairo_restore (cr);
}

static void
draw_length (const FolliSketch *sketch, cairo_t *cr)
{
  for (guint i = 0; i < sketch->landmarks->len; i++)
    {
      const FolliPoint *end = get_landmark (sketch, i);
      const FolliPoint  here = to_widget (sketch, end->x, end->y);

      cairo_line_to (cr, here.x, here.y);
    }
  stroke (cr, 1);
}

void
folli_sketch_draw (FolliSketch             *sketch,
                   const FolliHairlinePlan *plan,
                   int                      width,
                   int                      height,
                   cairo_t                 *cr)
{
  resize (sketch, width, height);
  if (!sketch->picture)
    sketch->picture = copy_photo (sketch);
  cairo_set_source_rgb (cr, 0.5, 0.5, 0.5);
  cairo_paint (cr);
  cairo_set_source_surface (cr, sketch->picture, 0, 0);
  cairo_paint (cr);
  if (plan)
    draw_line (sketch, plan, cr);
  if (sketch->is_ruler)
    draw_length (sketch, cr);
  draw_landmarks (sketch, cr);
  if (!sketch->is_ruler && sketch->landmarks->len < FOLLI_LANDMARKS_LEAST)
    draw_face (sketch, cr);
}

static int
find_landmark (const FolliSketch *sketch, double x, double y)
{
  double least = REACH_PX;
  int    nearest = HELD_NOTHING;

  for (guint i = 0; i < sketch->landmarks->len; i++)
    {
      const FolliPoint *landmark = get_landmark (sketch, i);
      const FolliPoint  here = to_widget (sketch, landmark->x, landmark->y);
      const double      distance = hypot (here.x - x, here.y - y);

      if (distance >= least)
        continue;
      least = distance;
      nearest = i;
    }
  return nearest;
}

gboolean
folli_sketch_press (FolliSketch *sketch, double x, double y, gboolean is_extra)
{
  const guint      n_wanted = sketch->is_ruler ? N_ENDS
                              : is_extra       ? FOLLI_LANDMARKS_MOST
                                               : FOLLI_LANDMARKS_LEAST;
  const FolliPoint here = to_image (sketch, x, y);

  sketch->grip_x = x;
  sketch->grip_y = y;
  sketch->held = find_landmark (sketch, x, y);
  if (sketch->held != HELD_NOTHING)
    return FALSE;
  if (sketch->landmarks->len >= n_wanted)
    {
      sketch->held = HELD_PHOTO;
      return FALSE;
    }
  sketch->held = sketch->landmarks->len;
  g_array_append_val (sketch->landmarks, here);
  return TRUE;
}

gboolean
folli_sketch_drag (FolliSketch *sketch, double x, double y)
{
  if (sketch->held == HELD_PHOTO)
    place (sketch, sketch->left - (x - sketch->grip_x) / sketch->scale,
           sketch->top - (y - sketch->grip_y) / sketch->scale);
  else if (sketch->held >= 0 && sketch->held < (int)sketch->landmarks->len)
    *get_landmark (sketch, sketch->held) = to_image (sketch, x, y);
  else
    return FALSE;
  sketch->grip_x = x;
  sketch->grip_y = y;
  return sketch->held != HELD_PHOTO;
}

void
folli_sketch_zoom (FolliSketch *sketch, double x, double y, double factor)
{
  const double here_x = sketch->left + x / sketch->scale;
  const double here_y = sketch->top + y / sketch->scale;
  const double before = sketch->scale;

  sketch->zoom = CLAMP (sketch->zoom * factor, 1, MOST_ZOOM);
  place (sketch, sketch->left, sketch->top);
  if (sketch->scale != before)
    place (sketch, here_x - x / sketch->scale, here_y - y / sketch->scale);
}
