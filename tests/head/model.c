/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "head/model.h"

#include <math.h>

HeadVec
head_vec_add (HeadVec a, HeadVec b)
{
  return (HeadVec){ a.x + b.x, a.y + b.y, a.z + b.z };
}

HeadVec
head_vec_scale (HeadVec a, float factor)
{
  return (HeadVec){ a.x * factor, a.y * factor, a.z * factor };
}

float
head_vec_dot (HeadVec a, HeadVec b)
{
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

HeadVec
head_vec_normalize (HeadVec a)
{
  return head_vec_scale (a, 1 / sqrtf (head_vec_dot (a, a)));
}

static HeadVec
subtract (HeadVec a, HeadVec b)
{
  return (HeadVec){ a.x - b.x, a.y - b.y, a.z - b.z };
}

static float
length (HeadVec a)
{
  return sqrtf (head_vec_dot (a, a));
}

HeadPose
head_pose_make (double yaw_deg, double pitch_deg)
{
  const double yaw = yaw_deg * G_PI / 180;
  const double pitch = pitch_deg * G_PI / 180;

  return (HeadPose){ cos (yaw), sin (yaw), cos (pitch), sin (pitch) };
}

HeadVec
head_pose_to_head (const HeadPose *pose, HeadVec p)
{
  const float x = pose->yaw_cos * p.x - pose->yaw_sin * p.z;
  const float z = pose->yaw_sin * p.x + pose->yaw_cos * p.z;

  return (HeadVec){ x, pose->pitch_cos * p.y + pose->pitch_sin * z,
                    pose->pitch_cos * z - pose->pitch_sin * p.y };
}

/* The primitives and their soft unions are those of sphere tracing:
   Hart 1996, and the bound for ellipsoids that is usual since. */
static float
ellipsoid (HeadVec p, HeadVec centre, HeadVec radii)
{
  const HeadVec d = subtract (p, centre);
  const HeadVec a = { d.x / radii.x, d.y / radii.y, d.z / radii.z };
  const HeadVec b = { a.x / radii.x, a.y / radii.y, a.z / radii.z };
  const float   inside = length (a);

  return inside * (inside - 1) / fmaxf (length (b), 1e-6f);
}

static float
ball (HeadVec p, float x, float y, float z, float radius)
{
  return length (subtract (p, (HeadVec){ x, y, z })) - radius;
}

static float
cone (HeadVec p, HeadVec from, HeadVec to, float from_radius, float to_radius)
{
  const HeadVec axis = subtract (to, from);
  const HeadVec d = subtract (p, from);
  const float   along
      = CLAMP (head_vec_dot (d, axis) / head_vec_dot (axis, axis), 0.f, 1.f);

  return length (subtract (d, head_vec_scale (axis, along)))
         - (from_radius + (to_radius - from_radius) * along);
}

static float
join (float a, float b, float blend)
{
  const float h = fmaxf (blend - fabsf (a - b), 0) / blend;

  return fminf (a, b) - h * h * blend * 0.25f;
}

static float
carve (float a, float b, float blend)
{
  return -join (-a, b, blend);
}

/* Both halves from one, without a crease between them. */
static HeadVec
fold (HeadVec p)
{
  return (HeadVec){ sqrtf (p.x * p.x + 4), p.y, p.z };
}

static float
make_nose (HeadVec p)
{
  float nose = cone (p, (HeadVec){ 0, 4, 84 }, (HeadVec){ 0, -38, 104 }, 6, 8);

  nose = join (nose, ball (p, 0, -41, 106, 9.5f), 8);
  nose = join (nose, ball (p, 11, -45, 96, 6.5f), 8);
  nose = join (
      nose, cone (p, (HeadVec){ 0, -40, 108 }, (HeadVec){ 0, -51, 96 }, 5, 4),
      6);
  return carve (nose, ball (p, 6, -53, 102, 3.2f), 4);
}

static float
add_mouth (float d, HeadVec p)
{
  d = join (d, ellipsoid (p, (HeadVec){ 0, -80, 72 }, (HeadVec){ 31, 26, 23 }),
            18);
  d = join (d, ellipsoid (p, (HeadVec){ 0, -71, 88 }, (HeadVec){ 24, 5.4f, 9 }),
            6);
  d = join (d, ellipsoid (p, (HeadVec){ 0, -82, 88 }, (HeadVec){ 19, 6, 9 }),
            6);
  d = carve (d, ball (p, 0, -61, 101, 5), 6);
  d = carve (
      d,
      cone (p, (HeadVec){ 0, -76.5f, 98 }, (HeadVec){ 26, -77, 86 }, 1, 0.8f),
      4);
  d = carve (d, ball (p, 0, -92, 104, 8), 10);
  return join (d, ball (p, 0, -104, 66, 19), 24);
}

static float
add_face (float d, HeadVec side)
{
  d = join (d, ball (side, 45, -30, 54, 18), 30);
  d = join (d, cone (side, (HeadVec){ 6, 5, 84 }, (HeadVec){ 44, 9, 66 }, 7, 6),
            18);
  d = carve (d, ball (side, 32, -14, 102, 17), 20);
  d = join (d, ball (side, 31, -14, 71, 12.5f), 6);
  d = join (
      d,
      cone (side, (HeadVec){ 16, -9.5f, 84 }, (HeadVec){ 46, -8, 72 }, 2, 2.5f),
      9);
  d = join (d, make_nose (side), 11);
  return add_mouth (d, side);
}

/* The ear's own space: leaning back, its rear standing off the head. */
static HeadVec
to_ear (HeadVec side)
{
  const float x = side.x - 79;
  const float y = 0.97f * (side.y + 12) - 0.24f * (side.z + 4);
  const float z = 0.97f * (side.z + 4) + 0.24f * (side.y + 12);

  return (HeadVec){ 0.91f * x + 0.42f * z, y, 0.91f * z - 0.42f * x };
}

static float
make_ear (HeadVec q)
{
  float ear = ellipsoid (q, (HeadVec){ 0, 0, -4 }, (HeadVec){ 5, 31, 18 });

  ear = carve (ear,
               ellipsoid (q, (HeadVec){ 6, 5, -3 }, (HeadVec){ 5, 21, 12 }), 4);
  ear = join (
      ear, ellipsoid (q, (HeadVec){ 2, 3, -6 }, (HeadVec){ 3, 15, 3.5f }), 4);
  ear = carve (ear, ellipsoid (q, (HeadVec){ 4, -5, 3 }, (HeadVec){ 7, 8, 6 }),
               5);
  ear = join (ear, ball (q, 2, -4, 12, 3.5f), 6);
  return join (ear, ellipsoid (q, (HeadVec){ 0, -25, 2 }, (HeadVec){ 4, 9, 8 }),
               6);
}

static float
head_distance (HeadVec p)
{
  const HeadVec side = fold (p);
  /* the two sides of the crown meet without a furrow */
  const HeadVec broad = { sqrtf (p.x * p.x + 700), p.y, p.z };
  HeadVec       ear;
  float d = ellipsoid (p, (HeadVec){ 0, 20, -12 }, (HeadVec){ 75, 84, 96 });

  d = join (
      d, ellipsoid (broad, (HeadVec){ 28, 32, -48 }, (HeadVec){ 48, 56, 50 }),
      40);
  d = join (d, ellipsoid (p, (HeadVec){ 0, -40, 24 }, (HeadVec){ 60, 72, 60 }),
            34);
  d = join (
      d,
      cone (side, (HeadVec){ 50, -58, 8 }, (HeadVec){ 14, -104, 56 }, 15, 14),
      30);
  /* what is farther off than the blend is wide changes nothing */
  if (ball (p, 0, -45, 70, 84) < d + 30)
    d = add_face (d, side);
  ear = to_ear (side);
  if (length (ear) - 40 < d + 36)
    d = join (d, make_ear (ear), 8);
  return d;
}

static float
body_distance (HeadVec p)
{
  const HeadVec side = fold (p);
  float         d
      = cone (p, (HeadVec){ 0, -40, -42 }, (HeadVec){ 0, -200, -62 }, 50, 58);

  d = join (d,
            cone (side, (HeadVec){ 0, -160, -72 }, (HeadVec){ 150, -205, -72 },
                  38, 42),
            45);
  d = join (d,
            cone (side, (HeadVec){ 152, -216, -66 },
                  (HeadVec){ 178, -340, -60 }, 52, 50),
            40);
  d = join (d,
            ellipsoid (p, (HeadVec){ 0, -290, -52 }, (HeadVec){ 170, 110, 85 }),
            40);
  return join (
      d, cone (side, (HeadVec){ 58, -70, -38 }, (HeadVec){ 24, -196, 0 }, 9, 8),
      26);
}

float
head_model_distance (const HeadPose *pose, HeadVec place)
{
  const float head = head_distance (head_pose_to_head (pose, place));
  float       body = body_distance (place);

  if (head_model_shirt (place))
    body -= 2.2f;
  return join (head, body, 18);
}

gboolean
head_model_shirt (HeadVec p)
{
  const float ring = sqrtf (p.x * p.x + (p.z + 40) * (p.z + 40));

  return p.y < -146 + 0.2f * (ring - 60) - 0.30f * (p.z + 40);
}

/* Where the hairline runs: elevation over the skull's centre, in degrees, by
   azimuth from the face to the nape. A grown man's: a rounded front, temples
   that recede a little, whiskers before the ear, a line around it. */
static const float LINE[][2]
    = { { 0, 35 },    { 14, 36 },   { 26, 40 },  { 35, 43 },    { 43, 42.5f },
        { 50, 38 },   { 56, 30 },   { 60, 22 },  { 62.5f, 14 }, { 64, 4 },
        { 65, -8 },   { 67, -18 },  { 72, -20 }, { 75, -13 },   { 78, -1 },
        { 84, 4 },    { 92, 6 },    { 100, 5 },  { 107, 0 },    { 113, -12 },
        { 122, -38 }, { 140, -50 }, { 180, -52 } };

static float
hairline_elevation (float azimuth_deg)
{
  gsize i = 1;
  float t;

  while (i < G_N_ELEMENTS (LINE) - 1 && azimuth_deg > LINE[i][0])
    i++;
  t = (azimuth_deg - LINE[i - 1][0]) / (LINE[i][0] - LINE[i - 1][0]);
  t = CLAMP (t, 0.f, 1.f);
  return LINE[i - 1][1] + (LINE[i][1] - LINE[i - 1][1]) * t;
}

float
head_model_scalp (HeadVec p)
{
  const float x = fabsf (p.x) / 76;
  const float y = (p.y - 20) / 84;
  const float z = (p.z + 12) / 96;
  const float azimuth = atan2f (x, z) * (float)(180 / G_PI);
  const float elevation
      = atan2f (y, sqrtf (x * x + z * z)) * (float)(180 / G_PI);
  float line = 0;

  /* the corners of the table rounded over some degrees */
  for (int i = -3; i <= 3; i++)
    line += hairline_elevation (fabsf (azimuth + i * 1.6f)) / 7;
  line = (elevation - line) * 1.5f;
  return fminf (line, make_ear (to_ear (fold (p))) - 2);
}
