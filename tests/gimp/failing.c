/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <dlfcn.h>
#include <libgimp/gimp.h>
#include <stdlib.h>

/* Preloaded into the plug-in: of its calls that change an image, the one that
   FOLLICLE_FAIL_AT counts to is refused, as by a GIMP that is short of memory.
   GIMP is asked for what it has to refuse, so that it has something to say. */

#pragma GCC visibility push(default)

static gboolean
is_to_fail (void)
{
  static int  n_calls = 0;
  const char *text = g_getenv ("FOLLICLE_FAIL_AT");

  return text && ++n_calls == atoi (text);
}

#define FIND(name) __typeof__ (&name) next = dlsym (RTLD_NEXT, #name)

#if GIMP_MAJOR_VERSION == 2
typedef gint32 Image;
typedef gint32 Layer;
typedef gint32 Drawable;
#define NONE -1
#define IMAGE_OF(drawable) gimp_item_get_image (drawable)
#else
typedef GimpImage    *Image;
typedef GimpLayer    *Layer;
typedef GimpDrawable *Drawable;
#define NONE NULL
#define IMAGE_OF(drawable) gimp_item_get_image (GIMP_ITEM (drawable))
#endif

static gboolean
fail (Image image)
{
  __typeof__ (&gimp_image_resize) refuse
      = dlsym (RTLD_NEXT, "gimp_image_resize");

  refuse (image, 0, 0, 0, 0);
  return FALSE;
}

Layer
gimp_layer_new (Image         image,
                const gchar  *name,
                gint          width,
                gint          height,
                GimpImageType type,
                gdouble       opacity,
                GimpLayerMode mode)
{
  FIND (gimp_layer_new);

  if (is_to_fail ())
    {
      fail (image);
      return NONE;
    }
  return next (image, name, width, height, type, opacity, mode);
}

gboolean
gimp_image_insert_layer (Image image, Layer layer, Layer parent, gint position)
{
  FIND (gimp_image_insert_layer);

  return is_to_fail () ? fail (image) : next (image, layer, parent, position);
}

gboolean
gimp_drawable_merge_shadow (Drawable drawable, gboolean undo)
{
  FIND (gimp_drawable_merge_shadow);

  return is_to_fail () ? fail (IMAGE_OF (drawable)) : next (drawable, undo);
}

#if GIMP_MAJOR_VERSION == 2

Layer
gimp_layer_group_new (Image image)
{
  FIND (gimp_layer_group_new);

  if (is_to_fail ())
    {
      fail (image);
      return NONE;
    }
  return next (image);
}

#else

GimpGroupLayer *
gimp_group_layer_new (GimpImage *image, const gchar *name)
{
  FIND (gimp_group_layer_new);

  if (is_to_fail ())
    {
      fail (image);
      return NULL;
    }
  return next (image, name);
}

gboolean
gimp_layer_resize (GimpLayer *layer, gint width, gint height, gint x, gint y)
{
  FIND (gimp_layer_resize);

  return is_to_fail () ? fail (IMAGE_OF (layer))
                       : next (layer, width, height, x, y);
}

/* Whether GIMP knows the operation is asked with a filter, too, and nothing is
   wrong if it does not. */
GimpDrawableFilter *
gimp_drawable_filter_new (GimpDrawable *drawable,
                          const gchar  *operation,
                          const gchar  *name)
{
  FIND (gimp_drawable_filter_new);

  if (*name && is_to_fail ())
    {
      fail (IMAGE_OF (drawable));
      return NULL;
    }
  return next (drawable, operation, name);
}

void
gimp_drawable_append_filter (GimpDrawable *drawable, GimpDrawableFilter *filter)
{
  FIND (gimp_drawable_append_filter);

  if (is_to_fail ())
    fail (IMAGE_OF (drawable));
  else
    next (drawable, filter);
}

#endif

#pragma GCC visibility pop
