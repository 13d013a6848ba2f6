/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "head-rays.h"

#include <math.h>

/* Where a head may end, as a share of where the mean one does. */
static const double LEAST_FACTOR = 0.55;
static const double FACTOR_STEP = 0.01;

/* Steps on either side that are compared, and how many between them are left
 * out, as hair and blur make an edge wide. */
#define SIDE_STEPS 4
#define GAP_STEPS 1
#define MARGIN_STEPS (SIDE_STEPS + GAP_STEPS)
#define N_SAMPLES (FOLLI_RAY_STEPS + 2 * MARGIN_STEPS)

/* Colours that are so far apart, as the eye grades light, are a clear edge. */
static const double CLEAR = 0.2;

/* What lies so many steps farther out is another edge, and how much it takes
 * from this one: hair ends at the head's outline, a forehead at the hair. */
#define OTHER_STEPS 4
static const double OTHER_SHARE = 0.2;

/* What is that far out in the photo is background. An edge this far in has to
 * have it outside: else it may be that of a forehead, with hair beyond it. */
static const double BACKGROUND_FACTOR = 1.45;
#define N_BACKGROUND 6
#define FAR_IN_STEPS 40
static const double FOREHEAD_SHARE = 0.2;

typedef struct
{
  float    rgb[3];
  gboolean is_there;
} Sample;

FolliRays
folli_rays_make (const FolliPose *pose)
{
  const FolliPoint middle = pose->centre;
  const FolliPoint right
      = folli_pose_project (pose, folli_pose_get_rim (pose, 0));
  const FolliPoint top
      = folli_pose_project (pose, folli_pose_get_rim (pose, G_PI / 2));

  return (FolliRays){ middle,
                      { right.x - middle.x, right.y - middle.y },
                      { top.x - middle.x, top.y - middle.y } };
}

FolliPoint
folli_rays_to_circle (const FolliRays *rays, FolliPoint point)
{
  const FolliPoint *a = &rays->right;
  const FolliPoint *b = &rays->top;
  const double      x = point.x - rays->middle.x;
  const double      y = point.y - rays->middle.y;
  const double      area = a->x * b->y - a->y * b->x;

  return (FolliPoint){ (x * b->y - y * b->x) / area,
                       (y * a->x - x * a->y) / area };
}

FolliPoint
folli_rays_from_circle (const FolliRays *rays, FolliPoint point)
{
  return (FolliPoint){
    rays->middle.x + point.x * rays->right.x + point.y * rays->top.x,
    rays->middle.y + point.x * rays->right.y + point.y * rays->top.y
  };
}

double
folli_rays_get_factor (int ray_step)
{
  return LEAST_FACTOR + ray_step * FACTOR_STEP;
}

/* Between the middles of pixels, so that an outline can be. */
static Sample
look (const FolliHeadPicture *picture, FolliPoint point)
{
  const double x = point.x * picture->scale - 0.5;
  const double y = point.y * picture->scale - 0.5;
  const int    left = floor (x);
  const int    top = floor (y);
  Sample       sample = { { 0 }, FALSE };

  if (left < 0 || top < 0 || left + 1 >= picture->width
      || top + 1 >= picture->height)
    return sample;
  for (int i = 0; i < 4; i++)
    {
      const int    right = i % 2, below = i / 2;
      const double weight
          = fabs (1 - right - (x - left)) * fabs (1 - below - (y - top));
      const float *rgb
          = picture->rgb
            + 3 * ((gsize)(top + below) * picture->width + left + right);

      for (int c = 0; c < 3; c++)
        sample.rgb[c] += weight * rgb[c];
    }
  sample.is_there = isfinite (sample.rgb[0] + sample.rgb[1] + sample.rgb[2]);
  return sample;
}

/* How far the means of both sides of a place are apart, in parts of a clear
   edge. */
static double
compare (const Sample *here)
{
  double apart2 = 0;

  for (int c = 0; c < 3; c++)
    {
      double difference = 0;

      for (int i = GAP_STEPS; i < GAP_STEPS + SIDE_STEPS; i++)
        {
          if (!here[i].is_there || !here[-i].is_there)
            return 0;
          difference += here[i].rgb[c] - here[-i].rgb[c];
        }
      apart2 += pow (difference / SIDE_STEPS, 2);
    }
  return sqrt (apart2) / CLEAR;
}

/* However wide blur makes an edge, it is where the sides differ most; what is
   beside that is as much less of an edge as they differ less there. */
static void
thin (const double apart[FOLLI_RAY_STEPS], double edge[FOLLI_RAY_STEPS])
{
  for (int i = 0; i < FOLLI_RAY_STEPS; i++)
    {
      const int first = MAX (i - SIDE_STEPS, 0);
      const int last = MIN (i + SIDE_STEPS, FOLLI_RAY_STEPS - 1);
      double    most = 1;

      for (int j = first; j <= last; j++)
        most = MAX (most, apart[j]);
      edge[i] = apart[i] / most;
    }
}

/* How far a colour is from a mean of others, in parts of a clear edge. */
static double
get_distance (const Sample *samples, int n_samples, const float background[3])
{
  double apart2 = 0;

  for (int c = 0; c < 3; c++)
    {
      double difference = 0;

      for (int i = 0; i < n_samples; i++)
        difference += samples[i].rgb[c] - background[c];
      apart2 += pow (difference / n_samples, 2);
    }
  return MIN (sqrt (apart2) / CLEAR, 1);
}

/* The last of a ray that the photo has. */
static gboolean
find_background (const FolliHeadPicture *picture,
                 const FolliRays        *rays,
                 double                  angle,
                 float                   background[3])
{
  double away = BACKGROUND_FACTOR;
  int    n = 0;

  background[0] = background[1] = background[2] = 0;
  for (; n < N_BACKGROUND && away > LEAST_FACTOR; away -= FACTOR_STEP)
    {
      const Sample sample = look (
          picture,
          folli_rays_from_circle (
              rays, (FolliPoint){ away * cos (angle), away * sin (angle) }));

      if (!sample.is_there)
        continue;
      n++;
      for (int c = 0; c < 3; c++)
        background[c] += (sample.rgb[c] - background[c]) / n;
    }
  return n == N_BACKGROUND;
}

/* An edge counts less where a later one is as clear. */
static void
prefer_outer (double edge[FOLLI_RAY_STEPS])
{
  double outer[FOLLI_RAY_STEPS] = { 0 };

  for (int i = FOLLI_RAY_STEPS - 1 - OTHER_STEPS; i >= 0; i--)
    outer[i] = MAX (i + 1 < FOLLI_RAY_STEPS ? outer[i + 1] : 0,
                    edge[i + OTHER_STEPS]);
  for (int i = 0; i < FOLLI_RAY_STEPS; i++)
    edge[i] = MAX (edge[i] - OTHER_SHARE * outer[i], 0);
}

void
folli_rays_measure (const FolliHeadPicture *picture,
                    const FolliPose        *pose,
                    double                  angle,
                    double                  edge[FOLLI_RAY_STEPS])
{
  const FolliRays rays = folli_rays_make (pose);
  Sample          samples[N_SAMPLES];
  double          apart[FOLLI_RAY_STEPS];
  float           background[3];

  for (int i = 0; i < N_SAMPLES; i++)
    {
      const double away = folli_rays_get_factor (i - MARGIN_STEPS);

      samples[i] = look (
          picture,
          folli_rays_from_circle (
              &rays, (FolliPoint){ away * cos (angle), away * sin (angle) }));
    }
  for (int i = 0; i < FOLLI_RAY_STEPS; i++)
    apart[i] = compare (&samples[i + MARGIN_STEPS]);
  thin (apart, edge);
  if (find_background (picture, &rays, angle, background))
    for (int i = 0; i < FAR_IN_STEPS; i++)
      if (edge[i] > 0)
        edge[i] *= 1
                   - FOREHEAD_SHARE
                         * get_distance (&samples[i + MARGIN_STEPS + GAP_STEPS],
                                         SIDE_STEPS, background);
  prefer_outer (edge);
}
