/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gimp/host.h"

G_BEGIN_DECLS

/* What the plug-in does with the paths of an image. Each host links its own. */

/**
 * folli_host_put_path:
 * @host: the image
 * @name: of the path
 * @points: (element-type double): FOLLI_PATH_NUMBERS for each anchor
 * @is_closed: whether the last anchor is joined to the first
 * @settings: (nullable): text of the parasite FOLLI_SETTINGS_PARASITE
 * @error: return location
 *
 * Puts a path on top of the others, or into the one that has that name, which
 * stays the same item at the same place. Belongs into an undo group.
 *
 * Errors: FOLLI_ERROR_HOST; the image is as before.
 *
 * Returns: its id, or -1
 */
gint folli_host_put_path (FolliHost  *host,
                          const char *name,
                          GArray     *points,
                          gboolean    is_closed,
                          const char *settings,
                          GError    **error);

/**
 * folli_host_read_path:
 * @host: the image
 * @name: of a path
 *
 * Returns: (transfer full) (nullable) (element-type double): FOLLI_PATH_NUMBERS
 * for each anchor of all its strokes; NULL if there is no such path
 */
GArray *folli_host_read_path (FolliHost *host, const char *name);

/**
 * folli_host_recall_path:
 * @host: the image
 * @name: of a path
 * @parasite: name of what is stored with it
 *
 * Returns: (transfer full) (nullable): the text, if there is a path with one
 */
char *folli_host_recall_path (FolliHost  *host,
                              const char *name,
                              const char *parasite);

/* Belongs into an undo group. */
void folli_host_rename_path (FolliHost  *host,
                             const char *name,
                             const char *new_name);

/**
 * folli_host_show_path:
 * @host: the image
 * @path: its id
 *
 * Makes a path visible, and the one that GIMP's path tool edits.
 */
void folli_host_show_path (FolliHost *host, gint path);

/**
 * folli_host_list_paths:
 * @host: the image
 *
 * Returns: (transfer full): the paths' names, the topmost first
 */
GStrv folli_host_list_paths (FolliHost *host);

G_END_DECLS
