/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "follicle/error.h"
#include "follicle/hairline-design.h"
#include "path-distance.h"

static const FolliPoint GLABELLA = { 1000, 900 };
static const double     SCALE = 4;

/* Turned, bowed and tilted, in degrees. */
static const double POSES[][3]
    = { { 0, 0, 0 },    { 28, 0, 0 },    { -28, 0, 0 },
        { 0, 25, 0 },   { 0, -25, 0 },   { 0, 0, 29 },
        { 20, 15, -8 }, { -17, 20, 12 }, { 25, -14, 20 } };

typedef void (*Check) (const FolliHairlineDesign *design, GArray *line);

static FolliHairlineAnchor *
get_anchor (GArray *line, guint i)
{
  return &g_array_index (line, FolliHairlineAnchor, i);
}

static FolliPlace
get_place (GArray *line, guint i, double t)
{
  const FolliHairlineAnchor *from = get_anchor (line, i);
  const FolliHairlineAnchor *to = get_anchor (line, i + 1);
  const double               s = 1 - t;
  const double               weight[4]
      = { s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t };
  const FolliPlace first
      = folli_place_add (folli_place_scale (from->place, weight[0]),
                         folli_place_scale (from->after, weight[1]));
  const FolliPlace last
      = folli_place_add (folli_place_scale (to->before, weight[2]),
                         folli_place_scale (to->place, weight[3]));

  return folli_place_add (first, last);
}

static FolliHairlineDesign
make (const char *id, double height_mm, double recession_mm, double width_mm)
{
  FolliHairlineDesign design = { NULL };
  g_autoptr (GError) error = NULL;

  folli_hairline_design_make (id, height_mm, recession_mm, width_mm, &design,
                              &error);
  g_assert_no_error (error);
  return design;
}

static GArray *
draw (const FolliHairlineDesign *design)
{
  const FolliSkull skull = FOLLI_SKULL_MEAN;
  g_autoptr (GError) error = NULL;
  GArray *line = folli_hairline_design_draw (design, &skull, 1, &error);

  g_assert_no_error (error);
  return line;
}

static void
check_all (Check check)
{
  guint                        n_templates;
  const FolliHairlineTemplate *templates
      = folli_hairline_list_templates (&n_templates);

  g_assert_cmpuint (n_templates, >=, 6);
  for (guint i = 0; i < n_templates; i++)
    for (double height_mm = 0; height_mm <= 90; height_mm += 45)
      {
        const FolliHairlineDesign design
            = make (templates[i].id, height_mm, 0, 0);
        g_autoptr (GArray) line = draw (&design);

        g_test_message ("%s, %g mm", templates[i].id, height_mm);
        check (&design, line);
      }
}

static void
the_promised_templates_are_there (void)
{
  static const char *const IDS[]
      = { "linear", "m-shape", "round", "feminine", "mature", "receded" };

  for (guint i = 0; i < G_N_ELEMENTS (IDS); i++)
    g_assert_cmpstr (make (IDS[i], 0, 0, 0).kind->id, ==, IDS[i]);
}

static void
check_mirror (const FolliHairlineDesign *design, GArray *line)
{
  for (guint i = 0; i < line->len; i++)
    {
      const FolliHairlineAnchor *left = get_anchor (line, i);
      const FolliHairlineAnchor *right = get_anchor (line, line->len - 1 - i);

      g_assert_cmpfloat_with_epsilon (left->place.x, -right->place.x, 1e-6);
      g_assert_cmpfloat_with_epsilon (left->place.y, right->place.y, 1e-6);
      g_assert_cmpfloat_with_epsilon (left->after.x, -right->before.x, 1e-6);
      g_assert_cmpfloat_with_epsilon (left->after.y, right->before.y, 1e-6);
      g_assert_cmpfloat_with_epsilon (left->after.z, right->before.z, 1e-6);
    }
}

static void
both_sides_are_alike (void)
{
  check_all (check_mirror);
}

/* How far a place on the right is from the mirrored one on the left. */
static double
compare_sides (GArray *line, guint from_middle)
{
  const FolliSkull skull = FOLLI_SKULL_MEAN;
  const guint      middle = line->len / 2;
  FolliPlace       left = get_anchor (line, middle - from_middle)->place;

  left.x = -left.x;
  return folli_skull_measure (&skull, left,
                              get_anchor (line, middle + from_middle)->place);
}

static void
the_sides_differ_by_the_asymmetry (void)
{
  for (double asymmetry_mm = 1; asymmetry_mm <= 3; asymmetry_mm++)
    for (guint64 seed = 0; seed < 50; seed++)
      {
        FolliHairlineDesign design = make ("mature", 0, 0, 0);
        g_autoptr (GArray) line = NULL;

        design.asymmetry_mm = asymmetry_mm;
        design.seed = seed;
        line = draw (&design);
        g_assert_cmpfloat_with_epsilon (compare_sides (line, 2), asymmetry_mm,
                                        0.08 * asymmetry_mm);
        g_assert_cmpfloat (compare_sides (line, 1), >, 0.29 * asymmetry_mm);
        g_assert_cmpfloat (compare_sides (line, 1), <, 0.81 * asymmetry_mm);
        for (guint same = 3; same <= line->len / 2; same++)
          g_assert_cmpfloat (compare_sides (line, same), <, 1e-4);
      }
}

static void
a_seed_says_how_the_sides_differ (void)
{
  FolliHairlineDesign design = make ("mature", 0, 0, 0);
  g_autoptr (GArray) one = NULL;
  g_autoptr (GArray) again = NULL;
  g_autoptr (GArray) other = NULL;

  design.asymmetry_mm = 2;
  design.seed = 4;
  one = draw (&design);
  again = draw (&design);
  design.seed = 5;
  other = draw (&design);
  g_assert_cmpmem (one->data, one->len * sizeof (FolliHairlineAnchor),
                   again->data, again->len * sizeof (FolliHairlineAnchor));
  g_assert_cmpfloat (fabs (get_anchor (one, one->len / 2 + 2)->place.x
                           - get_anchor (other, other->len / 2 + 2)->place.x),
                     >, 0.1);
}

/* By a sum over small steps along the midline's ellipse, of its own. */
static double
measure_midline (const FolliSkull *skull, FolliPlace top)
{
  const FolliPlace glabella = folli_skull_walk (skull, 0, 0);
  const double     from = atan2 (glabella.y / skull->radius_mm.y,
                                 glabella.z / skull->radius_mm.z);
  const double     to
      = atan2 (top.y / skull->radius_mm.y, top.z / skull->radius_mm.z);
  double sum = 0;

  for (int i = 0; i < 10000; i++)
    {
      const double a = from + (to - from) * i / 10000;
      const double b = from + (to - from) * (i + 1) / 10000;

      sum += hypot (skull->radius_mm.y * (sin (b) - sin (a)),
                    skull->radius_mm.z * (cos (b) - cos (a)));
    }
  return sum;
}

static void
check_height (const FolliHairlineDesign *design, GArray *line)
{
  const FolliSkull           skull = FOLLI_SKULL_MEAN;
  const FolliHairlineAnchor *middle = get_anchor (line, line->len / 2);

  g_assert_cmpfloat_with_epsilon (middle->place.x, 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (measure_midline (&skull, middle->place),
                                  design->height_mm, 0.05);
  g_assert_cmpfloat_with_epsilon (
      folli_skull_measure (&skull, folli_skull_walk (&skull, 0, 0),
                           middle->place),
      design->height_mm, 0.05);
}

static void
the_middle_is_as_high_as_a_tape_says (void)
{
  check_all (check_height);
}

static void
check_surface (const FolliHairlineDesign *design, GArray *line)
{
  const FolliPlace radius = FOLLI_SKULL_MEAN.radius_mm;

  for (guint i = 0; i + 1 < line->len; i++)
    for (double t = 0; t <= 1; t += 0.05)
      {
        const FolliPlace place = get_place (line, i, t);
        const double     share
            = sqrt (pow (place.x / radius.x, 2) + pow (place.y / radius.y, 2)
                    + pow (place.z / radius.z, 2));

        /* a hundredth of a skull's radius is 0.8-0.9 mm */
        g_assert_cmpfloat_with_epsilon (share, 1, 0.02);
      }
}

static void
the_line_lies_on_the_skin (void)
{
  check_all (check_surface);
}

static double
get_azimuth (FolliPlace place)
{
  return atan2 (place.x / FOLLI_SKULL_MEAN.radius_mm.x,
                place.z / FOLLI_SKULL_MEAN.radius_mm.z);
}

/* A line that turned back on itself would enclose bare skin. */
static void
check_progress (const FolliHairlineDesign *design, GArray *line)
{
  const guint middle = line->len / 2;
  double      before_mm = get_anchor (line, middle - 3)->place.x;

  for (guint i = middle - 3; i < middle + 3; i++)
    for (double t = 0.02; t <= 1; t += 0.02)
      {
        const double x_mm = get_place (line, i, t).x;

        g_assert_cmpfloat (x_mm, >, before_mm);
        before_mm = x_mm;
      }
}

static void
the_line_runs_from_temple_to_temple (void)
{
  check_all (check_progress);
}

static void
corners_lie_where_recession_and_width_say (void)
{
  const FolliSkull skull = FOLLI_SKULL_MEAN;

  for (double recession_mm = -10; recession_mm <= 50; recession_mm += 20)
    for (double width_mm = 100; width_mm <= 160; width_mm += 20)
      {
        const FolliHairlineDesign design
            = make ("mature", 70, recession_mm, width_mm);
        g_autoptr (GArray) line = draw (&design);
        const FolliPlace corner = get_anchor (line, line->len / 2 + 2)->place;
        const FolliPlace midline
            = folli_skull_walk (&skull, 70 + recession_mm, 0);

        g_assert_cmpfloat_with_epsilon (
            folli_skull_measure (&skull, midline, corner), width_mm / 2, 0.05);
        g_assert_cmpfloat_with_epsilon (measure_midline (&skull, midline),
                                        70 + recession_mm, 0.05);
      }
}

/* The pose is told by landmarks alone, and the line may not leave the skin's
   own curve by more than what a hand with a pencil does. */
static void
check_poses (const FolliHairlineDesign *design, GArray *line)
{
  for (guint p = 0; p < G_N_ELEMENTS (POSES); p++)
    {
      const FolliPose  truth = folli_pose_turn (POSES[p][0], POSES[p][1],
                                                POSES[p][2], GLABELLA, SCALE);
      const FolliPoint landmarks[]
          = { GLABELLA,
              folli_pose_project (&truth, folli_pose_get_eye_corner (-1)),
              folli_pose_project (&truth, folli_pose_get_eye_corner (1)) };
      FolliPose found;
      guint     n_visible;
      g_autoptr (GArray) path = NULL;

      g_assert_true (folli_pose_find (landmarks, 3, 2000, 1600, &found, NULL));
      path = folli_hairline_path_project (line, &found, &n_visible);
      for (guint i = 0; i + 1 < line->len; i++)
        for (double t = 0; t <= 1; t += 0.1)
          {
            const FolliPlace place = get_place (line, i, t);

            /* beyond the ear it is the outline that closes the path */
            if (fabs (get_azimuth (place)) < 1.1
                && folli_pose_get_facing (&truth, place) > 0.02)
              g_assert_cmpfloat (
                  path_find_distance (path, n_visible,
                                      folli_pose_project (&truth, place))
                      / SCALE,
                  <, 1);
          }
    }
}

static void
a_turned_head_is_met_within_a_millimetre (void)
{
  check_all (check_poses);
}

/* By the sign of turns: a path that crossed itself would be filled twice or
   not at all. */
static gboolean
is_inside (GArray *path, double x, double y)
{
  const guint n = path->len / FOLLI_PATH_NUMBERS;
  gboolean    inside = FALSE;
  double      before_x = 0, before_y = 0;

  for (guint i = 0; i <= n; i++)
    for (double t = i == n ? 1 : 0; t <= 0.99; t += 0.1)
      {
        const double *at
            = &g_array_index (path, double, i *FOLLI_PATH_NUMBERS + 2);
        const double *to
            = &g_array_index (path, double, (i + 1) % n * FOLLI_PATH_NUMBERS);
        const double s = 1 - t;
        const double here_x = s * s * s * at[0] + 3 * s * s * t * at[2]
                              + 3 * s * t * t * to[0] + t * t * t * to[2];
        const double here_y = s * s * s * at[1] + 3 * s * s * t * at[3]
                              + 3 * s * t * t * to[1] + t * t * t * to[3];

        if ((i > 0 || t > 0) && (here_y > y) != (before_y > y)
            && x < here_x
                       + (y - here_y) * (before_x - here_x)
                             / (before_y - here_y))
          inside = !inside;
        before_x = here_x;
        before_y = here_y;
      }
  return inside;
}

static void
the_path_encloses_the_scalp_and_not_the_face (void)
{
  const FolliHairlineDesign design = make ("mature", 0, 0, 0);
  g_autoptr (GArray) line = draw (&design);

  for (guint p = 0; p < G_N_ELEMENTS (POSES); p++)
    {
      const FolliPose pose = folli_pose_turn (POSES[p][0], POSES[p][1],
                                              POSES[p][2], GLABELLA, SCALE);
      g_autoptr (GArray) path = folli_hairline_path_project (line, &pose, NULL);
      const FolliPoint scalp = folli_pose_project (
          &pose, folli_skull_walk (&pose.skull, design.height_mm + 3, 0));
      const FolliPoint forehead = folli_pose_project (
          &pose, folli_skull_walk (&pose.skull, design.height_mm - 3, 0));
      FolliPoint rim
          = folli_pose_project (&pose, folli_pose_get_rim (&pose, G_PI / 2));

      g_assert_true (is_inside (path, scalp.x, scalp.y));
      g_assert_false (is_inside (path, forehead.x, forehead.y));
      g_assert_false (is_inside (path, GLABELLA.x, GLABELLA.y));
      rim.x += 0.04 * (rim.x - pose.centre.x);
      rim.y += 0.04 * (rim.y - pose.centre.y);
      g_assert_false (is_inside (path, rim.x, rim.y));
    }
}

static void
a_line_over_the_vertex_is_refused (void)
{
  const FolliSkull          skull = FOLLI_SKULL_MEAN;
  const FolliHairlineDesign design = make ("receded", 110, 60, 0);
  g_autoptr (GError) error = NULL;

  g_assert_null (folli_hairline_design_draw (&design, &skull, 1, &error));
  g_assert_error (error, FOLLI_ERROR, FOLLI_ERROR_RANGE);
  g_assert_nonnull (strstr (error->message, "vertex"));
}

static void
what_is_not_allowed_is_named (void)
{
  static const struct
  {
    const char *id;
    double      measure_mm[3];
    const char *word;
  } FAULTS[] = { { "mohawk", { 0, 0, 0 }, "\"mohawk\"" },
                 { "mohawk", { 0, 0, 0 }, "linear, m-shape" },
                 { "mature", { 39, 0, 0 }, "Height 39 mm" },
                 { "mature", { NAN, 0, 0 }, "Height nan mm" },
                 { "mature", { 0, 71, 0 }, "Recession 71 mm" },
                 { "mature", { 0, 0, 201 }, "Width 201 mm" } };

  for (guint i = 0; i < G_N_ELEMENTS (FAULTS); i++)
    {
      FolliHairlineDesign design = { NULL };
      g_autoptr (GError) error = NULL;

      g_assert_false (folli_hairline_design_make (
          FAULTS[i].id, FAULTS[i].measure_mm[0], FAULTS[i].measure_mm[1],
          FAULTS[i].measure_mm[2], &design, &error));
      g_assert_nonnull (strstr (error->message, FAULTS[i].word));
      g_assert_null (design.kind);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, function) g_test_add_func ("/hairline-design/" name, function)
  ADD ("the-promised-templates-are-there", the_promised_templates_are_there);
  ADD ("both-sides-are-alike", both_sides_are_alike);
  ADD ("the-sides-differ-by-the-asymmetry", the_sides_differ_by_the_asymmetry);
  ADD ("a-seed-says-how-the-sides-differ", a_seed_says_how_the_sides_differ);
  ADD ("the-middle-is-as-high-as-a-tape-says",
       the_middle_is_as_high_as_a_tape_says);
  ADD ("the-line-lies-on-the-skin", the_line_lies_on_the_skin);
  ADD ("the-line-runs-from-temple-to-temple",
       the_line_runs_from_temple_to_temple);
  ADD ("corners-lie-where-recession-and-width-say",
       corners_lie_where_recession_and_width_say);
  ADD ("a-turned-head-is-met-within-a-millimetre",
       a_turned_head_is_met_within_a_millimetre);
  ADD ("the-path-encloses-the-scalp-and-not-the-face",
       the_path_encloses_the_scalp_and_not_the_face);
  ADD ("a-line-over-the-vertex-is-refused", a_line_over_the_vertex_is_refused);
  ADD ("what-is-not-allowed-is-named", what_is_not_allowed_is_named);
  return g_test_run ();
}
