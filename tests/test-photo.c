/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "follicle/photo.h"
#include "follicle/skin.h"

enum
{
  SIDE = 256
};

static const double SKIN[FOLLI_CHANNELS] = { 0.6, 0.4, 0.3 };

/* A photo of ours. */
typedef struct
{
  float      rgb[3 * SIDE * SIDE];
  float      painted[SIDE * SIDE];
  FolliPhoto photo;
} Sheet;

static double
random_normal (GRand *random)
{
  double sum = -6;

  for (guint i = 0; i < 12; i++)
    sum += g_rand_double (random);
  return sum;
}

/* Dark bars at an angle on skin, each pixel the mean of what it sees. */
static Sheet *
draw_bars (double blur_px, double noise, double slope)
{
  Sheet *sheet = g_new (Sheet, 1);
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  const double steep = sqrt (1 + slope * slope);

  for (gint y = 0; y < SIDE; y++)
    for (gint x = 0; x < SIDE; x++)
      {
        const gsize at = (gsize)y * SIDE + x;
        double      light = 0;
        double      grain = 1 + noise * random_normal (random);

        for (gint k = 0; k < 16; k++)
          {
            const double u = x + (k + 0.5) / 16 + slope * y;
            const double d = (fabs (fmod (u, 64) - 32) - 16) / steep;

            light += 0.5 * (1 + erf (d / (M_SQRT2 * MAX (blur_px, 0.01)))) / 16;
          }
        for (guint c = 0; c < FOLLI_CHANNELS; c++)
          sheet->rgb[3 * at + c] = SKIN[c] * (0.2 + 0.8 * light) * grain;
        sheet->painted[at] = 1;
      }
  sheet->photo = (FolliPhoto){ SIDE, SIDE, sheet->rgb, sheet->painted };
  return sheet;
}

/* With noise, and a blur of more than 2 px, less is found than there is: dots
 * are then sharper than they might be, and never smeared. */
static void
blur_is_that_of_the_edges (void)
{
  const double blurs_px[] = { 0, 0.5, 0.8, 1.2, 2, 3 };
  const double slopes[] = { 0, 0.2 };
  const double noises[] = { 0, 0.01 };

  for (guint b = 0; b < G_N_ELEMENTS (blurs_px); b++)
    for (guint s = 0; s < G_N_ELEMENTS (slopes); s++)
      for (guint n = 0; n < (blurs_px[b] > 2 ? 1 : G_N_ELEMENTS (noises)); n++)
        {
          g_autofree Sheet *sheet
              = draw_bars (blurs_px[b], noises[n], slopes[s]);
          const double found = folli_photo_find_blur (&sheet->photo);

          g_test_message ("%.2f px, slope %g, noise %g: %.2f", blurs_px[b],
                          slopes[s], noises[n], found);
          g_assert_cmpfloat_with_epsilon (found, blurs_px[b], 0.3);
        }
}

static void
blur_is_the_usual_one_where_nothing_tells (void)
{
  g_autofree Sheet *sheet = draw_bars (40, 0.005, 0);

  g_assert_cmpfloat (folli_photo_find_blur (&sheet->photo), ==,
                     FOLLI_PHOTO_BLUR_USUAL);
}

static void
grain_is_the_noise_and_not_the_edges (void)
{
  const double noises[] = { 0, 0.005, 0.02, 0.05 };

  for (guint n = 0; n < G_N_ELEMENTS (noises); n++)
    {
      g_autofree Sheet *sheet = draw_bars (2, noises[n], 0.2);
      double            found;

      for (gint i = 0; i < SIDE * SIDE; i++)
        sheet->painted[i] = sheet->rgb[3 * i] > 0.5;
      found = folli_photo_find_grain (&sheet->photo);
      g_test_message ("noise %g: %.4f", noises[n], found);
      g_assert_cmpfloat_with_epsilon (found, noises[n],
                                      0.002 + 0.15 * noises[n]);
    }
}

static void
skin_is_neither_hair_nor_shine (void)
{
  g_autofree Sheet *sheet = draw_bars (100, 0.02, 0);
  double            skin[FOLLI_CHANNELS];

  /* A third of it hair, and a tenth of it white. */
  for (gint i = 0; i < SIDE * SIDE; i++)
    for (guint c = 0; c < FOLLI_CHANNELS; c++)
      sheet->rgb[3 * i + c] = i % 3 == 0 ? 0.02 : i % 10 == 1 ? 0.95 : SKIN[c];
  g_assert_true (folli_photo_find_skin (&sheet->photo, skin));
  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    g_assert_cmpfloat_with_epsilon (skin[c], SKIN[c], 0.01);
  for (gint i = 0; i < SIDE * SIDE; i++)
    sheet->painted[i] = 0;
  g_assert_false (folli_photo_find_skin (&sheet->photo, skin));
  g_assert_cmpfloat (folli_photo_find_grain (&sheet->photo), ==, 0);
}

static void
dark_skin_takes_more_pigment (void)
{
  const double light[FOLLI_CHANNELS] = { 0.7, 0.5, 0.4 };
  const double dark[FOLLI_CHANNELS] = { 0.117, 0.053, 0.034 };
  const double darkest[FOLLI_CHANNELS] = { 0.002, 0.001, 0.001 };

  g_assert_cmpfloat (folli_skin_strength (light), ==, 1);
  g_assert_cmpfloat_with_epsilon (folli_skin_strength (dark), 1.49, 0.02);
  g_assert_cmpfloat (folli_skin_strength (darkest), <=, 2);
  g_assert_cmpfloat (folli_skin_strength (darkest), >, 1.9);
}

/* Where some or all of a photo is no number. */
static void
values_that_are_none_do_no_harm (void)
{
  g_autofree Sheet *sheet = draw_bars (1, 0, 0);
  double            skin[FOLLI_CHANNELS];

  for (gsize n = SIDE; n <= SIDE * SIDE; n *= SIDE)
    {
      for (gsize i = 0; i < 3 * n; i++)
        sheet->rgb[i] = NAN;
      g_assert_true (folli_photo_find_skin (&sheet->photo, skin));
      for (guint c = 0; c < FOLLI_CHANNELS; c++)
        g_assert_true (skin[c] >= 0 && skin[c] <= 1);
      g_assert_true (isfinite (folli_photo_find_blur (&sheet->photo)));
      g_assert_true (isfinite (folli_photo_find_grain (&sheet->photo)));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/photo/blur-is-that-of-the-edges",
                   blur_is_that_of_the_edges);
  g_test_add_func ("/photo/blur-is-the-usual-one-where-nothing-tells",
                   blur_is_the_usual_one_where_nothing_tells);
  g_test_add_func ("/photo/grain-is-the-noise-and-not-the-edges",
                   grain_is_the_noise_and_not_the_edges);
  g_test_add_func ("/photo/skin-is-neither-hair-nor-shine",
                   skin_is_neither_hair_nor_shine);
  g_test_add_func ("/photo/dark-skin-takes-more-pigment",
                   dark_skin_takes_more_pigment);
  g_test_add_func ("/photo/values-that-are-none-do-no-harm",
                   values_that_are_none_do_no_harm);
  return g_test_run ();
}
