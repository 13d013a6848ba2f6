/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/arguments.h"

#include <glib/gi18n-lib.h>

/* clang-format off */
static const FolliArgument ARGUMENTS[FOLLI_N_ARGUMENTS] = {
  [FOLLI_ARGUMENT_LOOK] = {
    "look", N_("_Look"),
    N_("Id of a look preset"),
    FOLLI_TYPE_STRING, "natural", 0, -1 },
  [FOLLI_ARGUMENT_DENSITY] = {
    "density", N_("_Density"),
    N_("Id of a density preset or dots per square centimetre; empty: the "
       "look's"),
    FOLLI_TYPE_STRING, "", 0, -1 },
  [FOLLI_ARGUMENT_SIZE] = {
    "size", N_("Si_ze"),
    N_("Id of a size preset or diameter of a fresh dot in millimetres; "
       "empty: the look's"),
    FOLLI_TYPE_STRING, "", 0, -1 },
  [FOLLI_ARGUMENT_SHADE] = {
    "shade", N_("S_hade"),
    N_("Id of a shade preset or colour as #rrggbb; empty: the look's"),
    FOLLI_TYPE_STRING, "", 0, -1 },
  [FOLLI_ARGUMENT_SESSIONS] = {
    "sessions", N_("S_essions"),
    N_("Sessions of treatment done, 1 to 3; 0: the look's"),
    FOLLI_TYPE_INT, NULL, 0, FOLLI_SESSIONS },
  [FOLLI_ARGUMENT_AGE] = {
    "age", N_("_Age"),
    N_("Months since the last session; -1: the look's"),
    FOLLI_TYPE_DOUBLE, NULL, -1, FOLLI_AGE },
  [FOLLI_ARGUMENT_PIXELS_PER_CM] = {
    "pixels-per-cm", N_("S_cale"),
    N_("Pixels per centimetre of scalp; 0: the scale set for the image, else "
       "estimated from the mask's width"),
    FOLLI_TYPE_DOUBLE, NULL, 0, FOLLI_PIXELS_PER_CM },
  [FOLLI_ARGUMENT_MASK] = {
    "mask", N_("_Mask"),
    N_("Where follicles should be: \"selection\", \"layer-mask\", "
       "\"channel:NAME\", \"path:NAME\", \"layer:NAME\", or \"auto\": the "
       "selection, else the layer mask"),
    FOLLI_TYPE_STRING, "auto", 0, -1 },
  [FOLLI_ARGUMENT_OUTPUT] = {
    "output", N_("Out_put"),
    N_("What to make: \"effect\" (a layer with live effects, from GIMP 3), "
       "\"layers\" (a group with one layer per session), \"layer\", "
       "\"merged\" (into the drawable), or \"auto\""),
    FOLLI_TYPE_STRING, "auto", 0, -1 },
  [FOLLI_ARGUMENT_SEED] = {
    "seed", N_("Seed"),
    N_("Number of the arrangement: another number, other places"),
    FOLLI_TYPE_INT, NULL, 0, -1, 0, G_MAXINT },
  [FOLLI_ARGUMENT_PHOTO_MATCH] = {
    "photo-match", N_("_Photo match"),
    N_("How much of the photo's own blur and grain the dots are given, 0 to "
       "1; 1: the look's, all of it if the look says nothing"),
    FOLLI_TYPE_DOUBLE, NULL, 1, FOLLI_PHOTO_MATCH },
};
/* clang-format on */

static const FolliResult RESULTS[] = {
  { "layer", N_ ("Layer"), N_ ("The layer or group that was made"),
    FOLLI_TYPE_LAYER },
};

const FolliProcedure folli_dots_procedure = {
  .name = "plug-in-follicle-dots",
  .menu_label = N_ ("_Follicle Dots..."),
  .blurb = N_ ("Stamp realistic follicle dots on a photo of a scalp"),
  .help = N_ ("Draws what scalp micropigmentation would look like: layered "
              "pigment dots wherever a hairline mask is white, denser where it "
              "is brighter. A simulation, not a promised result."),
  .image_types = "RGB*, GRAY*",
  .arguments = ARGUMENTS,
  .n_arguments = FOLLI_N_ARGUMENTS,
  .n_named = FOLLI_N_ARGUMENTS - 1 - FOLLI_ARGUMENT_SEED,
  .results = RESULTS,
  .n_results = G_N_ELEMENTS (RESULTS),
};

const FolliArgument *
folli_argument_get (FolliArgumentId id)
{
  g_return_val_if_fail (id < FOLLI_N_ARGUMENTS, NULL);

  return &ARGUMENTS[id];
}
