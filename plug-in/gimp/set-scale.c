/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/set-scale.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "follicle/error.h"
#include "gimp/points.h"
#include "gimp/settings.h"

/* Heads are 13 to 18 cm broad; a photo's perspective and short hair make them
   a little broader. Source: doc/numbers.md,
   "Scale of a photograph" */
#define MAXIMUM_HEAD_CM 25.0
#define MINIMUM_HEAD_CM 8.0

/* Nearer than this a pixel more or less is more than two in a hundred. */
#define MINIMUM_DISTANCE_PX 40.0

#define HEAD_PATH "head"

enum
{
  LENGTH_MM,
  BETWEEN,
  PIXELS_PER_CM,
  N_ARGUMENTS
};

const FolliChoice FOLLI_KNOWN_LENGTHS[] = {
  { "11.7", N_ ("Iris, from edge to edge: 11.7 mm") },
  { "63", N_ ("From pupil to pupil: 63 mm") },
  { "154", N_ ("The head's breadth: 154 mm") },
  { NULL },
};

static const FolliChoice BETWEENS[] = {
  { "auto", N_ ("Two sample points, else two guides") },
  { "sample-points", N_ ("Two sample points") },
  { "guides", N_ ("Two guides") },
  { NULL },
};

/* clang-format off */
static const FolliArgument ARGUMENTS[N_ARGUMENTS] = {
  [LENGTH_MM] = {
    "length-mm", N_("_Length in mm"),
    N_("The true length between the two marks, in millimetres"),
    FOLLI_TYPE_DOUBLE, NULL, 11.7, -1, 0.1, 1000,
    FOLLI_KNOWN_LENGTHS },
  [BETWEEN] = {
    "between", N_("_Between"),
    N_("The two marks: \"sample-points\", \"guides\", \"path:NAME\" for the "
       "ends of a path, or \"auto\": two sample points, else two guides"),
    FOLLI_TYPE_STRING, "auto", 0, -1, 0, 0, BETWEENS, FOLLI_HINT_PATHS },
  [PIXELS_PER_CM] = {
    "pixels-per-cm", N_("_Pixels per cm"),
    N_("The scale itself, if it is known; 0: from the length between the "
       "marks"),
    FOLLI_TYPE_DOUBLE, NULL, 0, FOLLI_PIXELS_PER_CM },
};
/* clang-format on */

static const FolliResult RESULTS[] = {
  { "pixels-per-cm", N_ ("Scale"), N_ ("Pixels per centimetre"),
    FOLLI_TYPE_DOUBLE },
};

static double
measure (FolliPoint a, FolliPoint b)
{
  return hypot (b.x - a.x, b.y - a.y);
}

static gboolean
measure_sample_points (FolliHost *host, double *length_px, GError **error)
{
  g_autoptr (GArray) points = folli_host_list_sample_points (host);

  if (points->len != 2)
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_IMAGE,
                   _ ("The image has %u sample points; 2 are needed. Drag them "
                      "out of a ruler with Ctrl held"),
                   points->len);
      return FALSE;
    }
  *length_px = measure (g_array_index (points, FolliPoint, 0),
                        g_array_index (points, FolliPoint, 1));
  return TRUE;
}

static gboolean
measure_guides (FolliHost *host, double *length_px, GError **error)
{
  g_autoptr (GArray) guides = folli_host_list_guides (host);
  const FolliGuide *guide = (const FolliGuide *)(gpointer)guides->data;

  if (guides->len != 2 || guide[0].is_horizontal != guide[1].is_horizontal)
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_IMAGE,
                   _ ("The image has %u guides; 2 are needed, both upright or "
                      "both level. Drag them out of a ruler"),
                   guides->len);
      return FALSE;
    }
  *length_px = fabs (guide[1].position - guide[0].position);
  return TRUE;
}

static gboolean
measure_path (FolliHost  *host,
              const char *path,
              double     *length_px,
              GError    **error)
{
  g_autoptr (GArray) points = folli_host_list_anchors (host, path, error);

  if (!points)
    return FALSE;
  if (points->len < 2)
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_IMAGE,
                   _ ("Path \"%s\" has %u anchors; 2 are needed, one at each "
                      "end of the length"),
                   path, points->len);
      return FALSE;
    }
  *length_px = measure (g_array_index (points, FolliPoint, 0),
                        g_array_index (points, FolliPoint, points->len - 1));
  return TRUE;
}

static gboolean
measure_marks (FolliHost *host, double *length_px, GError **error)
{
  if (measure_sample_points (host, length_px, NULL)
      || measure_guides (host, length_px, NULL))
    return TRUE;
  g_set_error_literal (error, FOLLI_ERROR, FOLLI_ERROR_IMAGE,
                       _ ("There is nothing to measure: set two sample "
                          "points (drag from a ruler with Ctrl held) or two "
                          "parallel guides (drag from a ruler), one at each "
                          "end of a length that you know"));
  return FALSE;
}

static gboolean
measure_between (FolliHost  *host,
                 const char *between,
                 double     *length_px,
                 GError    **error)
{
  if (strcmp (between, "auto") == 0)
    return measure_marks (host, length_px, error);
  if (strcmp (between, "sample-points") == 0)
    return measure_sample_points (host, length_px, error);
  if (strcmp (between, "guides") == 0)
    return measure_guides (host, length_px, error);
  if (g_str_has_prefix (between, "path:"))
    return measure_path (host, between + strlen ("path:"), length_px, error);

  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_UNKNOWN,
               _ ("Between \"%s\" is none of auto, sample-points, guides and "
                  "path:NAME"),
               between);
  return FALSE;
}

/* The columns that the head fills: a path that shows it, else what is masked;
   0 where neither says. */
static int
find_head_px (FolliHost *host, const char **what)
{
  static const FolliMaskKind KINDS[]
      = { FOLLI_MASK_PATH, FOLLI_MASK_SELECTION, FOLLI_MASK_LAYER_MASK };
  static const char *const WORDS[]
      = { "path:" HEAD_PATH, "selection", "layer-mask" };
  GeglRectangle image = { 0, 0, 0, 0 };

  folli_host_get_size (host, &image.width, &image.height);
  for (guint i = 0; i < G_N_ELEMENTS (KINDS); i++)
    {
      g_autoptr (GeglBuffer) pixels
          = folli_host_get_mask (host, KINDS[i], HEAD_PATH);
      g_auto (FolliMask) mask = { NULL };

      *what = WORDS[i];
      if (pixels
          && folli_mask_read (*what, pixels, KINDS[i], &image, NULL, &mask,
                              NULL))
        return mask.n_columns;
    }
  return 0;
}

/* Only a path says that all of the head is there; what is masked may be a
   small part of it. */
gboolean
folli_scale_check_head (double      px_per_cm,
                        int         breadth_px,
                        const char *what,
                        GError    **error)
{
  const double breadth_cm = breadth_px / px_per_cm;
  const double least_cm
      = strcmp (what, "path:" HEAD_PATH) == 0 ? MINIMUM_HEAD_CM : 0;

  if (breadth_cm >= least_cm && breadth_cm <= MAXIMUM_HEAD_CM)
    return TRUE;
  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_RANGE,
               _ ("At %.1f pixels per cm the head (\"%s\") would be %.1f cm "
                  "broad; heads are about 15.4 cm broad, and at most %.0f cm "
                  "are allowed. Check the length and the marks"),
               px_per_cm, what, breadth_cm, MAXIMUM_HEAD_CM);
  return FALSE;
}

static gboolean
check_image (FolliHost *host, double px_per_cm, GError **error)
{
  const char *what;
  const int   breadth_px = find_head_px (host, &what);

  return breadth_px == 0
         || folli_scale_check_head (px_per_cm, breadth_px, what, error);
}

gboolean
folli_scale_from_length (FolliHost *host,
                         double     length_px,
                         double     length_mm,
                         double    *px_per_cm,
                         GError   **error)
{
  if (length_px < MINIMUM_DISTANCE_PX)
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_RANGE,
                   _ ("The marks are %.1f pixels apart; at least %.0f are "
                      "needed to measure by them"),
                   length_px, MINIMUM_DISTANCE_PX);
      return FALSE;
    }
  *px_per_cm = length_px / (length_mm / 10);
  return folli_parameter_check (FOLLI_PIXELS_PER_CM, *px_per_cm, error)
         && check_image (host, *px_per_cm, error);
}

static gboolean
find_scale (FolliHost           *host,
            const FolliSettings *settings,
            double              *px_per_cm,
            GError             **error)
{
  double length_px;

  *px_per_cm = settings->number[PIXELS_PER_CM];
  if (*px_per_cm > 0)
    return folli_parameter_check (FOLLI_PIXELS_PER_CM, *px_per_cm, error)
           && check_image (host, *px_per_cm, error);
  return measure_between (host, settings->text[BETWEEN], &length_px, error)
         && folli_scale_from_length (
             host, length_px, settings->number[LENGTH_MM], px_per_cm, error);
}

static gboolean
set_scale (FolliHost           *host,
           const FolliSettings *settings,
           FolliValue          *results,
           GError             **error)
{
  if (!find_scale (host, settings, &results[0].number, error))
    return FALSE;
  folli_host_store_scale (host, results[0].number);
  return TRUE;
}

char *
folli_scale_describe (FolliHost *host, double px_per_cm)
{
  int width, height;

  folli_host_get_size (host, &width, &height);
  return g_strdup_printf (
      _ ("%.1f pixels per cm: the photo shows %.1f × %.1f cm."), px_per_cm,
      width / px_per_cm, height / px_per_cm);
}

static char *
describe (FolliHost *host, const FolliSettings *settings, GError **error)
{
  const double     before = folli_host_get_scale (host);
  double           px_per_cm;
  g_autofree char *found = NULL;
  g_autofree char *set = NULL;

  if (!find_scale (host, settings, &px_per_cm, error))
    return NULL;
  found = folli_scale_describe (host, px_per_cm);
  set = before > 0
            ? g_strdup_printf (_ ("Set so far: %.1f pixels per cm."), before)
            : g_strdup (_ ("No scale is set so far."));
  return g_strdup_printf ("%s %s", found, set);
}

const FolliProcedure folli_scale_procedure = {
  .name = "plug-in-follicle-scale",
  .menu_label = N_ ("_Set Scale..."),
  .blurb = N_ ("Tell how large the photo is"),
  .help = N_ ("Sets the photo's scale from two marks (sample points, guides or "
              "the ends of a path) and the true length between them, and keeps "
              "it with the image, so that dots have their true size."),
  .image_types = "*",
  .arguments = ARGUMENTS,
  .n_arguments = N_ARGUMENTS,
  .results = RESULTS,
  .n_results = G_N_ELEMENTS (RESULTS),
  .work = set_scale,
  .describe = describe,
};
