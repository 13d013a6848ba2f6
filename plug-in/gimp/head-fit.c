/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/density.h"

#include <math.h>

/* The outline may differ from an ellipse by this share of its width, root
 * mean square. Estimated. */
#define TOLERANCE 0.05

/* Height over width of what can be a head, from the front to the side and
 * from above. Estimated. */
#define LOWEST_ASPECT 0.8
#define HIGHEST_ASPECT 1.8

/* The mask's highest marked pixel in each column; the box's height where there
 * is none. */
static int *
find_upper_outline (const FolliMask *mask)
{
  int                *top = g_new (int, mask->box.width);
  GeglBufferIterator *iterator = gegl_buffer_iterator_new (
      mask->map, &mask->box, 0, gegl_buffer_get_format (mask->map),
      GEGL_ACCESS_READ, GEGL_ABYSS_NONE, 1);

  for (int x = 0; x < mask->box.width; x++)
    top[x] = mask->box.height;
  while (gegl_buffer_iterator_next (iterator))
    {
      const GeglRectangle *piece = &iterator->items[0].roi;
      const float         *value = iterator->items[0].data;

      for (int i = 0; i < iterator->length; i++)
        if (value[i] >= 0.5f)
          {
            int *at = &top[piece->x - mask->box.x + i % piece->width];

            *at = MIN (*at, piece->y - mask->box.y + i / piece->width);
          }
    }
  return top;
}

/* Height of an ellipse of the given width below its own top, in units of its
 * half height. */
static double
ellipse_drop (double across)
{
  return 1 - sqrt (MAX (1 - across * across, 0));
}

/* Least squares: the half height that the outline's drops go with. */
static double
fit_half_height (const int *top,
                 int        left,
                 int        right,
                 int        highest,
                 double    *deviation)
{
  const double middle = (left + right) / 2.0;
  const double half_width = (right - left + 1) / 2.0;
  double       sum_drop = 0, sum_square = 0, sum_error = 0;
  double       half_height;

  for (int x = left; x <= right; x++)
    {
      double drop = ellipse_drop ((x - middle) / half_width);

      sum_drop += drop * (top[x] - highest);
      sum_square += drop * drop;
    }
  half_height = sum_square > 0 ? sum_drop / sum_square : 0;

  for (int x = left; x <= right; x++)
    {
      double drop = ellipse_drop ((x - middle) / half_width);
      double error = top[x] - highest - half_height * drop;

      sum_error += error * error;
    }
  *deviation = sqrt (sum_error / (right - left + 1));
  return half_height;
}

void
folli_density_fit_head (const FolliMask *mask, FolliRecipe *recipe)
{
  g_autofree int *top = find_upper_outline (mask);
  const int       nowhere = mask->box.height;
  int             left = 0, right = mask->box.width - 1;
  int             highest = nowhere;
  double          width, half_height, deviation;

  while (left < right && top[left] == nowhere)
    left++;
  while (right > left && top[right] == nowhere)
    right--;
  for (int x = left; x <= right; x++)
    highest = MIN (highest, top[x]);

  width = right - left + 1;
  half_height = fit_half_height (top, left, right, highest, &deviation);
  if (deviation > TOLERANCE * width || 2 * half_height < LOWEST_ASPECT * width
      || 2 * half_height > HIGHEST_ASPECT * width)
    {
      recipe->value[FOLLI_HEAD_CURVATURE] = 0;
      return;
    }
  recipe->value[FOLLI_HEAD_X] = mask->box.x + left;
  recipe->value[FOLLI_HEAD_Y] = mask->box.y + highest;
  recipe->value[FOLLI_HEAD_WIDTH] = width;
  recipe->value[FOLLI_HEAD_HEIGHT] = 2 * half_height;
}

void
folli_density_take_head (const FolliMask *outline, FolliRecipe *recipe)
{
  recipe->value[FOLLI_HEAD_X] = outline->box.x;
  recipe->value[FOLLI_HEAD_Y] = outline->box.y;
  recipe->value[FOLLI_HEAD_WIDTH] = outline->box.width;
  recipe->value[FOLLI_HEAD_HEIGHT] = outline->box.height;
}
