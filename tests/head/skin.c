/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "head/skin.h"

#include "head/case.h"
#include "head/face.h"
#include "head/noise.h"
#include "head/shape.h"

/* Monk skin tone scale, sRGB */
static const guint32 MONK[10]
    = { 0xf6ede4, 0xf3e7db, 0xf7ead0, 0xeadaba, 0xd7bd96,
        0xa07e56, 0x825c43, 0x604134, 0x3a312a, 0x292420 };

/* What the named skins give back, linear light: such that the lit scalp is
   photographed in the colour of doc/numbers.md, "A rendered head". */
static const HeadColor SKINS[HEAD_N_SKINS]
    = { [HEAD_SKIN_LIGHT] = { { 0.566f, 0.360f, 0.263f } },
        [HEAD_SKIN_MEDIUM] = { { 0.419f, 0.243f, 0.151f } },
        [HEAD_SKIN_BROWN] = { { 0.247f, 0.123f, 0.0728f } },
        [HEAD_SKIN_DARK] = { { 0.116f, 0.0568f, 0.038f } } };

/* What more blood, and more melanin, take away: natural logarithms */
static const float BLOOD[3] = { 0.03f, 0.17f, 0.13f };
static const float MELANIN[3] = { 0.08f, 0.15f, 0.23f };

static float
decode (guint8 value)
{
  const float v = value / 255.f;

  return v <= 0.04045f ? v / 12.92f : powf ((v + 0.055f) / 1.055f, 2.4f);
}

HeadColor
head_color_decode (guint32 rgb)
{
  return (HeadColor){ { decode (rgb >> 16 & 0xff), decode (rgb >> 8 & 0xff),
                        decode (rgb & 0xff) } };
}

static float
lips (HeadVec q)
{
  const float x = fabsf (q.x) / 25;
  const float bow = 1 - 0.25f * expf (-x * x * 40);
  const float middle = head_face_mouth_y (q.x);
  const float high = (1 - x * x) * 7.5f * bow;
  const float low = (1 - x * x) * 10;
  const float y = q.y - middle;

  if (q.z < 60 || x > 1)
    return 0;
  return shape_smooth (0, 2.5f, y > 0 ? high - y : low + y);
}

/* Age spots and freckles: a soft dot in some of the cells of space. */
static float
find_spots (HeadVec q, float cell, float share, guint32 salt)
{
  const HeadVec s = { q.x / cell, q.y / cell, q.z / cell };
  const int     i = floorf (s.x), j = floorf (s.y), k = floorf (s.z);
  const guint32 bits = head_hash (i, j, k, salt);
  const float   reach = 0.1f + 0.2f * (bits >> 24) / 255.f;
  const HeadVec to = { s.x - i - 0.3f - 0.4f * (bits & 0xff) / 255.f,
                       s.y - j - 0.3f - 0.4f * (bits >> 8 & 0xff) / 255.f,
                       s.z - k - 0.3f - 0.4f * (bits >> 16 & 0xff) / 255.f };

  if ((head_hash (i, j, k, salt + 1) >> 8) * 0x1p-24f > share)
    return 0;
  return shape_smooth (reach, 0.5f * reach, shape_length (to));
}

static float
find_blood (HeadVec q)
{
  const float x = fabsf (q.x);
  const float face = shape_smooth (20, 50, q.z);
  const float cheeks
      = expf (-((x - 44) * (x - 44) + (q.y + 34) * (q.y + 34)) / 600);
  const float nose = expf (-(x * x + (q.y + 43) * (q.y + 43)) / 300);
  const float eyes
      = expf (-((x - 31) * (x - 31) / 300 + (q.y + 18) * (q.y + 18) / 120));
  const float ears
      = x > 70 && q.y < 30
            ? shape_smooth (3, 0, head_ear_distance (shape_fold (q)))
            : 0;
  const float mottle
      = 0.50f * head_noise (q, 42, 1) + 0.26f * head_noise (q, 15, 2)
        + 0.20f * head_noise (q, 5.5f, 3) + 0.22f * head_noise (q, 2.2f, 4);

  return mottle + face * (0.9f * cheeks + 1.1f * nose + 0.5f * eyes)
         + 1.1f * ears + 1.7f * lips (q) + 0.25f * shape_smooth (60, 100, q.y);
}

static float
find_melanin (HeadVec q)
{
  const float mottle
      = 0.35f * head_noise (q, 55, 6) + 0.16f * head_noise (q, 19, 7)
        + 0.10f * head_noise (q, 7, 8) + 0.16f * head_noise (q, 1.7f, 9);
  const float eyes = expf (-((fabsf (q.x) - 31) * (fabsf (q.x) - 31) / 320
                             + (q.y + 16) * (q.y + 16) / 160))
                     * shape_smooth (40, 60, q.z);

  return mottle + 0.55f * eyes + 0.9f * find_spots (q, 8, 0.16f, 41)
         + 0.5f * find_spots (q, 3.6f, 0.12f, 43);
}

HeadColor
head_skin_color (const HeadScene *scene, HeadVec q)
{
  const float      blood = find_blood (q) - 0.5f * head_case_scar (scene, q);
  const float      scar = head_case_scar (scene, q);
  const float      melanin = find_melanin (q) * (1 - scar) - 0.9f * scar;
  const float      red = lips (q);
  const HeadCrease crease = head_face_find_crease (q);
  const float      pores = 0.05f * shape_smooth (0.17f, 0.05f, head_pores (q))
                      - 0.008f + 0.012f * head_noise (q, 0.6f, 5);
  HeadColor skin
      = scene->skin == HEAD_SKIN_MONK
            ? head_color_decode (MONK[CLAMP (scene->tone, 1, 10) - 1])
            : SKINS[scene->skin];

  for (int i = 0; i < 3; i++)
    skin.channel[i] *= expf (-BLOOD[i] * blood - MELANIN[i] * melanin)
                       * (1 - pores) * (1 - 0.12f * red)
                       * (1 - (0.72f - 0.1f * (i == 0)) * crease.dark);
  return skin;
}

/* Furrows of a forehead: wavy, not everywhere equally deep. */
static float
find_furrows (HeadVec q)
{
  static const float LINES[] = { 25, 36.5f, 49 };
  const float        x = q.x / 46;
  float              lean = 0;

  if (q.z < 40 || fabsf (x) > 1)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (LINES); i++)
    {
      const HeadVec along = { q.x, 100.f * i, 0 };
      const float   line = LINES[i] + 4 * head_noise (along, 34, 15)
                         + 1.2f * head_noise (along, 9, 16) - 3 * x * x;
      const float t = (q.y - line) / 1.7f;
      const float deep = 0.5f + 0.7f * head_noise (along, 26, 17);

      lean -= fmaxf (deep, 0) * t * expf (-t * t);
    }
  return 0.16f * lean * (1 - x * x);
}

void
head_skin_relief (HeadVec q, HeadVec *fine, HeadVec *coarse)
{
  static const float FINE[][2] = { { 0.42f, 0.05f }, { 1.3f, 0.05f } };
  static const float COARSE[][2]
      = { { 4.5f, 0.028f }, { 13, 0.03f }, { 34, 0.06f } };
  HeadVec dome = head_domes (q);

  *fine = head_vec_scale (dome, 0.11f);
  *coarse
      = (HeadVec){ 0, find_furrows (q) + head_face_find_crease (q).lean, 0 };
  for (gsize i = 0; i < G_N_ELEMENTS (FINE); i++)
    *fine = head_vec_add (
        *fine,
        head_vec_scale (head_noise_lean (q, FINE[i][0], 11 + i), FINE[i][1]));
  for (gsize i = 0; i < G_N_ELEMENTS (COARSE); i++)
    *coarse = head_vec_add (
        *coarse, head_vec_scale (head_noise_lean (q, COARSE[i][0], 21 + i),
                                 COARSE[i][1]));
}
