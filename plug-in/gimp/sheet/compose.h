/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gimp/sheet/layout.h"
#include "gimp/sheet/subject.h"

G_BEGIN_DECLS

/**
 * FolliLayout:
 * @FOLLI_LAYOUT_BEFORE_AFTER: the photo, and with dots
 * @FOLLI_LAYOUT_SESSIONS: the photo, and after each session
 * @FOLLI_LAYOUT_YEARS: healed, and after one, three and five years
 * @FOLLI_LAYOUT_VIEWS: several images, before and after
 */
typedef enum
{
  FOLLI_LAYOUT_BEFORE_AFTER,
  FOLLI_LAYOUT_SESSIONS,
  FOLLI_LAYOUT_YEARS,
  FOLLI_LAYOUT_VIEWS
} FolliLayout;

/**
 * FolliShot:
 * @view: which image
 * @look: which look of it, or -1 for the photo without dots
 * @sessions: how many are done
 * @age: months since the last
 *
 * What a panel shows.
 */
typedef struct
{
  int    view;
  int    look;
  int    sessions;
  double age;
} FolliShot;

/**
 * folli_compose_shots:
 * @layout: what to compare
 * @views: (element-type FolliSubject): the images
 * @sheet: its panels are added, and the number of columns is set
 *
 * Returns: (transfer full) (element-type FolliShot): what each panel shows
 */
GArray *
folli_compose_shots (FolliLayout layout, GPtrArray *views, FolliSheet *sheet);

/**
 * folli_compose_widen:
 * @views: (element-type FolliSubject): the images
 * @shots: (element-type FolliShot): what the panels show
 * @sheet: the sizes of its panels change
 *
 * Shows as much around the dots as the paper has room for, at the same scale.
 */
void folli_compose_widen (GPtrArray *views, GArray *shots, FolliSheet *sheet);

/**
 * folli_compose_settings:
 * @layout: what is compared, which the panels say themselves
 * @views: (element-type FolliSubject): the images
 * @presets: all presets
 *
 * Returns: (transfer full): how the dots were made, a line each
 */
char *folli_compose_settings (FolliLayout         layout,
                              GPtrArray          *views,
                              const FolliPresets *presets);

/**
 * folli_compose_check_scales:
 * @views: (element-type FolliSubject): the images
 * @error: return location
 *
 * Views are shown at one scale of the skin, the less detailed as they are. That
 * works for photos taken alike.
 *
 * Errors: FOLLI_ERROR_IMAGE if their scales are too different, with both and
 * what to do.
 *
 * Returns: TRUE if all can stand beside each other
 */
gboolean folli_compose_check_scales (GPtrArray *views, GError **error);

G_END_DECLS
