/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "compare.h"

G_BEGIN_DECLS

/**
 * bench_plan_new:
 * @is_large: whether to include 100 megapixels, which take 6 GiB of memory
 *
 * Lists all comparisons, those on the same picture one after the other. What
 * GEGL has no operation for is listed too.
 *
 * Returns: (transfer full) (element-type BenchCase): the comparisons
 */
GArray *bench_plan_new (gboolean is_large);

G_END_DECLS
