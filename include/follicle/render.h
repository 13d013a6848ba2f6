/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "follicle/density-map.h"
#include "follicle/dot.h"
#include "follicle/scatter.h"

G_BEGIN_DECLS

/**
 * FOLLI_SESSION_ALL:
 *
 * In place of one session, 1 to FOLLI_SESSIONS_MAX: all that are done.
 */
#define FOLLI_SESSION_ALL 0

/**
 * FolliScene:
 * @arrangement: where the dots are
 * @style: how they look
 * @session: which to draw, 1 to 3, or FOLLI_SESSION_ALL
 * @model: made of @style by folli_scene_new()
 * @cast: what the dots up to the session drawn cast
 * @cast_before: what those of the sessions before cast
 *
 * All that a picture of dots depends on, but for the density map. Does not
 * change once made, so that threads can share it.
 */
typedef struct
{
  FolliArrangement         arrangement;
  FolliDotStyle            style;
  gint                     session;
  FolliDotModel            model;
  struct _FolliShadowCast *cast;
  struct _FolliShadowCast *cast_before;
} FolliScene;

/**
 * folli_scene_new:
 * @arrangement: where the dots are
 * @style: how they look
 * @session: which to draw, 1 to 3, or FOLLI_SESSION_ALL
 *
 * Returns: (transfer full): a scene
 */
FolliScene *folli_scene_new (const FolliArrangement *arrangement,
                             const FolliDotStyle    *style,
                             gint                    session);

void folli_scene_free (FolliScene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FolliScene, folli_scene_free)

/**
 * folli_scene_margin_px:
 * @scene: a scene
 *
 * Returns: how far from a pixel the map can have an influence on it
 */
gint folli_scene_margin_px (const FolliScene *scene);

/**
 * FolliRender:
 *
 * What one thread needs to draw one rectangle after the other, of any scene.
 */
typedef struct _FolliRender FolliRender;

/**
 * folli_render_new:
 *
 * Returns: (transfer full): a render, which takes the memory that rectangles
 *   need and keeps it for later ones
 */
FolliRender *folli_render_new (void);

void folli_render_free (FolliRender *render);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FolliRender, folli_render_free)

/**
 * folli_render_begin:
 * @render: a render
 * @scene: what to draw; has to live as long as the rectangle is being drawn
 * @map: the density map, folli_scene_margin_px() around @rectangle as far as
 *   there is one; has to live as long
 * @rectangle: pixels
 *
 * Places all dots that touch @rectangle.
 */
void folli_render_begin (FolliRender           *render,
                         const FolliScene      *scene,
                         const FolliDensityMap *map,
                         FolliRectangle         rectangle);

/**
 * folli_render_get:
 * @render: a render
 * @part: pixels of the rectangle begun
 * @rgba: (out): for each pixel linear red, green, blue and alpha
 *
 * Writes the pigment layer. With the transmittance T in each channel, alpha is
 * 1 - min (T) and colour 1 - (1 - T) / alpha: multiplied with the skin in
 * linear light it gives skin × T exactly, and put over it normally it still
 * looks right.
 *
 * Shape: part.height rows of part.width × 4.
 */
void
folli_render_get (const FolliRender *render, FolliRectangle part, float *rgba);

G_END_DECLS
