/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "follicle/bare-scalp.h"
#include "head/render.h"

/* A photo of the top of a head: linear light, and where there is scalp. */
typedef struct
{
  gint   width;
  gint   height;
  double px_per_mm;
  float *rgb;
  float *mask;
} Photo;

static void
clear_photo (Photo *photo)
{
  g_clear_pointer (&photo->rgb, g_free);
  g_clear_pointer (&photo->mask, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Photo, clear_photo)

static float
decode (float encoded)
{
  /* as a photo of 8 bits holds it */
  const float v = roundf (encoded * 255) / 255;

  return v <= 0.04045f ? v / 12.92f : powf ((v + 0.055f) / 1.055f, 2.4f);
}

static HeadScene
make_scene (double pixels_per_cm)
{
  HeadScene scene = HEAD_SCENE_FALLBACK;

  scene.width = scene.height = 4.5 * pixels_per_cm;
  scene.pixels_per_cm = pixels_per_cm;
  scene.pitch_deg = 72;
  scene.glare = 0;
  return scene;
}

static Photo
take_photo (const HeadScene *scene)
{
  const gsize n = (gsize)scene->width * scene->height;
  Photo       photo = { scene->width, scene->height, scene->pixels_per_cm / 10,
                        g_new (float, n * 3), g_new (float, n) };

  head_render (scene, photo.rgb, photo.mask);
  for (gsize i = 0; i < n * 3; i++)
    photo.rgb[i] = decode (photo.rgb[i]);
  return photo;
}

static void
read_photo (gpointer data, const FolliRectangle *rectangle, float *rgb)
{
  const Photo *photo = data;

  for (gint y = 0; y < rectangle->height; y++)
    for (gint x = 0; x < rectangle->width; x++)
      {
        const gint column = CLAMP (rectangle->x + x, 0, photo->width - 1);
        const gint row = CLAMP (rectangle->y + y, 0, photo->height - 1);

        memcpy (rgb + 3 * ((gsize)y * rectangle->width + x),
                photo->rgb + 3 * ((gsize)row * photo->width + column),
                3 * sizeof (float));
      }
}

static float *
find_visibility (Photo *photo, double avoid_hair, double avoid_glare)
{
  const FolliBareScalp scalp = { photo->px_per_mm, avoid_hair, avoid_glare };
  const FolliRectangle all = { 0, 0, photo->width, photo->height };
  float *visibility = g_new (float, (gsize)photo->width * photo->height);

  folli_bare_scalp_render (&scalp, read_photo, photo, &all, visibility);
  return visibility;
}

static double
find_mean (const Photo *photo, const float *visibility)
{
  double sum = 0;
  gint   n = 0;

  for (gint i = 0; i < photo->width * photo->height; i++)
    {
      g_assert_cmpfloat (visibility[i], >=, 0);
      g_assert_cmpfloat (visibility[i], <=, 1);
      if (photo->mask[i] < 1)
        continue;
      sum += visibility[i];
      n++;
    }
  g_assert_cmpint (n, >, photo->width * photo->height / 2);
  return sum / n;
}

static double
measure (const HeadScene *scene)
{
  g_auto (Photo) photo = take_photo (scene);
  g_autofree float *visibility = find_visibility (&photo, 1, 1);

  return find_mean (&photo, visibility);
}

static void
test_plain_skin_is_bare (void)
{
  for (gint tone = 1; tone <= 10; tone++)
    for (gint warmth = -1; warmth <= 1; warmth += 2)
      {
        HeadScene scene = make_scene (50);

        scene.tone = tone;
        scene.noise = 0.015;
        scene.warmth = warmth;
        g_assert_cmpfloat (measure (&scene), >, 0.97);
      }
}

static void
test_mean_follows_stubble (void)
{
  static const struct
  {
    gint   tone;
    double pixels_per_cm;
    double coverage;
    double tolerance;
  } CASES[] = {
    { 2, 64, 0.05, 0.01 }, { 5, 64, 0.15, 0.02 },  { 4, 64, 0.4, 0.06 },
    { 7, 64, 0.15, 0.03 }, { 10, 64, 0.15, 0.06 }, { 4, 40, 0.15, 0.03 },
    { 8, 120, 0.2, 0.04 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (CASES); i++)
    {
      HeadScene scene = make_scene (CASES[i].pixels_per_cm);

      scene.tone = CASES[i].tone;
      scene.stubble = CASES[i].coverage;
      g_assert_cmpfloat_with_epsilon (1 - measure (&scene), CASES[i].coverage,
                                      CASES[i].tolerance);
    }
}

static void
test_hair_is_where_it_is (void)
{
  HeadScene scene = make_scene (64);
  g_auto (Photo) bare = take_photo (&scene);
  g_auto (Photo) shaved = { 0 };
  g_autofree float *visibility = NULL;
  double            on_hair = 0, beside = 0;
  gint              n_hair = 0, n_beside = 0;

  scene.stubble = 0.12;
  shaved = take_photo (&scene);
  visibility = find_visibility (&shaved, 1, 1);
  for (gint i = 0; i < bare.width * bare.height; i++)
    {
      const float left = shaved.rgb[3 * i] / bare.rgb[3 * i];

      if (bare.mask[i] < 1)
        continue;
      if (left < 0.3f)
        {
          on_hair += visibility[i];
          n_hair++;
        }
      else if (left > 0.98f)
        {
          beside += visibility[i];
          n_beside++;
        }
    }
  g_assert_cmpint (n_hair, >, 500);
  g_assert_cmpfloat (on_hair / n_hair, <, 0.25);
  g_assert_cmpfloat (beside / n_beside, >, 0.98);
}

/* A highlight of 12 mm painted on plain skin, as strong as the lamp's colour
 * allows. */
static void
add_highlight (Photo *photo, const float lamp[3])
{
  const double radius = 6 * photo->px_per_mm;

  for (gint y = 0; y < photo->height; y++)
    for (gint x = 0; x < photo->width; x++)
      {
        const double far
            = hypot (x - photo->width / 2.0, y - photo->height / 2.0) / radius;
        const double shine = far < 1 ? (1 - far * far) : 0;

        for (gint c = 0; c < 3; c++)
          photo->rgb[3 * (y * photo->width + x) + c] += shine * lamp[c];
      }
}

static const float LAMPS[][3]
    = { { 0.5f, 0.5f, 0.5f }, { 0.56f, 0.5f, 0.39f }, { 0.44f, 0.5f, 0.61f } };

/* What is reflected where a highlight is brightest, of all light there. */
static double
find_reflected (const Photo *photo, const float lamp[3])
{
  const gsize middle
      = (gsize)photo->height / 2 * photo->width + photo->width / 2;
  const float *rgb = photo->rgb + 3 * middle;

  return (lamp[0] + lamp[1] + lamp[2]) / (rgb[0] + rgb[1] + rgb[2]);
}

/* What a row through the highlight's middle shows, over a millimetre. */
static double
find_shown (const Photo *photo, const float *visibility, double mm)
{
  const gint   radius = photo->px_per_mm / 2;
  const gint   x = photo->width / 2 + mm * photo->px_per_mm;
  const float *row = visibility + (gsize)photo->height / 2 * photo->width;
  double       sum = 0;

  for (gint i = -radius; i <= radius; i++)
    sum += row[x + i];
  return sum / (2 * radius + 1);
}

static void
test_dots_fade_with_glare_and_leave_no_rim (void)
{
  for (gint tone = 3; tone <= 9; tone += 3)
    for (gsize lamp = 0; lamp < G_N_ELEMENTS (LAMPS); lamp++)
      {
        HeadScene scene = make_scene (50);
        g_auto (Photo) photo = { 0 };
        g_autofree float *shown = NULL;
        double            before, reflected;
        float             half[3];

        scene.tone = tone;
        scene.warmth = lamp == 1 ? 0.5 : lamp == 2 ? -0.5 : 0;
        photo = take_photo (&scene);
        /* No channel is clipped. */
        for (gint c = 0; c < 3; c++)
          half[c] = LAMPS[lamp][c] / 2;
        add_highlight (&photo, half);
        shown = find_visibility (&photo, 1, 1);
        reflected = find_reflected (&photo, half);
        before = find_shown (&photo, shown, 0);
        g_test_message ("tone %d, lamp %u: %.2f reflected, %.2f shown", tone,
                        (guint)lamp, reflected, before);
        g_assert_cmpfloat_with_epsilon (before, 1 - reflected, 0.2);
        for (gint mm = 1; mm <= 9; mm++)
          {
            const double now = find_shown (&photo, shown, mm);

            g_assert_cmpfloat (now, >, before - 0.02);
            g_assert_cmpfloat (now, <, before + 0.4);
            before = now;
          }
        g_assert_cmpfloat (before, >, 0.95);
      }
}

static void
test_glare_is_avoided (void)
{

  for (gint tone = 3; tone <= 10; tone += 3)
    for (gsize lamp = 0; lamp < G_N_ELEMENTS (LAMPS); lamp++)
      {
        HeadScene scene = make_scene (50);
        g_auto (Photo) photo = { 0 };
        g_autofree float *heeded = NULL;
        g_autofree float *ignored = NULL;
        gint              middle, corner;

        scene.tone = tone;
        scene.warmth = lamp == 1 ? 0.5 : lamp == 2 ? -0.5 : 0;
        photo = take_photo (&scene);
        add_highlight (&photo, LAMPS[lamp]);
        heeded = find_visibility (&photo, 1, 1);
        ignored = find_visibility (&photo, 1, 0);
        middle = photo.height / 2 * photo.width + photo.width / 2;
        corner = photo.height / 8 * photo.width + photo.width / 2;
        g_assert_cmpfloat (heeded[middle], <,
                           1.15 - find_reflected (&photo, LAMPS[lamp]));
        g_assert_cmpfloat (ignored[middle], >, 0.9);
        g_assert_cmpfloat (heeded[corner], >, 0.9);
      }
}

static void
test_amounts_scale_the_effect (void)
{
  HeadScene scene = make_scene (64);
  g_auto (Photo) photo = { 0 };
  g_autofree float *all = NULL;
  g_autofree float *half = NULL;
  g_autofree float *none = NULL;

  scene.stubble = 0.2;
  photo = take_photo (&scene);
  all = find_visibility (&photo, 1, 0);
  half = find_visibility (&photo, 0.5, 0);
  none = find_visibility (&photo, 0, 0);
  for (gint i = 0; i < photo.width * photo.height; i++)
    {
      g_assert_cmpfloat (none[i], ==, 1);
      g_assert_cmpfloat_with_epsilon (half[i], 0.5 + 0.5 * all[i], 1e-5);
    }
}

static void
test_any_split_is_the_whole (void)
{
  static const double SCALES[] = { 37, 330 };

  for (gsize i = 0; i < G_N_ELEMENTS (SCALES); i++)
    {
      const FolliBareScalp scalp = { SCALES[i] / 10, 1, 1 };
      HeadScene            scene = make_scene (50);
      g_auto (Photo) photo = { 0 };
      g_autofree float *whole = NULL;
      g_autoptr (GRand) rand = g_rand_new_with_seed (3);

      scene.stubble = 0.2;
      scene.glare = 1;
      photo = take_photo (&scene);
      photo.px_per_mm = scalp.px_per_mm;
      whole = find_visibility (&photo, 1, 1);
      for (gint part = 0; part < 12; part++)
        {
          const gint           x = g_rand_int_range (rand, 0, photo.width);
          const gint           y = g_rand_int_range (rand, 0, photo.height);
          const FolliRectangle rectangle
              = { x, y, g_rand_int_range (rand, 1, photo.width - x + 1),
                  g_rand_int_range (rand, 1, photo.height - y + 1) };
          g_autofree float *values
              = g_new (float, rectangle.width *rectangle.height);

          folli_bare_scalp_render (&scalp, read_photo, &photo, &rectangle,
                                   values);
          for (gint row = 0; row < rectangle.height; row++)
            g_assert_cmpmem (values + row * rectangle.width,
                             rectangle.width * sizeof (float),
                             whole + (y + row) * photo.width + x,
                             rectangle.width * sizeof (float));
        }
    }
}

static void
test_nothing_is_read_beyond_the_margin (void)
{
  const FolliBareScalp scalp = { 2, 1, 1 };
  const gint           margin = folli_bare_scalp_margin_px (&scalp);
  const FolliRectangle middle = { 130, 130, 9, 7 };
  HeadScene            scene = make_scene (60);
  g_auto (Photo) photo = { 0 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);
  float before[63], after[63];

  scene.stubble = 0.2;
  photo = take_photo (&scene);
  g_assert_cmpint (margin, <, 25 * 2);
  folli_bare_scalp_render (&scalp, read_photo, &photo, &middle, before);
  for (gint y = 0; y < photo.height; y++)
    for (gint x = 0; x < photo.width; x++)
      if (x < middle.x - margin || x >= middle.x + middle.width + margin
          || y < middle.y - margin || y >= middle.y + middle.height + margin)
        photo.rgb[3 * (y * photo.width + x)] = g_rand_double (rand);
  folli_bare_scalp_render (&scalp, read_photo, &photo, &middle, after);
  g_assert_cmpmem (before, sizeof before, after, sizeof after);
}

static void
test_tiny_and_black_work (void)
{
  float             black[3] = { 0, 0, 0 };
  float             grey[3] = { 0.5f, 0.5f, 0.5f };
  Photo             dark = { 1, 1, 4, black, NULL };
  Photo             light = { 1, 1, 0.1, grey, NULL };
  g_autofree float *none = find_visibility (&dark, 1, 1);
  g_autofree float *all = find_visibility (&light, 1, 1);

  g_assert_true (isfinite (none[0]));
  g_assert_cmpfloat (all[0], ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bare-scalp/plain-skin/is-bare-in-any-tone-and-light",
                   test_plain_skin_is_bare);
  g_test_add_func ("/bare-scalp/stubble/mean-follows-its-coverage",
                   test_mean_follows_stubble);
  g_test_add_func ("/bare-scalp/stubble/is-where-it-is",
                   test_hair_is_where_it_is);
  g_test_add_func ("/bare-scalp/glare/is-avoided-in-any-tone-and-light",
                   test_glare_is_avoided);
  g_test_add_func ("/bare-scalp/glare/dots-fade-with-it-and-leave-no-rim",
                   test_dots_fade_with_glare_and_leave_no_rim);
  g_test_add_func ("/bare-scalp/amounts/scale-the-effect",
                   test_amounts_scale_the_effect);
  g_test_add_func ("/bare-scalp/split/any-is-the-whole-to-the-bit",
                   test_any_split_is_the_whole);
  g_test_add_func ("/bare-scalp/margin/nothing-beyond-is-read",
                   test_nothing_is_read_beyond_the_margin);
  g_test_add_func ("/bare-scalp/one-pixel/works-even-black",
                   test_tiny_and_black_work);
  return g_test_run ();
}
