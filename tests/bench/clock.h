/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BenchTime:
 * @wall: time that passed, s
 * @cpu: time that all processors worked on it, s
 *
 * How long a run took.
 */
typedef struct
{
  double wall;
  double cpu;
} BenchTime;

/**
 * bench_clock_read:
 *
 * Returns: the time since some moment before
 */
BenchTime bench_clock_read (void);

/**
 * bench_clock_since:
 * @start: what bench_clock_read() has returned
 *
 * Returns: the time since then
 */
BenchTime bench_clock_since (BenchTime start);

G_END_DECLS
