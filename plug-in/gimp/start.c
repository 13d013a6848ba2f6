/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <babl/babl.h>
#include <glib.h>

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
