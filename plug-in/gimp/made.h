/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gegl.h>

#include "follicle/presets.h"
#include "gimp/made-layer.h"
#include "gimp/settings.h"

G_BEGIN_DECLS

/**
 * FolliMadeMap:
 * @layer: its name, recipe and seed
 * @settings: the arguments that it was made with
 * @map: its density map, in the image's coordinates
 *
 * What the dots of an image are a function of.
 */
typedef struct
{
  FolliMadeLayer layer;
  FolliSettings *settings;
  GeglBuffer    *map;
} FolliMadeMap;

void folli_made_map_clear (FolliMadeMap *made);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FolliMadeMap, folli_made_map_clear)

/**
 * folli_made_find_map:
 * @host: the image
 * @made: (out caller-allocates): untouched on error
 * @error: return location
 *
 * Finds a layer or group that Follicle made, with the settings stored with it
 * and its density map, which under live effects is the layer itself and
 * otherwise is made again of the mask that it keeps, or that the image has.
 *
 * Errors: of folli_made_layer_read(); FOLLI_ERROR_FILE if the settings cannot
 * be read; FOLLI_ERROR_MASK if what was made does not fit its mask any longer,
 * or where none is kept, if the mask is gone or is not what it was; those of
 * folli_amount_check().
 *
 * Returns: TRUE if @made was filled in
 */
gboolean
folli_made_find_map (FolliHost *host, FolliMadeMap *made, GError **error);

/**
 * folli_made_try_look:
 * @host: the image, in which @made was found
 * @made: what is there
 * @look: a look, as folli_presets_make_recipe() takes it
 * @presets: all presets
 * @tried: (out caller-allocates): untouched on error
 * @error: return location
 *
 * Makes what another look would make of the same mask, at the same scale and
 * with the same seed. Nothing in the image changes.
 *
 * Errors: of folli_plan_new().
 *
 * Returns: TRUE if @tried was filled in
 */
gboolean folli_made_try_look (FolliHost          *host,
                              const FolliMadeMap *made,
                              const char         *look,
                              const FolliPresets *presets,
                              FolliMadeMap       *tried,
                              GError            **error);

/**
 * FolliMade:
 * @name: the layer's or group's
 * @recipe: the numbers that its dots were made with
 * @dots: (element-type FolliPlacedDot): all of them, in the image's
 *   coordinates
 * @area_px: pixels where the density map has anything to draw
 *
 * Dots that are in an image.
 */
typedef struct
{
  char       *name;
  FolliRecipe recipe;
  GArray     *dots;
  double      area_px;
} FolliMade;

void folli_made_clear (FolliMade *made);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FolliMade, folli_made_clear)

/**
 * folli_made_list:
 * @made: (out caller-allocates): gets recipe, dots and area
 * @recipe: numbers
 * @seed: of the arrangement
 * @map: the density map
 *
 * Lists the dots that a density map comes to.
 */
void folli_made_list (FolliMade         *made,
                      const FolliRecipe *recipe,
                      guint32            seed,
                      GeglBuffer        *map);

/**
 * folli_made_read:
 * @host: the image
 * @made: (out caller-allocates): untouched on error
 * @error: return location
 *
 * Lists the dots of a layer or group that Follicle made.
 *
 * Errors: of folli_made_find_map().
 *
 * Returns: TRUE if @made was filled in
 */
gboolean folli_made_read (FolliHost *host, FolliMade *made, GError **error);

G_END_DECLS
