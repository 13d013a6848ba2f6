/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the dots of one of a tile's cells have in common. */
typedef struct
{
  float weight[4]; /* of the patches at the cell's corners, row by row */
  guint turn;      /* of hair from the x axis, in parts of half a circle */
} FolliNeighbours;

/* In how many parts half a circle is cut. */
#define FOLLI_NEIGHBOURS_TURNS 64

/* A cell by its place among all cells of the plane. */
void folli_neighbours_init (FolliNeighbours *neighbours,
                            guint64          seed,
                            gint32           column,
                            gint32           row);

/* How much heavier dots are at a place in the cell, @x and @y from 0 to 1: its
 * mean is 0 and its standard deviation 1. Patches of heavy and of light dots
 * are 1 to 3 mm wide, and each has a margin that makes up for it, so that from
 * afar they make no clouds. */
float
folli_neighbours_weight (const FolliNeighbours *neighbours, float x, float y);

G_END_DECLS
