/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/density.h"

#include <math.h>

#include "follicle/edges.h"
#include "gimp/graph.h"

/* A scar lacks so much light as a rule; there, dots are to be as dense as the
 * look has them. Source: doc/numbers.md, "Scars". */
#define USUAL_TONE 0.25

/* Of what is painted, so much lacks tone on average where there is a scar at
 * all: stubble's own unevenness has less. */
#define LEAST_MISSING 0.01

/* The skin that a recipe is tried on, and how far dots beside it reach. */
#define SIDE_MM 24
#define MARGIN_MM 3
#define LEAST_SIDE_PX 96
#define MOST_SIDE_PX 400

void
folli_density_drop_hairline (FolliRecipe *recipe)
{
  static const FolliParameterId OF_HAIRLINE[]
      = { FOLLI_SOFTNESS, FOLLI_FEATHER, FOLLI_UNDULATION, FOLLI_IRREGULARITY,
          FOLLI_OUTLIERS };

  for (guint i = 0; i < G_N_ELEMENTS (OF_HAIRLINE); i++)
    recipe->value[OF_HAIRLINE[i]] = 0;
}

gboolean
folli_density_lacks_tone (const FolliMask *mask, GeglBuffer *edges)
{
  const GeglRectangle *area = &mask->box;
  double               painted = 0, missing = 0;
  GeglBufferIterator  *iterator
      = gegl_buffer_iterator_new (edges, area, 0, babl_format ("Y'A float"),
                                  GEGL_ACCESS_READ, GEGL_ABYSS_NONE, 2);

  gegl_buffer_iterator_add (iterator, mask->map, area, 0,
                            babl_format ("Y' float"), GEGL_ACCESS_READ,
                            GEGL_ABYSS_NONE);
  while (gegl_buffer_iterator_next (iterator))
    {
      const float *edge = iterator->items[0].data;
      const float *weight = iterator->items[1].data;

      for (int i = 0; i < iterator->length; i++)
        {
          painted += weight[i];
          if (edge[2 * i + 1] >= FOLLI_EDGES_LEAST)
            missing += weight[i] * edge[2 * i + 1];
        }
    }
  return missing > LEAST_MISSING * painted;
}

static GeglBuffer *
new_white (const GeglRectangle *extent)
{
  const Babl *format = babl_format ("Y' float");
  GeglBuffer *white = gegl_buffer_new (extent, format);
  const float one = 1;

  gegl_buffer_set_color_from_pixel (white, extent, &one, format);
  return white;
}

/* How much darker a recipe makes skin, of its light. */
static double
measure (const FolliRecipe *recipe, guint32 seed)
{
  const double px_per_mm = recipe->value[FOLLI_PIXELS_PER_CM] / 10;
  const int    side = CLAMP (SIDE_MM * px_per_mm, LEAST_SIDE_PX, MOST_SIDE_PX);
  const int    margin = MARGIN_MM * px_per_mm + 1;
  const GeglRectangle skin = { margin, margin, side, side };
  const GeglRectangle all = { 0, 0, side + 2 * margin, side + 2 * margin };
  const gsize         n = (gsize)side * side;
  const Babl         *format = babl_format ("YA float");
  g_autoptr (GeglBuffer) map = new_white (&all);
  g_autoptr (GeglBuffer) pigment = gegl_buffer_new (&skin, format);
  g_autofree float *dots = g_new (float, 2 * n);
  double            sum = 0;

  folli_graph_draw_dots (map, recipe, seed, FOLLI_SESSION_ALL, pigment, NULL,
                         NULL);
  gegl_buffer_get (pigment, &skin, 1, format, dots, GEGL_AUTO_ROWSTRIDE,
                   GEGL_ABYSS_NONE);
  for (gsize i = 0; i < n; i++)
    sum += dots[2 * i + 1] * (1 - dots[2 * i]);
  return sum / n;
}

static double
measure_with (FolliRecipe recipe, double shadow, guint32 seed)
{
  recipe.value[FOLLI_SHADOW] = shadow;
  return measure (&recipe, seed);
}

/* Dots that would have to be as dense as the look's shadow leaves to them.
 * What each lets through is multiplied. */
static void
match_density (FolliRecipe *recipe, double match, guint32 seed)
{
  const double most = folli_parameter_get (FOLLI_DENSITY)->maximum;
  double      *density = &recipe->value[FOLLI_DENSITY];
  double       darker;

  *density = MIN (
      *density * (1 + match * (FOLLI_EDGES_FULL_TONE / USUAL_TONE - 1)), most);
  darker = measure (recipe, seed);
  if (darker > 0 && darker < FOLLI_EDGES_FULL_TONE)
    *density = MIN (
        *density
            * (1
               + match
                     * (log (1 - FOLLI_EDGES_FULL_TONE) / log (1 - darker)
                        - 1)),
        most);
}

/* Darkening goes with the shadow nearly in a straight line. */
static void
match_shadow (FolliRecipe *recipe, double match, guint32 seed)
{
  const double most = folli_parameter_get (FOLLI_SHADOW)->maximum;
  const double bare = measure_with (*recipe, 0, seed);
  const double full = measure_with (*recipe, 1, seed);
  double      *shadow = &recipe->value[FOLLI_SHADOW];
  double       wanted = FOLLI_EDGES_FULL_TONE;

  if (full <= bare)
    return;
  if (wanted < bare)
    {
      recipe->value[FOLLI_STRENGTH] *= 1 + match * (wanted / bare - 1);
      wanted = bare;
    }
  *shadow
      += match * (CLAMP ((wanted - bare) / (full - bare), 0, most) - *shadow);
}

void
folli_density_match_tone (FolliRecipe *recipe, guint32 seed)
{
  const double share = recipe->value[FOLLI_MATCH_TONE];

  match_density (recipe, share, seed);
  match_shadow (recipe, share, seed);
}
