/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gimp/host.h"
#include "gimp/settings.h"

G_BEGIN_DECLS

/* A hairline that is in the image already: how it was designed, and whether it
 * still is as it was. */

/**
 * folli_hairline_to_text:
 * @settings: of FOLLI_PROCEDURE_HAIRLINE
 * @line: (element-type double): that was made with them, FOLLI_PATH_NUMBERS for
 *   each anchor
 *
 * Returns: (transfer full): what is stored with the path
 */
char *folli_hairline_to_text (const FolliSettings *settings, GArray *line);

/**
 * folli_hairline_go_on:
 * @host: the image
 * @settings: (inout): of FOLLI_PROCEDURE_HAIRLINE
 *
 * Has the settings be those of the hairline that the image has: the one with
 * their name or else with the usual one. Without one they stay as they are.
 */
void folli_hairline_go_on (FolliHost *host, FolliSettings *settings);

/**
 * folli_hairline_find_refuge:
 * @host: the image
 * @name: of the path that is going to be made
 *
 * What has that name already and is not as it was designed is somebody's work:
 * edited by hand, drawn or loaded.
 *
 * Returns: (transfer full) (nullable): a free name to keep it under, or NULL if
 * nothing has to be kept
 */
char *folli_hairline_find_refuge (FolliHost *host, const char *name);

G_END_DECLS
