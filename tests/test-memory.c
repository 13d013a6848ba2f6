/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <sys/resource.h>

#include "dots-graph.h"

#include "dot-list.h"

/* What the plug-in draws at the most: ten million dots. That they are less than
 * a pixel apart makes the picture small, and all of the memory the dots'. */
enum
{
  SIZE_PX = 158,
  N_DOTS = 10000000
};

/* Twice what was measured, and what a list of so many dots takes besides. */
#define MOST_DRAWING_MB 320
#define MOST_LISTING_MB 800

static double
get_peak_mb (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss / 1024.0;
}

static double
get_white (gint x, gint y)
{
  return 1;
}

static void
check (const char *what, double most_mb)
{
  const double mb = get_peak_mb ();

  g_test_message ("%s: %.0f MB", what, mb);
  g_assert_cmpfloat (mb, <, most_mb);
}

/* A process knows no more than the most it ever had: what takes less comes
 * first. */
static void
test_ten_million (void)
{
  const GeglRectangle all = { 0, 0, SIZE_PX, SIZE_PX };
  g_autoptr (GeglBuffer) map
      = folli_test_grey_map (&all, get_white, "Y' float");
  g_auto (FolliTestDots) dots
      = folli_test_dots_new (map, "pixels-per-cm", 1.0, "density", 400.0, NULL);
  g_autofree float *pixels = folli_test_dots_draw (&dots, &all);
  g_autoptr (GArray) list = NULL;

  check ("drawing", MOST_DRAWING_MB);
  list = folli_dots_list (dots.operation, map);
  g_assert_cmpuint (list->len, >, 0.9 * N_DOTS);
  check ("listing", MOST_LISTING_MB);
}

int
main (int argc, char *argv[])
{
  g_autofree char *cache = g_dir_make_tmp ("follicle-XXXXXX", NULL);
  int              status;

  /* A full cache of babl's takes 300 MB for its tables. */
  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  g_test_init (&argc, &argv, NULL);
  folli_test_start_gegl (&argc, &argv);
  g_test_add_func ("/memory/ten-million-dots-stay-within-a-bound",
                   test_ten_million);
  status = g_test_run ();
  g_rmdir (cache);
  return status;
}
