/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * HeadSkin:
 * @HEAD_SKIN_MONK: the colour of a step of the Monk scale, by itself
 * @HEAD_SKIN_LIGHT: as the scalp of a fair person is photographed
 * @HEAD_SKIN_MEDIUM: and so on
 * @HEAD_SKIN_BROWN: and so on
 * @HEAD_SKIN_DARK: and so on
 *
 * The colour that skin has.
 */
typedef enum
{
  HEAD_SKIN_MONK,
  HEAD_SKIN_LIGHT,
  HEAD_SKIN_MEDIUM,
  HEAD_SKIN_BROWN,
  HEAD_SKIN_DARK,
  HEAD_N_SKINS
} HeadSkin;

/**
 * HeadCase:
 * @HEAD_CASE_SHAVED: no hair at all
 * @HEAD_CASE_NORWOOD_6: stubble at the sides and the back
 * @HEAD_CASE_RECEDING: stubble but for the temples
 * @HEAD_CASE_CROWN: thin on the crown
 * @HEAD_CASE_PATCH: with a bare patch
 * @HEAD_CASE_TOP_UP: thin in front, as a transplant may leave it
 * @HEAD_CASE_PARTING: with a wide parting
 * @HEAD_CASE_SCAR_LINE: with a strip's scar at the back
 * @HEAD_CASE_SCAR_DOTS: with the round scars of extractions at the back
 *
 * Where there is stubble, and what is to be treated.
 */
typedef enum
{
  HEAD_CASE_SHAVED,
  HEAD_CASE_NORWOOD_6,
  HEAD_CASE_RECEDING,
  HEAD_CASE_CROWN,
  HEAD_CASE_PATCH,
  HEAD_CASE_TOP_UP,
  HEAD_CASE_PARTING,
  HEAD_CASE_SCAR_LINE,
  HEAD_CASE_SCAR_DOTS,
  HEAD_N_CASES
} HeadCase;

/**
 * HeadScene:
 * @width: of the picture, px
 * @height: of the picture, px
 * @pixels_per_cm: scale where the surface faces the camera
 * @skin: which colour
 * @tone: for HEAD_SKIN_MONK, 1 (lightest) to 10 on the Monk scale
 * @stubble: share of the scalp that cut hair covers as grains, 0 to 1
 * @hair_case: where there is stubble, and what is to be treated
 * @hairs_per_cm2: of the stubble
 * @hair_mm: their diameter
 * @hair_length_mm: their length
 * @hair_shade: their colour, encoded sRGB, 0xrrggbb
 * @noise: standard deviation of the camera's noise, in encoded values of 0-1
 * @blur_px: standard deviation of the lens's blur
 * @glare: strength of the highlights; 1 is a soft box over the head
 * @warmth: colour of the light, from -1 (blue) by 0 (white) to 1 (orange)
 * @yaw_deg: how far the head is turned
 * @pitch_deg: how far it is bowed
 * @busy: whether a room is seen behind the head, or a plain wall
 * @mask_offset_mm: how far the mask reaches beyond the scalp's edge; below 0
 *   it ends before it
 *
 * What is photographed.
 */
typedef struct
{
  int      width;
  int      height;
  double   pixels_per_cm;
  HeadSkin skin;
  int      tone;
  double   stubble;
  HeadCase hair_case;
  double   hairs_per_cm2;
  double   hair_mm;
  double   hair_length_mm;
  guint32  hair_shade;
  double   noise;
  double   blur_px;
  double   glare;
  double   warmth;
  double   yaw_deg;
  double   pitch_deg;
  gboolean busy;
  double   mask_offset_mm;
} HeadScene;

#define HEAD_SCENE_FALLBACK                                                    \
  {                                                                            \
    .width = 1600, .height = 2000, .pixels_per_cm = 64, .tone = 4,             \
    .hairs_per_cm2 = 200, .hair_mm = 0.07, .hair_length_mm = 0.8,              \
    .hair_shade = 0x33261f, .glare = 1, .noise = 0.006, .yaw_deg = 24,         \
    .pitch_deg = 17                                                            \
  }

/**
 * head_render:
 * @scene: what is photographed
 * @photo: (out caller-allocates): width × height × 3 values of encoded sRGB
 * @mask: (out caller-allocates): width × height values, 1 where the case is to
 * be treated, on the whole scalp of a shaved head, with soft edges one pixel
 * wide
 *
 * Draws a shaved head and shoulders. The same scene gives the same picture.
 */
void head_render (const HeadScene *scene, float *photo, float *mask);

G_END_DECLS
