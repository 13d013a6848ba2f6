/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/hairline-path.h"

#include <math.h>

#include "follicle/hairline-design.h"

/* How far outside the head's outline the path closes, so that no rim of bare
 * skin is left where a head is a little larger than the mean; as a share of
 * its size. From doc/numbers.md, "A head's shape". */
static const double OUTSIDE = 0.01;

/* Anchors round the outline stand at most this far apart. */
static const double MOST_APART_RAD = 0.5;

/* Skin behind an ear that is seen from the front is hidden by the ear where it
 * lies no farther from the outline than that. */
static const double BEHIND_EAR_MM = 4;

/* Ears stand where a head is nearly as wide as at its widest, as a share. */
static const double EAR_ASIDE = 0.9;

static FolliPlace
mix (FolliPlace a, FolliPlace b, double t)
{
  return folli_place_add (folli_place_scale (a, 1 - t),
                          folli_place_scale (b, t));
}

/* Cuts the curve between two anchors in two, which stays the same curve. */
static FolliHairlineAnchor
split (FolliHairlineAnchor *from, FolliHairlineAnchor *to, double t)
{
  const FolliPlace    middle = mix (from->after, to->before, t);
  FolliHairlineAnchor cut;

  from->after = mix (from->place, from->after, t);
  to->before = mix (to->before, to->place, t);
  cut.before = mix (from->after, middle, t);
  cut.after = mix (middle, to->before, t);
  cut.place = mix (cut.before, cut.after, t);
  return cut;
}

static FolliPlace
get_place (const FolliHairlineAnchor *from,
           const FolliHairlineAnchor *to,
           double                     t)
{
  FolliHairlineAnchor first = *from;
  FolliHairlineAnchor last = *to;

  return split (&first, &last, t).place;
}

static FolliHairlineAnchor *
get_anchor (GArray *line, int i)
{
  return &g_array_index (line, FolliHairlineAnchor, i);
}

/* Nearly on the outline is in sight, for what was brought there. */
static gboolean
is_visible (const FolliPose *pose, FolliPlace place)
{
  return folli_pose_get_facing (pose, place) > -1e-9;
}

/* Where the head's outline is nearest to a place. */
static FolliPlace
find_rim (const FolliPose *pose, FolliPlace place)
{
  return folli_pose_get_rim (pose, folli_pose_find_rim (pose, place));
}

static void
move_to_rim (const FolliPose *pose, FolliHairlineAnchor *anchor)
{
  const FolliPlace way = folli_place_add (
      find_rim (pose, anchor->place), folli_place_scale (anchor->place, -1));

  anchor->before = folli_place_add (anchor->before, way);
  anchor->place = folli_place_add (anchor->place, way);
  anchor->after = folli_place_add (anchor->after, way);
}

/* A corner that recedes may be hidden behind the head where the temple below
   it can be seen again: there the line follows the outline. */
static void
bring_forward (GArray *line, const FolliPose *pose, int step)
{
  gboolean is_beyond = FALSE;
  int      i = step > 0 ? (int)line->len - 1 : 0;

  for (; i != (int)line->len / 2; i -= step)
    {
      FolliHairlineAnchor *anchor = get_anchor (line, i);

      if (folli_pose_get_facing (pose, anchor->place) > 0)
        is_beyond = TRUE;
      else if (is_beyond)
        move_to_rim (pose, anchor);
    }
}

/* From the middle towards one end: the anchor of the line beyond which it
   turns out of sight for the first time, cut there. */
static FolliHairlineAnchor
cut_line (GArray *line, const FolliPose *pose, int step, int *last)
{
  int    seen = line->len / 2;
  double low = 0;
  double high = 1;

  while (seen + step >= 0 && seen + step < (int)line->len
         && is_visible (pose, get_anchor (line, seen + step)->place))
    seen += step;
  *last = seen;
  if (seen + step < 0 || seen + step >= (int)line->len)
    return *get_anchor (line, seen);

  while (high - low > 1e-6)
    {
      const double     t = (low + high) / 2;
      const FolliPlace place = step > 0
                                   ? get_place (get_anchor (line, seen),
                                                get_anchor (line, seen + 1), t)
                                   : get_place (get_anchor (line, seen - 1),
                                                get_anchor (line, seen), 1 - t);

      if (is_visible (pose, place))
        low = t;
      else
        high = t;
    }
  if (step > 0)
    return split (get_anchor (line, seen), get_anchor (line, seen + 1), low);
  return split (get_anchor (line, seen - 1), get_anchor (line, seen), 1 - low);
}

/* Whether a place is so near the outline that an ear hides what is between. */
static gboolean
is_at_rim (const FolliPose *pose, FolliPlace place)
{
  const double facing = MIN (fabs (folli_pose_get_facing (pose, place)), 1);

  return pose->skull.radius_mm.x * (1 - sqrt (1 - facing * facing))
         < BEHIND_EAR_MM;
}

static gboolean
is_at_ear (const FolliPose *pose, FolliPlace place)
{
  return fabs (place.x) > EAR_ASIDE * pose->skull.radius_mm.x;
}

static gboolean
is_above (const FolliPose *pose, FolliPlace place, FolliPlace other, int step)
{
  return step
             * remainder (folli_pose_find_rim (pose, place)
                              - folli_pose_find_rim (pose, other),
                          2 * G_PI)
         > 0;
}

/* The anchor over the ear, from where the line goes down along the outline to
   its end; or the middle. */
static int
find_top_of_ear (GArray          *line,
                 const FolliPose *pose,
                 int              step,
                 int              last,
                 FolliPlace       end)
{
  const int middle = line->len / 2;

  for (; last != middle; last -= step)
    {
      const FolliPlace place = get_anchor (line, last)->place;

      if (!is_at_rim (pose, place) || !is_above (pose, place, end, step))
        return middle;
      if (is_at_ear (pose, place)
          && is_above (pose, place, get_anchor (line, last - step)->place,
                       step))
        return last;
    }
  return middle;
}

/* What closes the line goes up along the outline again, and between both ways
   there is nothing but the ear. */
static void
end_over_ear (GArray              *line,
              const FolliPose     *pose,
              int                  step,
              int                 *last,
              FolliHairlineAnchor *end)
{
  const int top = find_top_of_ear (line, pose, step, *last, end->place);

  if (top == (int)line->len / 2)
    return;
  *end = *get_anchor (line, top);
  move_to_rim (pose, end);
  *last = top - step;
}

static void
append_point (GArray *path, const FolliPose *pose, FolliPlace place)
{
  const FolliPoint point = folli_pose_project (pose, place);

  g_array_append_val (path, point.x);
  g_array_append_val (path, point.y);
}

static void
append (GArray *path, const FolliPose *pose, const FolliHairlineAnchor *anchor)
{
  append_point (path, pose, anchor->before);
  append_point (path, pose, anchor->place);
  append_point (path, pose, anchor->after);
}

static FolliPlace
widen (FolliPlace place)
{
  return folli_place_scale (place, 1 + OUTSIDE);
}

/* A place on the outline, and a handle there for an arc of so many radians. */
static FolliPlace
get_rim (const FolliPose *pose, double angle, double arc)
{
  const FolliPlace place = folli_pose_get_rim (pose, angle);
  const FolliPlace onwards = folli_pose_get_rim (pose, angle + G_PI / 2);

  /* how a cubic curve follows a circle best */
  return widen (folli_place_add (
      place, folli_place_scale (onwards, 4. / 3 * tan (arc / 4))));
}

/* From the line's right end over the head to its left end. */
static GArray *
close_over_head (const FolliPose     *pose,
                 FolliHairlineAnchor *right,
                 FolliHairlineAnchor *left)
{
  GArray      *anchors = g_array_new (FALSE, FALSE, sizeof *right);
  const double from = folli_pose_find_rim (pose, right->place);
  double       arc = folli_pose_find_rim (pose, left->place) - from;
  guint        n_arcs;

  if (arc < 0)
    arc += 2 * G_PI;
  n_arcs = ceil (arc / MOST_APART_RAD);
  arc /= n_arcs;

  right->before = widen (right->before);
  right->place = widen (right->place);
  right->after = get_rim (pose, from, arc);
  for (guint i = 1; i < n_arcs; i++)
    {
      const double              angle = from + i * arc;
      const FolliHairlineAnchor anchor
          = { get_rim (pose, angle, -arc), get_rim (pose, angle, 0),
              get_rim (pose, angle, arc) };

      g_array_append_val (anchors, anchor);
    }
  left->before = get_rim (pose, from + n_arcs * arc, -arc);
  left->place = widen (left->place);
  left->after = widen (left->after);
  return anchors;
}

GArray *
folli_hairline_path_project (GArray          *line,
                             const FolliPose *pose,
                             guint           *n_visible)
{
  GArray *path = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) seen = g_array_copy (line);
  g_autoptr (GArray) over = NULL;
  FolliHairlineAnchor left, right;
  int                 first, last;

  bring_forward (seen, pose, 1);
  bring_forward (seen, pose, -1);
  right = cut_line (seen, pose, 1, &last);
  left = cut_line (seen, pose, -1, &first);
  end_over_ear (seen, pose, 1, &last, &right);
  end_over_ear (seen, pose, -1, &first, &left);
  over = close_over_head (pose, &right, &left);

  append (path, pose, &left);
  for (int i = first; i <= last; i++)
    append (path, pose, get_anchor (seen, i));
  append (path, pose, &right);
  for (guint i = 0; i < over->len; i++)
    append (path, pose, get_anchor (over, i));
  if (n_visible)
    *n_visible = last - first + 3;
  return path;
}
