/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "head/hair.h"

#include "head/case.h"
#include "head/face.h"
#include "head/noise.h"
#include "head/shape.h"

/* mm: roots are found on rays from here */
static const HeadVec MIDDLE = { 0, 15, -12 };
/* mm²: the most skin that a ray stands for, a unit of solid angle each; where
   there is more, as under the jaw, roots are fewer than asked for */
#define MOST_SKIN 13000.f
#define GOLDEN_ANGLE 2.399963229728653

typedef float (*Region) (const HeadScene *scene, HeadVec place);
typedef HeadVec (*Flow) (HeadVec place);

static float
unit (guint32 i, guint32 salt)
{
  return (head_hash (i, 0, 0, salt) >> 8) * 0x1p-24f;
}

static HeadVec
find_normal (HeadVec q)
{
  const float   e = 0.6f;
  const HeadVec n
      = { head_model_head_distance ((HeadVec){ q.x + e, q.y, q.z })
              - head_model_head_distance ((HeadVec){ q.x - e, q.y, q.z }),
          head_model_head_distance ((HeadVec){ q.x, q.y + e, q.z })
              - head_model_head_distance ((HeadVec){ q.x, q.y - e, q.z }),
          head_model_head_distance ((HeadVec){ q.x, q.y, q.z + e })
              - head_model_head_distance ((HeadVec){ q.x, q.y, q.z - e }) };

  return head_vec_normalize (n);
}

/* The first surface that a ray meets; TRUE where it does. */
static gboolean
find_surface (HeadVec from, HeadVec towards, HeadVec *place)
{
  float along = 0;

  for (int i = 0; i < 60 && along < 130; i++)
    {
      *place = head_vec_add (from, head_vec_scale (towards, along));

      const float d = head_model_head_distance (*place);

      if (d < 0.02f)
        return TRUE;
      along += 0.8f * d;
    }
  return FALSE;
}

/* Even directions: a spiral whose turns are as far apart as its points. */
static HeadVec
find_ray (guint32 i, guint32 n)
{
  /* every point may stray by most of the way to the next */
  const double  apart = 3.5 / sqrt (n);
  const double  up = 1 - 2 * (i + 0.5) / n;
  const double  out = sqrt (1 - up * up);
  const double  turn = fmod (i * GOLDEN_ANGLE, 2 * G_PI);
  const HeadVec ray = { out * cos (turn) + apart * (unit (i, 101) - 0.5),
                        up + apart * (unit (i, 102) - 0.5),
                        out * sin (turn) + apart * (unit (i, 103) - 0.5) };

  return head_vec_normalize (ray);
}

/* A hair leaves the skin at some 35 degrees, along the flow. */
static void
shape_hair (HeadHair *hair,
            HeadVec   root,
            HeadVec   normal,
            HeadVec   flow,
            float     length_mm)
{
  const float along = shape_dot (flow, normal);
  HeadVec     way = head_vec_add (flow, head_vec_scale (normal, -along));

  way = head_vec_scale (way, 1 / fmaxf (shape_length (way), 1e-3f));
  for (int i = 0; i < HEAD_HAIR_JOINTS; i++)
    {
      const float far = length_mm * i / (HEAD_HAIR_JOINTS - 1);
      const float lift = far * (0.62f - 0.1f * far / length_mm);

      hair->joints[i]
          = head_vec_add (root, head_vec_add (head_vec_scale (way, 0.8f * far),
                                              head_vec_scale (normal, lift)));
    }
}

/* @region gives the share of hairs that grow at a place, 0 to 1. */
static void
grow (const HeadScene *scene,
      GArray          *hairs,
      Region           region,
      Flow             flow,
      double           per_mm2,
      const HeadHair  *like,
      float            length_mm,
      guint32          salt)
{
  const guint32 n = per_mm2 * MOST_SKIN * 4 * G_PI;

  for (guint32 i = 0; i < n; i++)
    {
      const HeadVec out = find_ray (i, n);
      const HeadVec from = head_vec_add (MIDDLE, head_vec_scale (out, 130));
      HeadHair      hair = *like;
      HeadVec       root, normal;
      float         far, skin;

      /* most rays end where no hair is, by a wide margin */
      if (region (scene, head_vec_add (MIDDLE, head_vec_scale (out, 88))) < 0
          || !find_surface (from, head_vec_scale (out, -1), &root))
        continue;
      normal = find_normal (root);
      far = shape_length (shape_subtract (root, MIDDLE));
      skin = far * far / fmaxf (shape_dot (normal, out), 0.2f);
      if (unit (i, salt) > skin / MOST_SKIN * fmaxf (region (scene, root), 0))
        continue;
      hair.wide_mm *= 0.8f + 0.4f * unit (i, salt + 1);
      hair.light = 0.7f + 0.7f * unit (i, salt + 2);
      hair.normal = normal;
      shape_hair (&hair, root, normal, flow (root),
                  length_mm * (0.7f + 0.6f * unit (i, salt + 3)));
      g_array_append_val (hairs, hair);
    }
}

/* Down and back at the sides, down at the back. */
static HeadVec
find_side_flow (HeadVec q)
{
  const float   back = shape_smooth (0, -80, q.z);
  const HeadVec turn = head_noise_lean (q, 30, 113);

  return (HeadVec){ 0.25f * turn.x, -0.8f - 0.2f * back,
                    0.7f * back - 0.65f + 0.25f * turn.z };
}

GArray *
head_hair_grow_stubble (const HeadScene *scene)
{
  GArray        *hairs = g_array_new (FALSE, FALSE, sizeof (HeadHair));
  const HeadHair like = { .wide_mm = scene->hair_mm, .taper = 0.9f };

  grow (scene, hairs, head_case_hair, find_side_flow,
        scene->hairs_per_cm2 / 100, &like, scene->hair_length_mm, 120);
  return hairs;
}

/* Lip, chin, jaw and throat, thin towards the cheeks. */
static float
find_beard (const HeadScene *scene, HeadVec q)
{
  const float x = fabsf (q.x);
  const float cheek
      = -46 + 0.010f * (x - 20) * (x - 20) * (x > 20) + 4 * (x < 22);
  const float lips = shape_length ((HeadVec){ x / 27, (q.y + 76) / 10, 0 });
  const float cheek_edge = cheek - q.y + 3 * head_noise (q, 9, 131);

  if (q.z < -10 || q.y > -20)
    return -1;
  return 0.9f * shape_smooth (-2, 16, cheek_edge) * shape_smooth (1, 1.2f, lips)
         * shape_smooth (4, 22, q.z) * shape_smooth (-128, -112, q.y);
}

static HeadVec
find_beard_flow (HeadVec q)
{
  return (HeadVec){ 0.004f * q.x, -1, -0.2f };
}

GArray *
head_hair_grow_beard (void)
{
  GArray        *hairs = g_array_new (FALSE, FALSE, sizeof (HeadHair));
  const HeadHair like = { .wide_mm = 0.075f, .taper = 1 };

  grow (NULL, hairs, find_beard, find_beard_flow, 0.42, &like, 0.34f, 140);
  return hairs;
}

/* Lays a hair over the face: its joints stay a little over the skin. */
static void
lay_hair (GArray  *hairs,
          HeadHair hair,
          HeadVec  root,
          HeadVec  way,
          float    length_mm,
          HeadVec  bend)
{
  for (int i = 0; i < HEAD_HAIR_JOINTS; i++)
    {
      const float   t = i / (HEAD_HAIR_JOINTS - 1.f);
      const HeadVec off
          = head_vec_add (head_vec_scale (way, t * length_mm),
                          head_vec_scale (bend, t * t * length_mm));
      const HeadVec from = { root.x + off.x, root.y + off.y, 125 };
      HeadVec       skin;

      if (!find_surface (from, (HeadVec){ 0, 0, -1 }, &skin))
        return;
      hair.joints[i] = skin;
      hair.normal = find_normal (skin);
      hair.joints[i].z += 0.25f + 0.9f * t * (1 - 0.5f * t);
    }
  g_array_append_val (hairs, hair);
}

/* Inwards the hairs stand up, outwards they lie along the brow; those of its
   upper edge lean down, those of the lower edge up. */
static void
grow_brow_hair (GArray *hairs, guint32 i, float side)
{
  const float t = powf (unit (i, 151), 1.2f);
  const float across = unit (i, 152) + unit (i, 153) - 1;
  const float thick = (6.2f - 3.8f * t * t) * shape_smooth (-0.10f, 0.12f, t);
  const float x = 12 + 37 * t;
  const float y = -1 + 9 * sinf (2.1f * t) - 4.2f * t * t + across * thick;
  const float angle = 1.25f - 1.75f * sqrtf (t) - 0.65f * across * (t > 0.15f)
                      + 0.5f * (unit (i, 154) - 0.5f);
  const HeadVec  way = { side * cosf (angle), sinf (angle), 0 };
  const HeadVec  bend = { side * 0.25f, -0.15f, 0 };
  const HeadHair hair = { .wide_mm = 0.085f * (0.7f + 0.5f * unit (i, 155)),
                          .taper = 0.3f,
                          .light = 0.7f + 0.8f * unit (i, 156) };
  const float    length_mm
      = (6.5f + 3 * unit (i, 157)) * (1 - 0.35f * t) * (0.75f + 0.25f * t);

  lay_hair (hairs, hair, (HeadVec){ side * x, y, 0 }, way, length_mm, bend);
}

static void
grow_lash (GArray *hairs, guint32 i, float side)
{
  const float    t = unit (i, 161);
  const float    x = 18 + 28 * t;
  const float    y = head_face_lash_y (x);
  const float    angle = -2 + 1.5f * t + 0.4f * (unit (i, 162) - 0.5f);
  const HeadVec  way = { side * cosf (angle), sinf (angle), 0 };
  const HeadVec  bend = { 0, 0.45f, 0 };
  const HeadHair hair = { .wide_mm = 0.09f, .taper = 0.25f, .light = 0.8f };

  lay_hair (hairs, hair, (HeadVec){ side * x, y, 0 }, way,
            (3.5f + 3 * unit (i, 163)) * (0.6f + 0.5f * t), bend);
}

GArray *
head_hair_grow_brows (void)
{
  enum
  {
    N_BROW = 520,
    N_LASHES = 75
  };
  GArray *hairs = g_array_new (FALSE, FALSE, sizeof (HeadHair));

  for (guint32 side = 0; side < 2; side++)
    {
      for (guint32 i = 0; i < N_BROW; i++)
        grow_brow_hair (hairs, side * N_BROW + i, side ? 1 : -1);
      for (guint32 i = 0; i < N_LASHES; i++)
        grow_lash (hairs, side * N_LASHES + i, side ? 1 : -1);
    }
  return hairs;
}
