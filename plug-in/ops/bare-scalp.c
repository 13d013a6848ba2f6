/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "chain-properties.h"

#ifdef GEGL_PROPERTIES

/* clang-format off */
FOLLI_SCALE_PROPERTY
FOLLI_BARE_SCALP_PROPERTIES
/* clang-format on */

#else

#define GEGL_OP_FILTER
/* clang-format off */
#define GEGL_OP_NAME     follicle_bare_scalp
#define GEGL_OP_C_SOURCE bare-scalp.c
/* clang-format on */

#include "gegl-op.h"

#include "regions.h"

#include "follicle/bare-scalp.h"
#include "follicle/density-steps.h"

enum
{
  /* The margin measured around a part is wide: larger ones than others' cost
   * less, and still bound the memory. */
  LARGEST = 1280
};

/* Where the engine reads its photo from. */
typedef struct
{
  GeglBuffer *buffer;
  const Babl *format;
  gdouble     scale;
} Source;

static FolliBareScalp
make_scalp (const GeglProperties *o, gint level)
{
  return (FolliBareScalp){
    .px_per_mm = o->pixels_per_cm / 10 / (1 << level),
    .avoid_hair = o->avoid_hair,
    .avoid_glare = o->avoid_glare,
  };
}

static void
read_photo (gpointer data, const FolliRectangle *rectangle, float *rgb)
{
  const Source       *source = data;
  const gsize         n = (gsize)rectangle->width * rectangle->height * 3;
  const GeglRectangle wanted
      = { rectangle->x, rectangle->y, rectangle->width, rectangle->height };

  gegl_buffer_get (source->buffer, &wanted, source->scale, source->format, rgb,
                   GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_CLAMP);
  for (gsize i = 0; i < n; i++)
    /* not a number is black, too */
    rgb[i] = rgb[i] > 0 ? MIN (rgb[i], 16) : 0;
}

static void
prepare (GeglOperation *operation)
{
  const Babl *space = gegl_operation_get_source_space (operation, "input");

  gegl_operation_set_format (operation, "input",
                             babl_format_with_space ("RGB float", space));
  gegl_operation_set_format (operation, "output",
                             babl_format_with_space ("Y' float", space));
}

static GeglRectangle
get_neighbourhood (GeglOperation       *operation,
                   const gchar         *pad,
                   const GeglRectangle *rectangle)
{
  const FolliBareScalp scalp = make_scalp (GEGL_PROPERTIES (operation), 0);
  const gint           margin = folli_bare_scalp_margin_px (&scalp);

  return folli_region_grow (rectangle, margin);
}

static gboolean
process (GeglOperation       *operation,
         GeglBuffer          *input,
         GeglBuffer          *output,
         const GeglRectangle *roi,
         gint                 level)
{
  const FolliBareScalp scalp = make_scalp (GEGL_PROPERTIES (operation), level);
  const Babl          *format = gegl_operation_get_format (operation, "output");
  Source               source = { .buffer = input,
                                  .format = gegl_operation_get_format (operation, "input"),
                                  .scale = 1.0 / (1 << level) };
  GeglRectangle        chunk = { 0, 0, 0, 0 };
  g_autofree float    *visibility = NULL;

  while (folli_region_next_part (roi, LARGEST, &chunk))
    {
      const FolliRectangle part
          = { chunk.x, chunk.y, chunk.width, chunk.height };

      /* the first part is the largest */
      if (visibility == NULL)
        visibility = g_new (float, (gsize)part.width *part.height);
      folli_bare_scalp_render (&scalp, read_photo, &source, &part, visibility);
      folli_density_round (visibility, (gsize)part.width * part.height);
      gegl_buffer_set (output, &chunk, level, format, visibility,
                       GEGL_AUTO_ROWSTRIDE);
    }
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
  filter_class->process = process;

  /* clang-format off */
  gegl_operation_class_set_keys (operation_class,
    "name",           "follicle:bare-scalp",
    "title",          _("Bare Scalp"),
    "categories",     "render",
    "description",    _("Shows white where a photo has bare skin, dark where "
                        "it has hair or highlights"),
    "license",        "GPL3+",
    "reference-hash", "unstable",
    NULL);
  /* clang-format on */
}

#endif
