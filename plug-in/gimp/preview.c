/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/preview.h"

#include <math.h>

#include "gimp/density.h"
#include "gimp/graph.h"

/* How far around an area the density map matters to what is drawn in it: the
   shadow reaches farthest. */
#define REACH_MM 4

/* The density map of an area of the image. */
static void
refine_area (const FolliPlan       *plan,
             const GeglRectangle   *area,
             const FolliMaskPixels *photo,
             FolliMask             *mask,
             FolliRecipe           *recipe)
{
  const int reach = ceil (REACH_MM * recipe->value[FOLLI_PIXELS_PER_CM] / 10);

  gegl_rectangle_set (&mask->box, area->x - reach, area->y - reach,
                      area->width + 2 * reach, area->height + 2 * reach);
  mask->map = g_object_new (GEGL_TYPE_BUFFER, "source", plan->mask.map,
                            "shift-x", mask->box.x - plan->mask.box.x,
                            "shift-y", mask->box.y - plan->mask.box.y, NULL);
  folli_density_refine (mask, photo, recipe, plan->seed, NULL, NULL);
}

/* The pigment over an area of the image, in the map's coordinates. */
static GeglBuffer *
draw_pigment (const FolliMask     *mask,
              const FolliRecipe   *recipe,
              guint32              seed,
              const GeglRectangle *area)
{
  const Babl *space
      = babl_format_get_space (gegl_buffer_get_format (mask->map));
  const GeglRectangle in_map = { area->x - mask->box.x, area->y - mask->box.y,
                                 area->width, area->height };
  GeglBuffer         *pigment
      = gegl_buffer_new (&in_map, babl_format_with_space ("RGBA float", space));

  folli_graph_draw_dots (mask->map, recipe, seed, FOLLI_SESSION_ALL, pigment,
                         NULL, NULL);
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
  const FolliMaskPixels placed = { photo, photo_x, photo_y };
  const GeglRectangle   in_image
      = { area->x + photo_x, area->y + photo_y, area->width, area->height };
  FolliRecipe recipe = plan->recipe;
  g_auto (FolliMask) mask = { NULL };
  g_autoptr (GeglBuffer) pigment = NULL;
  g_autoptr (GeglBuffer) result
      = gegl_buffer_new (area, gegl_buffer_get_format (photo));

  refine_area (plan, &in_image, &placed, &mask, &recipe);
  pigment = draw_pigment (&mask, &recipe, plan->seed, &in_image);
  gegl_buffer_copy (photo, area, GEGL_ABYSS_NONE, result, area);
  folli_graph_multiply (photo, pigment, mask.box.x - photo_x,
                        mask.box.y - photo_y, result);
  gegl_buffer_get (result, area, 1, format, pixels, GEGL_AUTO_ROWSTRIDE,
                   GEGL_ABYSS_NONE);
}
