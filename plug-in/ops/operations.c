/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "operations.h"

#include <gegl-plugin.h>

/* Made by GEGL's op template in each operation's file. */
void gegl_op_follicle_bare_scalp_register_type (GTypeModule *module);
void gegl_op_follicle_dots_register_type (GTypeModule *module);
void gegl_op_follicle_edges_register_type (GTypeModule *module);
void gegl_op_follicle_hairline_register_type (GTypeModule *module);
void gegl_op_follicle_pigment_register_type (GTypeModule *module);
void gegl_op_follicle_stamp_register_type (GTypeModule *module);

static const struct
{
  const char *name;
  void (*register_type) (GTypeModule *module);
} OPERATIONS[] = {
  { "follicle:bare-scalp", gegl_op_follicle_bare_scalp_register_type },
  { "follicle:dots", gegl_op_follicle_dots_register_type },
  { "follicle:edges", gegl_op_follicle_edges_register_type },
  { "follicle:hairline", gegl_op_follicle_hairline_register_type },
  { "follicle:pigment", gegl_op_follicle_pigment_register_type },
  { "follicle:stamp", gegl_op_follicle_stamp_register_type },
};

void
folli_operations_register (GTypeModule *module)
{
  for (gsize i = 0; i < G_N_ELEMENTS (OPERATIONS); i++)
    if (module != NULL || !gegl_has_operation (OPERATIONS[i].name))
      OPERATIONS[i].register_type (module);
}
