/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "clock.h"

#include <sys/resource.h>

BenchTime
bench_clock_read (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (BenchTime){
    .wall = g_get_monotonic_time () * 1e-6,
    .cpu = usage.ru_utime.tv_sec + usage.ru_stime.tv_sec
           + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6,
  };
}

BenchTime
bench_clock_since (BenchTime start)
{
  const BenchTime now = bench_clock_read ();

  return (BenchTime){ now.wall - start.wall, now.cpu - start.cpu };
}
