/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "head-rays.h"

/* Where a head's outline is found in a photo whose outline is known. */
static const double MOST_OFF_MM = 1.5;

/* From ear to ear, in steps of an outline. */
#define FIRST_STEP 0
#define LAST_STEP 90

/* The ears' middles, as far down and out, and how far they reach from there. */
static const double EAR_BELOW = -0.17;
static const double EAR_OUT = 0.86;
static const double EAR_MM = 13;

#define WIDTH_PX 250
#define HEIGHT_PX 300

static const FolliPoint GLABELLA = { 125, 160 };

static const float SKIN[] = { 0.85, 0.6, 0.42 };
static const float WALL[] = { 0.1, 0.17, 0.3 };

/* Turned and bowed, in degrees; pixels for a millimetre; the standard deviation
   of the blur in millimetres. */
typedef struct
{
  double   turn_deg;
  double   bow_deg;
  double   px_per_mm;
  double   blur_mm;
  gboolean has_ears;
} Portrait;

/* A head is narrower at its ears than over them. */
static double
get_true_factor (double angle)
{
  const double up = CLAMP ((sin (angle) + 0.1) / 0.8, 0, 1);

  return 0.82 + 0.16 * up * up * (3 - 2 * up);
}

static double
get_share_of_skin (const Portrait *portrait, FolliPoint place, double rim_mm)
{
  const double blur_mm = portrait->blur_mm * G_SQRT2;
  const double out_mm
      = (hypot (place.x, place.y) - get_true_factor (atan2 (place.y, place.x)))
        * rim_mm;
  const double from_ear_mm
      = hypot (fabs (place.x) - EAR_OUT, place.y - EAR_BELOW) * rim_mm;
  const double head = erfc (out_mm / blur_mm) / 2;
  const double ear = erfc ((from_ear_mm - EAR_MM) / blur_mm) / 2;

  return portrait->has_ears ? MAX (head, ear) : head;
}

static double
get_rim_mm (const FolliRays *rays, const FolliPose *pose)
{
  return hypot (rays->right.x, rays->right.y) / pose->pixels_per_mm;
}

static FolliHeadPicture *
paint (const Portrait *portrait, const FolliPose *pose)
{
  const FolliRays   rays = folli_rays_make (pose);
  const double      rim_mm = get_rim_mm (&rays, pose);
  FolliHeadPicture *picture = g_new0 (FolliHeadPicture, 1);

  *picture = (FolliHeadPicture){ g_new (float, 3 * WIDTH_PX * HEIGHT_PX),
                                 WIDTH_PX, HEIGHT_PX, 1 };
  for (int i = 0; i < WIDTH_PX * HEIGHT_PX; i++)
    {
      const FolliPoint middle = { i % WIDTH_PX + 0.5, i / WIDTH_PX + 0.5 };
      const FolliPoint place = folli_rays_to_circle (&rays, middle);
      const double     share = get_share_of_skin (portrait, place, rim_mm);

      for (int c = 0; c < 3; c++)
        picture->rgb[3 * i + c] = share * SKIN[c] + (1 - share) * WALL[c];
    }
  return picture;
}

static void
check (const Portrait *portrait)
{
  const FolliPose pose = folli_pose_turn (portrait->turn_deg, portrait->bow_deg,
                                          0, GLABELLA, portrait->px_per_mm);
  const FolliRays rays = folli_rays_make (&pose);
  FolliHeadOutline outline;
  g_autoptr (FolliHeadPicture) picture = paint (portrait, &pose);

  g_assert_true (folli_head_outline_find (picture, &pose, &outline));
  for (int step = FIRST_STEP; step <= LAST_STEP; step++)
    {
      const double truth
          = get_true_factor (2 * G_PI * step / FOLLI_OUTLINE_STEPS);
      const double off_mm
          = (outline.factor[step] - truth) * get_rim_mm (&rays, &pose);

      g_test_message ("%g px/mm, blurred by %g mm, step %d: %.1f mm outside",
                      portrait->px_per_mm, portrait->blur_mm, step, off_mm);
      g_assert_cmpfloat (fabs (off_mm), <, MOST_OFF_MM);
    }
}

static void
is_in_the_middle_of_a_soft_outline (void)
{
  for (double blur_mm = 0.1; blur_mm <= 1.6; blur_mm *= 2)
    for (double px_per_mm = 0.6; px_per_mm <= 1.2; px_per_mm += 0.3)
      check (&(Portrait){ 5, -8, px_per_mm, blur_mm, FALSE });
}

static void
is_no_ear (void)
{
  for (double blur_mm = 0.1; blur_mm <= 1.6; blur_mm *= 2)
    for (double turn_deg = -8; turn_deg <= 8; turn_deg += 8)
      check (&(Portrait){ turn_deg, 0, 1, blur_mm, TRUE });
}

#define ADD(name, function) g_test_add_func ("/head-edge/" name, function)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("is-in-the-middle-of-a-soft-outline",
       is_in_the_middle_of_a_soft_outline);
  ADD ("is-no-ear", is_no_ear);
  return g_test_run ();
}
