/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plain-scene.h"

#include "follicle/parameters.h"

static double
fallback (FolliParameterId id)
{
  return folli_parameter_get (id)->fallback;
}

FolliArrangement
folli_test_arrangement (void)
{
  return (FolliArrangement){
    .px_per_mm = fallback (FOLLI_PIXELS_PER_CM) / 10,
    .density_per_cm2 = fallback (FOLLI_DENSITY),
    .jitter = fallback (FOLLI_JITTER),
    .sessions = fallback (FOLLI_SESSIONS),
  };
}

FolliDotStyle
folli_test_style (void)
{
  return (FolliDotStyle){
    .diameter_mm = fallback (FOLLI_DIAMETER),
    .diameter_variation = fallback (FOLLI_DIAMETER_VARIATION),
    .strength = fallback (FOLLI_STRENGTH),
    .strength_variation = fallback (FOLLI_STRENGTH_VARIATION),
    .depth_mm = fallback (FOLLI_DEPTH),
    .shade = { 0.011, 0.011, 0.011 },
    .shadow = fallback (FOLLI_SHADOW),
    .surface = fallback (FOLLI_SURFACE),
    /* FOLLI_SKIN_FALLBACK in linear light */
    .skin = { 0.4342, 0.2705, 0.1845 },
    .erythema = fallback (FOLLI_ERYTHEMA),
    .age_months = fallback (FOLLI_AGE),
  };
}

static gsize
count_pixels (FolliRectangle r)
{
  return (gsize)r.width * r.height;
}

void
folli_test_map_init (FolliDensityMap *map, FolliRectangle extent, float value)
{
  const gsize n = count_pixels (extent);

  map->value = g_new (float, n);
  folli_density_map_begin (map, extent, FALSE);
  for (gsize i = 0; i < n; i++)
    map->value[i] = value;
  folli_test_map_touch (map);
}

void
folli_test_map_clear (FolliDensityMap *map)
{
  g_free (map->value);
}

void
folli_test_map_touch (FolliDensityMap *map)
{
  const gsize       n = count_pixels (map->extent);
  g_autofree float *luma_alpha = g_new (float, 2 * n);

  for (gsize i = 0; i < n; i++)
    {
      luma_alpha[2 * i] = map->value[i];
      luma_alpha[2 * i + 1] = 1;
    }
  folli_density_map_begin (map, map->extent, FALSE);
  folli_density_map_set_luma_alpha (map, map->extent, luma_alpha);
}

static void
cut_in_two (GRand *random, GArray *pieces)
{
  FolliRectangle *piece = &g_array_index (
      pieces, FolliRectangle, g_rand_int_range (random, 0, pieces->len));
  FolliRectangle rest = *piece;

  if (g_rand_boolean (random) && piece->width > 1)
    {
      piece->width = g_rand_int_range (random, 1, piece->width);
      rest.x += piece->width;
      rest.width -= piece->width;
    }
  else if (piece->height > 1)
    {
      piece->height = g_rand_int_range (random, 1, piece->height);
      rest.y += piece->height;
      rest.height -= piece->height;
    }
  else
    return;
  g_array_append_val (pieces, rest);
}

GArray *
folli_test_random_rectangles (GRand *random, FolliRectangle whole, guint n_cuts)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (FolliRectangle));

  g_array_append_val (pieces, whole);
  for (guint i = 0; i < n_cuts; i++)
    cut_in_two (random, pieces);
  for (guint i = pieces->len - 1; i > 0; i--)
    {
      FolliRectangle *a = &g_array_index (pieces, FolliRectangle, i);
      FolliRectangle *b = &g_array_index (pieces, FolliRectangle,
                                          g_rand_int_range (random, 0, i + 1));
      FolliRectangle  swap = *a;

      *a = *b;
      *b = swap;
    }
  return pieces;
}

float *
folli_test_draw (const FolliScene      *scene,
                 const FolliDensityMap *map,
                 FolliRectangle         rectangle)
{
  const gsize n = count_pixels (rectangle);
  g_autoptr (FolliRender) render = folli_render_new ();
  float *rgba = g_new (float, 4 * n);

  folli_render_begin (render, scene, map, rectangle);
  folli_render_get (render, rectangle, rgba);
  return rgba;
}

double
folli_test_transmittance (const float *rgba, guint channel)
{
  return 1 - (double)rgba[3] * (1 - (double)rgba[channel]);
}
