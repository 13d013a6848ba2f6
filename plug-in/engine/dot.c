/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/dot.h"

#include <math.h>

#include "healing.h"
#include "surface.h"

/* Share of the density that the first, the first two and all sessions reach.
 * Source: doc/numbers.md, "Sessions". */
static const double SESSION_END[FOLLI_SESSIONS_MAX] = { 0.3, 0.7, 1 };

/* Each later one is a little darker and finer. Source: the same. */
static const double SESSION_STRENGTH[FOLLI_SESSIONS_MAX] = { 0.9, 1, 1.1 };
static const double SESSION_DIAMETER[FOLLI_SESSIONS_MAX] = { 1.05, 1, 0.95 };

/* A needle's mark, as a hair cut short, is longer along the hair, and more of
 * its kind lie around it. Source: doc/numbers.md, "Dots as practised". */
static const double ROUNDEST = 0.9, FLATTEST = 0.65;
static const float  LIKENESS = 0.8f, OWN = 0.6f; /* squares add up to 1 */

/* Optical density of skin that is irritated all over, in red, green and blue:
 * blood takes green light and blue. Source: doc/numbers.md, "Redness". */
static const double REDNESS[FOLLI_CHANNELS] = { 0.02, 0.17, 0.11 };

/* A week, when it is gone. */
static const double RED_MONTHS = 7 / 30.4;

enum
{
  N_ASPECTS = 4,
  N_ANGLES = FOLLI_DOT_GRADES / N_ASPECTS,
  PER_DEVIATION = 256,
  PER_STEP = 8 * PER_DEVIATION / FOLLI_DOT_NORMALS
};

/* The standard normal quantile, to 0.0005. Source: Abramowitz & Stegun,
 * 26.2.23. */
static double
normal_quantile (double share)
{
  const double tail = MIN (share, 1 - share);
  const double t = sqrt (-2 * log (tail));
  const double z = t
                   - (2.515517 + t * (0.802853 + t * 0.010328))
                         / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));

  return share < 0.5 ? -z : z;
}

/* Quantiles of a log-normal distribution, which is never negative, with mean 1
 * and the coefficient of variation asked for. */
static void
spread_grades (double factor[FOLLI_DOT_GRADES], double variation)
{
  const double sigma = sqrt (log1p (variation * variation));

  for (guint g = 0; g < FOLLI_DOT_GRADES; g++)
    factor[g] = exp (sigma * normal_quantile ((g + 0.5) / FOLLI_DOT_GRADES)
                     - sigma * sigma / 2);
}

static void
init_size (FolliDotModel      *model,
           const FolliPigment *pigment,
           guint               session,
           guint               size,
           double              diameter_mm,
           double              photo_blur_px,
           double              px_per_mm)
{
  const double radius_mm = diameter_mm / 2;
  float        outer2 = 0;

  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    {
      FolliProfile *profile = &model->profile[session][size][c];

      folli_profile_init (profile, radius_mm * px_per_mm,
                          pigment->blur_mm[c] * px_per_mm, photo_blur_px,
                          folli_pigment_peak (pigment, c, radius_mm)
                              / pigment->solid[c]);
      outer2 = MAX (outer2, profile->outer2);
    }
  model->outer2[session][size] = outer2;
  model->max_outer_px
      = MAX (model->max_outer_px, sqrtf (outer2 / (float)FLATTEST));
}

/* The halos are smooth and overlap, so each session's dots all cast the same:
 * the differences between single dots would only look like blotches. */
static void
init_shadow (FolliDotModel       *model,
             const FolliPigment  *pigment,
             const FolliDotStyle *style,
             const FolliHealing  *healing)
{
  const double diameter_mm = style->diameter_mm * healing->diameter;
  const double area_mm2
      = G_PI / 4 * diameter_mm * diameter_mm
        * (1 + style->diameter_variation * style->diameter_variation);
  const double strength = style->strength * healing->strength;

  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    model->shadow_mm2[c] = pigment->shadow_mm2[c] * area_mm2 * healing->opacity
                           * folli_pigment_opacity (pigment, c, strength);
  for (guint s = 0; s < FOLLI_SESSIONS_MAX; s++)
    model->shadow_share[s]
        = SESSION_DIAMETER[s] * SESSION_DIAMETER[s] * SESSION_STRENGTH[s];
}

/* How the skin looks that the dots are in. */
static void
init_skin (FolliDotModel       *model,
           const FolliPigment  *pigment,
           const FolliDotStyle *style)
{
  const double left = MAX (1 - style->age_months / RED_MONTHS, 0);
  double       surface[FOLLI_CHANNELS];

  folli_surface_share (style->surface, style->skin, surface);
  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    {
      model->solid[c] = pigment->solid[c];
      model->visible[c] = pigment->solid[c] * (1 - surface[c]);
      model->redness[c] = style->erythema * left * left * REDNESS[c];
    }
}

static void
init_shapes (FolliDotModel *model)
{
  for (guint a = 0; a < N_ASPECTS; a++)
    for (guint t = 0; t < N_ANGLES; t++)
      folli_metric_init (&model->shape[a * N_ANGLES + t], G_PI * t / N_ANGLES,
                         ROUNDEST
                             + (FLATTEST - ROUNDEST) * a / (N_ASPECTS - 1));
}

/* Whole numbers, so that the last bit of a library's logarithm has no say. */
static gint
find_normal (double share)
{
  return (gint)rint (normal_quantile (share) * PER_DEVIATION);
}

static void
init_grades (FolliDotModel *model)
{
  guint grade = 0;

  for (guint g = 0; g < FOLLI_DOT_GRADES; g++)
    model->normal[g] = find_normal ((g + 0.5) / FOLLI_DOT_GRADES);
  for (gint step = 0; step < FOLLI_DOT_NORMALS; step++)
    {
      const gint normal = (step - FOLLI_DOT_NORMALS / 2) * PER_STEP;

      while (grade < FOLLI_DOT_GRADES - 1
             && find_normal ((grade + 1.0) / FOLLI_DOT_GRADES) <= normal)
        grade++;
      model->grade[step] = grade;
    }
}

void
folli_dot_model_init (FolliDotModel       *model,
                      const FolliDotStyle *style,
                      double               px_per_mm)
{
  const FolliHealing healing = folli_healing_at (style->age_months);
  FolliPigment       pigment;
  double             size_factor[FOLLI_DOT_GRADES];
  double             strength_factor[FOLLI_DOT_GRADES];

  folli_pigment_init (&pigment, style->shade, style->depth_mm);
  spread_grades (size_factor, style->diameter_variation);
  spread_grades (strength_factor, style->strength_variation);

  model->kept = healing.kept * (1 - style->dropouts);
  model->max_outer_px = 0;
  init_skin (model, &pigment, style);
  for (guint s = 0; s < FOLLI_SESSIONS_MAX; s++)
    for (guint g = 0; g < FOLLI_DOT_GRADES; g++)
      {
        double strength = style->strength * healing.strength
                          * SESSION_STRENGTH[s] * strength_factor[g];

        model->diameter_mm[s][g] = style->diameter_mm * healing.diameter
                                   * SESSION_DIAMETER[s] * size_factor[g];
        init_size (model, &pigment, s, g, model->diameter_mm[s][g],
                   style->photo_blur_px, px_per_mm);
        for (guint c = 0; c < FOLLI_CHANNELS; c++)
          model->opacity[s][g][c]
              = healing.opacity * folli_pigment_opacity (&pigment, c, strength);
      }
  init_shadow (model, &pigment, style, &healing);
  init_shapes (model);
  init_grades (model);
}

FolliDotTraits
folli_dot_traits (guint64 hash)
{
  const float    per_byte = 1.0f / 256, per_word = 1.0f / 65536;
  const float    u = ((hash >> 32 & 0xff) + 0.5f) * per_byte;
  const float    v = ((hash >> 40 & 0xff) + 0.5f) * per_byte;
  const float    x = 2 * u - 1, y = 2 * v - 1;
  FolliDotTraits traits = {
    .size = hash & 0xff,
    .strength = hash >> 8 & 0xff,
    .shape = hash >> 16 & 0xff,
    .chance = (hash >> 48) * per_word,
    /* The elliptical mapping of a square on a disc. */
    .stray_x = x * sqrtf (1 - y * y / 2),
    .stray_y = y * sqrtf (1 - x * x / 2),
  };

  return traits;
}

guint
folli_dot_grade (const FolliDotModel *model, guint8 own, float weight)
{
  const gint normal
      = (gint)(OWN * model->normal[own] + LIKENESS * PER_DEVIATION * weight
               + 4 * PER_DEVIATION);

  return model->grade[CLAMP (normal / PER_STEP, 0, FOLLI_DOT_NORMALS - 1)];
}

guint
folli_dot_shape (const FolliDotTraits *traits, guint turn)
{
  const guint aspect = traits->shape / N_ANGLES;
  /* From -14 to 14 parts, those in the middle more often. */
  const gint jitter = 2 * (traits->shape % 8 + traits->shape / 8 % 8) - 14;

  return aspect * N_ANGLES + (turn + N_ANGLES + jitter) % N_ANGLES;
}

double
folli_dot_session_end (guint sessions)
{
  return sessions > 0 ? SESSION_END[MIN (sessions, FOLLI_SESSIONS_MAX) - 1] : 0;
}

guint
folli_dot_session (double share)
{
  guint session = 0;

  while (session < FOLLI_SESSIONS_MAX - 1 && share > SESSION_END[session])
    session++;
  return session;
}
