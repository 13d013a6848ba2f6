/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/sheet/fit.h"

#include "gimp/sheet/paint.h"

/* Chosen by eye. */
#define TITLE_MOST_MM 14
#define NOTE_MOST_MM 40
#define LOGO_MOST_MM 60
#define AS_GOOD 1.15
#define LEAST_CONTENT_MM 120

/* A narrower text is higher, which makes the panels smaller, so that the text
   is to be narrower still: by whole lines, and so not often. */
#define MOST_TURNS 4

static const FolliPanel *
get_panel (const FolliSheet *sheet, guint i)
{
  return &g_array_index (sheet->panels, FolliPanel, i);
}

static double
get_inner_width (const FolliSheet *sheet, const FolliFit *fit)
{
  return fit->width_mm - 2 * sheet->paper->margin_mm;
}

double
folli_fit_get_logo_width (const FolliSheet *sheet)
{
  return MIN (FOLLI_FIT_LOGO_MM * sheet->logo_aspect, LOGO_MOST_MM);
}

double
folli_fit_get_title_width (const FolliSheet *sheet, const FolliFit *fit)
{
  const double logo_mm = folli_fit_get_logo_width (sheet);

  return fit->content_mm - FOLLI_FIT_DATE_WIDTH_MM - FOLLI_FIT_GAP_MM
         - (logo_mm > 0 ? logo_mm + FOLLI_FIT_GAP_MM : 0);
}

static double
measure (const char *text, double size_pt, gboolean is_bold, double width_mm)
{
  return *text ? folli_paint_measure (text, size_pt, is_bold, width_mm) : 0;
}

double
folli_fit_get_title_height (const FolliSheet *sheet, const FolliFit *fit)
{
  return MIN (TITLE_MOST_MM, measure (sheet->title, FOLLI_FIT_TITLE_PT, TRUE,
                                      folli_fit_get_title_width (sheet, fit)));
}

double
folli_fit_get_date_height (const FolliSheet *sheet)
{
  return measure (sheet->date, FOLLI_FIT_DATE_PT, FALSE,
                  FOLLI_FIT_DATE_WIDTH_MM);
}

static void
measure_texts (const FolliSheet *sheet, FolliFit *fit)
{
  const double width_mm = fit->content_mm;

  fit->header_mm = MAX (MAX (folli_fit_get_title_height (sheet, fit),
                             sheet->logo_aspect > 0 ? FOLLI_FIT_LOGO_MM : 0),
                        folli_fit_get_date_height (sheet));
  fit->settings_mm
      = measure (sheet->settings, FOLLI_FIT_SETTINGS_PT, FALSE, width_mm);
  fit->note_mm = MIN (
      NOTE_MOST_MM, measure (sheet->note, FOLLI_FIT_NOTE_PT, FALSE, width_mm));
}

/* The scale bar stands between the panels and the settings. */
static double
find_footer (const FolliFit *fit)
{
  return FOLLI_FIT_GAP_MM + FOLLI_FIT_BAR_MM + FOLLI_FIT_GAP_MM
         + FOLLI_FIT_GAP_MM + fit->settings_mm
         + (fit->note_mm > 0 ? FOLLI_FIT_GAP_MM + fit->note_mm : 0);
}

static void
find_largest (const FolliSheet *sheet, double *width_mm, double *height_mm)
{
  *width_mm = *height_mm = 0;
  for (guint i = 0; i < sheet->panels->len; i++)
    {
      *width_mm = MAX (*width_mm, get_panel (sheet, i)->width_mm);
      *height_mm = MAX (*height_mm, get_panel (sheet, i)->height_mm);
    }
}

/* Captions that need two lines get them in all panels. */
static double
measure_captions (const FolliSheet *sheet, double width_mm)
{
  double height_mm = 0;

  for (guint i = 0; i < sheet->panels->len; i++)
    height_mm = MAX (height_mm, measure (get_panel (sheet, i)->caption,
                                         FOLLI_FIT_CAPTION_PT, TRUE, width_mm));
  return height_mm + FOLLI_FIT_SMALL_GAP_MM;
}

/* As large as it gets with as much text, in so many columns. */
static void
find_scale (const FolliSheet *sheet, FolliFit *fit)
{
  double panel_width_mm, panel_height_mm, free_mm;

  find_largest (sheet, &panel_width_mm, &panel_height_mm);
  measure_texts (sheet, fit);
  fit->caption_mm = measure_captions (sheet, MAX (fit->room_width_mm, 1));
  free_mm = fit->height_mm - 2 * sheet->paper->margin_mm - fit->header_mm
            - FOLLI_FIT_GAP_MM - find_footer (fit)
            - (fit->n_rows - 1) * FOLLI_FIT_GAP_MM;
  fit->room_height_mm = free_mm / fit->n_rows - fit->caption_mm;
  fit->scale = MIN (fit->room_width_mm / panel_width_mm,
                    fit->room_height_mm / panel_height_mm);
  fit->cell_width_mm = panel_width_mm * fit->scale;
  fit->cell_height_mm = panel_height_mm * fit->scale;
}

double
folli_fit_get_column_width (const FolliSheet *sheet,
                            const FolliFit   *fit,
                            int               column)
{
  double width_mm = 0;

  for (guint i = column; i < sheet->panels->len; i += fit->n_columns)
    width_mm = MAX (width_mm, get_panel (sheet, i)->width_mm * fit->scale);
  return width_mm;
}

double
folli_fit_get_panels_width (const FolliSheet *sheet, const FolliFit *fit)
{
  double width_mm = (fit->n_columns - 1) * FOLLI_FIT_GAP_MM;

  for (int column = 0; column < fit->n_columns; column++)
    width_mm += folli_fit_get_column_width (sheet, fit, column);
  return width_mm;
}

/* What the panels are wide once they show what there is room for; with less
   than some width, a header cannot be read. */
static double
find_content (const FolliSheet *sheet, const FolliFit *fit)
{
  const double inner_mm = get_inner_width (sheet, fit);
  double       width_mm = (fit->n_columns - 1) * FOLLI_FIT_GAP_MM;

  for (int column = 0; column < fit->n_columns; column++)
    {
      double most_mm = 0;

      for (guint i = column; i < sheet->panels->len; i += fit->n_columns)
        most_mm = MAX (most_mm, get_panel (sheet, i)->most_width_mm);
      width_mm += MIN (fit->room_width_mm, most_mm * fit->scale);
    }
  return CLAMP (width_mm, MIN (LEAST_CONTENT_MM, inner_mm), inner_mm);
}

/* How the panels fit on a page that wide and high, in so many columns. Header
   and footer end where the panels do. */
static FolliFit
try_columns (const FolliSheet *sheet,
             double            width_mm,
             double            height_mm,
             int               n_columns)
{
  FolliFit fit = { .width_mm = width_mm,
                   .height_mm = height_mm,
                   .n_columns = n_columns };
  double   content_mm;

  fit.n_rows = (sheet->panels->len + n_columns - 1) / n_columns;
  content_mm = get_inner_width (sheet, &fit);
  fit.room_width_mm
      = (content_mm - (n_columns - 1) * FOLLI_FIT_GAP_MM) / n_columns;
  for (int i = 0; i < MOST_TURNS && content_mm != fit.content_mm; i++)
    {
      fit.content_mm = content_mm;
      find_scale (sheet, &fit);
      content_mm = find_content (sheet, &fit);
    }
  return fit;
}

/* The area on paper of all panels, once they show what there is room for. Holes
   in the last row make it less. */
static double
find_shown_area (const FolliSheet *sheet, const FolliFit *fit)
{
  double area_mm2 = 0;

  for (guint i = 0; i < sheet->panels->len; i++)
    area_mm2 += MIN (fit->room_width_mm,
                     get_panel (sheet, i)->most_width_mm * fit->scale)
                * MIN (fit->room_height_mm,
                       get_panel (sheet, i)->most_height_mm * fit->scale);
  return area_mm2 * sheet->panels->len / (fit->n_rows * fit->n_columns);
}

/* The larger one; of those that are as good as equal the fuller one. */
static gboolean
is_better (const FolliSheet *sheet, const FolliFit *fit, const FolliFit *best)
{
  if (fit->scale <= 0 || best->scale <= 0
      || MAX (fit->scale, best->scale)
             > AS_GOOD * MIN (fit->scale, best->scale))
    return fit->scale > best->scale;
  return find_shown_area (sheet, fit) > find_shown_area (sheet, best);
}

static FolliFit
try_page (const FolliSheet *sheet, double width_mm, double height_mm)
{
  const int n_most
      = sheet->n_columns ? sheet->n_columns : (int)sheet->panels->len;
  FolliFit best = { .scale = -G_MAXDOUBLE };

  for (int n = sheet->n_columns ? sheet->n_columns : 1; n <= n_most; n++)
    {
      const FolliFit fit = try_columns (sheet, width_mm, height_mm, n);

      if (is_better (sheet, &fit, &best))
        best = fit;
    }
  return best;
}

FolliFit
folli_fit_find (const FolliSheet *sheet)
{
  const FolliPaper *paper = sheet->paper;
  const FolliFit upright = try_page (sheet, paper->width_mm, paper->height_mm);
  FolliFit       across;

  if (!paper->may_turn)
    return upright;
  across = try_page (sheet, paper->height_mm, paper->width_mm);
  return is_better (sheet, &across, &upright) ? across : upright;
}
