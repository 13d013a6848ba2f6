/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/sheet/page.h"

static void
clear_item (gpointer item)
{
  g_free (((FolliItem *)item)->text);
}

FolliPage *
folli_page_new (double width_mm, double height_mm)
{
  FolliPage *page = g_new (FolliPage, 1);

  page->width_mm = width_mm;
  page->height_mm = height_mm;
  page->items = g_array_new (FALSE, FALSE, sizeof (FolliItem));
  g_array_set_clear_func (page->items, clear_item);
  return page;
}

void
folli_page_free (FolliPage *page)
{
  if (!page)
    return;
  g_array_unref (page->items);
  g_free (page);
}

void
folli_page_add (FolliPage *page, const FolliItem *item)
{
  FolliItem copy = *item;

  copy.text = g_strdup (item->text);
  g_array_append_val (page->items, copy);
}

void
folli_page_mirror (FolliPage *page, guint first)
{
  for (guint i = first; i < page->items->len; i++)
    {
      FolliItem *item = &g_array_index (page->items, FolliItem, i);

      item->x_mm = page->width_mm - item->x_mm - item->width_mm;
      item->align = FOLLI_ALIGN_RIGHT - item->align;
    }
}
