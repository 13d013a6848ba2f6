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
#include "shift.h"

#include "follicle/density-map.h"
#include "follicle/edges.h"
#include "follicle/hairline.h"
#include "follicle/head.h"

enum
{
  /* A chunk is small enough to keep memory bounded, and most of them away from
   * any edge; and large enough that the margin measured around it costs
   * little. */
  CHUNK = 512
};

/* Where the engine reads its mask from. */
typedef struct
{
  GeglBuffer *buffer;
  const Babl *format;
  gboolean    has_alpha;
  gdouble     scale;
  FolliHead   head;
  double      origin_x;
  double      origin_y;
  float      *pixels;
  gsize       n_allocated;
} Source;

static FolliHairline
make_hairline (GeglOperation *operation, gint level)
{
  const GeglProperties *o = GEGL_PROPERTIES (operation);
  const FolliShift      shift = folli_shift_find (operation);
  const double          scale = 1.0 / (1 << level);

  return (FolliHairline){
    .seed = o->seed,
    .px_per_mm = o->pixels_per_cm / 10 * scale,
    .origin_x = (o->origin_x + shift.x) * scale,
    .origin_y = (o->origin_y + shift.y) * scale,
    .softness_mm = o->softness,
    .feather_mm = o->feather,
    .edge_density = o->edge_density,
    .undulation_mm = o->undulation,
    .irregularity_mm = o->irregularity,
    .outliers = o->outliers,
  };
}

static void
read_pixels (Source               *source,
             const FolliRectangle *rectangle,
             GeglAbyssPolicy       abyss)
{
  const gsize         n = (gsize)rectangle->width * rectangle->height;
  const GeglRectangle wanted
      = { rectangle->x, rectangle->y, rectangle->width, rectangle->height };

  if (n > source->n_allocated)
    {
      g_free (source->pixels);
      source->pixels = g_new (float, source->has_alpha ? 2 * n : n);
      source->n_allocated = n;
    }
  gegl_buffer_get (source->buffer, &wanted, source->scale, source->format,
                   source->pixels, GEGL_AUTO_ROWSTRIDE, abyss);
}

/* Not a number is black, too. */
static float
clamp (float value)
{
  return value > 0 ? MIN (value, 1) : 0;
}

/* Pixels of row @y of the rectangle that are on the head, and the first. */
static gint
find_row (const Source         *source,
          const FolliRectangle *rectangle,
          gint                  y,
          gint                 *n_on_head)
{
  return folli_head_find_row (
      &source->head, rectangle->x, rectangle->width, source->origin_x,
      rectangle->y + y + 0.5 - source->origin_y, n_on_head);
}

static void
read_mask (gpointer data, const FolliRectangle *rectangle, float *mask)
{
  Source     *source = data;
  const gsize n = (gsize)rectangle->width * rectangle->height;

  read_pixels (source, rectangle, GEGL_ABYSS_CLAMP);
  if (source->has_alpha)
    for (gsize i = 0; i < n; i++)
      mask[i]
          = source->pixels[2 * i + 1] > 0 ? clamp (source->pixels[2 * i]) : 0;
  else
    for (gsize i = 0; i < n; i++)
      mask[i] = clamp (source->pixels[i]);

  if (folli_head_is_flat (&source->head))
    return;
  /* Where the head ends the mask does, but there is no hairline. */
  for (gint y = 0; y < rectangle->height; y++, mask += rectangle->width)
    {
      gint       n_on_head;
      const gint first = find_row (source, rectangle, y, &n_on_head);

      for (gint x = 0; x < first; x++)
        mask[x] = 1;
      for (gint x = first + n_on_head; x < rectangle->width; x++)
        mask[x] = 1;
    }
}

/* The same without what only says that the map goes on. */
static void
read_painted (gpointer data, const FolliRectangle *rectangle, float *mask)
{
  Source     *source = data;
  const gsize n = (gsize)rectangle->width * rectangle->height;

  read_mask (data, rectangle, mask);
  if (source->has_alpha)
    for (gsize i = 0; i < n; i++)
      if (!(source->pixels[2 * i + 1] >= FOLLI_EDGES_LEAST))
        mask[i] = 0;
}

static void
multiply (float *density, const float *value, gint n, gint stride)
{
  for (gint i = 0; i < n; i++)
    density[i] *= clamp (value[i * stride]);
}

/* Where nothing was painted, only what the line has outside of it is; and
 * where the map goes on unpainted, nothing is. Beyond the head, it goes on. */
static void
multiply_by_alpha (float *density, const float *alpha, gint n)
{
  for (gint i = 0; i < n; i++, alpha += 2)
    if (*alpha >= FOLLI_EDGES_LEAST)
      density[i] *= MIN (*alpha, 1);
    else if (*alpha >= 1.5f * FOLLI_EDGES_GOES_ON)
      density[i] = FOLLI_DENSITY_GOES_ON;
    else if (*alpha > 0)
      density[i] = 0;
}

/* Takes back what was painted beyond the head. And alpha says how much of the
 * density there is at a place, but its edges are no hairlines: those of hair
 * that hides the skin, for one. */
static void
apply_mask (Source *source, const FolliRectangle *part, float *density)
{
  const gint   n_components = source->has_alpha ? 2 : 1;
  const float *pixels;

  if (folli_head_is_flat (&source->head)
      && !babl_format_has_alpha (gegl_buffer_get_format (source->buffer)))
    return;
  read_pixels (source, part, GEGL_ABYSS_NONE);
  pixels = source->pixels;
  for (gint y = 0; y < part->height; y++)
    {
      gint       n_on_head;
      const gint first = find_row (source, part, y, &n_on_head);
      const gint end = first + n_on_head;

      multiply (density, pixels, first, n_components);
      multiply (density + end, pixels + end * n_components, part->width - end,
                n_components);
      if (source->has_alpha)
        multiply_by_alpha (density, pixels + 1, part->width);
      density += part->width;
      pixels += part->width * n_components;
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
  const FolliHairline hairline = make_hairline (operation, 0);
  const gint          margin = folli_hairline_margin_px (&hairline);

  return folli_region_grow (rectangle, margin);
}

/* Under a live effect GIMP asks for small pieces, and each needs the mask far
 * around it: whole chunks are made and kept, which the pieces share. Where
 * large ones are asked for, chunks that lie in two would be made twice. */
static GeglRectangle
get_cached_region (GeglOperation *operation, const GeglRectangle *roi)
{
  const GeglRectangle bounds = folli_region_of_input (operation);
  GeglRectangle       chunks;

  if (gegl_rectangle_is_infinite_plane (&bounds)
      || (gint64)roi->width * roi->height >= CHUNK * CHUNK)
    return *roi;
  gegl_rectangle_align (&chunks, roi, GEGL_RECTANGLE (0, 0, CHUNK, CHUNK),
                        GEGL_RECTANGLE_ALIGNMENT_SUPERSET);
  gegl_rectangle_intersect (&chunks, &chunks, &bounds);
  return chunks;
}

/* A grey mask is read as it is; all else is converted by way of alpha, as for
 * follicle:dots, so that both see the same density to the bit. */
static Source
make_source (GeglOperation *operation, GeglBuffer *input, gint level)
{
  const GeglProperties *o = GEGL_PROPERTIES (operation);
  const Babl           *format = gegl_buffer_get_format (input);
  const gboolean        is_grey = babl_format_get_n_components (format) == 1;
  const FolliShift      shift = folli_shift_find (operation);
  const double          scale = 1.0 / (1 << level);

  return (Source){
    .buffer = input,
    .format = babl_format_with_space (is_grey ? "Y' float" : "Y'A float",
                                      babl_format_get_space (format)),
    .has_alpha = !is_grey,
    .scale = scale,
    .head = { o->head_curvature, o->head_x * scale, o->head_y * scale,
              o->head_width * scale, o->head_height * scale },
    .origin_x = (o->origin_x + shift.x) * scale,
    .origin_y = (o->origin_y + shift.y) * scale,
  };
}

static gboolean
process (GeglOperation       *operation,
         GeglBuffer          *input,
         GeglBuffer          *output,
         const GeglRectangle *roi,
         gint                 level)
{
  const FolliHairline hairline = make_hairline (operation, level);
  const Babl         *format = gegl_operation_get_format (operation, "output");
  Source              source = make_source (operation, input, level);
  GeglRectangle       chunk = { 0, 0, 0, 0 };
  g_autofree float   *density = NULL;

  while (folli_region_next_part (roi, CHUNK, &chunk))
    {
      const FolliRectangle part
          = { chunk.x, chunk.y, chunk.width, chunk.height };

      /* the first part is the largest */
      if (density == NULL)
        density = g_new (float, (gsize)part.width *part.height);
      folli_hairline_render (&hairline, read_mask,
                             source.has_alpha ? read_painted : read_mask,
                             &source, &part, density);
      apply_mask (&source, &part, density);
      gegl_buffer_set (output, &chunk, level, format, density,
                       GEGL_AUTO_ROWSTRIDE);
    }
  g_free (source.pixels);
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
