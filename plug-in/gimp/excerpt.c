/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/excerpt.h"

#include <gio/gio.h>
#include <math.h>

#include "gimp/density.h"
#include "gimp/pixels.h"
#include "gimp/preview.h"
#include "gimp/shrink.h"

/* @edges are those that @edges_recipe has, and guarded by @mutex. */
struct _FolliExcerpt
{
  GeglBuffer *photo;
  FolliMask   mask;
  double      scale;
  GMutex      mutex;
  GeglBuffer *edges;
  FolliRecipe edges_recipe;
};

static GeglRectangle
scale_rectangle (const GeglRectangle *rectangle, double scale)
{
  GeglRectangle scaled
      = { rectangle->x * scale, rectangle->y * scale, rectangle->width * scale,
          rectangle->height * scale };

  return scaled;
}

/* As much of a picture as matters to an area. */
static GeglRectangle
find_part (GeglBuffer          *buffer,
           const GeglRectangle *area,
           int                  margin,
           double               scale)
{
  const GeglRectangle whole
      = scale_rectangle (gegl_buffer_get_extent (buffer), scale);
  GeglRectangle around
      = { area->x - margin, area->y - margin, area->width + 2 * margin,
          area->height + 2 * margin };

  if (!gegl_rectangle_intersect (&around, &around, &whole))
    around = *area;
  return around;
}

static GeglBuffer *
copy_part (GeglBuffer *buffer, const GeglRectangle *part, double scale)
{
  const Babl        *format = gegl_buffer_get_format (buffer);
  GeglBuffer        *copy = gegl_buffer_new (part, format);
  g_autofree guchar *pixels
      = g_malloc ((gsize)part->width * part->height
                  * babl_format_get_bytes_per_pixel (format));

  gegl_buffer_get (buffer, part, scale, format, pixels, GEGL_AUTO_ROWSTRIDE,
                   GEGL_ABYSS_NONE);
  gegl_buffer_set (copy, part, 0, format, pixels, GEGL_AUTO_ROWSTRIDE);
  return copy;
}

/* What a part of a picture at a scale is made of where the picture itself is
   larger by 1 / @scale. */
static GeglRectangle
find_source (const GeglRectangle *part, double scale)
{
  const int x = floor (part->x / scale);
  const int y = floor (part->y / scale);
  const int right = ceil ((part->x + part->width) / scale);
  const int bottom = ceil ((part->y + part->height) / scale);

  return (GeglRectangle){ x, y, right - x, bottom - y };
}

/* What is more than halved GIMP halves, as often as it can be. */
static GeglBuffer *
copy_photo (FolliHost           *host,
            const GeglRectangle *area,
            int                  margin,
            double               scale)
{
  const int    level = floor (-log2 (scale));
  const double rest = scale * (1 << level);
  g_autoptr (GeglBuffer) photo = folli_host_get_photo (host);
  const GeglRectangle part = find_part (photo, area, margin, scale);
  g_autoptr (GeglBuffer) halved = NULL;
  GeglRectangle source, whole;

  if (level == 0)
    return copy_part (photo, &part, scale);
  source = find_source (&part, rest);
  whole = scale_rectangle (gegl_buffer_get_extent (photo), 1.0 / (1 << level));
  gegl_rectangle_intersect (&source, &source, &whole);
  halved = folli_shrink_photo (host, level, &source);
  return copy_part (halved, &part, rest);
}

FolliExcerpt *
folli_excerpt_new (FolliHost           *host,
                   const FolliMask     *mask,
                   const GeglRectangle *area,
                   int                  margin,
                   double               scale)
{
  FolliExcerpt *excerpt = g_atomic_rc_box_new0 (FolliExcerpt);

  excerpt->photo = copy_photo (host, area, margin, scale);
  if (mask)
    {
      const GeglRectangle part = find_part (mask->map, area, margin, scale);

      excerpt->mask.map = copy_part (mask->map, &part, scale);
      excerpt->mask.box = scale_rectangle (&mask->box, scale);
    }
  excerpt->scale = scale;
  g_mutex_init (&excerpt->mutex);
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
  folli_mask_clear (&excerpt->mask);
  g_clear_object (&excerpt->edges);
  g_mutex_clear (&excerpt->mutex);
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

static gboolean
is_cancelled (void)
{
  return g_cancellable_is_cancelled (g_cancellable_get_current ());
}

/* Most of the work is in them, and most numbers do not change them. Returns
   NULL if nobody wants them any longer. */
static GeglBuffer *
get_edges (FolliExcerpt *excerpt, const FolliRecipe *recipe)
{
  GeglBuffer *edges;

  g_mutex_lock (&excerpt->mutex);
  if (!excerpt->edges
      || !folli_density_has_same_edges (&excerpt->edges_recipe, recipe))
    {
      g_clear_object (&excerpt->edges);
      excerpt->edges
          = folli_density_find_edges (&excerpt->mask, excerpt->photo, recipe);
      excerpt->edges_recipe = *recipe;
      if (is_cancelled ())
        g_clear_object (&excerpt->edges);
    }
  edges = excerpt->edges ? g_object_ref (excerpt->edges) : NULL;
  g_mutex_unlock (&excerpt->mutex);
  return edges;
}

static void
draw_dots (FolliExcerpt        *excerpt,
           const FolliRecipe   *recipe,
           guint32              seed,
           const GeglRectangle *area,
           guchar              *pixels)
{
  g_autoptr (GeglBuffer) edges = get_edges (excerpt, recipe);
  const FolliPreview preview
      = { .photo = excerpt->photo,
          .edges = edges,
          .box = folli_density_find_box (&excerpt->mask, recipe),
          .recipe = recipe,
          .seed = seed };
  g_autoptr (GeglBuffer) drawn
      = edges ? folli_preview_draw (&preview, area) : NULL;

  if (drawn)
    folli_pixels_get (drawn, area, pixels);
}

void
folli_excerpt_draw (FolliExcerpt        *excerpt,
                    const FolliRecipe   *recipe,
                    guint32              seed,
                    const GeglRectangle *area,
                    guchar              *pixels)
{
  FolliRecipe scaled;

  if (recipe)
    scaled = scale_recipe (recipe, excerpt->scale);
  /* The dots of too small a picture cannot be drawn. */
  if (recipe && excerpt->mask.map
      && folli_parameter_check (FOLLI_PIXELS_PER_CM,
                                scaled.value[FOLLI_PIXELS_PER_CM], NULL))
    draw_dots (excerpt, &scaled, seed, area, pixels);
  else
    folli_pixels_get (excerpt->photo, area, pixels);
}

gboolean
folli_excerpt_count (FolliExcerpt      *excerpt,
                     const FolliRecipe *recipe,
                     guint32            seed,
                     FolliCount        *count)
{
  const FolliRecipe   scaled = scale_recipe (recipe, excerpt->scale);
  const GeglRectangle box = folli_density_find_box (&excerpt->mask, &scaled);
  GeglBuffer         *painted = excerpt->mask.map;
  g_autoptr (GeglBuffer) edges = get_edges (excerpt, &scaled);
  g_autoptr (GeglBuffer) map = gegl_buffer_new (
      gegl_buffer_get_extent (painted), gegl_buffer_get_format (painted));
  g_auto (FolliMade) made = { NULL };

  if (!edges)
    return FALSE;
  folli_density_draw_hairline (edges, &scaled, seed, &box, map, NULL, NULL);
  folli_made_list (&made, &scaled, seed, map);
  folli_count_made (&made, FALSE, count);
  return !is_cancelled ();
}
