/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/hair-match.h"

#include <glib/gi18n-lib.h>
#include <lcms2.h>
#include <math.h>

#include "follicle/error.h"
#include "follicle/photo.h"
#include "gimp/check.h"

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
find_scale (FolliHost *host, FolliHairMatch *found)
{
  int width, height;

  if (found->px_per_cm == 0)
    found->px_per_cm = folli_host_get_scale (host);
  found->is_guess = found->px_per_cm == 0;
  folli_host_get_size (host, &width, &height);
  if (found->is_guess)
    found->px_per_cm = MAX (MIN (width, height) / PORTRAIT_CM, 1);
}

/* Of the masks, those that are there, or around the hair. */
static GeglRectangle
find_window (const FolliMask     *hair,
             const FolliMask     *skin,
             const FolliMask     *area,
             double               px_per_cm,
             const GeglRectangle *photo)
{
  const int     margin = AROUND_CM * px_per_cm;
  GeglRectangle window = hair->box;

  if (skin->map)
    gegl_rectangle_bounding_box (&window, &window, &skin->box);
  else
    gegl_rectangle_set (&window, window.x - margin, window.y - margin,
                        window.width + 2 * margin, window.height + 2 * margin);
  if (area->map)
    gegl_rectangle_bounding_box (&window, &window, &area->box);
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
match_hair (FolliHairMatch *found, double px_per_cm, const FolliPhoto *photo)
{
  const FolliRecipe look = found->recipe;

  found->recipe.value[FOLLI_PIXELS_PER_CM] = px_per_cm;
  found->recipe.value[FOLLI_PHOTO_BLUR] = folli_photo_find_blur (photo);
  folli_match_hair (&found->hair, &found->recipe, &found->match);
  found->recipe.value[FOLLI_PIXELS_PER_CM] = look.value[FOLLI_PIXELS_PER_CM];
  found->recipe.value[FOLLI_PHOTO_BLUR] = look.value[FOLLI_PHOTO_BLUR];
  found->recipe.value[FOLLI_MATCH_TONE] = 0;
}

static float *
read_map (const FolliMask *mask, const GeglRectangle *window, double scale)
{
  return mask->map ? read_pixels (mask->map, window, scale, "Y' float", 1)
                   : NULL;
}

/* What is missing says it all: it ends where hair is full, which is no
   hairline, and the hairs that are there are counted in it. */
static void
take_missing_alone (FolliRecipe *recipe)
{
  static const FolliParameterId NONE[]
      = { FOLLI_SOFTNESS, FOLLI_UNDULATION,     FOLLI_IRREGULARITY,
          FOLLI_OUTLIERS, FOLLI_FRONT_FINENESS, FOLLI_AVOID_HAIR };

  for (guint i = 0; i < G_N_ELEMENTS (NONE); i++)
    recipe->value[NONE[i]] = 0;
  recipe->value[FOLLI_EDGE_DENSITY] = 1;
}

/* What the thin hair lacks, in the window's own pixels. */
static gboolean
find_missing (const FolliHairPhoto *part,
              const float          *area,
              const GeglRectangle  *window,
              double                scale,
              FolliHairMatch       *found,
              GError              **error)
{
  const GeglRectangle scaled
      = { (int)floor (window->x * scale), (int)floor (window->y * scale),
          part->width, part->height };
  g_autofree float *missing = g_new (float, (gsize)part->width * part->height);

  if (!folli_hair_find_missing (part, &found->hair, area, missing, error))
    return FALSE;
  found->scale = scale;
  found->missing = gegl_buffer_new (&scaled, babl_format ("Y' float"));
  gegl_buffer_set (found->missing, &scaled, 0, NULL, missing,
                   GEGL_AUTO_ROWSTRIDE);
  take_missing_alone (&found->recipe);
  return TRUE;
}

static gboolean
measure_window (GeglBuffer          *photo,
                const FolliMask     *hair,
                const FolliMask     *skin,
                const FolliMask     *area,
                const GeglRectangle *window,
                FolliHairMatch      *found,
                GError             **error)
{
  const double         n_pixels = (double)window->width * window->height;
  const double         scale = MIN (1, sqrt (MOST_PIXELS / n_pixels));
  g_autofree float    *rgb = read_pixels (photo, window, scale, "RGB float", 3);
  g_autofree float    *reference = read_map (hair, window, scale);
  g_autofree float    *bare = read_map (skin, window, scale);
  g_autofree float    *thin = read_map (area, window, scale);
  const int            width = ceil (window->width * scale);
  const int            height = ceil (window->height * scale);
  const FolliHairPhoto part
      = { width, height, found->px_per_cm / 10 * scale, rgb, reference, bare };
  const FolliPhoto whole = { width, height, rgb, reference };

  if (!folli_hair_measure (&part, &found->hair, error)
      || (thin && !find_missing (&part, thin, window, scale, found, error)))
    return FALSE;
  match_hair (found, found->px_per_cm * scale, &whole);
  return TRUE;
}

static gboolean
read_all (FolliHost        *host,
          const char *const names[FOLLI_HAIR_N_MASKS],
          FolliMask        *masks,
          GError          **error)
{
  for (guint i = 0; i < FOLLI_HAIR_N_MASKS; i++)
    if ((i == FOLLI_HAIR_REFERENCE || *names[i])
        && !read_mask (host, names[i], &masks[i], error))
      return FALSE;
  return TRUE;
}

static void
clear_all (FolliMask *masks)
{
  for (guint i = 0; i < FOLLI_HAIR_N_MASKS; i++)
    folli_mask_clear (&masks[i]);
}

static gboolean
measure (FolliHost       *host,
         const FolliMask *masks,
         const char      *name,
         FolliHairMatch  *found,
         GError         **error)
{
  g_autoptr (GeglBuffer) photo = folli_host_get_photo (host);
  const GeglRectangle window
      = find_window (&masks[FOLLI_HAIR_REFERENCE], &masks[FOLLI_HAIR_SKIN],
                     &masks[FOLLI_HAIR_AREA], found->px_per_cm,
                     gegl_buffer_get_extent (photo));

  if (!gegl_rectangle_is_empty (&window))
    return measure_window (photo, &masks[FOLLI_HAIR_REFERENCE],
                           &masks[FOLLI_HAIR_SKIN], &masks[FOLLI_HAIR_AREA],
                           &window, found, error);
  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_MASK,
               _ ("Mask \"%s\" lies outside the photo's layer"), name);
  return FALSE;
}

gboolean
folli_hair_match_find (FolliHost          *host,
                       const FolliPresets *presets,
                       const char *const   names[FOLLI_HAIR_N_MASKS],
                       FolliHairMatch     *found,
                       GError            **error)
{
  FolliMask masks[FOLLI_HAIR_N_MASKS] = { { NULL } };
  gboolean  is_found;

  if (!check_photo (host, error)
      || !folli_presets_make_recipe (presets, LOOK, "", "", "", &found->recipe,
                                     error))
    return FALSE;
  find_scale (host, found);
  is_found
      = read_all (host, names, masks, error)
        && measure (host, masks, names[FOLLI_HAIR_REFERENCE], found, error);
  clear_all (masks);
  return is_found;
}

void
folli_hair_match_clear (FolliHairMatch *found)
{
  g_clear_object (&found->missing);
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

double
folli_hair_match_difference (const FolliHairMatch *found)
{
  const cmsCIELab hair = find_lab (found->hair.skin, found->hair.transmittance);
  const cmsCIELab dots
      = find_lab (found->hair.skin, found->match.transmittance);

  return cmsCIE2000DeltaE (&hair, &dots, 1, 1, 1);
}

static double
find_darkening (const FolliHairMatch *found,
                const double          transmittance[FOLLI_CHANNELS])
{
  static const double one[FOLLI_CHANNELS] = { 1, 1, 1 };

  return find_lab (found->hair.skin, one).L
         - find_lab (found->hair.skin, transmittance).L;
}

char *
folli_hair_match_report (const FolliHairMatch *found)
{
  const double *value = found->recipe.value;
  const double  difference = folli_hair_match_difference (found);
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
save_as (const FolliPresets *presets,
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

gboolean
folli_hair_match_save (const FolliHairMatch *found,
                       const FolliPresets   *presets,
                       const char           *name,
                       char                **look,
                       char                **shade,
                       GError              **error)
{
  const char *chosen = *name ? name : _ ("Client's hair");

  return save_as (presets, FOLLI_PRESET_SHADE, chosen, &found->recipe, shade,
                  error)
         && save_as (presets, FOLLI_PRESET_LOOK, chosen, &found->recipe, look,
                     error);
}
