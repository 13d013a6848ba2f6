/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "head/hair.h"
#include "head/shape.h"

/* mm: how far around it a root is seen through the skin */
#define ROOT_SIGMA_MM 0.55f
/* Optical density, of base e and times mm², that one adds to the skin around:
   light that has been deep is lost, red far more than blue, which turns back
   above the root. That is why a cheek that is shaved is grey and not tan. */
static const float ROOT_DENSITY[3] = { 0.125f, 0.078f, 0.025f };

typedef struct
{
  const HeadField *field;
  float           *ink;
  float           *light;
} Drawing;

typedef struct
{
  const HeadField *field;
  float           *shade;
  HeadVec          at;
  HeadVec          normal;
} Root;

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

/* What is in the sensor's pixel is never sharper than it. */
static float
find_root_sigma_px (const HeadScene *scene)
{
  return hypotf (ROOT_SIGMA_MM * scene->pixels_per_cm / 10, 0.35f);
}

/* On the skin, as far as it leans away from the camera. */
static void
shade_beside_root (const Root *root, int x, int y)
{
  const HeadScene *scene = root->field->scene;
  const float      sigma_px = find_root_sigma_px (scene);
  const float      px_per_mm = scene->pixels_per_cm / 10;
  const float      dx = x + 0.5f - root->at.x;
  const float      dy = y + 0.5f - root->at.y;
  const float dz = (root->normal.x * dx - root->normal.y * dy) / root->normal.z;
  HeadPoint   point;

  if (x < 0 || y < 0 || x >= scene->width || y >= scene->height
      || !head_field_find (root->field, x + 0.5f, y + 0.5f, &point)
      || fabsf (point.z - root->at.z) > 1.6f)
    return;
  root->shade[(gsize)y * scene->width + x]
      += px_per_mm * px_per_mm / (2 * (float)G_PI * sigma_px * sigma_px)
         * expf (-0.5f * (dx * dx + dy * dy + dz * dz) / (sigma_px * sigma_px));
}

static void
shade_root (const HeadField *field, const HeadHair *hair, float *shade)
{
  Root      root = { .field = field,
                     .shade = shade,
                     .normal = head_pose_to_picture (&field->pose, hair->normal) };
  const int reach = ceilf (2.5f * find_root_sigma_px (field->scene));

  to_pixel (field, hair->joints[0], &root.at);
  if (root.normal.z < 0.05f || is_hidden (field, root.at))
    return;
  for (int y = root.at.y - reach; y <= root.at.y + reach; y++)
    for (int x = root.at.x - reach; x <= root.at.x + reach; x++)
      shade_beside_root (&root, x, y);
}

void
head_hair_shade_roots (const HeadField *field,
                       const GArray    *hairs,
                       HeadColor        color,
                       float           *photo)
{
  const gsize       n = (gsize)field->scene->width * field->scene->height;
  g_autofree float *shade = g_new0 (float, n);
  /* fair hair swallows less */
  const float dark = fmaxf (1 - 3 * color.channel[1], 0);

  for (guint i = 0; i < hairs->len; i++)
    shade_root (field, &g_array_index (hairs, HeadHair, i), shade);
  for (gsize i = 0; i < n; i++)
    for (int c = 0; shade[i] > 0 && c < 3; c++)
      photo[3 * i + c] *= expf (-ROOT_DENSITY[c] * dark * shade[i]);
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
