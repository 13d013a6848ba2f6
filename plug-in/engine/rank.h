/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "patch.h"

G_BEGIN_DECLS

/* The rank of a dart: the share of all points that come no later, 65536 for
 * all. @hash decides among those that have the same label, foremost those of
 * the coarsest level. */
guint16 folli_rank_of_dart (const FolliDart *dart, guint64 hash);

G_END_DECLS
