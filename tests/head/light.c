/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "head/light.h"

#include "head/noise.h"
#include "head/shape.h"

/* A window to the left of the camera and over it, the room's light from the
   right, and a second window behind. */
static const HeadVec KEY = { -0.52f, 0.56f, 0.645f };
static const HeadVec FILL = { 0.86f, 0.12f, 0.50f };
static const HeadVec BACK = { 0.78f, 0.34f, -0.52f };
static const HeadVec CEILING = { 0.10f, 0.86f, 0.50f };
static const float   KEY_COLOR[3] = { 0.80f, 0.775f, 0.745f };
static const float   FILL_COLOR[3] = { 0.10f, 0.105f, 0.11f };
static const float   BACK_COLOR[3] = { 0.15f, 0.155f, 0.165f };
static const float   SKY_COLOR[3] = { 0.165f, 0.165f, 0.168f };

static float
find_shadow (const HeadPose *pose, HeadVec p, HeadVec towards)
{
  float open = 1;
  float along = 4;

  while (along < 150 && open > 0.02f)
    {
      const float d = head_model_distance (
          pose, head_vec_add (p, head_vec_scale (towards, along)));

      open = fminf (open, 0.5f + 1.7f * d / along);
      along += CLAMP (d * 0.8f, 3.f, 25.f);
    }
  return shape_smooth (0, 1, open);
}

static float
find_openness (const HeadPose *pose, HeadVec p, HeadVec normal)
{
  static const float REACH[] = { 2.5f, 6, 14, 32 };
  float              dark = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (REACH); i++)
    {
      const HeadVec at = head_vec_add (p, head_vec_scale (normal, REACH[i]));
      const float   gap = REACH[i] - head_model_distance (pose, at);

      dark += 0.27f * CLAMP (gap / REACH[i], 0.f, 1.f);
    }
  return CLAMP (1 - dark, 0.f, 1.f);
}

void
head_light_reach (const HeadPose *pose, HeadVec p, HeadPoint *point)
{
  point->key = find_shadow (pose, p, head_vec_normalize (KEY));
  point->back = find_shadow (pose, p, head_vec_normalize (BACK));
  point->open = find_openness (pose, p, point->normal);
}

/* Trowbridge-Reitz lobe, Schlick's Fresnel with skin's F0 of 0.028 */
static float
find_gloss (HeadVec normal, HeadVec towards, float alpha)
{
  const HeadVec half
      = head_vec_normalize (head_vec_add (towards, (HeadVec){ 0, 0, 1 }));
  const float facing = fmaxf (shape_dot (normal, half), 0);
  const float a2 = alpha * alpha;
  const float spread = facing * facing * (a2 - 1) + 1;
  const float away = 1 - fmaxf (half.z, 0);
  const float grazing = away * away * away * away * away;

  return (0.028f + 0.5f * grazing) * a2 / (4 * spread * spread)
         * shape_smooth (-0.05f, 0.25f, shape_dot (normal, towards));
}

/* How the lamp's light falls on a channel: it enters skin, and bleeds round
   into what is turned away or in the shadow, red most. */
static float
find_lit (HeadVec normal, HeadVec towards, float reached, int channel)
{
  static const float WRAP[3] = { 0.30f, 0.19f, 0.14f };
  static const float BLEED[3] = { 0.75f, 1, 1.08f };
  const float        wrap = WRAP[channel];

  return fmaxf ((shape_dot (normal, towards) + wrap) / (1 + wrap), 0)
         * powf (reached, BLEED[channel]);
}

static float
find_shine (const HeadScene *scene, HeadVec q, HeadVec rough, float reached)
{
  const HeadVec key = head_vec_normalize (KEY);
  const HeadVec ceiling = head_vec_normalize (CEILING);
  const float   oily
      = (0.8f + 0.6f * head_noise (q, 26, 18) + 0.25f * head_noise (q, 6, 19))
        * (0.35f + 0.65f * shape_smooth (-75, -30, q.y))
        * (1
           - 0.75f
                 * expf (-((fabsf (q.x) - 31) * (fabsf (q.x) - 31) / 300
                           + (q.y + 16) * (q.y + 16) / 160))
                 * shape_smooth (40, 60, q.z));

  return scene->glare * fmaxf (oily, 0) * reached
         * (2.0f * find_gloss (rough, key, 0.40f)
            + 0.5f * find_gloss (rough, key, 0.24f)
            + 1.6f * find_gloss (rough, ceiling, 0.34f)
            + 0.5f * find_gloss (rough, ceiling, 0.2f));
}

static HeadColor
shade_skin (const HeadScene *scene,
            HeadVec          q,
            HeadVec          fine,
            HeadVec          coarse,
            const HeadPoint *point)
{
  /* light that has travelled through skin has lost what is finer than its
     way, red the most */
  static const float KEPT[3] = { 0.30f, 0.48f, 0.58f };
  const HeadVec      key = head_vec_normalize (KEY);
  const HeadVec      fill = head_vec_normalize (FILL);
  const HeadVec      back = head_vec_normalize (BACK);
  const HeadVec      smooth = head_vec_add (point->normal, coarse);
  const HeadVec      rough = head_vec_normalize (head_vec_add (smooth, fine));
  const float        sky = 0.75f + 0.35f * point->normal.y;
  const float        half_open = 0.35f + 0.65f * point->open;
  const float        shine = find_shine (scene, q, rough, point->key);
  const float        rim
      = scene->glare * point->back * 0.22f * find_gloss (rough, back, 0.4f);
  HeadColor seen = head_skin_color (scene, q);

  for (int i = 0; i < 3; i++)
    {
      const HeadVec n = head_vec_normalize (
          head_vec_add (smooth, head_vec_scale (fine, KEPT[i])));
      const float lit
          = KEY_COLOR[i] * half_open * find_lit (n, key, point->key, i)
            + FILL_COLOR[i] * half_open * find_lit (n, fill, 1, i)
            + BACK_COLOR[i] * find_lit (n, back, point->back, i)
            + SKY_COLOR[i] * sky * powf (point->open, i == 0 ? 0.8f : 1.05f);

      seen.channel[i]
          = seen.channel[i] * lit + KEY_COLOR[i] * shine + rim * BACK_COLOR[i];
    }
  return seen;
}

static HeadColor
shade_shirt (HeadVec p, const HeadPoint *point)
{
  const HeadVec key = head_vec_normalize (KEY);
  const float   folds = 0.5f * head_noise_lean (p, 70, 62).x
                      + 0.15f * head_noise_lean (p, 26, 63).y;
  const float weave = 1 + 0.14f * head_noise (p, 0.9f, 61);
  const float lit
      = (0.8f * fmaxf (shape_dot (point->normal, key) + 0.2f * folds, 0)
             * point->key
         + 0.25f * point->open)
        * weave;

  return (HeadColor){ { 0.060f * lit, 0.068f * lit, 0.080f * lit } };
}

static void
tint_light (const HeadScene *scene, HeadColor *seen)
{
  seen->channel[0] *= 1 + 0.25f * scene->warmth;
  seen->channel[2] *= 1 - 0.45f * scene->warmth;
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

HeadColor
head_shade (const HeadScene *scene,
            const HeadPose  *pose,
            HeadVec          p,
            const HeadPoint *point)
{
  const HeadVec q = head_pose_to_head (pose, p);
  const float   cloth = shape_smooth (0, 0.3f, head_model_shirt (p));
  HeadVec       fine, coarse;
  HeadColor     seen = { { 0, 0, 0 } };

  if (cloth < 1)
    {
      head_skin_relief (q, &fine, &coarse);
      seen = shade_skin (scene, q, fine, coarse, point);
    }
  if (cloth > 0)
    {
      const HeadColor shirt = shade_shirt (p, point);

      for (int i = 0; i < 3; i++)
        seen.channel[i] += cloth * (shirt.channel[i] - seen.channel[i]);
    }
  if (scene->stubble > 0 && point->area > 0)
    {
      const float hair = find_stubble (scene, pose, p, point->normal);

      for (int i = 0; i < 3; i++)
        seen.channel[i] *= 1 - hair * (0.965f + 0.004f * i);
    }
  tint_light (scene, &seen);
  return seen;
}

/* A soft box of the blurred room, in millimetres of the picture. */
static float
find_box (HeadVec p, float x, float y, float wide, float high, float blur)
{
  const float across = fabsf (p.x - x) - wide / 2;
  const float down = fabsf (p.y - y) - high / 2;

  return shape_smooth (blur, -blur, across) * shape_smooth (blur, -blur, down);
}

static void
add_room (HeadVec p, HeadColor *wall)
{
  static const struct
  {
    float x, y, wide, high;
    float color[3];
  } THINGS[] = {
    { -104, 40, 64, 150, { 0.86f, 0.91f, 0.98f } },
    { -138, 40, 7, 160, { 0.20f, 0.19f, 0.18f } },
    { -96, 40, 5, 150, { 0.30f, 0.29f, 0.28f } },
    { 98, 66, 76, 12, { 0.16f, 0.10f, 0.06f } },
    { 84, 86, 14, 30, { 0.45f, 0.13f, 0.09f } },
    { 104, 82, 12, 22, { 0.12f, 0.20f, 0.34f } },
    { 122, 90, 18, 38, { 0.50f, 0.42f, 0.22f } },
    { 110, -10, 70, 100, { 0.10f, 0.17f, 0.07f } },
    { 96, -96, 40, 60, { 0.30f, 0.17f, 0.10f } },
    { -96, -96, 90, 60, { 0.24f, 0.15f, 0.10f } },
  };

  for (gsize t = 0; t < G_N_ELEMENTS (THINGS); t++)
    {
      const float part = find_box (p, THINGS[t].x, THINGS[t].y, THINGS[t].wide,
                                   THINGS[t].high, 6);
      const float leaves
          = t == 7 ? CLAMP (0.6f + 0.9f * head_noise (p, 26, 81), 0.f, 1.f) : 1;

      for (int i = 0; i < 3; i++)
        wall->channel[i]
            += (THINGS[t].color[i] - wall->channel[i]) * part * leaves;
    }
}

HeadColor
head_shade_background (const HeadScene *scene, float x, float y)
{
  const float   u = x / scene->width - 0.30f;
  const float   v = y / scene->height - 0.30f;
  const float   glow = expf (-1.6f * (u * u + v * v));
  const HeadVec p = head_field_place (scene, x, y, 0);
  const float   cloud = 1 + 0.03f * head_noise (p, 150, 82);
  HeadColor     wall
      = { { cloud * (0.12f + 0.33f * glow), cloud * (0.125f + 0.325f * glow),
            cloud * (0.13f + 0.315f * glow) } };

  if (scene->busy)
    add_room (p, &wall);
  tint_light (scene, &wall);
  return wall;
}
