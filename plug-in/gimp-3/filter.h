/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "host.h"

G_BEGIN_DECLS

#define FOLLI_HAIRLINE "follicle:hairline"
#define FOLLI_DOTS "follicle:dots"

/**
 * folli_filter_find:
 * @layer: a layer
 * @operation: FOLLI_HAIRLINE or FOLLI_DOTS
 *
 * Returns: (transfer none) (nullable): the first live effect of that kind that
 * the layer carries
 */
GimpDrawableFilter *folli_filter_find (GimpLayer *layer, const char *operation);

/**
 * folli_filter_is_known:
 * @host: an image with a layer
 *
 * Returns: TRUE if GIMP knows our operations
 */
gboolean folli_filter_is_known (FolliHost *host);

G_END_DECLS
