/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#ifdef GEGL_PROPERTIES

/* None. */

#else

#define GEGL_OP_POINT_COMPOSER
#define GEGL_OP_NAME follicle_pigment
#define GEGL_OP_C_SOURCE pigment.c

#include "gegl-op.h"

#include "regions.h"

static void
prepare (GeglOperation *operation)
{
  const Babl *space = gegl_operation_get_source_space (operation, "input");
  const Babl *format = babl_format_with_space ("RGBA float", space);

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
  const float *in = in_buffer;
  const float *pigment = aux_buffer;
  float       *out = out_buffer;

  if (pigment == NULL)
    {
      memcpy (out, in, n_pixels * 4 * sizeof (float));
      return TRUE;
    }

  for (glong i = 0; i < 4 * n_pixels; i += 4)
    {
      for (guint c = 0; c < 3; c++)
        out[i + c] = in[i + c] * (1 - pigment[i + 3] * (1 - pigment[i + c]));
      out[i + 3] = in[i + 3];
    }
  return TRUE;
}

static void
gegl_op_class_init (GeglOpClass *klass)
{
  GeglOperationClass *operation_class = GEGL_OPERATION_CLASS (klass);
  GeglOperationPointComposerClass *composer_class
      = GEGL_OPERATION_POINT_COMPOSER_CLASS (klass);

  operation_class->prepare = prepare;
  /* A pigment layer darkens what is there and makes nothing of its own. */
  operation_class->get_bounding_box = folli_region_of_input;
  composer_class->process = process;

  /* clang-format off */
  gegl_operation_class_set_keys (operation_class,
    "name",           "follicle:pigment",
    "title",          _("Apply Pigment"),
    "categories",     "hidden",
    "description",    _("Multiplies the input by a layer of pigment in linear "
                        "light"),
    "license",        "GPL3+",
    "reference-hash", "unstable",
    NULL);
  /* clang-format on */
}

#endif
