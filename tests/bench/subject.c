/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "subject.h"

#include "stroke.h"
#include "yardstick.h"

enum
{
  MAX_SETTINGS = 5 /* the last one empty */
};

typedef struct
{
  const char *property;
  double      value;
} Setting;

typedef enum
{
  ON_PHOTO,
  ON_MAP,
  ON_BOTH,
  ON_MAP_BESIDE_PHOTO
} Input;

/* Scales and diameters follow from the goals: 100 dots per cm² are 200 000
 * dots on 24 MP at 109.54 px per cm, where 0.5477 mm are 6 px; and 400 per cm²
 * 2 million at 69.28 px per cm, where 0.433 mm are 3 px. */
#define DOTS_SETTINGS                                                          \
  {                                                                            \
    { "pixels-per-cm", 109.5445 }, { "density", 100 },                         \
        { "diameter", 0.54772 }, { "age", 0 },                                 \
  }

static const struct
{
  const char *name;
  const char *operation;
  Input       input;
  double      dots_per_megapixel;
  Setting     settings[MAX_SETTINGS];
} SUBJECTS[BENCH_N_SUBJECTS] = {
  [BENCH_COPY] = { "copy", BENCH_COPY_OPERATION, ON_PHOTO },
  [BENCH_BLUR] = { "gaussian-blur σ 2",
                   "gegl:gaussian-blur",
                   ON_PHOTO,
                   0,
                   { { "std-dev-x", 2 }, { "std-dev-y", 2 } } },
  [BENCH_DOTS] = { "dots, 8 k per MP, radius 3 px", "follicle:dots", ON_MAP,
                   100 / 109.5445 / 109.5445 * 1e6, DOTS_SETTINGS },
  [BENCH_MANY_DOTS] = { "dots, 83 k per MP, radius 1.5 px",
                        "follicle:dots",
                        ON_MAP,
                        400 / 69.28203 / 69.28203 * 1e6,
                        { { "pixels-per-cm", 69.28203 },
                          { "density", 400 },
                          { "diameter", 0.43301 },
                          { "age", 0 } } },
  [BENCH_DOTS_IN_PIECES] = { "the same dots by 1 MP", "follicle:dots", ON_MAP },
  [BENCH_HAIRLINE_MAP] = { "hairline",
                           "follicle:hairline",
                           ON_MAP,
                           0,
                           { { "pixels-per-cm", 109.5445 } } },
  [BENCH_BARE_SCALP] = { "bare-scalp",
                         "follicle:bare-scalp",
                         ON_PHOTO,
                         0,
                         { { "pixels-per-cm", 109.5445 } } },
  [BENCH_EDGES] = { "edges",
                    "follicle:edges",
                    ON_MAP_BESIDE_PHOTO,
                    0,
                    { { "pixels-per-cm", 109.5445 } } },
  [BENCH_CHAIN]
  = { "stamp, the whole chain", "follicle:stamp", ON_BOTH, 0, DOTS_SETTINGS },
  /* dots follow the hairline, see stroke.c */
  [BENCH_STROKE] = { "stroke of 200 px, hairline and dots",
                     "follicle:hairline",
                     ON_MAP,
                     0,
                     { { "pixels-per-cm", 109.5445 } } },
};

const char *
bench_subject_name (BenchSubject subject)
{
  return SUBJECTS[subject].name;
}

const char *
bench_subject_operation (BenchSubject subject)
{
  return SUBJECTS[subject].operation;
}

gboolean
bench_subject_exists (BenchSubject subject)
{
  return gegl_has_operation (SUBJECTS[subject].operation);
}

double
bench_subject_dots (BenchSubject subject, int megapixels)
{
  return SUBJECTS[subject].dots_per_megapixel * megapixels;
}

static GeglNode *
add_source (GeglNode *graph, GeglBuffer *buffer)
{
  return gegl_node_new_child (graph, "operation", "gegl:buffer-source",
                              "buffer", buffer, NULL);
}

static GeglNode *
add_operation (GeglNode *graph, BenchSubject subject)
{
  GeglNode *node = gegl_node_new_child (graph, "operation",
                                        SUBJECTS[subject].operation, NULL);

  for (const Setting *s = SUBJECTS[subject].settings; s->property != NULL; s++)
    gegl_node_set (node, s->property, s->value, NULL);
  /* as the chain and the plug-in have it */
  if (gegl_node_find_property (node, "at-once") != NULL)
    gegl_node_set (node, "at-once", TRUE, NULL);
  return node;
}

static GeglNode *
add_subject (GeglNode *graph, BenchSubject subject, const BenchPicture *picture)
{
  const Input    input = SUBJECTS[subject].input;
  GeglNode      *node = add_operation (graph, subject);
  const gboolean is_of_map = input == ON_MAP || input == ON_MAP_BESIDE_PHOTO;
  GeglNode      *source
      = add_source (graph, is_of_map ? picture->map : picture->photo);

  gegl_node_link (source, node);
  if (input == ON_BOTH || input == ON_MAP_BESIDE_PHOTO)
    gegl_node_connect_to (
        add_source (graph, is_of_map ? picture->photo : picture->map), "output",
        node, "aux");
  return node;
}

static BenchTime
run_once (BenchSubject subject, const BenchPicture *picture, GeglBuffer *result)
{
  const BenchTime start = bench_clock_read ();
  g_autoptr (GeglNode) graph = gegl_node_new ();
  g_autoptr (GeglProcessor) processor = NULL;
  g_autoptr (GeglBuffer) buffer
      = result != NULL
            ? g_object_ref (result)
            : gegl_buffer_new (&picture->extent, picture->result_format);
  GeglNode *node = add_subject (graph, subject, picture);
  GeglNode *sink = gegl_node_new_child (graph, "operation", "gegl:write-buffer",
                                        "buffer", buffer, NULL);

  gegl_node_link (node, sink);
  processor = gegl_node_new_processor (sink, &picture->extent);
  while (gegl_processor_work (processor, NULL))
    ;
  return bench_clock_since (start);
}

/* The picture that others have to see stays as it is. */
static BenchTime
run_stroke (const BenchPicture *picture)
{
  g_autoptr (GeglNode) graph = gegl_node_new ();
  g_autoptr (GeglBuffer) map = gegl_buffer_dup (picture->map);
  g_autoptr (GeglBuffer) result
      = gegl_buffer_new (&picture->extent, picture->result_format);
  GeglNode *hairline = add_operation (graph, BENCH_STROKE);
  GeglNode *dots = add_operation (graph, BENCH_DOTS);

  gegl_node_link_many (add_source (graph, map), hairline, dots, NULL);
  return bench_stroke_run (dots, map, result);
}

BenchTime
bench_subject_run (BenchSubject        subject,
                   const BenchPicture *picture,
                   GeglBuffer         *result)
{
  BenchTime sum = { 0, 0 };

  if (subject == BENCH_STROKE)
    return run_stroke (picture);
  if (subject != BENCH_DOTS_IN_PIECES)
    return run_once (subject, picture, result);

  for (int i = 0; i < picture->megapixels; i++)
    {
      const BenchTime time = run_once (BENCH_DOTS, picture->piece, result);

      sum.wall += time.wall;
      sum.cpu += time.cpu;
    }
  return sum;
}
