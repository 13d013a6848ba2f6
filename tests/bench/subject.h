/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "clock.h"
#include "picture.h"

G_BEGIN_DECLS

/**
 * BenchSubject:
 * @BENCH_COPY: the yardstick
 * @BENCH_BLUR: gegl:gaussian-blur with a standard deviation of 2 px
 * @BENCH_DOTS: 200 000 dots of 3 px radius on 24 MP
 * @BENCH_MANY_DOTS: 2 million dots of 1.5 px radius on 24 MP
 * @BENCH_DOTS_IN_PIECES: as many pixels as BENCH_DOTS has, by one megapixel at
 *   a time; for white maps
 * @BENCH_HAIRLINE_MAP: follicle:hairline
 * @BENCH_BARE_SCALP: follicle:bare-scalp
 * @BENCH_EDGES: follicle:edges, of the whole picture at once
 * @BENCH_CHAIN: follicle:stamp, the whole way from photo and mask to photo
 * @BENCH_STROKE: a stroke of 200 px on a density layer with a hairline and
 *   dots, from the paint to the picture
 *
 * What is measured.
 */
typedef enum
{
  BENCH_COPY,
  BENCH_BLUR,
  BENCH_DOTS,
  BENCH_MANY_DOTS,
  BENCH_DOTS_IN_PIECES,
  BENCH_HAIRLINE_MAP,
  BENCH_BARE_SCALP,
  BENCH_EDGES,
  BENCH_CHAIN,
  BENCH_STROKE,
  BENCH_N_SUBJECTS
} BenchSubject;

const char *bench_subject_name (BenchSubject subject);

/**
 * bench_subject_operation:
 * @subject: a subject
 *
 * Returns: the operation's name in GEGL
 */
const char *bench_subject_operation (BenchSubject subject);

/**
 * bench_subject_exists:
 * @subject: a subject
 *
 * Returns: whether GEGL knows its operation
 */
gboolean bench_subject_exists (BenchSubject subject);

/**
 * bench_subject_dots:
 * @subject: BENCH_DOTS or BENCH_MANY_DOTS
 * @megapixels: of a white map
 *
 * Returns: how many dots it draws
 */
double bench_subject_dots (BenchSubject subject, int megapixels);

/**
 * bench_subject_run:
 * @subject: what to run
 * @picture: what to run it on
 * @result: (nullable): where the pixels go, or NULL for a buffer that is made
 *   for them and thrown away, as GIMP does it
 *
 * Renders the whole picture the way that GIMP applies a filter: by a
 * processor that writes into a buffer.
 *
 * Returns: how long it took
 */
BenchTime bench_subject_run (BenchSubject        subject,
                             const BenchPicture *picture,
                             GeglBuffer         *result);

G_END_DECLS
