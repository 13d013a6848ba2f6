/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "plain-scene.h"

static const FolliRectangle SKIN = { -20, 10, 300, 260 };

/* A map with all that can go wrong: a hard border, a soft one, a hole, grey. */
static void
init_rich_map (FolliDensityMap *map)
{
  folli_test_map_init (map, SKIN, 0);
  for (gint j = 0; j < SKIN.height; j++)
    for (gint i = 0; i < SKIN.width; i++)
      {
        const double soft = (i - 30) / 120.0;
        const double hole = hypot (i - 200, j - 100);

        if (j > 25 && hole > 30)
          map->value[j * SKIN.width + i] = CLAMP (soft, 0, 1);
      }
  folli_test_map_touch (map);
}

static float *
draw (const FolliArrangement *arrangement,
      const FolliDotStyle    *style,
      gint                    session,
      const FolliDensityMap  *map)
{
  g_autoptr (FolliScene) scene = folli_scene_new (arrangement, style, session);

  return folli_test_draw (scene, map, map->extent);
}

/* No pixel and channel of @more is lighter than of @less. */
static void
assert_only_darker (const float *less, const float *more, gsize n_pixels)
{
  double most = 0;

  for (gsize i = 0; i < n_pixels; i++)
    for (guint c = 0; c < FOLLI_CHANNELS; c++)
      {
        const double change = folli_test_transmittance (less + 4 * i, c)
                              - folli_test_transmittance (more + 4 * i, c);

        /* Products of the same floats in another order. */
        g_assert_cmpfloat (change, >=, -2e-6);
        most = MAX (most, change);
      }
  g_assert_cmpfloat (most, >, 0.1);
}

static void
more_density_only_darkens_a_first_session (void)
{
  const double        densities[] = { 30, 60, 110, 300 };
  const FolliDotStyle style = folli_test_style ();
  FolliArrangement    arrangement = folli_test_arrangement ();
  FolliDensityMap     map;

  init_rich_map (&map);
  arrangement.sessions = 1;
  for (guint d = 1; d < G_N_ELEMENTS (densities); d++)
    {
      arrangement.density_per_cm2 = densities[d - 1];
      g_autofree float *less
          = draw (&arrangement, &style, FOLLI_SESSION_ALL, &map);
      arrangement.density_per_cm2 = densities[d];
      g_autofree float *more
          = draw (&arrangement, &style, FOLLI_SESSION_ALL, &map);

      assert_only_darker (less, more, (gsize)SKIN.width * SKIN.height);
    }
  folli_test_map_clear (&map);
}

static void
every_session_only_darkens (void)
{
  const double        densities[] = { 40, 110, 400 };
  const FolliDotStyle style = folli_test_style ();
  FolliArrangement    arrangement = folli_test_arrangement ();
  FolliDensityMap     map;

  init_rich_map (&map);
  for (guint d = 0; d < G_N_ELEMENTS (densities); d++)
    for (guint sessions = 1; sessions < FOLLI_SESSIONS_MAX; sessions++)
      {
        arrangement.density_per_cm2 = densities[d];
        arrangement.sessions = sessions;
        g_autofree float *less
            = draw (&arrangement, &style, FOLLI_SESSION_ALL, &map);
        arrangement.sessions = sessions + 1;
        g_autofree float *more
            = draw (&arrangement, &style, FOLLI_SESSION_ALL, &map);

        assert_only_darker (less, more, (gsize)SKIN.width * SKIN.height);
      }
  folli_test_map_clear (&map);
}

static void
sessions_as_layers_make_the_whole (void)
{
  const FolliDotStyle style = folli_test_style ();
  FolliArrangement    arrangement = folli_test_arrangement ();
  float              *layers[FOLLI_SESSIONS_MAX];
  double              worst = 0;
  FolliDensityMap     map;

  init_rich_map (&map);
  arrangement.density_per_cm2 = 200;
  g_autofree float *whole
      = draw (&arrangement, &style, FOLLI_SESSION_ALL, &map);

  for (guint s = 0; s < FOLLI_SESSIONS_MAX; s++)
    layers[s] = draw (&arrangement, &style, s + 1, &map);
  for (gint i = 0; i < SKIN.width * SKIN.height; i++)
    for (guint c = 0; c < FOLLI_CHANNELS; c++)
      {
        double product = 1;

        for (guint s = 0; s < FOLLI_SESSIONS_MAX; s++)
          product *= folli_test_transmittance (layers[s] + 4 * i, c);
        worst
            = MAX (worst, fabs (product
                                - folli_test_transmittance (whole + 4 * i, c)));
      }
  g_test_message ("largest difference %.2g", worst);
  g_assert_cmpfloat (worst, <, 1e-4);
  for (guint s = 0; s < FOLLI_SESSIONS_MAX; s++)
    g_free (layers[s]);
  folli_test_map_clear (&map);
}

/* Draws @pieces, each from no more of the map than the scene asks for, and
 * compares them with @whole. */
static void
check_pieces (const FolliScene      *scene,
              const FolliDensityMap *map,
              const GArray          *pieces,
              const float           *whole)
{
  const gint margin = folli_scene_margin_px (scene);
  g_autoptr (FolliRender) render = folli_render_new ();

  for (guint p = 0; p < pieces->len; p++)
    {
      const FolliRectangle r = g_array_index (pieces, FolliRectangle, p);
      const gint           x0 = MAX (r.x - margin, SKIN.x);
      const gint           y0 = MAX (r.y - margin, SKIN.y);
      const gint x1 = MIN (r.x + r.width + margin, SKIN.x + SKIN.width);
      const gint y1 = MIN (r.y + r.height + margin, SKIN.y + SKIN.height);
      g_autofree float *rgba = g_new (float, 4 * r.width * r.height);
      FolliDensityMap   part;

      folli_test_map_init (&part, (FolliRectangle){ x0, y0, x1 - x0, y1 - y0 },
                           0);
      for (gint y = y0; y < y1; y++)
        for (gint x = x0; x < x1; x++)
          part.value[(y - y0) * (x1 - x0) + x - x0]
              = folli_density_map_at (map, x, y);
      folli_test_map_touch (&part);

      folli_render_begin (render, scene, &part, r);
      folli_render_get (render, r, rgba);
      for (gint y = 0; y < r.height; y++)
        g_assert_cmpmem (
            rgba + 4 * y * r.width, 4 * r.width * sizeof (float),
            whole + 4 * ((r.y - SKIN.y + y) * SKIN.width + (r.x - SKIN.x)),
            4 * r.width * sizeof (float));
      folli_test_map_clear (&part);
    }
}

static void
any_split_is_the_whole_to_the_bit (void)
{
  const double px_per_mm[] = { 0.7, 4, 11.3 };
  g_autoptr (GRand) random = g_rand_new_with_seed (6);
  FolliDensityMap map;

  init_rich_map (&map);
  for (guint k = 0; k < G_N_ELEMENTS (px_per_mm); k++)
    for (gint session = FOLLI_SESSION_ALL; session <= 2; session++)
      {
        FolliArrangement arrangement = folli_test_arrangement ();
        FolliDotStyle    style = folli_test_style ();

        /* The shadow reaches farther than most dots: once without it, and with
         * large ones. */
        if (session == 1)
          {
            style.shadow = 0;
            style.diameter_mm = 2;
            style.age_months = 0;
          }
        arrangement.px_per_mm = px_per_mm[k];
        arrangement.density_per_cm2 = 180;
        arrangement.jitter = 1;
        arrangement.front_fineness = 0.2;
        arrangement.origin_x = SKIN.x + 0.3;
        arrangement.head = (FolliHead){ 0.9, 0, 0, SKIN.width, 200 };
        g_autoptr (FolliScene) scene
            = folli_scene_new (&arrangement, &style, session);
        g_autofree float *whole = folli_test_draw (scene, &map, SKIN);
        g_autoptr (GArray) pieces
            = folli_test_random_rectangles (random, SKIN, 50);

        check_pieces (scene, &map, pieces, whole);
      }
  folli_test_map_clear (&map);
}

static void
an_empty_map_leaves_all_untouched (void)
{
  const FolliDotStyle    style = folli_test_style ();
  const FolliArrangement arrangement = folli_test_arrangement ();
  FolliDensityMap        map;

  folli_test_map_init (&map, SKIN, 0);
  g_autofree float *rgba = draw (&arrangement, &style, FOLLI_SESSION_ALL, &map);

  for (gint i = 0; i < 4 * SKIN.width * SKIN.height; i++)
    g_assert_cmpfloat (rgba[i], ==, 0);
  folli_test_map_clear (&map);
}

static void
nothing_changes_where_the_map_is_0 (void)
{
  FolliDotStyle    style = folli_test_style ();
  FolliArrangement arrangement = folli_test_arrangement ();
  guint            n_dark = 0;
  FolliDensityMap  map;

  style.shadow = 3;
  arrangement.density_per_cm2 = 400;
  arrangement.jitter = 1;
  init_rich_map (&map);
  g_autofree float *rgba = draw (&arrangement, &style, FOLLI_SESSION_ALL, &map);

  for (gint i = 0; i < SKIN.width * SKIN.height; i++)
    if (map.value[i] <= 0)
      g_assert_cmpfloat (rgba[4 * i + 3], ==, 0);
    else
      n_dark += rgba[4 * i + 3] > 0;
  g_assert_cmpuint (n_dark, >, 10000);
  folli_test_map_clear (&map);
}

static void
what_is_hidden_stays_as_it_is (void)
{
  FolliDotStyle    style = folli_test_style ();
  FolliArrangement arrangement = folli_test_arrangement ();
  guint            n_cut = 0;
  FolliDensityMap  map;

  style.shadow = 0;
  arrangement.density_per_cm2 = 400;
  folli_test_map_init (&map, SKIN, 1);
  for (gint y = 0; y < SKIN.height; y++)
    for (gint x = SKIN.width / 2; x < SKIN.width; x++)
      map.value[y * SKIN.width + x] = FOLLI_DENSITY_GOES_ON;
  folli_test_map_touch (&map);
  g_autofree float *rgba = draw (&arrangement, &style, FOLLI_SESSION_ALL, &map);

  for (gint y = 0; y < SKIN.height; y++)
    {
      const float *row = rgba + 4 * (gsize)y * SKIN.width;

      for (gint x = SKIN.width / 2; x < SKIN.width; x++)
        g_assert_cmpfloat (row[4 * x + 3], ==, 0);
      n_cut += row[4 * (SKIN.width / 2 - 1) + 3] > 0.1;
    }
  /* Dots are cut by what hides them, not left out. */
  g_assert_cmpuint (n_cut, >, 10);
  folli_test_map_clear (&map);
}

/* So few dots that none touches another: their ink in the picture is the sum
 * of their inks, or else one was cut. */
static void
no_dot_is_cut_by_the_border (void)
{
  FolliDotStyle    style = folli_test_style ();
  FolliArrangement arrangement = folli_test_arrangement ();
  double           drawn = 0, expected = 0;
  FolliDensityMap  map;

  style.shadow = 0;
  style.age_months = 0;
  arrangement.px_per_mm = 12;
  arrangement.density_per_cm2 = 40;
  folli_test_map_init (&map, SKIN, 0);
  for (gint j = 0; j < SKIN.height; j++)
    for (gint i = 0; i < SKIN.width; i++)
      if (hypot (i - 150, j - 130) < 110 + 10 * sin (i * 0.3)
          && hypot (i - 150, j - 130) > 20)
        map.value[j * SKIN.width + i] = 1;
  folli_test_map_touch (&map);

  g_autoptr (FolliScene) scene
      = folli_scene_new (&arrangement, &style, FOLLI_SESSION_ALL);
  g_autoptr (GArray) dots = g_array_new (FALSE, FALSE, sizeof (FolliDot));
  g_autofree float *rgba = folli_test_draw (scene, &map, SKIN);

  for (gint i = 0; i < SKIN.width * SKIN.height; i++)
    drawn += 1 - folli_test_transmittance (rgba + 4 * i, 1);
  folli_scatter (&scene->arrangement, &scene->model, &map, SKIN, dots);
  for (guint i = 0; i < dots->len; i++)
    {
      const FolliDot      *dot = &g_array_index (dots, FolliDot, i);
      const FolliDotModel *model = &scene->model;

      expected += model->profile[dot->session][dot->size][1].ink_px2
                  * model->opacity[dot->session][dot->strength][1]
                  * model->visible[1] * dot->opacity * dot->mark.ink;
    }
  g_assert_cmpuint (dots->len, >, 60);
  g_test_message ("%u dots: ink %.2f for %.2f", dots->len, drawn, expected);
  g_assert_cmpfloat_with_epsilon (drawn / expected, 1, 0.003);
  folli_test_map_clear (&map);
}

static void
check_encoding (gint session)
{
  FolliDotStyle    style = folli_test_style ();
  FolliArrangement arrangement = folli_test_arrangement ();
  FolliDensityMap  map;

  style.shade[0] = 0.2;
  style.shadow = 3;
  arrangement.density_per_cm2 = 400;
  init_rich_map (&map);
  g_autofree float *rgba = draw (&arrangement, &style, session, &map);

  for (gint i = 0; i < SKIN.width * SKIN.height; i++)
    {
      const float *p = rgba + 4 * i;

      for (guint k = 0; k < 4; k++)
        {
          g_assert_cmpfloat (p[k], >=, 0);
          g_assert_cmpfloat (p[k], <=, 1);
        }
      /* Alpha is one minus the least transmittance, whose colour is then 0. */
      g_assert_cmpfloat (MIN (p[0], MIN (p[1], p[2])), ==, 0);
    }
  folli_test_map_clear (&map);
}

static void
colour_and_alpha_are_for_multiply (void)
{
  for (gint session = FOLLI_SESSION_ALL; session <= FOLLI_SESSIONS_MAX;
       session++)
    check_encoding (session);
}

static void
a_helmet_is_solid_pigment_and_no_more (void)
{
  FolliDotStyle    style = folli_test_style ();
  FolliArrangement arrangement = folli_test_arrangement ();
  /* Under 0.1 mm of skin. Source: doc/numbers.md, "Merged pigment". */
  const double    solid[FOLLI_CHANNELS] = { 0.06, 0.10, 0.14 };
  FolliDensityMap map;

  style.diameter_mm = 2;
  style.strength = 6;
  style.depth_mm = 0.1;
  style.surface = 0;
  style.age_months = 0;
  style.shadow = 3;
  arrangement.density_per_cm2 = 400;
  folli_test_map_init (&map, SKIN, 1);
  g_autofree float *rgba = draw (&arrangement, &style, FOLLI_SESSION_ALL, &map);

  for (gint i = 0; i < SKIN.width * SKIN.height; i++)
    for (guint c = 0; c < FOLLI_CHANNELS; c++)
      g_assert_cmpfloat_with_epsilon (
          folli_test_transmittance (rgba + 4 * i, c), solid[c], 0.01);
  folli_test_map_clear (&map);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/render/more-density-only-darkens-a-first-session",
                   more_density_only_darkens_a_first_session);
  g_test_add_func ("/render/every-session-only-darkens",
                   every_session_only_darkens);
  g_test_add_func ("/render/sessions-as-layers-make-the-whole",
                   sessions_as_layers_make_the_whole);
  g_test_add_func ("/render/any-split-is-the-whole-to-the-bit",
                   any_split_is_the_whole_to_the_bit);
  g_test_add_func ("/render/an-empty-map-leaves-all-untouched",
                   an_empty_map_leaves_all_untouched);
  g_test_add_func ("/render/nothing-changes-where-the-map-is-0",
                   nothing_changes_where_the_map_is_0);
  g_test_add_func ("/render/what-is-hidden-stays-as-it-is",
                   what_is_hidden_stays_as_it_is);
  g_test_add_func ("/render/no-dot-is-cut-by-the-border",
                   no_dot_is_cut_by_the_border);
  g_test_add_func ("/render/colour-and-alpha-are-for-multiply",
                   colour_and_alpha_are_for_multiply);
  g_test_add_func ("/render/a-helmet-is-solid-pigment-and-no-more",
                   a_helmet_is_solid_pigment_and_no_more);
  return g_test_run ();
}
