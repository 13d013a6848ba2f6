/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "head/face.h"

#include "head/shape.h"

static float
make_nose (HeadVec p)
{
  float nose = shape_cone (p, (HeadVec){ 0, -2, 81 }, (HeadVec){ 0, -22, 89 },
                           6.5f, 7);

  nose = shape_join (
      nose,
      shape_cone (p, (HeadVec){ 0, -22, 89 }, (HeadVec){ 0, -38, 95 }, 7, 8),
      4);
  nose = shape_join (nose, shape_ball (p, 3, -41, 96.5f, 8.3f), 5);
  nose = shape_join (nose,
                     shape_ellipsoid (p, (HeadVec){ 12.5f, -43.5f, 86.5f },
                                      (HeadVec){ 5.5f, 7, 9 }),
                     9);
  nose = shape_join (
      nose,
      shape_cone (p, (HeadVec){ 0, -44, 97 }, (HeadVec){ 0, -51, 89 }, 4.5f, 4),
      5);
  return shape_carve (nose,
                      shape_cone (p, (HeadVec){ 5.5f, -51, 97 },
                                  (HeadVec){ 9, -50, 88 }, 2, 2.6f),
                      3);
}

static float
add_mouth (float d, HeadVec p)
{
  d = shape_join (
      d,
      shape_ellipsoid (p, (HeadVec){ 0, -76, 68 }, (HeadVec){ 31, 27, 21.5f }),
      18);
  d = shape_join (d,
                  shape_cone (p, (HeadVec){ 3, -70.5f, 86 },
                              (HeadVec){ 21, -74, 78 }, 4.2f, 1.5f),
                  7);
  d = shape_join (d,
                  shape_cone (p, (HeadVec){ 2, -80.5f, 86 },
                              (HeadVec){ 18, -78, 79 }, 5.6f, 2),
                  7);
  d = shape_carve (
      d, shape_cone (p, (HeadVec){ 0, -58, 93 }, (HeadVec){ 0, -66, 93 }, 2, 3),
      5);
  d = shape_carve (d, shape_ball (p, 0, -92, 100, 9), 12);
  return shape_join (
      d,
      shape_ellipsoid (p, (HeadVec){ 3.5f, -104, 64 }, (HeadVec){ 19, 16, 19 }),
      22);
}

/* Closed: the ball under the lid, in its socket. */
static float
add_eye (float d, HeadVec side)
{
  d = shape_carve (d, shape_ball (side, 33, -13, 98, 17), 20);
  return shape_join (d,
                     shape_ellipsoid (side, (HeadVec){ 31.5f, -16, 68.8f },
                                      (HeadVec){ 15, 11, 11 }),
                     6);
}

/* How far a place is above a line over the face, in units of the line's
   width; large beside its ends. */
static float
find_offset (HeadVec q, float line, float wide)
{
  return (q.y - line) / wide;
}

static HeadCrease
make_crease (float offset, float ends, float deep)
{
  const float dip = ends * expf (-offset * offset);

  return (HeadCrease){ -deep * offset * dip, dip };
}

HeadCrease
head_face_find_crease (HeadVec q)
{
  const float x = fabsf (q.x);
  const float t = (x - 16.5f) / 30;
  const float eye
      = shape_smooth (-0.03f, 0.06f, t) * shape_smooth (1.04f, 0.9f, t);
  const float lid
      = head_face_lash_y (x) + 3.5f + 8.5f * sinf (3.0f * fminf (t + 0.04f, 1));
  const float mouth = shape_smooth (25.5f, 21, x);
  HeadCrease  sum = { 0, 0 };
  HeadCrease  all[3];

  if (q.z < 50)
    return sum;
  all[0]
      = make_crease (find_offset (q, head_face_lash_y (x), 0.9f), eye, 0.55f);
  all[1] = make_crease (find_offset (q, lid, 1.1f), 0.75f * eye, 0.35f);
  all[2] = make_crease (find_offset (q, head_face_mouth_y (q.x), 0.9f), mouth,
                        0.6f);
  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    {
      sum.lean += all[i].lean;
      sum.dark = fmaxf (sum.dark, all[i].dark * (i == 1 ? 0.5f : 1));
    }
  return sum;
}

float
head_face_add (float d, HeadVec side)
{
  /* brow ridge, cheekbone and its arch, soft tissue of the cheek */
  d = shape_join (d,
                  shape_cone (side, (HeadVec){ 9, 2, 80 },
                              (HeadVec){ 47, 4, 63 }, 7.5f, 6.5f),
                  16);
  d = shape_join (d,
                  shape_cone (side, (HeadVec){ 44, -33, 55 },
                              (HeadVec){ 64, -19, 12 }, 14, 7),
                  24);
  d = shape_join (d, shape_ball (side, 33, -56, 52, 22), 26);
  /* what is farther off than its blend is wide changes nothing */
  if (shape_ball (side, 32, -17, 80, 30) < fmaxf (d, 0) + 18)
    d = add_eye (d, side);
  if (shape_ball (side, 4, -28, 88, 32) < d + 13)
    d = shape_join (d, make_nose (side), 13);
  if (shape_ball (side, 0, -82, 70, 42) < fmaxf (d, 0) + 22)
    d = add_mouth (d, side);
  /* the fold from the nose's wing past the mouth */
  return shape_carve (d,
                      shape_cone (side, (HeadVec){ 19, -44, 88.5f },
                                  (HeadVec){ 33, -74, 80 }, 0.3f, 0.5f),
                      8);
}

/* The ear's own space: x outwards, leaning back, its rear standing off the
   head. */
static HeadVec
to_ear (HeadVec side)
{
  const float x = side.x - 75;
  const float y = 0.97f * (side.y + 16) - 0.24f * (side.z + 6);
  const float z = 0.97f * (side.z + 6) + 0.24f * (side.y + 16);

  return (HeadVec){ 0.88f * x + 0.47f * z, y, 0.88f * z - 0.47f * x };
}

/* A ridge along an ellipse of the ear's plane. */
static float
ridge (HeadVec q, HeadVec centre, float high, float wide, float radius)
{
  const float y = (q.y - centre.y) / high;
  const float z = (q.z - centre.z) / wide;
  const float around = sqrtf (y * y + z * z);
  /* an ellipse's points are about this far apart where its angle turns */
  const float off = (around - 1) * (high * y * y + wide * z * z)
                    / fmaxf (around * around, 1e-3f);

  return sqrtf (off * off + (q.x - centre.x) * (q.x - centre.x)) - radius;
}

float
head_ear_distance (HeadVec side)
{
  const HeadVec q = to_ear (side);
  /* the rim starts over the ear's opening and ends in the lobe */
  const float rim = 3.1f * shape_smooth (-14, 4, q.y - 0.9f * q.z + 6)
                    * shape_smooth (-32, -16, q.y);
  float ear
      = shape_ellipsoid (q, (HeadVec){ -1, 0, 0 }, (HeadVec){ 4.2f, 29, 17 });

  ear = shape_carve (
      ear,
      shape_ellipsoid (q, (HeadVec){ 4.5f, 7, -1 }, (HeadVec){ 4.5f, 19, 12 }),
      3);
  ear = shape_join (ear, ridge (q, (HeadVec){ 2.2f, 1, 0 }, 28, 16, rim - 0.3f),
                    3);
  ear = shape_join (ear,
                    shape_cone (q, (HeadVec){ 1.4f, 18, -3 },
                                (HeadVec){ 2.4f, 3, -7.5f }, 2.4f, 2.8f),
                    4);
  ear = shape_join (ear,
                    shape_cone (q, (HeadVec){ 2.4f, 3, -7.5f },
                                (HeadVec){ 2, -13, -2 }, 2.8f, 3),
                    4);
  ear = shape_carve (ear,
                     shape_ellipsoid (q, (HeadVec){ 3.5f, -3, 3.5f },
                                      (HeadVec){ 7.5f, 10, 7 }),
                     3);
  ear = shape_join (
      ear,
      shape_ellipsoid (q, (HeadVec){ 1.6f, -5, 12 }, (HeadVec){ 3, 5.5f, 4 }),
      5);
  return shape_join (
      ear,
      shape_ellipsoid (q, (HeadVec){ 0.5f, -24, 4 }, (HeadVec){ 3.8f, 9, 8 }),
      6);
}

gboolean
head_ear_is_near (HeadVec side, float reach)
{
  return shape_length (to_ear (side)) - 38 < reach;
}
