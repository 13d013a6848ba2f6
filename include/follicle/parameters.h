/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FolliParameterId:
 *
 * Every number that a user can set, in the order of the contract.
 */
typedef enum
{
  FOLLI_PIXELS_PER_CM,
  FOLLI_DENSITY,
  FOLLI_DIAMETER,
  FOLLI_DIAMETER_VARIATION,
  FOLLI_STRENGTH,
  FOLLI_STRENGTH_VARIATION,
  FOLLI_DEPTH,
  FOLLI_SHADOW,
  FOLLI_SURFACE,
  FOLLI_PHOTO_BLUR,
  FOLLI_PHOTO_GRAIN,
  FOLLI_JITTER,
  FOLLI_FRONT_FINENESS,
  FOLLI_DROPOUTS,
  FOLLI_EARLIER_DENSITY,
  FOLLI_SESSIONS,
  FOLLI_AGE,
  FOLLI_ERYTHEMA,
  FOLLI_HEAD_CURVATURE,
  FOLLI_HEAD_X,
  FOLLI_HEAD_Y,
  FOLLI_HEAD_WIDTH,
  FOLLI_HEAD_HEIGHT,
  FOLLI_ORIGIN_X,
  FOLLI_ORIGIN_Y,
  FOLLI_SOFTNESS,
  FOLLI_FEATHER,
  FOLLI_EDGE_DENSITY,
  FOLLI_UNDULATION,
  FOLLI_IRREGULARITY,
  FOLLI_OUTLIERS,
  FOLLI_AVOID_HAIR,
  FOLLI_AVOID_GLARE,
  FOLLI_PHOTO_MATCH,
  FOLLI_MATCH_TONE,
  FOLLI_N_PARAMETERS
} FolliParameterId;

/**
 * FolliParameter:
 * @name: the property's name, part of the contract
 * @label: (translatable): what a dialog calls it
 * @blurb: (translatable): what it means, with its unit
 * @unit: the unit as it is written behind a number, or ""
 * @fallback: the value where nobody has said anything
 * @minimum: the smallest value allowed
 * @maximum: the largest value allowed
 * @ui_minimum: where a slider starts
 * @ui_maximum: where a slider ends
 *
 * One number that a user can set. This table is the only place that states
 * it: the operations' properties, the presets' checks, the procedure and the
 * dialogs are made from it.
 */
typedef struct
{
  const char *name;
  const char *label;
  const char *blurb;
  const char *unit;
  double      fallback;
  double      minimum;
  double      maximum;
  double      ui_minimum;
  double      ui_maximum;
} FolliParameter;

/**
 * FOLLI_SHADE_FALLBACK:
 *
 * The pigment's own colour where nobody has said anything, a soft black, as
 * sRGB in CSS notation.
 */
#define FOLLI_SHADE_FALLBACK "#1f1b19"

/**
 * FOLLI_SKIN_FALLBACK:
 *
 * The skin's own colour where nobody has measured it, as sRGB in CSS notation.
 *
 * Source: doc/numbers.md, "Optics of pigment in skin": the measured mean.
 */
#define FOLLI_SKIN_FALLBACK "#b08e77"

/**
 * folli_parameter_get:
 * @id: which number
 *
 * Returns: (transfer none): its description; static
 */
const FolliParameter *folli_parameter_get (FolliParameterId id);

/**
 * folli_parameter_check:
 * @id: which number
 * @value: in the parameter's unit
 * @error: return location
 *
 * Says whether a value is one that the parameter allows.
 *
 * Errors: FOLLI_ERROR_RANGE for a value that is not finite, below the minimum
 * or above the maximum ("Diameter 3.1 mm is above the 2 mm maximum").
 *
 * Returns: TRUE if it is
 */
gboolean
folli_parameter_check (FolliParameterId id, double value, GError **error);

G_END_DECLS
