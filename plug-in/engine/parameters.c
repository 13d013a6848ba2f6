/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/parameters.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "follicle/error.h"

/* clang-format off */
static const FolliParameter PARAMETERS[FOLLI_N_PARAMETERS] = {
  [FOLLI_PIXELS_PER_CM] = {
    "pixels-per-cm", N_("Scale"),
    N_("Scale of the photo on the scalp, in pixels per centimetre"),
    "px/cm", 40, 1, 2000, 10, 200 },
  [FOLLI_DENSITY] = {
    "density", N_("Density"),
    N_("Dots per square centimetre where the map is white, after the last "
       "session"),
    "/cm²", 100, 0, 400, 20, 200 },
  [FOLLI_DIAMETER] = {
    "diameter", N_("Diameter"),
    N_("Diameter of a fresh dot, in millimetres"),
    "mm", 0.25, 0.05, 2, 0.1, 0.6 },
  [FOLLI_DIAMETER_VARIATION] = {
    "diameter-variation", N_("Diameter variation"),
    N_("How much the diameter varies from dot to dot (coefficient of "
       "variation)"),
    "", 0.15, 0, 1, 0, 0.5 },
  [FOLLI_STRENGTH] = {
    "strength", N_("Strength"),
    N_("Optical density (natural logarithm) of the pigment at a dot's centre"),
    "", 1.8, 0, 6, 0.3, 4 },
  [FOLLI_STRENGTH_VARIATION] = {
    "strength-variation", N_("Strength variation"),
    N_("How much the strength varies from dot to dot (coefficient of "
       "variation)"),
    "", 0.2, 0, 1, 0, 0.6 },
  [FOLLI_DEPTH] = {
    "depth", N_("Depth"),
    N_("Top of the pigment under the skin's surface, in millimetres: deeper "
       "is softer and bluer"),
    "mm", 0.15, 0.05, 1, 0.05, 0.7 },
  [FOLLI_SHADOW] = {
    "shadow", N_("Shadow"),
    N_("Diffuse darkening of the skin between the dots: 1 is physical, 0 is "
       "the dots alone"),
    "", 1, 0, 3, 0, 2 },
  [FOLLI_SURFACE] = {
    "surface", N_("Surface"),
    N_("Share of the light that the skin's surface reflects, which pigment "
       "does not darken: the more, the greyer the tone"),
    "", 0.04, 0, 0.2, 0, 0.1 },
  [FOLLI_PHOTO_BLUR] = {
    "photo-blur", N_("Photo blur"),
    N_("Blur of the photo (standard deviation in pixels), which the dots are "
       "given, too"),
    "px", 0, 0, 5, 0, 3 },
  [FOLLI_PHOTO_GRAIN] = {
    "photo-grain", N_("Photo grain"),
    N_("Noise of the photo as a share of the skin's light, which the pigment "
       "is given, too"),
    "", 0, 0, 0.3, 0, 0.1 },
  [FOLLI_JITTER] = {
    "jitter", N_("Jitter"),
    N_("How far the hand strays: a dot moves by up to this share of half the "
       "spacing that the dots around it have when it is set"),
    "", 0.6, 0, 1, 0, 1 },
  [FOLLI_FRONT_FINENESS] = {
    "front-fineness", N_("Front fineness"),
    N_("How much smaller and lighter dots are where the map is sparse, as at "
       "the front of a hairline"),
    "", 0, 0, 0.5, 0, 0.3 },
  [FOLLI_DROPOUTS] = {
    "dropouts", N_("Dropouts"),
    N_("Share of the dots that the skin does not keep, as in a scar"),
    "", 0, 0, 1, 0, 0.5 },
  [FOLLI_EARLIER_DENSITY] = {
    "earlier-density", N_("Earlier density"),
    N_("Dots per square centimetre that an earlier treatment with the same "
       "seed has where its map is white: those are kept clear"),
    "/cm²", 0, 0, 400, 0, 200 },
  [FOLLI_SESSIONS] = {
    "sessions", N_("Sessions"),
    /* xgettext:no-c-format */
    N_("Sessions of treatment done: 30, 70 and 100 % of the density"),
    "", 3, 1, 3, 1, 3 },
  [FOLLI_AGE] = {
    "age", N_("Age"),
    N_("Months since the last session: 0 is fresh, 1 healed, later faded"),
    N_("months"), 1, 0, 240, 0, 72 },
  [FOLLI_ERYTHEMA] = {
    "erythema", N_("Redness"),
    N_("Redness of the skin around fresh dots, which is gone after a week"),
    "", 0.4, 0, 1, 0, 1 },
  [FOLLI_HEAD_CURVATURE] = {
    "head-curvature", N_("Head curvature"),
    N_("Draws dots closer together and flatter where the head turns away: 0 "
       "is flat, 1 is round up to the head's outline"),
    "", 0, 0, 1, 0, 1 },
  [FOLLI_HEAD_X] = {
    "head-x", N_("Head X"),
    N_("Left edge of the box around the head's outline, from the image's"),
    "px", 0, -1e6, 1e6, -1e4, 1e4 },
  [FOLLI_HEAD_Y] = {
    "head-y", N_("Head Y"),
    N_("Top edge of the box around the head's outline, from the image's"),
    "px", 0, -1e6, 1e6, -1e4, 1e4 },
  [FOLLI_HEAD_WIDTH] = {
    "head-width", N_("Head width"),
    N_("Width of the box around the head's outline; 0 for no head"),
    "px", 0, 0, 1e6, 0, 1e4 },
  [FOLLI_HEAD_HEIGHT] = {
    "head-height", N_("Head height"),
    N_("Height of the box around the head's outline; 0 for no head"),
    "px", 0, 0, 1e6, 0, 1e4 },
  [FOLLI_ORIGIN_X] = {
    "origin-x", N_("Origin X"),
    N_("Where the image's left edge lies in the operation's coordinates"),
    "px", 0, -1e6, 1e6, -1e4, 1e4 },
  [FOLLI_ORIGIN_Y] = {
    "origin-y", N_("Origin Y"),
    N_("Where the image's top edge lies in the operation's coordinates"),
    "px", 0, -1e6, 1e6, -1e4, 1e4 },
  [FOLLI_SOFTNESS] = {
    "softness", N_("Softness"),
    N_("Width of the density's ramp inside the mask's edge, in millimetres"),
    "mm", 8, 0, 40, 0, 20 },
  [FOLLI_FEATHER] = {
    "feather", N_("Feather"),
    N_("How far beyond the line the density fades out, as around a scar, in "
       "millimetres"),
    "mm", 0, 0, 20, 0, 8 },
  [FOLLI_EDGE_DENSITY] = {
    "edge-density", N_("Edge density"),
    N_("Share of the density at the very edge"),
    "", 0.2, 0, 1, 0, 1 },
  [FOLLI_UNDULATION] = {
    "undulation", N_("Undulation"),
    N_("Slow waves of the line, in millimetres"),
    "mm", 0, 0, 15, 0, 8 },
  [FOLLI_IRREGULARITY] = {
    "irregularity", N_("Irregularity"),
    N_("Fine jaggedness of the line, in millimetres"),
    "mm", 1.5, 0, 10, 0, 5 },
  [FOLLI_OUTLIERS] = {
    "outliers", N_("Outliers"),
    N_("Stray dots just outside the line"),
    "", 0, 0, 1, 0, 1 },
  [FOLLI_AVOID_HAIR] = {
    "avoid-hair", N_("Avoid hair"),
    N_("How much hair that is there keeps dots away"),
    "", 1, 0, 1, 0, 1 },
  [FOLLI_AVOID_GLARE] = {
    "avoid-glare", N_("Avoid glare"),
    N_("How much specular highlights keep dots away"),
    "", 1, 0, 1, 0, 1 },
  [FOLLI_PHOTO_MATCH] = {
    "photo-match", N_("Photo match"),
    N_("How much of the photo's own blur and grain the dots are given"),
    "", 1, 0, 1, 0, 1 },
  [FOLLI_MATCH_TONE] = {
    "match-tone", N_("Match tone"),
    N_("How much the shadow aims for the tone of the skin around the mask, as "
       "a scar's should"),
    "", 0, 0, 1, 0, 1 },
};
/* clang-format on */

const FolliParameter *
folli_parameter_get (FolliParameterId id)
{
  g_return_val_if_fail (id < FOLLI_N_PARAMETERS, NULL);

  return &PARAMETERS[id];
}

/* "3.1 mm", "0.5", "nan months" */
static char *
format_value (const FolliParameter *parameter, double value)
{
  return g_strdup_printf ("%.10g%s%s", value, *parameter->unit ? " " : "",
                          *parameter->unit ? _ (parameter->unit) : "");
}

gboolean
folli_parameter_check (FolliParameterId id, double value, GError **error)
{
  const FolliParameter *parameter = folli_parameter_get (id);
  g_autofree char      *given = NULL;
  g_autofree char      *limit = NULL;

  g_return_val_if_fail (parameter != NULL, FALSE);

  if (value >= parameter->minimum && value <= parameter->maximum)
    return TRUE;

  given = format_value (parameter, value);
  if (!isfinite (value))
    g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_RANGE,
                 _ ("%s %s is not a number from %g to %g"),
                 _ (parameter->label), given, parameter->minimum,
                 parameter->maximum);
  else if (value < parameter->minimum)
    {
      limit = format_value (parameter, parameter->minimum);
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_RANGE,
                   _ ("%s %s is below the %s minimum"), _ (parameter->label),
                   given, limit);
    }
  else
    {
      limit = format_value (parameter, parameter->maximum);
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_RANGE,
                   _ ("%s %s is above the %s maximum"), _ (parameter->label),
                   given, limit);
    }
  return FALSE;
}
