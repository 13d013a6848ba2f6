/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#ifdef GEGL_PROPERTIES

/* None. */

#else

#define GEGL_OP_POINT_COMPOSER
#define GEGL_OP_NAME follicle_visible
#define GEGL_OP_C_SOURCE visible.c

#include "gegl-op.h"

#include "regions.h"

/* As maps are painted: gegl:multiply would take their product in linear
 * light, where a half of a half is not a quarter. */
static void
prepare (GeglOperation *operation)
{
  const Babl *space = gegl_operation_get_source_space (operation, "input");
  const Babl *format = babl_format_with_space ("Y' float", space);

  gegl_operation_set_format (operation, "input", format);
  gegl_operation_set_format (operation, "aux", format);
  gegl_operation_set_format (operation, "output", format);
}

static gboolean
process (GeglOperation       *operation,
         void                *in_buffer,
         void                *aux_buffer,
         void                *out_buffer,
         glong                n_pixels,
         const GeglRectangle *roi,
         gint                 level)
{
  const float *density = in_buffer;
  const float *visibility = aux_buffer;
  float       *out = out_buffer;

  if (visibility == NULL)
    memcpy (out, density, n_pixels * sizeof (float));
  else
    for (glong i = 0; i < n_pixels; i++)
      out[i] = density[i] * visibility[i];
  return TRUE;
}

static void
gegl_op_class_init (GeglOpClass *klass)
{
  GeglOperationClass *operation_class = GEGL_OPERATION_CLASS (klass);
  GeglOperationPointComposerClass *composer_class
      = GEGL_OPERATION_POINT_COMPOSER_CLASS (klass);

  operation_class->prepare = prepare;
  /* Where there is no density there are no dots to hide. */
  operation_class->get_bounding_box = folli_region_of_input;
  composer_class->process = process;

  /* clang-format off */
  gegl_operation_class_set_keys (operation_class,
    "name",           "follicle:visible",
    "title",          _("Keep the Visible"),
    "categories",     "hidden",
    "description",    _("Multiplies a density map by a map of where skin is "
                        "visible"),
    "license",        "GPL3+",
    "reference-hash", "unstable",
    NULL);
  /* clang-format on */
}

#endif
