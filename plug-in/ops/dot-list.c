/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dot-list.h"

#include <gegl-plugin.h>

static GQuark
get_quark (void)
{
  return g_quark_from_static_string ("follicle-dots-list");
}

void
folli_dots_offer_list (GType type, FolliListFunc list)
{
  g_type_set_qdata (type, get_quark (), list);
}

GArray *
folli_dots_list (GeglNode *node, GeglBuffer *map)
{
  GArray        *dots = g_array_new (FALSE, FALSE, sizeof (FolliPlacedDot));
  GeglOperation *operation = gegl_node_get_gegl_operation (node);
  FolliListFunc  list
      = g_type_get_qdata (G_OBJECT_TYPE (operation), get_quark ());

  g_return_val_if_fail (list != NULL, dots);

  list (operation, map, dots);
  return dots;
}
