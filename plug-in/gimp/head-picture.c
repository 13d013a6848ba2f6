/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "gimp/head-picture.h"

#include <math.h>

#include "gimp/check.h"

/* A head that fills a quarter of it is some 200 pixels wide. */
#define MOST_PX 800

#define N_CHANNELS 4

static FolliHeadPicture *
read_photo (GeglBuffer *photo, int width, int height)
{
  FolliHeadPicture *picture = g_new0 (FolliHeadPicture, 1);
  gsize             n_pixels;
  g_autofree float *rgba = NULL;

  picture->scale = MIN ((double)MOST_PX / MAX (width, height), 1);
  picture->width = MAX (width * picture->scale, 1);
  picture->height = MAX (height * picture->scale, 1);
  n_pixels = (gsize)picture->width * picture->height;
  rgba = g_new0 (float, N_CHANNELS *n_pixels);
  picture->rgb = g_new (float, 3 * n_pixels);
  gegl_buffer_get (photo,
                   GEGL_RECTANGLE (0, 0, picture->width, picture->height),
                   picture->scale, babl_format ("R'G'B'A float"), rgba,
                   GEGL_AUTO_ROWSTRIDE, GEGL_ABYSS_NONE);
  for (gsize i = 0; i < n_pixels; i++)
    for (int c = 0; c < 3; c++)
      picture->rgb[3 * i + c] = rgba[N_CHANNELS * i + 3] > 0.5f
                                    ? rgba[N_CHANNELS * i + c]
                                    : (float)NAN;
  return picture;
}

FolliHeadPicture *
folli_head_picture_new (FolliHost *host)
{
  g_autoptr (GeglBuffer) photo = NULL;
  int width, height;

  if (!folli_check_output (host, FOLLI_OUTPUT_LAYER, NULL))
    return NULL;
  photo = folli_host_get_photo (host);
  folli_host_get_size (host, &width, &height);
  return read_photo (photo, width, height);
}
