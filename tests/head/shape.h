/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <math.h>

#include "head/model.h"

G_BEGIN_DECLS

/* Solids and their soft unions, as distances in mm, below 0 inside: those of
   sphere tracing (Hart 1996), with the bound for ellipsoids that is usual
   since. */

static inline HeadVec
shape_subtract (HeadVec a, HeadVec b)
{
  return (HeadVec){ a.x - b.x, a.y - b.y, a.z - b.z };
}

static inline float
shape_dot (HeadVec a, HeadVec b)
{
  return a.x * b.x + a.y * b.y + a.z * b.z;
}

static inline float
shape_length (HeadVec a)
{
  return sqrtf (shape_dot (a, a));
}

static inline float
shape_ellipsoid (HeadVec p, HeadVec centre, HeadVec radii)
{
  const HeadVec d = shape_subtract (p, centre);
  const HeadVec a = { d.x / radii.x, d.y / radii.y, d.z / radii.z };
  const HeadVec b = { a.x / radii.x, a.y / radii.y, a.z / radii.z };
  const float   inside = shape_length (a);

  return inside * (inside - 1) / fmaxf (shape_length (b), 1e-6f);
}

static inline float
shape_ball (HeadVec p, float x, float y, float z, float radius)
{
  return shape_length (shape_subtract (p, (HeadVec){ x, y, z })) - radius;
}

static inline float
shape_cone (HeadVec p,
            HeadVec from,
            HeadVec to,
            float   from_radius,
            float   to_radius)
{
  const HeadVec axis = shape_subtract (to, from);
  const HeadVec d = shape_subtract (p, from);
  const float   along
      = CLAMP (shape_dot (d, axis) / shape_dot (axis, axis), 0.f, 1.f);
  const HeadVec off
      = { d.x - axis.x * along, d.y - axis.y * along, d.z - axis.z * along };

  return shape_length (off) - (from_radius + (to_radius - from_radius) * along);
}

static inline float
shape_join (float a, float b, float blend)
{
  const float h = fmaxf (blend - fabsf (a - b), 0) / blend;

  return fminf (a, b) - h * h * blend * 0.25f;
}

static inline float
shape_carve (float a, float b, float blend)
{
  return -shape_join (-a, b, blend);
}

static inline float
shape_smooth (float from, float to, float value)
{
  const float t = CLAMP ((value - from) / (to - from), 0.f, 1.f);

  return t * t * (3 - 2 * t);
}

/* Both halves from one, without a crease between them. */
static inline HeadVec
shape_fold (HeadVec p)
{
  return (HeadVec){ sqrtf (p.x * p.x + 4), p.y, p.z };
}

G_END_DECLS
