/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "follicle/pigment.h"
#include "follicle/raster.h"

G_BEGIN_DECLS

/**
 * FOLLI_SESSIONS_MAX:
 *
 * Sessions of a full treatment.
 */
#define FOLLI_SESSIONS_MAX 3

/**
 * FolliDotStyle:
 * @diameter_mm: mean diameter of a fresh dot
 * @diameter_variation: its coefficient of variation
 * @strength: mean optical density of a fresh dot's centre, natural logarithm
 * @strength_variation: its coefficient of variation
 * @depth_mm: top of the pigment under the surface
 * @shade: the pigment's own colour in linear red, green and blue, 0 to 1
 * @shadow: factor on the diffuse darkening between the dots
 * @surface: light that the skin's surface reflects, a share of the illumination
 * @skin: the skin's own colour in linear red, green and blue, 0 to 1
 * @photo_blur_px: standard deviation of the photo's blur
 * @photo_grain: standard deviation of the photo's noise, relative to the skin
 * @erythema: redness around dots that are fresh, 0 to 1
 * @age_months: since the last session
 * @dropouts: share of the dots that the skin does not keep
 *
 * How the dots of an arrangement look, as the user states it.
 */
typedef struct
{
  double diameter_mm;
  double diameter_variation;
  double strength;
  double strength_variation;
  double depth_mm;
  double shade[FOLLI_CHANNELS];
  double shadow;
  double surface;
  double skin[FOLLI_CHANNELS];
  double photo_blur_px;
  double photo_grain;
  double erythema;
  double age_months;
  double dropouts;
} FolliDotStyle;

/**
 * FOLLI_DOT_GRADES:
 *
 * Sizes, strengths and shapes that dots come in; a dot has one of each.
 */
#define FOLLI_DOT_GRADES 256

/**
 * FOLLI_DOT_NORMALS:
 *
 * Steps from -4 to 4 standard deviations, in which grades are compared.
 */
#define FOLLI_DOT_NORMALS 512

/**
 * FolliDotModel:
 * @profile: of each session and size, in each channel
 * @diameter_mm: of each session and size
 * @shadow_mm2: darkening times area of the mean dot's halo, in each channel
 * @shadow_share: halo of each session's dots, relative to the mean dot
 * @outer2: the largest of each profile's outer2
 * @opacity: of each session and strength, in each channel
 * @shape: an ellipse for each shape
 * @normal: normal quantile of each grade, in a 256th of the deviation
 * @grade: of each step
 * @solid: darkening that no amount of pigment exceeds
 * @visible: that darkening as far as the surface lets it be seen
 * @redness: optical density of skin among fresh dots, in each channel
 * @max_outer_px: the farthest that a dot reaches from its centre
 * @kept: share of the dots that is still there
 *
 * How every dot of an arrangement looks, worked out in advance.
 */
typedef struct
{
  FolliProfile profile[FOLLI_SESSIONS_MAX][FOLLI_DOT_GRADES][FOLLI_CHANNELS];
  double       diameter_mm[FOLLI_SESSIONS_MAX][FOLLI_DOT_GRADES];
  float        shadow_mm2[FOLLI_CHANNELS];
  float        shadow_share[FOLLI_SESSIONS_MAX];
  float        outer2[FOLLI_SESSIONS_MAX][FOLLI_DOT_GRADES];
  float        opacity[FOLLI_SESSIONS_MAX][FOLLI_DOT_GRADES][FOLLI_CHANNELS];
  FolliMetric  shape[FOLLI_DOT_GRADES];
  gint16       normal[FOLLI_DOT_GRADES];
  guint8       grade[FOLLI_DOT_NORMALS];
  float        solid[FOLLI_CHANNELS];
  float        visible[FOLLI_CHANNELS];
  float        redness[FOLLI_CHANNELS];
  float        max_outer_px;
  double       kept;
} FolliDotModel;

/**
 * FolliDotTraits:
 * @size: grade of its size
 * @strength: grade of its strength
 * @shape: how long it is, and how far it turns from the hair around it
 * @chance: from 0 to 1; the dot is lost when it is not below kept
 * @stray_x: where the hand strays to, within the unit disc
 * @stray_y: where the hand strays to, within the unit disc
 *
 * What sets one dot apart from the others.
 */
typedef struct
{
  guint8 size;
  guint8 strength;
  guint8 shape;
  float  chance;
  float  stray_x;
  float  stray_y;
} FolliDotTraits;

/**
 * folli_dot_model_init:
 * @model: (out caller-allocates): the model
 * @style: what the user asked for
 * @px_per_mm: scale of the image
 */
void folli_dot_model_init (FolliDotModel       *model,
                           const FolliDotStyle *style,
                           double               px_per_mm);

/**
 * folli_dot_traits:
 * @hash: of the seed and the dot's identity
 *
 * Returns: the dot's traits, which depend on nothing else
 */
FolliDotTraits folli_dot_traits (guint64 hash);

/**
 * folli_dot_grade:
 * @model: a model
 * @own: a grade that the dot was given, size or strength
 * @weight: of the dots around it, with mean 0 and a standard deviation of 1
 *
 * Source: doc/numbers.md, "Dots as practised".
 *
 * Returns: the grade that is left when neighbours are alike: all grades are as
 *   frequent as before
 */
guint folli_dot_grade (const FolliDotModel *model, guint8 own, float weight);

/**
 * folli_dot_shape:
 * @traits: the dot's traits
 * @turn: of the hair around it, in 64 parts of half a circle
 *
 * Returns: which of a model's shapes the dot has
 */
guint folli_dot_shape (const FolliDotTraits *traits, guint turn);

/**
 * folli_dot_session_end:
 * @sessions: how many, 0 to FOLLI_SESSIONS_MAX
 *
 * Source: doc/numbers.md, "Sessions".
 *
 * Returns: the share of the density that is reached after them
 */
double folli_dot_session_end (guint sessions);

/**
 * folli_dot_session:
 * @share: rank of a dot over that of the last one in its surroundings, 0 to 1
 *
 * Source: doc/numbers.md, "Sessions".
 *
 * Returns: the session that stamps it, 0 to FOLLI_SESSIONS_MAX - 1
 */
guint folli_dot_session (double share);

G_END_DECLS
