/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/density.h"

#include <math.h>

#include "gimp/graph.h"

static GeglNode *
add_source (GeglNode *graph, GeglBuffer *buffer)
{
  return gegl_node_new_child (graph, "operation", "gegl:buffer-source",
                              "buffer", buffer, NULL);
}

int
folli_density_find_margin (const FolliRecipe *recipe)
{
  const double feather_mm = recipe->value[FOLLI_FEATHER];
  const double reach_mm = recipe->value[FOLLI_SOFTNESS]
                          + recipe->value[FOLLI_UNDULATION]
                          + recipe->value[FOLLI_IRREGULARITY];

  return ceil ((feather_mm + (recipe->value[FOLLI_OUTLIERS] > 0 ? reach_mm : 0))
               * recipe->value[FOLLI_PIXELS_PER_CM] / 10);
}

static gboolean
avoids_anything (const FolliRecipe *recipe)
{
  return recipe->value[FOLLI_AVOID_HAIR] > 0
         || recipe->value[FOLLI_AVOID_GLARE] > 0;
}

/* Where skin shows. */
static GeglNode *
add_scalp (GeglNode *graph, GeglBuffer *photo, const FolliRecipe *recipe)
{
  GeglNode *source = add_source (graph, photo);
  GeglNode *scalp
      = folli_graph_add_operation (graph, "follicle:bare-scalp", recipe, 0);

  gegl_node_link (source, scalp);
  return scalp;
}

static GeglNode *
add_visibility (GeglNode          *graph,
                GeglNode          *density,
                GeglBuffer        *photo,
                const FolliRecipe *recipe)
{
  GeglNode *scalp = add_scalp (graph, photo, recipe);
  GeglNode *product
      = gegl_node_new_child (graph, "operation", "follicle:visible", NULL);

  gegl_node_link (density, product);
  gegl_node_connect_to (scalp, "output", product, "aux");
  return product;
}

void
folli_density_refine (FolliMask         *mask,
                      GeglBuffer        *photo,
                      const FolliRecipe *recipe,
                      guint32            seed,
                      FolliProgressFunc  progress,
                      gpointer           data)
{
  const int     margin = folli_density_find_margin (recipe);
  GeglRectangle box
      = { mask->box.x - margin, mask->box.y - margin,
          mask->box.width + 2 * margin, mask->box.height + 2 * margin };
  g_autoptr (GeglNode) graph = gegl_node_new ();
  GeglBuffer *refined = gegl_buffer_new (gegl_buffer_get_extent (mask->map),
                                         gegl_buffer_get_format (mask->map));
  GeglNode   *node = add_source (graph, mask->map);
  GeglNode   *hairline
      = folli_graph_add_operation (graph, "follicle:hairline", recipe, seed);

  gegl_rectangle_intersect (&box, &box, gegl_buffer_get_extent (refined));
  gegl_node_link (node, hairline);
  node = hairline;
  if (avoids_anything (recipe))
    node = add_visibility (graph, node, photo, recipe);
  folli_graph_render (node, refined, &box, progress, data);

  g_object_unref (mask->map);
  mask->map = refined;
  mask->box = box;
}

GeglBuffer *
folli_density_see_scalp (GeglBuffer          *photo,
                         const GeglRectangle *box,
                         const FolliRecipe   *recipe)
{
  g_autoptr (GeglNode) graph = NULL;
  GeglBuffer *visibility;

  if (!avoids_anything (recipe))
    return NULL;
  graph = gegl_node_new ();
  visibility = gegl_buffer_new (box, babl_format ("Y' float"));
  folli_graph_render (add_scalp (graph, photo, recipe), visibility, box, NULL,
                      NULL);
  return visibility;
}
