/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/preview.h"

#include <math.h>

#include "gimp/density.h"
#include "gimp/graph.h"

/* How far around an area the density map matters to what is drawn in it: the
   shadow reaches farthest, but never less than six cells that are up to two
   pixels wide. */
#define REACH_MM 4
#define REACH_PX 12

/* The density map of an area. */
static GeglBuffer *
draw_map (const FolliPreview *preview, const GeglRectangle *area)
{
  const double  px_per_mm = preview->recipe->value[FOLLI_PIXELS_PER_CM] / 10;
  const int     reach = ceil (MAX (REACH_MM * px_per_mm, REACH_PX));
  GeglRectangle around = { area->x - reach, area->y - reach,
                           area->width + 2 * reach, area->height + 2 * reach };
  const Babl   *space
      = babl_format_get_space (gegl_buffer_get_format (preview->edges));
  GeglBuffer *map
      = gegl_buffer_new (gegl_buffer_get_extent (preview->edges),
                         babl_format_with_space ("Y' float", space));

  if (gegl_rectangle_intersect (&around, &around, &preview->box))
    folli_density_draw_hairline (preview->edges, preview->recipe, preview->seed,
                                 &around, map, NULL, NULL);
  return map;
}

static GeglBuffer *
draw_pigment (const FolliPreview  *preview,
              GeglBuffer          *map,
              const GeglRectangle *area)
{
  const Babl *space = babl_format_get_space (gegl_buffer_get_format (map));
  GeglBuffer *pigment
      = gegl_buffer_new (area, babl_format_with_space ("RGBA float", space));

  folli_graph_draw_dots (map, preview->recipe, preview->seed, FOLLI_SESSION_ALL,
                         pigment, NULL, NULL);
  return pigment;
}

GeglBuffer *
folli_preview_draw (const FolliPreview *preview, const GeglRectangle *area)
{
  g_autoptr (GeglBuffer) map = draw_map (preview, area);
  g_autoptr (GeglBuffer) pigment = draw_pigment (preview, map, area);
  GeglBuffer *result
      = gegl_buffer_new (area, gegl_buffer_get_format (preview->photo));

  gegl_buffer_copy (preview->photo, area, GEGL_ABYSS_NONE, result, area);
  folli_graph_multiply (preview->photo, pigment, result);
  return result;
}
