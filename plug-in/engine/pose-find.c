/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "follicle/error.h"
#include "follicle/parameters.h"
#include "pose-parts.h"

/* Beyond it the far temple cannot be seen, and a face is no longer told by
 * three of its points. */
static const double MOST_TURNED_DEG = 30;

/* Nearer ones were meant to be one, or a click went astray. */
static const double LEAST_APART_PX = 3;

/* How heads vary: the glabella over the corners of the eyes, the vertex over
 * the glabella. From doc/numbers.md, "A head's shape". */
static const double GLABELLA_DEVIATION_MM = 3;
static const double VERTEX_DEVIATION_MM = 6;
static const double LEAST_RADIUS_MM = 70;
static const double MOST_RADIUS_MM = 105;

/* What the camera sees of a face: from the left corner of the eyes to the
   right one, and from the middle between them to the glabella; px, y up. */
typedef struct
{
  FolliPlace across;
  FolliPlace rise;
  FolliPoint glabella;
} Face;

static const char *
get_name (guint landmark)
{
  static const char *const NAMES[] = {
    N_ ("the midline between the brows"),
    N_ ("the outer corner of an eye"),
    N_ ("the outer corner of the other eye"),
    N_ ("the top of the head"),
  };

  return _ (NAMES[landmark]);
}

static gboolean
check_number (guint n_landmarks, GError **error)
{
  if (n_landmarks >= FOLLI_LANDMARKS_LEAST
      && n_landmarks <= FOLLI_LANDMARKS_MOST)
    return TRUE;

  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_LANDMARKS,
               _ ("There are %u landmarks, but %u or %u are needed, in this "
                  "order: the midline between the brows, the outer corners of "
                  "both eyes and, if wanted, the top of the head"),
               n_landmarks, (guint)FOLLI_LANDMARKS_LEAST,
               (guint)FOLLI_LANDMARKS_MOST);
  return FALSE;
}

static gboolean
check_inside (const FolliPoint *landmarks,
              guint             i,
              int               width,
              int               height,
              GError          **error)
{
  const FolliPoint *place = &landmarks[i];

  if (place->x >= 0 && place->x <= width && place->y >= 0 && place->y <= height)
    return TRUE;

  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_LANDMARKS,
               _ ("Landmark %u, %s, lies at %.0f, %.0f, outside the image of "
                  "%d × %d pixels"),
               i + 1, get_name (i), place->x, place->y, width, height);
  return FALSE;
}

static gboolean
check_apart (const FolliPoint *landmarks, guint i, guint other, GError **error)
{
  const double apart = hypot (landmarks[i].x - landmarks[other].x,
                              landmarks[i].y - landmarks[other].y);

  if (apart >= LEAST_APART_PX)
    return TRUE;

  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_LANDMARKS,
               _ ("Landmarks %u and %u, %s and %s, are %.1f pixels apart; at "
                  "least %.0f are needed"),
               other + 1, i + 1, get_name (other), get_name (i), apart,
               LEAST_APART_PX);
  return FALSE;
}

static gboolean
check_places (const FolliPoint *landmarks,
              guint             n_landmarks,
              int               width,
              int               height,
              GError          **error)
{
  for (guint i = 0; i < n_landmarks; i++)
    {
      if (!check_inside (landmarks, i, width, height, error))
        return FALSE;
      for (guint other = 0; other < i; other++)
        if (!check_apart (landmarks, i, other, error))
          return FALSE;
    }
  return TRUE;
}

static Face
read_face (const FolliPoint *landmarks)
{
  const gboolean    is_second_right = landmarks[2].x >= landmarks[1].x;
  const FolliPoint *left = &landmarks[is_second_right ? 1 : 2];
  const FolliPoint *right = &landmarks[is_second_right ? 2 : 1];

  return (Face){
    .across = { right->x - left->x, left->y - right->y, 0 },
    .rise = { landmarks[0].x - (left->x + right->x) / 2,
              (left->y + right->y) / 2 - landmarks[0].y, 0 },
    .glabella = landmarks[0],
  };
}

/* Whatever the pose within its limits, the glabella is seen over the line
   between the eyes' corners, and between them. */
static gboolean
check_order (const Face *face, GError **error)
{
  const FolliPlace along = folli_place_normalize (face->across);
  const double     length = folli_place_dot (face->across, along);
  const double     aside = folli_place_dot (face->rise, along);
  const double     over = folli_place_cross (along, face->rise).z;

  if (over > 0 && fabs (aside) < length / 2)
    return TRUE;

  g_set_error_literal (
      error, FOLLI_ERROR, FOLLI_ERROR_LANDMARKS,
      _ ("Landmark 1, the midline between the brows, must lie between "
         "landmarks 2 and 3, the outer corners of the eyes, and above them: "
         "are they in another order, or is the face bowed or turned too far?"));
  return FALSE;
}

/* What lies towards the viewer follows from the true lengths of both and from
   the right angle between them: one solution with the brows in front of the
   eyes. */
static FolliPose
solve (const Face *face, double glabella_up_mm)
{
  const double rise_mm = hypot (glabella_up_mm, FOLLI_GLABELLA_FORWARD_MM);
  const double ratio2 = pow (FOLLI_EYE_CORNERS_MM / rise_mm, 2);
  const double across2 = folli_place_dot (face->across, face->across);
  const double rise2 = folli_place_dot (face->rise, face->rise);
  const double product = folli_place_dot (face->across, face->rise);
  const double half = (across2 - ratio2 * rise2) / (2 * ratio2);
  const double depth
      = sqrt (half + sqrt (half * half + product * product / ratio2));
  FolliPose  pose = { FOLLI_SKULL_MEAN };
  FolliPlace across = face->across;
  FolliPlace rise = face->rise;
  FolliPlace square;

  rise.z = MAX (depth, 1e-3 * sqrt (rise2));
  across.z = -product / rise.z;
  pose.pixels_per_mm
      = sqrt (folli_place_dot (across, across)) / FOLLI_EYE_CORNERS_MM;
  pose.side = folli_place_normalize (across);
  rise = folli_place_normalize (rise);
  square = folli_place_cross (pose.side, rise);
  pose.up = folli_place_add (
      folli_place_scale (rise, glabella_up_mm / rise_mm),
      folli_place_scale (square, -FOLLI_GLABELLA_FORWARD_MM / rise_mm));
  pose.front = folli_place_cross (pose.side, pose.up);
  folli_pose_hang (&pose, face->glabella);
  return pose;
}

/* How much higher over the glabella the top of the head was seen than it is in
   this pose. */
static double
get_miss_mm (const FolliPose *pose, FolliPoint glabella, FolliPoint top)
{
  const FolliPoint here
      = folli_pose_project (pose, folli_pose_get_rim (pose, G_PI / 2));
  const double up = hypot (here.x - glabella.x, here.y - glabella.y);
  const double seen = ((top.x - glabella.x) * (here.x - glabella.x)
                       + (top.y - glabella.y) * (here.y - glabella.y))
                      / up;

  return (seen - up) / pose->pixels_per_mm;
}

/* How unlikely a head of that shape is, as a sum of squared deviations. */
static double
get_oddity (const Face *face, FolliPoint top, double glabella_up_mm)
{
  const FolliPose pose = solve (face, glabella_up_mm);
  const double    miss_mm = get_miss_mm (&pose, face->glabella, top);
  const double    off_mm = glabella_up_mm - FOLLI_GLABELLA_UP_MM;

  return pow (off_mm / GLABELLA_DEVIATION_MM, 2)
         + pow (miss_mm / VERTEX_DEVIATION_MM, 2);
}

/* The top of the head tells how it is bowed far better than the little that
   brows stand over the eyes: the likeliest share of both. */
static FolliPose
solve_with_top (const Face *face, FolliPoint top)
{
  double low = FOLLI_GLABELLA_UP_MM - 3 * GLABELLA_DEVIATION_MM;
  double high = FOLLI_GLABELLA_UP_MM + 3 * GLABELLA_DEVIATION_MM;

  while (high - low > 1e-3)
    {
      const double third = (high - low) / 3;

      if (get_oddity (face, top, low + third)
          < get_oddity (face, top, high - third))
        high -= third;
      else
        low += third;
    }
  return solve (face, (low + high) / 2);
}

/* Makes the skull as high as it was seen to be. */
static gboolean
fit_height (FolliPose *pose, const Face *face, FolliPoint top, GError **error)
{
  double low = LEAST_RADIUS_MM;
  double high = MOST_RADIUS_MM;

  while (high - low > 1e-3)
    {
      pose->skull.radius_mm.y = (low + high) / 2;
      folli_pose_hang (pose, face->glabella);
      if (get_miss_mm (pose, face->glabella, top) > 0)
        low = pose->skull.radius_mm.y;
      else
        high = pose->skull.radius_mm.y;
    }
  if (fabs (get_miss_mm (pose, face->glabella, top)) < 0.1)
    return TRUE;

  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_LANDMARKS,
               _ ("Landmark 4, the top of the head, is too %s over the brows: "
                  "%.0f mm away from where it can be"),
               low > LEAST_RADIUS_MM ? _ ("high") : _ ("low"),
               fabs (get_miss_mm (pose, face->glabella, top)));
  return FALSE;
}

static gboolean
check_angle (double angle_deg, const char *verb, GError **error)
{
  if (fabs (angle_deg) <= MOST_TURNED_DEG)
    return TRUE;

  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_LANDMARKS,
               _ ("The face is %s by %.0f°; up to %.0f° are possible"), verb,
               fabs (angle_deg), MOST_TURNED_DEG);
  return FALSE;
}

static gboolean
check_angles (const FolliPose *pose, GError **error)
{
  const FolliPlace *front = &pose->front;
  const double      turned = atan2 (front->x, front->z) * 180 / G_PI;
  const double      bowed = -asin (front->y) * 180 / G_PI;
  const double      tilted = -atan2 (pose->side.y, pose->up.y) * 180 / G_PI;

  return check_angle (turned, _ ("turned to the side"), error)
         && check_angle (bowed, bowed > 0 ? _ ("bowed") : _ ("thrown back"),
                         error)
         && check_angle (tilted, _ ("tilted to a shoulder"), error);
}

static gboolean
check_scale (const FolliPose *pose, GError **error)
{
  return folli_parameter_check (FOLLI_PIXELS_PER_CM, 10 * pose->pixels_per_mm,
                                error);
}

gboolean
folli_pose_find (const FolliPoint *landmarks,
                 guint             n_landmarks,
                 int               width,
                 int               height,
                 FolliPose        *pose,
                 GError          **error)
{
  const FolliPoint *top = NULL;
  FolliPose         found;
  Face              face;

  if (!check_number (n_landmarks, error)
      || !check_places (landmarks, n_landmarks, width, height, error))
    return FALSE;
  if (n_landmarks > FOLLI_LANDMARKS_LEAST)
    top = &landmarks[FOLLI_LANDMARKS_LEAST];
  face = read_face (landmarks);
  if (!check_order (&face, error))
    return FALSE;

  found = top ? solve_with_top (&face, *top)
              : solve (&face, FOLLI_GLABELLA_UP_MM);
  if (!check_angles (&found, error) || !check_scale (&found, error)
      || (top && !fit_height (&found, &face, *top, error)))
    return FALSE;
  *pose = found;
  return TRUE;
}
