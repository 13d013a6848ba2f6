/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "head/model.h"
#include "head/render.h"

G_BEGIN_DECLS

/* mm: the depth where there is no surface */
#define HEAD_MISSED (-1e6f)

/**
 * HeadPoint:
 * @z: depth, mm, or HEAD_MISSED
 * @area: see head_case_area()
 * @normal: in the picture's space
 * @key: what share of the key light reaches it
 * @back: and of the light behind
 * @open: what share of the sky it sees
 *
 * What changes slowly over the surface.
 */
typedef struct
{
  float   z;
  float   area;
  HeadVec normal;
  float   key;
  float   back;
  float   open;
} HeadPoint;

/**
 * HeadField:
 * @scene: what is photographed
 * @pose: the same as the scene's
 * @step_px: between points
 * @columns: of points
 * @rows: of points
 * @points: (array): row by row
 *
 * The surface that the camera sees, on a grid about half a millimetre wide.
 */
typedef struct
{
  const HeadScene *scene;
  HeadPose         pose;
  int              step_px;
  int              columns;
  int              rows;
  HeadPoint       *points;
} HeadField;

void head_field_init (HeadField *field, const HeadScene *scene);
void head_field_clear (HeadField *field);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (HeadField, head_field_clear)

/**
 * head_field_place:
 * @scene: what is photographed
 * @x: px
 * @y: px
 * @z: mm
 *
 * Returns: the place, in the picture's space
 */
HeadVec head_field_place (const HeadScene *scene, float x, float y, float z);

/**
 * head_field_find:
 * @field: a field
 * @x: px
 * @y: px
 * @point: (out): what is there
 *
 * Returns: FALSE where the surface is torn: at an outline
 */
gboolean
head_field_find (const HeadField *field, float x, float y, HeadPoint *point);

/**
 * head_field_look:
 * @field: a field
 * @x: px
 * @y: px
 *
 * Returns: what is there, to the outline's sharpness, at a higher cost
 */
HeadPoint head_field_look (const HeadField *field, float x, float y);

/**
 * head_run_rows:
 * @function: is called with 1 + the row, and @data
 * @data: for it
 * @n_rows: how many
 *
 * Works on all processors.
 */
void head_run_rows (GFunc function, gpointer data, int n_rows);

G_END_DECLS
