/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "preview.h"

#include "graph.h"

/* The pigment over an area of the photo, in the map's coordinates. */
static GeglBuffer *
draw_pigment (const FolliPlan *plan, const GeglRectangle *area)
{
  const Babl *space
      = babl_format_get_space (gegl_buffer_get_format (plan->mask.map));
  GeglBuffer *pigment
      = gegl_buffer_new (area, babl_format_with_space ("RGBA float", space));

  folli_graph_draw_dots (plan->mask.map, &plan->recipe, plan->seed,
                         FOLLI_SESSION_ALL, pigment, NULL, NULL);
  return pigment;
}

void
folli_preview_draw (const FolliPlan     *plan,
                    GeglBuffer          *photo,
                    int                  photo_x,
                    int                  photo_y,
                    const GeglRectangle *area,
                    const Babl          *format,
                    void                *pixels)
{
  /* From the photo's coordinates to the map's. */
  const int     right = photo_x - plan->mask.box.x;
  const int     down = photo_y - plan->mask.box.y;
  GeglRectangle in_map
      = { area->x + right, area->y + down, area->width, area->height };
  g_autoptr (GeglBuffer) pigment = draw_pigment (plan, &in_map);
  g_autoptr (GeglBuffer) result
      = gegl_buffer_new (area, gegl_buffer_get_format (photo));

  gegl_buffer_copy (photo, area, GEGL_ABYSS_NONE, result, area);
  folli_graph_multiply (photo, pigment, -right, -down, result);
  gegl_buffer_get (result, area, 1, format, pixels, GEGL_AUTO_ROWSTRIDE,
                   GEGL_ABYSS_NONE);
}
