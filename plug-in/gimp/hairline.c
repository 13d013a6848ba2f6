/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/hairline.h"

#include <glib/gi18n-lib.h>

#include "follicle/error.h"
#include "follicle/hairline-path.h"
#include "gimp/hairline-past.h"
#include "gimp/paths.h"
#include "gimp/points.h"

#define SAMPLE_POINTS "sample-points"
#define PATH_PREFIX "path:"

/* Outer corners of eyes lie nearer or farther than that only where the scale
 * of the image is another one's: three deviations. From doc/numbers.md,
 * "Scale of a photograph". */
static const double LEAST_EYE_CORNERS_MM = 75;
static const double MOST_EYE_CORNERS_MM = 110;

/* clang-format off */
static const FolliArgument ARGUMENTS[FOLLI_HAIRLINE_N_ARGUMENTS] = {
  [FOLLI_HAIRLINE_TEMPLATE] = {
    "template", N_("_Template"),
    N_("The shape: \"linear\", \"m-shape\", \"round\", \"feminine\", "
       "\"mature\" or \"receded\"; after it may stand \"asymmetry-mm=\" and "
       "\"seed=\" with a number"),
    FOLLI_TYPE_STRING, "mature", 0, -1 },
  [FOLLI_HAIRLINE_HEIGHT_MM] = {
    "height-mm", N_("_Height"),
    N_("From between the brows to the middle of the hairline, in millimetres "
       "along the skin; 0: the template's"),
    FOLLI_TYPE_DOUBLE, NULL, 0, -1, FOLLI_HAIRLINE_HEIGHT_RANGE },
  [FOLLI_HAIRLINE_RECESSION_MM] = {
    "recession-mm", N_("_Recession"),
    N_("How much farther back the corners of the temples lie than the middle, "
       "in millimetres along the skin; 0: the template's"),
    FOLLI_TYPE_DOUBLE, NULL, 0, -1, FOLLI_HAIRLINE_RECESSION_RANGE },
  [FOLLI_HAIRLINE_WIDTH_MM] = {
    "width-mm", N_("_Width"),
    N_("From one corner of the temples to the other, in millimetres along the "
       "skin; 0: the template's"),
    FOLLI_TYPE_DOUBLE, NULL, 0, -1, FOLLI_HAIRLINE_WIDTH_RANGE },
  [FOLLI_HAIRLINE_LANDMARKS] = {
    "landmarks", N_("_Landmarks"),
    N_("Where the face is: \"sample-points\" or \"path:NAME\": the midline "
       "between the brows, the outer corners of both eyes and, if wanted, the "
       "top of the head"),
    FOLLI_TYPE_STRING, SAMPLE_POINTS, 0, -1 },
  [FOLLI_HAIRLINE_NAME] = {
    "name", N_("_Name"),
    N_("Of the path that is made, or made again"),
    FOLLI_TYPE_STRING, "hairline", 0, -1 },
  [FOLLI_HAIRLINE_ASYMMETRY_MM] = {
    "asymmetry-mm", N_("_Asymmetry"),
    N_("How far the corners of both sides are from mirroring each other, in "
       "millimetres; the sides of faces differ by 1-3 mm"),
    FOLLI_TYPE_DOUBLE, NULL, 0, -1, FOLLI_HAIRLINE_ASYMMETRY_RANGE },
  [FOLLI_HAIRLINE_SEED] = {
    "seed", N_("See_d"),
    N_("In which way the sides differ"),
    FOLLI_TYPE_INT, NULL, 0, -1, 0, G_MAXINT },
};

static const FolliResult RESULTS[] = {
  { "path", N_("Path"), N_("The hairline, closed over the head"),
    FOLLI_TYPE_PATH },
};
/* clang-format on */

const FolliProcedure folli_hairline_procedure = {
  .name = "plug-in-follicle-hairline",
  .menu_label = N_ ("Design _Hairline..."),
  .blurb = N_ ("Draw a hairline as a path, from a template in millimetres"),
  .help = N_ ("Lays a hairline over a head of which three places in the face "
              "are known, as a tape would: lengths are those on the skin, and "
              "the photo shows them foreshortened. It comes as a path that "
              "closes over the head, to be edited, and to be the mask of "
              "Follicle Dots."),
  .image_types = "RGB*, GRAY*",
  .arguments = ARGUMENTS,
  .n_arguments = FOLLI_HAIRLINE_N_ARGUMENTS,
  .n_named = FOLLI_HAIRLINE_N_ARGUMENTS - 1 - FOLLI_HAIRLINE_NAME,
  .results = RESULTS,
  .n_results = G_N_ELEMENTS (RESULTS),
};

const char *
folli_hairline_get_name (const FolliSettings *settings)
{
  const char *name = settings->text[FOLLI_HAIRLINE_NAME];

  return *name ? name : ARGUMENTS[FOLLI_HAIRLINE_NAME].text;
}

gboolean
folli_hairline_is_mask (FolliHost *host, const char *mask)
{
  g_auto (GStrv) paths = folli_host_list_paths (host);
  FolliFacts facts;

  folli_host_get_facts (host, &facts);
  return g_strcmp0 (mask, "auto") == 0 && !facts.has_selection
         && !facts.has_layer_mask
         && g_strv_contains ((const char *const *)paths,
                             FOLLI_HAIRLINE_MASK + strlen (PATH_PREFIX));
}

GArray *
folli_hairline_read_landmarks (FolliHost           *host,
                               const FolliSettings *settings,
                               GError             **error)
{
  const char *source = settings->text[FOLLI_HAIRLINE_LANDMARKS];

  if (g_strcmp0 (source, SAMPLE_POINTS) == 0)
    return folli_host_list_sample_points (host);
  if (g_str_has_prefix (source, PATH_PREFIX))
    return folli_host_list_anchors (host, source + strlen (PATH_PREFIX), error);
  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_UNKNOWN,
               _ ("Landmarks \"%s\" are unknown; \"sample-points\" and "
                  "\"path:NAME\" are allowed"),
               source);
  return NULL;
}

gboolean
folli_hairline_is_face (const GArray *landmarks)
{
  return landmarks->len >= FOLLI_LANDMARKS_LEAST
         && landmarks->len <= FOLLI_LANDMARKS_MOST;
}

/* The line must not take the place of the landmarks that it hangs on. */
static gboolean
check_name (const FolliSettings *settings, GError **error)
{
  const char *source = settings->text[FOLLI_HAIRLINE_LANDMARKS];
  const char *name = folli_hairline_get_name (settings);

  if (!g_str_has_prefix (source, PATH_PREFIX)
      || g_strcmp0 (source + strlen (PATH_PREFIX), name) != 0)
    return TRUE;

  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_UNKNOWN,
               _ ("Name \"%s\" is that of the path with the landmarks; choose "
                  "another one"),
               name);
  return FALSE;
}

/* Of the scale that is going to be stored, or of the one that the image has
   and of what the eyes say to it. */
static char *
describe_scale (double set, double seen)
{
  const double corners_mm = FOLLI_EYE_CORNERS_MM * seen / set;

  if (set == 0)
    return g_strdup_printf (
        _ ("Scale: %.1f pixels per cm, from the outer corners of the eyes, "
           "which are about %.0f mm apart. It is set for the image."),
        seen, FOLLI_EYE_CORNERS_MM);
  if (corners_mm < LEAST_EYE_CORNERS_MM || corners_mm > MOST_EYE_CORNERS_MM)
    return g_strdup_printf (
        _ ("By the scale set for the image, %.1f pixels per cm, the outer "
           "corners of the eyes are %.0f mm apart; about %.0f mm are usual. Is "
           "that the right scale?"),
        set, corners_mm, FOLLI_EYE_CORNERS_MM);
  return g_strdup_printf (_ ("Scale: %.1f pixels per cm, as set for the "
                             "image."),
                          set);
}

/* The scale, and what becomes of a path that has the name already. */
static char *
describe (FolliHost *host, const char *name, double set, double seen)
{
  g_autofree char *scale = describe_scale (set, seen);
  g_autofree char *refuge = folli_hairline_find_refuge (host, name);
  g_autofree char *kept = NULL;

  if (!refuge)
    return g_steal_pointer (&scale);
  kept = g_strdup_printf (
      _ ("The path \"%s\" is not as it was designed: it is kept as \"%s\", and "
         "a new one is made."),
      name, refuge);
  return g_strdup_printf ("%s\n\n%s", kept, scale);
}

static FolliHairlinePlan *
make_plan (FolliHost                 *host,
           const char                *name,
           const FolliHairlineDesign *design,
           const FolliPose           *pose,
           const FolliHeadOutline    *outline,
           GError                   **error)
{
  const double scale = folli_host_get_scale (host);
  const double seen = 10 * pose->pixels_per_mm;
  const double stretch = scale > 0 ? scale / seen : 1;
  g_autoptr (GArray) line
      = folli_hairline_design_draw (design, &pose->skull, stretch, error);
  FolliHairlinePlan *plan;

  if (!line)
    return NULL;
  plan = g_new0 (FolliHairlinePlan, 1);
  plan->path = folli_hairline_path_project (line, pose, &plan->n_visible);
  if (outline)
    folli_head_outline_fit (outline, pose, plan->path);
  plan->scale = scale > 0 ? 0 : seen;
  plan->remark = describe (host, name, scale, seen);
  return plan;
}

FolliHairlinePlan *
folli_hairline_plan_new (FolliHost              *host,
                         const FolliSettings    *settings,
                         GArray                 *landmarks,
                         const FolliHeadPicture *picture,
                         GError                **error)
{
  FolliHairlineDesign design;
  FolliPose           pose;
  FolliHeadOutline    outline;
  int                 width, height;

  folli_host_get_size (host, &width, &height);
  if (!folli_hairline_read_design (settings, &design, error)
      || !check_name (settings, error)
      || !folli_pose_find ((const FolliPoint *)landmarks->data, landmarks->len,
                           width, height, &pose, error))
    return NULL;
  return make_plan (host, folli_hairline_get_name (settings), &design, &pose,
                    picture
                            && folli_head_outline_look (
                                picture, (const FolliPoint *)landmarks->data,
                                landmarks->len, width, height, &pose, &outline)
                        ? &outline
                        : NULL,
                    error);
}

void
folli_hairline_plan_free (FolliHairlinePlan *plan)
{
  if (!plan)
    return;
  g_array_unref (plan->path);
  g_free (plan->remark);
  g_free (plan);
}

/* Landmarks as a path of straight lines. */
static GArray *
to_path (GArray *landmarks)
{
  GArray *path = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < landmarks->len; i++)
    for (int handle = 0; handle < FOLLI_PATH_NUMBERS / 2; handle++)
      {
        const FolliPoint *point = &g_array_index (landmarks, FolliPoint, i);

        g_array_append_val (path, point->x);
        g_array_append_val (path, point->y);
      }
  return path;
}

/* Nothing that somebody has drawn is overwritten. */
static void
keep (FolliHost *host, const char *name)
{
  g_autofree char *refuge = folli_hairline_find_refuge (host, name);

  if (refuge)
    folli_host_rename_path (host, name, refuge);
}

static gboolean
put_landmarks (FolliHost *host, GArray *landmarks, GError **error)
{
  g_autoptr (GArray) path = to_path (landmarks);
  g_autoptr (GArray) there
      = folli_host_list_anchors (host, FOLLI_LANDMARKS_PATH, NULL);

  if (there && !folli_hairline_is_face (there))
    keep (host, FOLLI_LANDMARKS_PATH);
  return folli_host_put_path (host, FOLLI_LANDMARKS_PATH, path, FALSE, NULL,
                              error)
         != -1;
}

static gint
put (const FolliHairlinePlan *plan,
     FolliHost               *host,
     const FolliSettings     *settings,
     GArray                  *landmarks,
     GError                 **error)
{
  const char      *name = folli_hairline_get_name (settings);
  g_autofree char *text = folli_hairline_to_text (settings, plan->path);
  gint             path;

  if (landmarks && !put_landmarks (host, landmarks, error))
    return -1;
  keep (host, name);
  path = folli_host_put_path (host, name, plan->path, TRUE, text, error);
  if (path == -1)
    return -1;
  folli_host_show_path (host, path);
  if (plan->scale > 0)
    folli_host_store_scale (host, plan->scale);
  return path;
}

gint
folli_hairline_plan_carry_out (const FolliHairlinePlan *plan,
                               FolliHost               *host,
                               const FolliSettings     *settings,
                               GArray                  *landmarks,
                               GError                 **error)
{
  gint path;

  folli_host_start_step (host);
  path = put (plan, host, settings, landmarks, error);
  folli_host_end_step (host);
  return path;
}
