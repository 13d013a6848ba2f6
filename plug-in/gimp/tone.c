/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/density.h"

#include "gimp/graph.h"

/* What counts as the skin around a scar: as far as a blur of this standard
 * deviation carries. Source: the feather in doc/numbers.md, "Scars". */
#define SURROUNDINGS_MM 4

/* Sums over the mask's box. */
typedef struct
{
  double weight;
  double light;
} Sum;

static double
mean_of (Sum sum)
{
  return sum.weight > 0 ? sum.light / sum.weight : 0;
}

/* The mask, spread out into its surroundings. */
static GeglBuffer *
spread (GeglBuffer *painted, const GeglRectangle *area, double px_per_mm)
{
  g_autoptr (GeglNode) graph = gegl_node_new ();
  GeglBuffer *spread = gegl_buffer_new (area, babl_format ("Y float"));
  GeglNode   *source = gegl_node_new_child (
        graph, "operation", "gegl:buffer-source", "buffer", painted, NULL);
  GeglNode *blur
      = gegl_node_new_child (graph, "operation", "gegl:gaussian-blur",
                             "std-dev-x", SURROUNDINGS_MM * px_per_mm,
                             "std-dev-y", SURROUNDINGS_MM * px_per_mm, NULL);

  gegl_node_link (source, blur);
  folli_graph_render (blur, spread, area, NULL, NULL);
  return spread;
}

/* Mean luminance of the photo on the painted skin and around it. */
static void
measure_photo (GeglBuffer          *painted,
               GeglBuffer          *photo,
               const GeglRectangle *box,
               double               px_per_mm,
               double              *inside,
               double              *around)
{
  const int     margin = 2 * SURROUNDINGS_MM * px_per_mm;
  GeglRectangle area = { box->x - margin, box->y - margin,
                         box->width + 2 * margin, box->height + 2 * margin };
  Sum           on = { 0, 0 }, off = { 0, 0 };
  g_autoptr (GeglBuffer) halo = NULL;
  GeglBufferIterator *iterator;

  gegl_rectangle_intersect (&area, &area, gegl_buffer_get_extent (photo));
  gegl_rectangle_intersect (&area, &area, gegl_buffer_get_extent (painted));

  halo = spread (painted, &area, px_per_mm);
  iterator
      = gegl_buffer_iterator_new (painted, &area, 0, babl_format ("Y' float"),
                                  GEGL_ACCESS_READ, GEGL_ABYSS_NONE, 3);
  gegl_buffer_iterator_add (iterator, halo, &area, 0, babl_format ("Y float"),
                            GEGL_ACCESS_READ, GEGL_ABYSS_NONE);
  gegl_buffer_iterator_add (iterator, photo, &area, 0, babl_format ("Y float"),
                            GEGL_ACCESS_READ, GEGL_ABYSS_NONE);
  while (gegl_buffer_iterator_next (iterator))
    {
      const float *mask = iterator->items[0].data;
      const float *near = iterator->items[1].data;
      const float *light = iterator->items[2].data;

      for (int i = 0; i < iterator->length; i++)
        {
          const float beside = mask[i] > 0 ? 0 : near[i];

          on.weight += mask[i];
          on.light += mask[i] * light[i];
          off.weight += beside;
          off.light += beside * light[i];
        }
    }
  *inside = mean_of (on);
  *around = mean_of (off);
}

/* Mean darkening that a recipe gives to the painted skin. */
static double
measure_dots (const FolliMask   *mask,
              GeglBuffer        *painted,
              const FolliRecipe *recipe,
              guint32            seed)
{
  const GeglRectangle *area = &mask->box;
  const Babl          *format = babl_format ("YA float");
  g_autoptr (GeglBuffer) pigment = gegl_buffer_new (area, format);
  GeglBufferIterator *iterator;
  Sum                 sum = { 0, 0 };

  folli_graph_draw_dots (mask->map, recipe, seed, FOLLI_SESSION_ALL, pigment,
                         NULL, NULL);
  iterator = gegl_buffer_iterator_new (pigment, area, 0, format,
                                       GEGL_ACCESS_READ, GEGL_ABYSS_NONE, 2);
  gegl_buffer_iterator_add (iterator, painted, area, 0,
                            babl_format ("Y' float"), GEGL_ACCESS_READ,
                            GEGL_ABYSS_NONE);
  while (gegl_buffer_iterator_next (iterator))
    {
      const float *dots = iterator->items[0].data;
      const float *weight = iterator->items[1].data;

      for (int i = 0; i < iterator->length; i++)
        {
          sum.weight += weight[i];
          sum.light += weight[i] * dots[2 * i + 1] * (1 - dots[2 * i]);
        }
    }
  return mean_of (sum);
}

void
folli_density_match_tone (const FolliMask *mask,
                          GeglBuffer      *painted,
                          GeglBuffer      *photo,
                          FolliRecipe     *recipe,
                          guint32          seed)
{
  const double maximum = folli_parameter_get (FOLLI_SHADOW)->maximum;
  double      *shadow = &recipe->value[FOLLI_SHADOW];
  FolliRecipe  bare = *recipe, full = *recipe;
  double       inside, around, wanted, dots_alone, with_shadow;

  measure_photo (painted, photo, &mask->box,
                 recipe->value[FOLLI_PIXELS_PER_CM] / 10, &inside, &around);
  if (inside <= 0 || around <= 0 || around >= inside)
    return;
  wanted = 1 - around / inside;

  /* Darkening goes with the shadow nearly in a straight line. */
  bare.value[FOLLI_SHADOW] = 0;
  full.value[FOLLI_SHADOW] = 1;
  dots_alone = measure_dots (mask, painted, &bare, seed);
  with_shadow = measure_dots (mask, painted, &full, seed);
  if (with_shadow <= dots_alone)
    return;

  if (wanted < dots_alone)
    {
      recipe->value[FOLLI_STRENGTH]
          *= 1 + recipe->value[FOLLI_MATCH_TONE] * (wanted / dots_alone - 1);
      wanted = dots_alone;
    }
  *shadow += recipe->value[FOLLI_MATCH_TONE]
             * (CLAMP ((wanted - dots_alone) / (with_shadow - dots_alone), 0,
                       maximum)
                - *shadow);
}
