/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "head/landmarks.h"

#include "head/field.h"
#include "head/shape.h"

/* mm: how far the tape is followed at a time */
#define STEP 0.25

static const HeadVec MARKS[HEAD_N_MARKS]
    = { { 0, 0, 130 }, { -46.5f, -17, 130 }, { 46.5f, -17, 130 } };

static HeadVec
find_normal (HeadVec q)
{
  static const HeadVec CORNERS[]
      = { { 1, -1, -1 }, { -1, -1, 1 }, { -1, 1, -1 }, { 1, 1, 1 } };
  HeadVec sum = { 0, 0, 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (CORNERS); i++)
    {
      const HeadVec at = head_vec_add (q, head_vec_scale (CORNERS[i], 0.35f));

      sum = head_vec_add (
          sum, head_vec_scale (CORNERS[i], head_model_head_distance (at)));
    }
  return head_vec_normalize (sum);
}

static HeadVec
lay_on_skin (HeadVec q)
{
  for (int i = 0; i < 4; i++)
    q = head_vec_add (
        q, head_vec_scale (find_normal (q), -head_model_head_distance (q)));
  return q;
}

/* From far in front straight on to the face. */
static HeadVec
find_front (HeadVec q)
{
  for (int i = 0; i < 100; i++)
    q.z -= 0.75f * head_model_head_distance (q);
  return q;
}

static HeadVec
cross (HeadVec a, HeadVec b)
{
  return (HeadVec){ a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z,
                    a.x * b.y - a.y * b.x };
}

/* Follows the skin in the plane through @q at right angles to @axis. */
static HeadVec
follow (HeadVec q, HeadVec axis, double length_mm)
{
  const int   n = MAX (1, (int)ceil (fabs (length_mm) / STEP));
  const float step = length_mm / n;

  if (length_mm == 0)
    return q;
  for (int i = 0; i < n; i++)
    {
      const HeadVec way = head_vec_normalize (cross (axis, find_normal (q)));
      const HeadVec next
          = lay_on_skin (head_vec_add (q, head_vec_scale (way, step)));
      const float off = shape_dot (shape_subtract (next, q), axis);

      q = head_vec_add (next, head_vec_scale (axis, -off));
    }
  return q;
}

static HeadSpot
project (const HeadScene *scene, HeadVec q)
{
  const HeadPose pose = head_pose_make (scene->yaw_deg, scene->pitch_deg);
  const HeadVec  p = head_pose_to_picture (&pose, q);
  const double   px_per_mm = scene->pixels_per_cm / 10;
  HeadSpot       spot = { q, p.x * px_per_mm + 0.5 * scene->width,
                          0.38 * scene->height - p.y * px_per_mm, TRUE };

  for (float along = 2; along < 220 && spot.visible; along += 1)
    spot.visible
        = head_model_distance (&pose, (HeadVec){ p.x, p.y, p.z + along }) > 0;
  return spot;
}

HeadSpot
head_landmark (const HeadScene *scene, HeadMark mark)
{
  return project (scene, find_front (MARKS[mark]));
}

HeadSpot
head_find_on_scalp (const HeadScene *scene, double up_mm, double aside_mm)
{
  static const HeadVec SIDEWAYS = { 1, 0, 0 };
  const HeadVec        glabella = find_front (MARKS[HEAD_MARK_GLABELLA]);
  HeadVec midline = follow (glabella, (HeadVec){ -1, 0, 0 }, up_mm);
  HeadVec along = head_vec_normalize (cross (find_normal (midline), SIDEWAYS));

  return project (scene, follow (midline, along, aside_mm));
}
