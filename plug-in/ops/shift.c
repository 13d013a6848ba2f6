/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "shift.h"

#include <string.h>

static gboolean
is_operation (GeglNode *node, const gchar *name)
{
  return node != NULL && g_strcmp0 (gegl_node_get_operation (node), name) == 0;
}

/* Nobody else has nodes of GIMP's own beside a translation. */
static gboolean
belongs_to_gimp (GeglNode *node)
{
  GeglNode *graph = gegl_node_get_parent (node);
  g_autoptr (GSList) nodes = graph ? gegl_node_get_children (graph) : NULL;

  for (GSList *l = nodes; l != NULL; l = l->next)
    {
      const gchar *name = gegl_node_get_operation (l->data);

      if (name != NULL && g_str_has_prefix (name, "gimp:"))
        return TRUE;
    }
  return FALSE;
}

FolliShift
folli_shift_find (GeglOperation *operation)
{
  FolliShift shift = { 0, 0 };
  GeglNode  *node = gegl_node_get_producer (operation->node, "input", NULL);

  if (is_operation (node, "gegl:crop") || is_operation (node, "gegl:nop"))
    node = gegl_node_get_producer (node, "input", NULL);
  if (is_operation (node, "gegl:translate") && belongs_to_gimp (node))
    gegl_node_get (node, "x", &shift.x, "y", &shift.y, NULL);
  return shift;
}
