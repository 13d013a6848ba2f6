/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "head/shade.h"

#include <math.h>

#include "head/noise.h"

/* Monk skin tone scale, sRGB */
static const guint8 MONK[10][3]
    = { { 0xf6, 0xed, 0xe4 }, { 0xf3, 0xe7, 0xdb }, { 0xf7, 0xea, 0xd0 },
        { 0xea, 0xda, 0xba }, { 0xd7, 0xbd, 0x96 }, { 0xa0, 0x7e, 0x56 },
        { 0x82, 0x5c, 0x43 }, { 0x60, 0x41, 0x34 }, { 0x3a, 0x31, 0x2a },
        { 0x29, 0x24, 0x20 } };

typedef struct
{
  HeadVec towards;
  float   color[3];
  float   gloss;
  float   shadowed;
} Light;

static const Light LIGHTS[] = {
  { { -0.50f, 0.58f, 0.64f }, { 0.86f, 0.82f, 0.77f }, 1.3f, 1 },
  { { 0.80f, 0.10f, 0.59f }, { 0.10f, 0.115f, 0.13f }, 1, 0 },
  { { 0.72f, 0.40f, -0.56f }, { 0.24f, 0.25f, 0.27f }, 1.0f, 0 },
  { { 0.06f, 0.86f, 0.50f }, { 0.10f, 0.10f, 0.105f }, 42, 0 },
};

static float
decode (guint8 value)
{
  const float v = value / 255.f;

  return v <= 0.04045f ? v / 12.92f : powf ((v + 0.055f) / 1.055f, 2.4f);
}

static float
smooth (float from, float to, float value)
{
  const float t = CLAMP ((value - from) / (to - from), 0.f, 1.f);

  return t * t * (3 - 2 * t);
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

/* Skin's relief: pores and fine furrows, then a coarser unevenness. */
static HeadVec
roughen (HeadVec normal, HeadVec q)
{
  static const float RELIEF[][2]
      = { { 0.7f, 0.045f }, { 1.7f, 0.040f }, { 9, 0.022f } };
  HeadVec bump = { 0, 0, 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (RELIEF); i++)
    {
      const float wave = RELIEF[i][0];
      const float height = RELIEF[i][1];

      bump.x += height * head_noise (q, wave, 11 + i);
      bump.y += height * head_noise (q, wave, 21 + i);
      bump.z += height * head_noise (q, wave, 31 + i);
    }
  return head_vec_normalize (head_vec_add (normal, bump));
}

static float
find_occlusion (const HeadPose *pose, HeadVec p, HeadVec normal)
{
  static const float REACH[] = { 3, 8, 18, 36 };
  float              dark = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (REACH); i++)
    {
      const HeadVec at = head_vec_add (p, head_vec_scale (normal, REACH[i]));
      const float   gap = REACH[i] - head_model_distance (pose, at);

      dark += 0.27f * CLAMP (gap / REACH[i], 0.f, 1.f);
    }
  return CLAMP (1 - dark, 0.f, 1.f);
}

static float
find_shadow (const HeadPose *pose, HeadVec p, HeadVec towards)
{
  float open = 1;
  float along = 4;

  while (along < 170 && open > 0.02f)
    {
      const float d = head_model_distance (
          pose, head_vec_add (p, head_vec_scale (towards, along)));

      open = fminf (open, 0.5f + 2.6f * d / along);
      along += CLAMP (d * 0.8f, 3.f, 25.f);
    }
  return smooth (0, 1, open);
}

static float
eyebrow (HeadVec q)
{
  const float x = fabsf (q.x);
  const float line = 9 + 5 * sinf ((x - 12) * 0.062f);
  const float thick = 4.2f * smooth (52, 30, x) + 0.6f;
  HeadVec     along = { x * 0.30f + q.y * 0.15f, q.y * 0.10f - x * 0.03f, 0 };
  const float inside = smooth (10, 16, x) * smooth (54, 44, x)
                       * smooth (thick, thick * 0.35f, fabsf (q.y - line));
  const float hair
      = head_noise (along, 0.21f, 51) + 0.6f * head_noise (along, 0.11f, 52);

  if (q.z < 50 || inside <= 0)
    return 0;
  return smooth (-0.7f, 0.5f, hair + 1.3f * inside - 0.9f) * 0.82f;
}

static float
lash_line (HeadVec q)
{
  const float x = (fabsf (q.x) - 31) / 15;
  const float line = -18.5f + 3.2f * x * x;

  if (q.z < 60 || fabsf (x) > 1)
    return 0;
  return 0.75f * smooth (1.1f, 0.2f, fabsf (q.y - line))
         * smooth (1, 0.8f, fabsf (x));
}

static float
lips (HeadVec q)
{
  const float x = fabsf (q.x) / 26;
  const float middle = -77 - 0.5f * x;
  const float high = (1 - x * x) * 7.2f;
  const float low = (1 - x * x) * 9;
  const float y = q.y - middle;

  if (q.z < 60 || x > 1)
    return 0;
  return smooth (0, 2, y > 0 ? high - y : low + y);
}

/* Blood shows more in light skin, and in green and blue light. */
static HeadColor
find_skin (const HeadScene *scene, HeadVec q)
{
  static const float BLOOD[3] = { 0.02f, 0.12f, 0.11f };
  const guint8      *tone = MONK[CLAMP (scene->tone, 1, 10) - 1];
  const float        x = fabsf (q.x);
  const float        face = smooth (20, 50, q.z);
  const float        cheeks
      = expf (-((x - 46) * (x - 46) + (q.y + 34) * (q.y + 34)) / 700);
  const float nose = expf (-(x * x + (q.y + 44) * (q.y + 44)) / 260);
  const float ears = smooth (79, 88, x) * smooth (-60, -40, q.y);
  const float mottle = 0.6f * head_noise (q, 14, 1)
                       + 0.5f * head_noise (q, 5, 2)
                       + 0.35f * head_noise (q, 2.1f, 3);
  const float pores
      = 0.6f * head_noise (q, 1.1f, 4) + 0.5f * head_noise (q, 0.55f, 5);
  const float blood = 0.8f + 0.6f * mottle
                      + face * (1.2f * cheeks + 1.2f * nose) + 1.4f * ears
                      + 2.2f * lips (q);
  HeadColor skin;

  for (int i = 0; i < 3; i++)
    skin.channel[i] = decode (tone[i]) * expf (-BLOOD[i] * blood)
                      * (1 + 0.025f * mottle + 0.022f * pores)
                      * (1 - 0.1f * lips (q));
  return skin;
}

/* How much of a pixel is hair: a few looks into it, as a sensor has. */
static float
find_stubble (const HeadScene *scene,
              const HeadPose  *pose,
              HeadVec          p,
              HeadVec          normal)
{
  const float step = 2.5f / scene->pixels_per_cm;
  const float steep = 1 / fmaxf (normal.z, 0.12f);
  float       hair = 0;

  for (int i = 0; i < 16; i++)
    {
      const float dx = ((i & 3) - 1.5f) * step;
      const float dy = ((i >> 2) - 1.5f) * step;
      const float dz = -(normal.x * dx + normal.y * dy) * steep;
      HeadVec     at = head_vec_add (p, (HeadVec){ dx, dy, dz });

      hair
          += head_stubble (head_pose_to_head (pose, at), scene->stubble) / 16.f;
    }
  return hair;
}

static HeadColor
find_albedo (const HeadScene *scene,
             const HeadPose  *pose,
             HeadVec          p,
             HeadVec          q,
             HeadVec          normal)
{
  static const float HAIR[3] = { 0.020f, 0.016f, 0.013f };
  HeadColor          albedo = find_skin (scene, q);
  float              hair = fmaxf (eyebrow (q), lash_line (q));

  if (scene->stubble > 0 && head_model_scalp (q) > 0)
    hair = fmaxf (hair, find_stubble (scene, pose, p, normal));
  for (int i = 0; i < 3; i++)
    {
      const float strand = fminf (HAIR[i], 0.35f * albedo.channel[i]);

      albedo.channel[i] += (strand - albedo.channel[i]) * hair;
    }
  return albedo;
}

/* Trowbridge-Reitz lobe, Schlick's Fresnel with skin's F0 of 0.028 */
static float
find_gloss (HeadVec normal, HeadVec towards, float alpha)
{
  const HeadVec half
      = head_vec_normalize (head_vec_add (towards, (HeadVec){ 0, 0, 1 }));
  const float facing = fmaxf (head_vec_dot (normal, half), 0);
  const float a2 = alpha * alpha;
  const float spread = facing * facing * (a2 - 1) + 1;
  const float grazing = powf (1 - fmaxf (half.z, 0), 5);

  return (0.028f + 0.972f * grazing) * a2 / (4 * spread * spread)
         * smooth (-0.05f, 0.25f, head_vec_dot (normal, towards));
}

static void
add_light (const Light *light,
           HeadVec      normal,
           HeadVec      rough,
           float        open,
           float        gloss,
           HeadColor    albedo,
           HeadColor   *seen)
{
  /* light that bleeds through skin wraps round the terminator, red most */
  static const float WRAP[3] = { 0.34f, 0.20f, 0.15f };
  const HeadVec      towards = head_vec_normalize (light->towards);
  const float        facing = head_vec_dot (rough, towards);
  const float        shine
      = gloss * light->gloss * find_gloss (rough, towards, 0.22f) * open;

  for (int i = 0; i < 3; i++)
    {
      const float lit = fmaxf ((facing + WRAP[i]) / (1 + WRAP[i]), 0) * open;

      seen->channel[i] += light->color[i] * (albedo.channel[i] * lit + shine);
    }
}

static void
tint_light (const HeadScene *scene, HeadColor *seen)
{
  seen->channel[0] *= 1 + 0.25f * scene->warmth;
  seen->channel[2] *= 1 - 0.45f * scene->warmth;
}

static HeadColor
shade_shirt (HeadVec p, HeadColor albedo)
{
  const float weave
      = 1 + 0.10f * head_noise (p, 0.8f, 61) + 0.08f * head_noise (p, 22, 62);

  albedo.channel[0] = 0.062f * weave;
  albedo.channel[1] = 0.075f * weave;
  albedo.channel[2] = 0.095f * weave;
  return albedo;
}

HeadColor
head_shade (const HeadScene *scene, const HeadPose *pose, HeadVec p)
{
  const HeadVec q = head_pose_to_head (pose, p);
  const HeadVec normal = find_normal (pose, p);
  const HeadVec rough = roughen (normal, q);
  const float   open = find_occlusion (pose, p, normal);
  const float   sky = 0.17f + 0.08f * normal.y;
  HeadColor     albedo = find_albedo (scene, pose, p, q, normal);
  HeadColor     seen;
  float         gloss = scene->glare * (0.75f + 0.5f * head_noise (q, 30, 7))
                * (0.3f + 0.7f * smooth (-70, -30, q.y));

  if (head_model_shirt (p))
    {
      albedo = shade_shirt (p, albedo);
      gloss = 0;
    }
  for (int i = 0; i < 3; i++)
    seen.channel[i] = albedo.channel[i] * sky * open;
  for (gsize i = 0; i < G_N_ELEMENTS (LIGHTS); i++)
    {
      float reached = 0.4f + 0.6f * open;

      if (LIGHTS[i].shadowed > 0)
        reached
            *= find_shadow (pose, p, head_vec_normalize (LIGHTS[i].towards));
      add_light (&LIGHTS[i], normal, rough, reached, gloss, albedo, &seen);
    }
  tint_light (scene, &seen);
  return seen;
}

HeadColor
head_shade_background (const HeadScene *scene, float x, float y)
{
  const float u = x / scene->width - 0.38f;
  const float v = y / scene->height - 0.35f;
  const float glow = expf (-3.2f * (u * u + v * v));
  HeadColor   wall = { { 0.10f + 0.27f * glow, 0.115f + 0.29f * glow,
                         0.13f + 0.31f * glow } };

  tint_light (scene, &wall);
  return wall;
}
