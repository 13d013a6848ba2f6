/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FOLLI_MM_PER_INCH, FOLLI_PT_PER_MM:
 *
 * Lengths on paper are millimetres, letters are points of 1/72 inch.
 */
#define FOLLI_MM_PER_INCH 25.4
#define FOLLI_PT_PER_MM (72 / FOLLI_MM_PER_INCH)

/**
 * FolliItemKind:
 * @FOLLI_ITEM_PICTURE: a picture, stretched over the box
 * @FOLLI_ITEM_TEXT: text, broken into lines as wide as the box
 * @FOLLI_ITEM_BAR: the box, filled
 */
typedef enum
{
  FOLLI_ITEM_PICTURE,
  FOLLI_ITEM_TEXT,
  FOLLI_ITEM_BAR
} FolliItemKind;

typedef enum
{
  FOLLI_ALIGN_LEFT,
  FOLLI_ALIGN_CENTER,
  FOLLI_ALIGN_RIGHT
} FolliAlign;

/**
 * FolliItem:
 * @kind: what it is
 * @x_mm: its left side, from the page's
 * @y_mm: its upper side, from the page's
 * @width_mm: of its box
 * @height_mm: of its box
 * @picture: which picture, counted from 0
 * @text: (transfer full) (nullable): of text
 * @size_pt: of text
 * @is_bold: of text
 * @align: of text, whichever way its language runs
 * @color: of text and bars, 0xrrggbbaa
 *
 * One thing on a page.
 */
typedef struct
{
  FolliItemKind kind;
  double        x_mm;
  double        y_mm;
  double        width_mm;
  double        height_mm;
  int           picture;
  char         *text;
  double        size_pt;
  gboolean      is_bold;
  FolliAlign    align;
  guint32       color;
} FolliItem;

/**
 * FolliPage:
 * @width_mm: of the paper
 * @height_mm: of the paper
 * @items: (element-type FolliItem): from the bottom up
 *
 * All that is on a page, and where, whatever draws it.
 */
typedef struct
{
  double  width_mm;
  double  height_mm;
  GArray *items;
} FolliPage;

/**
 * folli_page_new:
 * @width_mm: of the paper
 * @height_mm: of the paper
 *
 * Returns: (transfer full): an empty page
 */
FolliPage *folli_page_new (double width_mm, double height_mm);

void folli_page_free (FolliPage *page);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FolliPage, folli_page_free)

/**
 * folli_page_add:
 * @page: the page
 * @item: what to put over all that is there; its text is copied
 */
void folli_page_add (FolliPage *page, const FolliItem *item);

/**
 * folli_page_mirror:
 * @page: the page
 * @first: the first item to change, counted from 0
 *
 * Puts items where a mirror would show them, for languages that run from right
 * to left. What is in them stays as it is.
 */
void folli_page_mirror (FolliPage *page, guint first);

G_END_DECLS
