/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Compiles a function of long loops a second time, for processors with vectors
 * of eight floats, and chooses at run time. Without fused multiply-add, which
 * the build forbids, both give the same bits. FOLLI_NARROW does without, for
 * tests of just that. */
#if defined __x86_64__ && defined __GNUC__ && !defined __clang__               \
    && defined __gnu_linux__ && !defined FOLLI_NARROW
#define FOLLI_WIDE __attribute__ ((target_clones ("avx2", "default")))
#else
#define FOLLI_WIDE
#endif
