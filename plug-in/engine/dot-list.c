/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/dot-list.h"

#include <math.h>

static gboolean
is_inside (const FolliMark *mark, const FolliRectangle *area)
{
  return mark->x >= area->x && mark->x < area->x + area->width
         && mark->y >= area->y && mark->y < area->y + area->height;
}

/* Ink goes with a dot's area in the picture, of which foreshortening takes
   some. */
static double
find_shrinking (const FolliArrangement *a,
                const FolliDot         *dot,
                double                  x,
                double                  y)
{
  double cosine = 1;

  if (!folli_head_is_flat (&a->head))
    cosine
        = folli_head_slant (&a->head, x - a->origin_x, y - a->origin_y).cosine;
  return sqrt (dot->mark.ink / cosine);
}

static FolliPlacedDot
place_dot (const FolliScene *scene, const FolliDot *dot)
{
  const double x = dot->mark.x + (double)dot->mark.fraction_x;
  const double y = dot->mark.y + (double)dot->mark.fraction_y;

  return (FolliPlacedDot){
    .x = x,
    .y = y,
    .diameter_mm = scene->model.diameter_mm[dot->session][dot->size]
                   * find_shrinking (&scene->arrangement, dot, x, y),
    .session = dot->session + 1,
  };
}

void
folli_scene_list (const FolliScene      *scene,
                  const FolliDensityMap *map,
                  FolliRectangle         area,
                  GArray                *dots)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (FolliDot));

  folli_scatter (&scene->arrangement, &scene->model, map, area, found);
  for (guint i = 0; i < found->len; i++)
    {
      const FolliDot      *dot = &g_array_index (found, FolliDot, i);
      const FolliPlacedDot placed = place_dot (scene, dot);

      if (dot->opacity > 0 && is_inside (&dot->mark, &area))
        g_array_append_val (dots, placed);
    }
}
