/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/excerpt.h"

#include "gimp/preview.h"

struct _FolliExcerpt
{
  GeglBuffer   *photo;
  GeglBuffer   *map;
  GeglRectangle box;
  double        scale;
};

static GeglRectangle
scale_rectangle (const GeglRectangle *rectangle, double scale)
{
  GeglRectangle scaled
      = { rectangle->x * scale, rectangle->y * scale, rectangle->width * scale,
          rectangle->height * scale };

  return scaled;
}

/* As much of a buffer as matters to an area. */
static GeglBuffer *
copy_around (GeglBuffer          *buffer,
             const GeglRectangle *area,
             int                  margin,
             double               scale)
{
  const Babl   *format = gegl_buffer_get_format (buffer);
  GeglRectangle whole
      = scale_rectangle (gegl_buffer_get_extent (buffer), scale);
  GeglRectangle around
      = { area->x - margin, area->y - margin, area->width + 2 * margin,
          area->height + 2 * margin };
  GeglBuffer      *copy;
  g_autofree void *pixels = NULL;

  if (!gegl_rectangle_intersect (&around, &around, &whole))
    around = *area;
  copy = gegl_buffer_new (&around, format);
  pixels = g_malloc ((gsize)around.width * around.height
                     * babl_format_get_bytes_per_pixel (format));
  gegl_buffer_get (buffer, &around, scale, format, pixels, GEGL_AUTO_ROWSTRIDE,
                   GEGL_ABYSS_NONE);
  gegl_buffer_set (copy, &around, 0, format, pixels, GEGL_AUTO_ROWSTRIDE);
  return copy;
}

FolliExcerpt *
folli_excerpt_new (GeglBuffer          *photo,
                   const FolliMask     *mask,
                   const GeglRectangle *area,
                   int                  margin,
                   double               scale)
{
  FolliExcerpt *excerpt = g_atomic_rc_box_new0 (FolliExcerpt);

  excerpt->photo = copy_around (photo, area, margin, scale);
  excerpt->map = mask ? copy_around (mask->map, area, margin, scale) : NULL;
  if (mask)
    excerpt->box = scale_rectangle (&mask->box, scale);
  excerpt->scale = scale;
  return excerpt;
}

FolliExcerpt *
folli_excerpt_ref (FolliExcerpt *excerpt)
{
  return g_atomic_rc_box_acquire (excerpt);
}

static void
clear (gpointer data)
{
  FolliExcerpt *excerpt = data;

  g_clear_object (&excerpt->photo);
  g_clear_object (&excerpt->map);
}

void
folli_excerpt_unref (FolliExcerpt *excerpt)
{
  g_atomic_rc_box_release_full (excerpt, clear);
}

static FolliRecipe
scale_recipe (const FolliRecipe *recipe, double scale)
{
  static const FolliParameterId IN_PIXELS[]
      = { FOLLI_PIXELS_PER_CM, FOLLI_PHOTO_BLUR, FOLLI_HEAD_X,
          FOLLI_HEAD_Y,        FOLLI_HEAD_WIDTH, FOLLI_HEAD_HEIGHT };
  FolliRecipe scaled = *recipe;

  for (guint i = 0; i < G_N_ELEMENTS (IN_PIXELS); i++)
    scaled.value[IN_PIXELS[i]] *= scale;
  return scaled;
}

void
folli_excerpt_draw (const FolliExcerpt  *excerpt,
                    const FolliRecipe   *recipe,
                    guint32              seed,
                    const GeglRectangle *area,
                    guchar              *pixels)
{
  const Babl *format = babl_format ("R'G'B'A u8");
  FolliPlan   plan
      = { .seed = seed, .mask = { .map = excerpt->map, .box = excerpt->box } };

  if (recipe)
    plan.recipe = scale_recipe (recipe, excerpt->scale);
  /* The dots of too small a picture cannot be drawn. */
  if (recipe && excerpt->map
      && folli_parameter_check (FOLLI_PIXELS_PER_CM,
                                plan.recipe.value[FOLLI_PIXELS_PER_CM], NULL))
    folli_preview_draw (&plan, excerpt->photo, area, format, pixels);
  else
    gegl_buffer_get (excerpt->photo, area, 1, format, pixels,
                     GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_NONE);
}
