/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/raster.h"
#include "hair-private.h"

#include <math.h>

/* Half of the window that luminance is compared within. */
static const double WINDOW_MM = 1.2;

/* Hairs can be told apart from this scale on. Source: doc/numbers.md, "Short
 * hair beside bare skin". */
static const double LEAST_COUNTED_PX_PER_MM = 8;

/* A hair's root is the darkest place within this distance, and that many
 * deviations of the skin's own texture below the mean. */
static const double APART_MM = 0.3, DEEP = 3;

/* Depths at which it is cut: none of it is wider than this. */
static const double WIDEST_MM = 1;

static double *
sum_up (const float *values, const float *weights, gint width, gint height)
{
  const gsize stride = width + 1;
  double     *sum = g_new0 (double, stride *(height + 1));

  for (gint y = 0; y < height; y++)
    {
      double row = 0;

      for (gint x = 0; x < width; x++)
        {
          const gsize i = (gsize)y * width + x;

          row += weights[i] > 0.5f ? (values ? values[i] : 1) : 0;
          sum[(y + 1) * stride + x + 1] = sum[y * stride + x + 1] + row;
        }
    }
  return sum;
}

static double
get_sum (const double *sum, gint width, FolliRectangle box)
{
  const gsize   stride = width + 1;
  const double *top = sum + box.y * stride;
  const double *bottom = sum + (box.y + box.height) * stride;

  return bottom[box.x + box.width] - bottom[box.x] - top[box.x + box.width]
         + top[box.x];
}

float *
folli_hair_flatten (const float *luminance,
                    const float *area,
                    gint         width,
                    gint         height,
                    double       px_per_mm)
{
  const gint         reach = MAX (2, (gint)round (WINDOW_MM * px_per_mm));
  g_autofree double *sum = sum_up (luminance, area, width, height);
  g_autofree double *count = sum_up (NULL, area, width, height);
  float             *flat = g_new0 (float, (gsize)width *height);

  for (gint y = 0; y < height; y++)
    for (gint x = 0; x < width; x++)
      {
        const gsize          i = (gsize)y * width + x;
        const FolliRectangle box = {
          MAX (x - reach, 0),
          MAX (y - reach, 0),
          MIN (x + reach + 1, width) - MAX (x - reach, 0),
          MIN (y + reach + 1, height) - MAX (y - reach, 0),
        };

        if (area[i] > 0.5f)
          flat[i] = luminance[i] * get_sum (count, width, box)
                        / MAX (get_sum (sum, width, box), 1e-9)
                    - 1;
      }
  return flat;
}

static double
find_variance (const float *flat, const float *area, gsize n_pixels)
{
  double sum = 0, n = 0;

  for (gsize i = 0; i < n_pixels; i++)
    if (area[i] > 0.5f)
      {
        sum += flat[i] * flat[i];
        n++;
      }
  return n > 0 ? sum / n : 0;
}

double
folli_hair_find_contrast (const float *luminance,
                          const float *area,
                          gint         width,
                          gint         height,
                          double       px_per_mm)
{
  g_autofree float *flat
      = folli_hair_flatten (luminance, area, width, height, px_per_mm);

  return sqrt (find_variance (flat, area, (gsize)width * height));
}

static gboolean
is_root (const FolliHairPhoto *photo, const float *flat, gint x, gint y)
{
  const gint  reach = MAX (1, (gint)(APART_MM * photo->px_per_mm));
  const float here = flat[(gsize)y * photo->width + x];

  for (gint j = -reach; j <= reach; j++)
    for (gint i = -reach; i <= reach; i++)
      {
        const gsize at = (gsize)(y + j) * photo->width + x + i;

        if (flat[at] < here || photo->reference[at] <= 0.5f)
          return FALSE;
      }
  return TRUE;
}

/* Along a row, at half the depth. */
static double
find_width_px (const FolliHairPhoto *photo, const float *flat, gint x, gint y)
{
  const gint   most = (gint)(WIDEST_MM / 2 * photo->px_per_mm);
  const float *row = flat + (gsize)y * photo->width;
  gint         width = 1;

  for (gint side = -1; side <= 1; side += 2)
    for (gint i = 1;
         i <= most && x + side * i >= 0 && x + side * i < photo->width
         && row[x + side * i] < row[x] / 2;
         i++)
      width++;
  return width;
}

static void
count_spots (const FolliHairPhoto *photo,
             const float          *flat,
             double                least_depth,
             FolliHair            *hair)
{
  const gint reach = MAX (1, (gint)(APART_MM * photo->px_per_mm));
  double     n = 0, width_px = 0, n_pixels = 0;

  for (gint y = reach; y < photo->height - reach; y++)
    for (gint x = reach; x < photo->width - reach; x++)
      {
        const gsize i = (gsize)y * photo->width + x;

        if (photo->reference[i] <= 0.5f)
          continue;
        n_pixels++;
        if (-flat[i] > least_depth && is_root (photo, flat, x, y))
          {
            width_px += find_width_px (photo, flat, x, y);
            n++;
          }
      }
  if (n == 0)
    return;
  hair->spots_per_cm2
      = n / n_pixels * 100 * photo->px_per_mm * photo->px_per_mm;
  hair->spot_mm = width_px / n / photo->px_per_mm;
}

float *
folli_hair_find_luminance (const FolliHairPhoto *photo)
{
  const gsize n = (gsize)photo->width * photo->height;
  float      *luminance = g_new (float, n);

  for (gsize i = 0; i < n; i++)
    luminance[i] = folli_hair_luminance (photo->rgb + 3 * i);
  return luminance;
}

void
folli_hair_find_texture (const FolliHairPhoto *photo, FolliHair *hair)
{
  const gsize       n = (gsize)photo->width * photo->height;
  g_autofree float *luminance = folli_hair_find_luminance (photo);
  g_autofree float *flat = NULL;
  double            of_hair, of_skin;

  of_skin = folli_hair_find_contrast (luminance, photo->skin, photo->width,
                                      photo->height, photo->px_per_mm);
  flat = folli_hair_flatten (luminance, photo->reference, photo->width,
                             photo->height, photo->px_per_mm);
  of_hair = sqrt (find_variance (flat, photo->reference, n));
  hair->skin_contrast = of_skin;
  hair->contrast = sqrt (MAX (of_hair * of_hair - of_skin * of_skin, 0));
  if (photo->px_per_mm >= LEAST_COUNTED_PX_PER_MM)
    count_spots (photo, flat, MAX (DEEP * of_skin, of_hair / 2), hair);
}
