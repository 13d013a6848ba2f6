/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gimp/procedure.h"

G_BEGIN_DECLS

/**
 * folli_tail_split:
 * @text: what a user wrote
 * @tail: what may stand behind it
 * @head: (out) (transfer full): what stands before
 * @rest: (out) (transfer full): what stands behind, or ""
 *
 * Parts "Studio Norte logo=/home/me/logo.png" into "Studio Norte" and the
 * file's name.
 */
void folli_tail_split (const char      *text,
                       const FolliTail *tail,
                       char           **head,
                       char           **rest);

/**
 * folli_tail_join:
 * @head: what stands before
 * @tail: what is behind it
 * @rest: its value, or ""
 *
 * Returns: (transfer full): what folli_tail_split() parts
 */
char *
folli_tail_join (const char *head, const FolliTail *tail, const char *rest);

G_END_DECLS
