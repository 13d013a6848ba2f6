/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "property.h"

/* The properties that follicle:stamp shares with the operations of its chain,
 * in the order of the contract. Expand anew in each pass of GEGL's op
 * template. */

/* clang-format off */
/* What the plug-in reads from the photo, and what only programs set: a dialog of
 * all properties, as GIMP makes for an effect, has enough without it. */
#define FOLLI_FITTED ui_meta ("visible", "0")

#define FOLLI_SCALE_PROPERTY \
  FOLLI_PROPERTY (double, pixels_per_cm, FOLLI_PIXELS_PER_CM) \
    ui_gamma (2) \
    ui_digits (1)

#define FOLLI_DOT_PROPERTIES \
  FOLLI_PROPERTY (double, density, FOLLI_DENSITY) \
    ui_digits (0) \
  FOLLI_PROPERTY (double, diameter, FOLLI_DIAMETER) \
    ui_digits (3) \
  FOLLI_PROPERTY (double, diameter_variation, FOLLI_DIAMETER_VARIATION) \
    ui_digits (2) \
  property_color (shade, _("Shade"), FOLLI_SHADE_FALLBACK) \
    description (_("The pigment's own colour")) \
  FOLLI_PROPERTY (double, strength, FOLLI_STRENGTH) \
    ui_digits (2) \
  FOLLI_PROPERTY (double, strength_variation, FOLLI_STRENGTH_VARIATION) \
    ui_digits (2) \
  FOLLI_PROPERTY (double, depth, FOLLI_DEPTH) \
    ui_digits (2) \
  FOLLI_PROPERTY (double, shadow, FOLLI_SHADOW) \
    ui_digits (2) \
  FOLLI_PROPERTY (double, surface, FOLLI_SURFACE) \
    FOLLI_FITTED \
    ui_digits (3) \
  property_color (skin, _("Skin"), FOLLI_SKIN_FALLBACK) \
    description (_("The skin's own colour")) \
    FOLLI_FITTED \
  FOLLI_PROPERTY (double, photo_blur, FOLLI_PHOTO_BLUR) \
    FOLLI_FITTED \
    ui_digits (2) \
  FOLLI_PROPERTY (double, photo_grain, FOLLI_PHOTO_GRAIN) \
    FOLLI_FITTED \
    ui_digits (3) \
  FOLLI_PROPERTY (double, jitter, FOLLI_JITTER) \
    ui_digits (2) \
  FOLLI_PROPERTY (double, front_fineness, FOLLI_FRONT_FINENESS) \
    ui_digits (2) \
  FOLLI_PROPERTY (double, dropouts, FOLLI_DROPOUTS) \
    ui_digits (2) \
  FOLLI_PROPERTY (double, earlier_density, FOLLI_EARLIER_DENSITY) \
    FOLLI_FITTED \
    ui_digits (0) \
  FOLLI_PROPERTY (int, sessions, FOLLI_SESSIONS)

#define FOLLI_AGE_PROPERTY \
  FOLLI_PROPERTY (double, age, FOLLI_AGE) \
    ui_gamma (2) \
    ui_digits (1) \
  FOLLI_PROPERTY (double, erythema, FOLLI_ERYTHEMA) \
    ui_digits (2)

#define FOLLI_HEAD_PROPERTIES \
  FOLLI_PROPERTY (double, head_curvature, FOLLI_HEAD_CURVATURE) \
    ui_digits (2) \
  FOLLI_PROPERTY (double, head_x, FOLLI_HEAD_X) \
    FOLLI_FITTED \
    ui_meta ("unit", "pixel-coordinate") \
    ui_meta ("axis", "x") \
  FOLLI_PROPERTY (double, head_y, FOLLI_HEAD_Y) \
    FOLLI_FITTED \
    ui_meta ("unit", "pixel-coordinate") \
    ui_meta ("axis", "y") \
  FOLLI_PROPERTY (double, head_width, FOLLI_HEAD_WIDTH) \
    FOLLI_FITTED \
    ui_meta ("unit", "pixel-distance") \
    ui_meta ("axis", "x") \
  FOLLI_PROPERTY (double, head_height, FOLLI_HEAD_HEIGHT) \
    FOLLI_FITTED \
    ui_meta ("unit", "pixel-distance") \
    ui_meta ("axis", "y")

#define FOLLI_ORIGIN_PROPERTIES \
  FOLLI_PROPERTY (double, origin_x, FOLLI_ORIGIN_X) \
    FOLLI_FITTED \
    ui_meta ("unit", "pixel-coordinate") \
    ui_meta ("axis", "x") \
  FOLLI_PROPERTY (double, origin_y, FOLLI_ORIGIN_Y) \
    FOLLI_FITTED \
    ui_meta ("unit", "pixel-coordinate") \
    ui_meta ("axis", "y")

#define FOLLI_SEED_PROPERTY \
  property_seed (seed, _("Random seed"), rand) \
    description (_("The arrangement of the dots"))

#define FOLLI_HAIRLINE_PROPERTIES \
  FOLLI_PROPERTY (double, softness, FOLLI_SOFTNESS) \
    ui_digits (1) \
  FOLLI_PROPERTY (double, feather, FOLLI_FEATHER) \
    ui_digits (1) \
  FOLLI_PROPERTY (double, edge_density, FOLLI_EDGE_DENSITY) \
    ui_digits (2) \
  FOLLI_PROPERTY (double, undulation, FOLLI_UNDULATION) \
    ui_digits (1) \
  FOLLI_PROPERTY (double, irregularity, FOLLI_IRREGULARITY) \
    ui_digits (1) \
  FOLLI_PROPERTY (double, outliers, FOLLI_OUTLIERS) \
    ui_digits (2)

#define FOLLI_BARE_SCALP_PROPERTIES \
  FOLLI_PROPERTY (double, avoid_hair, FOLLI_AVOID_HAIR) \
    ui_digits (2) \
  FOLLI_PROPERTY (double, avoid_glare, FOLLI_AVOID_GLARE) \
    ui_digits (2)

#define FOLLI_TONE_PROPERTY \
  FOLLI_PROPERTY (double, match_tone, FOLLI_MATCH_TONE) \
    ui_digits (2)
/* clang-format on */
