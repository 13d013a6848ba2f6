/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "gimp/sheet/page.h"

G_BEGIN_DECLS

/**
 * folli_document_get_date:
 *
 * Returns: (transfer full): now, or what the environment's SOURCE_DATE_EPOCH
 *   says, by the convention of reproducible builds
 */
GDateTime *folli_document_get_date (void);

/**
 * folli_document_make_pdf:
 * @page: the page
 * @pictures: as many as its items name
 * @title: what the file says it is
 * @subject: what the file says of itself
 * @error: return location
 *
 * Errors: FOLLI_ERROR_HOST if cairo cannot.
 *
 * Returns: (transfer full): a PDF file, or NULL
 */
GByteArray *folli_document_make_pdf (const FolliPage        *page,
                                     cairo_surface_t *const *pictures,
                                     const char             *title,
                                     const char             *subject,
                                     GError                **error);

/**
 * folli_document_make_png:
 * @page: the page
 * @pictures: as many as its items name
 * @dpi: pixels per inch
 * @title: what the file says it is
 * @subject: what the file says of itself
 * @error: return location
 *
 * Errors: FOLLI_ERROR_HOST if there is no memory for so large a picture.
 *
 * Returns: (transfer full): a PNG file, or NULL
 */
GByteArray *folli_document_make_png (const FolliPage        *page,
                                     cairo_surface_t *const *pictures,
                                     double                  dpi,
                                     const char             *title,
                                     const char             *subject,
                                     GError                **error);

/**
 * folli_document_save:
 * @file: its name
 * @data: what to write
 * @length: how much that is
 * @error: return location
 *
 * Writes a file whole or not at all: beside its place first, and then it is
 * moved there.
 *
 * Errors: FOLLI_ERROR_FILE.
 *
 * Returns: TRUE if it is there
 */
gboolean folli_document_save (const char   *file,
                              gconstpointer data,
                              gsize         length,
                              GError      **error);

G_END_DECLS
