/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/match.h"

#include <glib/gi18n-lib.h>
#include <lcms2.h>
#include <math.h>

#include "follicle/error.h"
#include "follicle/photo.h"
#include "gimp/check.h"
#include "gimp/host.h"
#include "gimp/plan.h"
#include "gimp/settings.h"

/* A portrait whose scale nobody has stated shows about this along its shorter
   side. Source: doc/numbers.md, "Short hair beside
   bare skin". */
#define PORTRAIT_CM 26.0

/* How far around the reference skin is looked for. */
#define AROUND_CM 2.5

/* More pixels than this are measured at a smaller scale. */
#define MOST_PIXELS 4e6

/* What dots are made of that no hair tells. */
#define LOOK "natural"

/* CIEDE2000, above which anybody sees two tones. */
#define NOTICEABLE 2.0

enum
{
  REFERENCE,
  SKIN,
  NAME,
  N_ARGUMENTS
};

enum
{
  LOOK_ID,
  SHADE_ID,
  DIFFERENCE,
  REPORT,
  N_RESULTS
};

static const FolliChoice REFERENCES[] = {
  { "selection", N_ ("What is selected") },
  { NULL },
};

static const FolliChoice SKINS[] = {
  { "", N_ ("Around the hair") },
  { "selection", N_ ("What is selected") },
  { NULL },
};

/* clang-format off */
static const FolliArgument ARGUMENTS[N_ARGUMENTS] = {
  [REFERENCE] = {
    "reference", N_("_Hair"),
    N_("Where the client's own short hair or stubble is: \"selection\", "
       "\"channel:NAME\" or \"path:NAME\""),
    FOLLI_TYPE_STRING, "selection", 0, -1, 0, 0, REFERENCES, FOLLI_HINT_MASKS },
  [SKIN] = {
    "skin", N_("_Bare skin"),
    N_("Where bare skin in the same light is: \"selection\", \"channel:NAME\" "
       "or \"path:NAME\"; empty: to be found around the hair"),
    FOLLI_TYPE_STRING, "", 0, -1, 0, 0, SKINS, FOLLI_HINT_MASKS },
  [NAME] = {
    "name", N_("_Name"),
    N_("What the new look and the new shade are to be called; empty: \"Client's "
       "hair\""),
    FOLLI_TYPE_STRING, "", 0, -1, 0, 0 },
};
/* clang-format on */

static const FolliResult RESULTS[N_RESULTS] = {
  { "look", N_ ("Look"), N_ ("Id of the look that continues the hair's tone"),
    FOLLI_TYPE_STRING },
  { "shade", N_ ("Shade"), N_ ("Id of its shade"), FOLLI_TYPE_STRING },
  { "difference", N_ ("Difference"),
    N_ ("Between the hair's mean tone and the dots', CIEDE2000"),
    FOLLI_TYPE_DOUBLE },
  { "report", N_ ("Report"), N_ ("How near the dots come, a line each"),
    FOLLI_TYPE_STRING },
};

/* What was measured and found. */
typedef struct
{
  FolliHair   hair;
  FolliRecipe recipe;
  FolliMatch  match;
  double      px_per_cm;
  gboolean    is_guess;
} Found;

static gboolean
read_mask (FolliHost *host, const char *text, FolliMask *mask, GError **error)
{
  GeglRectangle image = { 0, 0, 0, 0 };
  FolliMaskKind kind;
  const char   *name;
  g_autoptr (GeglBuffer) pixels = NULL;

  if (!folli_mask_parse (text, &kind, &name, error))
    return FALSE;
  if (kind != FOLLI_MASK_SELECTION && kind != FOLLI_MASK_CHANNEL
      && kind != FOLLI_MASK_PATH)
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_UNKNOWN,
                   _ ("\"%s\" is none of selection, channel:NAME and "
                      "path:NAME"),
                   text);
      return FALSE;
    }
  pixels = folli_check_get_mask (host, kind, name, error);
  if (!pixels)
    return FALSE;
  folli_host_get_size (host, &image.width, &image.height);
  return folli_mask_read (text, pixels, kind, &image, NULL, mask, error);
}

static gboolean
check_photo (FolliHost *host, GError **error)
{
  FolliFacts facts;

  folli_host_get_facts (host, &facts);
  if (facts.has_photo && !facts.is_channel)
    return TRUE;
  g_set_error_literal (error, FOLLI_ERROR, FOLLI_ERROR_IMAGE,
                       _ ("No layer is selected: select the photo that shows "
                          "the hair"));
  return FALSE;
}

static void
find_scale (FolliHost *host, Found *found)
{
  int width, height;

  found->px_per_cm = folli_host_get_scale (host);
  found->is_guess = found->px_per_cm == 0;
  folli_host_get_size (host, &width, &height);
  if (found->is_guess)
    found->px_per_cm = MAX (MIN (width, height) / PORTRAIT_CM, 1);
}

/* Both masks' boxes, or the surroundings of the one. */
static GeglRectangle
find_window (const FolliMask     *hair,
             const FolliMask     *skin,
             double               px_per_cm,
             const GeglRectangle *photo)
{
  const int     margin = AROUND_CM * px_per_cm;
  GeglRectangle window = hair->box;

  if (skin->map)
    gegl_rectangle_bounding_box (&window, &hair->box, &skin->box);
  else
    gegl_rectangle_set (&window, window.x - margin, window.y - margin,
                        window.width + 2 * margin, window.height + 2 * margin);
  gegl_rectangle_intersect (&window, &window, photo);
  return window;
}

static float *
read_pixels (GeglBuffer          *buffer,
             const GeglRectangle *window,
             double               scale,
             const char          *format,
             int                  n_components)
{
  const GeglRectangle scaled = {
    (int)floor (window->x * scale),
    (int)floor (window->y * scale),
    (int)ceil (window->width * scale),
    (int)ceil (window->height * scale),
  };
  float *pixels
      = g_new (float, (gsize)n_components *scaled.width *scaled.height);

  gegl_buffer_get (buffer, &scaled, scale, babl_format (format), pixels,
                   GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_NONE);
  return pixels;
}

/* Keeps what the look says of the photo, which each photo is asked anew. */
static void
match_hair (Found *found, double px_per_cm, const FolliPhoto *photo)
{
  const FolliRecipe look = found->recipe;

  found->recipe.value[FOLLI_PIXELS_PER_CM] = px_per_cm;
  found->recipe.value[FOLLI_PHOTO_BLUR] = folli_photo_find_blur (photo);
  folli_match_hair (&found->hair, &found->recipe, &found->match);
  found->recipe.value[FOLLI_PIXELS_PER_CM] = look.value[FOLLI_PIXELS_PER_CM];
  found->recipe.value[FOLLI_PHOTO_BLUR] = look.value[FOLLI_PHOTO_BLUR];
  found->recipe.value[FOLLI_MATCH_TONE] = 0;
}

static gboolean
measure_window (GeglBuffer          *photo,
                const FolliMask     *hair,
                const FolliMask     *skin,
                const GeglRectangle *window,
                Found               *found,
                GError             **error)
{
  const double      n_pixels = (double)window->width * window->height;
  const double      scale = MIN (1, sqrt (MOST_PIXELS / n_pixels));
  g_autofree float *rgb = read_pixels (photo, window, scale, "RGB float", 3);
  g_autofree float *reference
      = read_pixels (hair->map, window, scale, "Y' float", 1);
  g_autofree float *bare
      = skin->map ? read_pixels (skin->map, window, scale, "Y' float", 1)
                  : NULL;
  const int            width = ceil (window->width * scale);
  const int            height = ceil (window->height * scale);
  const FolliHairPhoto part
      = { width, height, found->px_per_cm / 10 * scale, rgb, reference, bare };
  const FolliPhoto whole = { width, height, rgb, reference };

  if (!folli_hair_measure (&part, &found->hair, error))
    return FALSE;
  match_hair (found, found->px_per_cm * scale, &whole);
  return TRUE;
}

static gboolean
find_match (FolliHost           *host,
            const FolliSettings *settings,
            const FolliPresets  *presets,
            Found               *found,
            GError             **error)
{
  g_autoptr (GeglBuffer) photo = NULL;
  g_auto (FolliMask) hair = { NULL };
  g_auto (FolliMask) skin = { NULL };
  GeglRectangle window;

  if (!check_photo (host, error)
      || !folli_presets_make_recipe (presets, LOOK, "", "", "", &found->recipe,
                                     error)
      || !read_mask (host, settings->text[REFERENCE], &hair, error)
      || (*settings->text[SKIN]
          && !read_mask (host, settings->text[SKIN], &skin, error)))
    return FALSE;
  find_scale (host, found);
  photo = folli_host_get_photo (host);
  window = find_window (&hair, &skin, found->px_per_cm,
                        gegl_buffer_get_extent (photo));
  if (gegl_rectangle_is_empty (&window))
    {
      g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_MASK,
                   _ ("Mask \"%s\" lies outside the photo's layer"),
                   settings->text[REFERENCE]);
      return FALSE;
    }
  return measure_window (photo, &hair, &skin, &window, found, error);
}

static cmsCIELab
find_lab (const double skin[FOLLI_CHANNELS],
          const double transmittance[FOLLI_CHANNELS])
{
  double    light[FOLLI_CHANNELS];
  double    found[3];
  cmsCIELab lab;

  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    light[c] = skin[c] * transmittance[c];
  babl_process (babl_fish ("RGB double", "CIE Lab double"), light, found, 1);
  lab.L = found[0];
  lab.a = found[1];
  lab.b = found[2];
  return lab;
}

static double
find_difference (const Found *found)
{
  const cmsCIELab hair = find_lab (found->hair.skin, found->hair.transmittance);
  const cmsCIELab dots
      = find_lab (found->hair.skin, found->match.transmittance);

  return cmsCIE2000DeltaE (&hair, &dots, 1, 1, 1);
}

static double
find_darkening (const Found *found, const double transmittance[FOLLI_CHANNELS])
{
  static const double one[FOLLI_CHANNELS] = { 1, 1, 1 };

  return find_lab (found->hair.skin, one).L
         - find_lab (found->hair.skin, transmittance).L;
}

static char *
write_report (const Found *found)
{
  const double *value = found->recipe.value;
  const double  difference = find_difference (found);
  GString      *report = g_string_new (NULL);

  g_string_append_printf (
      report,
      _ ("The hair darkens the skin by %.1f L*, the dots by %.1f; their "
         "tones differ by ΔE00 %.1f."),
      find_darkening (found, found->hair.transmittance),
      find_darkening (found, found->match.transmittance), difference);
  g_string_append_printf (
      report,
      _ ("\n%.0f dots per cm², %.2f mm wide when fresh, shade %s; texture "
         "%.1f %%, the hair's %.1f %%."),
      value[FOLLI_DENSITY], value[FOLLI_DIAMETER], found->recipe.shade,
      100 * found->match.contrast, 100 * found->hair.contrast);
  if (difference > NOTICEABLE)
    g_string_append (report,
                     _ ("\nPigment cannot come nearer: it only darkens, and "
                        "red more than blue."));
  if (found->is_guess)
    g_string_append_printf (
        report,
        _ ("\nThe scale is a guess (%.1f pixels per cm): set it with Set "
           "Scale."),
        found->px_per_cm);
  return g_string_free (report, FALSE);
}

/* Each under an id that is free. */
static gboolean
save (const FolliPresets *presets,
      FolliPresetKind     kind,
      const char         *name,
      const FolliRecipe  *recipe,
      char              **id,
      GError            **error)
{
  g_autofree char      *free_id = folli_presets_make_id (presets, kind, name);
  const FolliPresetInfo info
      = { .id = free_id, .name = name, .recipe = *recipe };

  if (!folli_presets_save (presets, kind, &info, FALSE, error))
    return FALSE;
  *id = g_steal_pointer (&free_id);
  return TRUE;
}

static gboolean
match (FolliHost           *host,
       const FolliSettings *settings,
       FolliValue          *results,
       GError             **error)
{
  g_autoptr (FolliPresets) presets = folli_presets_load_all ();
  const char *name
      = *settings->text[NAME] ? settings->text[NAME] : _ ("Client's hair");
  Found found;

  if (!find_match (host, settings, presets, &found, error)
      || !save (presets, FOLLI_PRESET_SHADE, name, &found.recipe,
                &results[SHADE_ID].text, error)
      || !save (presets, FOLLI_PRESET_LOOK, name, &found.recipe,
                &results[LOOK_ID].text, error))
    return FALSE;
  results[DIFFERENCE].number = find_difference (&found);
  results[REPORT].text = write_report (&found);
  return TRUE;
}

static char *
describe (FolliHost *host, const FolliSettings *settings, GError **error)
{
  g_autoptr (FolliPresets) presets = folli_presets_load_all ();
  Found found;

  return find_match (host, settings, presets, &found, error)
             ? write_report (&found)
             : NULL;
}

const FolliProcedure folli_match_procedure = {
  .name = "plug-in-follicle-match",
  .menu_label = N_ ("_Match Hair..."),
  .blurb = N_ ("Make a look that continues the client's own hair"),
  .help = N_ ("Measures short hair or stubble against bare skin in the same "
              "light, finds the dots that have the same tone and as far as "
              "pigment can the same texture, and saves them as a look and a "
              "shade of your own. The image does not change."),
  .image_types = "RGB*, GRAY*",
  .arguments = ARGUMENTS,
  .n_arguments = N_ARGUMENTS,
  .results = RESULTS,
  .n_results = N_RESULTS,
  .work = match,
  .describe = describe,
};
