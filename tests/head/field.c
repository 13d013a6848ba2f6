/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "head/field.h"

#include <math.h>

#include "head/case.h"
#include "head/light.h"

/* points: rays of a block start together, from where its middle ray comes
   near; light is measured at one point of each block of the second size */
#define BLOCK 8
#define LIGHT_BLOCK 5
/* mm: the camera, and where a ray has missed */
#define NEAR 180.f
#define FAR -170.f
/* mm: between points */
#define STEP 0.5

HeadVec
head_field_place (const HeadScene *scene, float x, float y, float z)
{
  const float mm = 10 / scene->pixels_per_cm;

  return (HeadVec){ (x - 0.5f * scene->width) * mm,
                    (0.38f * scene->height - y) * mm, z };
}

static float
march (const HeadField *field, float x, float y, float from, float near_mm)
{
  float z = from;

  while (z > FAR)
    {
      const float d = head_model_distance (
          &field->pose, head_field_place (field->scene, x, y, z));

      if (d < near_mm)
        return z - d * 0.75f * (near_mm < 0.1f);
      /* along a grazing ray the steps would never end */
      z -= fmaxf (d * 0.75f, 0.04f);
    }
  return HEAD_MISSED;
}

static HeadVec
find_normal (const HeadPose *pose, HeadVec p)
{
  static const HeadVec CORNERS[]
      = { { 1, -1, -1 }, { -1, -1, 1 }, { -1, 1, -1 }, { 1, 1, 1 } };
  HeadVec sum = { 0, 0, 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (CORNERS); i++)
    {
      const HeadVec at = head_vec_add (p, head_vec_scale (CORNERS[i], 0.35f));

      sum = head_vec_add (
          sum, head_vec_scale (CORNERS[i], head_model_distance (pose, at)));
    }
  return head_vec_normalize (sum);
}

static void
measure (const HeadField *field, float x, float y, HeadPoint *point)
{
  const HeadVec place = head_field_place (field->scene, x, y, point->z);

  point->normal = find_normal (&field->pose, place);
  point->area
      = head_case_area (field->scene, head_pose_to_head (&field->pose, place));
}

static void
trace_block_row (gpointer row, gpointer data)
{
  HeadField  *field = data;
  const int   top = (GPOINTER_TO_INT (row) - 1) * BLOCK;
  const float step_mm = 10 * field->step_px / field->scene->pixels_per_cm;
  const float reach = BLOCK * 0.75f * step_mm + 0.1f;

  for (int left = 0; left < field->columns; left += BLOCK)
    {
      const float start
          = march (field, (left + BLOCK / 2) * field->step_px,
                   (top + BLOCK / 2) * field->step_px, NEAR, reach);

      for (int j = top; j < MIN (top + BLOCK, field->rows); j++)
        for (int i = left; i < MIN (left + BLOCK, field->columns); i++)
          {
            HeadPoint *point = &field->points[j * field->columns + i];
            const int  x = i * field->step_px;
            const int  y = j * field->step_px;

            *point = (HeadPoint){ HEAD_MISSED, -1 };
            if (start > HEAD_MISSED)
              point->z = march (field, x, y, start, 0.02f);
            if (point->z > HEAD_MISSED)
              measure (field, x, y, point);
          }
    }
}

static void
reach_point (const HeadField *field, int i, int j)
{
  HeadPoint *point = &field->points[j * field->columns + i];

  head_light_reach (&field->pose,
                    head_field_place (field->scene, i * field->step_px,
                                      j * field->step_px, point->z),
                    point);
}

static void
light_block_row (gpointer row, gpointer data)
{
  const HeadField *field = data;
  const int        j = (GPOINTER_TO_INT (row) - 1) * LIGHT_BLOCK;

  for (int i = 0; i < field->columns; i += LIGHT_BLOCK)
    if (field->points[j * field->columns + i].z > HEAD_MISSED)
      reach_point (field, i, j);
}

/* The mean of the block's four corners, those of the same surface above
   all. */
static gboolean
mix_corners (const HeadField *field, int i, int j, HeadPoint *point)
{
  const int   left = i - i % LIGHT_BLOCK;
  const int   top = j - j % LIGHT_BLOCK;
  const float u = (i - left) / (float)LIGHT_BLOCK;
  const float v = (j - top) / (float)LIGHT_BLOCK;
  float       weight = 0, key = 0, back = 0, open = 0;

  for (int corner = 0; corner < 4; corner++)
    {
      const int a = corner & 1, b = corner >> 1;
      const int column = MIN (left + a * LIGHT_BLOCK, field->columns - 1);
      const int line = MIN (top + b * LIGHT_BLOCK, field->rows - 1);
      const HeadPoint *at = &field->points[line * field->columns + column];
      const float      off = (at->z - point->z) / 4;
      const float same = (a ? u : 1 - u) * (b ? v : 1 - v) / (1 + off * off);

      if (at->z <= HEAD_MISSED)
        continue;
      weight += same;
      key += same * at->key;
      back += same * at->back;
      open += same * at->open;
    }
  if (weight < 0.02f)
    return FALSE;
  point->key = key / weight;
  point->back = back / weight;
  point->open = open / weight;
  return TRUE;
}

static void
light_row (gpointer row, gpointer data)
{
  const HeadField *field = data;
  const int        j = GPOINTER_TO_INT (row) - 1;

  for (int i = 0; i < field->columns; i++)
    {
      HeadPoint *point = &field->points[j * field->columns + i];

      if ((i % LIGHT_BLOCK == 0 && j % LIGHT_BLOCK == 0)
          || point->z <= HEAD_MISSED)
        continue;
      if (!mix_corners (field, i, j, point))
        reach_point (field, i, j);
    }
}

void
head_run_rows (GFunc function, gpointer data, int n_rows)
{
  GThreadPool *pool = g_thread_pool_new (function, data,
                                         g_get_num_processors (), FALSE, NULL);

  for (int row = 1; row <= n_rows; row++)
    g_thread_pool_push (pool, GINT_TO_POINTER (row), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
}

static int
count_points (int size_px, int step_px)
{
  const int n = size_px / step_px + 2;

  return (n + LIGHT_BLOCK - 1) / LIGHT_BLOCK * LIGHT_BLOCK + 1;
}

void
head_field_init (HeadField *field, const HeadScene *scene)
{
  const int step_px = MAX (1, (int)(STEP * scene->pixels_per_cm / 10));

  *field
      = (HeadField){ .scene = scene,
                     .pose = head_pose_make (scene->yaw_deg, scene->pitch_deg),
                     .step_px = step_px,
                     .columns = count_points (scene->width, step_px),
                     .rows = count_points (scene->height, step_px) };
  field->points = g_new (HeadPoint, (gsize)field->columns * field->rows);
  head_run_rows (trace_block_row, field, (field->rows + BLOCK - 1) / BLOCK);
  head_run_rows (light_block_row, field, field->rows / LIGHT_BLOCK + 1);
  head_run_rows (light_row, field, field->rows);
}

void
head_field_clear (HeadField *field)
{
  g_clear_pointer (&field->points, g_free);
}

static void
blend (const HeadPoint *corner, float weight, HeadPoint *sum)
{
  sum->z += weight * corner->z;
  sum->area += weight * corner->area;
  sum->normal
      = head_vec_add (sum->normal, head_vec_scale (corner->normal, weight));
  sum->key += weight * corner->key;
  sum->back += weight * corner->back;
  sum->open += weight * corner->open;
}

/* The four points around a place; outside the field those of its rim. */
static const HeadPoint *
find_cell (const HeadField *field, float x, float y, float *u, float *v)
{
  const int i = CLAMP ((int)(x / field->step_px), 0, field->columns - 2);
  const int j = CLAMP ((int)(y / field->step_px), 0, field->rows - 2);

  *u = CLAMP (x / field->step_px - i, 0, 1);
  *v = CLAMP (y / field->step_px - j, 0, 1);
  return &field->points[j * field->columns + i];
}

gboolean
head_field_find (const HeadField *field, float x, float y, HeadPoint *point)
{
  float            u, v;
  const HeadPoint *a = find_cell (field, x, y, &u, &v);
  const HeadPoint *b = a + field->columns;
  const float      jump = 60 * field->step_px / field->scene->pixels_per_cm;
  const float      high = MAX (MAX (a[0].z, a[1].z), MAX (b[0].z, b[1].z));
  const float      low = MIN (MIN (a[0].z, a[1].z), MIN (b[0].z, b[1].z));

  *point = (HeadPoint){ HEAD_MISSED, -1 };
  if (high <= HEAD_MISSED)
    return TRUE;
  if (high - low > jump)
    return FALSE;
  *point = (HeadPoint){ 0 };
  blend (&a[0], (1 - u) * (1 - v), point);
  blend (&a[1], u * (1 - v), point);
  blend (&b[0], (1 - u) * v, point);
  blend (&b[1], u * v, point);
  point->normal = head_vec_normalize (point->normal);
  return TRUE;
}

HeadPoint
head_field_look (const HeadField *field, float x, float y)
{
  float            u, v;
  const HeadPoint *cell = find_cell (field, x, y, &u, &v);
  const HeadPoint *nearest = NULL;
  HeadPoint        point = { HEAD_MISSED, -1 };
  float            from = HEAD_MISSED;

  for (int i = 0; i < 4; i++)
    from = fmaxf (from, cell[(i & 1) + (i >> 1) * field->columns].z);
  point.z = march (field, x, y, from + 6, 0.02f);
  if (point.z <= HEAD_MISSED)
    return point;
  for (int i = 0; i < 4; i++)
    {
      const HeadPoint *at = &cell[(i & 1) + (i >> 1) * field->columns];

      if (!nearest || fabsf (at->z - point.z) < fabsf (nearest->z - point.z))
        nearest = at;
    }
  point.key = nearest->key;
  point.back = nearest->back;
  point.open = nearest->open;
  measure (field, x, y, &point);
  return point;
}
