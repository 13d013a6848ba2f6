/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/match.h"

#include <math.h>

#include "follicle/density-map.h"
#include "follicle/render.h"
#include "follicle/skin.h"
#include "hair-private.h"

/* Of the picture of dots that is measured. */
static const double SIDE_MM = 24;

enum
{
  LEAST_SIDE_PX = 96,
  MOST_SIDE_PX = 400,
  TONE_ROUNDS = 8,
  CONTRAST_ROUNDS = 7
};

/* What the presets have. */
static const double LEAST_DENSITY = 45, USUAL_DENSITY = 105, MOST_DENSITY = 140;
static const double LEAST_DIAMETER_MM = 0.24, MOST_DIAMETER_MM = 0.44;

/* Healed dots are narrower. Source: doc/numbers.md, "Healing and age". */
static const double HEALED_DIAMETER = 0.86;

static const double MOST_SHADOW = 2;

/* A difference in light that can be seen. */
static const double TONE_MATTERS = 0.01;

/* Contrasts that nobody tells apart. */
static const double NEAR_ENOUGH = 0.95;

/* As the pigment's model has them: 1 - exp (-RATE × dose), and the shade of
 * absorbance 1. Source: doc/numbers.md, "Strength of a dot". */
static const double RATE = 0.8, BLACK_DENSITY = 4.5;

/* The darkest shade of the presets is that much more than soft black. */
static const double MOST_ABSORBANCE = 1.15;

static const double LEAST_DOSE = 0.005;

/* A sample of dots, and what it takes to draw it. */
typedef struct
{
  const FolliHair *hair;
  FolliRecipe     *recipe;
  double           dose[FOLLI_CHANNELS]; /* strength × absorbance */
  double           most_dose;
  FolliDensityMap  map;
  FolliRender     *render;
  FolliRectangle   area;
  double           px_per_mm;
  float           *rgba;
  float           *luminance;
  float           *all;
} Sample;

static gsize
count_pixels (FolliRectangle r)
{
  return (gsize)r.width * r.height;
}

static FolliScene *
make_scene (const Sample *sample)
{
  const double    *value = sample->recipe->value;
  FolliArrangement arrangement = {
    .px_per_mm = sample->px_per_mm,
    .density_per_cm2 = value[FOLLI_DENSITY],
    .jitter = value[FOLLI_JITTER],
    .sessions = (guint)value[FOLLI_SESSIONS],
  };
  FolliDotStyle style = {
    .diameter_mm = value[FOLLI_DIAMETER],
    .diameter_variation = value[FOLLI_DIAMETER_VARIATION],
    .strength = MAX (sample->dose[0], MAX (sample->dose[1], sample->dose[2])),
    .strength_variation = value[FOLLI_STRENGTH_VARIATION],
    .depth_mm = value[FOLLI_DEPTH],
    .shadow = value[FOLLI_SHADOW],
    .surface = value[FOLLI_SURFACE],
    .photo_blur_px = value[FOLLI_PHOTO_BLUR],
    .age_months = value[FOLLI_AGE],
    .dropouts = value[FOLLI_DROPOUTS],
  };

  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    {
      style.shade[c] = exp (-BLACK_DENSITY * sample->dose[c] / style.strength);
      style.skin[c] = sample->hair->skin[c];
    }
  return folli_scene_new (&arrangement, &style, FOLLI_SESSION_ALL);
}

/* White all over, as far as dots reach in. */
static void
make_map (Sample *sample, gint margin_px)
{
  FolliRectangle extent
      = { -margin_px, -margin_px, sample->area.width + 2 * margin_px,
          sample->area.height + 2 * margin_px };
  const gsize       n = count_pixels (extent);
  g_autofree float *white = g_new (float, 2 * n);

  for (gsize i = 0; i < 2 * n; i++)
    white[i] = 1;
  g_free (sample->map.value);
  sample->map.value = g_new (float, n);
  folli_density_map_begin (&sample->map, extent, FALSE);
  folli_density_map_set_luma_alpha (&sample->map, extent, white);
}

static void
sample_init (Sample *sample, const FolliHair *hair, FolliRecipe *recipe)
{
  const double px_per_mm = recipe->value[FOLLI_PIXELS_PER_CM] / 10;
  const gint   side
      = CLAMP ((gint)(SIDE_MM * px_per_mm), LEAST_SIDE_PX, MOST_SIDE_PX);
  const gsize n = (gsize)side * side;

  *sample = (Sample){ .hair = hair, .recipe = recipe, .px_per_mm = px_per_mm };
  sample->area = (FolliRectangle){ 0, 0, side, side };
  sample->most_dose = folli_parameter_get (FOLLI_STRENGTH)->maximum
                      / folli_skin_strength (hair->skin);
  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    sample->dose[c] = sample->most_dose / 2;
  sample->render = folli_render_new ();
  sample->rgba = g_new (float, 4 * n);
  sample->luminance = g_new (float, n);
  sample->all = g_new (float, n);
  for (gsize i = 0; i < n; i++)
    sample->all[i] = 1;
}

static void
sample_clear (Sample *sample)
{
  g_clear_pointer (&sample->map.value, g_free);
  g_clear_pointer (&sample->render, folli_render_free);
  g_clear_pointer (&sample->rgba, g_free);
  g_clear_pointer (&sample->luminance, g_free);
  g_clear_pointer (&sample->all, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Sample, sample_clear)

static void
draw (Sample *sample)
{
  g_autoptr (FolliScene) scene = make_scene (sample);

  make_map (sample, folli_scene_margin_px (scene));
  folli_render_begin (sample->render, scene, &sample->map, sample->area);
  folli_render_get (sample->render, sample->area, sample->rgba);
}

static void
measure (Sample *sample, FolliMatch *match)
{
  const gsize n = count_pixels (sample->area);

  draw (sample);
  *match = (FolliMatch){ { 0 } };
  for (gsize i = 0; i < n; i++)
    {
      const float *rgba = sample->rgba + 4 * i;
      float        light[FOLLI_CHANNELS];

      for (guint c = 0; c < FOLLI_CHANNELS; c++)
        {
          const float transmittance = 1 - rgba[3] * (1 - rgba[c]);

          match->transmittance[c] += transmittance / n;
          light[c] = transmittance * sample->hair->skin[c];
        }
      sample->luminance[i] = folli_hair_luminance (light);
    }
  match->contrast = folli_hair_find_contrast (
      sample->luminance, sample->all, sample->area.width, sample->area.height,
      sample->px_per_mm);
}

static double
opacity_of_dose (double dose)
{
  return -expm1 (-RATE * dose);
}

static double
get_weight (const Sample *sample, guint channel)
{
  float light[FOLLI_CHANNELS] = { 0 };

  light[channel] = sample->hair->skin[channel];
  return folli_hair_luminance (light);
}

/* Hair and pigments take more of blue than of green, and of green than of red.
 * Where a dose says otherwise the skin beside the hair has another tinge, and
 * the two channels share theirs. */
static void
keep_order (Sample *sample)
{
  double *dose = sample->dose;

  for (guint end = 1; end < FOLLI_CHANNELS; end++)
    for (guint first = end; first-- > 0 && dose[first] > dose[first + 1];)
      {
        double sum = 0, weight = 0;

        for (guint c = first; c <= end; c++)
          {
            sum += get_weight (sample, c) * dose[c];
            weight += get_weight (sample, c);
          }
        for (guint c = first; c <= end; c++)
          dose[c] = sum / weight;
      }
}

/* Darkening goes with the opacity nearly in a straight line, and each channel
 * on its own. */
static void
match_tone (Sample *sample, FolliMatch *match)
{
  const double most = opacity_of_dose (sample->most_dose);

  for (guint round = 0; round < TONE_ROUNDS; round++)
    {
      measure (sample, match);
      for (guint c = 0; c < FOLLI_CHANNELS; c++)
        {
          const double wanted = MAX (1 - sample->hair->transmittance[c], 0);
          const double has = MAX (1 - match->transmittance[c], 1e-6);
          const double opacity = CLAMP (
              opacity_of_dose (sample->dose[c]) * wanted / has, 0, most);

          sample->dose[c] = MAX (-log1p (-opacity) / RATE, LEAST_DOSE);
        }
      keep_order (sample);
    }
  measure (sample, match);
}

/* Whether as little ink as there is, or as weak, leaves skin too light. */
static gboolean
is_too_light (const Sample *sample, const FolliMatch *match)
{
  double light = 0, wanted = 0;

  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    {
      light += sample->hair->skin[c] * match->transmittance[c];
      wanted += sample->hair->skin[c] * sample->hair->transmittance[c];
    }
  return light > (1 + TONE_MATTERS) * wanted;
}

/* Finds the value of a number, between two, at which the contrast is that of
 * the hair, or as near as the tone allows, which comes first; the contrast
 * falls as the number rises, and darkness that can be had does not. */
static void
match_contrast (Sample          *sample,
                FolliParameterId id,
                double           low,
                double           high,
                FolliMatch      *match)
{
  double *value = &sample->recipe->value[id];

  for (guint round = 0; round < CONTRAST_ROUNDS; round++)
    {
      *value = (low + high) / 2;
      match_tone (sample, match);
      if (match->contrast > sample->hair->contrast
          || is_too_light (sample, match))
        low = *value;
      else
        high = *value;
    }
  *value = high;
  match_tone (sample, match);
}

static void
encode_shade (const double absorbance[FOLLI_CHANNELS], char shade[8])
{
  guint byte[FOLLI_CHANNELS];

  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    byte[c] = (guint)lround (255
                             * folli_density_of_linear (
                                 (float)exp (-BLACK_DENSITY * absorbance[c])));
  g_snprintf (shade, 8, "#%02x%02x%02x", byte[0], byte[1], byte[2]);
}

/* Writes doses as a shade and a strength: the shade as dark as soft black in
 * its darkest channel where the strength allows. */
static void
set_shade (const Sample *sample, FolliRecipe *recipe)
{
  const double darkest
      = MAX (sample->dose[0], MAX (sample->dose[1], sample->dose[2]));
  const double most = sample->most_dose / MOST_ABSORBANCE;
  const double strength = MIN (darkest, most);
  double       absorbance[FOLLI_CHANNELS];

  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    absorbance[c] = sample->dose[c] / strength;
  encode_shade (absorbance, recipe->shade);
  recipe->value[FOLLI_STRENGTH] = strength;
}

/* Where dots are as dense as they may be in the mean, the shadow between them
 * tells how much contrast is left; where none leaves too little, dots have to
 * be fewer, and where most leaves too much, more. */
static void
match_uncounted (Sample *sample, FolliMatch *match)
{
  double *value = sample->recipe->value;

  value[FOLLI_DENSITY] = USUAL_DENSITY;
  match_contrast (sample, FOLLI_SHADOW, 0, MOST_SHADOW, match);
  if (match->contrast < NEAR_ENOUGH * sample->hair->contrast)
    match_contrast (sample, FOLLI_DENSITY, LEAST_DENSITY, USUAL_DENSITY, match);
  else if (NEAR_ENOUGH * match->contrast > sample->hair->contrast)
    match_contrast (sample, FOLLI_DENSITY, USUAL_DENSITY, MOST_DENSITY, match);
}

static void
match_counted (Sample *sample, FolliMatch *match)
{
  const FolliHair *hair = sample->hair;
  double          *value = sample->recipe->value;

  value[FOLLI_DENSITY]
      = CLAMP (hair->spots_per_cm2, LEAST_DENSITY, MOST_DENSITY);
  value[FOLLI_DIAMETER] = CLAMP (hair->spot_mm / HEALED_DIAMETER,
                                 LEAST_DIAMETER_MM, MOST_DIAMETER_MM);
  match_contrast (sample, FOLLI_SHADOW, 0, MOST_SHADOW, match);
}

void
folli_match_hair (const FolliHair *hair, FolliRecipe *recipe, FolliMatch *match)
{
  g_auto (Sample) sample = { NULL };

  sample_init (&sample, hair, recipe);
  if (hair->spots_per_cm2 > 0)
    match_counted (&sample, match);
  else
    match_uncounted (&sample, match);
  set_shade (&sample, recipe);
}
