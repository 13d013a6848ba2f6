/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "head/model.h"

#include "head/face.h"
#include "head/shape.h"

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
  return shape_dot (a, b);
}

HeadVec
head_vec_normalize (HeadVec a)
{
  return head_vec_scale (a, 1 / shape_length (a));
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

HeadVec
head_pose_to_picture (const HeadPose *pose, HeadVec q)
{
  const float y = pose->pitch_cos * q.y - pose->pitch_sin * q.z;
  const float z = pose->pitch_sin * q.y + pose->pitch_cos * q.z;

  return (HeadVec){ pose->yaw_cos * q.x + pose->yaw_sin * z, y,
                    pose->yaw_cos * z - pose->yaw_sin * q.x };
}

/* Nobody is symmetric: the face is a little off to one side, the further
   down the more. */
static HeadVec
skew (HeadVec p)
{
  const float low = (p.y - 30) * 0.01f;

  p.x += 0.35f * low * low * shape_smooth (30, 80, p.z);
  p.y += 0.012f * p.x;
  return p;
}

static float
skull_distance (HeadVec p, HeadVec side)
{
  /* the two sides of the crown meet without a furrow */
  const HeadVec broad = { sqrtf (p.x * p.x + 700), p.y, p.z };
  float         d
      = shape_ellipsoid (p, (HeadVec){ 0, 20, -12 }, (HeadVec){ 74, 83, 95 });

  d = shape_join (d,
                  shape_ellipsoid (broad, (HeadVec){ 29, 32, -44 },
                                   (HeadVec){ 48, 57, 52 }),
                  40);
  d = shape_join (
      d, shape_ellipsoid (p, (HeadVec){ 0, 34, 36 }, (HeadVec){ 52, 46, 46 }),
      30);
  d = shape_join (
      d, shape_ellipsoid (p, (HeadVec){ 0, -40, 18 }, (HeadVec){ 60, 68, 60 }),
      34);
  /* temples are hollow */
  d = shape_carve (d, shape_ball (side, 112, 4, 66, 42), 26);
  return shape_join (d,
                     shape_cone (side, (HeadVec){ 50, -60, 8 },
                                 (HeadVec){ 19, -104, 54 }, 16, 14),
                     30);
}

float
head_model_head_distance (HeadVec place)
{
  const HeadVec p = skew (place);
  const HeadVec side = shape_fold (p);
  float         d = skull_distance (p, side);

  /* what is farther off than the blend is wide changes nothing */
  if (shape_ball (p, 0, -45, 60, 84) < d + 30)
    d = head_face_add (d, side);
  if (head_ear_is_near (side, d + 8))
    d = shape_join (d, head_ear_distance (side), 7);
  return d;
}

static float
body_distance (HeadVec p)
{
  const HeadVec side = shape_fold (p);
  float d = shape_cone (p, (HeadVec){ 0, -40, -38 }, (HeadVec){ 0, -200, -58 },
                        52, 58);

  d = shape_join (d,
                  shape_cone (side, (HeadVec){ 0, -160, -72 },
                              (HeadVec){ 150, -205, -72 }, 38, 42),
                  45);
  d = shape_join (d,
                  shape_cone (side, (HeadVec){ 152, -216, -66 },
                              (HeadVec){ 178, -340, -60 }, 52, 50),
                  40);
  d = shape_join (
      d,
      shape_ellipsoid (p, (HeadVec){ 0, -290, -52 }, (HeadVec){ 170, 110, 85 }),
      40);
  return shape_join (d,
                     shape_cone (side, (HeadVec){ 58, -70, -38 },
                                 (HeadVec){ 24, -196, 0 }, 9, 8),
                     26);
}

float
head_model_distance (const HeadPose *pose, HeadVec place)
{
  const float head = head_model_head_distance (head_pose_to_head (pose, place));
  float       body;

  if (place.y > 30)
    return head;
  body = body_distance (place);
  body -= 2 * shape_smooth (-0.2f, 1.6f, head_model_shirt (place));
  return shape_join (head, body, 18);
}

float
head_model_shirt (HeadVec p)
{
  const float ring = sqrtf (p.x * p.x + (p.z + 40) * (p.z + 40));

  return -146 + 0.2f * (ring - 60) - 0.30f * (p.z + 40) - p.y;
}

/* Where the hairline runs: elevation over the skull's centre, in degrees, by
   azimuth from the face to the nape. A grown man's: a rounded front, temples
   that recede a little, whiskers before the ear, a line around it. */
static const float LINE[][2]
    = { { 0, 35 },    { 14, 36 },   { 26, 40 },  { 35, 43 },    { 43, 42.5f },
        { 50, 38 },   { 56, 30 },   { 60, 22 },  { 62.5f, 14 }, { 64, 4 },
        { 65, -8 },   { 66, -19 },  { 74, -21 }, { 77, -14 },   { 80, -6 },
        { 85, -2 },   { 92, 0 },    { 100, -1 }, { 107, -5 },   { 113, -16 },
        { 122, -38 }, { 140, -50 }, { 180, -52 } };

/* The front of a Norwood 3 to 4. */
static const float RECEDED[][2]
    = { { 0, 46 },  { 12, 50 },  { 22, 60 },  { 33, 67 },
        { 44, 66 }, { 53, 52 },  { 59, 34 },  { 62.5f, 18 },
        { 64, 4 },  { 65, -30 }, { 180, -60 } };

/* The upper edge of what a Norwood 6 leaves: in front of the ear, over it,
   and down to the back. */
static const float HORSESHOE[][2]
    = { { 0, -20 }, { 48, -10 }, { 55, 12 },  { 62, 26 },  { 72, 33 },
        { 88, 35 }, { 105, 33 }, { 125, 26 }, { 150, 15 }, { 180, 9 } };

static float
look_up (const float (*line)[2], gsize n, float azimuth_deg)
{
  gsize i = 1;
  float t;

  while (i < n - 1 && azimuth_deg > line[i][0])
    i++;
  t = (azimuth_deg - line[i - 1][0]) / (line[i][0] - line[i - 1][0]);
  t = CLAMP (t, 0.f, 1.f);
  return line[i - 1][1] + (line[i][1] - line[i - 1][1]) * t;
}

/* mm over the line, on the skull; its corners rounded over some degrees. */
static float
find_height (HeadVec p, const float (*line)[2], gsize n)
{
  const float x = fabsf (p.x) / 76;
  const float y = (p.y - 20) / 84;
  const float z = (p.z + 12) / 96;
  const float azimuth = atan2f (x, z) * (float)(180 / G_PI);
  const float elevation
      = atan2f (y, sqrtf (x * x + z * z)) * (float)(180 / G_PI);
  float mean = 0;

  for (int i = -3; i <= 3; i++)
    mean += look_up (line, n, fabsf (azimuth + i * 1.6f)) / 7;
  return (elevation - mean) * 1.5f;
}

float
head_model_scalp (HeadVec p)
{
  return fminf (find_height (p, LINE, G_N_ELEMENTS (LINE)),
                head_ear_distance (shape_fold (skew (p))) - 2);
}

float
head_model_scalp_with_fringe (HeadVec p)
{
  const float beside = shape_smooth (40, -20, p.z);

  return fminf (find_height (p, LINE, G_N_ELEMENTS (LINE)) + 4 * beside,
                head_ear_distance (shape_fold (skew (p))) - 1.5f);
}

float
head_model_receded (HeadVec p)
{
  return find_height (p, RECEDED, G_N_ELEMENTS (RECEDED));
}

float
head_model_over_horseshoe (HeadVec p)
{
  return find_height (p, HORSESHOE, G_N_ELEMENTS (HORSESHOE));
}

float
head_model_horseshoe (HeadVec p)
{
  return fminf (head_model_scalp_with_fringe (p),
                -head_model_over_horseshoe (p));
}
