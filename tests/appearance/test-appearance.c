/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <gegl.h>

#include "dots-graph.h"
#include "look.h"

static FolliPresets *presets;

/* What a figure may be. */
typedef struct
{
  double least;
  double most;
} Range;

/* A row of doc/numbers.md, "Appearance". */
typedef struct
{
  const char *look;
  Range       darkening;
  Range       covered;
  Range       contrast;
  double      most_mottle;
} Row;

static const Row ROWS[] = {
  { "natural", { 11, 14 }, { 0.08, 0.12 }, { 12, 18 }, 0.10 },
  { "buzz-cut", { 17, 22 }, { 0.11, 0.17 }, { 16, 22 }, 0.12 },
  { "edge-up", { 17, 22 }, { 0.11, 0.17 }, { 16, 22 }, 0.12 },
  { "soft-fade", { 11, 14 }, { 0.08, 0.12 }, { 12, 18 }, 0.10 },
  { "receding", { 10, 14 }, { 0.08, 0.12 }, { 12, 18 }, 0.10 },
  { "alopecia-patch", { 11, 17 }, { 0.08, 0.17 }, { 12, 22 }, 0.12 },
  { "thinning-crown", { 6, 9 }, { 0.04, 0.07 }, { 9, 16 }, 0.10 },
  { "parting", { 6, 9 }, { 0.04, 0.07 }, { 9, 16 }, 0.10 },
  { "transplant-top-up", { 6, 9 }, { 0.04, 0.07 }, { 9, 16 }, 0.10 },
  { "first-session", { 4, 7 }, { 0.03, 0.05 }, { 10, 18 }, 0.12 },
  { "fresh", { 14, 19 }, { 0.08, 0.12 }, { 18, 26 }, 0.13 },
  { "five-years", { 6.6, 10.5 }, { 0.08, 0.12 }, { 6, 13 }, 0.10 },
};

static FolliRecipe
read_look (const char *id)
{
  g_autoptr (GError) error = NULL;
  FolliRecipe recipe;

  folli_presets_make_recipe (presets, id, "", "", "", &recipe, &error);
  g_assert_no_error (error);
  recipe.value[FOLLI_PIXELS_PER_CM] = FOLLI_LOOK_PIXELS_PER_CM;
  return recipe;
}

static FolliTone
measure_tone (const FolliRecipe *recipe, guint tone)
{
  g_auto (FolliLook) look = folli_look_draw (recipe, tone);

  return folli_look_measure_tone (&look);
}

/* On the middle tones, 3 to 5. */
static double
measure_darkening (const FolliRecipe *recipe)
{
  double sum = 0;

  for (guint tone = 3; tone <= 5; tone++)
    sum += measure_tone (recipe, tone).darkening;
  return sum / 3;
}

static void
check (const char *look, const char *what, double value, Range range)
{
  g_test_message ("%s: %s %.3f, %g to %g", look, what, value, range.least,
                  range.most);
  g_assert_cmpfloat (value, >=, range.least);
  g_assert_cmpfloat (value, <=, range.most);
}

static void
every_look_meets_its_row (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ROWS); i++)
    {
      const Row        *row = &ROWS[i];
      const FolliRecipe recipe = read_look (row->look);
      g_auto (FolliLook) look = folli_look_draw (&recipe, 4);
      const FolliAppearance a = folli_look_measure (&look);

      check (row->look, "darkening", measure_darkening (&recipe),
             row->darkening);
      check (row->look, "covered", a.covered, row->covered);
      check (row->look, "contrast", a.contrast, row->contrast);
      check (row->look, "mottle", a.mottle, (Range){ 0, row->most_mottle });
      check (row->look, "shadow", recipe.value[FOLLI_SHADOW], (Range){ 0, 1 });
    }
}

static void
every_look_is_ash_and_not_tan (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ROWS); i++)
    for (guint tone = 3; tone <= 6; tone++)
      {
        const FolliRecipe recipe = read_look (ROWS[i].look);
        const FolliTone   t = measure_tone (&recipe, tone);

        check (ROWS[i].look, "ash", t.ash, (Range){ 1.3, 2.4 });
        check (ROWS[i].look, "hue", t.hue_turn_deg, (Range){ -8, 8 });
      }
}

/* Below it dots are a mesh, beyond it clouds. */
static void
every_look_has_the_grain_of_stubble (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ROWS); i++)
    {
      const FolliRecipe recipe = read_look (ROWS[i].look);

      check (ROWS[i].look, "grain", folli_look_measure_grain (&recipe),
             (Range){ 0.5, 1.6 });
    }
}

static void
five_years_fade_the_natural_look (void)
{
  const FolliRecipe natural = read_look ("natural");
  const FolliRecipe old = read_look ("five-years");
  const FolliRecipe fresh = read_look ("fresh");

  check ("five-years", "share of natural",
         measure_darkening (&old) / measure_darkening (&natural),
         (Range){ 0.6, 0.75 });
  check ("fresh", "share of natural",
         measure_darkening (&fresh) / measure_darkening (&natural),
         (Range){ 1.2, 1.6 });
}

static void
each_session_is_clearly_more (void)
{
  FolliRecipe recipe = read_look ("natural");
  double      before = 0;

  for (guint n = 1; n <= 3; n++)
    {
      double now;

      recipe.value[FOLLI_SESSIONS] = n;
      now = measure_darkening (&recipe);
      g_test_message ("%u sessions: %.2f", n, now);
      g_assert_cmpfloat (now, >, before + 3);
      before = now;
    }
}

static void
age_only_fades (void)
{
  const double      months[] = { 0, 0.2, 1, 3, 6, 12, 24, 60, 120, 240 };
  const char *const looks[] = { "natural", "buzz-cut" };

  for (guint l = 0; l < G_N_ELEMENTS (looks); l++)
    {
      FolliRecipe recipe = read_look (looks[l]);
      double      before = 100, healed = 0;

      /* The strongest there is, too. */
      if (l == 1)
        recipe.value[FOLLI_STRENGTH] = 6;
      for (guint i = 0; i < G_N_ELEMENTS (months); i++)
        {
          double now;

          recipe.value[FOLLI_AGE] = months[i];
          now = measure_darkening (&recipe);
          g_test_message ("%s, %g months: %.2f", looks[l], months[i], now);
          g_assert_cmpfloat (now, <, before);
          if (months[i] == 1)
            healed = now;
          if (months[i] == 60)
            check (looks[l], "five years", now / healed, (Range){ 0.6, 0.75 });
          before = now;
        }
    }
}

static void
dark_skin_still_shows_the_dots (void)
{
  const FolliRecipe recipe = read_look ("natural");

  for (guint tone = 7; tone <= FOLLI_MONK_TONES; tone++)
    {
      g_auto (FolliLook) look = folli_look_draw (&recipe, tone);
      const FolliAppearance a = folli_look_measure (&look);

      g_test_message ("tone %u: contrast %.2f, darkening %.2f", tone,
                      a.contrast, folli_look_measure_tone (&look).darkening);
      g_assert_cmpfloat (a.contrast, >, 4);
      g_assert_cmpfloat (folli_look_measure_tone (&look).darkening, >, 3);
    }
}

/* Sigma of a usual lens and sensor, and what their pixels correlate by. */
static void
a_photos_blur_makes_pixels_correlate (void)
{
  FolliRecipe recipe = read_look ("natural");

  recipe.value[FOLLI_PIXELS_PER_CM] = 40;
  recipe.value[FOLLI_PHOTO_BLUR] = 0.7;
  g_auto (FolliLook) look = folli_look_draw (&recipe, 4);

  check ("natural", "lag", folli_look_measure (&look).lag,
         (Range){ 0.52, 0.86 });
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = NULL;
  int              status;

  g_test_init (&argc, &argv, NULL);
  folli_test_start_gegl (&argc, &argv);
  folder = g_test_build_filename (G_TEST_DIST, "..", "presets", NULL);
  presets = folli_presets_load ((const char *const[]){ folder, NULL });
  g_test_add_func ("/appearance/every-look-meets-its-row",
                   every_look_meets_its_row);
  g_test_add_func ("/appearance/every-look-is-ash-and-not-tan",
                   every_look_is_ash_and_not_tan);
  g_test_add_func ("/appearance/every-look-has-the-grain-of-stubble",
                   every_look_has_the_grain_of_stubble);
  g_test_add_func ("/appearance/five-years-fade-the-natural-look",
                   five_years_fade_the_natural_look);
  g_test_add_func ("/appearance/each-session-is-clearly-more",
                   each_session_is_clearly_more);
  g_test_add_func ("/appearance/age-only-fades", age_only_fades);
  g_test_add_func ("/appearance/dark-skin-still-shows-the-dots",
                   dark_skin_still_shows_the_dots);
  g_test_add_func ("/appearance/a-photos-blur-makes-pixels-correlate",
                   a_photos_blur_makes_pixels_correlate);
  status = g_test_run ();
  folli_presets_free (presets);
  return status;
}
