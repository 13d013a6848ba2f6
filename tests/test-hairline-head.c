/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "follicle/hairline-design.h"
#include "tape-spots.h"

/* What a technician's eye forgives where the photo's scale is set. Told by the
 * eyes alone it is larger by 3 %, for this man's are 93 mm apart. */
static const double MOST_MM = 3;
static const double MOST_BY_EYES_MM = 4;

static const double YAWS_DEG[] = { -20, 0, 20 };
static const double PITCHES_DEG[] = { -12, 0, 15 };

static FolliPose
find_pose (const HeadScene *scene)
{
  FolliPoint landmarks[HEAD_N_MARKS];
  FolliPose  pose;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < HEAD_N_MARKS; i++)
    {
      const HeadSpot spot = head_landmark (scene, i);

      landmarks[i] = (FolliPoint){ spot.x, spot.y };
    }
  folli_pose_find (landmarks, HEAD_N_MARKS, scene->width, scene->height, &pose,
                   &error);
  g_assert_no_error (error);
  return pose;
}

static GArray *
draw (const FolliHairlineTemplate *kind,
      const FolliPose             *pose,
      double                       stretch,
      guint                       *n_visible)
{
  FolliHairlineDesign design;
  g_autoptr (GArray) line = NULL;

  g_assert_true (folli_hairline_design_make (kind->id, 0, 0, 0, &design, NULL));
  line = folli_hairline_design_draw (&design, &pose->skull, stretch, NULL);
  g_assert_nonnull (line);
  return folli_hairline_path_project (line, pose, n_visible);
}

/* Of all templates. */
static void
check_pose (const HeadScene *scene, gboolean is_scale_set)
{
  const FolliPose pose = find_pose (scene);
  const double    stretch
      = is_scale_set ? scene->pixels_per_cm / 10 / pose.pixels_per_mm : 1;
  guint                        n_templates;
  const FolliHairlineTemplate *templates
      = folli_hairline_list_templates (&n_templates);
  TapeErrors errors = { 0 };

  for (guint i = 0; i < n_templates; i++)
    {
      guint n_visible;
      g_autoptr (GArray) path
          = draw (&templates[i], &pose, stretch, &n_visible);

      tape_measure (scene, &templates[i], path, n_visible, &errors);
    }
  g_test_message ("turned %g, bowed %g: %u landmarks %.1f mm off on average, "
                  "%.1f mm at most",
                  scene->yaw_deg, scene->pitch_deg, errors.n_spots,
                  errors.sum_mm / errors.n_spots, errors.most_mm);
  g_assert_cmpfloat (errors.most_mm, <,
                     is_scale_set ? MOST_MM : MOST_BY_EYES_MM);
}

static void
check_poses (gboolean is_scale_set)
{
  for (guint yaw = 0; yaw < G_N_ELEMENTS (YAWS_DEG); yaw++)
    for (guint pitch = 0; pitch < G_N_ELEMENTS (PITCHES_DEG); pitch++)
      {
        HeadScene scene = HEAD_SCENE_FALLBACK;

        scene.yaw_deg = YAWS_DEG[yaw];
        scene.pitch_deg = PITCHES_DEG[pitch];
        check_pose (&scene, is_scale_set);
      }
}

static void
templates_lie_where_a_tape_puts_them (void)
{
  check_poses (TRUE);
}

static void
the_eyes_alone_tell_the_scale (void)
{
  check_poses (FALSE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hairline-head/templates-lie-where-a-tape-puts-them",
                   templates_lie_where_a_tape_puts_them);
  g_test_add_func ("/hairline-head/the-eyes-alone-tell-the-scale",
                   the_eyes_alone_tell_the_scale);
  return g_test_run ();
}
