/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare.h"

#include <stdlib.h>

#include "point-set.h"

enum
{
  MIN_PAIRS = 3,
  MAX_PAIRS = 25
};

static int
compare_doubles (const void *a, const void *b)
{
  const double x = *(const double *)a, y = *(const double *)b;

  return (x > y) - (x < y);
}

static double
median (const double *sorted, guint n)
{
  return (sorted[n / 2] + sorted[(n - 1) / 2]) / 2;
}

static BenchTimes
summarise (const BenchTime *times, guint n)
{
  double wall[MAX_PAIRS];
  double cpu[MAX_PAIRS];

  for (guint i = 0; i < n; i++)
    {
      wall[i] = times[i].wall;
      cpu[i] = times[i].cpu;
    }
  qsort (wall, n, sizeof *wall, compare_doubles);
  qsort (cpu, n, sizeof *cpu, compare_doubles);
  return (BenchTimes){
    .median = median (wall, n),
    .fastest = wall[0],
    .slowest = wall[n - 1],
    .cpu = median (cpu, n),
  };
}

double
bench_row_ratio (const BenchRow *row)
{
  return row->subject.fastest / row->yardstick.fastest;
}

double
bench_row_median_ratio (const BenchRow *row)
{
  return row->subject.median / row->yardstick.median;
}

double
bench_row_cpu_ratio (const BenchRow *row)
{
  return row->subject.cpu / row->yardstick.cpu;
}

static BenchTime
run_subject (const BenchCase    *what,
             const BenchPicture *picture,
             GeglBuffer         *result)
{
  if (what->is_cold)
    folli_point_set_forget ();
  return bench_subject_run (what->subject, picture, result);
}

BenchRow
bench_compare (const BenchCase    *what,
               const BenchPicture *picture,
               double              seconds)
{
  BenchRow  row = { .what = *what };
  BenchTime subject[MAX_PAIRS];
  BenchTime yardstick[MAX_PAIRS];
  double    spent = 0;
  g_autoptr (GeglBuffer) result
      = what->is_reused
            ? gegl_buffer_new (&picture->extent, picture->result_format)
            : NULL;

  g_object_set (gegl_config (), "threads", what->threads, NULL);
  run_subject (what, picture, result);
  bench_subject_run (what->yardstick, picture, result);

  while (row.n_pairs < MIN_PAIRS
         || (row.n_pairs < MAX_PAIRS && spent < seconds))
    {
      subject[row.n_pairs] = run_subject (what, picture, result);
      yardstick[row.n_pairs]
          = bench_subject_run (what->yardstick, picture, result);
      spent += subject[row.n_pairs].wall + yardstick[row.n_pairs].wall;
      row.n_pairs++;
    }
  row.subject = summarise (subject, row.n_pairs);
  row.yardstick = summarise (yardstick, row.n_pairs);
  return row;
}
