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
 * folli_paint_shorten:
 * @text: text
 * @size_pt: of its letters
 * @is_bold: whether they are bold
 * @width_mm: of the room for it
 * @height_mm: of the room for it
 *
 * Returns: (transfer full): as much of the text as there is room for, with an
 *   ellipsis where that is not all of it
 */
char *folli_paint_shorten (const char *text,
                           double      size_pt,
                           gboolean    is_bold,
                           double      width_mm,
                           double      height_mm);

/**
 * folli_paint_count_lines:
 * @item: a text
 *
 * Returns: how many lines it has in its box
 */
int folli_paint_count_lines (const FolliItem *item);

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
