/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hairline-mask.h"

#include <math.h>

const FolliHairline FOLLI_TEST_SMOOTH_HAIRLINE
    = { .seed = 1, .px_per_mm = 4, .softness_mm = 8, .edge_density = 0.2 };

FolliTestMask
folli_test_mask_new (gint width, gint height)
{
  return (FolliTestMask){ width, height, g_new0 (float, (gsize)width *height) };
}

void
folli_test_mask_clear (FolliTestMask *mask)
{
  g_clear_pointer (&mask->value, g_free);
}

void
folli_test_mask_read (gpointer              data,
                      const FolliRectangle *rectangle,
                      float                *values)
{
  const FolliTestMask *mask = data;

  for (gint y = 0; y < rectangle->height; y++)
    for (gint x = 0; x < rectangle->width; x++)
      {
        const gint column = CLAMP (rectangle->x + x, 0, mask->width - 1);
        const gint row = CLAMP (rectangle->y + y, 0, mask->height - 1);

        values[(gsize)y * rectangle->width + x]
            = mask->value[(gsize)row * mask->width + column];
      }
}

float *
folli_test_mask_render (const FolliHairline *hairline, FolliTestMask *mask)
{
  const FolliRectangle all = { 0, 0, mask->width, mask->height };
  float *density = g_new (float, (gsize)mask->width * mask->height);

  folli_hairline_render (hairline, folli_test_mask_read, folli_test_mask_read,
                         mask, &all, density);
  return density;
}

void
folli_test_mask_paint_half (FolliTestMask *mask,
                            double         x,
                            double         y,
                            double         angle_rad,
                            float          level)
{
  const gint looks = 16;

  for (gint row = 0; row < mask->height; row++)
    for (gint column = 0; column < mask->width; column++)
      {
        gint inside = 0;

        for (gint i = 0; i < looks * looks; i++)
          inside
              += (column + (i % looks + 0.5) / looks - x) * cos (angle_rad)
                     + (row + (i / looks + 0.5) / looks - y) * sin (angle_rad)
                 > 0;
        mask->value[(gsize)row * mask->width + column]
            = level * inside / (looks * looks);
      }
}

void
folli_test_mask_paint_disc (FolliTestMask *mask,
                            double         x,
                            double         y,
                            double         radius_px,
                            float          level)
{
  for (gint row = 0; row < mask->height; row++)
    for (gint column = 0; column < mask->width; column++)
      {
        const double far = hypot (column + 0.5 - x, row + 0.5 - y);

        mask->value[(gsize)row * mask->width + column]
            = level * CLAMP (radius_px - far + 0.5, 0, 1);
      }
}
