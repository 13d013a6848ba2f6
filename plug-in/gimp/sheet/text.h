/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * folli_text_is_right_to_left:
 * @text: text
 *
 * Returns: whether its first letter is of a script that runs from right to left
 */
gboolean folli_text_is_right_to_left (const char *text);

/**
 * folli_text_cut:
 * @text: text
 * @n_characters: how many of its characters to take at the most
 *
 * Returns: (transfer full): the beginning with an ellipsis behind it, without
 *   half of what several characters show together
 */
char *folli_text_cut (const char *text, glong n_characters);

/**
 * folli_text_get_name:
 * @name: what a user has called something
 * @is_right_to_left: whether the text around it runs from right to left
 *
 * Makes a name fit to stand within a sentence: on one line, no longer than half
 * a line, and so that what stands around it keeps its order, whichever way the
 * name itself runs.
 *
 * Returns: (transfer full): the name
 */
char *folli_text_get_name (const char *name, gboolean is_right_to_left);

G_END_DECLS
