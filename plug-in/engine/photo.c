/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "follicle/photo.h"

#include <math.h>

/* Skin is what is left between the darker and the lighter pixels. */
static const double DARK_SHARE = 0.4, LIGHT_SHARE = 0.8;

enum
{
  LEAST_PAINTED = 64,
  LEAST_EDGES = 40
};

static const float LUMINANCE[FOLLI_CHANNELS] = { 0.2126f, 0.7152f, 0.0722f };

/* The mask's weights squared add up to 36, and the median of a normal
 * deviation is 0.6745 of the standard one. */
static const double GRAIN_PER_MEDIAN = 1 / (6 * 0.6745);

/* Blur that edges are given on top. */
static const double AGAIN_PX = 1;

/* An edge that is worth it rises by this share of the mean light a pixel, and
 * is steep along one axis. */
static const float STEEP = 0.06f;
static const float ALONG_AXIS = 3;

/* Noise makes some edges sharper than they are. */
static const double SHARPEST_SHARE = 0.15;

/* Variances in px² of the pixel itself, which dots have anyway, and of the
 * difference of two of them. */
static const double PIXEL2 = 1.0 / 12, DIFFERENCE2 = 1.0 / 12;

static const double MOST_BLUR = 5;

static float
luminance_at (const FolliPhoto *photo, gsize i)
{
  const float *p = photo->rgb + 3 * i;

  return LUMINANCE[0] * p[0] + LUMINANCE[1] * p[1] + LUMINANCE[2] * p[2];
}

static void
swap (float *a, float *b)
{
  const float value = *a;

  *a = *b;
  *b = value;
}

/* Hoare's selection: the values between @low and @high that are less than one
   from their middle come first. Returns where the greater ones begin, and in
   @last where the lesser ones end. */
static gssize
part (float *values, gssize low, gssize high, gssize *last)
{
  const float pivot = values[low + (high - low) / 2];

  while (low <= high)
    {
      while (values[low] < pivot)
        low++;
      while (values[high] > pivot)
        high--;
      if (low <= high)
        swap (&values[low++], &values[high--]);
    }
  *last = high;
  return low;
}

/* Reorders @values on the way. A photo has a million, and sorting them took
   longer than all else that is measured. Returns 0 of none. */
static float
find_quantile (GArray *values, double share)
{
  float       *value = (float *)(gpointer)values->data;
  const gssize wanted = share * (values->len - 1);
  gssize       low = 0, high = (gssize)values->len - 1;

  if (values->len == 0)
    return 0;
  while (low < high)
    {
      gssize       last;
      const gssize first = part (value, low, high, &last);

      if (wanted <= last)
        high = last;
      else if (wanted >= first)
        low = first;
      else
        break;
    }
  return value[wanted];
}

static gsize
count_pixels (const FolliPhoto *photo)
{
  return (gsize)photo->width * photo->height;
}

static GArray *
list_painted (const FolliPhoto *photo)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (float));

  for (gsize i = 0; i < count_pixels (photo); i++)
    if (photo->painted[i] > 0.5f)
      {
        const float value = luminance_at (photo, i);

        g_array_append_val (list, value);
      }
  return list;
}

/* The median of one channel where it is painted and luminance is in between. */
static float
find_median (const FolliPhoto *photo, guint channel, float dark, float light)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (float));

  for (gsize i = 0; i < count_pixels (photo); i++)
    {
      const float luminance = luminance_at (photo, i);

      if (photo->painted[i] > 0.5f && luminance >= dark && luminance <= light)
        g_array_append_val (list, photo->rgb[3 * i + channel]);
    }
  return find_quantile (list, 0.5);
}

gboolean
folli_photo_find_skin (const FolliPhoto *photo, double skin[FOLLI_CHANNELS])
{
  g_autoptr (GArray) list = list_painted (photo);
  float dark, light;

  if (list->len < LEAST_PAINTED)
    return FALSE;
  dark = find_quantile (list, DARK_SHARE);
  light = find_quantile (list, LIGHT_SHARE);
  for (guint c = 0; c < FOLLI_CHANNELS; c++)
    skin[c] = CLAMP (find_median (photo, c, dark, light), 0, 1);
  return TRUE;
}

static float *
make_luminance (const FolliPhoto *photo)
{
  float *luminance = g_new (float, count_pixels (photo));

  for (gsize i = 0; i < count_pixels (photo); i++)
    luminance[i] = luminance_at (photo, i);
  return luminance;
}

/* What is neither an edge nor a slope. */
static float
find_rest (const float *p, gint width)
{
  return fabsf (p[-width - 1] + p[-width + 1] + p[width - 1] + p[width + 1]
                - 2 * (p[-width] + p[-1] + p[1] + p[width]) + 4 * p[0]);
}

double
folli_photo_find_grain (const FolliPhoto *photo)
{
  const gint        width = photo->width;
  g_autofree float *luminance = make_luminance (photo);
  g_autoptr (GArray) painted = list_painted (photo);
  g_autoptr (GArray) rest = g_array_new (FALSE, FALSE, sizeof (float));
  float light;

  for (gint y = 1; y < photo->height - 1; y++)
    for (gint x = 1; x < width - 1; x++)
      {
        const gsize at = (gsize)y * width + x;
        const float value = find_rest (luminance + at, width);

        if (photo->painted[at] > 0.5f)
          g_array_append_val (rest, value);
      }
  if (rest->len < LEAST_PAINTED)
    return 0;
  light = find_quantile (painted, 0.5);
  return light > 0 ? GRAIN_PER_MEDIAN * find_quantile (rest, 0.5) / light : 0;
}

static float *
turn (const float *in, gint width, gint height)
{
  float *out = g_new (float, (gsize)width *height);

  for (gint y = 0; y < height; y++)
    for (gint x = 0; x < width; x++)
      out[(gsize)x * height + y] = in[(gsize)y * width + x];
  return out;
}

/* The mean of three pixels along an edge across: less noise, for the price of
 * edges at an angle, which the sharpest are not. */
static float *
smooth_down (const float *in, gint width, gint height)
{
  float *out = g_new (float, (gsize)width *height);

  for (gint y = 0; y < height; y++)
    for (gint x = 0; x < width; x++)
      {
        float sum = 0;

        for (gint k = -1; k <= 1; k++)
          sum += in[(gsize)CLAMP (y + k, 0, height - 1) * width + x];
        out[(gsize)y * width + x] = sum / 3;
      }
  return out;
}

/* Blurs across by AGAIN_PX: an edge along the other axis needs no more. */
static float *
blur_again (const float *in, gint width, gint height)
{
  enum
  {
    REACH = 4
  };
  float *out = g_new (float, (gsize)width *height);
  float  weight[REACH + 1], sum = 0;

  for (gint k = 0; k <= REACH; k++)
    {
      weight[k] = exp (-k * k / (2 * AGAIN_PX * AGAIN_PX));
      sum += k == 0 ? weight[k] : 2 * weight[k];
    }
  for (gint y = 0; y < height; y++)
    for (gint x = 0; x < width; x++)
      {
        float value = 0;

        for (gint k = -REACH; k <= REACH; k++)
          value += weight[ABS (k)]
                   * in[(gsize)y * width + CLAMP (x + k, 0, width - 1)];
        out[(gsize)y * width + x] = value / sum;
      }
  return out;
}

/* Lists the variance of each steep edge across a row. */
static void
list_edges (const float *in, gint width, gint height, GArray *list)
{
  g_autofree float *luminance = smooth_down (in, width, height);
  g_autofree float *again = blur_again (luminance, width, height);

  for (gint y = 1; y < height; y++)
    for (gint x = 1; x < width - 2; x++)
      {
        const gsize  at = (gsize)y * width + x;
        const float *p = luminance + at;
        const float  rise = fabsf (p[1] - p[0]);
        const float  down = fabsf (p[0] - p[-width]);
        const float  mean = (p[-1] + p[0] + p[1] + p[2]) / 4;
        const float  flat = fabsf (again[at + 1] - again[at]);
        float        variance;

        if (rise < STEEP * MAX (mean, 0.01f) || rise < ALONG_AXIS * down
            || rise < fabsf (p[0] - p[-1]) || rise < fabsf (p[2] - p[1])
            || rise <= flat * 1.01f)
          continue;
        variance = AGAIN_PX * AGAIN_PX / (rise * rise / (flat * flat) - 1)
                   - PIXEL2 - DIFFERENCE2;
        g_array_append_val (list, variance);
      }
}

double
folli_photo_find_blur (const FolliPhoto *photo)
{
  g_autofree float *luminance = make_luminance (photo);
  g_autofree float *turned = turn (luminance, photo->width, photo->height);
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (float));
  double variance;

  list_edges (luminance, photo->width, photo->height, list);
  list_edges (turned, photo->height, photo->width, list);
  if (list->len < LEAST_EDGES)
    return FOLLI_PHOTO_BLUR_USUAL;
  variance = find_quantile (list, SHARPEST_SHARE);
  return MIN (sqrt (MAX (variance, 0)), MOST_BLUR);
}
