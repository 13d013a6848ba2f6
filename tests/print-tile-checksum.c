/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tile-checksum.h"

/* Compiled in many ways by compare-compilers.sh. */
int
main (void)
{
  const guint64 sum = folli_test_tile_checksum ();

  g_print ("# %016" G_GINT64_MODIFIER "x\n", sum);
  return sum != FOLLI_TEST_TILE_CHECKSUM;
}
