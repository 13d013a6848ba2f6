/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gimp/layer.h"

G_BEGIN_DECLS

/* An image in the place of GIMP's, of which each text that a file can carry
 * for us is whatever somebody has written there: a photo, over it a layer or
 * group that says it is ours, in that a session, and a path. */
enum
{
  HOSTILE_PHOTO = 1,
  HOSTILE_MADE,
  HOSTILE_SESSION,
  HOSTILE_N_ITEMS
};

/* Texts, one after the other, with a form feed between them. */
typedef enum
{
  HOSTILE_SETTINGS,
  HOSTILE_SIZE,
  HOSTILE_ASKED,
  HOSTILE_FOOTPRINT,
  HOSTILE_MAP,
  HOSTILE_MARK,
  HOSTILE_NAME,
  HOSTILE_PHOTO_SETTINGS,
  HOSTILE_PATH_SETTINGS,
  HOSTILE_SCALE,
  HOSTILE_N_TEXTS
} HostileText;

/**
 * hostile_image_open:
 * @text: all texts; those that are missing the image does not carry
 *
 * Returns: (transfer full): the image, which is the only one until it is closed
 */
FolliHost *hostile_image_open (const char *text);
void       hostile_image_close (FolliHost *host);

/**
 * hostile_image_get:
 * @host: the image
 * @which: one of its texts
 *
 * Returns: (nullable): it
 */
const char *hostile_image_get (FolliHost *host, HostileText which);

G_END_DECLS
