/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chain-properties.h"

#ifdef GEGL_PROPERTIES

/* clang-format off */
FOLLI_SCALE_PROPERTY
FOLLI_DOT_PROPERTIES
FOLLI_AGE_PROPERTY
FOLLI_HEAD_PROPERTIES
FOLLI_HAIRLINE_PROPERTIES
FOLLI_BARE_SCALP_PROPERTIES
FOLLI_ORIGIN_PROPERTIES
FOLLI_SEED_PROPERTY
/* clang-format on */

#else

#define GEGL_OP_META
#define GEGL_OP_NAME follicle_stamp
#define GEGL_OP_C_SOURCE stamp.c

#include "gegl-op.h"

/* Where the head ends is seen in the photo, and better than by the ellipse that
 * a hairline alone is told of. */
static gboolean
is_told (const char *property, const char *child)
{
  return !g_str_has_prefix (property, "head-")
         || !g_str_equal (child, "follicle:hairline");
}

/* Every property of the stamp is that of a child with the same name. */
static void
redirect_properties (GeglOperation *operation, GeglNode *child)
{
  guint                   n_specs;
  g_autofree GParamSpec **specs = gegl_operation_list_properties (
      gegl_node_get_operation (child), &n_specs);

  for (guint i = 0; i < n_specs; i++)
    if (g_object_class_find_property (G_OBJECT_GET_CLASS (operation),
                                      specs[i]->name)
            != NULL
        && is_told (specs[i]->name, gegl_node_get_operation (child)))
      gegl_operation_meta_redirect (operation, specs[i]->name, child,
                                    specs[i]->name);
}

static void
attach (GeglOperation *operation)
{
  GeglNode *gegl = operation->node;
  GeglNode *photo = gegl_node_get_input_proxy (gegl, "input");
  GeglNode *mask = gegl_node_get_input_proxy (gegl, "aux");
  GeglNode *output = gegl_node_get_output_proxy (gegl, "output");
  GeglNode *edges = gegl_node_new_child (gegl, "operation", "follicle:edges",
                                         "at-once", TRUE, NULL);
  GeglNode *hairline
      = gegl_node_new_child (gegl, "operation", "follicle:hairline", NULL);
  GeglNode *dots
      = gegl_node_new_child (gegl, "operation", "follicle:dots", NULL);
  GeglNode *pigment
      = gegl_node_new_child (gegl, "operation", "follicle:pigment", NULL);

  gegl_node_link_many (mask, edges, hairline, dots, NULL);
  gegl_node_connect_to (photo, "output", edges, "aux");
  gegl_node_link_many (photo, pigment, output, NULL);
  gegl_node_connect_to (dots, "output", pigment, "aux");
  redirect_properties (operation, edges);
  redirect_properties (operation, hairline);
  redirect_properties (operation, dots);
}

static void
gegl_op_class_init (GeglOpClass *klass)
{
  GeglOperationClass *operation_class = GEGL_OPERATION_CLASS (klass);

  operation_class->attach = attach;

  /* clang-format off */
  gegl_operation_class_set_keys (operation_class,
    "name",               "follicle:stamp",
    "title",              _("Stamp Follicles"),
    "categories",         "render",
    "description",        _("Dots of pigment on a photo (input), as many as "
                            "its mask (aux) is white"),
    "license",            "GPL3+",
    "position-dependent", "true",
    "reference-hash",     "unstable",
    NULL);
  /* clang-format on */
}

#endif
