/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/head-outline.h"

#include <math.h>

#include "head-rays.h"

/* From where the ears start, over the top, the outline is a head's; beside
 * them it goes on as it was. In steps round, from the right over the top. */
#define FIRST_STEP (-4)
#define LAST_STEP 94
#define N_SOUGHT (LAST_STEP - FIRST_STEP + 1)

/* From here on down a head gets narrower, and what gets wider is an ear. */
#define FIRST_WIDE_STEP 8
#define LAST_WIDE_STEP 82

/* A step round may change the factor by so many steps of it, */
#define MOST_BEND 2

/* or by so many, inwards, where the head gets narrower. */
#define MOST_NARROWING 1

/* What such a bend costs, in parts of a clear edge, and what leaving the mean
 * head's outline does. */
static const double BEND_COST = 0.15;
static const double LEAVE_COST = 1.0;

/* How much of a clear edge there is on the way, on average, where it is the
 * head's. */
static const double LEAST_CLEAR = 0.25;

/* Neighbours that an outline is averaged over, in steps either way. */
#define SMOOTH_STEPS 5

/* Lengths in the face are the tape's whatever the outline, which is that of the
 * back of the head or of hair where it is wider: a place moves with it by this
 * power of how near it is, or by a lower one where a head is so narrow that a
 * place would overtake one that is farther out. */
static const double NEARNESS = 60;
static const double NEARNESS_SHARE = 0.8;

/* Hair makes a head higher than the skull, but nothing makes it lower: from
 * here on the landmarks were not what they were taken for. */
static const double TOO_LOW = 0.95;

typedef struct
{
  double edge[N_SOUGHT][FOLLI_RAY_STEPS];
  double cost[N_SOUGHT][FOLLI_RAY_STEPS];
  gint8  from[N_SOUGHT][FOLLI_RAY_STEPS];
} Ways;

typedef struct
{
  int least;
  int most;
} Bends;

void
folli_head_picture_free (FolliHeadPicture *picture)
{
  if (!picture)
    return;
  g_free (picture->rgb);
  g_free (picture);
}

static double
get_own_cost (const double *edge, int ray_step)
{
  const double away = folli_rays_get_factor (ray_step) - 1;

  return -edge[ray_step] + LEAVE_COST * away * away;
}

/* In which the way may bend as it comes to a step. */
static Bends
get_bends (int step)
{
  if (step <= FIRST_WIDE_STEP)
    return (Bends){ 0, MOST_NARROWING };
  if (step > LAST_WIDE_STEP)
    return (Bends){ -MOST_NARROWING, 0 };
  return (Bends){ -MOST_BEND, MOST_BEND };
}

/* The cheapest way to a place: from which bend it comes. */
static void
extend (Ways *ways, int i_step, int ray_step)
{
  const Bends bends = get_bends (FIRST_STEP + i_step);
  double      least = G_MAXDOUBLE;

  for (int bend = bends.least; bend <= bends.most; bend++)
    {
      const int before = ray_step - bend;
      double    cost;

      if (before < 0 || before >= FOLLI_RAY_STEPS)
        continue;
      cost = ways->cost[i_step - 1][before] + BEND_COST * bend * bend;
      if (cost >= least)
        continue;
      least = cost;
      ways->from[i_step][ray_step] = bend;
    }
  ways->cost[i_step][ray_step]
      = least + get_own_cost (ways->edge[i_step], ray_step);
}

static int
find_end (const Ways *ways)
{
  int best = 0;

  for (int i = 1; i < FOLLI_RAY_STEPS; i++)
    if (ways->cost[N_SOUGHT - 1][i] < ways->cost[N_SOUGHT - 1][best])
      best = i;
  return best;
}

static int
wrap (int step)
{
  return (step + FOLLI_OUTLINE_STEPS) % FOLLI_OUTLINE_STEPS;
}

/* Follows the cheapest way back; returns how clear an edge it is on average. */
static double
trace (const Ways *ways, double factor[FOLLI_OUTLINE_STEPS])
{
  double clear = 0;
  int    here = find_end (ways);

  for (int i = N_SOUGHT - 1; i >= 0; i--)
    {
      factor[wrap (FIRST_STEP + i)] = folli_rays_get_factor (here);
      clear += ways->edge[i][here] / N_SOUGHT;
      if (i > 0)
        here -= ways->from[i][here];
    }
  return clear;
}

/* Below the ears, from one end of what was found round to the other. */
static void
bridge (double factor[FOLLI_OUTLINE_STEPS])
{
  const int    n = FOLLI_OUTLINE_STEPS - (LAST_STEP - FIRST_STEP);
  const double first = factor[wrap (FIRST_STEP)];
  const double last = factor[LAST_STEP];

  for (int i = 1; i < n; i++)
    {
      const double t = (double)i / n;
      const double eased = t * t * (3 - 2 * t);

      factor[wrap (LAST_STEP + i)] = (1 - eased) * last + eased * first;
    }
}

static void
smooth (const double factor[FOLLI_OUTLINE_STEPS],
        double       smoothed[FOLLI_OUTLINE_STEPS])
{
  for (int step = 0; step < FOLLI_OUTLINE_STEPS; step++)
    {
      double sum = 0, weights = 0;

      for (int i = -SMOOTH_STEPS; i <= SMOOTH_STEPS; i++)
        {
          const double weight = 1 + cos (G_PI * i / (SMOOTH_STEPS + 1.));

          sum += weight * factor[wrap (step + i)];
          weights += weight;
        }
      smoothed[step] = sum / weights;
    }
}

gboolean
folli_head_outline_find (const FolliHeadPicture *picture,
                         const FolliPose        *pose,
                         FolliHeadOutline       *outline)
{
  double           factor[FOLLI_OUTLINE_STEPS];
  g_autofree Ways *ways = g_new0 (Ways, 1);
  gboolean         is_found;

  for (int i = 0; i < N_SOUGHT; i++)
    folli_rays_measure (picture, pose,
                        2 * G_PI * (FIRST_STEP + i) / FOLLI_OUTLINE_STEPS,
                        ways->edge[i]);
  for (int i = 0; i < FOLLI_RAY_STEPS; i++)
    ways->cost[0][i] = get_own_cost (ways->edge[0], i);
  for (int i_step = 1; i_step < N_SOUGHT; i_step++)
    for (int i = 0; i < FOLLI_RAY_STEPS; i++)
      extend (ways, i_step, i);

  is_found = trace (ways, factor) >= LEAST_CLEAR;
  bridge (factor);
  smooth (factor, outline->factor);
  for (int step = 0; step < FOLLI_OUTLINE_STEPS && !is_found; step++)
    outline->factor[step] = 1;
  return is_found;
}

/* Where the midline meets the outline, if that is lower than any hair on it
   would explain. */
static gboolean
find_low_top (const FolliHeadOutline *outline,
              const FolliPose        *pose,
              FolliPoint             *top)
{
  const FolliRays rays = folli_rays_make (pose);
  const double    factor = outline->factor[FOLLI_OUTLINE_STEPS / 4];

  *top = folli_rays_from_circle (&rays, (FolliPoint){ 0, factor });
  return factor < TOO_LOW;
}

gboolean
folli_head_outline_look (const FolliHeadPicture *picture,
                         const FolliPoint       *landmarks,
                         guint                   n_landmarks,
                         int                     width,
                         int                     height,
                         FolliPose              *pose,
                         FolliHeadOutline       *outline)
{
  FolliPoint       with_top[FOLLI_LANDMARKS_MOST];
  FolliPose        better;
  FolliHeadOutline its_outline;

  if (!folli_head_outline_find (picture, pose, outline))
    return FALSE;
  if (n_landmarks >= FOLLI_LANDMARKS_MOST
      || !find_low_top (outline, pose, &with_top[n_landmarks]))
    return TRUE;
  for (guint i = 0; i < n_landmarks; i++)
    with_top[i] = landmarks[i];
  if (folli_pose_find (with_top, n_landmarks + 1, width, height, &better, NULL)
      && folli_head_outline_find (picture, &better, &its_outline))
    {
      *pose = better;
      *outline = its_outline;
    }
  return TRUE;
}

/* Periodic, and smooth between the steps as a spline through four of them. */
static double
get_factor (const FolliHeadOutline *outline, double angle)
{
  const double at = angle / (2 * G_PI) * FOLLI_OUTLINE_STEPS;
  const int    step = floor (at);
  const double t = at - step;
  double       f[4];

  for (int i = 0; i < 4; i++)
    f[i] = outline->factor[(step + i - 1 + 2 * FOLLI_OUTLINE_STEPS)
                           % FOLLI_OUTLINE_STEPS];
  return f[1]
         + 0.5 * t
               * (f[2] - f[0]
                  + t
                        * (2 * f[0] - 5 * f[1] + 4 * f[2] - f[3]
                           + t * (3 * (f[1] - f[2]) + f[3] - f[0])));
}

static FolliPoint
move (const FolliHeadOutline *outline, const FolliRays *rays, FolliPoint point)
{
  const FolliPoint ball = folli_rays_to_circle (rays, point);
  const double     radius = hypot (ball.x, ball.y);
  const double     factor = get_factor (outline, atan2 (ball.y, ball.x));
  const double     most = NEARNESS_SHARE * (1 / MAX (1 - factor, 0.01) - 1);
  const double     share
      = 1 + (factor - 1) * pow (MIN (radius, 1), MIN (NEARNESS, most));

  return folli_rays_from_circle (
      rays, (FolliPoint){ ball.x * share, ball.y * share });
}

/* Handles go where a line through the anchor would: an anchor whose handles are
   opposite to each other keeps them so. */
static FolliPoint
turn (const FolliHeadOutline *outline,
      const FolliRays        *rays,
      FolliPoint              anchor,
      FolliPoint              handle)
{
  const double     little = 1e-3;
  const FolliPoint ahead
      = move (outline, rays,
              (FolliPoint){ anchor.x + little * (handle.x - anchor.x),
                            anchor.y + little * (handle.y - anchor.y) });
  const FolliPoint behind
      = move (outline, rays,
              (FolliPoint){ anchor.x - little * (handle.x - anchor.x),
                            anchor.y - little * (handle.y - anchor.y) });
  const FolliPoint moved = move (outline, rays, anchor);

  return (FolliPoint){ moved.x + (ahead.x - behind.x) / (2 * little),
                       moved.y + (ahead.y - behind.y) / (2 * little) };
}

void
folli_head_outline_fit (const FolliHeadOutline *outline,
                        const FolliPose        *pose,
                        GArray                 *path)
{
  const FolliRays rays = folli_rays_make (pose);
  FolliPoint     *points = (FolliPoint *)path->data;

  G_STATIC_ASSERT (sizeof (FolliPoint) == 2 * sizeof (double));
  for (guint i = 0; i + 2 < path->len / 2; i += 3)
    {
      const FolliPoint anchor = points[i + 1];

      points[i] = turn (outline, &rays, anchor, points[i]);
      points[i + 1] = move (outline, &rays, anchor);
      points[i + 2] = turn (outline, &rays, anchor, points[i + 2]);
    }
}
