/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chain-properties.h"

#ifdef GEGL_PROPERTIES

/* clang-format off */
FOLLI_SCALE_PROPERTY
FOLLI_HAIRLINE_PROPERTIES
FOLLI_HEAD_PROPERTIES
FOLLI_ORIGIN_PROPERTIES
property_seed (seed, _("Random seed"), rand)
  description (_("The waves of the line and its stray dots"))
/* clang-format on */

#else

#define GEGL_OP_FILTER
#define GEGL_OP_NAME follicle_hairline
#define GEGL_OP_C_SOURCE hairline.c

#include "gegl-op.h"

#include "regions.h"

#include "follicle/hairline.h"
#include "follicle/head.h"

enum
{
  /* A chunk is small enough to keep memory bounded and large enough that the
   * margin measured around it costs little. */
  CHUNK = 512
};

/* Where the engine reads its mask from. */
typedef struct
{
  GeglBuffer *buffer;
  const Babl *format;
  gdouble     scale;
  FolliHead   head;
  double      origin_x;
  double      origin_y;
  float      *luma_alpha;
  gsize       n_allocated;
} Source;

static FolliHairline
make_hairline (const GeglProperties *o, gint level)
{
  const double scale = 1.0 / (1 << level);

  return (FolliHairline){
    .seed = o->seed,
    .px_per_mm = o->pixels_per_cm / 10 * scale,
    .origin_x = o->origin_x * scale,
    .origin_y = o->origin_y * scale,
    .softness_mm = o->softness,
    .feather_mm = o->feather,
    .edge_density = o->edge_density,
    .undulation_mm = o->undulation,
    .irregularity_mm = o->irregularity,
    .outliers = o->outliers,
  };
}

static gboolean
is_beyond (const Source *source, const FolliRectangle *rectangle, gsize i)
{
  return folli_head_ends (
      &source->head,
      rectangle->x + (gint)(i % rectangle->width) + 0.5 - source->origin_x,
      rectangle->y + (gint)(i / rectangle->width) + 0.5 - source->origin_y);
}

static void
read_mask (gpointer data, const FolliRectangle *rectangle, float *mask)
{
  Source             *source = data;
  const gsize         n = (gsize)rectangle->width * rectangle->height;
  const GeglRectangle wanted
      = { rectangle->x, rectangle->y, rectangle->width, rectangle->height };

  if (n > source->n_allocated)
    {
      source->luma_alpha = g_renew (float, source->luma_alpha, 2 * n);
      source->n_allocated = n;
    }
  gegl_buffer_get (source->buffer, &wanted, source->scale, source->format,
                   source->luma_alpha, GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_CLAMP);
  for (gsize i = 0; i < n; i++)
    {
      const float luma = source->luma_alpha[2 * i];
      const float alpha = source->luma_alpha[2 * i + 1];

      /* not a number is black, too */
      mask[i] = luma > 0 && alpha > 0 ? MIN (luma, 1) : 0;
      /* Where the head ends the mask does, but there is no hairline. */
      if (is_beyond (source, rectangle, i))
        mask[i] = 1;
    }
}

/* Takes back what was painted beyond the head. And alpha says how much of the
 * density there is at a place, but its edges are no hairlines: those of hair
 * that hides the skin, for one. */
static void
apply_mask (Source *source, const FolliRectangle *part, float *density)
{
  const gsize         n = (gsize)part->width * part->height;
  const GeglRectangle wanted = { part->x, part->y, part->width, part->height };

  if (folli_head_is_flat (&source->head)
      && !babl_format_has_alpha (gegl_buffer_get_format (source->buffer)))
    return;
  gegl_buffer_get (source->buffer, &wanted, source->scale, source->format,
                   source->luma_alpha, GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_NONE);
  for (gsize i = 0; i < n; i++)
    {
      const float luma = source->luma_alpha[2 * i];
      const float alpha = source->luma_alpha[2 * i + 1];

      if (is_beyond (source, part, i))
        density[i] *= luma > 0 ? MIN (luma, 1) : 0;
      density[i] *= alpha > 0 ? MIN (alpha, 1) : 0;
    }
}

static void
prepare (GeglOperation *operation)
{
  const Babl *space = gegl_operation_get_source_space (operation, "input");

  gegl_operation_set_format (operation, "input",
                             babl_format_with_space ("Y'A float", space));
  gegl_operation_set_format (operation, "output",
                             babl_format_with_space ("Y' float", space));
}

static GeglRectangle
get_neighbourhood (GeglOperation       *operation,
                   const gchar         *pad,
                   const GeglRectangle *rectangle)
{
  const FolliHairline hairline = make_hairline (GEGL_PROPERTIES (operation), 0);
  const gint          margin = folli_hairline_margin_px (&hairline);

  return folli_region_grow (rectangle, margin);
}

/* Under a live effect GIMP asks for small pieces, and each needs the mask far
 * around it: whole chunks are made and kept, which the pieces share. */
static GeglRectangle
get_cached_region (GeglOperation *operation, const GeglRectangle *roi)
{
  const GeglRectangle bounds = folli_region_of_input (operation);
  GeglRectangle       chunks;

  if (gegl_rectangle_is_infinite_plane (&bounds))
    return *roi;
  gegl_rectangle_align (&chunks, roi, GEGL_RECTANGLE (0, 0, CHUNK, CHUNK),
                        GEGL_RECTANGLE_ALIGNMENT_SUPERSET);
  gegl_rectangle_intersect (&chunks, &chunks, &bounds);
  return chunks;
}

static gboolean
process (GeglOperation       *operation,
         GeglBuffer          *input,
         GeglBuffer          *output,
         const GeglRectangle *roi,
         gint                 level)
{
  const FolliHairline hairline
      = make_hairline (GEGL_PROPERTIES (operation), level);
  const Babl *format = gegl_operation_get_format (operation, "output");
  const GeglProperties *o = GEGL_PROPERTIES (operation);
  const double          scale = 1.0 / (1 << level);
  Source                source = {
                   .buffer = input,
                   .format = gegl_operation_get_format (operation, "input"),
                   .scale = scale,
                   .head = { o->head_curvature, o->head_x * scale, o->head_y * scale,
                             o->head_width * scale, o->head_height * scale },
                   .origin_x = o->origin_x * scale,
                   .origin_y = o->origin_y * scale,
  };
  g_autofree float *density = g_new (float, CHUNK *CHUNK);

  for (gint y = roi->y; y < roi->y + roi->height; y += CHUNK)
    for (gint x = roi->x; x < roi->x + roi->width; x += CHUNK)
      {
        const FolliRectangle part
            = { x, y, MIN (CHUNK, roi->x + roi->width - x),
                MIN (CHUNK, roi->y + roi->height - y) };
        const GeglRectangle chunk = { x, y, part.width, part.height };

        folli_hairline_render (&hairline, read_mask, &source, &part, density);
        apply_mask (&source, &part, density);
        gegl_buffer_set (output, &chunk, level, format, density,
                         GEGL_AUTO_ROWSTRIDE);
      }
  g_free (source.luma_alpha);
  return TRUE;
}

static void
gegl_op_class_init (GeglOpClass *klass)
{
  GeglOperationClass       *operation_class = GEGL_OPERATION_CLASS (klass);
  GeglOperationFilterClass *filter_class = GEGL_OPERATION_FILTER_CLASS (klass);

  operation_class->prepare = prepare;
  operation_class->get_bounding_box = folli_region_of_input;
  operation_class->get_required_for_output = folli_region_for_output;
  operation_class->get_invalidated_by_change = get_neighbourhood;
  operation_class->threaded = TRUE;
  operation_class->cache_policy = GEGL_CACHE_POLICY_ALWAYS;
  operation_class->get_cached_region = get_cached_region;
  filter_class->process = process;

  /* clang-format off */
  gegl_operation_class_set_keys (operation_class,
    "name",               "follicle:hairline",
    "title",              _("Follicle Hairline"),
    "categories",         "render",
    "description",        _("Makes a soft, uneven hairline of a mask's edge, "
                            "as a density map for follicle dots"),
    "license",            "GPL3+",
    "position-dependent", "true",
    "reference-hash",     "unstable",
    NULL);
  /* clang-format on */
}

#endif
