/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "head/render.h"

#include <math.h>

#include "head/noise.h"
#include "head/shade.h"

/* px: rays of a block start together, from where its middle ray comes near */
#define BLOCK 8
/* mm: the camera, and where a ray has missed */
#define NEAR 180.f
#define FAR -170.f
#define MISSED -1e6f
/* looks per side into a pixel that an outline crosses */
#define LOOKS 4

typedef struct
{
  const HeadScene *scene;
  HeadPose         pose;
  float           *depth;
  float           *scalp;
  float           *photo;
  float           *mask;
} Picture;

static HeadVec
find_place (const HeadScene *scene, float x, float y, float z)
{
  const float mm = 10 / scene->pixels_per_cm;

  return (HeadVec){ (x - 0.5f * scene->width) * mm,
                    (0.38f * scene->height - y) * mm, z };
}

static float
march (const Picture *picture, float x, float y, float from, float near_mm)
{
  float z = from;

  for (int i = 0; i < 160 && z > FAR; i++)
    {
      const float d = head_model_distance (
          &picture->pose, find_place (picture->scene, x, y, z));

      if (d < near_mm)
        return z;
      z -= d * 0.75f;
    }
  return MISSED;
}

static float
find_scalp (const Picture *picture, float x, float y, float z)
{
  const HeadVec place = find_place (picture->scene, x, y, z);

  return z <= MISSED
             ? -1
             : head_model_scalp (head_pose_to_head (&picture->pose, place));
}

static void
trace_row (gpointer row, gpointer data)
{
  Picture         *picture = data;
  const HeadScene *scene = picture->scene;
  const int        top = (GPOINTER_TO_INT (row) - 1) * BLOCK;
  const float      reach = BLOCK * 7.2f / scene->pixels_per_cm + 0.1f;

  for (int left = 0; left < scene->width; left += BLOCK)
    {
      const float start
          = march (picture, left + BLOCK / 2, top + BLOCK / 2, NEAR, reach);

      for (int y = top; y < MIN (top + BLOCK, scene->height); y++)
        for (int x = left; x < MIN (left + BLOCK, scene->width); x++)
          {
            const gsize i = (gsize)y * scene->width + x;
            float       z = MISSED;

            if (start > MISSED)
              z = march (picture, x + 0.5f, y + 0.5f, start, 0.02f);
            picture->depth[i] = z;
            picture->scalp[i] = find_scalp (picture, x + 0.5f, y + 0.5f, z);
          }
    }
}

static gboolean
is_outline (const Picture *picture, int x, int y)
{
  const int   width = picture->scene->width;
  const float middle = picture->depth[(gsize)y * width + x];
  const float jump = 60 / picture->scene->pixels_per_cm;

  for (int dy = -1; dy <= 1; dy++)
    for (int dx = -1; dx <= 1; dx++)
      {
        const int u = CLAMP (x + dx, 0, width - 1);
        const int v = CLAMP (y + dy, 0, picture->scene->height - 1);

        if (fabsf (picture->depth[(gsize)v * width + u] - middle) > jump)
          return TRUE;
      }
  return FALSE;
}

static HeadColor
look (const Picture *picture, float x, float y, float z)
{
  if (z <= MISSED)
    return head_shade_background (picture->scene, x, y);
  return head_shade (picture->scene, &picture->pose,
                     find_place (picture->scene, x, y, z));
}

static HeadColor
look_closely (const Picture *picture, int x, int y, float *mask)
{
  HeadColor sum = { { 0, 0, 0 } };

  *mask = 0;
  for (int i = 0; i < LOOKS * LOOKS; i++)
    {
      const float     u = x + (i % LOOKS + 0.5f) / LOOKS;
      const float     v = y + (i / LOOKS + 0.5f) / LOOKS;
      const float     z = march (picture, u, v, NEAR, 0.02f);
      const HeadColor seen = look (picture, u, v, z);

      *mask += (find_scalp (picture, u, v, z) > 0) / (float)(LOOKS * LOOKS);
      for (int c = 0; c < 3; c++)
        sum.channel[c] += seen.channel[c] / (LOOKS * LOOKS);
    }
  return sum;
}

/* The line is where the scalp's value is 0; its slope over the picture makes
   the mask's edge one pixel wide wherever the surface leans. */
static float
find_mask (const Picture *picture, int x, int y)
{
  const int    width = picture->scene->width;
  const float *at = &picture->scalp[(gsize)y * width + x];
  const float  across = x > 0 && x < width - 1 ? (at[1] - at[-1]) / 2 : 0;
  const float  down = y > 0 && y < picture->scene->height - 1
                          ? (at[width] - at[-width]) / 2
                          : 0;
  const float  slope = sqrtf (across * across + down * down);

  return CLAMP (0.5f + *at / fmaxf (slope, 1e-3f), 0.f, 1.f);
}

static float
encode (float value, float grain)
{
  /* a shoulder, as cameras have, so that highlights do not clip at once */
  const float v
      = value < 0.75f ? value : 1 - 0.25f * expf ((0.75f - value) / 0.25f);
  const float encoded
      = v <= 0.0031308f ? v * 12.92f : 1.055f * powf (v, 1 / 2.4f) - 0.055f;

  return CLAMP (encoded + grain, 0.f, 1.f);
}

/* Sum of four even numbers, near enough to a bell. */
static float
find_grain (int x, int y, int channel, float sigma)
{
  const guint32 bits = head_hash (x, y, channel, 91);
  int           sum = 0;

  for (int i = 0; i < 4; i++)
    sum += bits >> (8 * i) & 0xff;
  return sigma * (sum - 510) / 147.8f;
}

static void
shade_row (gpointer row, gpointer data)
{
  Picture         *picture = data;
  const HeadScene *scene = picture->scene;
  const int        y = GPOINTER_TO_INT (row) - 1;

  for (int x = 0; x < scene->width; x++)
    {
      const gsize i = (gsize)y * scene->width + x;
      const float z = picture->depth[i];
      HeadColor   seen;

      if (is_outline (picture, x, y))
        seen = look_closely (picture, x, y, &picture->mask[i]);
      else
        {
          seen = look (picture, x + 0.5f, y + 0.5f, z);
          picture->mask[i] = find_mask (picture, x, y);
        }
      for (int c = 0; c < 3; c++)
        picture->photo[3 * i + c]
            = encode (seen.channel[c], find_grain (x, y, c, scene->noise));
    }
}

static void
run_rows (GFunc function, Picture *picture, int n_rows)
{
  GThreadPool *pool = g_thread_pool_new (function, picture,
                                         g_get_num_processors (), FALSE, NULL);

  for (int row = 1; row <= n_rows; row++)
    g_thread_pool_push (pool, GINT_TO_POINTER (row), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
}

void
head_render (const HeadScene *scene, float *photo, float *mask)
{
  const gsize       n_pixels = (gsize)scene->width * scene->height;
  g_autofree float *depth = g_new (float, n_pixels);
  g_autofree float *scalp = g_new (float, n_pixels);
  Picture picture = { scene, head_pose_make (scene->yaw_deg, scene->pitch_deg),
                      depth, scalp,
                      photo, mask };

  run_rows (trace_row, &picture, (scene->height + BLOCK - 1) / BLOCK);
  run_rows (shade_row, &picture, scene->height);
}
