/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "follicle/dot.h"
#include "follicle/pigment.h"
#include "follicle/raster.h"

enum
{
  PX_PER_MM = 100,
  SIDE = 320 /* px */
};

static const double BLACK[FOLLI_CHANNELS] = { 0.011, 0.011, 0.011 };

/* Source: doc/numbers.md, "Optics of pigment in skin". */
static const struct
{
  double depth_mm;
  double peak[FOLLI_CHANNELS];
  double width_mm[FOLLI_CHANNELS];
} TABLE[] = {
  { 0.10, { 0.87, 0.82, 0.79 }, { 0.27, 0.27, 0.28 } },
  { 0.20, { 0.64, 0.55, 0.48 }, { 0.28, 0.29, 0.30 } },
  { 0.40, { 0.26, 0.18, 0.14 }, { 0.36, 0.42, 0.49 } },
  { 0.70, { 0.07, 0.04, 0.03 }, { 0.76, 0.90, 1.03 } },
};

/* A fresh dot of even looks, of the middle session. */
static FolliDotModel *
make_model (double diameter_mm, double strength, double depth_mm)
{
  const FolliDotStyle style = {
    .diameter_mm = diameter_mm,
    .strength = strength,
    .depth_mm = depth_mm,
    .shade = { BLACK[0], BLACK[1], BLACK[2] },
  };
  FolliDotModel *model = g_new (FolliDotModel, 1);

  folli_dot_model_init (model, &style, PX_PER_MM);
  return model;
}

/* Draws @n such dots on top of each other in the middle of a raster. */
static void
draw (FolliRaster *raster, const FolliDotModel *model, guint n)
{
  const FolliMark mark = { SIDE / 2, SIDE / 2, 0.5f, 0.5f, { 1, 0, 1 }, 1 };

  folli_raster_init (raster);
  folli_raster_begin (raster, (FolliRectangle){ 0, 0, SIDE, SIDE });
  for (guint i = 0; i < n; i++)
    folli_raster_add (raster, &mark, model->profile[1][0],
                      model->opacity[1][0]);
}

static double
darkening_at (const FolliRaster   *raster,
              const FolliDotModel *model,
              guint                channel,
              gint                 x)
{
  return model->solid[channel]
         * (1 - raster->plane[channel][SIDE / 2 * SIDE + x]);
}

/* Full width at half maximum, in px. */
static double
width_of (const FolliRaster *raster, const FolliDotModel *model, guint channel)
{
  const double peak = darkening_at (raster, model, channel, SIDE / 2);
  guint        n = 0;

  for (gint x = 0; x < SIDE; x++)
    n += darkening_at (raster, model, channel, x) >= peak / 2;
  return n;
}

static void
an_opaque_dot_is_as_dark_and_wide_as_the_table (void)
{
  for (guint d = 0; d < G_N_ELEMENTS (TABLE); d++)
    {
      g_autofree FolliDotModel *model = make_model (0.25, 6, TABLE[d].depth_mm);
      FolliRaster               raster;

      draw (&raster, model, 1);
      for (guint c = 0; c < FOLLI_CHANNELS; c++)
        {
          const double peak = darkening_at (&raster, model, c, SIDE / 2);
          const double width_mm = width_of (&raster, model, c) / PX_PER_MM;

          g_test_message ("%.2f mm, channel %u: peak %.3f for %.2f, "
                          "width %.2f for %.2f",
                          TABLE[d].depth_mm, c, peak, TABLE[d].peak[c],
                          width_mm, TABLE[d].width_mm[c]);
          g_assert_cmpfloat_with_epsilon (peak, TABLE[d].peak[c], 0.05);
          g_assert_cmpfloat_with_epsilon (width_mm / TABLE[d].width_mm[c], 1,
                                          0.15);
        }
      folli_raster_clear (&raster);
    }
}

/* Source: doc/numbers.md, "Strength of a dot". */
static void
darkening_follows_optical_density (void)
{
  static const double ROW[][2]
      = { { 0.5, 0.25 }, { 1, 0.41 }, { 2, 0.58 }, { 6, 0.74 } };

  for (guint i = 0; i < G_N_ELEMENTS (ROW); i++)
    {
      g_autofree FolliDotModel *model = make_model (0.15, ROW[i][0], 0.10);
      FolliRaster               raster;
      double                    peak;

      draw (&raster, model, 1);
      peak = darkening_at (&raster, model, 1, SIDE / 2);
      g_test_message ("optical density %g: %.3f for %.2f", ROW[i][0], peak,
                      ROW[i][1]);
      g_assert_cmpfloat_with_epsilon (peak, ROW[i][1], 0.07);
      folli_raster_clear (&raster);
    }
}

/* Source: doc/numbers.md, "Merged pigment". */
static void
merged_dots_reach_solid_pigment_and_no_more (void)
{
  static const struct
  {
    double depth_mm;
    double left[FOLLI_CHANNELS];
  } SOLID[] = {
    { 0.1, { 0.06, 0.10, 0.14 } },
    { 0.4, { 0.30, 0.47, 0.56 } },
    { 1.0, { 0.65, 0.85, 0.89 } },
  };

  for (guint d = 0; d < G_N_ELEMENTS (SOLID); d++)
    {
      g_autofree FolliDotModel *model = make_model (1, 6, SOLID[d].depth_mm);
      FolliRaster               raster;

      draw (&raster, model, 200);
      for (guint c = 0; c < FOLLI_CHANNELS; c++)
        {
          const double left = 1 - darkening_at (&raster, model, c, SIDE / 2);

          g_assert_cmpfloat_with_epsilon (left, SOLID[d].left[c], 0.005);
          g_assert_cmpfloat (left, >=, 1 - model->solid[c] - 1e-6);
        }
      folli_raster_clear (&raster);
    }
}

static void
deeper_is_fainter_and_bluer (void)
{
  double before[FOLLI_CHANNELS] = { 1, 1, 1 };
  double redness_before = 1;

  for (double depth_mm = 0.05; depth_mm <= 1; depth_mm += 0.01)
    {
      double       peak[FOLLI_CHANNELS];
      FolliPigment pigment;

      folli_pigment_init (&pigment, BLACK, depth_mm);
      for (guint c = 0; c < FOLLI_CHANNELS; c++)
        {
          peak[c] = folli_pigment_peak (&pigment, c, 0.125);
          g_assert_cmpfloat (peak[c], <, before[c]);
          g_assert_cmpfloat (folli_pigment_peak (&pigment, c, 1), <,
                             pigment.solid[c]);
          before[c] = peak[c];
        }
      g_assert_cmpfloat (peak[2] / peak[0], <, redness_before);
      redness_before = peak[2] / peak[0];
    }
}

static void
more_pigment_is_darker_and_none_is_clear (void)
{
  FolliPigment pigment;

  folli_pigment_init (&pigment, BLACK, 0.15);
  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    {
      double before = 0;

      g_assert_cmpfloat (folli_pigment_opacity (&pigment, c, 0), ==, 0);
      for (double strength = 0.1; strength <= 6; strength += 0.1)
        {
          const double opacity = folli_pigment_opacity (&pigment, c, strength);

          g_assert_cmpfloat (opacity, >, before);
          g_assert_cmpfloat (opacity, <, 1);
          before = opacity;
        }
    }
}

static void
a_shade_lets_its_own_colour_through (void)
{
  const double red[FOLLI_CHANNELS] = { 0.5, 0.05, 0.01 };
  const double white[FOLLI_CHANNELS] = { 1, 1, 1 };
  FolliPigment pigment;

  folli_pigment_init (&pigment, red, 0.15);
  g_assert_cmpfloat (folli_pigment_opacity (&pigment, 0, 2), <,
                     folli_pigment_opacity (&pigment, 1, 2));
  g_assert_cmpfloat (folli_pigment_opacity (&pigment, 1, 2), <,
                     folli_pigment_opacity (&pigment, 2, 2));

  folli_pigment_init (&pigment, white, 0.15);
  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    g_assert_cmpfloat (folli_pigment_opacity (&pigment, c, 6), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pigment/an-opaque-dot-is-as-dark-and-wide-as-the-table",
                   an_opaque_dot_is_as_dark_and_wide_as_the_table);
  g_test_add_func ("/pigment/darkening-follows-optical-density",
                   darkening_follows_optical_density);
  g_test_add_func ("/pigment/merged-dots-reach-solid-pigment-and-no-more",
                   merged_dots_reach_solid_pigment_and_no_more);
  g_test_add_func ("/pigment/deeper-is-fainter-and-bluer",
                   deeper_is_fainter_and_bluer);
  g_test_add_func ("/pigment/more-pigment-is-darker-and-none-is-clear",
                   more_pigment_is_darker_and_none_is_clear);
  g_test_add_func ("/pigment/a-shade-lets-its-own-colour-through",
                   a_shade_lets_its_own_colour_through);
  return g_test_run ();
}
