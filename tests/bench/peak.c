/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "peak.h"

#include <glib/gstdio.h>
#include <stdio.h>
#include <sys/resource.h>

enum
{
  THREADS = 2
};

/* Removes what babl left in the cache folder @home. */
static void
remove_cache (const char *home)
{
  g_autofree char *babl = g_build_filename (home, "babl", NULL);
  g_autofree char *fishes = g_build_filename (babl, "babl-fishes", NULL);
  g_autofree char *gegl = g_build_filename (home, "gegl-0.4", NULL);
  g_autofree char *swap = g_build_filename (gegl, "swap", NULL);

  g_remove (fishes);
  g_remove (babl);
  g_remove (swap);
  g_remove (gegl);
  g_remove (home);
}

double
bench_peak_measure (const char *program, BenchSubject subject, GError **error)
{
  g_autofree char *argument = g_strdup_printf ("--peak=%d", (int)subject);
  const char      *argv[] = { program, argument, NULL };
  g_autofree char *home = g_dir_make_tmp ("follicle-XXXXXX", error);
  g_auto (GStrv) environment = g_get_environ ();
  g_autofree char *answer = NULL;
  gboolean         has_run;
  double           bytes;

  if (home == NULL)
    return 0;
  environment = g_environ_setenv (environment, "XDG_CACHE_HOME", home, TRUE);
  has_run = g_spawn_sync (NULL, (char **)argv, environment, G_SPAWN_DEFAULT,
                          NULL, NULL, &answer, NULL, NULL, error);
  remove_cache (home);
  if (!has_run)
    return 0;

  bytes = g_ascii_strtod (answer, NULL);
  if (bytes <= 0)
    g_set_error (error, G_SPAWN_ERROR, G_SPAWN_ERROR_FAILED,
                 "No memory figure for %s", bench_subject_name (subject));
  return bytes;
}

void
bench_peak_answer (BenchSubject subject)
{
  g_autoptr (BenchPicture) picture
      = bench_picture_new (BENCH_PEAK_MEGAPIXELS, BENCH_FLOAT, BENCH_WHITE);
  struct rusage usage;

  g_object_set (gegl_config (), "threads", THREADS, NULL);
  bench_subject_run (subject, picture, NULL);
  getrusage (RUSAGE_SELF, &usage);
  printf ("%.0f\n", usage.ru_maxrss * 1024.0);
}
