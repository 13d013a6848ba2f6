/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/amount.h"

#include <glib/gi18n-lib.h>

#include "follicle/error.h"

/* From here on it takes so many seconds that a user should know, and most
   often the scale is wrong. Estimated. */
#define MANY_MILLIONS 2

/* A list of these takes some 300 MB, a drawing of it twice that. Estimated. */
#define MOST_MILLIONS 10

/* How many pixels it would be if they were white. */
static double
sum_pixels (GeglBuffer *map, const GeglRectangle *area)
{
  const Babl *space = babl_format_get_space (gegl_buffer_get_format (map));
  GeglBufferIterator *iterator = gegl_buffer_iterator_new (
      map, area, 0, babl_format_with_space ("Y'A float", space),
      GEGL_ACCESS_READ, GEGL_ABYSS_NONE, 1);
  double sum = 0;

  while (gegl_buffer_iterator_next (iterator))
    {
      const float *luma_alpha = iterator->items[0].data;

      for (int i = 0; i < iterator->length; i++)
        {
          const double white = luma_alpha[2 * i] * luma_alpha[2 * i + 1];

          sum += CLAMP (white, 0, 1);
        }
    }
  return sum;
}

/* Only where there could be many dots is it looked at how white it is. */
static double
measure_cm2 (GeglBuffer          *map,
             const GeglRectangle *area,
             const FolliRecipe   *recipe)
{
  const double scale = recipe->value[FOLLI_PIXELS_PER_CM];
  const double cm2 = (double)area->width * area->height / (scale * scale);

  if (cm2 * recipe->value[FOLLI_DENSITY] < MANY_MILLIONS * 1e6)
    return cm2;
  return sum_pixels (map, area) / (scale * scale);
}

gboolean
folli_amount_check (GeglBuffer          *map,
                    const GeglRectangle *area,
                    const FolliRecipe   *recipe,
                    char               **remark,
                    GError             **error)
{
  const double scale = recipe->value[FOLLI_PIXELS_PER_CM];
  const double cm2 = measure_cm2 (map, area, recipe);
  const double millions = cm2 * recipe->value[FOLLI_DENSITY] / 1e6;

  if (remark)
    *remark = NULL;
  if (millions > MOST_MILLIONS)
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_RANGE,
                   _ ("About %.0f million dots are more than the %d million "
                      "that can be drawn: at %.1f pixels per cm, %.0f cm² are "
                      "to be filled. State the scale of the photo"),
                   millions, MOST_MILLIONS, scale, cm2);
      return FALSE;
    }
  if (remark && millions >= MANY_MILLIONS)
    *remark = g_strdup_printf (
        _ ("About %.1f million dots take long to draw: at %.1f pixels per cm, "
           "%.0f cm² are to be filled. State the scale if that is not so."),
        millions, scale, cm2);
  return TRUE;
}
