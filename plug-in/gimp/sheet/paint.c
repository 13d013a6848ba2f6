/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/sheet/paint.h"

#include <math.h>
#include <pango/pangocairo.h>

#include "gimp/sheet/text.h"

#define FONT "Sans"

/* Lines break at the same places whatever the resolution. */
static PangoLayout *
new_layout (cairo_t *cr, const FolliItem *item)
{
  PangoLayout          *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string (FONT);
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (pango_layout_get_context (layout),
                                        options);
  pango_font_description_set_absolute_size (font, item->size_pt * PANGO_SCALE);
  pango_font_description_set_weight (font, item->is_bold ? PANGO_WEIGHT_BOLD
                                                         : PANGO_WEIGHT_NORMAL);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_text (layout, item->text, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout,
                          item->width_mm * FOLLI_PT_PER_MM * PANGO_SCALE);
  cairo_font_options_destroy (options);
  pango_font_description_free (font);
  return layout;
}

/* A layout that no page has. */
static PangoLayout *
new_scratch (const FolliItem *item)
{
  cairo_surface_t *surface
      = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t     *cr = cairo_create (surface);
  PangoLayout *layout = new_layout (cr, item);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return layout;
}

static double
to_mm (int pango_units)
{
  return pango_units / (double)PANGO_SCALE / FOLLI_PT_PER_MM;
}

double
folli_paint_measure (const char *text,
                     double      size_pt,
                     gboolean    is_bold,
                     double      width_mm)
{
  const FolliItem item = { .text = (char *)text,
                           .size_pt = size_pt,
                           .is_bold = is_bold,
                           .width_mm = width_mm };
  PangoLayout    *layout = new_scratch (&item);
  int             height;

  pango_layout_get_size (layout, NULL, &height);
  g_object_unref (layout);
  return to_mm (height);
}

gboolean
folli_paint_fits (const char *text,
                  double      size_pt,
                  gboolean    is_bold,
                  double      width_mm,
                  double      height_mm)
{
  const FolliItem item = { .text = (char *)text,
                           .size_pt = size_pt,
                           .is_bold = is_bold,
                           .width_mm = width_mm };
  PangoLayout    *layout = new_scratch (&item);
  int             width, height;

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD);
  pango_layout_get_size (layout, &width, &height);
  g_object_unref (layout);
  return to_mm (width) <= width_mm && to_mm (height) <= height_mm;
}

char *
folli_paint_shorten (const char *text,
                     double      size_pt,
                     gboolean    is_bold,
                     double      width_mm,
                     double      height_mm)
{
  const double most_mm = height_mm + 1 / FOLLI_PT_PER_MM;
  glong        n_fitting = 0;
  glong        n_most = g_utf8_strlen (text, -1);

  if (folli_paint_measure (text, size_pt, is_bold, width_mm) <= most_mm)
    return g_strdup (text);
  while (n_fitting < n_most)
    {
      const glong      middle = (n_fitting + n_most + 1) / 2;
      g_autofree char *part = folli_text_cut (text, middle);

      if (folli_paint_measure (part, size_pt, is_bold, width_mm) <= most_mm)
        n_fitting = middle;
      else
        n_most = middle - 1;
    }
  return folli_text_cut (text, n_fitting);
}

int
folli_paint_count_lines (const FolliItem *item)
{
  PangoLayout *layout = new_scratch (item);
  const int    n_lines = pango_layout_get_line_count (layout);

  g_object_unref (layout);
  return n_lines;
}

static gboolean
runs_to_left (PangoLayout *layout)
{
  return pango_layout_get_line_readonly (layout, 0)->resolved_dir
         == PANGO_DIRECTION_RTL;
}

static void
set_color (cairo_t *cr, guint32 color)
{
  cairo_set_source_rgba (cr, (color >> 24) / 255.0, (color >> 16 & 255) / 255.0,
                         (color >> 8 & 255) / 255.0, (color & 255) / 255.0);
}

/* Pango's left is where the text's language starts. */
static void
set_alignment (PangoLayout *layout, const FolliItem *item)
{
  static const PangoAlignment ALIGNMENTS[]
      = { PANGO_ALIGN_LEFT, PANGO_ALIGN_CENTER, PANGO_ALIGN_RIGHT };
  const int align
      = runs_to_left (layout) ? FOLLI_ALIGN_RIGHT - item->align : item->align;

  pango_layout_set_alignment (layout, ALIGNMENTS[align]);
}

static void
draw_text (cairo_t *cr, const FolliItem *item)
{
  PangoLayout *layout = new_layout (cr, item);

  set_alignment (layout, item);
  /* What was measured may be a unit more here. */
  pango_layout_set_height (
      layout, ceil ((item->height_mm * FOLLI_PT_PER_MM + 1) * PANGO_SCALE));
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  set_color (cr, item->color);
  cairo_move_to (cr, item->x_mm * FOLLI_PT_PER_MM,
                 item->y_mm * FOLLI_PT_PER_MM);
  pango_cairo_show_layout (cr, layout);
  g_object_unref (layout);
}

static void
draw_bar (cairo_t *cr, const FolliItem *item)
{
  set_color (cr, item->color);
  cairo_rectangle (
      cr, item->x_mm * FOLLI_PT_PER_MM, item->y_mm * FOLLI_PT_PER_MM,
      item->width_mm * FOLLI_PT_PER_MM, item->height_mm * FOLLI_PT_PER_MM);
  cairo_fill (cr);
}

/* Where pixels are mixed, those beyond the edge are like those at it; a PDF
   would have to hold them. */
static cairo_extend_t
choose_extend (cairo_t *cr)
{
  return cairo_surface_get_type (cairo_get_target (cr))
                 == CAIRO_SURFACE_TYPE_PDF
             ? CAIRO_EXTEND_NONE
             : CAIRO_EXTEND_PAD;
}

static void
draw_picture (cairo_t *cr, const FolliItem *item, cairo_surface_t *picture)
{
  const double width = cairo_image_surface_get_width (picture);
  const double height = cairo_image_surface_get_height (picture);

  cairo_save (cr);
  cairo_translate (cr, item->x_mm * FOLLI_PT_PER_MM,
                   item->y_mm * FOLLI_PT_PER_MM);
  cairo_scale (cr, item->width_mm * FOLLI_PT_PER_MM / width,
               item->height_mm * FOLLI_PT_PER_MM / height);
  cairo_rectangle (cr, 0, 0, width, height);
  cairo_set_source_surface (cr, picture, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_GOOD);
  cairo_pattern_set_extend (cairo_get_source (cr), choose_extend (cr));
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
draw_item (cairo_t *cr, const FolliItem *item, cairo_surface_t *const *pictures)
{
  switch (item->kind)
    {
    case FOLLI_ITEM_PICTURE:
      if (pictures[item->picture])
        draw_picture (cr, item, pictures[item->picture]);
      break;
    case FOLLI_ITEM_TEXT:
      draw_text (cr, item);
      break;
    case FOLLI_ITEM_BAR:
      draw_bar (cr, item);
      break;
    }
}

void
folli_paint_page (const FolliPage        *page,
                  cairo_surface_t *const *pictures,
                  cairo_t                *cr)
{
  for (guint i = 0; i < page->items->len; i++)
    draw_item (cr, &g_array_index (page->items, FolliItem, i), pictures);
}

cairo_surface_t *
folli_paint_item (const FolliItem        *item,
                  cairo_surface_t *const *pictures,
                  double                  dpi,
                  int                    *x,
                  int                    *y)
{
  const double     px_per_mm = dpi / FOLLI_MM_PER_INCH;
  const int        right = ceil ((item->x_mm + item->width_mm) * px_per_mm);
  const int        bottom = ceil ((item->y_mm + item->height_mm) * px_per_mm);
  cairo_surface_t *surface;
  cairo_t         *cr;

  *x = floor (item->x_mm * px_per_mm);
  *y = floor (item->y_mm * px_per_mm);
  surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, MAX (1, right - *x), MAX (1, bottom - *y));
  cr = cairo_create (surface);
  cairo_translate (cr, -*x, -*y);
  cairo_scale (cr, dpi / 72, dpi / 72);
  draw_item (cr, item, pictures);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}
