/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gegl-plugin.h>
#include <string.h>

#include "yardstick.h"

typedef struct
{
  GeglOperationPointFilter parent_instance;
} BenchCopy;

typedef struct
{
  GeglOperationPointFilterClass parent_class;
} BenchCopyClass;

GType bench_copy_get_type (void);
G_DEFINE_TYPE (BenchCopy, bench_copy, GEGL_TYPE_OPERATION_POINT_FILTER)

static void
prepare (GeglOperation *operation)
{
  gegl_operation_set_format (operation, "input", babl_format ("RGBA float"));
  gegl_operation_set_format (operation, "output", babl_format ("RGBA float"));
}

static gboolean
process (GeglOperation       *operation,
         void                *in,
         void                *out,
         glong                n_pixels,
         const GeglRectangle *roi,
         gint                 level)
{
  memcpy (out, in, n_pixels * 4 * sizeof (float));
  return TRUE;
}

static void
bench_copy_init (BenchCopy *copy)
{
}

static void
bench_copy_class_init (BenchCopyClass *klass)
{
  GeglOperationClass *operation_class = GEGL_OPERATION_CLASS (klass);

  operation_class->prepare = prepare;
  GEGL_OPERATION_POINT_FILTER_CLASS (klass)->process = process;
  gegl_operation_class_set_keys (operation_class, "name", BENCH_COPY_OPERATION,
                                 "title", BENCH_COPY_OPERATION, NULL);
}

void
bench_yardstick_register (void)
{
  g_type_class_unref (g_type_class_ref (bench_copy_get_type ()));
}
