/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/density.h"

#include <gio/gio.h>
#include <math.h>

#include "follicle/hairline.h"
#include "gimp/graph.h"

static GeglNode *
add_source (GeglNode *graph, GeglBuffer *buffer)
{
  return gegl_node_new_child (graph, "operation", "gegl:buffer-source",
                              "buffer", buffer, NULL);
}

/* Where the head ends within this of the mask, dots go to its outline; and so
   far they run out into hair. */
#define EXTENSION_MM 5.0

int
folli_density_find_margin (const FolliRecipe *recipe)
{
  const double feather_mm = recipe->value[FOLLI_FEATHER];
  const double reach_mm = recipe->value[FOLLI_SOFTNESS]
                          + recipe->value[FOLLI_UNDULATION]
                          + recipe->value[FOLLI_IRREGULARITY];
  const double margin_mm = feather_mm
                           + (recipe->value[FOLLI_OUTLIERS] > 0 ? reach_mm : 0)
                           + EXTENSION_MM;

  return ceil (margin_mm * recipe->value[FOLLI_PIXELS_PER_CM] / 10);
}

/* What a hairline is drawn of: which edges of the mask are hairlines, and where
   skin shows. In one go, since the operation looks far around whatever part it
   is asked for. */
static void
draw_edges (GeglBuffer          *mask,
            GeglBuffer          *photo,
            const FolliRecipe   *recipe,
            const GeglRectangle *area,
            GeglBuffer          *target)
{
  g_autoptr (GeglNode) graph = gegl_node_new ();
  GeglNode *edges
      = folli_graph_add_operation (graph, "follicle:edges", recipe, 0);

  gegl_node_set (edges, "cancellable", g_cancellable_get_current (), NULL);
  gegl_node_link (add_source (graph, mask), edges);
  gegl_node_connect_to (add_source (graph, photo), "output", edges, "aux");
  gegl_node_blit_buffer (edges, target, area, 0, GEGL_ABYSS_NONE);
}

/* How far around a part of the map a hairline looks to draw it, px. */
static int
find_reach (const FolliRecipe *recipe)
{
  const FolliHairline hairline = {
    .px_per_mm = recipe->value[FOLLI_PIXELS_PER_CM] / 10,
    .softness_mm = recipe->value[FOLLI_SOFTNESS],
    .feather_mm = recipe->value[FOLLI_FEATHER],
    .undulation_mm = recipe->value[FOLLI_UNDULATION],
    .irregularity_mm = recipe->value[FOLLI_IRREGULARITY],
    .outliers = recipe->value[FOLLI_OUTLIERS],
  };

  return folli_hairline_margin_px (&hairline);
}

static GeglRectangle
grow (const GeglRectangle *box, int by, const GeglRectangle *whole)
{
  GeglRectangle grown
      = { box->x - by, box->y - by, box->width + 2 * by, box->height + 2 * by };

  gegl_rectangle_intersect (&grown, &grown, whole);
  return grown;
}

GeglRectangle
folli_density_find_box (const FolliMask *mask, const FolliRecipe *recipe)
{
  return grow (&mask->box, folli_density_find_margin (recipe),
               gegl_buffer_get_extent (mask->map));
}

GeglBuffer *
folli_density_find_edges (const FolliMask   *mask,
                          GeglBuffer        *photo,
                          const FolliRecipe *recipe)
{
  const GeglRectangle *image = gegl_buffer_get_extent (mask->map);
  const Babl          *space
      = babl_format_get_space (gegl_buffer_get_format (mask->map));
  const GeglRectangle box = folli_density_find_box (mask, recipe);
  const GeglRectangle area = grow (&box, find_reach (recipe), image);
  GeglBuffer         *edges
      = gegl_buffer_new (image, babl_format_with_space ("Y'A float", space));

  draw_edges (mask->map, photo, recipe, &area, edges);
  return edges;
}

gboolean
folli_density_has_same_edges (const FolliRecipe *a, const FolliRecipe *b)
{
  static const FolliParameterId TELLING[]
      = { FOLLI_PIXELS_PER_CM, FOLLI_AVOID_HAIR,   FOLLI_AVOID_GLARE,
          FOLLI_MATCH_TONE,    FOLLI_SOFTNESS,     FOLLI_FEATHER,
          FOLLI_UNDULATION,    FOLLI_IRREGULARITY, FOLLI_OUTLIERS };

  for (guint i = 0; i < G_N_ELEMENTS (TELLING); i++)
    if (a->value[TELLING[i]] != b->value[TELLING[i]])
      return FALSE;
  return TRUE;
}

/* Where the head ends is seen in the photo: the hairline need not guess it from
   an ellipse. */
static GeglNode *
add_hairline (GeglNode *graph, const FolliRecipe *recipe, guint32 seed)
{
  FolliRecipe flat = *recipe;

  flat.value[FOLLI_HEAD_CURVATURE] = 0;
  return folli_graph_add_operation (graph, "follicle:hairline", &flat, seed);
}

void
folli_density_draw_hairline (GeglBuffer          *edges,
                             const FolliRecipe   *recipe,
                             guint32              seed,
                             const GeglRectangle *area,
                             GeglBuffer          *map,
                             FolliProgressFunc    progress,
                             gpointer             data)
{
  g_autoptr (GeglNode) graph = gegl_node_new ();
  GeglNode *hairline = add_hairline (graph, recipe, seed);

  gegl_node_link (add_source (graph, edges), hairline);
  folli_graph_render (hairline, map, area, progress, data);
}

void
folli_density_refine (FolliMask         *mask,
                      GeglBuffer        *photo,
                      const FolliRecipe *recipe,
                      guint32            seed,
                      FolliProgressFunc  progress,
                      gpointer           data)
{
  g_autoptr (GeglBuffer) edges = folli_density_find_edges (mask, photo, recipe);

  folli_density_take_edges (mask, edges, recipe, seed, progress, data);
}

void
folli_density_take_edges (FolliMask         *mask,
                          GeglBuffer        *edges,
                          const FolliRecipe *recipe,
                          guint32            seed,
                          FolliProgressFunc  progress,
                          gpointer           data)
{
  const GeglRectangle box = folli_density_find_box (mask, recipe);
  GeglBuffer *refined = gegl_buffer_new (gegl_buffer_get_extent (mask->map),
                                         gegl_buffer_get_format (mask->map));

  folli_density_draw_hairline (edges, recipe, seed, &box, refined, progress,
                               data);
  g_object_unref (mask->map);
  mask->map = refined;
  mask->box = box;
}

void
folli_density_draw_edges (const FolliMask     *mask,
                          GeglBuffer          *photo,
                          const FolliRecipe   *recipe,
                          const GeglRectangle *box,
                          GeglBuffer          *target)
{
  const Babl *space
      = babl_format_get_space (gegl_buffer_get_format (mask->map));
  g_autoptr (GeglBuffer) edges
      = gegl_buffer_new (box, babl_format_with_space ("Y'A float", space));

  /* Nothing goes to GIMP of what nobody wants any longer. */
  draw_edges (mask->map, photo, recipe, box, edges);
  folli_graph_copy (edges, box, target);
}
