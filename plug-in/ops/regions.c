/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "regions.h"

GeglRectangle
folli_region_of_input (GeglOperation *operation)
{
  const GeglRectangle *input
      = gegl_operation_source_get_bounding_box (operation, "input");

  return input != NULL ? *input : (GeglRectangle){ 0, 0, 0, 0 };
}

GeglRectangle
folli_region_grow (const GeglRectangle *rectangle, gint margin_px)
{
  if (gegl_rectangle_is_empty (rectangle)
      || gegl_rectangle_is_infinite_plane (rectangle))
    return *rectangle;
  return (GeglRectangle){ rectangle->x - margin_px, rectangle->y - margin_px,
                          rectangle->width + 2 * margin_px,
                          rectangle->height + 2 * margin_px };
}

GeglRectangle
folli_region_for_output (GeglOperation       *operation,
                         const gchar         *pad,
                         const GeglRectangle *roi)
{
  const GeglRectangle input = folli_region_of_input (operation);
  GeglRectangle       needed
      = GEGL_OPERATION_GET_CLASS (operation)->get_invalidated_by_change (
          operation, pad, roi);

  gegl_rectangle_intersect (&needed, &needed, &input);
  return needed;
}

static gint
divide_up (gint a, gint b)
{
  return (a + b - 1) / b;
}

gboolean
folli_region_next_part (const GeglRectangle *roi,
                        gint                 most,
                        GeglRectangle       *part)
{
  const gint right = roi->x + roi->width;
  const gint bottom = roi->y + roi->height;
  gint       x = roi->x;
  gint       y = roi->y;
  gint       width, height;

  if (gegl_rectangle_is_empty (roi))
    return FALSE;
  width = divide_up (roi->width, divide_up (roi->width, most));
  height = divide_up (roi->height, divide_up (roi->height, most));
  if (!gegl_rectangle_is_empty (part))
    {
      x = part->x + part->width;
      y = part->y;
      if (x >= right)
        {
          x = roi->x;
          y += part->height;
        }
    }
  *part = (GeglRectangle){ x, y, MIN (width, right - x),
                           MIN (height, bottom - y) };
  return y < bottom;
}

gboolean
folli_region_next_band (const GeglRectangle *part, GeglRectangle *band)
{
  const gint bottom = part->y + part->height;
  const gint y = band->height > 0 ? band->y + band->height : part->y;
  const gint next = y + FOLLI_REGION_BAND_PX - (y & (FOLLI_REGION_BAND_PX - 1));

  *band = (GeglRectangle){ part->x, y, part->width, MIN (next, bottom) - y };
  return y < bottom;
}
