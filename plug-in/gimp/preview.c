/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/preview.h"

#include <math.h>

#include "gimp/density.h"
#include "gimp/graph.h"

/* How far around an area the density map matters to what is drawn in it: the
   shadow reaches farthest. */
#define REACH_MM 4

/* The density map of an area. */
static FolliMask
refine_area (const FolliPlan     *plan,
             const GeglRectangle *area,
             GeglBuffer          *photo)
{
  const int reach
      = ceil (REACH_MM * plan->recipe.value[FOLLI_PIXELS_PER_CM] / 10);
  FolliMask mask
      = { .map = g_object_ref (plan->mask.map),
          .box = { area->x - reach, area->y - reach, area->width + 2 * reach,
                   area->height + 2 * reach } };

  folli_density_refine (&mask, photo, &plan->recipe, plan->seed, NULL, NULL);
  return mask;
}

static GeglBuffer *
draw_pigment (const FolliPlan *plan, GeglBuffer *map, const GeglRectangle *area)
{
  const Babl *space = babl_format_get_space (gegl_buffer_get_format (map));
  GeglBuffer *pigment
      = gegl_buffer_new (area, babl_format_with_space ("RGBA float", space));

  folli_graph_draw_dots (map, &plan->recipe, plan->seed, FOLLI_SESSION_ALL,
                         pigment, NULL, NULL);
  return pigment;
}

void
folli_preview_draw (const FolliPlan     *plan,
                    GeglBuffer          *photo,
                    const GeglRectangle *area,
                    const Babl          *format,
                    void                *pixels)
{
  g_auto (FolliMask) mask = refine_area (plan, area, photo);
  g_autoptr (GeglBuffer) pigment = draw_pigment (plan, mask.map, area);
  g_autoptr (GeglBuffer) result
      = gegl_buffer_new (area, gegl_buffer_get_format (photo));

  gegl_buffer_copy (photo, area, GEGL_ABYSS_NONE, result, area);
  folli_graph_multiply (photo, pigment, result);
  gegl_buffer_get (result, area, 1, format, pixels, GEGL_AUTO_ROWSTRIDE,
                   GEGL_ABYSS_NONE);
}
