/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "subject.h"

G_BEGIN_DECLS

/**
 * BenchCase:
 * @subject: what is measured
 * @yardstick: what it is measured against
 * @megapixels: how large a picture
 * @threads: how many GEGL uses
 * @format: how the pixels are stored
 * @map: what is painted
 * @is_cold: whether the point set is forgotten before every run
 * @is_reused: whether every run writes into the same buffer; else each makes
 *   its own, and waits for the kernel to clear its pages
 *
 * One comparison.
 */
typedef struct
{
  BenchSubject subject;
  BenchSubject yardstick;
  int          megapixels;
  int          threads;
  BenchFormat  format;
  BenchMap     map;
  gboolean     is_cold;
  gboolean     is_reused;
} BenchCase;

/**
 * BenchTimes:
 * @median: of all runs, s
 * @fastest: s
 * @slowest: s
 * @cpu: median of the time that all processors worked, s
 */
typedef struct
{
  double median;
  double fastest;
  double slowest;
  double cpu;
} BenchTimes;

/**
 * BenchRow:
 * @what: the comparison
 * @n_pairs: how often both were run
 * @subject: how long the subject took
 * @yardstick: how long the yardstick took
 *
 * What came out of a comparison.
 */
typedef struct
{
  BenchCase  what;
  guint      n_pairs;
  BenchTimes subject;
  BenchTimes yardstick;
} BenchRow;

/**
 * bench_row_ratio:
 * @row: a comparison
 *
 * Returns: the subject's fastest run over the yardstick's: whatever else the
 * machine does only ever adds to a time
 */
double bench_row_ratio (const BenchRow *row);

/**
 * bench_row_median_ratio:
 * @row: a comparison
 *
 * Returns: the same of the medians
 */
double bench_row_median_ratio (const BenchRow *row);

/**
 * bench_row_cpu_ratio:
 * @row: a comparison
 *
 * Returns: the same of the processors' time, which depends less on what else
 * the machine does
 */
double bench_row_cpu_ratio (const BenchRow *row);

/**
 * bench_compare:
 * @what: the comparison
 * @picture: made for its size, format and map
 * @seconds: how long to go on; three pairs are run in any case
 *
 * Runs subject and yardstick in turn, so that whatever else the machine does
 * meanwhile hits both; the first pair does not count.
 *
 * Returns: what came out
 */
BenchRow bench_compare (const BenchCase    *what,
                        const BenchPicture *picture,
                        double              seconds);

G_END_DECLS
