/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plane.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

static gsize
count (const FolliPlane *plane)
{
  return (gsize)plane->width * plane->height;
}

FolliPlane
folli_plane_new (gint width, gint height)
{
  return (FolliPlane){ width, height, g_new (float, (gsize)width *height) };
}

void
folli_plane_clear (FolliPlane *plane)
{
  g_clear_pointer (&plane->value, g_free);
}

/* Blurs across and turns the plane on its side. */
static FolliPlane
blur_and_turn (const FolliPlane *plane, const float *weight, gint reach)
{
  FolliPlane        out = folli_plane_new (plane->height, plane->width);
  g_autofree float *row = g_new (float, plane->width + 2 * reach);

  for (gint y = 0; y < plane->height; y++)
    {
      const float *in = plane->value + (gsize)y * plane->width;

      for (gint x = -reach; x < plane->width + reach; x++)
        row[x + reach] = in[CLAMP (x, 0, plane->width - 1)];
      for (gint x = 0; x < plane->width; x++)
        {
          float sum = row[x + reach] * weight[0];

          for (gint k = 1; k <= reach; k++)
            sum += (row[x + reach - k] + row[x + reach + k]) * weight[k];
          out.value[(gsize)x * plane->height + y] = sum;
        }
    }
  return out;
}

FolliPlane
folli_plane_blur (const FolliPlane *plane, double sigma_px)
{
  const gint        reach = (gint)ceil (4 * sigma_px);
  g_autofree float *weight = g_new (float, reach + 1);
  double            sum = 0;
  g_auto (FolliPlane) turned = { 0, 0, NULL };

  for (gint k = 0; k <= reach; k++)
    {
      weight[k] = exp (-k * k / (2 * sigma_px * sigma_px));
      sum += k == 0 ? weight[k] : 2 * weight[k];
    }
  for (gint k = 0; k <= reach; k++)
    weight[k] /= sum;
  turned = blur_and_turn (plane, weight, reach);
  return blur_and_turn (&turned, weight, reach);
}

void
folli_plane_subtract (FolliPlane *plane, const FolliPlane *other)
{
  for (gsize i = 0; i < count (plane); i++)
    plane->value[i] -= other->value[i];
}

double
folli_plane_mean (const FolliPlane *plane, gint border_px)
{
  double sum = 0;
  gsize  n = 0;

  for (gint y = border_px; y < plane->height - border_px; y++)
    for (gint x = border_px; x < plane->width - border_px; x++, n++)
      sum += plane->value[(gsize)y * plane->width + x];
  return sum / n;
}

double
folli_plane_deviation (const FolliPlane *plane, gint border_px)
{
  const double mean = folli_plane_mean (plane, border_px);
  double       sum = 0;
  gsize        n = 0;

  for (gint y = border_px; y < plane->height - border_px; y++)
    for (gint x = border_px; x < plane->width - border_px; x++, n++)
      {
        const double d = plane->value[(gsize)y * plane->width + x] - mean;

        sum += d * d;
      }
  return sqrt (sum / n);
}

static int
compare (const void *a, const void *b)
{
  const float p = *(const float *)a, q = *(const float *)b;

  return (p > q) - (p < q);
}

double
folli_plane_quantile (const FolliPlane *plane, double share)
{
  g_autofree float *sorted
      = g_memdup2 (plane->value, count (plane) * sizeof (float));

  qsort (sorted, count (plane), sizeof (float), compare);
  return sorted[(gsize)(share * (count (plane) - 1))];
}

double
folli_plane_lag (const FolliPlane *plane)
{
  const double mean = folli_plane_mean (plane, 0);
  double       both = 0, own = 0;

  for (gint y = 0; y < plane->height; y++)
    for (gint x = 0; x + 1 < plane->width; x++)
      {
        const float *at = plane->value + (gsize)y * plane->width + x;

        both += (at[0] - mean) * (at[1] - mean);
        own += (at[0] - mean) * (at[0] - mean);
      }
  return own > 0 ? both / own : 0;
}
