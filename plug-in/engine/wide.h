/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Compiles a function of long loops a second time, for processors with vectors
 * of eight floats, and chooses at run time. Without fused multiply-add, which
 * the build forbids, both give the same bits. */
#if defined __x86_64__ && defined __GNUC__ && !defined __clang__               \
    && defined                                         __gnu_linux__
#define FOLLI_WIDE __attribute__ ((target_clones ("avx2", "default")))
#else
#define FOLLI_WIDE
#endif
