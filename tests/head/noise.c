/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "head/noise.h"

#include <math.h>

/* mm: a grain and the cells that grains are strewn in; a grain is no wider
   than a cell, so that eight cells hold all that can reach a place */
#define GRAIN_RADIUS 0.11f
#define CELL 0.25f

guint32
head_hash (gint32 x, gint32 y, gint32 z, guint32 salt)
{
  guint32 h = (guint32)x * 0x9e3779b1u ^ (guint32)y * 0x85ebca77u
              ^ (guint32)z * 0xc2b2ae3du ^ salt * 0x27d4eb2fu;

  h = (h ^ (h >> 16)) * 0x7feb352du;
  h = (h ^ (h >> 15)) * 0x846ca68bu;
  return h ^ (h >> 16);
}

static float
unit (guint32 bits)
{
  return (bits >> 8) * 0x1p-24f;
}

static float
fade (float t)
{
  return t * t * (3 - 2 * t);
}

static float
mix (float a, float b, float t)
{
  return a + (b - a) * t;
}

float
head_noise (HeadVec place, float wavelength, guint32 salt)
{
  const float x = place.x * 2 / wavelength;
  const float y = place.y * 2 / wavelength;
  const float z = place.z * 2 / wavelength;
  const int   i = floorf (x);
  const int   j = floorf (y);
  const int   k = floorf (z);
  const float u = fade (x - i);
  const float v = fade (y - j);
  float       plane[2];

  for (int dz = 0; dz < 2; dz++)
    {
      float row[2];

      for (int dy = 0; dy < 2; dy++)
        row[dy] = mix (unit (head_hash (i, j + dy, k + dz, salt)),
                       unit (head_hash (i + 1, j + dy, k + dz, salt)), u);
      plane[dz] = mix (row[0], row[1], v);
    }
  return 2 * mix (plane[0], plane[1], fade (z - k)) - 1;
}

/* The corners' values, and how they change along x, y and z. */
HeadVec
head_noise_lean (HeadVec place, float wavelength, guint32 salt)
{
  const HeadVec s = { place.x * 2 / wavelength, place.y * 2 / wavelength,
                      place.z * 2 / wavelength };
  const int     i = floorf (s.x), j = floorf (s.y), k = floorf (s.z);
  const float   t[3] = { s.x - i, s.y - j, s.z - k };
  float         weight[3][2], slope[3][2];
  HeadVec       lean = { 0, 0, 0 };

  for (int axis = 0; axis < 3; axis++)
    {
      weight[axis][1] = fade (t[axis]);
      weight[axis][0] = 1 - weight[axis][1];
      slope[axis][1] = 6 * t[axis] * (1 - t[axis]);
      slope[axis][0] = -slope[axis][1];
    }
  for (int corner = 0; corner < 8; corner++)
    {
      const int   a = corner & 1, b = corner >> 1 & 1, c = corner >> 2;
      const float value = 2 * unit (head_hash (i + a, j + b, k + c, salt)) - 1;

      lean.x += value * slope[0][a] * weight[1][b] * weight[2][c];
      lean.y += value * weight[0][a] * slope[1][b] * weight[2][c];
      lean.z += value * weight[0][a] * weight[1][b] * slope[2][c];
    }
  return lean;
}

/* The nearest of one point in each cell of space, from the place; the cells
   that are searched are those around the nearest corner. */
static HeadVec
find_nearest (HeadVec s, guint32 salt)
{
  const int i = floorf (s.x - 0.5f);
  const int j = floorf (s.y - 0.5f);
  const int k = floorf (s.z - 0.5f);
  float     least = 1e9f;
  HeadVec   nearest = { 0, 0, 0 };

  for (int cell = 0; cell < 8; cell++)
    {
      const int     a = i + (cell & 1);
      const int     b = j + (cell >> 1 & 1);
      const int     c = k + (cell >> 2);
      const guint32 bits = head_hash (a, b, c, salt);
      const HeadVec to
          = { s.x - a - 0.15f - 0.7f * (bits & 0x3ff) / 1023.f,
              s.y - b - 0.15f - 0.7f * (bits >> 10 & 0x3ff) / 1023.f,
              s.z - c - 0.15f - 0.7f * (bits >> 20 & 0x3ff) / 1023.f };
      const float far = to.x * to.x + to.y * to.y + to.z * to.z;

      if (far < least)
        {
          least = far;
          nearest = to;
        }
    }
  return nearest;
}

HeadVec
head_domes (HeadVec place)
{
  return find_nearest (
      (HeadVec){ place.x / 0.95f, place.y / 0.7f, place.z / 0.85f }, 74);
}

float
head_pores (HeadVec place)
{
  const float   cell = 1.15f;
  const HeadVec to = find_nearest (
      (HeadVec){ place.x / cell, place.y / cell, place.z / cell }, 75);

  return cell * sqrtf (to.x * to.x + to.y * to.y + to.z * to.z);
}

/* How many grains a cell holds, so that the mean over cells is the rate. */
static int
count_grains (guint32 bits, float rate)
{
  const float chance = unit (bits);
  float       term = expf (-rate);
  float       sum = term;
  int         n = 0;

  while (chance > sum && n < 64)
    {
      n++;
      term *= rate / n;
      sum += term;
    }
  return n;
}

static gboolean
cell_covers (HeadVec place, int i, int j, int k, float rate)
{
  guint32   bits = head_hash (i, j, k, 71);
  const int n = count_grains (bits, rate);

  for (int grain = 0; grain < n; grain++)
    {
      const guint32 a = head_hash (bits, grain, 1, 72);
      const guint32 b = head_hash (bits, grain, 2, 72);
      const guint32 c = head_hash (bits, grain, 3, 72);
      const float   x = (i + unit (a)) * CELL - place.x;
      const float   y = (j + unit (b)) * CELL - place.y;
      const float   z = (k + unit (c)) * CELL - place.z;

      if (x * x + y * y + z * z < GRAIN_RADIUS * GRAIN_RADIUS)
        return TRUE;
    }
  return FALSE;
}

gboolean
head_stubble (HeadVec place, float coverage)
{
  const float volume
      = 4 / 3.f * (float)G_PI * GRAIN_RADIUS * GRAIN_RADIUS * GRAIN_RADIUS;
  const float rate
      = -logf (1 - MIN (coverage, 0.99f)) * CELL * CELL * CELL / volume;
  const int i = floorf (place.x / CELL - 0.5f);
  const int j = floorf (place.y / CELL - 0.5f);
  const int k = floorf (place.z / CELL - 0.5f);

  if (coverage <= 0)
    return FALSE;
  for (int cell = 0; cell < 8; cell++)
    if (cell_covers (place, i + (cell & 1), j + (cell >> 1 & 1),
                     k + (cell >> 2), rate))
      return TRUE;
  return FALSE;
}
