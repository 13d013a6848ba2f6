/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "head/hair.h"
#include "head/shape.h"

typedef struct
{
  const HeadField *field;
  float           *ink;
  float           *light;
} Drawing;

static void
to_pixel (const HeadField *field, HeadVec q, HeadVec *at)
{
  const HeadVec p = head_pose_to_picture (&field->pose, q);
  const float   px_per_mm = field->scene->pixels_per_cm / 10;

  at->x = p.x * px_per_mm + 0.5f * field->scene->width;
  at->y = 0.38f * field->scene->height - p.y * px_per_mm;
  at->z = p.z;
}

static gboolean
faces_camera (const HeadField *field, const HeadHair *hair)
{
  return head_pose_to_picture (&field->pose, hair->normal).z > -0.05f;
}

static gboolean
is_hidden (const HeadField *field, HeadVec at)
{
  const int i = at.x / field->step_px + 0.5f;
  const int j = at.y / field->step_px + 0.5f;

  return i >= 0 && j >= 0 && i < field->columns && j < field->rows
         && field->points[j * field->columns + i].z > at.z + 1.6f;
}

/* Spreads a bit of ink over the four pixels around its place. */
static void
drop_ink (Drawing *drawing, float x, float y, float ink, float light)
{
  const HeadScene *scene = drawing->field->scene;
  const int        i = floorf (x - 0.5f);
  const int        j = floorf (y - 0.5f);
  const float      u = x - 0.5f - i;
  const float      v = y - 0.5f - j;

  if (i < 0 || j < 0 || i >= scene->width - 1 || j >= scene->height - 1)
    return;
  for (int corner = 0; corner < 4; corner++)
    {
      const int   a = corner & 1, b = corner >> 1;
      const gsize at = (gsize)(j + b) * scene->width + i + a;
      const float part = ink * (a ? u : 1 - u) * (b ? v : 1 - v);

      drawing->ink[at] += part;
      drawing->light[at] += part * light;
    }
}

/* Where it leaves the skin a hair shows wider, through the skin around it. */
static void
draw_root (Drawing *drawing, const HeadHair *hair)
{
  const float px_per_mm = drawing->field->scene->pixels_per_cm / 10;
  const float radius_px = 0.9f * hair->wide_mm * px_per_mm;
  HeadVec     at;

  to_pixel (drawing->field, hair->joints[0], &at);
  if (!is_hidden (drawing->field, at))
    drop_ink (drawing, at.x, at.y, G_PI * radius_px * radius_px, hair->light);
}

static void
draw_piece (Drawing *drawing, const HeadHair *hair, int piece)
{
  const float step_px = 0.4f;
  const float px_per_mm = drawing->field->scene->pixels_per_cm / 10;
  HeadVec     from, to, way;
  float       length_px;
  int         n;

  to_pixel (drawing->field, hair->joints[piece], &from);
  to_pixel (drawing->field, hair->joints[piece + 1], &to);
  way = shape_subtract (to, from);
  length_px = hypotf (way.x, way.y);
  /* seen from its tip it is still as wide as it is */
  n = MAX (1, (int)(length_px / step_px + 0.5f));
  for (int i = 0; i < n; i++)
    {
      const float t = (i + 0.5f) / n;
      const float along = (piece + t) / (HEAD_HAIR_JOINTS - 1);
      const float wide_px
          = hair->wide_mm * px_per_mm * (1 + (hair->taper - 1) * along);
      const HeadVec at = head_vec_add (from, head_vec_scale (way, t));

      if (!is_hidden (drawing->field, at))
        drop_ink (drawing, at.x, at.y, wide_px * length_px / n, hair->light);
    }
}

void
head_hair_draw (const HeadField *field,
                const GArray    *hairs,
                HeadColor        shade,
                float           *photo)
{
  const gsize       n = (gsize)field->scene->width * field->scene->height;
  g_autofree float *ink = g_new0 (float, n);
  g_autofree float *light = g_new0 (float, n);
  Drawing           drawing = { field, ink, light };

  for (guint i = 0; i < hairs->len; i++)
    {
      const HeadHair *hair = &g_array_index (hairs, HeadHair, i);

      if (!faces_camera (field, hair))
        continue;
      draw_root (&drawing, hair);
      for (int piece = 0; piece < HEAD_HAIR_JOINTS - 1; piece++)
        draw_piece (&drawing, hair, piece);
    }
  for (gsize i = 0; i < n; i++)
    {
      const float covered = 1 - expf (-ink[i]);

      if (ink[i] <= 0)
        continue;
      for (int c = 0; c < 3; c++)
        {
          float *value = &photo[3 * i + c];
          /* a hair is lit as the skin under it is */
          const float strand
              = shade.channel[c] * light[i] / ink[i] * (0.25f + 1.2f * *value);

          *value += (fminf (strand, *value) - *value) * covered;
        }
    }
}
