/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "results.h"

G_BEGIN_DECLS

/**
 * bench_goals_print:
 * @results: what was measured
 *
 * Prints what follicle:dots is to reach and what it reaches, as Markdown.
 * Where a goal says nothing of threads, it is met if it is met with one thread
 * and with two.
 */
void bench_goals_print (const BenchResults *results);

G_END_DECLS
