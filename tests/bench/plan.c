/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan.h"

enum
{
  MAX_THREADS = 2
};

/* With one thread and with two. */
static void
add (GArray *plan, BenchCase what)
{
  for (what.threads = 1; what.threads <= MAX_THREADS; what.threads++)
    g_array_append_val (plan, what);
}

/* What takes long and is nobody's goal, with two threads alone. */
static void
add_briefly (GArray *plan, BenchCase what)
{
  what.threads = MAX_THREADS;
  g_array_append_val (plan, what);
}

/* What both kinds of pages are measured with: new ones, which the kernel has to
 * clear, and used ones, as a preview and a live effect have them. */
static void
add_pages (GArray *plan, int megapixels, gboolean is_reused)
{
  for (BenchSubject s = BENCH_BLUR; s <= BENCH_MANY_DOTS; s++)
    add (plan, (BenchCase){ .subject = s,
                            .megapixels = megapixels,
                            .is_reused = is_reused });
  for (BenchSubject s = BENCH_HAIRLINE_MAP; s <= BENCH_CHAIN; s++)
    add_briefly (plan, (BenchCase){ .subject = s,
                                    .megapixels = megapixels,
                                    .is_reused = is_reused });
}

/* What every size is measured with: white map, linear float. */
static void
add_size (GArray *plan, int megapixels)
{
  add_pages (plan, megapixels, FALSE);
  add_pages (plan, megapixels, TRUE);
  if (megapixels > 1)
    add (plan, (BenchCase){ .subject = BENCH_DOTS,
                            .yardstick = BENCH_DOTS_IN_PIECES,
                            .megapixels = megapixels,
                            .is_reused = TRUE });
}

/* Cold beside warm in turn, into both kinds of pages. */
static void
add_against_warm (GArray *plan, BenchSubject subject, int megapixels)
{
  for (int is_reused = FALSE; is_reused <= TRUE; is_reused++)
    add (plan, (BenchCase){ .subject = subject,
                            .yardstick = subject,
                            .megapixels = megapixels,
                            .is_cold = TRUE,
                            .is_reused = is_reused });
}

static void
add_camera_size (GArray *plan)
{
  const int megapixels = 24;

  add_size (plan, megapixels);
  add (plan, (BenchCase){ .subject = BENCH_DOTS,
                          .yardstick = BENCH_BLUR,
                          .megapixels = megapixels });
  for (BenchSubject s = BENCH_DOTS; s <= BENCH_MANY_DOTS; s++)
    {
      add (plan, (BenchCase){
                     .subject = s, .megapixels = megapixels, .is_cold = TRUE });
      add_against_warm (plan, s, megapixels);
    }

  for (BenchMap map = BENCH_WHITE + 1; map < BENCH_N_MAPS; map++)
    add (plan, (BenchCase){ .subject = BENCH_DOTS,
                            .megapixels = megapixels,
                            .map = map });
  for (BenchSubject s = BENCH_HAIRLINE_MAP; s <= BENCH_CHAIN; s++)
    add_briefly (plan, (BenchCase){ .subject = s,
                                    .megapixels = megapixels,
                                    .map = BENCH_HAIRLINE });
  add_briefly (plan, (BenchCase){ .subject = BENCH_STROKE,
                                  .megapixels = megapixels,
                                  .map = BENCH_HAIRLINE });
  for (BenchFormat f = BENCH_FLOAT + 1; f < BENCH_N_FORMATS; f++)
    add_briefly (plan, (BenchCase){ .subject = BENCH_DOTS,
                                    .megapixels = megapixels,
                                    .format = f });
}

GArray *
bench_plan_new (gboolean is_large)
{
  GArray *plan = g_array_new (FALSE, FALSE, sizeof (BenchCase));

  add_size (plan, 1);
  add_camera_size (plan);
  if (is_large)
    add_size (plan, 100);
  return plan;
}
