/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/sheet/layout.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "follicle/error.h"
#include "gimp/sheet/fit.h"
#include "gimp/sheet/paint.h"
#include "gimp/sheet/text.h"

/* The mark has to be read on paper. Source: doc/numbers.md, "Sheets". */
#define MARK_LEAST_PT 7.5
#define MARK_MOST_PT 10
#define SCALE_PT 8

/* Chosen by eye. */
#define MARK_PT_PER_MM 0.1
#define BAR_MOST_MM 40
#define SCALE_TEXT_MM 100

/* Smaller, nothing of the dots is left in print. Estimated. */
#define LEAST_PANEL_MM 25

/* Share of the panel that a label has. Source: doc/numbers.md, "Sheets". */
#define LABEL_SHARE 0.07
#define LABEL_TEXT_ASPECT 1.6
#define LABEL_LEAST_PT 4
#define LABEL_MOST_PT 40

#define BLACK 0x202020ff
#define GREY 0x606060ff
#define WHITE 0xffffffff
#define BAND 0x000000b4

void
folli_sheet_clear (FolliSheet *sheet)
{
  g_clear_pointer (&sheet->title, g_free);
  g_clear_pointer (&sheet->date, g_free);
  g_clear_pointer (&sheet->mark, g_free);
  g_clear_pointer (&sheet->settings, g_free);
  g_clear_pointer (&sheet->note, g_free);
  g_clear_pointer (&sheet->scale_remark, g_free);
  g_clear_pointer (&sheet->panels, g_array_unref);
  g_clear_pointer (&sheet->label, g_free);
}

int
folli_sheet_get_logo (const FolliSheet *sheet)
{
  return sheet->panels->len;
}

int
folli_sheet_get_label (const FolliSheet *sheet)
{
  return sheet->panels->len + 1;
}

static const FolliPanel *
get_panel (const FolliSheet *sheet, guint i)
{
  return &g_array_index (sheet->panels, FolliPanel, i);
}

/* Known by what the language says. */
static gboolean
is_right_to_left (const FolliSheet *sheet)
{
  return folli_text_is_right_to_left (sheet->mark);
}

static void
add_text (FolliPage    *page,
          const char   *text,
          double        size_pt,
          gboolean      is_bold,
          FolliAlign    align,
          guint32       color,
          const double *box)
{
  g_autofree char *shown
      = folli_paint_shorten (text, size_pt, is_bold, box[2], box[3]);
  const FolliItem item = { .kind = FOLLI_ITEM_TEXT,
                           .text = shown,
                           .size_pt = size_pt,
                           .is_bold = is_bold,
                           .align = align,
                           .color = color,
                           .x_mm = box[0],
                           .y_mm = box[1],
                           .width_mm = box[2],
                           .height_mm = box[3] };

  if (*text)
    folli_page_add (page, &item);
}

static void
add_bar (FolliPage *page, guint32 color, const double *box)
{
  const FolliItem item = { .kind = FOLLI_ITEM_BAR,
                           .color = color,
                           .x_mm = box[0],
                           .y_mm = box[1],
                           .width_mm = box[2],
                           .height_mm = box[3] };

  folli_page_add (page, &item);
}

static void
add_picture (FolliPage *page, int picture, const double *box)
{
  const FolliItem item = { .kind = FOLLI_ITEM_PICTURE,
                           .picture = picture,
                           .x_mm = box[0],
                           .y_mm = box[1],
                           .width_mm = box[2],
                           .height_mm = box[3] };

  folli_page_add (page, &item);
}

/* The left side of header and footer. */
static double
get_left (const FolliFit *fit)
{
  return (fit->width_mm - fit->content_mm) / 2;
}

static void
add_logo (FolliPage        *page,
          const FolliSheet *sheet,
          const FolliFit   *fit,
          double            width_mm)
{
  const double height_mm = width_mm / sheet->logo_aspect;

  add_picture (
      page, folli_sheet_get_logo (sheet),
      (double[]){ get_left (fit),
                  sheet->paper->margin_mm + (fit->header_mm - height_mm) / 2,
                  width_mm, height_mm });
}

static void
add_header (FolliPage *page, const FolliSheet *sheet, const FolliFit *fit)
{
  const double margin_mm = sheet->paper->margin_mm;
  const double logo_mm = folli_fit_get_logo_width (sheet);
  const double title_mm = folli_fit_get_title_height (sheet, fit);
  const double date_mm = folli_fit_get_date_height (sheet);
  const double title_x_mm
      = get_left (fit) + (logo_mm > 0 ? logo_mm + FOLLI_FIT_GAP_MM : 0);

  if (logo_mm > 0)
    add_logo (page, sheet, fit, logo_mm);
  add_text (page, sheet->title, FOLLI_FIT_TITLE_PT, TRUE, FOLLI_ALIGN_LEFT,
            BLACK,
            (double[]){ title_x_mm, margin_mm + (fit->header_mm - title_mm) / 2,
                        folli_fit_get_title_width (sheet, fit), title_mm });
  add_text (
      page, sheet->date, FOLLI_FIT_DATE_PT, FALSE, FOLLI_ALIGN_RIGHT, GREY,
      (double[]){ get_left (fit) + fit->content_mm - FOLLI_FIT_DATE_WIDTH_MM,
                  margin_mm + (fit->header_mm - date_mm) / 2,
                  FOLLI_FIT_DATE_WIDTH_MM, date_mm });
}

/* The largest letters that the box holds. */
static double
find_label_size (const char *text, double width_mm, double height_mm)
{
  double size_pt = LABEL_MOST_PT;

  while (size_pt > LABEL_LEAST_PT
         && !folli_paint_fits (text, size_pt, TRUE, width_mm, height_mm))
    size_pt -= 0.5;
  return size_pt;
}

static void
add_label (FolliPage *page, const FolliSheet *sheet, const double *panel)
{
  const gboolean is_picture = sheet->label_aspect > 0;
  const double   aspect = is_picture ? sheet->label_aspect : LABEL_TEXT_ASPECT;
  const double   area_mm2 = LABEL_SHARE * panel[2] * panel[3];
  const double   width_mm = MIN (sqrt (area_mm2 * aspect), panel[2]);
  const double   height_mm = area_mm2 / width_mm;
  const double   inner_mm = width_mm - 2 * FOLLI_FIT_SMALL_GAP_MM;
  const double   box[] = { panel[0], panel[1], width_mm, height_mm };
  double         size_pt, text_mm;

  if (is_picture)
    {
      add_picture (page, folli_sheet_get_label (sheet), box);
      return;
    }
  add_bar (page, WHITE, box);
  size_pt = find_label_size (sheet->label, inner_mm, height_mm);
  text_mm = folli_paint_measure (sheet->label, size_pt, TRUE, inner_mm);
  add_text (page, sheet->label, size_pt, TRUE, FOLLI_ALIGN_CENTER, BLACK,
            (double[]){ box[0] + FOLLI_FIT_SMALL_GAP_MM,
                        box[1] + MAX (0, height_mm - text_mm) / 2, inner_mm,
                        height_mm });
}

/* The same on all panels. */
static double
find_mark_size (const FolliSheet *sheet, const FolliFit *fit)
{
  double size_pt = MARK_MOST_PT;

  for (guint i = 0; i < sheet->panels->len; i++)
    size_pt = MIN (size_pt, MARK_PT_PER_MM * get_panel (sheet, i)->width_mm
                                * fit->scale);
  return MAX (size_pt, MARK_LEAST_PT);
}

/* On the picture itself, so that it goes wherever the picture goes. */
static void
add_mark (FolliPage        *page,
          const FolliSheet *sheet,
          double            size_pt,
          const double     *panel)
{
  const double width_mm = panel[2] - 2 * FOLLI_FIT_SMALL_GAP_MM;
  const double text_mm
      = folli_paint_measure (sheet->mark, size_pt, FALSE, width_mm);
  const double band_mm = text_mm + FOLLI_FIT_SMALL_GAP_MM;
  const double top_mm = panel[1] + panel[3] - band_mm;

  add_bar (page, BAND, (double[]){ panel[0], top_mm, panel[2], band_mm });
  add_text (page, sheet->mark, size_pt, FALSE, FOLLI_ALIGN_CENTER, WHITE,
            (double[]){ panel[0] + FOLLI_FIT_SMALL_GAP_MM,
                        top_mm + FOLLI_FIT_SMALL_GAP_MM / 2, width_mm,
                        text_mm });
}

/* Where the panels start, below the header and in the middle. */
static void
find_corner (const FolliSheet *sheet, const FolliFit *fit, double corner[2])
{
  corner[0] = (fit->width_mm - folli_fit_get_panels_width (sheet, fit)) / 2;
  corner[1] = sheet->paper->margin_mm + fit->header_mm + FOLLI_FIT_GAP_MM;
}

/* Returns the box of a panel's picture, right below its caption, so that those
   of a row are level. */
static void
find_panel (const FolliSheet *sheet,
            const FolliFit   *fit,
            guint             i,
            double            box[4])
{
  const FolliPanel *panel = get_panel (sheet, i);
  const int         column = i % fit->n_columns;
  double            corner[2];

  find_corner (sheet, fit, corner);
  box[2] = panel->width_mm * fit->scale;
  box[3] = panel->height_mm * fit->scale;
  box[0] = corner[0]
           + (folli_fit_get_column_width (sheet, fit, column) - box[2]) / 2;
  for (int before = 0; before < column; before++)
    box[0]
        += folli_fit_get_column_width (sheet, fit, before) + FOLLI_FIT_GAP_MM;
  if (is_right_to_left (sheet))
    box[0] = fit->width_mm - box[0] - box[2];
  box[1] = corner[1]
           + i / fit->n_columns
                 * (fit->caption_mm + fit->cell_height_mm + FOLLI_FIT_GAP_MM)
           + fit->caption_mm;
}

static void
add_panels (FolliPage *page, const FolliSheet *sheet, const FolliFit *fit)
{
  const double mark_pt = find_mark_size (sheet, fit);
  double       box[4];

  for (guint i = 0; i < sheet->panels->len; i++)
    {
      find_panel (sheet, fit, i, box);
      add_picture (page, i, box);
    }
  for (guint i = 0; i < sheet->panels->len; i++)
    {
      find_panel (sheet, fit, i, box);
      if (get_panel (sheet, i)->is_changed
          && (*sheet->label || sheet->label_aspect > 0))
        add_label (page, sheet, box);
      add_mark (page, sheet, mark_pt, box);
      add_text (page, get_panel (sheet, i)->caption, FOLLI_FIT_CAPTION_PT, TRUE,
                is_right_to_left (sheet) ? FOLLI_ALIGN_RIGHT : FOLLI_ALIGN_LEFT,
                BLACK,
                (double[]){ box[0], box[1] - fit->caption_mm, box[2],
                            fit->caption_mm });
    }
}

/* The longest of 1, 2, 5, 10... mm that is not too long on paper. */
static double
find_bar_length (double scale)
{
  const double most_mm = BAR_MOST_MM / scale;
  const double decade_mm = pow (10, floor (log10 (most_mm)));

  if (most_mm >= 5 * decade_mm)
    return 5 * decade_mm;
  return most_mm >= 2 * decade_mm ? 2 * decade_mm : decade_mm;
}

static void
add_scale_bar (FolliPage        *page,
               const FolliSheet *sheet,
               const FolliFit   *fit,
               double            y_mm)
{
  const double     length_mm = find_bar_length (fit->scale);
  const double     bar_mm = length_mm * fit->scale;
  g_autofree char *length = g_strdup_printf (_ ("%g mm"), length_mm);
  g_autofree char *text
      = *sheet->scale_remark
            ? g_strjoin (", ", length, sheet->scale_remark, NULL)
            : g_strdup (length);
  double corner[2];

  find_corner (sheet, fit, corner);
  add_bar (page, BLACK,
           (double[]){ corner[0], y_mm, bar_mm, FOLLI_FIT_BAR_MM });
  add_bar (page, BLACK,
           (double[]){ corner[0], y_mm - FOLLI_FIT_BAR_MM,
                       FOLLI_FIT_BAR_MM / 3., 3 * FOLLI_FIT_BAR_MM });
  add_bar (page, BLACK,
           (double[]){ corner[0] + bar_mm - FOLLI_FIT_BAR_MM / 3.,
                       y_mm - FOLLI_FIT_BAR_MM, FOLLI_FIT_BAR_MM / 3.,
                       3 * FOLLI_FIT_BAR_MM });
  add_text (page, text, SCALE_PT, FALSE, FOLLI_ALIGN_LEFT, BLACK,
            (double[]){ corner[0] + bar_mm + FOLLI_FIT_SMALL_GAP_MM,
                        y_mm - FOLLI_FIT_SMALL_GAP_MM, SCALE_TEXT_MM,
                        FOLLI_FIT_GAP_MM });
}

static void
add_footer (FolliPage *page, const FolliSheet *sheet, const FolliFit *fit)
{
  const double left_mm = get_left (fit);
  const double width_mm = fit->content_mm;
  double       y_mm, corner[2];

  find_corner (sheet, fit, corner);
  y_mm = corner[1]
         + fit->n_rows
               * (fit->caption_mm + fit->cell_height_mm + FOLLI_FIT_GAP_MM);
  add_scale_bar (page, sheet, fit, y_mm);

  y_mm = fit->height_mm - sheet->paper->margin_mm - fit->settings_mm;
  add_text (page, sheet->settings, FOLLI_FIT_SETTINGS_PT, FALSE,
            FOLLI_ALIGN_LEFT, GREY,
            (double[]){ left_mm, y_mm, width_mm, fit->settings_mm });
  add_text (page, sheet->note, FOLLI_FIT_NOTE_PT, FALSE, FOLLI_ALIGN_LEFT,
            BLACK,
            (double[]){ left_mm, y_mm - FOLLI_FIT_GAP_MM - fit->note_mm,
                        width_mm, fit->note_mm });
}

FolliPage *
folli_sheet_lay_out (const FolliSheet *sheet, GError **error)
{
  const FolliFit fit = folli_fit_find (sheet);
  FolliPage     *page;
  guint          n_before;

  if (MIN (fit.cell_width_mm, fit.cell_height_mm) < LEAST_PANEL_MM)
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_RANGE,
                   _ ("%d panels are too many for one sheet: each would be "
                      "%.0f mm wide and %.0f mm high, and %d mm are needed"),
                   sheet->panels->len, MAX (0, fit.cell_width_mm),
                   MAX (0, fit.cell_height_mm), LEAST_PANEL_MM);
      return NULL;
    }
  page = folli_page_new (fit.width_mm, fit.height_mm);
  add_panels (page, sheet, &fit);
  n_before = page->items->len;
  add_header (page, sheet, &fit);
  add_footer (page, sheet, &fit);
  if (is_right_to_left (sheet))
    folli_page_mirror (page, n_before);
  return page;
}
