/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "follicle/edges.h"

enum
{
  SIZE = 260,
  RADIUS = 80
};

/* Pixels a mm: a disc of skin that is 4 cm wide. */
static const double SCALE = 4;

static const FolliEdges EDGES
    = { .scalp = { 4, 1, 1 }, .feather_mm = 3, .reach_mm = 6 };

/* What lies around the disc of skin. */
typedef enum
{
  WALL,
  NIGHT,
  SKY,
  FOLIAGE,
  SKIN,
  HAIR,
  N_GROUNDS
} Ground;

static const char *const NAMES[N_GROUNDS]
    = { "a-wall", "night", "sky", "foliage", "skin", "hair" };

/* Linear light. */
static const float SKIN_COLOR[3] = { 0.50f, 0.32f, 0.22f };
static const float COLORS[N_GROUNDS][3]
    = { { 0.70f, 0.68f, 0.64f }, { 0.006f, 0.006f, 0.007f },
        { 0.20f, 0.36f, 0.62f }, { 0.10f, 0.16f, 0.05f },
        { 0.50f, 0.32f, 0.22f }, { 0.05f, 0.03f, 0.02f } };

/* A picture of the disc, and a mask of it that ends @short_px before its
 * outline, of a grey. */
typedef struct
{
  float *rgb;
  float *mask;
} Scene;

static void
clear_scene (Scene *scene)
{
  g_clear_pointer (&scene->rgb, g_free);
  g_clear_pointer (&scene->mask, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scene, clear_scene)

/* How far inside the disc's outline, px. */
static double
find_depth (gint x, gint y)
{
  return RADIUS - hypot (x + 0.5 - SIZE / 2.0 - 0.3, y + 0.5 - SIZE / 2.0);
}

/* Leaves and strands are uneven. */
static double
find_pattern (Ground ground, gint x, gint y)
{
  if (ground == FOLIAGE)
    return 1 + 0.8 * sin (0.31 * x + 0.2 * y) * cos (0.4 * y - 0.1 * x);
  if (ground == HAIR)
    return 1 + 0.7 * sin (2.1 * x + 0.4 * sin (0.1 * y));
  return 1;
}

static Scene
make_scene (Ground ground, double short_px, float grey)
{
  Scene scene = { g_new (float, SIZE *SIZE * 3), g_new (float, SIZE *SIZE) };
  g_autoptr (GRand) rand = g_rand_new_with_seed (5);

  for (gint y = 0; y < SIZE; y++)
    for (gint x = 0; x < SIZE; x++)
      {
        const gint   i = y * SIZE + x;
        const double depth = find_depth (x, y);
        const double inside = CLAMP (depth / 2 + 0.5, 0, 1);
        const double lit
            = ground == SKIN
                  ? 1
                  : 0.55 + 0.45 * sqrt (CLAMP (depth / RADIUS, 0, 1));
        const double noise = g_rand_double_range (rand, 0.97, 1.03);

        for (gint c = 0; c < 3; c++)
          scene.rgb[3 * i + c] = noise
                                 * (inside * lit * SKIN_COLOR[c]
                                    + (1 - inside) * COLORS[ground][c]
                                          * find_pattern (ground, x, y));
        scene.mask[i] = grey * CLAMP (depth - short_px + 0.5, 0, 1);
      }
  return scene;
}

static void
read_mask (gpointer data, const FolliRectangle *rectangle, float *mask)
{
  const Scene *scene = data;

  for (gint y = 0; y < rectangle->height; y++)
    for (gint x = 0; x < rectangle->width; x++)
      *mask++ = scene->mask[CLAMP (rectangle->y + y, 0, SIZE - 1) * SIZE
                            + CLAMP (rectangle->x + x, 0, SIZE - 1)];
}

static void
read_photo (gpointer data, const FolliRectangle *rectangle, float *rgb)
{
  const Scene *scene = data;

  for (gint y = 0; y < rectangle->height; y++)
    for (gint x = 0; x < rectangle->width; x++, rgb += 3)
      memcpy (rgb,
              scene->rgb
                  + 3
                        * (CLAMP (rectangle->y + y, 0, SIZE - 1) * SIZE
                           + CLAMP (rectangle->x + x, 0, SIZE - 1)),
              3 * sizeof (float));
}

static float *
render_with (const FolliEdges *edges, Scene *scene)
{
  const FolliRectangle all = { 0, 0, SIZE, SIZE };
  float               *alpha = g_new (float, SIZE *SIZE);

  folli_edges_render (edges, read_mask, scene, read_photo, scene, &all, alpha);
  return alpha;
}

static float *
render (Scene *scene)
{
  return render_with (&EDGES, scene);
}

/* Whether the map covers skin to the outline, draws nothing beyond, and says
 * that it goes on there. */
static void
check_outline (Ground ground, double short_px)
{
  g_auto (Scene) scene = make_scene (ground, short_px, 1);
  g_autofree float *alpha = render (&scene);

  for (gint y = 0; y < SIZE; y++)
    for (gint x = 0; x < SIZE; x++)
      {
        const double depth = find_depth (x, y);
        const float  at = alpha[y * SIZE + x];

        if (depth < -1)
          g_assert_cmpfloat (at, <=, FOLLI_EDGES_BEYOND);
        if (depth < -1 && depth > -EDGES.reach_mm * SCALE + 4)
          g_assert_cmpfloat (at, ==, FOLLI_EDGES_BEYOND);
        if (depth > 1.5)
          g_assert_cmpfloat (at, >, 0.5);
      }
}

static void
test_outline (gconstpointer data)
{
  const Ground ground = GPOINTER_TO_INT (data);

  for (gint tenths_mm = -40; tenths_mm <= 40; tenths_mm += 20)
    check_outline (ground, tenths_mm * SCALE / 10);
}

static void
test_skin_has_a_line (void)
{
  g_auto (Scene) scene = make_scene (SKIN, 24, 1);
  g_autofree float *alpha = render (&scene);

  for (gint y = 0; y < SIZE; y++)
    for (gint x = 0; x < SIZE; x++)
      if (scene.mask[y * SIZE + x] == 0)
        g_assert_cmpfloat (alpha[y * SIZE + x], ==, 0);
      else
        g_assert_cmpfloat (alpha[y * SIZE + x], >,
                           0.9 * scene.mask[y * SIZE + x] - 0.01);
}

static void
test_hair_has_none (void)
{
  g_auto (Scene) scene = make_scene (HAIR, 4, 1);
  g_autofree float *alpha = render (&scene);

  for (gint y = 0; y < SIZE; y++)
    for (gint x = 0; x < SIZE; x++)
      if (find_depth (x, y) > -EDGES.reach_mm * SCALE / 2)
        g_assert_cmpfloat (alpha[y * SIZE + x], >=, FOLLI_EDGES_GOES_ON);
}

/* Short hair on the right: all of it from 5 mm inside the disc's outline on,
 * and none from 11 mm on. */
static void
grow_stubble (Scene *scene)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (6);

  for (gint y = 0; y < SIZE; y++)
    for (gint x = 0; x < SIZE; x++)
      {
        const double share = CLAMP ((44 - find_depth (x, y)) / 24, 0, 1);
        const double chance = g_rand_double (rand);

        if (x > SIZE / 2 && chance < 0.25 * share)
          for (gint c = 0; c < 3; c++)
            scene->rgb[3 * (y * SIZE + x) + c] *= 0.8;
      }
}

/* What is read beyond a photo repeats its last pixels, and has no texture in a
 * corner: beside it, bare skin is not stubble. */
static void
test_the_end_of_a_photo_is_no_skin (void)
{
  const FolliRectangle all = { 0, 0, SIZE, SIZE };
  FolliEdges           edges = EDGES;
  g_auto (Scene) scene = make_scene (SKIN, 24, 1);
  g_autofree float *alone = render (&scene);
  g_autofree float *alpha = g_new (float, SIZE *SIZE);

  edges.photo = all;
  for (gint y = 0; y < 12; y++)
    for (gint x = 0; x < 12; x++)
      scene.mask[y * SIZE + x] = 1;
  folli_edges_render (&edges, read_mask, &scene, read_photo, &scene, &all,
                      alpha);
  for (gint y = 0; y < SIZE; y++)
    for (gint x = 0; x < SIZE; x++)
      if (x >= 12 || y >= 12)
        g_assert_cmpfloat (alpha[y * SIZE + x], ==, alone[y * SIZE + x]);
}

static double
find_mean (const float *alpha, gint left, gint right)
{
  double sum = 0;

  for (gint y = SIZE / 2 - 20; y < SIZE / 2 + 20; y++)
    for (gint x = left; x < right; x++)
      sum += alpha[y * SIZE + x];
  return sum / (40 * (right - left));
}

/* Dots are what stubble lacks, so that both together are as dense as either
 * alone. */
static void
test_stubble_is_completed (void)
{
  g_auto (Scene) scene = make_scene (SKIN, 24, 1);
  g_autofree float *alpha = NULL;
  const gint        edge = SIZE / 2 + RADIUS - 24;

  grow_stubble (&scene);
  alpha = render (&scene);
  for (gint x = SIZE / 2 + 10; x < edge + 24; x += 8)
    g_assert_cmpfloat (find_mean (alpha, x, x + 8), <=,
                       find_mean (alpha, x - 8, x) + 0.02);
  g_assert_cmpfloat (find_mean (alpha, SIZE / 2, SIZE / 2 + 20), >, 0.9);
  g_assert_cmpfloat_with_epsilon (find_mean (alpha, edge - 12, edge - 4), 0.5,
                                  0.2);
  g_assert_cmpfloat (find_mean (alpha, edge + 4, edge + 12), <, 0.2);
  for (gint x = edge; x < edge + 20; x++)
    g_assert_cmpfloat (alpha[SIZE / 2 * SIZE + x], >=, FOLLI_EDGES_GOES_ON);
  g_assert_cmpfloat (alpha[SIZE / 2 * SIZE + SIZE - edge - 6], ==, 0);
}

/* A head whose side, with a fringe of hair, ends at a wall. The mask's broad
 * part is far above; only a sliver of it runs down along the outline. */
static Scene
make_side (gint outline)
{
  Scene scene = make_scene (SKIN, 4, 1);

  for (gint y = 0; y < SIZE; y++)
    for (gint x = 0; x < SIZE; x++)
      {
        const gint   i = y * SIZE + x;
        const Ground ground = x < outline - 8 ? SKIN
                              : x < outline   ? HAIR
                                              : WALL;

        for (gint c = 0; c < 3; c++)
          scene.rgb[3 * i + c]
              = COLORS[ground][c] * find_pattern (ground, x, y);
        scene.mask[i] = y < 50 ? x > 40 && x < outline - 10
                               : x >= outline && x < outline + 2;
      }
  return scene;
}

static void
test_sliver_is_no_skin (void)
{
  const gint outline = 150;
  g_auto (Scene) scene = make_side (outline);
  g_autofree float *alpha = render (&scene);

  for (gint y = 0; y < SIZE; y++)
    for (gint x = outline + 4; x < SIZE; x++)
      g_assert_cmpfloat (alpha[y * SIZE + x], <, FOLLI_EDGES_LEAST);
}

static void
test_grey_stays (void)
{
  g_auto (Scene) scene = make_scene (SKY, 12, 0.4f);
  g_autofree float *alpha = render (&scene);

  for (gint y = 0; y < SIZE; y++)
    for (gint x = 0; x < SIZE; x++)
      {
        const float at = alpha[y * SIZE + x];

        g_assert_cmpfloat (at, <, 0.41);
        if (find_depth (x, y) > 10)
          g_assert_cmpfloat_with_epsilon (at, 0.4, 0.03);
      }
}

static void
test_gap_of_the_user_stays (void)
{
  g_auto (Scene) scene = make_scene (WALL, 0, 1);
  g_autofree float *alpha = NULL;

  /* a parting of 3 mm that was left out */
  for (gint y = 0; y < SIZE; y++)
    for (gint x = SIZE / 2; x < SIZE / 2 + 12; x++)
      scene.mask[y * SIZE + x] = 0;
  alpha = render (&scene);
  for (gint y = 80; y < SIZE - 80; y++)
    for (gint x = SIZE / 2; x < SIZE / 2 + 12; x++)
      g_assert_cmpfloat (alpha[y * SIZE + x], ==, 0);
}

/* Where the tone is matched, and without a line's reach. */
static FolliEdges
match_tone (void)
{
  FolliEdges edges = EDGES;

  edges.reach_mm = 0;
  edges.match_tone = 1;
  return edges;
}

/* A scar 4 mm wide across the disc, as much lighter as @paler, and a mask that
 * is painted 3 mm wider. */
static Scene
make_scar (double paler)
{
  Scene scene = make_scene (SKIN, 24, 1);

  grow_stubble (&scene);
  for (gint y = 0; y < SIZE; y++)
    for (gint x = 0; x < SIZE; x++)
      {
        const gint away = ABS (y - SIZE / 2);

        if (away > 20)
          scene.mask[y * SIZE + x] = 0;
        for (gint c = 0; c < 3 && away <= 8; c++)
          scene.rgb[3 * (y * SIZE + x) + c] *= 1 / (1 - paler);
      }
  return scene;
}

/* Mean over rows from the scar's middle on. */
static double
find_mean_of_rows (const float *alpha, gint from, gint to)
{
  double sum = 0;

  for (gint away = from; away < to; away++)
    for (gint x = SIZE / 2 - 50; x < SIZE / 2 + 50; x++)
      sum += alpha[(SIZE / 2 + away) * SIZE + x]
             + alpha[(SIZE / 2 - away) * SIZE + x];
  return sum / (2 * 100 * (to - from));
}

static void
test_scar_is_filled_up (gconstpointer data)
{
  const double     paler = GPOINTER_TO_INT (data) / 100.;
  const FolliEdges edges = match_tone ();
  g_auto (Scene) scene = make_scar (paler);
  g_autofree float *alpha = render_with (&edges, &scene);
  const double filled = find_mean_of_rows (alpha, 0, 7) * FOLLI_EDGES_FULL_TONE;
  const double beside
      = find_mean_of_rows (alpha, 11, 30) * FOLLI_EDGES_FULL_TONE;

  g_test_message ("%.3f of the light is too much, %.3f taken away, %.3f beside",
                  paler, filled, beside);
  g_assert_cmpfloat_with_epsilon (filled, 1.1 * paler, 0.2 * paler);
  g_assert_cmpfloat (beside, <, 0.02);
}

static void
test_even_skin_lacks_no_tone (void)
{
  const FolliEdges edges = match_tone ();
  g_auto (Scene) scene = make_scar (0);
  g_autofree float *alpha = render_with (&edges, &scene);

  g_assert_cmpfloat (find_mean_of_rows (alpha, 0, 30), <, 0.02);
}

static void
check_splits (const FolliEdges *edges, Scene *scene)
{
  g_autofree float *whole = render_with (edges, scene);
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);

  for (gint part = 0; part < 10; part++)
    {
      const gint           x = g_rand_int_range (rand, 0, SIZE);
      const gint           y = g_rand_int_range (rand, 0, SIZE);
      const FolliRectangle rectangle
          = { x, y, g_rand_int_range (rand, 1, MIN (SIZE - x, 60) + 1),
              g_rand_int_range (rand, 1, MIN (SIZE - y, 60) + 1) };
      g_autofree float *values
          = g_new (float, rectangle.width *rectangle.height);

      folli_edges_render (edges, read_mask, scene, read_photo, scene,
                          &rectangle, values);
      for (gint row = 0; row < rectangle.height; row++)
        g_assert_cmpmem (
            values + row * rectangle.width, rectangle.width * sizeof (float),
            whole + (y + row) * SIZE + x, rectangle.width * sizeof (float));
    }
}

static void
test_any_split_is_the_whole (void)
{
  g_auto (Scene) scene = make_scene (FOLIAGE, 9, 1);
  g_auto (Scene) stubble = make_scene (SKIN, 24, 1);
  g_auto (Scene) scar = make_scar (0.2);
  const FolliEdges edges = match_tone ();

  check_splits (&EDGES, &scene);
  grow_stubble (&stubble);
  check_splits (&EDGES, &stubble);
  check_splits (&edges, &scar);
}

static void
check_margin (FolliEdges edges)
{
  const gint           margin = folli_edges_margin_px (&edges);
  const FolliRectangle middle = { 127, 54, 7, 9 };
  g_auto (Scene) scene = make_scene (SKY, 5, 1);
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  float before[63], after[63];

  folli_edges_render (&edges, read_mask, &scene, read_photo, &scene, &middle,
                      before);
  for (gint y = 0; y < SIZE; y++)
    for (gint x = 0; x < SIZE; x++)
      if (x < middle.x - margin || x >= middle.x + middle.width + margin
          || y < middle.y - margin || y >= middle.y + middle.height + margin)
        {
          scene.mask[y * SIZE + x] = g_rand_double (rand);
          for (gint c = 0; c < 3; c++)
            scene.rgb[3 * (y * SIZE + x) + c] = g_rand_double (rand);
        }
  folli_edges_render (&edges, read_mask, &scene, read_photo, &scene, &middle,
                      after);
  g_assert_cmpint (margin, <, SIZE / 2 - 10);
  g_assert_cmpmem (before, sizeof before, after, sizeof after);
}

static void
test_nothing_is_read_beyond_the_margin (void)
{
  const FolliEdges edges
      = { .scalp = { 0.8, 1, 1 }, .feather_mm = 3, .reach_mm = 6 };
  FolliEdges with_tone = match_tone ();

  check_margin (edges);
  with_tone.scalp.px_per_mm = 0.55;
  check_margin (with_tone);
}

/* Says yes from the @n_patient'th time on that it is asked. */
typedef struct
{
  gint n_patient;
  gint n_asked;
} Whim;

static gboolean
ask_whim (gpointer data)
{
  Whim *whim = data;

  return whim->n_asked++ >= whim->n_patient;
}

/* How often is asked whether the map is wanted, by when it is not. */
static gint
count_asks (gint n_patient)
{
  g_auto (Scene) scene = make_scene (WALL, 0, 1);
  const FolliRectangle whole = { 0, 0, SIZE, SIZE };
  g_autofree float    *alpha = g_new (float, SIZE *SIZE);
  Whim                 whim = { n_patient, 0 };
  FolliEdges           edges = EDGES;

  edges.cancel = (FolliCancel){ ask_whim, &whim };
  folli_edges_render (&edges, read_mask, &scene, read_photo, &scene, &whole,
                      alpha);
  return whim.n_asked;
}

/* Each of what takes long is followed by a question, and once the answer is no,
 * nothing but a few more of them comes. */
static void
test_cancel_ends_it (void)
{
  const gint n_asks = count_asks (G_MAXINT);

  g_assert_cmpint (n_asks, >, SIZE);
  for (gint n_patient = 0; n_patient < n_asks; n_patient += 1 + n_patient / 8)
    g_assert_cmpint (count_asks (n_patient), <=, n_patient + 12);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gint ground = WALL; ground <= FOLIAGE; ground++)
    {
      g_autofree char *path
          = g_strdup_printf ("/edges/outline/is-met-before-%s", NAMES[ground]);

      g_test_add_data_func (path, GINT_TO_POINTER (ground), test_outline);
    }
  g_test_add_func ("/edges/bare-skin/has-a-line", test_skin_has_a_line);
  g_test_add_func ("/edges/hair/has-no-line", test_hair_has_none);
  g_test_add_func ("/edges/the-end-of-a-photo-is-no-skin",
                   test_the_end_of_a_photo_is_no_skin);
  g_test_add_func ("/edges/stubble/is-completed", test_stubble_is_completed);
  g_test_add_data_func ("/edges/tone/a-pale-scar-is-filled-up",
                        GINT_TO_POINTER (30), test_scar_is_filled_up);
  g_test_add_data_func ("/edges/tone/a-scar-hardly-paler-is-filled-up",
                        GINT_TO_POINTER (18), test_scar_is_filled_up);
  g_test_add_func ("/edges/tone/even-skin-lacks-none",
                   test_even_skin_lacks_no_tone);
  g_test_add_func ("/edges/sliver/along-an-outline-is-no-skin",
                   test_sliver_is_no_skin);
  g_test_add_func ("/edges/grey/stays-the-users-word", test_grey_stays);
  g_test_add_func ("/edges/gap/that-the-user-left-stays",
                   test_gap_of_the_user_stays);
  g_test_add_func ("/edges/split/any-is-the-whole-to-the-bit",
                   test_any_split_is_the_whole);
  g_test_add_func ("/edges/margin/nothing-beyond-is-read",
                   test_nothing_is_read_beyond_the_margin);
  g_test_add_func ("/edges/cancel/ends-it-wherever-it-is", test_cancel_ends_it);
  return g_test_run ();
}
