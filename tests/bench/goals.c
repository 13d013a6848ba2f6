/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "goals.h"

#include <stdio.h>

#include "peak.h"

enum
{
  N_THREADS = 2
};

/* A limit on what a comparison yields. */
typedef struct
{
  const char *text;
  BenchCase   what;
  double      limit;
} RatioGoal;

static const RatioGoal RATIO_GOALS[] = {
  { "time / copy, 24 MP, 200 k dots of radius 3 px, warm",
    { .subject = BENCH_DOTS, .megapixels = 24 },
    1.5 },
  { "time / copy, 24 MP, 2 M dots of radius 1.5 px, warm",
    { .subject = BENCH_MANY_DOTS, .megapixels = 24 },
    2.5 },
  { "time / copy, 24 MP, 200 k dots, cold",
    { .subject = BENCH_DOTS, .megapixels = 24, .is_cold = TRUE },
    2.5 },
  { "time / copy, 24 MP, 2 M dots, cold",
    { .subject = BENCH_MANY_DOTS, .megapixels = 24, .is_cold = TRUE },
    8 },
  { "time / copy, 1 MP, 8 k dots, warm",
    { .subject = BENCH_DOTS, .megapixels = 1 },
    2 },
  { "time / gaussian-blur σ 2, 24 MP, 200 k dots, warm",
    { .subject = BENCH_DOTS, .yardstick = BENCH_BLUR, .megapixels = 24 },
    0.2 },
  { "time / copy, 24 MP, 200 k dots, used pages",
    { .subject = BENCH_DOTS, .megapixels = 24, .is_reused = TRUE },
    1.6 },
  { "time / copy, 24 MP, 2 M dots, used pages",
    { .subject = BENCH_MANY_DOTS, .megapixels = 24, .is_reused = TRUE },
    3 },
  { "time / copy, 1 MP, 8 k dots, used pages",
    { .subject = BENCH_DOTS, .megapixels = 1, .is_reused = TRUE },
    2 },
  { "time / copy, bare scalp, 24 MP, used pages",
    { .subject = BENCH_BARE_SCALP, .megapixels = 24, .is_reused = TRUE },
    1.2 },
  { "time / copy, hairline, 24 MP, used pages",
    { .subject = BENCH_HAIRLINE_MAP, .megapixels = 24, .is_reused = TRUE },
    1.2 },
  { "time / copy, the whole chain, 24 MP, used pages",
    { .subject = BENCH_CHAIN, .megapixels = 24, .is_reused = TRUE },
    3 },
  { "time cold / warm, 24 MP, 200 k dots",
    { .subject = BENCH_DOTS,
      .yardstick = BENCH_DOTS,
      .megapixels = 24,
      .is_cold = TRUE },
    1.5 },
  { "time cold / warm, 24 MP, 2 M dots",
    { .subject = BENCH_MANY_DOTS,
      .yardstick = BENCH_MANY_DOTS,
      .megapixels = 24,
      .is_cold = TRUE },
    2 },
  { "time / copy, 24 MP, nothing painted",
    { .subject = BENCH_DOTS, .megapixels = 24, .map = BENCH_UNPAINTED },
    0.3 },
  { "time / copy, 24 MP, painted black",
    { .subject = BENCH_DOTS, .megapixels = 24, .map = BENCH_BLACK },
    0.3 },
};

static const BenchRow *
find (const BenchResults *results, BenchCase what, int threads)
{
  what.threads = threads;
  return bench_results_find (results, &what);
}

static void
print_goal (const char *text,
            const char *measured,
            const char *limit,
            gboolean    is_met)
{
  printf ("| %s | %s | %s | %s |\n", text, measured, limit,
          is_met ? "met" : "**not met**");
}

static void
print_unmeasured (const char *text, const char *why)
{
  printf ("| %s | %s | | |\n", text, why);
}

static void
print_ratio_goal (const BenchResults *results, const RatioGoal *goal)
{
  const BenchRow  *one = find (results, goal->what, 1);
  const BenchRow  *two = find (results, goal->what, N_THREADS);
  g_autofree char *measured = NULL;
  g_autofree char *limit = g_strdup_printf ("≤ %g", goal->limit);

  if (two == NULL)
    {
      print_unmeasured (goal->text, "not measured");
      return;
    }
  /* what takes long is measured with two threads alone */
  measured = one != NULL ? g_strdup_printf (
                 "%.2f / %.2f", bench_row_ratio (one), bench_row_ratio (two))
                         : g_strdup_printf ("– / %.2f", bench_row_ratio (two));
  print_goal (goal->text, measured, limit,
              (one == NULL || bench_row_ratio (one) <= goal->limit)
                  && bench_row_ratio (two) <= goal->limit);
}

static void
print_dots_per_second (const BenchResults *results)
{
  const BenchCase what = { .subject = BENCH_MANY_DOTS, .megapixels = 24 };
  const BenchRow *row = find (results, what, 1);

  if (row != NULL)
    {
      double per_second = bench_subject_dots (what.subject, what.megapixels)
                          / row->subject.fastest;
      g_autofree char *measured = g_strdup_printf ("%.2f M", per_second * 1e-6);

      print_goal ("dots per second, 2 M dots on 24 MP, one thread, warm",
                  measured, "≥ 4 M", per_second >= 4e6);
    }
}

static void
print_gain_of_threads (const BenchResults *results)
{
  const BenchCase what = { .subject = BENCH_DOTS, .megapixels = 24 };
  const BenchRow *one = find (results, what, 1);
  const BenchRow *two = find (results, what, N_THREADS);

  if (one != NULL && two != NULL)
    {
      double           gain = bench_row_ratio (one) / bench_row_ratio (two);
      g_autofree char *measured = g_strdup_printf ("%.2f", gain);

      print_goal ("2 threads against 1, relative to copy's own gain, 24 MP",
                  measured, "≥ 1", gain >= 1);
    }
}

static void
print_memory (const BenchResults *results, BenchSubject subject)
{
  const double allowed
      = 16 * (1 << 20)
        + 16 * bench_subject_dots (subject, BENCH_PEAK_MEGAPIXELS);
  const double above
      = results->peak_bytes[subject] - results->peak_bytes[BENCH_COPY];
  g_autofree char *text
      = g_strdup_printf ("peak memory above copy, %d MP, %s",
                         BENCH_PEAK_MEGAPIXELS, bench_subject_name (subject));
  g_autofree char *measured = g_strdup_printf ("%.1f MiB", above / (1 << 20));
  g_autofree char *limit = g_strdup_printf ("≤ %.1f MiB", allowed / (1 << 20));

  if (results->peak_bytes[subject] > 0)
    print_goal (text, measured, limit, above <= allowed);
  else
    print_unmeasured (text, "not measured");
}

/* Of the largest picture measured. Into a buffer that is there already: the
 * time that the kernel takes for fresh pages does not go with the area. */
static void
print_linearity (const BenchResults *results)
{
  BenchCase       what = { .subject = BENCH_DOTS,
                           .yardstick = BENCH_DOTS_IN_PIECES,
                           .megapixels = 100,
                           .is_reused = TRUE };
  const BenchRow *row = find (results, what, 1);

  what.megapixels = 24;
  row = row != NULL ? row : find (results, what, 1);
  if (row != NULL)
    {
      double           growth = bench_row_ratio (row);
      g_autofree char *text
          = g_strdup_printf ("cost per megapixel, one picture of %d MP / %d of "
                             "1 MP, one thread",
                             row->what.megapixels, row->what.megapixels);
      g_autofree char *measured = g_strdup_printf ("%.2f", growth);

      print_goal (text, measured, "≤ 1.1", growth <= 1.1);
    }
}

static void
print_preview (const BenchResults *results)
{
  const BenchCase what = { .subject = BENCH_DOTS, .megapixels = 1 };
  const BenchRow *one = find (results, what, 1);
  const BenchRow *two = find (results, what, N_THREADS);

  if (one != NULL && two != NULL)
    {
      double ms[]
          = { 1000 * one->subject.fastest, 1000 * two->subject.fastest };
      g_autofree char *measured
          = g_strdup_printf ("%.1f / %.1f ms", ms[0], ms[1]);

      print_goal ("preview of 1 MP, warm", measured, "≤ 12 ms",
                  ms[0] <= 12 && ms[1] <= 12);
    }
}

static void
print_stroke (const BenchResults *results)
{
  const BenchCase what
      = { .subject = BENCH_STROKE, .megapixels = 24, .map = BENCH_HAIRLINE };
  const BenchRow *row = find (results, what, N_THREADS);

  if (row != NULL)
    {
      double           ms = 1000 * row->subject.fastest;
      g_autofree char *measured = g_strdup_printf ("%.1f ms", ms);

      print_goal ("after a stroke of 200 px, 24 MP, hairline and dots",
                  measured, "≤ 30 ms", ms <= 30);
    }
}

void
bench_goals_print (const BenchResults *results)
{
  printf ("\n## Goals\n\n"
          "Map white unless said; where there are two figures, with 1 / 2 "
          "threads.\n\n"
          "| goal | measured | wanted | |\n|---|--:|--:|---|\n");
  for (guint i = 0; i < G_N_ELEMENTS (RATIO_GOALS); i++)
    print_ratio_goal (results, &RATIO_GOALS[i]);
  print_dots_per_second (results);
  print_gain_of_threads (results);
  print_memory (results, BENCH_DOTS);
  print_memory (results, BENCH_MANY_DOTS);
  print_linearity (results);
  print_preview (results);
  print_stroke (results);
  print_unmeasured ("the whole procedure against GIMP's own blur",
                    "inside GIMP, not here");
}
