/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "head/field.h"
#include "head/skin.h"

G_BEGIN_DECLS

/* joints of a hair */
#define HEAD_HAIR_JOINTS 4

/**
 * HeadHair:
 * @joints: from the root to the tip, in the head's space, mm
 * @normal: of the skin there
 * @wide_mm: its diameter at the root
 * @taper: what is left of it at the tip
 * @light: how bright it is; 1 as its shade says
 */
typedef struct
{
  HeadVec joints[HEAD_HAIR_JOINTS];
  HeadVec normal;
  float   wide_mm;
  float   taper;
  float   light;
} HeadHair;

/**
 * head_hair_grow_stubble:
 * @scene: whose head: density, diameter and length are read
 *
 * Returns: (element-type HeadHair): the horseshoe's hairs, their roots evenly
 * strewn over the scalp, fewer within some millimetres of its upper edge
 */
GArray *head_hair_grow_stubble (const HeadScene *scene);

/**
 * head_hair_grow_beard:
 *
 * Returns: (element-type HeadHair): what a razor leaves of a beard
 */
GArray *head_hair_grow_beard (void);

/**
 * head_hair_grow_brows:
 *
 * Returns: (element-type HeadHair): brows and lashes
 */
GArray *head_hair_grow_brows (void);

/**
 * head_hair_shade_roots:
 * @field: what the camera sees
 * @hairs: (element-type HeadHair): in any order
 * @color: theirs
 * @photo: (inout): linear light, three values a pixel
 *
 * Shades the skin around roots, that are seen through it.
 */
void head_hair_shade_roots (const HeadField *field,
                            const GArray    *hairs,
                            HeadColor        color,
                            float           *photo);

/**
 * head_hair_draw:
 * @field: what the camera sees
 * @hairs: (element-type HeadHair): in any order
 * @shade: their colour
 * @photo: (inout): linear light, three values a pixel
 *
 * Draws hairs where nothing hides them. A hair covers what its width and
 * length say however thin it is.
 */
void head_hair_draw (const HeadField *field,
                     const GArray    *hairs,
                     HeadColor        shade,
                     float           *photo);

G_END_DECLS
