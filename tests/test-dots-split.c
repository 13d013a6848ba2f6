/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "dots-graph.h"
#include "point-set.h"
#include "plain-scene.h"

/* Wider than a chunk of the operation, so that it splits by itself, too. */
static const GeglRectangle SKIN = { -37, 11, 700, 560 };

/* A soft border, a hard one, a hole and an empty part. */
static double
rich (gint x, gint y)
{
  if (hypot (x - 400, y - 200) < 60 || y > 470 || (x > 560 && y < 150))
    return 0;
  return CLAMP ((x - 20) / 300.0, 0, 1);
}

/* Of the photo that dots are drawn for. */
typedef struct
{
  double blur_px;
  double grain;
} Likeness;

static const Likeness CRISP = { 0, 0 }, COMMON = { 0.7, 0.04 };

static Likeness likeness;

static FolliTestDots
make_dots (GeglBuffer *map, gint session)
{
  return folli_test_dots_new (
      map, "photo-blur", likeness.blur_px, "photo-grain", likeness.grain,
      "pixels-per-cm", 55.0, "density", 150.0, "jitter", 1.0, "seed", 77,
      "session", session, "front-fineness", 0.2, "head-curvature", 0.8,
      "head-x", 0.0, "head-y", 0.0, "head-width", 640.0, "head-height", 500.0,
      NULL);
}

static float *
draw_whole (GeglBuffer *map, gint session)
{
  g_auto (FolliTestDots) dots = make_dots (map, session);

  return folli_test_dots_draw (&dots, &SKIN);
}

static void
set_threads (gint n)
{
  g_object_set (gegl_config (), "threads", n, NULL);
}

static void
assert_part (const float *part, const GeglRectangle *r, const float *whole)
{
  for (gint y = 0; y < r->height; y++)
    g_assert_cmpmem (
        part + 4 * (gsize)y * r->width, 4 * r->width * sizeof (float),
        whole + 4 * ((gsize)(r->y - SKIN.y + y) * SKIN.width + (r->x - SKIN.x)),
        4 * r->width * sizeof (float));
}

/* @fresh: a graph and a point set of its own for each piece. */
static void
check_pieces (GeglBuffer   *map,
              gint          session,
              const GArray *pieces,
              gboolean      fresh,
              const float  *whole)
{
  g_auto (FolliTestDots) dots = make_dots (map, session);

  for (guint i = 0; i < pieces->len; i++)
    {
      const FolliRectangle p = g_array_index (pieces, FolliRectangle, i);
      const GeglRectangle  r = { p.x, p.y, p.width, p.height };
      g_autofree float    *part = NULL;

      if (fresh)
        {
          folli_test_dots_clear (&dots);
          folli_point_set_forget ();
          dots = make_dots (map, session);
        }
      part = folli_test_dots_draw (&dots, &r);
      assert_part (part, &r, whole);
    }
}

/* What a layer effect is computed in. */
static GArray *
cut_as_gimp_does (void)
{
  GArray *pieces = g_array_new (FALSE, FALSE, sizeof (FolliRectangle));

  for (gint y = 0; y < SKIN.height; y += 64)
    for (gint x = 0; x < SKIN.width; x += 128)
      {
        const FolliRectangle r
            = { SKIN.x + x, SKIN.y + y, MIN (128, SKIN.width - x),
                MIN (64, SKIN.height - y) };

        g_array_prepend_val (pieces, r);
      }
  return pieces;
}

static void
check_splits (void)
{
  static const char *const FORMATS[]
      = { "RGBA float", "Y'A float", "R'G'B'A u8" };
  const FolliRectangle skin = { SKIN.x, SKIN.y, SKIN.width, SKIN.height };
  g_autoptr (GRand) random = g_rand_new_with_seed (31);

  for (guint f = 0; f < G_N_ELEMENTS (FORMATS); f++)
    for (gint session = 0; session < 4; session += 2)
      {
        g_autoptr (GeglBuffer) map
            = folli_test_grey_map (&SKIN, rich, FORMATS[f]);
        g_autofree float *whole = draw_whole (map, session);
        g_autoptr (GArray) random_pieces
            = folli_test_random_rectangles (random, skin, 20);
        g_autoptr (GArray) gimp_pieces = cut_as_gimp_does ();

        check_pieces (map, session, random_pieces, TRUE, whole);
        check_pieces (map, session, gimp_pieces, FALSE, whole);
      }
}

static void
any_split_is_the_whole_to_the_bit (void)
{
  likeness = CRISP;
  check_splits ();
}

static void
any_split_with_blur_and_grain_is_the_whole_to_the_bit (void)
{
  likeness = COMMON;
  check_splits ();
  likeness = CRISP;
}

static void
threads_do_not_matter (void)
{
  g_autoptr (GeglBuffer) map = folli_test_grey_map (&SKIN, rich, "RGBA float");

  for (gint session = 0; session < 4; session++)
    {
      set_threads (1);
      folli_point_set_forget ();
      g_autofree float *one = draw_whole (map, session);
      set_threads (2);
      folli_point_set_forget ();
      g_autofree float *two = draw_whole (map, session);
      set_threads (5);
      g_autofree float *five = draw_whole (map, session);

      assert_part (two, &SKIN, one);
      assert_part (five, &SKIN, one);
    }
  set_threads (2);
}

static void
note_invalidated (GeglNode *node, GeglRectangle *rectangle, gpointer data)
{
  GeglRectangle *all = data;

  gegl_rectangle_bounding_box (all, all, rectangle);
}

/* What is said to be invalid after a stroke of the brush is neither less than
 * what changes nor all there is. */
static void
repainting_invalidates_all_that_it_changes (void)
{
  const GeglRectangle stroke = { 300, 250, 60, 3 };
  GeglRectangle       invalid = { 0, 0, 0, 0 };
  g_autoptr (GeglBuffer) map = folli_test_grey_map (&SKIN, rich, "RGBA float");
  g_auto (FolliTestDots) dots = make_dots (map, 0);
  g_autofree float *before = folli_test_dots_draw (&dots, &SKIN);
  g_autofree float *after = NULL;
  guint             n_changed = 0;

  g_signal_connect (dots.operation, "invalidated",
                    G_CALLBACK (note_invalidated), &invalid);
  gegl_buffer_clear (map, &stroke);
  after = draw_whole (map, 0);

  g_assert_true (gegl_rectangle_contains (&invalid, &stroke));
  g_assert_cmpint (invalid.width, <, SKIN.width / 2);
  g_assert_cmpint (invalid.height, <, SKIN.height / 2);
  for (gint y = 0; y < SKIN.height; y++)
    for (gint x = 0; x < SKIN.width; x++)
      {
        const gsize at = 4 * ((gsize)y * SKIN.width + x);

        if (memcmp (before + at, after + at, 4 * sizeof (float)) == 0)
          continue;
        n_changed++;
        g_assert_cmpint (SKIN.x + x, >=, invalid.x);
        g_assert_cmpint (SKIN.x + x, <, invalid.x + invalid.width);
        g_assert_cmpint (SKIN.y + y, >=, invalid.y);
        g_assert_cmpint (SKIN.y + y, <, invalid.y + invalid.height);
      }
  g_assert_cmpuint (n_changed, >, stroke.width * stroke.height);
}

static void
check_sessions (void)
{
  g_autoptr (GeglBuffer) map = folli_test_grey_map (&SKIN, rich, "Y'A float");
  g_autofree float *whole = draw_whole (map, 0);
  g_autofree float *first = draw_whole (map, 1);
  g_autofree float *second = draw_whole (map, 2);
  g_autofree float *third = draw_whole (map, 3);

  for (gsize i = 0; i < 4 * (gsize)SKIN.width * SKIN.height; i += 4)
    for (guint c = 0; c < FOLLI_CHANNELS; c++)
      {
        const double product = folli_test_transmittance (first + i, c)
                               * folli_test_transmittance (second + i, c)
                               * folli_test_transmittance (third + i, c);

        g_assert_cmpfloat_with_epsilon (
            product, folli_test_transmittance (whole + i, c), 1e-4);
      }
}

static void
sessions_as_layers_make_the_whole (void)
{
  likeness = CRISP;
  check_sessions ();
}

static void
sessions_with_blur_and_grain_make_the_whole (void)
{
  likeness = COMMON;
  check_sessions ();
  likeness = CRISP;
}

static double
white (gint x, gint y)
{
  return 1;
}

/* Each dot as the place where its darkest pixel is; so few and so large that
 * none overlaps another. */
static GArray *
find_dots (const GeglRectangle *extent, double pixels_per_cm)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (gint));
  g_autoptr (GeglBuffer) map = folli_test_grey_map (extent, white, "Y' u8");
  g_auto (FolliTestDots) dots = folli_test_dots_new (
      map, "pixels-per-cm", pixels_per_cm, "density", 25.0, "diameter", 0.6,
      "age", 0.0, "shadow", 0.0, "jitter", 0.2, NULL);
  g_autofree float *rgba = folli_test_dots_draw (&dots, extent);
  const gint        width = extent->width;

  for (gint y = 2; y < extent->height - 2; y++)
    for (gint x = 2; x < width - 2; x++)
      {
        const float here = rgba[4 * (y * width + x) + 3];
        gboolean    is_peak = here > 0.05f;

        for (gint k = 0; k < 25 && is_peak; k++)
          {
            const gint at = (y + k / 5 - 2) * width + x + k % 5 - 2;

            is_peak = k == 12 || rgba[4 * at + 3] < here
                      || (rgba[4 * at + 3] == here && k > 12);
          }
        if (is_peak)
          {
            const gint place = y * width + x;

            g_array_append_val (places, place);
          }
      }
  return places;
}

/* One that the larger picture's border cuts may be missing from either. */
static void
half_the_size_shows_the_same_dots (void)
{
  const GeglRectangle large = { 0, 0, 600, 500 };
  const GeglRectangle small = { 0, 0, 300, 250 };
  g_autoptr (GArray) large_dots = find_dots (&large, 60);
  g_autoptr (GArray) small_dots = find_dots (&small, 30);
  guint n_inside = 0, n_found = 0;

  for (guint i = 0; i < small_dots->len; i++)
    {
      const gint x = 2 * (g_array_index (small_dots, gint, i) % small.width);
      const gint y = 2 * (g_array_index (small_dots, gint, i) / small.width);

      if (x < 10 || y < 10 || x >= large.width - 10 || y >= large.height - 10)
        continue;
      n_inside++;
      for (guint j = 0; j < large_dots->len; j++)
        {
          const gint at = g_array_index (large_dots, gint, j);

          if (ABS (at % large.width - x) <= 2
              && ABS (at / large.width - y) <= 2)
            {
              n_found++;
              break;
            }
        }
    }
  g_test_message ("%u dots, %u of the half size found", large_dots->len,
                  n_found);
  g_assert_cmpuint (n_inside, >, 1500);
  g_assert_cmpuint (n_found, ==, n_inside);
  g_assert_cmpfloat_with_epsilon ((double)small_dots->len / large_dots->len, 1,
                                  0.02);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  folli_test_start_gegl (&argc, &argv);
  g_test_add_func ("/dots-split/any-split-is-the-whole-to-the-bit",
                   any_split_is_the_whole_to_the_bit);
  g_test_add_func (
      "/dots-split/any-split-with-blur-and-grain-is-the-whole-to-the-bit",
      any_split_with_blur_and_grain_is_the_whole_to_the_bit);
  g_test_add_func ("/dots-split/threads-do-not-matter", threads_do_not_matter);
  g_test_add_func ("/dots-split/repainting-invalidates-all-that-it-changes",
                   repainting_invalidates_all_that_it_changes);
  g_test_add_func ("/dots-split/sessions-as-layers-make-the-whole",
                   sessions_as_layers_make_the_whole);
  g_test_add_func ("/dots-split/sessions-with-blur-and-grain-make-the-whole",
                   sessions_with_blur_and_grain_make_the_whole);
  g_test_add_func ("/dots-split/half-the-size-shows-the-same-dots",
                   half_the_size_shows_the_same_dots);
  return g_test_run ();
}
