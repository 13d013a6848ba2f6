/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HeadScene:
 * @width: of the picture, px
 * @height: of the picture, px
 * @pixels_per_cm: scale where the surface faces the camera
 * @tone: skin, 1 (lightest) to 10 on the Monk scale
 * @stubble: share of the scalp that cut hair covers, 0 to 1
 * @noise: standard deviation of the camera's noise, in encoded values of 0-1
 * @glare: strength of the highlights; 1 is a soft box over the head
 * @warmth: colour of the light, from -1 (blue) by 0 (white) to 1 (orange)
 * @yaw_deg: how far the head is turned
 * @pitch_deg: how far it is bowed
 *
 * What is photographed.
 */
typedef struct
{
  int    width;
  int    height;
  double pixels_per_cm;
  int    tone;
  double stubble;
  double noise;
  double glare;
  double warmth;
  double yaw_deg;
  double pitch_deg;
} HeadScene;

#define HEAD_SCENE_FALLBACK                                                    \
  {                                                                            \
    .width = 1600, .height = 2000, .pixels_per_cm = 64, .tone = 4, .glare = 1, \
    .noise = 0.006, .yaw_deg = 24, .pitch_deg = 17                             \
  }

/**
 * head_render:
 * @scene: what is photographed
 * @photo: (out caller-allocates): width × height × 3 values of encoded sRGB
 * @mask: (out caller-allocates): width × height values, 1 on the scalp, with
 *   soft edges one pixel wide
 *
 * Draws a shaved head and shoulders. The same scene gives the same picture.
 */
void head_render (const HeadScene *scene, float *photo, float *mask);

G_END_DECLS
