/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "subject.h"

G_BEGIN_DECLS

/**
 * BENCH_PEAK_MEGAPIXELS:
 *
 * Size of the picture on which memory is measured.
 */
#define BENCH_PEAK_MEGAPIXELS 24

/**
 * bench_peak_measure:
 * @program: the benchmark's own file
 * @subject: what to run
 * @error: return location
 *
 * Has a process of its own run the subject once, since memory that others have
 * used before would hide what it needs. That process starts with an empty
 * cache of babl's: a full one takes 300 MiB for its tables.
 *
 * Errors: those of g_spawn_sync(); G_SPAWN_ERROR_FAILED where the process
 * answers with no number.
 *
 * Returns: the most memory that it had, in bytes, or 0
 */
double
bench_peak_measure (const char *program, BenchSubject subject, GError **error);

/**
 * bench_peak_answer:
 * @subject: what to run
 *
 * The other side of bench_peak_measure(): runs the subject and prints what
 * memory that took.
 */
void bench_peak_answer (BenchSubject subject);

G_END_DECLS
