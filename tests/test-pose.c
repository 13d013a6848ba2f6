/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "follicle/error.h"
#include "follicle/pose.h"

#define WIDTH 2000
#define HEIGHT 1600

static const FolliPoint GLABELLA = { 1000, 900 };
static const double     SCALE = 4;

/* Turned, bowed and tilted, in degrees. */
static const double POSES[][3]
    = { { 0, 0, 0 },    { 28, 0, 0 },    { -28, 0, 0 },
        { 0, 25, 0 },   { 0, -25, 0 },   { 0, 0, 29 },
        { 20, 15, -8 }, { -17, 20, 12 }, { 25, -14, 20 } };

static FolliPose
make_pose (const double *pose)
{
  return folli_pose_turn (pose[0], pose[1], pose[2], GLABELLA, SCALE);
}

/* All four, as a person who sees the head would set them. */
static void
look_at (const FolliPose *pose, FolliPoint landmarks[FOLLI_LANDMARKS_MOST])
{
  landmarks[0]
      = folli_pose_project (pose, folli_skull_walk (&pose->skull, 0, 0));
  landmarks[1] = folli_pose_project (pose, folli_pose_get_eye_corner (-1));
  landmarks[2] = folli_pose_project (pose, folli_pose_get_eye_corner (1));
  landmarks[3] = folli_pose_project (pose, folli_pose_get_rim (pose, G_PI / 2));
}

static void
assert_same_direction (FolliPlace a, FolliPlace b)
{
  g_assert_cmpfloat_with_epsilon (folli_place_dot (a, b), 1, 1e-6);
}

static void
assert_same (const FolliPose *found, const FolliPose *truth)
{
  assert_same_direction (found->side, truth->side);
  assert_same_direction (found->up, truth->up);
  assert_same_direction (found->front, truth->front);
  g_assert_cmpfloat_with_epsilon (found->pixels_per_mm, truth->pixels_per_mm,
                                  1e-4 * SCALE);
  g_assert_cmpfloat_with_epsilon (found->centre.x, truth->centre.x, 0.1);
  g_assert_cmpfloat_with_epsilon (found->centre.y, truth->centre.y, 0.1);
  g_assert_cmpfloat_with_epsilon (found->skull.radius_mm.y,
                                  truth->skull.radius_mm.y, 0.1);
}

static void
landmarks_tell_pose_and_scale (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (POSES); i++)
    for (guint n = FOLLI_LANDMARKS_LEAST; n <= FOLLI_LANDMARKS_MOST; n++)
      {
        const FolliPose truth = make_pose (POSES[i]);
        FolliPoint      landmarks[FOLLI_LANDMARKS_MOST];
        FolliPose       found;
        g_autoptr (GError) error = NULL;

        look_at (&truth, landmarks);
        folli_pose_find (landmarks, n, WIDTH, HEIGHT, &found, &error);
        g_assert_no_error (error);
        assert_same (&found, &truth);
      }
}

static void
the_corners_of_the_eyes_come_in_any_order (void)
{
  const FolliPose truth = make_pose (POSES[6]);
  FolliPoint      landmarks[FOLLI_LANDMARKS_MOST];
  FolliPoint      left;
  FolliPose       found;

  look_at (&truth, landmarks);
  left = landmarks[1];
  landmarks[1] = landmarks[2];
  landmarks[2] = left;
  g_assert_true (folli_pose_find (landmarks, 3, WIDTH, HEIGHT, &found, NULL));
  assert_same (&found, &truth);
}

static void
the_top_of_the_head_makes_the_skull_as_high_as_it_is_seen (void)
{
  const double    frontal[3] = { 0, 0, 0 };
  const FolliPose mean = make_pose (frontal);
  FolliPoint      landmarks[FOLLI_LANDMARKS_MOST];

  for (double more_mm = -8; more_mm <= 8; more_mm += 4)
    {
      FolliPose  found;
      FolliPoint top;

      look_at (&mean, landmarks);
      landmarks[3].y -= more_mm * SCALE;
      g_assert_true (
          folli_pose_find (landmarks, 4, WIDTH, HEIGHT, &found, NULL));
      top = folli_pose_project (&found, folli_pose_get_rim (&found, G_PI / 2));
      g_assert_cmpfloat_with_epsilon (top.y, landmarks[3].y, 0.5);
    }
}

static void
the_rim_is_where_the_skull_turns_out_of_sight (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (POSES); i++)
    {
      const FolliPose pose = make_pose (POSES[i]);

      for (double angle = -3; angle < 3; angle += 0.3)
        {
          const FolliPlace place = folli_pose_get_rim (&pose, angle);

          g_assert_cmpfloat_with_epsilon (folli_pose_get_facing (&pose, place),
                                          0, 1e-9);
          g_assert_cmpfloat_with_epsilon (folli_pose_find_rim (&pose, place),
                                          angle, 1e-9);
        }
      g_assert_cmpfloat (
          folli_pose_get_facing (&pose, folli_skull_walk (&pose.skull, 60, 0)),
          >, 0);
    }
}

typedef struct
{
  guint       n;
  FolliPoint  landmarks[5];
  const char *word;
} Fault;

static void
impossible_landmarks_are_named (void)
{
  static const Fault FAULTS[] = {
    { 2, { { 1000, 900 }, { 820, 960 } }, "There are 2 landmarks" },
    { 5,
      { { 1000, 900 }, { 820, 960 }, { 1180, 960 }, { 1000, 500 }, { 9, 9 } },
      "There are 5 landmarks" },
    { 3, { { 1000, 900 }, { -2, 960 }, { 1180, 960 } }, "Landmark 2" },
    { 3, { { 1000, 900 }, { 820, 960 }, { 1180, 1601 } }, "outside" },
    { 3, { { 1000, 900 }, { 820, 960 }, { 822, 960 } }, "2.0 pixels apart" },
    { 3, { { 820, 960 }, { 1000, 900 }, { 1180, 960 } }, "order" },
    { 3, { { 1000, 1100 }, { 820, 960 }, { 1180, 960 } }, "order" },
    { 3, { { 1085, 900 }, { 820, 960 }, { 1180, 960 } }, "turned to the side" },
    { 3, { { 1000, 828 }, { 820, 960 }, { 1180, 960 } }, "thrown back" },
    { 3, { { 1000, 955 }, { 820, 960 }, { 1180, 960 } }, "bowed" },
    { 3, { { 925, 850 }, { 820, 1060 }, { 1180, 760 } }, "tilted" },
    { 4,
      { { 1000, 900 }, { 820, 960 }, { 1180, 960 }, { 1000, 100 } },
      "too high" },
    { 4,
      { { 1000, 900 }, { 820, 960 }, { 1180, 960 }, { 1000, 760 } },
      "too low" },
    { 3, { { 1000, 900 }, { 996, 902 }, { 1004, 902 } }, "below the 1 px/cm" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (FAULTS); i++)
    {
      FolliPose pose = { .pixels_per_mm = 7 };
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", FAULTS[i].word);
      g_assert_false (folli_pose_find (FAULTS[i].landmarks, FAULTS[i].n, WIDTH,
                                       HEIGHT, &pose, &error));
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, FAULTS[i].word));
      g_assert_cmpfloat (pose.pixels_per_mm, ==, 7);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pose/landmarks-tell-pose-and-scale",
                   landmarks_tell_pose_and_scale);
  g_test_add_func ("/pose/the-corners-of-the-eyes-come-in-any-order",
                   the_corners_of_the_eyes_come_in_any_order);
  g_test_add_func (
      "/pose/the-top-of-the-head-makes-the-skull-as-high-as-it-is-seen",
      the_top_of_the_head_makes_the_skull_as_high_as_it_is_seen);
  g_test_add_func ("/pose/the-rim-is-where-the-skull-turns-out-of-sight",
                   the_rim_is_where_the_skull_turns_out_of_sight);
  g_test_add_func ("/pose/impossible-landmarks-are-named",
                   impossible_landmarks_are_named);
  return g_test_run ();
}
