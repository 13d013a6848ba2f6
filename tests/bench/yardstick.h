/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * BENCH_COPY_OPERATION:
 *
 * Name of the operation that all others are measured against: it reads each
 * pixel once and writes it once, as linear RGBA float through GEGL's threads.
 * GEGL has none such, and gegl_buffer_copy() shares tiles.
 */
#define BENCH_COPY_OPERATION "bench:copy"

/**
 * bench_yardstick_register:
 *
 * Makes BENCH_COPY_OPERATION known to GEGL, which has to be initialised.
 */
void bench_yardstick_register (void);

G_END_DECLS
