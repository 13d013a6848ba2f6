/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare.h"
#include "points.h"

G_BEGIN_DECLS

/**
 * BenchResults:
 * @rows: (element-type BenchRow): comparisons
 * @points: (element-type BenchPoints): the point set alone
 * @peak_bytes: memory of each subject on BENCH_PEAK_MEGAPIXELS, 0 where it
 *   was not measured
 *
 * All that was measured.
 */
typedef struct
{
  GArray *rows;
  GArray *points;
  double  peak_bytes[BENCH_N_SUBJECTS];
} BenchResults;

void bench_results_init (BenchResults *results);
void bench_results_clear (BenchResults *results);

/**
 * bench_results_find:
 * @results: what was measured
 * @what: a comparison
 *
 * Returns: (nullable): what came out of it, or NULL if it was not made
 */
const BenchRow *bench_results_find (const BenchResults *results,
                                    const BenchCase    *what);

/**
 * bench_results_print:
 * @results: what was measured
 *
 * Prints all but the goals, as Markdown.
 */
void bench_results_print (const BenchResults *results);

/**
 * bench_results_save:
 * @results: what was measured
 * @path: of a file that is written, or overwritten
 * @error: return location
 *
 * Writes everything as JSON, times in s and memory in bytes.
 *
 * Errors: those of g_file_set_contents().
 *
 * Returns: whether it is written
 */
gboolean bench_results_save (const BenchResults *results,
                             const char         *path,
                             GError            **error);

G_END_DECLS
