/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "follicle/dot.h"
#include "hash.h"
#include "plain-scene.h"

enum
{
  PX_PER_MM = 1000, /* so that a pixel's own extent does not matter */
  N_HASHES = 20000
};

typedef struct
{
  double mean;
  double variation; /* coefficient of variation */
} Spread;

static Spread
measure_spread (const double value[FOLLI_DOT_GRADES])
{
  double sum = 0, sum2 = 0;

  for (guint g = 0; g < FOLLI_DOT_GRADES; g++)
    sum += value[g];
  sum /= FOLLI_DOT_GRADES;
  for (guint g = 0; g < FOLLI_DOT_GRADES; g++)
    sum2 += (value[g] - sum) * (value[g] - sum);
  return (Spread){ sum, sqrt (sum2 / FOLLI_DOT_GRADES) / sum };
}

static FolliDotModel *
make_model (const FolliDotStyle *style)
{
  FolliDotModel *model = g_new (FolliDotModel, 1);

  folli_dot_model_init (model, style, PX_PER_MM);
  return model;
}

/* A crisp dot's profile is at half its peak at half of where it ends. */
static void
diameters_vary_as_asked_for (void)
{
  const double variations[] = { 0, 0.15, 0.5, 1 };

  for (guint v = 0; v < G_N_ELEMENTS (variations); v++)
    {
      FolliDotStyle style = folli_test_style ();
      double        diameter_mm[FOLLI_DOT_GRADES];
      Spread        spread;

      style.diameter_mm = 1;
      style.depth_mm = 0.05;
      style.diameter_variation = variations[v];
      style.age_months = 0;

      g_autofree FolliDotModel *model = make_model (&style);

      for (guint g = 0; g < FOLLI_DOT_GRADES; g++)
        {
          const FolliProfile *profile = &model->profile[1][g][0];

          diameter_mm[g] = 2 * sqrt (profile->outer2 / 2) / PX_PER_MM;
        }
      spread = measure_spread (diameter_mm);
      g_assert_cmpfloat_with_epsilon (spread.mean, 1, 0.02);
      g_assert_cmpfloat_with_epsilon (spread.variation, variations[v],
                                      0.08 * variations[v] + 1e-6);
    }
}

static void
strengths_vary_as_asked_for (void)
{
  const double variations[] = { 0, 0.2, 0.5, 1 };

  for (guint v = 0; v < G_N_ELEMENTS (variations); v++)
    {
      FolliDotStyle style = folli_test_style ();
      FolliPigment  pigment;
      double        strength[FOLLI_DOT_GRADES];
      Spread        spread;

      style.strength = 1.5;
      style.strength_variation = variations[v];
      style.age_months = 0;
      folli_pigment_init (&pigment, style.shade, style.depth_mm);

      g_autofree FolliDotModel *model = make_model (&style);

      for (guint g = 0; g < FOLLI_DOT_GRADES; g++)
        {
          double low = 0, high = 100;

          while (high - low > 1e-4)
            {
              const double middle = (low + high) / 2;

              if (folli_pigment_opacity (&pigment, 0, middle)
                  < model->opacity[1][g][0])
                low = middle;
              else
                high = middle;
            }
          strength[g] = low;
        }
      spread = measure_spread (strength);
      g_assert_cmpfloat_with_epsilon (spread.mean, 1.5, 0.03);
      g_assert_cmpfloat_with_epsilon (spread.variation, variations[v],
                                      0.08 * variations[v] + 1e-3);
    }
}

static void
later_sessions_are_darker_and_finer (void)
{
  const FolliDotStyle       style = folli_test_style ();
  g_autofree FolliDotModel *model = make_model (&style);

  for (guint s = 1; s < FOLLI_SESSIONS_MAX; s++)
    for (guint g = 0; g < FOLLI_DOT_GRADES; g++)
      {
        g_assert_cmpfloat (model->outer2[s][g], <, model->outer2[s - 1][g]);
        for (guint c = 0; c < FOLLI_CHANNELS; c++)
          g_assert_cmpfloat (model->opacity[s][g][c], >,
                             model->opacity[s - 1][g][c]);
      }
}

static void
sessions_share_the_density_by_30_40_30 (void)
{
  guint n_of[FOLLI_SESSIONS_MAX] = { 0, 0, 0 };

  for (guint i = 0; i < 1000; i++)
    n_of[folli_dot_session ((i + 0.5) / 1000)]++;
  g_assert_cmpuint (n_of[0], ==, 300);
  g_assert_cmpuint (n_of[1], ==, 400);
  g_assert_cmpuint (n_of[2], ==, 300);
  g_assert_cmpuint (folli_dot_session (0), ==, 0);
  g_assert_cmpuint (folli_dot_session (1), ==, FOLLI_SESSIONS_MAX - 1);
}

static void
age_makes_dots_fainter_finer_and_fewer (void)
{
  FolliDotStyle style = folli_test_style ();

  style.age_months = 0;
  g_autofree FolliDotModel *fresh = make_model (&style);
  style.age_months = 1;
  g_autofree FolliDotModel *healed = make_model (&style);

  g_assert_cmpfloat (fresh->kept, ==, 1);
  g_assert_cmpfloat (healed->kept, <, 1);
  for (guint g = 0; g < FOLLI_DOT_GRADES; g++)
    {
      g_assert_cmpfloat (healed->outer2[0][g], <, fresh->outer2[0][g]);
      g_assert_cmpfloat (healed->opacity[0][g][1], <, fresh->opacity[0][g][1]);
    }
}

static void
shapes_are_ellipses_of_equal_area (void)
{
  const FolliDotStyle       style = folli_test_style ();
  g_autofree FolliDotModel *model = make_model (&style);
  double                    roundest = 0, flattest = 1;

  for (guint s = 0; s < FOLLI_DOT_GRADES; s++)
    {
      const FolliMetric m = model->shape[s];
      const double      half = (m.xx + m.yy) / 2;
      const double      root
          = sqrt ((m.xx - m.yy) * (m.xx - m.yy) / 4 + m.xy * m.xy);
      /* Eigenvalues are the squares of the reciprocal axes. */
      const double aspect = sqrt ((half - root) / (half + root));

      g_assert_cmpfloat_with_epsilon (m.xx * m.yy - m.xy * m.xy, 1, 1e-5);
      roundest = MAX (roundest, aspect);
      flattest = MIN (flattest, aspect);
    }
  g_assert_cmpfloat_with_epsilon (roundest, 0.9, 0.01);
  g_assert_cmpfloat_with_epsilon (flattest, 0.65, 0.01);
}

static void
no_dot_reaches_farther_than_is_said (void)
{
  const FolliDotStyle       style = folli_test_style ();
  g_autofree FolliDotModel *model = make_model (&style);

  for (guint s = 0; s < FOLLI_SESSIONS_MAX; s++)
    for (guint g = 0; g < FOLLI_DOT_GRADES; g++)
      for (guint k = 0; k < FOLLI_DOT_GRADES; k++)
        {
          const FolliMetric m = model->shape[k];
          const float       longest2 = MAX (m.xx, m.yy) * model->outer2[s][g];

          g_assert_cmpfloat (sqrtf (longest2), <=,
                             model->max_outer_px * 1.0001f);
        }
}

/* Mean of the product of two traits, each scaled to mean 0 and variance 1. */
static void
traits_are_even_and_independent (void)
{
  enum
  {
    N_TRAITS = 6
  };
  double sum[N_TRAITS] = { 0 }, product[N_TRAITS][N_TRAITS] = { { 0 } };

  for (guint i = 0; i < N_HASHES; i++)
    {
      const FolliDotTraits t = folli_dot_traits (folli_hash_mix (i + 1));
      const double         scaled[N_TRAITS] = {
                (t.size - 127.5) / 73.9,  (t.strength - 127.5) / 73.9,
                (t.shape - 127.5) / 73.9, (t.chance - 0.5) * sqrt (12),
                t.stray_x * sqrt (3.6),   t.stray_y * sqrt (3.6),
      };

      g_assert_cmpfloat (t.stray_x * t.stray_x + t.stray_y * t.stray_y, <=, 1);
      g_assert_cmpfloat (t.chance, >=, 0);
      g_assert_cmpfloat (t.chance, <, 1);
      for (guint a = 0; a < N_TRAITS; a++)
        {
          sum[a] += scaled[a];
          for (guint b = 0; b < N_TRAITS; b++)
            product[a][b] += scaled[a] * scaled[b];
        }
    }
  for (guint a = 0; a < N_TRAITS; a++)
    {
      /* Four standard deviations of chance. */
      g_assert_cmpfloat (fabs (sum[a]), <, 4 * sqrt (N_HASHES));
      g_assert_cmpfloat_with_epsilon (product[a][a] / N_HASHES, 1, 0.06);
      for (guint b = 0; b < a; b++)
        g_assert_cmpfloat (fabs (product[a][b]), <, 4 * sqrt (N_HASHES));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/dot/diameters-vary-as-asked-for",
                   diameters_vary_as_asked_for);
  g_test_add_func ("/dot/strengths-vary-as-asked-for",
                   strengths_vary_as_asked_for);
  g_test_add_func ("/dot/later-sessions-are-darker-and-finer",
                   later_sessions_are_darker_and_finer);
  g_test_add_func ("/dot/sessions-share-the-density-by-30-40-30",
                   sessions_share_the_density_by_30_40_30);
  g_test_add_func ("/dot/age-makes-dots-fainter-finer-and-fewer",
                   age_makes_dots_fainter_finer_and_fewer);
  g_test_add_func ("/dot/shapes-are-ellipses-of-equal-area",
                   shapes_are_ellipses_of_equal_area);
  g_test_add_func ("/dot/no-dot-reaches-farther-than-is-said",
                   no_dot_reaches_farther_than_is_said);
  g_test_add_func ("/dot/traits-are-even-and-independent",
                   traits_are_even_and_independent);
  return g_test_run ();
}
