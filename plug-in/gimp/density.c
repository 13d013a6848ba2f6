/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/density.h"

#include <math.h>

#include "gimp/graph.h"

static GeglNode *
add_move (GeglNode *graph, GeglNode *source, int x, int y)
{
  GeglNode *moved = gegl_node_new_child (graph, "operation", "gegl:translate",
                                         "x", (double)x, "y", (double)y,
                                         "sampler", GEGL_SAMPLER_NEAREST, NULL);

  gegl_node_link (source, moved);
  return moved;
}

static GeglNode *
add_source (GeglNode *graph, GeglBuffer *buffer, int x, int y)
{
  GeglNode *source = gegl_node_new_child (
      graph, "operation", "gegl:buffer-source", "buffer", buffer, NULL);

  return add_move (graph, source, x, y);
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

/* Where skin shows, in coordinates that start at the box's corner. But it is
 * measured on blocks that start at the image's: on blocks of another box, as
 * another output or a view has it, the same hair would be another. */
static GeglNode *
add_scalp (GeglNode              *graph,
           const FolliMaskPixels *photo,
           const GeglRectangle   *box,
           const FolliRecipe     *recipe)
{
  GeglNode *source = add_source (graph, photo->buffer, photo->x, photo->y);
  GeglNode *scalp
      = folli_graph_add_operation (graph, "follicle:bare-scalp", recipe, 0);

  gegl_node_link (source, scalp);
  return add_move (graph, scalp, -box->x, -box->y);
}

static GeglNode *
add_visibility (GeglNode              *graph,
                GeglNode              *density,
                const FolliMaskPixels *photo,
                const GeglRectangle   *box,
                const FolliRecipe     *recipe)
{
  GeglNode *scalp = add_scalp (graph, photo, box, recipe);
  GeglNode *product
      = gegl_node_new_child (graph, "operation", "follicle:visible", NULL);

  gegl_node_link (density, product);
  gegl_node_connect_to (scalp, "output", product, "aux");
  return product;
}

void
folli_density_refine (FolliMask             *mask,
                      const FolliMaskPixels *photo,
                      FolliRecipe           *recipe,
                      guint32                seed,
                      FolliProgressFunc      progress,
                      gpointer               data)
{
  const GeglRectangle *extent = gegl_buffer_get_extent (mask->map);
  const int            margin = folli_density_find_margin (recipe);
  const GeglRectangle  image
      = { extent->x + mask->box.x, extent->y + mask->box.y, extent->width,
          extent->height };
  GeglRectangle box
      = { mask->box.x - margin, mask->box.y - margin,
          mask->box.width + 2 * margin, mask->box.height + 2 * margin };
  g_autoptr (GeglNode) graph = gegl_node_new ();
  g_autoptr (GeglBuffer) refined = NULL;
  GeglNode *node, *hairline;

  gegl_rectangle_intersect (&box, &box, &image);
  recipe->value[FOLLI_ORIGIN_X] = -box.x;
  recipe->value[FOLLI_ORIGIN_Y] = -box.y;
  refined = gegl_buffer_new (GEGL_RECTANGLE (image.x - box.x, image.y - box.y,
                                             image.width, image.height),
                             gegl_buffer_get_format (mask->map));

  node
      = add_source (graph, mask->map, mask->box.x - box.x, mask->box.y - box.y);
  hairline
      = folli_graph_add_operation (graph, "follicle:hairline", recipe, seed);
  gegl_node_link (node, hairline);
  node = hairline;
  if (avoids_anything (recipe))
    node = add_visibility (graph, node, photo, &box, recipe);
  folli_graph_render (node, refined,
                      GEGL_RECTANGLE (0, 0, box.width, box.height), progress,
                      data);

  g_object_unref (mask->map);
  mask->map = g_steal_pointer (&refined);
  mask->box = box;
}

GeglBuffer *
folli_density_see_scalp (const FolliMaskPixels *photo,
                         const GeglRectangle   *box,
                         const FolliRecipe     *recipe)
{
  const GeglRectangle here = { 0, 0, box->width, box->height };
  g_autoptr (GeglNode) graph = NULL;
  GeglBuffer *visibility;

  if (!avoids_anything (recipe))
    return NULL;
  graph = gegl_node_new ();
  visibility = gegl_buffer_new (&here, babl_format ("Y' float"));
  folli_graph_render (add_scalp (graph, photo, box, recipe), visibility, &here,
                      NULL, NULL);
  return visibility;
}
