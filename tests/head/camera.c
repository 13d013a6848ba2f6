/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "head/camera.h"

#include <math.h>

#include "head/noise.h"

/* px: where the blur ends */
#define MOST_REACH 12

static float
encode (float value)
{
  /* a shoulder, as cameras have, so that highlights do not clip at once */
  const float v
      = value < 0.75f ? value : 1 - 0.25f * expf ((0.75f - value) / 0.25f);

  return v <= 0.0031308f ? v * 12.92f : 1.055f * powf (v, 1 / 2.4f) - 0.055f;
}

/* Sum of four even numbers, near enough to a bell of width 1. */
static float
find_grain (int x, int y, int channel)
{
  const guint32 bits = head_hash (x, y, channel, 91);
  int           sum = 0;

  for (int i = 0; i < 4; i++)
    sum += bits >> (8 * i) & 0xff;
  return (sum - 510) / 147.8f;
}

/* Most of the noise is the light's, and alike in the channels; it is strongest
   in the dark after the encoding. */
static void
expose_row (const HeadScene *scene, int y, float *row)
{
  for (int x = 0; x < scene->width; x++)
    {
      const float shared = find_grain (x, y, 3);

      for (int c = 0; c < 3; c++)
        {
          const float v = encode (row[3 * x + c]);
          const float grain = 0.8f * shared + 0.6f * find_grain (x, y, c);

          row[3 * x + c]
              = CLAMP (v + scene->noise * grain * (1.25f - 0.5f * v), 0.f, 1.f);
        }
    }
}

/* @line holds n values of three channels, @stride values apart. */
static void
blur_line (float       *line,
           int          n,
           gsize        stride,
           const float *kernel,
           int          reach,
           float       *scratch)
{
  for (int i = 0; i < n; i++)
    for (int c = 0; c < 3; c++)
      {
        float sum = 0;

        for (int k = -reach; k <= reach; k++)
          sum += kernel[ABS (k)] * line[CLAMP (i + k, 0, n - 1) * stride + c];
        scratch[3 * i + c] = sum;
      }
  for (int i = 0; i < n; i++)
    for (int c = 0; c < 3; c++)
      line[i * stride + c] = scratch[3 * i + c];
}

static void
blur (const HeadScene *scene, float *photo)
{
  const int         reach = MIN (MOST_REACH, (int)ceil (3 * scene->blur_px));
  float             kernel[MOST_REACH + 1];
  float             sum = 0;
  g_autofree float *scratch
      = g_new (float, 3 * MAX (scene->width, scene->height));

  for (int k = -reach; k <= reach; k++)
    {
      kernel[ABS (k)]
          = expf (-0.5f * k * k / (scene->blur_px * scene->blur_px));
      sum += kernel[ABS (k)];
    }
  for (int k = 0; k <= reach; k++)
    kernel[k] /= sum;
  for (int y = 0; y < scene->height; y++)
    blur_line (photo + (gsize)3 * y * scene->width, scene->width, 3, kernel,
               reach, scratch);
  for (int x = 0; x < scene->width; x++)
    blur_line (photo + 3 * x, scene->height, 3 * scene->width, kernel, reach,
               scratch);
}

void
head_camera_take (const HeadScene *scene, float *photo)
{
  if (scene->blur_px > 0)
    blur (scene, photo);
  for (int y = 0; y < scene->height; y++)
    expose_row (scene, y, photo + (gsize)3 * y * scene->width);
}

/* Squared distances along a line become those of the plane: the lower
   envelope of parabolas (Felzenszwalb and Huttenlocher 2012). */
static void
spread_line (float *line,
             int    n,
             gsize  stride,
             float *copy,
             int   *at,
             float *bounds)
{
  int last = 0;

  for (int i = 0; i < n; i++)
    copy[i] = line[i * stride];
  at[0] = 0;
  bounds[0] = -1e20f;
  bounds[1] = 1e20f;
  for (int i = 1; i < n; i++)
    {
      float from;

      while ((from = (copy[i] + (float)i * i - copy[at[last]]
                      - (float)at[last] * at[last])
                     / (2 * (i - at[last])))
             <= bounds[last])
        last--;
      at[++last] = i;
      bounds[last] = from;
      bounds[last + 1] = 1e20f;
    }
  last = 0;
  for (int i = 0; i < n; i++)
    {
      while (bounds[last + 1] < i)
        last++;
      line[i * stride] = (i - at[last]) * (i - at[last]) + copy[at[last]];
    }
}

static void
find_distances (int width, int height, float *squared)
{
  const int         n = MAX (width, height);
  g_autofree float *copy = g_new (float, n);
  g_autofree float *bounds = g_new (float, n + 1);
  g_autofree int   *at = g_new (int, n);

  for (int x = 0; x < width; x++)
    spread_line (squared + x, height, width, copy, at, bounds);
  for (int y = 0; y < height; y++)
    spread_line (squared + (gsize)y * width, width, 1, copy, at, bounds);
}

void
head_camera_move_edge (const HeadScene *scene, float *mask)
{
  const gsize    n = (gsize)scene->width * scene->height;
  const float    offset_px = scene->mask_offset_mm * scene->pixels_per_cm / 10;
  const gboolean out = offset_px > 0;
  g_autofree float *squared = NULL;

  if (scene->mask_offset_mm == 0)
    return;
  squared = g_new (float, n);
  for (gsize i = 0; i < n; i++)
    squared[i] = (mask[i] >= 0.5f) == out ? 0 : 1e12f;
  find_distances (scene->width, scene->height, squared);
  for (gsize i = 0; i < n; i++)
    {
      const float past = sqrtf (squared[i]) - fabsf (offset_px);

      mask[i] = CLAMP (out ? 0.5f - past : 0.5f + past, 0.f, 1.f);
    }
}
