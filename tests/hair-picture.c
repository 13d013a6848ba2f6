/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "hair-picture.h"

#include <math.h>

static float
decode (float v)
{
  return v <= 0.04045f ? v / 12.92f : powf ((v + 0.055f) / 1.055f, 2.4f);
}

static float *
draw_box (gint width, gint height, const HairBox *box)
{
  float *mask = g_new0 (float, (gsize)width *height);

  for (gint y = box->top; y < box->bottom; y++)
    for (gint x = box->left; x < box->right; x++)
      mask[(gsize)y * width + x] = 1;
  return mask;
}

HairPicture
hair_picture_new (gint           width,
                  gint           height,
                  double         px_per_mm,
                  const HairBox *hair,
                  const HairBox *skin)
{
  const gsize n = (gsize)width * height;

  return (HairPicture){
    .width = width,
    .height = height,
    .px_per_mm = px_per_mm,
    .rgb = g_new (float, 3 * n),
    .hair = draw_box (width, height, hair),
    .skin = draw_box (width, height, skin),
    .area = g_new0 (float, n),
  };
}

HairPicture
hair_picture_take (const HeadScene *scene,
                   const HairBox   *hair,
                   const HairBox   *skin)
{
  HairPicture picture = hair_picture_new (
      scene->width, scene->height, scene->pixels_per_cm / 10, hair, skin);
  const gsize n = 3 * (gsize)picture.width * picture.height;

  head_render (scene, picture.rgb, picture.area);
  for (gsize i = 0; i < n; i++)
    picture.rgb[i] = decode (picture.rgb[i]);
  return picture;
}

void
hair_picture_clear (HairPicture *picture)
{
  g_clear_pointer (&picture->rgb, g_free);
  g_clear_pointer (&picture->hair, g_free);
  g_clear_pointer (&picture->skin, g_free);
  g_clear_pointer (&picture->area, g_free);
}

FolliHairPhoto
hair_picture_photo (const HairPicture *picture)
{
  return (FolliHairPhoto){ picture->width, picture->height, picture->px_per_mm,
                           picture->rgb,   picture->hair,   picture->skin };
}
