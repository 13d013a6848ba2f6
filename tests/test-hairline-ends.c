/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "follicle/hairline-design.h"
#include "path-distance.h"

/* Where a line has risen to the outline over an ear it ends: the way down again
 * beside what closes it would be a thorn. */
static const double THORN_MM = 3;

/* And it may end so far below that. */
static const double FALL_MM = 1;

/* Ears are so far beside the middle of a head, and not more above it. Corners
 * that recede may be as low in a head that is bowed by more than 15 degrees. */
static const double ASIDE_MM = 40;

static const double     PX_PER_MM = 4;
static const FolliPoint GLABELLA = { 1000, 900 };

typedef struct
{
  FolliPose pose;
  GArray   *path;
  guint     n_visible;
} Line;

static Line
draw (const FolliHairlineTemplate *kind, double turn_deg, double bow_deg)
{
  Line line
      = { folli_pose_turn (turn_deg, bow_deg, 0, GLABELLA, PX_PER_MM), NULL };
  FolliHairlineDesign design;
  g_autoptr (GArray) anchors = NULL;

  g_assert_true (folli_hairline_design_make (kind->id, 0, 0, 0, &design, NULL));
  anchors = folli_hairline_design_draw (&design, &line.pose.skull, 1, NULL);
  line.path
      = folli_hairline_path_project (anchors, &line.pose, &line.n_visible);
  return line;
}

/* What closes the line over the head, from its right end to its left one. */
static GArray *
get_arc (const Line *line)
{
  GArray     *arc = g_array_new (FALSE, FALSE, sizeof (double));
  const guint first = (line->n_visible - 1) * FOLLI_PATH_NUMBERS;

  g_array_append_vals (arc, &g_array_index (line->path, double, first),
                       line->path->len - first);
  g_array_append_vals (arc, line->path->data, FOLLI_PATH_NUMBERS);
  return arc;
}

/* Whether the line turns down there, beside the middle of the head. */
static gboolean
is_over_ear (const Line *line, guint i)
{
  const FolliPoint *points = (const FolliPoint *)line->path->data;
  const FolliPoint  here = points[3 * i + 1];
  const double      aside_px = ASIDE_MM * PX_PER_MM;
  const double      fall_px = FALL_MM * PX_PER_MM;

  return here.y + fall_px < points[3 * i - 2].y
         && here.y + fall_px < points[3 * i + 4].y
         && fabs (here.x - line->pose.centre.x) > aside_px
         && fabs (here.y - line->pose.centre.y) < aside_px;
}

static void
check_line (const Line *line)
{
  g_autoptr (GArray) arc = get_arc (line);

  for (guint i = 1; i + 1 < line->n_visible; i++)
    if (is_over_ear (line, i))
      {
        const FolliPoint here = ((FolliPoint *)line->path->data)[3 * i + 1];
        const double     wide_mm
            = path_find_distance (arc, arc->len / FOLLI_PATH_NUMBERS, here)
              / PX_PER_MM;

        g_test_message ("%.1f mm behind the ear", wide_mm);
        g_assert_cmpfloat (wide_mm, >, THORN_MM);
      }
}

static void
have_no_thorns_behind_ears (void)
{
  guint                        n_templates;
  const FolliHairlineTemplate *templates
      = folli_hairline_list_templates (&n_templates);

  for (guint i = 0; i < n_templates; i++)
    for (double turn_deg = -28; turn_deg <= 28; turn_deg += 2)
      for (double bow_deg = -20; bow_deg <= 15; bow_deg += 5)
        {
          const Line line = draw (&templates[i], turn_deg, bow_deg);

          g_test_message ("%s, turned %g, bowed %g", templates[i].id, turn_deg,
                          bow_deg);
          check_line (&line);
          g_array_unref (line.path);
        }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hairline-ends/have-no-thorns-behind-ears",
                   have_no_thorns_behind_ears);
  return g_test_run ();
}
