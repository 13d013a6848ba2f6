/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gimp/dialog/dialog.h"

G_BEGIN_DECLS

/* Of a picture of a look. */
#define FOLLI_LOOK_WIDTH_PX 96
#define FOLLI_LOOK_HEIGHT_PX 72

/**
 * folli_looks_show_picture:
 * @looks: the pictures
 * @number: of the look, in the order of folli_presets_list()
 * @picture: what it looks like
 */
void
folli_looks_show_picture (FolliLooks *looks, guint number, GdkPixbuf *picture);

G_END_DECLS
