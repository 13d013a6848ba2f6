/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * FOLLI_TEST_TILE_CHECKSUM:
 *
 * What folli_test_tile_checksum() gives on every machine. It changes only when
 * the point set is meant to: then every saved picture changes, too.
 */
#define FOLLI_TEST_TILE_CHECKSUM G_GUINT64_CONSTANT (0x846915d23d1a9b16)

/**
 * folli_test_tile_checksum:
 *
 * Returns: a hash of every point of a few tiles, near and far
 */
guint64 folli_test_tile_checksum (void);

G_END_DECLS
