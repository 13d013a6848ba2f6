/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gegl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "goals.h"
#include "operations.h"
#include "peak.h"
#include "plan.h"
#include "yardstick.h"

/* Everything fits, so that nothing is swapped. */
static const guint64 TILE_CACHE_BYTES = (guint64)16 << 30;

static gboolean is_large = FALSE;
static double   seconds = 1;
static char    *json_path = NULL;
static char    *wanted = NULL;
static int      peak_subject = -1;

static const GOptionEntry OPTIONS[]
    = { { "large", 0, 0, G_OPTION_ARG_NONE, &is_large,
          "measure on 100 megapixels too", NULL },
        { "seconds", 0, 0, G_OPTION_ARG_DOUBLE, &seconds,
          "how long each comparison goes on, if three pairs take less", "S" },
        { "only", 0, 0, G_OPTION_ARG_STRING, &wanted,
          "measure times alone, and only what has this in its name", "TEXT" },
        { "json", 0, 0, G_OPTION_ARG_FILENAME, &json_path,
          "write the figures to a file too", "FILE" },
        { "peak", 0, G_OPTION_FLAG_HIDDEN, G_OPTION_ARG_INT, &peak_subject,
          NULL, NULL },
        { NULL } };

/* An installed Follicle would be measured in place of the one just built. */
static gboolean
register_operations (void)
{
  if (bench_subject_exists (BENCH_DOTS))
    {
      g_printerr ("bench: GEGL has an installed follicle:dots; name a folder "
                  "without it in GEGL_PATH.\n");
      return FALSE;
    }
  bench_yardstick_register ();
  folli_operations_register (NULL);
  return TRUE;
}

/* An operation that GEGL refuses passes its input on, and is fast. */
static gboolean
draws_dots (void)
{
  g_autoptr (BenchPicture) picture
      = bench_picture_new (1, BENCH_FLOAT, BENCH_WHITE);
  const GeglRectangle *extent = &picture->extent;
  g_autoptr (GeglBuffer) result
      = gegl_buffer_new (extent, picture->result_format);
  const gsize       n = (gsize)extent->width * extent->height;
  g_autofree float *rgba = g_new (float, 4 * n);
  double            sum = 0;

  bench_subject_run (BENCH_DOTS, picture, result);
  gegl_buffer_get (result, extent, 1, babl_format ("RGBA float"), rgba,
                   GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_NONE);
  for (gsize i = 0; i < n; i++)
    sum += rgba[4 * i + 3];
  return sum > 0.01 * n && sum < 0.9 * n;
}

static gboolean
is_wanted (BenchSubject subject)
{
  return bench_subject_exists (subject)
         && (wanted == NULL
             || strstr (bench_subject_name (subject), wanted) != NULL);
}

static void
measure_times (BenchResults *results)
{
  g_autoptr (GArray) plan = bench_plan_new (is_large);
  g_autoptr (BenchPicture) picture = NULL;
  const BenchCase *last = NULL;

  for (guint i = 0; i < plan->len; i++)
    {
      const BenchCase *what = &g_array_index (plan, BenchCase, i);
      BenchRow         row;

      if (!is_wanted (what->subject))
        continue;
      if (last == NULL || last->megapixels != what->megapixels
          || last->format != what->format || last->map != what->map)
        {
          g_clear_pointer (&picture, bench_picture_free);
          picture
              = bench_picture_new (what->megapixels, what->format, what->map);
        }
      last = what;
      row = bench_compare (what, picture, seconds);
      g_array_append_val (results->rows, row);
      fprintf (stderr, "%u/%u %s, %d MP, %d threads: %.2f × %s\n", i + 1,
               plan->len, bench_subject_name (what->subject), what->megapixels,
               what->threads, bench_row_ratio (&row),
               bench_subject_name (what->yardstick));
    }
}

static void
measure_points (BenchResults *results)
{
  for (guint n_levels = 3; n_levels <= 5; n_levels++)
    for (guint threads = 1; threads <= 2; threads++)
      {
        BenchPoints points = bench_points_measure (n_levels, threads);

        g_array_append_val (results->points, points);
      }
}

static gboolean
measure_peaks (BenchResults *results, const char *program, GError **error)
{
  for (BenchSubject s = 0; s < BENCH_N_SUBJECTS; s++)
    if (s != BENCH_DOTS_IN_PIECES && bench_subject_exists (s))
      {
        results->peak_bytes[s] = bench_peak_measure (program, s, error);
        if (results->peak_bytes[s] <= 0)
          return FALSE;
      }
  return TRUE;
}

static void
print_left_out (void)
{
  for (BenchSubject s = 0; s < BENCH_N_SUBJECTS; s++)
    if (!bench_subject_exists (s))
      printf ("Left out, since there is no such operation yet: %s.\n",
              bench_subject_operation (s));
}

static gboolean
measure (const char *program, GError **error)
{
  BenchResults results;
  gboolean     is_done = TRUE;

  printf ("# Follicle %s, GEGL %d.%d.%d\n\n", FOLLI_VERSION, GEGL_MAJOR_VERSION,
          GEGL_MINOR_VERSION, GEGL_MICRO_VERSION);
  print_left_out ();
  bench_results_init (&results);
  measure_times (&results);
  if (wanted == NULL)
    {
      measure_points (&results);
      is_done = measure_peaks (&results, program, error);
    }
  bench_goals_print (&results);
  bench_results_print (&results);
  if (is_done && json_path != NULL)
    is_done = bench_results_save (&results, json_path, error);
  bench_results_clear (&results);
  return is_done;
}

static gboolean
run (const char *program, GError **error)
{
  if (peak_subject >= 0 && peak_subject < BENCH_N_SUBJECTS)
    {
      bench_peak_answer (peak_subject);
      return TRUE;
    }
  if (!draws_dots ())
    {
      g_set_error (error, G_SPAWN_ERROR, G_SPAWN_ERROR_FAILED,
                   "follicle:dots draws no dots, there is nothing to measure");
      return FALSE;
    }
  return measure (program, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  gboolean is_done = FALSE;

  g_option_context_add_main_entries (context, OPTIONS, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error))
    {
      g_printerr ("bench: %s\n", error->message);
      return EXIT_FAILURE;
    }

  /* Before gegl_init(), or operations under the GPL are refused. */
  g_object_set (gegl_config (), "application-license", "GPL3", "use-opencl",
                FALSE, "tile-cache-size", TILE_CACHE_BYTES, NULL);
  gegl_init (NULL, NULL);
  if (register_operations ())
    {
      is_done = run (argv[0], &error);
      if (!is_done)
        g_printerr ("bench: %s\n", error->message);
    }
  gegl_exit ();
  return is_done ? EXIT_SUCCESS : EXIT_FAILURE;
}
