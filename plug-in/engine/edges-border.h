/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "edges-kinds.h"
#include "edges-stubble.h"
#include "edges-tone.h"
#include "edges-visible.h"

G_BEGIN_DECLS

/**
 * FolliBorder:
 * @edges: the parameters
 * @cells: mask and photo
 * @kinds: what each cell is
 * @outline: where the head ends
 * @visible: what hides its skin
 * @continues: whether nothing begins beyond what is painted
 * @is_filled: whether it goes on there
 * @is_hair: whether hair grows there
 * @is_edge: whether a cell is at an edge of the mask, so that it goes on there
 * @level: mean of what is painted around
 * @outside: how far outside of what is painted, cells
 * @stubble: how much of the stubble beside the mask there is already
 * @tone: (nullable): what of the tone around it a cell lacks
 *
 * What lies on both sides of a mask's edge, as far as some pixels ask for it.
 */
typedef struct
{
  const FolliEdges *edges;
  FolliCells        cells;
  FolliKinds        kinds;
  FolliOutline      outline;
  FolliVisible      visible;
  gboolean         *continues;
  gboolean         *is_filled;
  gboolean         *is_hair;
  gboolean         *is_edge;
  float            *level;
  float            *outside;
  float            *stubble;
  float            *tone;
} FolliBorder;

/**
 * folli_border_find_cells:
 * @edges: the parameters
 *
 * Returns: how many cells around a pixel mask and photo are read
 */
gint folli_border_find_cells (const FolliEdges *edges);

/**
 * folli_border_init:
 * @border: (out caller-allocates): what lies there
 * @edges: the parameters
 * @read_mask: gives the mask
 * @mask: for @read_mask
 * @read_photo: gives the photo
 * @photo: for @read_photo
 * @rectangle: the pixels that ask
 *
 * Returns: whether anything is painted near, and the map is still wanted; if
 * not, there is no border
 */
gboolean folli_border_init (FolliBorder          *border,
                            const FolliEdges     *edges,
                            FolliMaskRead         read_mask,
                            gpointer              mask,
                            FolliPhotoRead        read_photo,
                            gpointer              photo,
                            const FolliRectangle *rectangle);

void folli_border_clear (FolliBorder *border);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FolliBorder, folli_border_clear)

/**
 * folli_border_find_alpha:
 * @border: what lies there
 * @cell: the pixel's
 * @mask: what is painted
 * @visibility: how much of its skin shows
 * @rgb: linear light of the pixel; only looked at near the head's outline
 *
 * Returns: the map
 */
float folli_border_find_alpha (const FolliBorder *border,
                               gsize              cell,
                               float              mask,
                               float              visibility,
                               const float       *rgb);

G_END_DECLS
