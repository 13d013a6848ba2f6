/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>

#include "chain-properties.h"

#ifdef GEGL_PROPERTIES

/* clang-format off */
FOLLI_SCALE_PROPERTY
FOLLI_HAIRLINE_PROPERTIES
FOLLI_BARE_SCALP_PROPERTIES
FOLLI_TONE_PROPERTY
property_boolean (at_once, _("At once"), FALSE)
  description (_("Makes all of the map as soon as a part of it is asked for"))
property_object (cancellable, "Cancellable", G_TYPE_CANCELLABLE)
/* clang-format on */

#else

#define GEGL_OP_COMPOSER
#define GEGL_OP_NAME follicle_edges
#define GEGL_OP_C_SOURCE edges.c

#include "gegl-op.h"

#include <string.h>

#include "regions.h"

#include "follicle/edges.h"

/* The margin measured around a part is wide, up to 8 cm of skin: small parts
 * measure the same skin again and again. So parts are as many margins wide as
 * this, and a map that is made at once has no more pixels than that. */
enum
{
  LEAST_PART = 1280,
  MARGINS_PER_PART = 3,
  MOST_PIXELS = 100000000
};

/* Dots run out into hair beside the mask at least as far as hairs cross its
 * edge. Source: doc/numbers.md, "Scars": feather. */
#define LEAST_FEATHER_MM 3.0

/* Where the engine reads a picture from. */
typedef struct
{
  GeglBuffer *buffer;
  const Babl *format;
  gpointer    cancellable;
  float      *pixels;
  gsize       n_allocated;
} Source;

static void
clear_source (Source *source)
{
  g_clear_pointer (&source->pixels, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Source, clear_source)

/* What there is of the photo; empty where it has no end. */
static FolliRectangle
find_photo (GeglOperation *operation)
{
  const GeglRectangle *there
      = gegl_operation_source_get_bounding_box (operation, "aux");

  if (there == NULL || gegl_rectangle_is_infinite_plane (there))
    return (FolliRectangle){ 0, 0, 0, 0 };
  return (FolliRectangle){ there->x, there->y, there->width, there->height };
}

static gboolean
is_cancelled (gpointer cancellable)
{
  return g_cancellable_is_cancelled (cancellable);
}

static FolliEdges
make_edges (GeglOperation *operation)
{
  const GeglProperties *o = GEGL_PROPERTIES (operation);

  return (FolliEdges){
    .scalp = { .px_per_mm = o->pixels_per_cm / 10,
               .avoid_hair = o->avoid_hair,
               .avoid_glare = o->avoid_glare },
    .feather_mm = MAX (o->feather, LEAST_FEATHER_MM),
    .reach_mm = o->softness + o->feather + o->undulation + o->irregularity,
    .match_tone = o->match_tone,
    .photo = find_photo (operation),
    .cancel = { is_cancelled, o->cancellable },
  };
}

/* Not a number is black, too. */
static float
clamp (float value, float most)
{
  return value > 0 ? MIN (value, most) : 0;
}

/* Where a band begins in the pixels of its part. */
static gsize
find_start (const GeglRectangle *part, const GeglRectangle *band)
{
  return (gsize)(band->y - part->y) * part->width;
}

static void
read_band (Source *source, const GeglRectangle *band, float *mask)
{
  const gsize n = (gsize)band->width * band->height;

  if (n > source->n_allocated)
    {
      g_free (source->pixels);
      source->pixels = g_new (float, 2 * n);
      source->n_allocated = n;
    }
  gegl_buffer_get (source->buffer, band, 1, source->format, source->pixels,
                   GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_CLAMP);
  for (gsize i = 0; i < n; i++)
    mask[i] = clamp (source->pixels[2 * i], 1)
              * clamp (source->pixels[2 * i + 1], 1);
}

static void
read_mask (gpointer data, const FolliRectangle *rectangle, float *mask)
{
  Source             *source = data;
  const GeglRectangle part
      = { rectangle->x, rectangle->y, rectangle->width, rectangle->height };
  GeglRectangle band = { 0, 0, 0, 0 };

  while (folli_region_next_band (&part, &band))
    {
      const gsize start = find_start (&part, &band);
      const gsize n = (gsize)band.width * band.height;

      if (g_cancellable_is_cancelled (source->cancellable))
        memset (mask + start, 0, n * sizeof *mask);
      else
        read_band (source, &band, mask + start);
    }
}

static void
read_photo (gpointer data, const FolliRectangle *rectangle, float *rgb)
{
  const Source       *source = data;
  const gsize         n = (gsize)rectangle->width * rectangle->height * 3;
  const GeglRectangle wanted
      = { rectangle->x, rectangle->y, rectangle->width, rectangle->height };

  if (g_cancellable_is_cancelled (source->cancellable))
    {
      memset (rgb, 0, n * sizeof *rgb);
      return;
    }
  gegl_buffer_get (source->buffer, &wanted, 1, source->format, rgb,
                   GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_CLAMP);
  for (gsize i = 0; i < n; i++)
    rgb[i] = clamp (rgb[i], 16);
}

static void
prepare (GeglOperation *operation)
{
  const Babl *mask_space = gegl_operation_get_source_space (operation, "input");
  const Babl *photo_space = gegl_operation_get_source_space (operation, "aux");
  const Babl *map = babl_format_with_space ("Y'A float", mask_space);

  gegl_operation_set_format (operation, "input", map);
  gegl_operation_set_format (operation, "aux",
                             babl_format_with_space ("RGB float", photo_space));
  gegl_operation_set_format (operation, "output", map);
}

static GeglRectangle
get_neighbourhood (GeglOperation       *operation,
                   const gchar         *pad,
                   const GeglRectangle *rectangle)
{
  const FolliEdges edges = make_edges (operation);

  return folli_region_grow (rectangle, folli_edges_margin_px (&edges));
}

static GeglRectangle
get_required (GeglOperation       *operation,
              const gchar         *pad,
              const GeglRectangle *roi)
{
  const GeglRectangle *there
      = gegl_operation_source_get_bounding_box (operation, pad);
  GeglRectangle needed = get_neighbourhood (operation, pad, roi);

  if (there == NULL)
    return (GeglRectangle){ 0, 0, 0, 0 };
  gegl_rectangle_intersect (&needed, &needed, there);
  return needed;
}

static GeglRectangle
get_cached_region (GeglOperation *operation, const GeglRectangle *roi)
{
  const GeglRectangle whole = folli_region_of_input (operation);

  if (!GEGL_PROPERTIES (operation)->at_once
      || gegl_rectangle_is_infinite_plane (&whole)
      || (gint64)whole.width * whole.height > MOST_PIXELS)
    return *roi;
  return whole;
}

static gint
find_largest_part (const FolliEdges *edges)
{
  return MAX (LEAST_PART, MARGINS_PER_PART * folli_edges_margin_px (edges));
}

/* The pixels of @roi that are not 0. */
static GeglRectangle
find_wanted (const FolliEdges *edges, Source *mask, const GeglRectangle *roi)
{
  const FolliRectangle all = { roi->x, roi->y, roi->width, roi->height };
  const FolliRectangle wanted
      = folli_edges_find_wanted (edges, read_mask, mask, &all);

  return (GeglRectangle){ wanted.x, wanted.y, wanted.width, wanted.height };
}

/* White is what a user paints on. */
static const float NO_DENSITY[2] = { 1, 0 };

/* White, with the density as its alpha. */
static void
make_white (const float *alpha, gsize n, float *luma_alpha)
{
  for (gsize i = 0; i < n; i++)
    {
      luma_alpha[2 * i] = 1;
      luma_alpha[2 * i + 1] = alpha[i];
    }
}

static void
make_part (const FolliEdges     *edges,
           Source               *mask,
           Source               *photo,
           const FolliRectangle *part,
           float                *alpha)
{
  if (photo->buffer == NULL)
    read_mask (mask, part, alpha);
  else
    folli_edges_render (edges, read_mask, mask, read_photo, photo, part, alpha);
}

static void
write_part (const FolliEdges    *edges,
            const GeglRectangle *part,
            const float         *alpha,
            GeglBuffer          *output,
            const Babl          *format,
            gint                 level)
{
  GeglRectangle     band = { 0, 0, 0, 0 };
  g_autofree float *luma_alpha
      = g_new (float, (gsize)2 * FOLLI_REGION_BAND_PX * part->width);

  while (folli_region_next_band (part, &band)
         && !folli_cancel_ask (&edges->cancel))
    {
      make_white (alpha + find_start (part, &band),
                  (gsize)band.width * band.height, luma_alpha);
      gegl_buffer_set (output, &band, level, format, luma_alpha,
                       GEGL_AUTO_ROWSTRIDE);
    }
}

static gboolean
process (GeglOperation       *operation,
         GeglBuffer          *input,
         GeglBuffer          *aux,
         GeglBuffer          *output,
         const GeglRectangle *roi,
         gint                 level)
{
  const GeglProperties *o = GEGL_PROPERTIES (operation);
  const FolliEdges      edges = make_edges (operation);
  const Babl *format = gegl_operation_get_format (operation, "output");
  g_auto (Source) mask
      = { .buffer = input, .format = format, .cancellable = o->cancellable };
  g_auto (Source) photo
      = { .buffer = aux,
          .format = gegl_operation_get_format (operation, "aux"),
          .cancellable = o->cancellable };
  const gint          largest = find_largest_part (&edges);
  const GeglRectangle wanted = find_wanted (&edges, &mask, roi);
  GeglRectangle       chunk = { 0, 0, 0, 0 };
  g_autofree float   *alpha = NULL;

  gegl_buffer_set_color_from_pixel (output, roi, NO_DENSITY, format);
  while (folli_region_next_part (&wanted, largest, &chunk)
         && !is_cancelled (o->cancellable))
    {
      const FolliRectangle part
          = { chunk.x, chunk.y, chunk.width, chunk.height };

      /* the first part is the largest */
      if (alpha == NULL)
        alpha = g_new (float, (gsize)part.width *part.height);
      make_part (&edges, &mask, &photo, &part, alpha);
      write_part (&edges, &chunk, alpha, output, format, level);
    }
  return TRUE;
}

static void
gegl_op_class_init (GeglOpClass *klass)
{
  GeglOperationClass         *operation_class = GEGL_OPERATION_CLASS (klass);
  GeglOperationComposerClass *composer_class
      = GEGL_OPERATION_COMPOSER_CLASS (klass);

  operation_class->prepare = prepare;
  operation_class->get_bounding_box = folli_region_of_input;
  operation_class->get_required_for_output = get_required;
  operation_class->get_invalidated_by_change = get_neighbourhood;
  operation_class->get_cached_region = get_cached_region;
  operation_class->cache_policy = GEGL_CACHE_POLICY_ALWAYS;
  operation_class->threaded = TRUE;
  composer_class->process = process;

  /* clang-format off */
  gegl_operation_class_set_keys (operation_class,
    "name",           "follicle:edges",
    "title",          _("Edges of a Mask"),
    "categories",     "hidden",
    "description",    _("Tells, from a photo (aux), where a mask's edge is a "
                        "hairline and where hair or the head's outline is"),
    "license",        "GPL3+",
    "reference-hash", "unstable",
    NULL);
  /* clang-format on */
}

#endif
