/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "follicle/hairline-design.h"
#include "follicle/head-outline.h"
#include "follicle/pose.h"
#include "gimp/host.h"
#include "gimp/settings.h"

G_BEGIN_DECLS

/**
 * FolliHairlineArgumentId:
 *
 * The arguments of FOLLI_PROCEDURE_HAIRLINE, in the order of the contract.
 */
typedef enum
{
  FOLLI_HAIRLINE_TEMPLATE,
  FOLLI_HAIRLINE_HEIGHT_MM,
  FOLLI_HAIRLINE_RECESSION_MM,
  FOLLI_HAIRLINE_WIDTH_MM,
  FOLLI_HAIRLINE_LANDMARKS,
  FOLLI_HAIRLINE_NAME,
  FOLLI_HAIRLINE_ASYMMETRY_MM,
  FOLLI_HAIRLINE_SEED,
  FOLLI_HAIRLINE_N_ARGUMENTS
} FolliHairlineArgumentId;

/**
 * FOLLI_LANDMARKS_PATH:
 *
 * Name of the path that keeps the landmarks which a user has set in the
 * dialog.
 */
#define FOLLI_LANDMARKS_PATH "landmarks"

/**
 * FolliHairlinePlan:
 * @path: (element-type double): the line, FOLLI_PATH_NUMBERS for each anchor
 * @n_visible: how many anchors, from the first, are not on the outline that
 *   closes it
 * @scale: pixels per cm, to be stored with the image, or 0
 * @remark: what the user should know
 *
 * A hairline in a photo.
 */
typedef struct
{
  GArray *path;
  guint   n_visible;
  double  scale;
  char   *remark;
} FolliHairlinePlan;

/**
 * folli_hairline_settle:
 * @settings: (inout): the procedure's arguments
 * @error: return location
 *
 * Moves what a template's text says after its id, as "mature asymmetry-mm=2",
 * to where it belongs. That is how scripts state arguments that have no
 * position.
 *
 * Errors: FOLLI_ERROR_UNKNOWN for any other text, those of
 * folli_settings_check().
 *
 * Returns: TRUE if all of it was understood
 */
gboolean folli_hairline_settle (FolliSettings *settings, GError **error);

/**
 * folli_hairline_read_design:
 * @settings: the procedure's arguments
 * @design: (out caller-allocates): untouched on error
 * @error: return location
 *
 * Errors: those of folli_hairline_settle() and folli_hairline_design_make().
 *
 * Returns: TRUE if @design was filled in
 */
gboolean folli_hairline_read_design (const FolliSettings *settings,
                                     FolliHairlineDesign *design,
                                     GError             **error);

/**
 * folli_hairline_read_landmarks:
 * @host: the image
 * @settings: the procedure's arguments
 * @error: return location
 *
 * Errors: FOLLI_ERROR_UNKNOWN for landmarks of no known kind,
 * FOLLI_ERROR_MASK for a path that is missing.
 *
 * Returns: (transfer full) (element-type FolliPoint): as many as there are, or
 * NULL
 */
GArray *folli_hairline_read_landmarks (FolliHost           *host,
                                       const FolliSettings *settings,
                                       GError             **error);

/* Whether there are as many as a face's. */
gboolean folli_hairline_is_face (const GArray *landmarks);

/**
 * folli_hairline_plan_new:
 * @host: the image
 * @settings: the procedure's arguments
 * @landmarks: (element-type FolliPoint): in the image
 * @picture: (nullable): of the photo, where the head's outline is looked for
 * @error: return location
 *
 * Errors: those of folli_hairline_read_design(), folli_pose_find() and
 * folli_hairline_design_draw().
 *
 * Returns: (transfer full): a plan, or NULL
 */
FolliHairlinePlan *folli_hairline_plan_new (FolliHost              *host,
                                            const FolliSettings    *settings,
                                            GArray                 *landmarks,
                                            const FolliHeadPicture *picture,
                                            GError                **error);

void folli_hairline_plan_free (FolliHairlinePlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FolliHairlinePlan, folli_hairline_plan_free)

/**
 * folli_hairline_get_name:
 * @settings: the procedure's arguments
 *
 * Returns: (transfer none): what the path is called
 */
const char *folli_hairline_get_name (const FolliSettings *settings);

/**
 * folli_hairline_is_mask:
 * @host: the image
 * @mask: what a dialog for dots would start with
 *
 * Returns: whether the hairline that was designed is rather meant: nothing
 * else is stated, selected or masked
 */
gboolean folli_hairline_is_mask (FolliHost *host, const char *mask);

/**
 * FOLLI_HAIRLINE_MASK:
 *
 * How scripts call that mask.
 */
#define FOLLI_HAIRLINE_MASK "path:hairline"

/**
 * folli_hairline_plan_carry_out:
 * @plan: a plan
 * @host: the image
 * @settings: that it was made from
 * @landmarks: (nullable) (element-type FolliPoint): to be kept as the path
 *   FOLLI_LANDMARKS_PATH
 * @error: return location
 *
 * Puts the hairline into the image as one undo step: in the place of the path
 * that has its name, unless that was edited since it was designed. Such a one
 * is kept under another name.
 *
 * Errors: FOLLI_ERROR_HOST.
 *
 * Returns: the path's id, or -1
 */
gint folli_hairline_plan_carry_out (const FolliHairlinePlan *plan,
                                    FolliHost               *host,
                                    const FolliSettings     *settings,
                                    GArray                  *landmarks,
                                    GError                 **error);

G_END_DECLS
