/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "gimp/sheet/page.h"

G_BEGIN_DECLS

/**
 * folli_paint_measure:
 * @text: text
 * @size_pt: of its letters
 * @is_bold: whether they are bold
 * @width_mm: where lines break
 *
 * Returns: how high the text is, mm
 */
double folli_paint_measure (const char *text,
                            double      size_pt,
                            gboolean    is_bold,
                            double      width_mm);

/**
 * folli_paint_fits:
 * @text: text
 * @size_pt: of its letters
 * @is_bold: whether they are bold
 * @width_mm: of the room for it
 * @height_mm: of the room for it
 *
 * Returns: whether there is room, without a word being broken
 */
gboolean folli_paint_fits (const char *text,
                           double      size_pt,
                           gboolean    is_bold,
                           double      width_mm,
                           double      height_mm);

/**
 * folli_paint_is_right_to_left:
 * @text: text
 *
 * Returns: whether it starts with a script that runs from right to left
 */
gboolean folli_paint_is_right_to_left (const char *text);

/**
 * folli_paint_page:
 * @page: the page
 * @pictures: as many as its items name; NULL is left out
 * @cr: where to draw, with points for units
 *
 * Draws a page. Text that its box cannot hold ends with an ellipsis.
 */
void folli_paint_page (const FolliPage        *page,
                       cairo_surface_t *const *pictures,
                       cairo_t                *cr);

/**
 * folli_paint_item:
 * @item: one item of a page
 * @pictures: as many as the page's items name
 * @dpi: pixels per inch
 * @x: (out): where it is on the page, px
 * @y: (out): where it is on the page, px
 *
 * Draws one item on nothing.
 *
 * Returns: (transfer full): pixels, CAIRO_FORMAT_ARGB32
 */
cairo_surface_t *folli_paint_item (const FolliItem        *item,
                                   cairo_surface_t *const *pictures,
                                   double                  dpi,
                                   int                    *x,
                                   int                    *y);

G_END_DECLS
