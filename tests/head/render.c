/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "head/render.h"

#include <math.h>

#include "head/camera.h"
#include "head/field.h"
#include "head/hair.h"
#include "head/light.h"

/* looks per side into a pixel that an outline crosses */
#define LOOKS 3

typedef struct
{
  HeadField field;
  float    *photo;
  float    *mask;
} Picture;

static HeadColor
look (const Picture *picture, float x, float y, const HeadPoint *point)
{
  const HeadField *field = &picture->field;

  if (point->z <= HEAD_MISSED)
    return head_shade_background (field->scene, x, y);
  return head_shade (field->scene, &field->pose,
                     head_field_place (field->scene, x, y, point->z), point);
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
      const HeadPoint point = head_field_look (&picture->field, u, v);
      const HeadColor seen = look (picture, u, v, &point);

      *mask += (point.area > 0) / (float)(LOOKS * LOOKS);
      for (int c = 0; c < 3; c++)
        sum.channel[c] += seen.channel[c] / (LOOKS * LOOKS);
    }
  return sum;
}

/* The line is where the scalp's value is 0; its slope over the picture makes
   the mask's edge one pixel wide wherever the surface leans. */
static float
find_mask (const Picture *picture, int x, int y, float scalp)
{
  HeadPoint right, below;

  if (!head_field_find (&picture->field, x + 1.5f, y + 0.5f, &right)
      || !head_field_find (&picture->field, x + 0.5f, y + 1.5f, &below))
    return scalp > 0;
  return CLAMP (
      0.5f
          + scalp
                / fmaxf (hypotf (right.area - scalp, below.area - scalp),
                         1e-3f),
      0.f, 1.f);
}

static void
shade_row (gpointer row, gpointer data)
{
  Picture  *picture = data;
  const int width = picture->field.scene->width;
  const int y = GPOINTER_TO_INT (row) - 1;

  for (int x = 0; x < width; x++)
    {
      const gsize i = (gsize)y * width + x;
      HeadPoint   point;
      HeadColor   seen;

      if (head_field_find (&picture->field, x + 0.5f, y + 0.5f, &point))
        {
          seen = look (picture, x + 0.5f, y + 0.5f, &point);
          picture->mask[i] = point.z <= HEAD_MISSED
                                 ? 0
                                 : find_mask (picture, x, y, point.area);
        }
      else
        seen = look_closely (picture, x, y, &picture->mask[i]);
      for (int c = 0; c < 3; c++)
        picture->photo[3 * i + c] = seen.channel[c];
    }
}

/* Hair of a colour that goes with the skin. */
static HeadColor
find_face_hair (const HeadScene *scene)
{
  const gboolean dark = scene->skin == HEAD_SKIN_MONK
                            ? scene->tone > 6
                            : scene->skin >= HEAD_SKIN_BROWN;

  return head_color_decode (dark ? 0x1a1512 : 0x3a2a20);
}

/* TRUE where something of the face is in the picture. */
static gboolean
shows_face (const HeadField *field)
{
  const HeadVec p
      = head_pose_to_picture (&field->pose, (HeadVec){ 0, -45, 85 });
  const double half_cm = field->scene->width / field->scene->pixels_per_cm / 2;
  const double below_cm
      = 0.62 * field->scene->height / field->scene->pixels_per_cm;

  return fabsf (p.x) < 10 * half_cm + 70 && p.y > -10 * below_cm - 70;
}

static void
draw_hairs (const HeadField *field, float *photo)
{
  const HeadScene *scene = field->scene;

  if (scene->hair_case != HEAD_CASE_SHAVED)
    {
      g_autoptr (GArray) stubble = head_hair_grow_stubble (scene);

      head_hair_shade_roots (field, stubble,
                             head_color_decode (scene->hair_shade), photo);
      head_hair_draw (field, stubble, head_color_decode (scene->hair_shade),
                      photo);
    }
  if (shows_face (field))
    {
      g_autoptr (GArray) beard = head_hair_grow_beard ();
      g_autoptr (GArray) brows = head_hair_grow_brows ();

      head_hair_draw (field, beard, find_face_hair (scene), photo);
      head_hair_draw (field, brows, find_face_hair (scene), photo);
    }
}

void
head_render (const HeadScene *scene, float *photo, float *mask)
{
  Picture picture = { .photo = photo, .mask = mask };
  g_auto (HeadField) field = { 0 };

  head_field_init (&field, scene);
  picture.field = field;
  head_run_rows (shade_row, &picture, scene->height);
  draw_hairs (&field, photo);
  head_camera_take (scene, photo);
  head_camera_move_edge (scene, mask);
}
