/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gimp/sheet/layout.h"

G_BEGIN_DECLS

/* Sizes of letters. Source: doc/numbers.md, "Sheets". */
#define FOLLI_FIT_TITLE_PT 16
#define FOLLI_FIT_DATE_PT 9
#define FOLLI_FIT_CAPTION_PT 10
#define FOLLI_FIT_SETTINGS_PT 8
#define FOLLI_FIT_NOTE_PT 9

/* Chosen by eye. */
#define FOLLI_FIT_LOGO_MM 14
#define FOLLI_FIT_DATE_WIDTH_MM 45
#define FOLLI_FIT_GAP_MM 4
#define FOLLI_FIT_SMALL_GAP_MM 1.5
#define FOLLI_FIT_BAR_MM 1

/**
 * FolliFit:
 * @width_mm: of the page
 * @height_mm: of the page
 * @header_mm: how high the header is
 * @caption_mm: how high the captions are, with the gap below
 * @settings_mm: how high the settings are
 * @note_mm: how high the note is
 * @n_columns: of panels
 * @n_rows: of panels
 * @room_width_mm: that a panel may have
 * @room_height_mm: that a panel may have
 * @cell_width_mm: of the widest panel
 * @cell_height_mm: of the highest panel
 * @scale: on paper, of skin
 * @content_mm: how wide header, panels and footer are, from edge to edge
 *
 * How a sheet fits its paper.
 */
typedef struct
{
  double width_mm;
  double height_mm;
  double header_mm;
  double caption_mm;
  double settings_mm;
  double note_mm;
  int    n_columns;
  int    n_rows;
  double room_width_mm;
  double room_height_mm;
  double cell_width_mm;
  double cell_height_mm;
  double scale;
  double content_mm;
} FolliFit;

/**
 * folli_fit_find:
 * @sheet: the sheet
 *
 * Returns: upright or across, in as many columns as make the panels largest,
 * and of what is as good the page that is fullest
 */
FolliFit folli_fit_find (const FolliSheet *sheet);

/**
 * folli_fit_get_title_height:
 * @sheet: the sheet
 * @fit: how it fits
 *
 * Returns: of as much of the title as there is room for, mm
 */
double folli_fit_get_title_height (const FolliSheet *sheet,
                                   const FolliFit   *fit);

/**
 * folli_fit_get_date_height:
 * @sheet: the sheet
 *
 * Returns: of the date, mm
 */
double folli_fit_get_date_height (const FolliSheet *sheet);

/**
 * folli_fit_get_column_width:
 * @sheet: the sheet
 * @fit: how it fits
 * @column: which column, counted from 0
 *
 * Returns: of the widest panel in it, mm
 */
double folli_fit_get_column_width (const FolliSheet *sheet,
                                   const FolliFit   *fit,
                                   int               column);

/**
 * folli_fit_get_panels_width:
 * @sheet: the sheet
 * @fit: how it fits
 *
 * Returns: of all columns with the gaps between them, mm
 */
double folli_fit_get_panels_width (const FolliSheet *sheet,
                                   const FolliFit   *fit);

/**
 * folli_fit_get_title_width:
 * @sheet: the sheet
 * @fit: how it fits
 *
 * Returns: what logo and date leave for the title, mm
 */
double folli_fit_get_title_width (const FolliSheet *sheet, const FolliFit *fit);

/**
 * folli_fit_get_logo_width:
 * @sheet: the sheet
 *
 * Returns: of the clinic's logo, mm, or 0 without one
 */
double folli_fit_get_logo_width (const FolliSheet *sheet);

G_END_DECLS
