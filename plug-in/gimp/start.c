/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <babl/babl.h>
#include <glib.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

/* Since then babl does without tables where BABL_LUT is 0. */
#define FIRST_MICRO_WITH_A_SWITCH 102

/* Before GEGL starts, and babl with it: where babl's cache of conversions has
 * one that a table might speed up, babl measures how fast a table of 256 MB is,
 * in every process. We convert too little to earn that back; in GIMP 2.10 it
 * was three quarters of the time that the plug-in took to start. An older babl
 * can only be told to leave its cache alone, which an empty
 * BABL_DEBUG_CONVERSIONS does. What somebody has set stays. */
__attribute__ ((constructor)) static void
spare_tables (void)
{
  int major, minor, micro;

  babl_get_version (&major, &minor, &micro);
  if (major == 0 && minor <= 1 && micro < FIRST_MICRO_WITH_A_SWITCH)
    g_setenv ("BABL_DEBUG_CONVERSIONS", "", FALSE);
  else
    g_setenv ("BABL_LUT", "0", FALSE);
}

#ifdef __GLIBC__
/* What is taken from the heap rather than from the kernel, and how much is kept
   of it when it is free, bytes. */
#define MOST_FROM_HEAP (32 << 20)
#define MOST_KEPT (256 << 20)

/* To find a mask's edges some fifty pictures of megabytes are taken and given
 * back, and the kernel has to clear each page again: five sixths of the time,
 * for a preview and for each of the looks. Where the C library keeps them they
 * come back as they are, to any thread: arenas of their own would be given back
 * as a whole. */
__attribute__ ((constructor)) static void
keep_memory (void)
{
  mallopt (M_ARENA_MAX, 1);
  mallopt (M_MMAP_THRESHOLD, MOST_FROM_HEAP);
  mallopt (M_TRIM_THRESHOLD, MOST_KEPT);
}
#endif
