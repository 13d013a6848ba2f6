/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * folli_hash_mix:
 * @x: any number
 *
 * Turns a number into one that looks random. A bijection, so different numbers
 * stay different.
 *
 * Source: xor-shift and multiply, as in the finaliser of MurmurHash3.
 *
 * Returns: 64 bits, each as good as the others
 */
static inline guint64
folli_hash_mix (guint64 x)
{
  x ^= x >> 32;
  x *= G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  x ^= x >> 32;
  x *= G_GUINT64_CONSTANT (0xd6e8feb86659fd93);
  x ^= x >> 32;
  return x;
}

/**
 * folli_hash_place:
 * @seed: the arrangement's seed
 * @x: a whole coordinate
 * @y: a whole coordinate
 * @kind: tells hashes of different use at one place apart
 *
 * Returns: 64 random bits that belong to the place
 */
static inline guint64
folli_hash_place (guint64 seed, gint32 x, gint32 y, guint kind)
{
  guint64 place = ((guint64)(guint32)x << 32) | (guint32)y;

  seed += G_GUINT64_CONSTANT (0x632be59bd9b4e019) * kind;
  return folli_hash_mix (folli_hash_mix (seed) ^ folli_hash_mix (place));
}

G_END_DECLS
