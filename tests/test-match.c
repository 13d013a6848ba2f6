/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <lcms2.h>
#include <math.h>
#include <string.h>

#include "follicle/error.h"
#include "follicle/match.h"
#include "hair-picture.h"

enum
{
  WIDTH = 525,
  HEIGHT = 420,
  PX_PER_CM = 30,
  N_SHADES = 5
};

/* Black, dark brown, brown, dark blond, grey. */
static const guint32 SHADES[N_SHADES]
    = { 0x120f0e, 0x33261f, 0x5a4030, 0x80603c, 0x8a8078 };

static const char *const SKINS[HEAD_N_SKINS]
    = { "monk", "light", "medium", "brown", "dark" };

/* The stubble at the side, and the bald temple beside it. */
static const HairBox HAIR = { 22, 7, 112, 82 };
static const HairBox TEMPLE = { 146, 7, 198, 112 };

static HairPicture
take_picture (HeadSkin skin, double hairs_per_cm2, guint32 shade)
{
  HeadScene scene = HEAD_SCENE_FALLBACK;

  scene.width = WIDTH;
  scene.height = HEIGHT;
  scene.pixels_per_cm = PX_PER_CM;
  scene.skin = skin;
  scene.hair_case = HEAD_CASE_NORWOOD_6;
  scene.blur_px = 0.6;
  scene.hairs_per_cm2 = hairs_per_cm2;
  scene.hair_shade = shade;
  return hair_picture_take (&scene, &HAIR, &TEMPLE);
}

/* What the hair leaves of the light of the same skin without it. */
static void
find_truth (const HairPicture *with,
            const HairPicture *without,
            double             truth[3])
{
  double sum[2][3] = { { 0 } };

  for (gsize i = 0; i < WIDTH * HEIGHT; i++)
    for (gint c = 0; c < 3 && with->hair[i] > 0; c++)
      {
        sum[0][c] += with->rgb[3 * i + c];
        sum[1][c] += without->rgb[3 * i + c];
      }
  for (gint c = 0; c < 3; c++)
    truth[c] = sum[0][c] / sum[1][c];
}

static cmsCIELab
find_lab (const double skin[3], const double transmittance[3])
{
  static const double XYZ[3][3] = { { 0.4361, 0.3851, 0.1431 },
                                    { 0.2225, 0.7169, 0.0606 },
                                    { 0.0139, 0.0971, 0.7141 } };
  cmsCIEXYZ           xyz = { 0, 0, 0 };
  cmsCIELab           lab;

  for (gint c = 0; c < 3; c++)
    {
      xyz.X += XYZ[0][c] * skin[c] * transmittance[c];
      xyz.Y += XYZ[1][c] * skin[c] * transmittance[c];
      xyz.Z += XYZ[2][c] * skin[c] * transmittance[c];
    }
  cmsXYZ2Lab (NULL, &lab, &xyz);
  return lab;
}

/* CIEDE2000 */
static double
find_difference (const double skin[3], const double a[3], const double b[3])
{
  const cmsCIELab p = find_lab (skin, a), q = find_lab (skin, b);

  return cmsCIE2000DeltaE (&p, &q, 1, 1, 1);
}

static FolliRecipe
make_recipe (void)
{
  FolliRecipe recipe;

  for (guint id = 0; id < FOLLI_N_PARAMETERS; id++)
    recipe.value[id] = folli_parameter_get (id)->fallback;
  recipe.value[FOLLI_PIXELS_PER_CM] = PX_PER_CM;
  recipe.value[FOLLI_DIAMETER] = 0.4;
  recipe.value[FOLLI_DEPTH] = 0.13;
  recipe.value[FOLLI_PHOTO_BLUR] = 0.6;
  return recipe;
}

static void
test_dots_have_the_tone_of_stubble_of_five_shades_on_four_skins (void)
{
  for (HeadSkin skin = HEAD_SKIN_LIGHT; skin < HEAD_N_SKINS; skin++)
    {
      g_auto (HairPicture) bare = take_picture (skin, 0, 0);

      for (guint shade = 0; shade < N_SHADES; shade++)
        {
          g_auto (HairPicture) picture
              = take_picture (skin, 200, SHADES[shade]);
          const FolliHairPhoto photo = hair_picture_photo (&picture);
          FolliRecipe          recipe = make_recipe ();
          FolliHair            hair;
          FolliMatch           match;
          double               truth[3];

          find_truth (&picture, &bare, truth);
          g_assert_true (folli_hair_measure (&photo, &hair, NULL));
          folli_match_hair (&hair, &recipe, &match);
          g_test_message (
              "%s skin, hair #%06x: lets %.3f %.3f %.3f through, "
              "dots %.3f %.3f %.3f, CIEDE2000 %.2f",
              SKINS[skin], SHADES[shade], truth[0], truth[1], truth[2],
              match.transmittance[0], match.transmittance[1],
              match.transmittance[2],
              find_difference (hair.skin, truth, match.transmittance));
          g_assert_cmpfloat (
              find_difference (hair.skin, truth, match.transmittance), <, 2);
        }
    }
}

/* Grainy skin in light that rises to the right, its left part darker by a
 * factor. */
static HairPicture
draw_halves (double transmittance, double light)
{
  const HairBox none = { 0, 0, 0, 0 };
  HairPicture   picture
      = hair_picture_new (WIDTH, HEIGHT, PX_PER_CM / 10.0, &none, &none);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);

  for (gint i = 0; i < WIDTH * HEIGHT; i++)
    {
      const gint   x = i % WIDTH;
      const double grain = g_rand_double_range (random, 0.98, 1.02);

      picture.hair[i] = x < WIDTH / 3;
      picture.skin[i] = x > WIDTH / 2;
      for (gint c = 0; c < 3; c++)
        picture.rgb[3 * i + c] = light * (0.5 - 0.1 * c) * grain
                                 * (x < WIDTH * 5 / 12 ? transmittance : 1)
                                 * (1 + 0.4 * x / WIDTH);
    }
  return picture;
}

static void
test_a_course_of_light_is_no_hair (void)
{
  g_auto (HairPicture) picture = draw_halves (0.8, 1);
  const FolliHairPhoto photo = hair_picture_photo (&picture);
  FolliHair            hair;

  g_assert_true (folli_hair_measure (&photo, &hair, NULL));
  for (gint c = 0; c < 3; c++)
    g_assert_cmpfloat_with_epsilon (hair.transmittance[c], 0.8, 0.01);
  g_assert_cmpfloat (hair.contrast, <, 0.01);
}

static void
check_refused (const FolliHairPhoto *photo, const char *words)
{
  g_autoptr (GError) error = NULL;
  FolliHair hair = { .contrast = -1 };

  g_assert_false (folli_hair_measure (photo, &hair, &error));
  g_assert_error (error, FOLLI_ERROR, FOLLI_ERROR_MASK);
  g_assert_nonnull (strstr (error->message, words));
  g_assert_cmpfloat (hair.contrast, ==, -1);
}

static void
test_what_is_no_hair_is_refused (void)
{
  g_auto (HairPicture) bare = draw_halves (1, 1);
  g_auto (HairPicture) light = draw_halves (1.2, 0.8);
  g_auto (HairPicture) shine = draw_halves (1.1, 4);
  const FolliHairPhoto of_bare = hair_picture_photo (&bare);
  const FolliHairPhoto of_light = hair_picture_photo (&light);
  const FolliHairPhoto of_shine = hair_picture_photo (&shine);

  check_refused (&of_bare, "no hair");
  check_refused (&of_light, "20 % lighter");
  check_refused (&of_shine, "is shine");
}

static void
test_hair_without_skin_is_refused (void)
{
  g_auto (HairPicture) picture = draw_halves (0.8, 1);
  FolliHairPhoto photo = hair_picture_photo (&picture);

  memset (picture.skin, 0, WIDTH * HEIGHT * sizeof (float));
  check_refused (&photo, "skin shows 0 mm²");
  for (gint i = 0; i < WIDTH * HEIGHT; i++)
    picture.hair[i] = 1;
  photo.skin = NULL;
  check_refused (&photo, "no bare skin");
}

/* Spots as wide as a pixel, 12 pixels apart, 10 pixels per mm. */
static void
test_hairs_are_counted_where_they_can_be_told_apart (void)
{
  g_auto (HairPicture) picture = draw_halves (0.9, 1);
  FolliHairPhoto photo = hair_picture_photo (&picture);
  FolliHair      hair;

  photo.px_per_mm = 10;
  for (gint y = 6; y < HEIGHT; y += 12)
    for (gint x = 6; x < WIDTH * 5 / 12; x += 12)
      for (gint j = 0; j < 2; j++)
        for (gint c = 0; c < 6; c++)
          picture.rgb[3 * ((y + j) * WIDTH + x) + c] *= 0.1f;
  g_assert_true (folli_hair_measure (&photo, &hair, NULL));
  g_assert_cmpfloat_with_epsilon (hair.spots_per_cm2, 100 / 1.44, 5);
  g_assert_cmpfloat_with_epsilon (hair.spot_mm, 0.2, 0.05);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func (
      "/match/dots have the tone of stubble of five shades on "
      "four skins",
      test_dots_have_the_tone_of_stubble_of_five_shades_on_four_skins);
  g_test_add_func ("/match/a course of light is no hair",
                   test_a_course_of_light_is_no_hair);
  g_test_add_func ("/match/what is no hair is refused",
                   test_what_is_no_hair_is_refused);
  g_test_add_func ("/match/hair without skin is refused",
                   test_hair_without_skin_is_refused);
  g_test_add_func ("/match/hairs are counted where they can be told apart",
                   test_hairs_are_counted_where_they_can_be_told_apart);
  return g_test_run ();
}
