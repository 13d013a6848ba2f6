/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "follicle/hairline-design.h"
#include "follicle/hairline-path.h"
#include "follicle/head-outline.h"
#include "head/landmarks.h"
#include "path-distance.h"
#include "tape-spots.h"

/* What closes a line runs 1 % outside of that, some 0.8 mm: bare skin inside
 * would be seen, and dots outside on a wall. In a room an edge behind the head
 * may be taken for the head's. */
static const double MOST_INSIDE_MM = 1;
static const double MOST_OUTSIDE_MM = 1.5;
static const double MOST_OUTSIDE_IN_ROOM_MM = 6;

/* Where a line may lie beside where a tape puts it, the scale being set. */
static const double MOST_MM = 3;

/* How far a click beside the middle between the brows may be off. */
static const double BROWS_OFF_MM = 5;

static const double YAWS_DEG[] = { -20, 0, 20 };
static const double PITCHES_DEG[] = { -12, 0, 15 };

#define N_PHOTOS (G_N_ELEMENTS (YAWS_DEG) * G_N_ELEMENTS (PITCHES_DEG) * 2)

typedef struct
{
  HeadScene         scene;
  FolliHeadPicture *picture;
  float            *mask;
  FolliPoint        landmarks[HEAD_N_MARKS];
  FolliPose         pose;
  FolliHeadOutline  outline;
} Photo;

static void
find_pose (Photo *photo)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < HEAD_N_MARKS; i++)
    {
      const HeadSpot spot = head_landmark (&photo->scene, i);

      photo->landmarks[i] = (FolliPoint){ spot.x, spot.y };
    }
  folli_pose_find (photo->landmarks, HEAD_N_MARKS, photo->scene.width,
                   photo->scene.height, &photo->pose, &error);
  g_assert_no_error (error);
}

static void
take_photo (Photo *photo, double yaw_deg, double pitch_deg, gboolean is_busy)
{
  HeadScene *scene = &photo->scene;

  *scene = (HeadScene)HEAD_SCENE_FALLBACK;
  scene->width = 400;
  scene->height = 500;
  scene->pixels_per_cm = 16;
  scene->yaw_deg = yaw_deg;
  scene->pitch_deg = pitch_deg;
  scene->busy = is_busy;
  photo->picture = g_new0 (FolliHeadPicture, 1);
  *photo->picture
      = (FolliHeadPicture){ g_new (float, 3 * scene->width * scene->height),
                            scene->width, scene->height, 1 };
  photo->mask = g_new (float, scene->width * scene->height);
  head_render (scene, photo->picture->rgb, photo->mask);
  find_pose (photo);
}

static void
look (Photo *photo)
{
  g_assert_true (folli_head_outline_look (
      photo->picture, photo->landmarks, HEAD_N_MARKS, photo->scene.width,
      photo->scene.height, &photo->pose, &photo->outline));
}

static void
forget (Photo *photo)
{
  folli_head_picture_free (photo->picture);
  g_free (photo->mask);
}

/* The farthest of the scalp on a ray, as a factor; 0 where there is none. */
static double
find_true_factor (const Photo *photo, FolliPoint rim)
{
  const FolliPoint *middle = &photo->pose.centre;

  for (double factor = 1.4; factor > 0.4; factor -= 0.002)
    {
      const int x = middle->x + factor * (rim.x - middle->x);
      const int y = middle->y + factor * (rim.y - middle->y);

      if (x >= 0 && y >= 0 && x < photo->scene.width && y < photo->scene.height
          && photo->mask[y * photo->scene.width + x] > 0.5f)
        return factor;
    }
  return 0;
}

/* Over the top, from ear to ear. */
static void
check_outline (const Photo *photo)
{
  for (int step = 10; step <= 80; step++)
    {
      const FolliPoint rim = folli_pose_project (
          &photo->pose,
          folli_pose_get_rim (&photo->pose,
                              2 * G_PI * step / FOLLI_OUTLINE_STEPS));
      const double rim_mm
          = hypot (rim.x - photo->pose.centre.x, rim.y - photo->pose.centre.y)
            / (photo->scene.pixels_per_cm / 10);
      const double truth = find_true_factor (photo, rim);
      const double off_mm = (photo->outline.factor[step] - truth) * rim_mm;

      if (truth == 0)
        continue;
      g_test_message ("turned %g, bowed %g, step %d: %.1f mm outside",
                      photo->scene.yaw_deg, photo->scene.pitch_deg, step,
                      off_mm);
      g_assert_cmpfloat (off_mm, >, -MOST_INSIDE_MM);
      g_assert_cmpfloat (off_mm, <,
                         photo->scene.busy ? MOST_OUTSIDE_IN_ROOM_MM
                                           : MOST_OUTSIDE_MM);
    }
}

/* In every pose before a wall and before a room. */
static Photo *
take_photos (void)
{
  Photo *photos = g_new (Photo, N_PHOTOS);
  Photo *next = photos;

  for (guint yaw = 0; yaw < G_N_ELEMENTS (YAWS_DEG); yaw++)
    for (guint pitch = 0; pitch < G_N_ELEMENTS (PITCHES_DEG); pitch++)
      for (int is_busy = 0; is_busy <= 1; is_busy++)
        {
          take_photo (next, YAWS_DEG[yaw], PITCHES_DEG[pitch], is_busy);
          look (next++);
        }
  return photos;
}

static void
for_each_photo (void (*check) (const Photo *photo))
{
  static Photo *photos;

  if (!photos)
    photos = take_photos ();
  for (guint i = 0; i < N_PHOTOS; i++)
    check (&photos[i]);
}

static void
is_where_the_head_ends (void)
{
  for_each_photo (check_outline);
}

static GArray *
draw_line (const Photo                 *photo,
           const FolliHairlineTemplate *kind,
           guint                       *n_visible)
{
  FolliHairlineDesign design;
  const double        stretch
      = photo->scene.pixels_per_cm / 10 / photo->pose.pixels_per_mm;
  g_autoptr (GArray) line = NULL;
  GArray *path;

  g_assert_true (folli_hairline_design_make (kind->id, 0, 0, 0, &design, NULL));
  line
      = folli_hairline_design_draw (&design, &photo->pose.skull, stretch, NULL);
  path = folli_hairline_path_project (line, &photo->pose, n_visible);
  folli_head_outline_fit (&photo->outline, &photo->pose, path);
  return path;
}

/* How far both handles of an anchor are from being one line, in radians. */
static double
get_kink (const FolliPoint *anchor)
{
  const double before
      = atan2 (anchor[1].y - anchor[0].y, anchor[1].x - anchor[0].x);
  const double after
      = atan2 (anchor[2].y - anchor[1].y, anchor[2].x - anchor[1].x);

  return fabs (remainder (after - before, 2 * G_PI));
}

static void
check_arc (GArray *path, guint n_visible)
{
  const FolliPoint *points = (const FolliPoint *)path->data;

  for (guint i = n_visible; i < path->len / FOLLI_PATH_NUMBERS; i++)
    g_assert_cmpfloat (get_kink (points + 3 * i), <, 1e-3);
}

static void
check_templates (const Photo *photo)
{
  guint                        n_templates;
  const FolliHairlineTemplate *templates
      = folli_hairline_list_templates (&n_templates);
  TapeErrors errors = { 0 };

  for (guint i = 0; i < n_templates; i++)
    {
      guint n_visible;
      g_autoptr (GArray) path = draw_line (photo, &templates[i], &n_visible);

      tape_measure (&photo->scene, &templates[i], path, n_visible, &errors);
      check_arc (path, n_visible);
    }
  g_test_message ("turned %g, bowed %g: landmarks %.1f mm off on average, %.1f "
                  "mm at most",
                  photo->scene.yaw_deg, photo->scene.pitch_deg,
                  errors.sum_mm / errors.n_spots, errors.most_mm);
  g_assert_cmpfloat (errors.most_mm, <, MOST_MM);
}

static void
leaves_lines_where_a_tape_puts_them (void)
{
  for_each_photo (check_templates);
}

/* A tape that starts too low ends as much too low, and the line, its ends over
   the ears with it, adds no more to that than it may anywhere. */
static void
check_line_of_low_brows (const Photo                 *low,
                         const Photo                 *right,
                         const FolliHairlineTemplate *kind)
{
  const double px_per_mm = right->scene.pixels_per_cm / 10;
  guint        n_visible, n_low;
  g_autoptr (GArray) path = draw_line (right, kind, &n_visible);
  g_autoptr (GArray) low_path = draw_line (low, kind, &n_low);
  const FolliPoint *points = (const FolliPoint *)path->data;

  for (guint i = 0; i < n_visible; i++)
    {
      const double off_mm
          = path_find_distance (low_path, n_low, points[3 * i + 1]) / px_per_mm;

      g_test_message ("%s, anchor %u: %.1f mm off", kind->id, i, off_mm);
      g_assert_cmpfloat (off_mm, <, BROWS_OFF_MM + MOST_MM);
    }
}

static void
check_lines_of_low_brows (const Photo *low, const Photo *right)
{
  guint                        n_templates;
  const FolliHairlineTemplate *templates
      = folli_hairline_list_templates (&n_templates);

  for (guint i = 0; i < n_templates; i++)
    check_line_of_low_brows (low, right, &templates[i]);
}

/* Brows that are too low have a face seem to be bowed. */
static void
keeps_to_the_head_where_brows_do_not (void)
{
  Photo     photo, right;
  FolliPose before;

  take_photo (&photo, 0, 0, FALSE);
  right = photo;
  look (&right);
  photo.landmarks[HEAD_MARK_GLABELLA].y
      += BROWS_OFF_MM * photo.pose.pixels_per_mm;
  g_assert_true (folli_pose_find (photo.landmarks, HEAD_N_MARKS,
                                  photo.scene.width, photo.scene.height,
                                  &photo.pose, NULL));
  before = photo.pose;
  look (&photo);
  g_test_message ("bowed by %.1f instead of %.1f degrees",
                  -asin (photo.pose.front.y) * 180 / G_PI,
                  -asin (before.front.y) * 180 / G_PI);
  check_lines_of_low_brows (&photo, &right);
  check_outline (&photo);
  forget (&photo);
}

static void
check_nothing (FolliHeadPicture picture)
{
  const FolliPose pose = folli_pose_turn (5, 3, 0, (FolliPoint){ 50, 60 }, 0.5);
  FolliHeadOutline outline;

  g_assert_false (folli_head_outline_find (&picture, &pose, &outline));
  for (int step = 0; step < FOLLI_OUTLINE_STEPS; step++)
    g_assert_cmpfloat (outline.factor[step], ==, 1);
}

static void
is_not_there_without_an_edge (void)
{
  static float even[3 * 100 * 100];
  float        pixel[3] = { 0.1, 0.2, 0.3 };

  check_nothing ((FolliHeadPicture){ even, 100, 100, 1 });
  check_nothing ((FolliHeadPicture){ pixel, 1, 1, 1 });
  for (int i = 0; i < 3 * 100 * 100; i++)
    even[i] = NAN;
  check_nothing ((FolliHeadPicture){ even, 100, 100, 1 });
}

#define ADD(name, function) g_test_add_func ("/head-outline/" name, function)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("is-where-the-head-ends", is_where_the_head_ends);
  ADD ("leaves-lines-where-a-tape-puts-them",
       leaves_lines_where_a_tape_puts_them);
  ADD ("keeps-to-the-head-where-brows-do-not",
       keeps_to_the_head_where_brows_do_not);
  ADD ("is-not-there-without-an-edge", is_not_there_without_an_edge);
  return g_test_run ();
}
