/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/made-layer.h"

/* GIMP 2.10 has no live effects. */
gboolean
folli_layer_read_effects (int layer, FolliMadeLayer *made)
{
  return FALSE;
}
