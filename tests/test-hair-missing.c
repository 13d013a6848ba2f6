/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "follicle/error.h"
#include "follicle/hair.h"
#include "hair-picture.h"

enum
{
  SIDE = 525,
  PX_PER_CM = 30,
  /* the squares that are compared, px: 8 mm */
  SQUARE = 24
};

/* On a bowed head whose hair is thin in front: hair at the side, and the
 * forehead. */
static const HairBox HAIR = { 60, 60, 150, 150 };
static const HairBox FOREHEAD = { 170, 150, 400, 230 };

static HairPicture
take_head (HeadCase hair_case, HeadSkin skin, double hairs_per_cm2)
{
  HeadScene scene = HEAD_SCENE_FALLBACK;

  scene.width = SIDE;
  scene.height = SIDE;
  scene.pixels_per_cm = PX_PER_CM;
  scene.skin = skin;
  scene.hair_case = hair_case;
  scene.hairs_per_cm2 = hairs_per_cm2;
  scene.blur_px = 0.6;
  scene.noise = 0.008;
  scene.pitch_deg = 35;
  return hair_picture_take (&scene, &HAIR, &FOREHEAD);
}

static double
find_lightness (double light)
{
  return light > 0.008856 ? 116 * cbrt (light) - 16 : 903.3 * light;
}

/* Of what is in the middle of a square. */
typedef struct
{
  double thin;
  double filled;
  double full;
} Tone;

static Tone
find_tone (const HairPicture *thin,
           const HairPicture *full,
           const float       *missing,
           double             kept,
           gint               left,
           gint               top)
{
  Tone sum = { 0, 0, 0 };

  for (gint y = top; y < top + SQUARE; y++)
    for (gint x = left; x < left + SQUARE; x++)
      {
        const gsize i = (gsize)y * SIDE + x;

        sum.thin += thin->rgb[3 * i + 1];
        sum.filled += thin->rgb[3 * i + 1] * pow (kept, missing[i]);
        sum.full += full->rgb[3 * i + 1];
      }
  return (Tone){ find_lightness (sum.thin / (SQUARE * SQUARE)),
                 find_lightness (sum.filled / (SQUARE * SQUARE)),
                 find_lightness (sum.full / (SQUARE * SQUARE)) };
}

static gboolean
is_within (const HairPicture *picture, gint left, gint top)
{
  for (gint y = top; y < top + SQUARE; y++)
    for (gint x = left; x < left + SQUARE; x++)
      if (picture->area[(gsize)y * SIDE + x] < 1)
        return FALSE;
  return TRUE;
}

/* Squares of the area with as much pigment as is missing, against the same head
 * with all of its hair. */
static void
check_head (HeadSkin skin, double hairs_per_cm2)
{
  g_auto (HairPicture) thin = take_head (HEAD_CASE_TOP_UP, skin, hairs_per_cm2);
  g_auto (HairPicture) full
      = take_head (HEAD_CASE_SCAR_LINE, skin, hairs_per_cm2);
  const FolliHairPhoto photo = hair_picture_photo (&thin);
  g_autofree float    *missing = g_new (float, SIDE *SIDE);
  FolliHair            hair;
  double               before = 0, after = 0, worst = 0;
  guint                n = 0;

  g_assert_true (folli_hair_measure (&photo, &hair, NULL));
  g_assert_true (
      folli_hair_find_missing (&photo, &hair, thin.area, missing, NULL));
  for (gint y = 0; y + SQUARE <= SIDE; y += SQUARE)
    for (gint x = 0; x + SQUARE <= SIDE; x += SQUARE)
      if (is_within (&thin, x, y))
        {
          const Tone tone
              = find_tone (&thin, &full, missing, hair.transmittance[1], x, y);

          before += fabs (tone.thin - tone.full);
          after += fabs (tone.filled - tone.full);
          worst = MAX (worst, fabs (tone.filled - tone.full));
          n++;
        }
  g_test_message ("skin %d, %g hairs per cm²: %u squares of 8 mm differ from "
                  "full hair by %.2f L* before, %.2f after, %.2f at most",
                  skin, hairs_per_cm2, n, before / n, after / n, worst);
  g_assert_cmpuint (n, >, 20);
  g_assert_cmpfloat (after, <, before / 2);
  g_assert_cmpfloat (worst, <, 3);
}

static void
test_thin_hair_is_filled_up_to_the_reference (void)
{
  /* on darker skin yet the camera's noise hides the texture */
  for (HeadSkin skin = HEAD_SKIN_LIGHT; skin < HEAD_SKIN_DARK; skin++)
    check_head (skin, 200);
  check_head (HEAD_SKIN_LIGHT, 120);
}

static void
test_hair_as_smooth_as_skin_is_refused (void)
{
  const FolliHair      hair = { .contrast = 0.01, .skin_contrast = 0.02 };
  const float          rgb[3] = { 0.5f, 0.4f, 0.3f }, area = 1;
  float                missing = -1;
  const FolliHairPhoto photo = { 1, 1, 3, rgb, &area, &area };
  g_autoptr (GError) error = NULL;

  g_assert_false (
      folli_hair_find_missing (&photo, &hair, &area, &missing, &error));
  g_assert_error (error, FOLLI_ERROR, FOLLI_ERROR_MASK);
  g_assert_nonnull (strstr (error->message, "texture (2.2 %)"));
  g_assert_cmpfloat (missing, ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hair-missing/thin hair is filled up to the reference",
                   test_thin_hair_is_filled_up_to_the_reference);
  g_test_add_func ("/hair-missing/hair as smooth as skin is refused",
                   test_hair_as_smooth_as_skin_is_refused);
  return g_test_run ();
}
