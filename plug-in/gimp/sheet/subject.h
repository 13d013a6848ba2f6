/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>

#include "gimp/made.h"

G_BEGIN_DECLS

/**
 * FolliSubject:
 * @host: (not owned): the image
 * @name: what its window calls it
 * @is_guess: whether its scale is
 * @photo: all of it, without dots
 * @before: (nullable): the crop of it, once something was drawn
 * @crop: the part of the image that a sheet shows
 * @looks: (element-type FolliMadeMap): what is there, or what was asked for
 *   instead
 * @names: (element-type utf8): of the looks
 *
 * An image on a sheet.
 */
typedef struct
{
  FolliHost    *host;
  char         *name;
  gboolean      is_guess;
  GeglBuffer   *photo;
  GeglBuffer   *before;
  GeglRectangle crop;
  GArray       *looks;
  GPtrArray    *names;
} FolliSubject;

/**
 * folli_subject_new:
 * @host: the image, which has to outlive the subject
 * @looks: (array zero-terminated=1): looks to show instead of the one that the
 *   image has; may be empty
 * @presets: all presets
 * @error: return location
 *
 * Finds out what Follicle made in an image and what a sheet shows of it.
 *
 * Errors: of folli_made_find_map() and folli_made_try_look(), and
 * FOLLI_ERROR_IMAGE if the dots are in the photo's own pixels, so that there is
 * no photo without them.
 *
 * Returns: (transfer full): the subject, or NULL
 */
FolliSubject *folli_subject_new (FolliHost          *host,
                                 const char *const  *looks,
                                 const FolliPresets *presets,
                                 GError            **error);

void folli_subject_free (FolliSubject *subject);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FolliSubject, folli_subject_free)

/**
 * folli_subject_get_scale:
 * @subject: the subject
 *
 * Returns: pixels per cm
 */
double folli_subject_get_scale (const FolliSubject *subject);

/**
 * folli_subject_get_recipe:
 * @subject: the subject
 * @look: which of its looks
 *
 * Returns: (transfer none): the numbers that its dots have
 */
const FolliRecipe *folli_subject_get_recipe (const FolliSubject *subject,
                                             int                 look);

/**
 * folli_subject_show_name:
 * @name: what a user has called something
 *
 * Returns: (transfer full): the name as it can stand within a sentence of the
 *   user's language
 */
char *folli_subject_show_name (const char *name);

/**
 * folli_subject_widen:
 * @subject: the subject, of which nothing was drawn yet
 * @width_px: wanted
 * @height_px: wanted
 *
 * Shows more around the dots, as far as the photo goes. Never shows less.
 */
void folli_subject_widen (FolliSubject *subject, int width_px, int height_px);

/**
 * folli_subject_draw:
 * @subject: the subject
 * @look: which of its looks, or -1 for the photo without dots
 * @sessions: how many are done
 * @age: months since the last
 * @width_px: wanted; a picture is never larger than the photo
 *
 * Draws what the sheet shows of an image.
 *
 * Returns: (transfer full): pixels, CAIRO_FORMAT_RGB24
 */
cairo_surface_t *folli_subject_draw (FolliSubject *subject,
                                     int           look,
                                     int           sessions,
                                     double        age,
                                     int           width_px);

G_END_DECLS
