/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gimp/sheet/page.h"

G_BEGIN_DECLS

/**
 * FolliPaper:
 * @name: part of the contract
 * @width_mm: upright, or as it is where it does not turn
 * @height_mm: likewise
 * @margin_mm: left white all around
 * @may_turn: whether it is laid across where that shows more
 * @dpi: pixels per inch
 *
 * What a sheet is made for.
 */
typedef struct
{
  const char *name;
  double      width_mm;
  double      height_mm;
  double      margin_mm;
  gboolean    may_turn;
  double      dpi;
} FolliPaper;

/**
 * FolliPanel:
 * @caption: (transfer full): what it shows
 * @width_mm: of the skin that it shows
 * @height_mm: of the skin that it shows
 * @most_width_mm: of the skin that it can show
 * @most_height_mm: of the skin that it can show
 * @is_changed: whether it is anything but the photo
 *
 * One of the pictures on a sheet.
 */
typedef struct
{
  char    *caption;
  double   width_mm;
  double   height_mm;
  double   most_width_mm;
  double   most_height_mm;
  gboolean is_changed;
} FolliPanel;

/**
 * FolliSheet:
 * @paper: what it is for
 * @title: (transfer full): the clinic's, or ""
 * @date: (transfer full): of the sheet
 * @mark: (transfer full): what every panel says
 * @settings: (transfer full): how the dots were made, a line each
 * @note: (transfer full): the user's, or ""
 * @scale_remark: (transfer full): what is behind the length of the scale bar,
 *   or ""
 * @panels: (element-type FolliPanel): in the order of reading
 * @n_columns: how many stand beside each other, or 0 for whatever shows most
 * @logo_aspect: width by height of the clinic's logo, or 0 without one
 * @label: (transfer full): what stands in the upper left corner of changed
 *   panels, or ""
 * @label_aspect: width by height of a picture that stands there instead, or 0
 *
 * What a sheet has on it, before it is known where.
 */
typedef struct
{
  const FolliPaper *paper;
  char             *title;
  char             *date;
  char             *mark;
  char             *settings;
  char             *note;
  char             *scale_remark;
  GArray           *panels;
  int               n_columns;
  double            logo_aspect;
  char             *label;
  double            label_aspect;
} FolliSheet;

void folli_sheet_clear (FolliSheet *sheet);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FolliSheet, folli_sheet_clear)

/**
 * folli_sheet_get_logo:
 * @sheet: the sheet
 *
 * The pictures of a page are those of the panels, then the logo, then the
 * label.
 *
 * Returns: which picture is the logo
 */
int folli_sheet_get_logo (const FolliSheet *sheet);

/**
 * folli_sheet_get_label:
 * @sheet: the sheet
 *
 * Returns: which picture is the label
 */
int folli_sheet_get_label (const FolliSheet *sheet);

/**
 * folli_sheet_lay_out:
 * @sheet: the sheet
 * @error: return location
 *
 * Gives everything its place: all panels at the same scale, as large as the
 * paper lets them be. The first items that are pictures are the panels, in
 * their order.
 *
 * Errors: FOLLI_ERROR_RANGE if the panels would be too small.
 *
 * Returns: (transfer full): the page, or NULL
 */
FolliPage *folli_sheet_lay_out (const FolliSheet *sheet, GError **error);

G_END_DECLS
