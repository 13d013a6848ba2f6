/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "results.h"

#include <stdio.h>

#include "peak.h"

void
bench_results_init (BenchResults *results)
{
  *results = (BenchResults){
    .rows = g_array_new (FALSE, FALSE, sizeof (BenchRow)),
    .points = g_array_new (FALSE, FALSE, sizeof (BenchPoints)),
  };
}

void
bench_results_clear (BenchResults *results)
{
  g_array_unref (results->rows);
  g_array_unref (results->points);
}

static gboolean
cases_equal (const BenchCase *a, const BenchCase *b)
{
  return a->subject == b->subject && a->yardstick == b->yardstick
         && a->megapixels == b->megapixels && a->threads == b->threads
         && a->format == b->format && a->map == b->map
         && a->is_cold == b->is_cold && a->is_reused == b->is_reused;
}

const BenchRow *
bench_results_find (const BenchResults *results, const BenchCase *what)
{
  for (guint i = 0; i < results->rows->len; i++)
    {
      const BenchRow *row = &g_array_index (results->rows, BenchRow, i);

      if (cases_equal (&row->what, what))
        return row;
    }
  return NULL;
}

static const char *
point_set_state (const BenchCase *what)
{
  return what->is_cold ? "cold" : "warm";
}

static const char *
buffer_state (const BenchCase *what)
{
  return what->is_reused ? "reused" : "new";
}

static void
print_rows (const GArray *rows)
{
  printf ("\n## Times\n\n"
          "| what | MP | threads | pixels | map | points | buffer | ms "
          "| ms per MP | against | ratio | of medians | of processor time | "
          "pairs |\n"
          "|---|--:|--:|---|---|---|---|--:|--:|---|--:|--:|--:|--:|\n");
  for (guint i = 0; i < rows->len; i++)
    {
      const BenchRow  *row = &g_array_index (rows, BenchRow, i);
      const BenchCase *what = &row->what;
      const double     ms = 1000 * row->subject.fastest;

      printf ("| %s | %d | %d | %s | %s | %s | %s | %.1f | %.2f | %s | %.2f "
              "| %.2f | %.2f | %u |\n",
              bench_subject_name (what->subject), what->megapixels,
              what->threads, bench_format_name (what->format),
              bench_map_name (what->map), point_set_state (what),
              buffer_state (what), ms, ms / what->megapixels,
              bench_subject_name (what->yardstick), bench_row_ratio (row),
              bench_row_median_ratio (row), bench_row_cpu_ratio (row),
              row->n_pairs);
    }
}

static void
print_points (const GArray *points)
{
  printf ("\n## The point set alone\n\n"
          "| levels | threads | points | million a second |\n"
          "|--:|--:|--:|--:|\n");
  for (guint i = 0; i < points->len; i++)
    {
      const BenchPoints *p = &g_array_index (points, BenchPoints, i);

      printf ("| %u | %u | %u | %.2f |\n", p->n_levels, p->threads, p->n_points,
              p->n_points / p->seconds / 1e6);
    }
}

static void
print_peaks (const double *peak_bytes)
{
  printf ("\n## Peak memory on %d MP\n\n"
          "| what | MiB | above copy |\n|---|--:|--:|\n",
          BENCH_PEAK_MEGAPIXELS);
  for (BenchSubject s = 0; s < BENCH_N_SUBJECTS; s++)
    if (peak_bytes[s] > 0)
      printf ("| %s | %.0f | %.0f |\n", bench_subject_name (s),
              peak_bytes[s] / (1 << 20),
              (peak_bytes[s] - peak_bytes[BENCH_COPY]) / (1 << 20));
}

void
bench_results_print (const BenchResults *results)
{
  print_rows (results->rows);
  if (results->points->len > 0)
    print_points (results->points);
  if (results->peak_bytes[BENCH_COPY] > 0)
    print_peaks (results->peak_bytes);
}

static void
append_times (GString *json, const char *name, const BenchTimes *times)
{
  g_string_append_printf (
      json,
      "\"%s\": {\"median\": %.6f, \"fastest\": %.6f, \"slowest\": %.6f, "
      "\"processors\": %.6f}",
      name, times->median, times->fastest, times->slowest, times->cpu);
}

static void
append_row (GString *json, const BenchRow *row)
{
  const BenchCase *what = &row->what;

  g_string_append_printf (
      json,
      "    {\"subject\": \"%s\", \"yardstick\": \"%s\", \"megapixels\": %d, "
      "\"threads\": %d, \"pixels\": \"%s\", \"map\": \"%s\", "
      "\"points\": \"%s\", \"buffer\": \"%s\", \"pairs\": %u,\n     ",
      bench_subject_name (what->subject), bench_subject_name (what->yardstick),
      what->megapixels, what->threads, bench_format_name (what->format),
      bench_map_name (what->map), point_set_state (what), buffer_state (what),
      row->n_pairs);
  append_times (json, "subject_s", &row->subject);
  g_string_append (json, ",\n     ");
  append_times (json, "yardstick_s", &row->yardstick);
  g_string_append_printf (json, ", \"ratio\": %.4f}", bench_row_ratio (row));
}

static void
append_points (GString *json, const BenchPoints *p)
{
  g_string_append_printf (
      json,
      "    {\"levels\": %u, \"threads\": %u, \"points\": %u, "
      "\"seconds\": %.6f}",
      p->n_levels, p->threads, p->n_points, p->seconds);
}

gboolean
bench_results_save (const BenchResults *results,
                    const char         *path,
                    GError            **error)
{
  g_autoptr (GString) json = g_string_new ("{\n  \"times\": [\n");
  const char *separator = "";

  for (guint i = 0; i < results->rows->len; i++)
    {
      g_string_append (json, i > 0 ? ",\n" : "");
      append_row (json, &g_array_index (results->rows, BenchRow, i));
    }
  g_string_append (json, "\n  ],\n  \"point_set\": [\n");
  for (guint i = 0; i < results->points->len; i++)
    {
      g_string_append (json, i > 0 ? ",\n" : "");
      append_points (json, &g_array_index (results->points, BenchPoints, i));
    }
  g_string_append (json, "\n  ],\n  \"peak_bytes\": {");
  for (BenchSubject s = 0; s < BENCH_N_SUBJECTS; s++)
    if (results->peak_bytes[s] > 0)
      {
        g_string_append_printf (json, "%s\n    \"%s\": %.0f", separator,
                                bench_subject_name (s), results->peak_bytes[s]);
        separator = ",";
      }
  g_string_append (json, "\n  }\n}\n");
  return g_file_set_contents (path, json->str, json->len, error);
}
