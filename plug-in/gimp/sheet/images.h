/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "gimp/host.h"
#include "gimp/sheet/page.h"

G_BEGIN_DECLS

/* Whole images, open ones and new ones. Each host links its own. */

/**
 * folli_host_list_open:
 * @host: the image
 *
 * Returns: (transfer full) (element-type FolliHost): a host for each image
 * that is open in GIMP and has a layer, in the order in which they were opened
 */
GPtrArray *folli_host_list_open (FolliHost *host);

/**
 * folli_host_is_same_image:
 * @host: an image
 * @other: an image
 *
 * Returns: TRUE if they are the same one
 */
gboolean folli_host_is_same_image (FolliHost *host, FolliHost *other);

/**
 * folli_host_get_name:
 * @host: the image
 *
 * Returns: (transfer full): what its window calls it
 */
char *folli_host_get_name (FolliHost *host);

/**
 * folli_host_get_before:
 * @host: the image
 * @error: return location
 *
 * Looks at the image as it is shown without what Follicle made. The image does
 * not change.
 *
 * Errors: FOLLI_ERROR_HOST.
 *
 * Returns: (transfer full): pixels of the whole image, or NULL
 */
GeglBuffer *folli_host_get_before (FolliHost *host, GError **error);

/**
 * folli_host_open_page:
 * @page: what is on it
 * @pictures: as many as its items name
 * @dpi: pixels per inch
 * @error: return location
 *
 * Makes a new image of a page, with a layer for each item; text is a text
 * layer wherever GIMP can make one.
 *
 * Errors: FOLLI_ERROR_HOST; there is no new image then.
 *
 * Returns: its id, or -1
 */
int folli_host_open_page (const FolliPage        *page,
                          cairo_surface_t *const *pictures,
                          double                  dpi,
                          GError                **error);

G_END_DECLS
