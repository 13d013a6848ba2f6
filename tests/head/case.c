/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "head/case.h"

#include "head/noise.h"
#include "head/shape.h"

/* mm, on the skin: the thin crown's middle, the bare patch's, and how far
   they reach */
static const HeadVec CROWN = { 4, 94, -48 };
static const HeadVec PATCH = { -35, 91.5f, 4 };
#define CROWN_MM 50.f
#define PATCH_MM 17.f
/* mm: a strip's scar, and the cells that hold a round one each */
#define STRIP_MM 2.2f
#define ROUND_CELL_MM 4.4f
#define ROUND_MM 0.6f
/* mm: how far the treatment runs into the hair beside it */
#define OVERLAP_MM 5.f

static float
find_distance (HeadVec a, HeadVec b)
{
  return shape_length (shape_subtract (a, b));
}

/* An edge as hair has it: neither straight nor sharp. */
static float
fray (HeadVec q)
{
  return 3 * head_noise (q, 11, 111) + 2 * head_noise (q, 4, 112);
}

static float
find_strip (HeadVec q)
{
  const float line = -2 + 0.0035f * q.x * q.x + 1.5f * head_noise (q, 22, 114);
  const float side = q.z < -10 ? fabsf (q.y - line) : 99;

  return fmaxf (side, 2 * (fabsf (q.x) - 62));
}

/* How far the nearest of the round scars is. */
static float
find_round (HeadVec q)
{
  const int     i = floorf (q.x / ROUND_CELL_MM);
  const int     j = floorf (q.y / ROUND_CELL_MM);
  const guint32 bits = head_hash (i, j, 0, 115);
  const float   x = (i + 0.2f + 0.6f * (bits & 0xff) / 255.f) * ROUND_CELL_MM;
  const float   y
      = (j + 0.2f + 0.6f * (bits >> 8 & 0xff) / 255.f) * ROUND_CELL_MM;

  return q.z > -20 || bits >> 30 == 0 ? 99 : hypotf (q.x - x, q.y - y);
}

static float
find_round_area (HeadVec q)
{
  return fminf (-20 - q.z,
                fminf (66 - fabsf (q.x), fminf (48 - q.y, q.y + 30)));
}

static float
find_share (const HeadScene *scene, HeadVec q)
{
  switch (scene->hair_case)
    {
    case HEAD_CASE_NORWOOD_6:
      return shape_smooth (-3, 9, head_model_horseshoe (q) + fray (q));
    case HEAD_CASE_RECEDING:
      return shape_smooth (-3, 8, head_model_receded (q) + fray (q));
    case HEAD_CASE_CROWN:
      return 0.15f
             + 0.85f
                   * shape_smooth (CROWN_MM - 18, CROWN_MM + 4,
                                   find_distance (q, CROWN) + 2 * fray (q));
    case HEAD_CASE_PATCH:
      return shape_smooth (PATCH_MM - 2, PATCH_MM + 2,
                           find_distance (q, PATCH) + 0.5f * fray (q));
    case HEAD_CASE_TOP_UP:
      return 0.4f
             + 0.6f
                   * shape_smooth (30, 52,
                                   head_model_scalp (q) - 0.7f * q.z + 40
                                       + fray (q));
    case HEAD_CASE_PARTING:
      return shape_smooth (2, 7,
                           fabsf (q.x - 14) + 0.4f * fray (q)
                               + 30 * shape_smooth (-10, -60, q.z));
    case HEAD_CASE_SCAR_LINE:
      return shape_smooth (STRIP_MM, STRIP_MM + 0.6f, find_strip (q));
    case HEAD_CASE_SCAR_DOTS:
      return find_round_area (q) > 0 && find_round (q) < ROUND_MM ? 0 : 1;
    default:
      return 0;
    }
}

float
head_case_hair (const HeadScene *scene, HeadVec q)
{
  const float over = scene->hair_case == HEAD_CASE_NORWOOD_6
                         ? head_model_horseshoe (q)
                         : head_model_scalp (q);

  if (scene->hair_case == HEAD_CASE_SHAVED || over < -26)
    return -1;
  return fminf (
      find_share (scene, q),
      shape_smooth (-3, 5, head_model_scalp_with_fringe (q) + fray (q)));
}

float
head_case_area (const HeadScene *scene, HeadVec q)
{
  const float scalp = head_model_scalp (q);

  switch (scene->hair_case)
    {
    case HEAD_CASE_NORWOOD_6:
      return fminf (scalp, OVERLAP_MM + head_model_over_horseshoe (q));
    case HEAD_CASE_RECEDING:
      return fminf (scalp, OVERLAP_MM - head_model_receded (q));
    case HEAD_CASE_CROWN:
      return fminf (scalp, CROWN_MM - find_distance (q, CROWN));
    case HEAD_CASE_PATCH:
      return PATCH_MM + OVERLAP_MM - find_distance (q, PATCH);
    case HEAD_CASE_TOP_UP:
      return fminf (scalp, 12 - (scalp - 0.7f * q.z));
    case HEAD_CASE_PARTING:
      return fminf (fminf (scalp - 3, 9 - fabsf (q.x - 14)), q.z + 50);
    case HEAD_CASE_SCAR_LINE:
      return STRIP_MM + 0.6f * OVERLAP_MM - find_strip (q);
    case HEAD_CASE_SCAR_DOTS:
      return find_round_area (q);
    default:
      return scalp;
    }
}

float
head_case_scar (const HeadScene *scene, HeadVec q)
{
  if (scene->hair_case == HEAD_CASE_SCAR_LINE)
    return shape_smooth (STRIP_MM + 0.3f, STRIP_MM - 0.5f, find_strip (q));
  if (scene->hair_case == HEAD_CASE_SCAR_DOTS && find_round_area (q) > 0)
    return shape_smooth (ROUND_MM + 0.15f, ROUND_MM - 0.2f, find_round (q));
  return 0;
}
