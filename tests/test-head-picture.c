/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "head/case.h"
#include "head/hair.h"
#include "head/landmarks.h"
#include "head/render.h"

typedef struct
{
  HeadScene scene;
  float    *photo;
  float    *mask;
} Picture;

static void
clear_picture (Picture *picture)
{
  g_clear_pointer (&picture->photo, g_free);
  g_clear_pointer (&picture->mask, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Picture, clear_picture)

/* All of the head, small. */
static HeadScene
make_scene (HeadSkin skin, double turn_deg, double tilt_deg)
{
  HeadScene scene = HEAD_SCENE_FALLBACK;

  scene.width = 250;
  scene.height = 300;
  scene.pixels_per_cm = 10;
  scene.skin = skin;
  scene.blur_px = 0.6;
  scene.yaw_deg = turn_deg;
  scene.pitch_deg = tilt_deg;
  return scene;
}

static Picture
take_picture (const HeadScene *scene)
{
  const gsize n = (gsize)scene->width * scene->height;
  Picture     picture = { *scene, g_new (float, n * 3), g_new (float, n) };

  head_render (scene, picture.photo, picture.mask);
  return picture;
}

static double
decode (double v)
{
  return v <= 0.04045 ? v / 12.92 : pow ((v + 0.055) / 1.055, 2.4);
}

static double
cube_root (double t)
{
  return t > 216 / 24389.0 ? cbrt (t) : (24389 / 27.0 * t + 16) / 116;
}

/* CIE 1976, under the white of sRGB */
static void
find_lab (const float *rgb, double lab[3])
{
  const double r = decode (rgb[0]);
  const double g = decode (rgb[1]);
  const double b = decode (rgb[2]);
  const double x = cube_root ((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.9505);
  const double y = cube_root (0.2126 * r + 0.7152 * g + 0.0722 * b);
  const double z = cube_root ((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.0891);

  lab[0] = 116 * y - 16;
  lab[1] = 500 * (x - y);
  lab[2] = 200 * (y - z);
}

static gint
compare_doubles (gconstpointer a, gconstpointer b)
{
  const double x = *(const double *)a;
  const double y = *(const double *)b;

  return (x > y) - (x < y);
}

/* The median over the scalp, and how far the middle 80 % are apart. */
static void
measure_scalp (const Picture *picture, double median[3], double spread[3])
{
  const gint n = picture->scene.width * picture->scene.height;

  for (gint c = 0; c < 3; c++)
    {
      g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));

      for (gint i = 0; i < n; i++)
        {
          double lab[3];

          if (picture->mask[i] < 1)
            continue;
          find_lab (picture->photo + 3 * i, lab);
          g_array_append_val (values, lab[c]);
        }
      g_assert_cmpuint (values->len, >, 3000);
      g_array_sort (values, compare_doubles);
      median[c] = g_array_index (values, double, values->len / 2);
      spread[c] = g_array_index (values, double, values->len * 9 / 10)
                  - g_array_index (values, double, values->len / 10);
    }
}

static void
test_skin_has_its_colour (void)
{
  /* doc/numbers.md, "A rendered head" */
  static const struct
  {
    HeadSkin skin;
    double   least[3];
    double   most[3];
  } CASES[] = {
    { HEAD_SKIN_LIGHT, { 61, 9, 15 }, { 67, 13, 18 } },
    { HEAD_SKIN_MEDIUM, { 52, 9, 17 }, { 58, 13, 22 } },
    { HEAD_SKIN_BROWN, { 39, 10, 15 }, { 45, 14, 21 } },
    { HEAD_SKIN_DARK, { 27, 8, 9 }, { 33, 12, 14 } },
  };
  static const double VIEWS[][2] = { { 24, 17 }, { 0, 0 } };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    for (gsize v = 0; v < G_N_ELEMENTS (VIEWS); v++)
      {
        const HeadScene scene
            = make_scene (CASES[i].skin, VIEWS[v][0], VIEWS[v][1]);
        g_auto (Picture) picture = take_picture (&scene);
        double median[3], spread[3];

        measure_scalp (&picture, median, spread);
        g_test_message ("skin %d: %.1f %.1f %.1f, spread %.1f %.1f %.1f",
                        CASES[i].skin, median[0], median[1], median[2],
                        spread[0], spread[1], spread[2]);
        for (gint c = 0; c < 3; c++)
          {
            g_assert_cmpfloat (median[c], >=, CASES[i].least[c]);
            g_assert_cmpfloat (median[c], <=, CASES[i].most[c]);
          }
        /* real scalps are redder here and yellower there */
        g_assert_cmpfloat (spread[1], >, 1.5);
        g_assert_cmpfloat (spread[2], >, 1);
      }
}

static void
test_same_scene_same_picture (void)
{
  HeadScene scene = make_scene (HEAD_SKIN_MEDIUM, 10, 20);
  g_auto (Picture) one = { 0 };
  g_auto (Picture) other = { 0 };
  const gsize n = (gsize)scene.width * scene.height;

  scene.hair_case = HEAD_CASE_NORWOOD_6;
  scene.busy = TRUE;
  one = take_picture (&scene);
  other = take_picture (&scene);
  g_assert_cmpmem (one.photo, n * 3 * sizeof (float), other.photo,
                   n * 3 * sizeof (float));
  g_assert_cmpmem (one.mask, n * sizeof (float), other.mask,
                   n * sizeof (float));
}

static double
find_distance (HeadVec a, HeadVec b)
{
  return sqrt ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)
               + (a.z - b.z) * (a.z - b.z));
}

/* A ray through a spot's pixel meets the skin where the spot says. */
static void
assert_seen_there (const HeadScene *scene, const HeadSpot *spot)
{
  const HeadPose pose = head_pose_make (scene->yaw_deg, scene->pitch_deg);
  HeadVec        p = head_field_place (scene, spot->x, spot->y, 180);

  g_assert_true (spot->visible);
  for (gint i = 0; i < 400; i++)
    p.z -= 0.5f * head_model_distance (&pose, p);
  g_assert_cmpfloat (find_distance (head_pose_to_head (&pose, p), spot->place),
                     <, 1);
}

static void
test_landmarks_are_on_the_picture (void)
{
  for (gint turn = -30; turn <= 30; turn += 30)
    for (gint tilt = -15; tilt <= 30; tilt += 15)
      {
        const HeadScene scene = make_scene (HEAD_SKIN_LIGHT, turn, tilt);
        const HeadSpot  glabella = head_landmark (&scene, HEAD_MARK_GLABELLA);
        const HeadSpot  up = head_find_on_scalp (&scene, 60, 0);
        const HeadSpot  aside = head_find_on_scalp (&scene, 60, -25);

        assert_seen_there (&scene, &glabella);
        assert_seen_there (&scene, &up);
        assert_seen_there (&scene, &aside);
      }
}

static void
test_landmarks_have_a_mans_measures (void)
{
  const HeadScene scene = make_scene (HEAD_SKIN_LIGHT, 0, 0);
  const HeadSpot  left = head_landmark (&scene, HEAD_MARK_EYE_LEFT);
  const HeadSpot  right = head_landmark (&scene, HEAD_MARK_EYE_RIGHT);
  const HeadSpot  glabella = head_landmark (&scene, HEAD_MARK_GLABELLA);

  /* biocular breadth of men, 91 ± 6 mm */
  g_assert_cmpfloat_with_epsilon (right.x - left.x, 91, 6);
  g_assert_cmpfloat (glabella.y, <, left.y);
  g_assert_cmpfloat_with_epsilon (glabella.x, scene.width / 2.0, 1);
}

/* A tape's end is as far as its length along the skin, so nearer as the crow
   flies, but not by much where the skull is as round as it is. */
static void
test_tape_follows_the_skin (void)
{
  const HeadScene scene = make_scene (HEAD_SKIN_LIGHT, 0, 0);
  HeadSpot        before = head_find_on_scalp (&scene, 0, 0);
  double          sum = 0;

  for (gint up = 10; up <= 120; up += 10)
    {
      const HeadSpot spot = head_find_on_scalp (&scene, up, 0);

      sum += find_distance (spot.place, before.place);
      g_assert_cmpfloat_with_epsilon (spot.place.x, 0, 0.01);
      g_assert_cmpfloat_with_epsilon (sum, up, 0.02 * up + 0.1);
      before = spot;
    }
  for (gint aside = -50; aside <= 50; aside += 25)
    {
      const HeadSpot spot = head_find_on_scalp (&scene, 70, aside);
      const HeadSpot middle = head_find_on_scalp (&scene, 70, 0);
      const double   far = find_distance (spot.place, middle.place);

      g_assert_cmpfloat (far, <=, ABS (aside) + 0.1);
      g_assert_cmpfloat (far, >=, 0.9 * ABS (aside));
    }
}

static void
test_stubble_is_as_dense_as_stated (void)
{
  static const double DENSITIES[] = { 80, 180 };

  for (gsize d = 0; d < G_N_ELEMENTS (DENSITIES); d++)
    {
      HeadScene scene = make_scene (HEAD_SKIN_LIGHT, 0, 0);
      g_autoptr (GArray) hairs = NULL;
      const HeadSpot middle = head_find_on_scalp (&scene, 340, 0);
      const double   radius_mm = 20;
      guint          n = 0;

      scene.hair_case = HEAD_CASE_NORWOOD_6;
      scene.hairs_per_cm2 = DENSITIES[d];
      hairs = head_hair_grow_stubble (&scene);
      for (guint i = 0; i < hairs->len; i++)
        n += find_distance (g_array_index (hairs, HeadHair, i).joints[0],
                            middle.place)
             < radius_mm;
      /* a ball cuts a round skull in a cap of π r², however large the skull */
      g_test_message ("%.0f per cm²: %.1f at %.0f %.0f", DENSITIES[d],
                      n / (G_PI * radius_mm * radius_mm / 100), middle.place.y,
                      middle.place.z);
      g_assert_cmpfloat_with_epsilon (
          n / (G_PI * radius_mm * radius_mm / 100) / DENSITIES[d], 1, 0.07);
    }
}

static void
test_stubble_leaves_the_top_bare (void)
{
  HeadScene scene = make_scene (HEAD_SKIN_LIGHT, 0, 0);
  g_autoptr (GArray) hairs = NULL;

  scene.hair_case = HEAD_CASE_NORWOOD_6;
  hairs = head_hair_grow_stubble (&scene);
  for (guint i = 0; i < hairs->len; i++)
    {
      const HeadVec root = g_array_index (hairs, HeadHair, i).joints[0];

      g_assert_cmpfloat (root.y, <, 90);
      g_assert_cmpfloat (fabsf (head_model_head_distance (root)), <, 0.1);
    }
}

/* Of @hairs, how many grow where @scene's area is between two depths, mm; the
   scalp's own edge apart. */
static guint
count_hairs (const GArray    *hairs,
             const HeadScene *scene,
             double           least,
             double           most)
{
  guint n = 0;

  for (guint i = 0; i < hairs->len; i++)
    {
      const HeadVec root = g_array_index (hairs, HeadHair, i).joints[0];
      const double  area = head_case_area (scene, root);

      n += area >= least && area < most && head_model_scalp (root) > 10;
    }
  return n;
}

static void
test_hair_is_missing_where_it_is_treated (void)
{
  HeadScene scene = make_scene (HEAD_SKIN_LIGHT, 0, 0);
  g_autoptr (GArray) full = NULL;

  /* all hair but that of a few small scars */
  scene.hair_case = HEAD_CASE_SCAR_DOTS;
  full = head_hair_grow_stubble (&scene);
  for (HeadCase c = HEAD_CASE_NORWOOD_6; c < HEAD_CASE_SCAR_DOTS; c++)
    {
      g_autoptr (GArray) hairs = NULL;
      double inside, outside;

      scene.hair_case = c;
      hairs = head_hair_grow_stubble (&scene);
      inside = count_hairs (hairs, &scene, 0, 1000)
               / (double)count_hairs (full, &scene, 0, 1000);
      outside = count_hairs (hairs, &scene, -1000, -14)
                / (double)count_hairs (full, &scene, -1000, -14);
      g_test_message ("case %d: %.2f inside, %.2f beside", c, inside, outside);
      g_assert_cmpfloat (inside, <, 0.75);
      g_assert_cmpfloat (outside, >, 0.9);
    }
}

/* A hair's ink is its length times its width, however thin it is. */
static void
test_hair_covers_what_it_is_wide (void)
{
  static const double WIDTHS[] = { 0.02, 0.05, 0.1 };
  const double        LENGTH_MM = 30;

  for (gsize w = 0; w < G_N_ELEMENTS (WIDTHS); w++)
    {
      HeadScene scene = make_scene (HEAD_SKIN_LIGHT, 0, 0);
      g_auto (HeadField) field = { 0 };
      g_autoptr (GArray) hairs = g_array_new (FALSE, FALSE, sizeof (HeadHair));
      const gint        n = scene.width * scene.height * 3;
      g_autofree float *photo = g_new (float, n);
      const HeadColor   black = { { 0, 0, 0 } };
      HeadHair          hair
          = { .wide_mm = WIDTHS[w], .taper = 1, .normal = { 0, 0, 1 } };
      double taken = 0;

      for (gint j = 0; j < HEAD_HAIR_JOINTS; j++)
        hair.joints[j]
            = (HeadVec){ -15 + LENGTH_MM * j / (HEAD_HAIR_JOINTS - 1), 20.3f,
                         120 };
      g_array_append_val (hairs, hair);
      for (gint i = 0; i < n; i++)
        photo[i] = 1;
      head_field_init (&field, &scene);
      head_hair_draw (&field, hairs, black, photo);
      for (gint i = 0; i < n; i += 3)
        taken += 1 - photo[i];
      /* little of it lies upon itself */
      g_assert_cmpfloat_with_epsilon (taken / (LENGTH_MM * WIDTHS[w]), 1, 0.06);
    }
}

static gint
find_mask_bottom (const Picture *picture)
{
  const gint x = picture->scene.width / 2;

  for (gint y = picture->scene.height - 1; y > 0; y--)
    if (picture->mask[y * picture->scene.width + x] >= 0.5)
      return y;
  return 0;
}

static void
test_mask_ends_where_it_is_told_to (void)
{
  HeadScene scene = make_scene (HEAD_SKIN_LIGHT, 0, 0);
  g_auto (Picture) exact = take_picture (&scene);

  /* at 1 px a millimetre */
  for (gint offset_mm = -4; offset_mm <= 4; offset_mm += 2)
    {
      g_auto (Picture) moved = { 0 };

      scene.mask_offset_mm = offset_mm;
      moved = take_picture (&scene);
      g_assert_cmpint (ABS (find_mask_bottom (&moved)
                            - find_mask_bottom (&exact) - offset_mm),
                       <=, 1);
      g_assert_cmpmem (
          exact.photo, scene.width * scene.height * 3 * sizeof (float),
          moved.photo, scene.width * scene.height * 3 * sizeof (float));
    }
}

static void
test_blur_makes_neighbours_alike (void)
{
  HeadScene scene = make_scene (HEAD_SKIN_LIGHT, 0, 20);
  double    correlation[2];

  scene.width = scene.height = 200;
  scene.pixels_per_cm = 64;
  scene.pitch_deg = 70;
  scene.noise = 0.004;
  for (gint blurred = 0; blurred < 2; blurred++)
    {
      g_auto (Picture) picture = { 0 };
      double same = 0, next = 0;

      scene.blur_px = blurred ? 0.6 : 0;
      picture = take_picture (&scene);
      for (gint y = 3; y < 197; y++)
        for (gint x = 3; x < 196; x++)
          {
            const float *at = picture.photo + 3 * (y * 200 + x) + 1;
            const double a = at[0] - (at[-9] + at[9]) / 2;
            const double b = at[3] - (at[-6] + at[12]) / 2;

            same += a * a;
            next += a * b;
          }
      correlation[blurred] = next / same;
    }
  g_test_message ("sharp %.2f, blurred %.2f", correlation[0], correlation[1]);
  g_assert_cmpfloat (correlation[1], >, correlation[0] + 0.05);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/head-picture/skin/has-its-colour-and-varies",
                   test_skin_has_its_colour);
  g_test_add_func ("/head-picture/scene/the-same-gives-the-same-picture",
                   test_same_scene_same_picture);
  g_test_add_func ("/head-picture/landmarks/are-on-the-picture-in-any-pose",
                   test_landmarks_are_on_the_picture);
  g_test_add_func ("/head-picture/landmarks/have-a-mans-measures",
                   test_landmarks_have_a_mans_measures);
  g_test_add_func ("/head-picture/landmarks/a-tape-follows-the-skin",
                   test_tape_follows_the_skin);
  g_test_add_func ("/head-picture/stubble/is-as-dense-as-stated",
                   test_stubble_is_as_dense_as_stated);
  g_test_add_func ("/head-picture/stubble/leaves-the-top-bare",
                   test_stubble_leaves_the_top_bare);
  g_test_add_func ("/head-picture/stubble/is-missing-where-it-is-treated",
                   test_hair_is_missing_where_it_is_treated);
  g_test_add_func ("/head-picture/hair/covers-what-it-is-wide",
                   test_hair_covers_what_it_is_wide);
  g_test_add_func ("/head-picture/mask/ends-where-it-is-told-to",
                   test_mask_ends_where_it_is_told_to);
  g_test_add_func ("/head-picture/lens/blur-makes-neighbours-alike",
                   test_blur_makes_neighbours_alike);
  return g_test_run ();
}
