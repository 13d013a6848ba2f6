/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>
#include <math.h>

#include "follicle/error.h"
#include "hair-private.h"

/* Half of each of the two windows that texture is averaged over: hairs are too
   few in less. Source: doc/numbers.md, "Thin hair". */
static const double WINDOW_MM = 3;

/* Hair is told from skin by a texture this many times the skin's own. */
static const double LEAST_RATIO = 1.3;

/* Edges and folds are no hair: what deviates by more than this many times the
   reference's texture counts no more than that. */
static const double MOST_DEVIATIONS = 3;

/* Running means over a row or a column, of what is within it. */
static void
average_line (const float *values, gint n, gsize step, gint reach, float *means)
{
  double sum = 0;

  for (gint i = 0; i < MIN (reach, n); i++)
    sum += values[i * step];
  for (gint i = 0; i < n; i++)
    {
      if (i + reach < n)
        sum += values[(i + reach) * step];
      if (i > reach)
        sum -= values[(i - reach - 1) * step];
      means[i * step] = sum / (MIN (i + reach, n - 1) - MAX (i - reach, 0) + 1);
    }
}

static void
average (const FolliHairPhoto *photo, float *values)
{
  const gint        reach = MAX (1, (gint)(WINDOW_MM * photo->px_per_mm + 0.5));
  const gint        width = photo->width;
  g_autofree float *across = g_new (float, (gsize)width * photo->height);

  for (gint y = 0; y < photo->height; y++)
    average_line (values + (gsize)y * width, width, 1, reach,
                  across + (gsize)y * width);
  for (gint x = 0; x < width; x++)
    average_line (across + x, photo->height, width, reach, values + x);
}

/* Squares of the deviations from the mean around, averaged. */
static float *
find_variance (const FolliHairPhoto *photo,
               const float          *luminance,
               const float          *area,
               double                most)
{
  const gsize       n = (gsize)photo->width * photo->height;
  g_autofree float *counted = g_new (float, n);
  float *variance = folli_hair_flatten (luminance, area, photo->width,
                                        photo->height, photo->px_per_mm);

  for (gsize i = 0; i < n; i++)
    {
      counted[i] = area[i] > 0.5f;
      variance[i] = MIN (variance[i] * variance[i], most);
    }
  for (guint pass = 0; pass < 2; pass++)
    {
      average (photo, variance);
      average (photo, counted);
    }
  for (gsize i = 0; i < n; i++)
    variance[i] /= MAX (counted[i], 1e-6f);
  return variance;
}

static gboolean
check_texture (double of_hair, double of_skin, GError **error)
{
  if (of_hair > LEAST_RATIO * of_skin)
    return TRUE;
  g_set_error (error, FOLLI_ERROR, FOLLI_ERROR_MASK,
               _ ("The hair's texture (%.1f %%) is hardly more than the skin's "
                  "own (%.1f %%), so that thin hair cannot be told from skin; "
                  "at least %.1f times as much is needed"),
               100 * of_hair, 100 * of_skin, LEAST_RATIO);
  return FALSE;
}

gboolean
folli_hair_find_missing (const FolliHairPhoto *photo,
                         const FolliHair      *hair,
                         const float          *area,
                         float                *missing,
                         GError              **error)
{
  const gsize       n = (gsize)photo->width * photo->height;
  const double      of_hair = hypot (hair->contrast, hair->skin_contrast);
  const double      skin = hair->skin_contrast * hair->skin_contrast;
  const double      full = hair->contrast * hair->contrast;
  g_autofree float *luminance = NULL;
  g_autofree float *variance = NULL;

  if (!check_texture (of_hair, hair->skin_contrast, error))
    return FALSE;
  luminance = folli_hair_find_luminance (photo);
  variance = find_variance (photo, luminance, area,
                            pow (MOST_DEVIATIONS * of_hair, 2));
  /* Hairs that fall anywhere have a variance in proportion to their number.
     What they darken, between them too, they do in proportion to the light
     there. */
  for (gsize i = 0; i < n; i++)
    missing[i] = area[i] * (1 - CLAMP ((variance[i] - skin) / full, 0, 1));
  return TRUE;
}
