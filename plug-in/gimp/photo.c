/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/density.h"

#include <math.h>

#include "follicle/photo.h"
#include "follicle/skin.h"

/* Side of what is looked at, px: enough to tell, and read in no time. */
#define MOST_SIDE 768

/* No lens and sensor blur less; edges that a camera has sharpened only look as
 * if they did. Source: doc/numbers.md, "Appearance". */
#define LEAST_BLUR_PX 0.55

/* The middle of the mask's box. */
static GeglRectangle
find_window (const FolliMask *mask, GeglBuffer *photo)
{
  const GeglRectangle *box = &mask->box;
  const int            width = MIN (box->width, MOST_SIDE);
  const int            height = MIN (box->height, MOST_SIDE);
  GeglRectangle        window = { box->x + (box->width - width) / 2,
                                  box->y + (box->height - height) / 2, width, height };

  gegl_rectangle_intersect (&window, &window, gegl_buffer_get_extent (photo));
  return window;
}

static void
set_skin (FolliRecipe *recipe, const double skin[FOLLI_CHANNELS])
{
  const double maximum = folli_parameter_get (FOLLI_STRENGTH)->maximum;
  double      *strength = &recipe->value[FOLLI_STRENGTH];
  guint8       rgb[FOLLI_CHANNELS];

  babl_process (babl_fish ("RGB double", "R'G'B' u8"), skin, rgb, 1);
  g_snprintf (recipe->skin, sizeof recipe->skin, "#%02x%02x%02x", rgb[0],
              rgb[1], rgb[2]);
  *strength = MIN (*strength * folli_skin_strength (skin), maximum);
}

void
folli_density_measure_photo (const FolliMask  *mask,
                             GeglBuffer       *photo,
                             FolliPhotoTraits *traits)
{
  const GeglRectangle window = find_window (mask, photo);
  const gsize         n = (gsize)window.width * window.height;
  g_autofree float   *rgb = g_new (float, 3 * n);
  g_autofree float   *painted = g_new (float, n);
  const FolliPhoto    part = { window.width, window.height, rgb, painted };

  *traits = (FolliPhotoTraits){ FALSE };
  if (gegl_rectangle_is_empty (&window))
    return;
  gegl_buffer_get (photo, &window, 1, babl_format ("RGB float"), rgb,
                   GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_NONE);
  gegl_buffer_get (mask->map, &window, 1, babl_format ("Y' float"), painted,
                   GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_NONE);
  if (!folli_photo_find_skin (&part, traits->skin))
    return;
  traits->is_known = TRUE;
  traits->blur_px = MAX (folli_photo_find_blur (&part), LEAST_BLUR_PX);
  traits->grain = folli_photo_find_grain (&part);
}

void
folli_density_match_photo (const FolliPhotoTraits *traits, FolliRecipe *recipe)
{
  const double match = recipe->value[FOLLI_PHOTO_MATCH];

  if (!traits->is_known)
    return;
  set_skin (recipe, traits->skin);
  recipe->value[FOLLI_PHOTO_BLUR] = match * traits->blur_px;
  recipe->value[FOLLI_PHOTO_GRAIN] = MIN (
      match * traits->grain, folli_parameter_get (FOLLI_PHOTO_GRAIN)->maximum);
}
