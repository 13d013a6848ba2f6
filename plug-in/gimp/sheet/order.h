/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "gimp/settings.h"
#include "gimp/sheet/compose.h"

G_BEGIN_DECLS

/* The arguments of FOLLI_PROCEDURE_SHEET, in the order of the contract. */
#define FOLLI_ORDER_N_ARGUMENTS 6
extern const FolliArgument folli_order_arguments[FOLLI_ORDER_N_ARGUMENTS];

/**
 * FolliOrder:
 * @layout: what to compare
 * @paper: what the sheet is for
 * @looks: to show in place of the one that the image has; may be empty
 * @file: (nullable): to write, or NULL for a new image
 * @is_pdf: whether the file is a PDF, and no PNG
 * @title: the clinic's
 * @note: what else the sheet says
 * @label: what stands in the corner of changed panels, or ""
 * @logo: (nullable): the clinic's
 * @label_picture: (nullable): what stands in the corner instead
 *
 * The arguments of a sheet made definite.
 */
typedef struct
{
  FolliLayout       layout;
  const FolliPaper *paper;
  char            **looks;
  char             *file;
  gboolean          is_pdf;
  char             *title;
  char             *note;
  char             *label;
  cairo_surface_t  *logo;
  cairo_surface_t  *label_picture;
} FolliOrder;

void folli_order_clear (FolliOrder *order);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FolliOrder, folli_order_clear)

/**
 * folli_order_take:
 * @host: the image, after which a file is called in a folder
 * @settings: the arguments
 * @order: (inout): zeros, to be cleared whatever happens
 * @error: return location
 *
 * Reads the arguments, and finds whatever is wrong with them.
 *
 * Errors: FOLLI_ERROR_UNKNOWN for a layout or paper that there is not;
 * FOLLI_ERROR_FILE for a file of another kind, a folder that cannot be written
 * to, and a logo that is no picture.
 *
 * Returns: TRUE if all can be used
 */
gboolean folli_order_take (FolliHost           *host,
                           const FolliSettings *settings,
                           FolliOrder          *order,
                           GError             **error);

G_END_DECLS
