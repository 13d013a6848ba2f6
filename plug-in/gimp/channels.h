/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gimp/host.h"

G_BEGIN_DECLS

/* What the plug-in does with the channels of an image. Each host links its
   own. */

/**
 * folli_host_add_channel:
 * @host: the image
 * @name: of the channel; GIMP numbers it where there is one of that name
 * @map: what is painted in it, as it looks; black around it
 * @error: return location
 *
 * Puts a channel on top of the others, in one undo step.
 *
 * Errors: FOLLI_ERROR_HOST; the image is as before.
 *
 * Returns: (transfer full): its name, or NULL
 */
char *folli_host_add_channel (FolliHost  *host,
                              const char *name,
                              GeglBuffer *map,
                              GError    **error);

G_END_DECLS
